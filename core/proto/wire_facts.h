#pragma once

#include "core/domain/explained_decision.h"
#include "core/domain/result.h"

#include "facts.pb.h"

namespace purchasing::wire {

// What single products are decided from and what came of it, between our types and the messages of
// facts.proto. Nothing is lost either way. Reading throws OutOfRange for amounts that we cannot hold.

[[nodiscard]] Demand toWire(const purchasing::Demand& demand);
[[nodiscard]] purchasing::Demand fromWire(const Demand& message);
[[nodiscard]] WarehouseLevel toWire(const purchasing::WarehouseLevel& level);
[[nodiscard]] purchasing::WarehouseLevel fromWire(const WarehouseLevel& message);
[[nodiscard]] SupplierOffer toWire(const purchasing::SupplierOffer& offer);
[[nodiscard]] purchasing::SupplierOffer fromWire(const SupplierOffer& message);
[[nodiscard]] UnitConversion toWire(const purchasing::UnitConversion& conversion);
[[nodiscard]] purchasing::UnitConversion fromWire(const UnitConversion& message);
[[nodiscard]] Override toWire(const purchasing::Override& overridden);
[[nodiscard]] purchasing::Override fromWire(const Override& message);
[[nodiscard]] Problem toWire(const purchasing::Problem& problem);
[[nodiscard]] purchasing::Problem fromWire(const Problem& message);
[[nodiscard]] Person toWire(const Actor& actor);
[[nodiscard]] Actor fromWire(const Person& message);
[[nodiscard]] DecisionBasis toWire(const purchasing::DecisionBasis& basis);
[[nodiscard]] purchasing::DecisionBasis fromWire(const DecisionBasis& message);
[[nodiscard]] DecisionOutputs toWire(const purchasing::DecisionOutputs& outputs);
[[nodiscard]] purchasing::DecisionOutputs fromWire(const DecisionOutputs& message);
[[nodiscard]] Decision toWire(const purchasing::Decision& decision);
[[nodiscard]] purchasing::Decision fromWire(const Decision& message);
[[nodiscard]] ExplainedDecision toWire(const purchasing::ExplainedDecision& explained);
[[nodiscard]] purchasing::ExplainedDecision fromWire(const ExplainedDecision& message);
[[nodiscard]] ProductFacts toWire(const purchasing::ProductFacts& facts);
[[nodiscard]] purchasing::ProductFacts fromWire(const ProductFacts& message);

} // namespace purchasing::wire
