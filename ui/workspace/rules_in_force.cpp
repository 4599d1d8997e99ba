#include "ui/workspace/rules_in_force.h"

#include "core/flow/purchasing_flow.h"

#include <QLocale>
#include <QtConcurrent>

#include <utility>

namespace purchasing::ui {

RulesInForce::RulesInForce(PurchasingFlow& flow, QThreadPool& background, QObject* parent)
    : QObject(parent)
    , m_flow(flow)
    , m_background(background)
{
}

QFuture<Result<RulesInForce::Compiled>> RulesInForce::read() const
{
    return QtConcurrent::run(&m_background, [flow = &m_flow] { return flow->rulesInForce(); });
}

void RulesInForce::take(const Compiled& compiled)
{
    const bool changed = m_current && m_current->ruleSetVersion() != compiled->ruleSetVersion();
    m_current = compiled;
    if (changed)
        Q_EMIT rulesChanged();
}

void RulesInForce::holdBackSince(const QDate& day)
{
    if (std::exchange(m_heldBackSince, day) != day)
        Q_EMIT heldBackChanged();
}

bool RulesInForce::isHeldBack(const RuleEngine& compiled, const QDate& today) const
{
    return m_heldBackSince == today && m_current && compiled.decidesAs(*m_current);
}

QString RulesInForce::heldBackReason(const RuleEngine& shown, const QDate& day) const
{
    if (m_heldBackSince.isNull() || !m_current)
        return {};
    if (shown.ruleSetVersion() != m_current->ruleSetVersion())
        return tr("Rules version %1 decides orders now, but deciding the products by it was cancelled: you "
                  "see what version %2 decided.")
            .arg(m_current->ruleSetVersion())
            .arg(shown.ruleSetVersion());
    return tr("Deciding the products anew was cancelled: you see what was decided on %1.")
        .arg(QLocale().toString(day, QLocale::ShortFormat));
}

} // namespace purchasing::ui
