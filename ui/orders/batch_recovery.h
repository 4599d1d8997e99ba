#pragma once

#include "core/flow/purchasing_flow.h"

#include <vector>

class QWidget;

namespace purchasing::ui {

class Workspace;

/// A batch of which not every order was made.
struct InterruptedBatch
{
    BatchIntent intent;
    int made = 0;

    [[nodiscard]] int missing() const { return static_cast<int>(intent.items.size()) - made; }
};

/// The person's batches with something missing; closes those of which every order was made. Blocks.
[[nodiscard]] std::vector<InterruptedBatch> findInterruptedBatches(const FlowPorts& ports,
                                                                   const Actor& actor);
/// Shows what is left of the batch, to be created or not.
void finishBatch(Workspace& workspace, const InterruptedBatch& batch, QWidget* parent);
/// The rest of the batch is not created.
void dropBatch(Workspace& workspace, const InterruptedBatch& batch);

/// Looks for batches of the person at work that were interrupted, by a crash for instance, and offers to
/// finish them. Those of which every order was made are closed without a word. Answers come later; `window`
/// is the parent of questions.
void offerInterruptedBatches(Workspace& workspace, QWidget* window);

} // namespace purchasing::ui
