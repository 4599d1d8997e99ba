#pragma once

class QWidget;

namespace purchasing::ui {

class OverrideDrafts;
class RulesPage;
class Workspace;

/// After a crash: finds the rule draft, the typed overrides and the interrupted batches of the person at work
/// and lists them on one page. Says nothing where there is nothing. Answers come later; `window` is the
/// parent of the page.
void offerRecovery(Workspace& workspace, RulesPage& rules, OverrideDrafts& overrides, QWidget* window);

} // namespace purchasing::ui
