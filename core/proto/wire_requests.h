#pragma once

#include "core/domain/decision.h"
#include "core/domain/purchase_order.h"
#include "core/domain/result.h"

#include "po.pb.h"
#include "rule_engine.pb.h"

#include <string>

namespace purchasing::wire {

// What is asked, from messages and bodies that anybody may send, checked. They need no server, so that they
// can be tried with bytes of every kind.

/// A request that cannot be one, thrown by whoever answers it.
struct BadRequest
{
    QString sentence;
};

/// What is wrong with an id that came over the wire, as a sentence; empty where it can be one.
[[nodiscard]] QString whyNoId(const QString& id);
/// The id as a text, or a throw of BadRequest.
[[nodiscard]] QString goodId(const std::string& id);

/// The product that the body of POST /purchasing/flow names; Invalid, with the sentence, where it names none.
[[nodiscard]] Result<QString> productIdIn(const std::string& body);
/// The body of POST /rules/evaluate; Invalid where it is none.
[[nodiscard]] Result<rule_engine::EvaluateRequest> evaluateRequestIn(const std::string& body);
/// Whether arrays and objects of a JSON text are nested deeper than anybody's request, brackets in texts left
/// aside.
[[nodiscard]] bool isTooDeep(const std::string& json);
inline constexpr int kDeepestJson = 32;

/// Facts as the reference system's messages carry them. Available stock is what counts there, whatever the
/// other two fields say. Throws OutOfRange.
[[nodiscard]] purchasing::ProductFacts factsOf(const rule_engine::EvaluateRequest& request);
/// What the rules decided. Throws OutOfRange.
[[nodiscard]] OrderRequest requestOf(const po::CreateRequest& message);
/// What a client says that knows no decision. Throws OutOfRange and BadRequest.
[[nodiscard]] DraftOrder draftOf(const po::CreateRequest& message);

} // namespace purchasing::wire
