#pragma once

#include <QString>
#include <QWidget>

#include <functional>

namespace purchasing::tests {

class PlannerHarness;

/// Is shown one screen after the other: what it is called, and the window or dialog.
using ScreenLook = std::function<void(const QString& name, QWidget& shown)>;

/// Shows every page, every tab and panel of the planner to `look`, each when it has settled.
void lookAtPages(PlannerHarness& planner, const ScreenLook& look);

/// Opens every dialog, on the demo's products, and shows it to `look` when it has settled.
void lookAtDialogs(PlannerHarness& planner, const ScreenLook& look);

} // namespace purchasing::tests
