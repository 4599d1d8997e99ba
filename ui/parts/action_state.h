#pragma once

#include <QString>

class QAction;

namespace purchasing::ui {

/// Sets an action's tip and, when `reason` is not empty, disables it and says "Unavailable: …" everywhere it
/// is shown.
void explainAction(QAction* action, const QString& tip, const QString& reason);

} // namespace purchasing::ui
