#pragma once

#include <QString>

class QAction;
class QWidget;

namespace purchasing::ui {

/// A property of actions whose text changes: what they are called in lists of keys.
inline constexpr const char* kActName = "actName";

/// A property of actions that cannot be used now: why not. Empty while they can.
inline constexpr const char* kWhyNot = "whyNot";

/// Sets an action's tip and, when `reason` is not empty, disables it and says "Unavailable: …" everywhere it
/// is shown.
void explainAction(QAction* action, const QString& tip, const QString& reason);

/// Says in the action's tip which keys it has now; its status tip has the words.
void tellKeys(QAction* action);

/// As explainAction, for a control of a form.
void explainWidget(QWidget* widget, const QString& tip, const QString& reason);

} // namespace purchasing::ui
