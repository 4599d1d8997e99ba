#pragma once

class QWidget;

namespace purchasing::ui {

class Workspace;

/// Looks for batches of the person at work that were interrupted, by a crash for instance, and offers to
/// finish them. Those of which every order was made are closed without a word. Answers come later; `window`
/// is the parent of questions.
void offerInterruptedBatches(Workspace& workspace, QWidget* window);

} // namespace purchasing::ui
