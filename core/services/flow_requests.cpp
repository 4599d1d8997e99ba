#include "core/services/flow_requests.h"

#include "core/ports/call_context.h"
#include "core/services/flow_answer.h"

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

/// The caller's context, with no later deadline than a flow may have.
CallContext withinFlowDeadline()
{
    CallContext context = CallContext::current();
    context.deadline = std::min(context.deadline, std::chrono::steady_clock::now() + kFlowDeadline);
    return context;
}

QFuture<Result<FlowOutcome>> refused(Error error)
{
    return QtFuture::makeReadyFuture(Result<FlowOutcome>(std::move(error)));
}

} // namespace

FlowRequests::FlowRequests(std::shared_ptr<PurchasingFlow> flow, Actor actor, int mostAtOnce)
    : m_actor(std::move(actor))
    , m_most(mostAtOnce)
    , m_flow(std::move(flow))
{
}

Error FlowRequests::tooMany()
{
    return {ErrorKind::Unavailable, QStringLiteral("Too many requests are being worked on. Ask again soon."),
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

std::optional<Error> FlowRequests::begin(const QString& key)
{
    if (key.size() > kLongestKey)
        return Error{ErrorKind::Invalid,
                     QStringLiteral("The idempotency key has more than %1 characters.").arg(kLongestKey),
                     {}};
    const std::scoped_lock lock(m_mutex);
    if (m_running >= m_most)
        return tooMany();
    if (!key.isEmpty() && !m_keys.insert(key).second)
        return Error{ErrorKind::Conflict,
                     QStringLiteral("A request with this key is being worked on. Ask again soon."),
                     {}};
    ++m_running;
    return std::nullopt;
}

QFuture<Result<FlowOutcome>> FlowRequests::run(const QString& productId, const QString& key)
{
    FlowRequest request;
    request.productId = productId;
    return order(request, key, std::nullopt, false);
}

QFuture<Result<FlowOutcome>> FlowRequests::order(const FlowRequest& request, const QString& key,
                                                 const std::optional<Decision>& seen, bool withholdSending)
{
    if (const auto why = begin(key))
        return refused(*why);
    const CallScope scope(withinFlowDeadline());
    FlowRequest asked = request;
    asked.actor = m_actor;
    QFuture<Result<FlowOutcome>> outcome =
        seen ? m_flow->order(*seen, asked, key, withholdSending) : m_flow->run(asked, key);
    return outcome.then([this, key](const Result<FlowOutcome>& answer) {
        end(key);
        m_metrics.noteFlow(outcomeWord(answer));
        return answer;
    });
}

QFuture<Result<FlowOutcome>> FlowRequests::evaluate(const FlowRequest& request)
{
    if (const auto why = begin({}))
        return refused(*why);
    const CallScope scope(withinFlowDeadline());
    FlowRequest asked = request;
    asked.actor = m_actor;
    return m_flow->evaluate(asked).then([this](const Result<FlowOutcome>& answer) {
        end({});
        return answer;
    });
}

void FlowRequests::end(const QString& key)
{
    const std::scoped_lock lock(m_mutex);
    --m_running;
    if (!key.isEmpty())
        m_keys.erase(key);
}

} // namespace purchasing::services
