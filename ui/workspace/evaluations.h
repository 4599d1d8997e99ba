#pragma once

#include "core/domain/decision.h"
#include "core/domain/result.h"
#include "ui/workspace/reading_order.h"

#include <QObject>
#include <QString>

#include <atomic>
#include <memory>

namespace purchasing {
class PurchasingFlow;
}

namespace purchasing::ui {

class AnswerWatch;
class Identity;

/// Single products that somebody asked for: reads each from its sources, decides and records it. Lives on the
/// GUI thread; the flow works elsewhere and what comes of it comes back as signals.
class Evaluations : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it. Whoever works by `identity` is recorded as the one who asked.
    Evaluations(PurchasingFlow& flow, const Identity& identity, AnswerWatch& answers, ReadingOrder& order,
                QObject* parent = nullptr);

    [[nodiscard]] bool areUnderWay() const { return m_underWay > 0; }
    /// `announced`: evaluated() tells, because a person asked.
    void begin(const QString& productId, bool announced);
    /// Drops those under way: they leave no trace and tell nothing.
    void cancel();

Q_SIGNALS:
    void begun();
    /// One of them ended; then one of the others tells how.
    void ended();
    void read(const purchasing::ProductFacts& facts, purchasing::ui::ReadingOrder::Moment asked);
    void evaluated(const QString& productId, const QString& sentence);
    void actFailed(const QString& what, const purchasing::Error& error);

private:
    PurchasingFlow& m_flow;
    const Identity& m_identity;
    AnswerWatch& m_answers;
    ReadingOrder& m_order;
    std::shared_ptr<std::atomic_bool> m_cancelled; ///< Of those that are under way.
    int m_underWay = 0;
};

} // namespace purchasing::ui
