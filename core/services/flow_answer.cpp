#include "core/services/flow_answer.h"

#include "core/flow/decision_words.h"

#include <algorithm>

namespace purchasing::services {
namespace {

constexpr const char* kOutage = "unavailable:";

QString serviceOf(const QString& source)
{
    if (source == QLatin1String("demand"))
        return QStringLiteral("oms-service");
    if (source == QLatin1String("inventory"))
        return QStringLiteral("inventory-service");
    if (source == QLatin1String("supplier"))
        return QStringLiteral("supplier-service");
    if (source == QLatin1String("units"))
        return QStringLiteral("uom-service");
    return QStringLiteral("po-service"); // Open orders and overrides.
}

} // namespace

std::optional<FlowFailure> failureOf(const FlowOutcome& outcome)
{
    const Decision& decision = outcome.explained.decision;
    if (outcome.order || !decision.isBlocked())
        return std::nullopt;
    const auto outage =
        std::find_if(decision.problems.begin(), decision.problems.end(),
                     [](const Problem& problem) { return problem.code.startsWith(QLatin1String(kOutage)); });
    const QString sentence = QStringLiteral("%1: %2").arg(decision.productId, problemText(decision));
    if (outage != decision.problems.end()) {
        return FlowFailure{FlowFailure::Kind::Unavailable, sentence,
                           serviceOf(outage->code.mid(static_cast<int>(qstrlen(kOutage))))};
    }
    // What the rules themselves say of the supplier is an answer.
    const bool isAnswer =
        std::all_of(decision.problems.begin(), decision.problems.end(),
                    [](const Problem& problem) { return problem.code == QLatin1String("supplier-error"); });
    if (isAnswer)
        return std::nullopt;
    return FlowFailure{FlowFailure::Kind::Unusable, sentence, {}};
}

FlowFailure failureOf(const Error& error)
{
    using Kind = FlowFailure::Kind;
    switch (error.kind) {
    case ErrorKind::NotFound: return {Kind::Unknown, error.message, {}};
    case ErrorKind::Invalid: return {Kind::Unusable, error.message, {}};
    case ErrorKind::Conflict: return {Kind::InUse, error.message, {}};
    case ErrorKind::Refused: return {Kind::Unusable, error.message, {}}; // A rule of the business, no right.
    case ErrorKind::Forbidden: return {Kind::Forbidden, error.message, {}};
    case ErrorKind::Stale:
    case ErrorKind::Unavailable:
    case ErrorKind::Cancelled: return {Kind::Unavailable, error.message, {}};
    case ErrorKind::Internal: break;
    }
    return {Kind::Broken, error.message, {}};
}

} // namespace purchasing::services
