#pragma once

#include <QObject>

namespace purchasing::ui {

/// As long as it lives, Alt with a letter types nothing into any field: it means a button or menu, also where
/// that is disabled at the moment or does not exist; and where a menu of the window and a button have the
/// same letter, in whichever language, it is the menu's. One for the application.
class AltKeys : public QObject
{
    Q_OBJECT

public:
    AltKeys();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace purchasing::ui
