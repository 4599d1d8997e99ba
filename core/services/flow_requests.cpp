#include "core/services/flow_requests.h"

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

QFuture<Result<FlowOutcome>> FlowRequests::run(const QString& productId, const QString& key,
                                               const Actor& actor)
{
    const Key theirs(actor.personId, key);
    if (key.size() > kLongestKey)
        return refused({ErrorKind::Invalid,
                        QStringLiteral("The idempotency key has more than %1 characters.").arg(kLongestKey),
                        {}});
    if (!m_rate.take(actor.personId))
        return refused(tooMany());
    {
        const std::scoped_lock lock(m_mutex);
        if (m_running >= m_most)
            return refused(tooMany());
        if (!key.isEmpty() && !m_keys.insert(theirs).second) {
            return refused({ErrorKind::Conflict,
                            QStringLiteral("A request with this key is being worked on. Ask again soon."),
                            {}});
        }
        ++m_running;
    }
    CallContext context = CallContext::current();
    context.deadline = std::min(context.deadline, std::chrono::steady_clock::now() + kFlowDeadline);
    if (context.traceParent.isEmpty())
        context.traceParent = newTraceParent();
    const CallScope scope(std::move(context));
    FlowRequest request;
    request.productId = productId;
    request.actor = actor;
    return m_flow->run(request, key).then([this, theirs](const Result<FlowOutcome>& outcome) {
        end(theirs);
        m_metrics->noteFlow(outcomeWord(outcome));
        return outcome;
    });
}

void FlowRequests::end(const Key& key)
{
    const std::scoped_lock lock(m_mutex);
    --m_running;
    m_keys.erase(key);
}

} // namespace purchasing::services
