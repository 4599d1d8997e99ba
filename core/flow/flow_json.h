#pragma once

#include "core/domain/decision.h"

#include <QJsonObject>

namespace purchasing {

struct FlowOutcome;

/// The rules' outputs under their fact names; amounts are JSON numbers.
[[nodiscard]] QJsonObject calculationJson(const DecisionOutputs& outputs);
/// A purchase order as the orchestrator's HTTP answer has it.
[[nodiscard]] QJsonObject orderJson(const PurchaseOrder& order);
/// The whole answer of POST /purchasing/flow: success, po (null where none was made), calculation, message.
[[nodiscard]] QJsonObject flowJson(const FlowOutcome& outcome);
/// One product of a plan: product_id, word, calculation, problem (empty text where there is none).
[[nodiscard]] QJsonObject planJson(const Decision& decision);

} // namespace purchasing
