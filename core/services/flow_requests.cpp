#include "core/services/flow_requests.h"

#include "core/ports/and_then.h"
#include "core/ports/call_context.h"
#include "core/services/flow_answer.h"

#include <QUuid>

namespace purchasing::services {
namespace {

constexpr const char* kTooMany = "too-many";

std::string outcomeWord(const Result<FlowOutcome>& outcome)
{
    if (!outcome || failureOf(*outcome))
        return "failed";
    if (outcome->isReplayed)
        return "replayed";
    if (!outcome->order)
        return "nothing";
    return outcome->order->approvalsRequired > 0 ? "needs_approval" : "ordered";
}

/// A trace of our own for whoever came without one: all that is done and logged for a flow is found by it.
QByteArray newTraceParent()
{
    const auto random = [] { return QUuid::createUuid().toString(QUuid::Id128).toLatin1(); };
    return "00-" + random() + '-' + random().left(16) + "-01";
}

/// The caller's context, traced, and with no later deadline than a flow may have.
CallContext contextOfFlow()
{
    CallContext context = CallContext::current();
    context.deadline = std::min(context.deadline, std::chrono::steady_clock::now() + kFlowDeadline);
    if (context.traceParent.isEmpty())
        context.traceParent = newTraceParent();
    return context;
}

QFuture<Result<FlowOutcome>> refused(Error error)
{
    return QtFuture::makeReadyFuture(Result<FlowOutcome>(std::move(error)));
}

} // namespace

FlowRequests::FlowRequests(std::shared_ptr<PurchasingFlow> flow, int mostAtOnce, int perSecond,
                           std::shared_ptr<Metrics> metrics)
    : m_most(mostAtOnce)
    , m_rate(perSecond)
    , m_metrics(std::move(metrics))
    , m_flow(std::move(flow))
{
}

Error FlowRequests::tooMany()
{
    return {ErrorKind::Unavailable, QStringLiteral("Too many requests. Ask again soon."),
            QLatin1String(kTooMany)};
}

bool FlowRequests::isTooMany(const Error& error)
{
    return error.kind == ErrorKind::Unavailable && error.detail == QLatin1String(kTooMany);
}

int FlowRequests::running() const
{
    const std::scoped_lock lock(m_mutex);
    return m_running;
}

std::optional<Error> FlowRequests::begin(const Key& key)
{
    const auto& [person, name] = key;
    if (name.size() > kLongestKey)
        return Error{ErrorKind::Invalid,
                     QStringLiteral("The idempotency key has more than %1 characters.").arg(kLongestKey),
                     {}};
    if (!m_rate.take(person))
        return tooMany();
    const std::scoped_lock lock(m_mutex);
    if (m_running >= m_most)
        return tooMany();
    if (!name.isEmpty() && !m_keys.insert(key).second)
        return Error{ErrorKind::Conflict,
                     QStringLiteral("A request with this key is being worked on. Ask again soon."),
                     {}};
    ++m_running;
    return std::nullopt;
}

QFuture<Result<FlowOutcome>> FlowRequests::run(const QString& productId, const QString& key,
                                               const Actor& actor)
{
    FlowRequest request;
    request.productId = productId;
    request.actor = actor;
    return order(request, key, std::nullopt, false);
}

QFuture<Result<FlowOutcome>> FlowRequests::order(const FlowRequest& request, const QString& key,
                                                 const std::optional<Decision>& seen, bool withholdSending)
{
    const Key theirs(request.actor.personId, key);
    if (const auto why = begin(theirs))
        return refused(*why);
    const CallScope scope(contextOfFlow());
    QFuture<Result<FlowOutcome>> outcome =
        seen ? m_flow->order(*seen, request, key, withholdSending) : m_flow->run(request, key);
    return andThen(outcome, [this, theirs](const Result<FlowOutcome>& answer) {
        end(theirs);
        m_metrics->noteFlow(outcomeWord(answer));
        return answer;
    });
}

QFuture<Result<FlowOutcome>> FlowRequests::evaluate(const FlowRequest& request)
{
    const Key none(request.actor.personId, QString());
    if (const auto why = begin(none))
        return refused(*why);
    const CallScope scope(contextOfFlow());
    return andThen(m_flow->evaluate(request), [this, none](const Result<FlowOutcome>& answer) {
        end(none);
        return answer;
    });
}

void FlowRequests::end(const Key& key)
{
    const std::scoped_lock lock(m_mutex);
    --m_running;
    m_keys.erase(key);
}

} // namespace purchasing::services
