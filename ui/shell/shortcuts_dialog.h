#pragma once

#include <QDialog>

namespace purchasing::ui {

class ShortcutKeys;

/// Every act that has a key, with its keys, by menu.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    ShortcutsDialog(const ShortcutKeys& keys, QWidget* parent);

Q_SIGNALS:
    /// The person wants other keys.
    void changeWanted();
};

} // namespace purchasing::ui
