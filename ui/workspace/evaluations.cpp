#include "ui/workspace/evaluations.h"

#include "core/flow/decision_words.h"
#include "core/flow/purchasing_flow.h"
#include "ui/workspace/answer_watch.h"
#include "ui/workspace/identity.h"
#include "ui/workspace/when_ready.h"

#include <utility>

namespace purchasing::ui {

Evaluations::Evaluations(PurchasingFlow& flow, const Identity& identity, AnswerWatch& answers,
                         ReadingOrder& order, QObject* parent)
    : QObject(parent)
    , m_flow(flow)
    , m_identity(identity)
    , m_answers(answers)
    , m_order(order)
{
}

void Evaluations::begin(const QString& productId, bool announced)
{
    if (!m_cancelled)
        m_cancelled = std::make_shared<std::atomic_bool>(false);
    const FlowRequest request{productId, {}, m_identity.actor(), {}, m_cancelled};
    ++m_underWay;
    Q_EMIT begun();
    const ReadingOrder::Moment moment = m_order.ask();
    const auto asked = m_flow.evaluate(request);
    m_answers.expect(asked, tr("reading %1").arg(productId));
    whenReady(asked, this,
              [this, productId, announced, moment,
               cancelled = m_cancelled](const Result<FlowOutcome>& outcome) {
                  if (cancelled->load())
                      return; // Nobody waits for it any more.
                  --m_underWay;
                  Q_EMIT ended();
                  if (!outcome)
                      return Q_EMIT actFailed(tr("Evaluating %1").arg(productId), outcome.error());
                  Q_EMIT read(outcome->facts, moment);
                  if (announced)
                      Q_EMIT evaluated(
                          productId,
                          whatToDo(outcome->explained.decision, outcome->facts, m_identity.currency()));
              });
}

void Evaluations::cancel()
{
    if (m_underWay == 0)
        return;
    // Reading one product changes nothing, so nobody need wait for its end.
    std::exchange(m_cancelled, nullptr)->store(true);
    m_underWay = 0;
}

} // namespace purchasing::ui
