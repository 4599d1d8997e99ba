#pragma once

#include <QDialog>

namespace purchasing::ui {

/// Every act of a window that has a key, with the key.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(QWidget* window);
};

} // namespace purchasing::ui
