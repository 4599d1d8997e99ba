#pragma once

#include <QString>

class QWidget;

namespace purchasing::ui {

/// Asks for a reason, which must not be blank; empty when the person decided not to go on. The dialog's
/// object name is dialog.reason, its text edit.reason and its button btn.giveReason.
[[nodiscard]] QString askReason(QWidget* parent, const QString& title, const QString& question,
                                const QString& acceptText);

} // namespace purchasing::ui
