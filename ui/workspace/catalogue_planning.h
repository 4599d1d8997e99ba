#pragma once

#include "core/domain/result.h"
#include "core/flow/catalogue_plan.h"

#include <QDateTime>
#include <QFuture>
#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace purchasing::ui {

/// Decides a whole catalogue on all cores and hands over what is decided as it goes. Lives on the GUI thread;
/// one at a time.
class CataloguePlanning : public QObject
{
    Q_OBJECT

public:
    struct Task
    {
        std::shared_ptr<const RuleEngine> rules;
        std::shared_ptr<const Catalogue> catalogue;
        CataloguePlan plan; ///< What is decided already.
        QDate day;
        QDateTime now;
        bool isShownAsItGrows = false; ///< Blocks are wanted before the end.
    };
    /// What came since the last time.
    struct Arrived
    {
        std::shared_ptr<const Catalogue> catalogue;
        std::vector<std::pair<std::size_t, CataloguePlan::Block>> blocks; ///< By their number.
        qint64 decided = 0; ///< Products, since the beginning.
    };

    explicit CataloguePlanning(QObject* parent = nullptr);
    /// Waits for the end; set `cancelled` first.
    ~CataloguePlanning() override;

    /// Calls `done` with the whole plan, or with ErrorKind::Cancelled soon after `cancelled` was set, unless
    /// it is dropped before.
    void start(const Task& task, std::shared_ptr<std::atomic_bool> cancelled,
               std::function<void(const Result<CataloguePlan>&)> done);
    /// Unset when the planning that arrived() told of has ended.
    [[nodiscard]] std::optional<Arrived> takeArrived();
    /// Whatever comes of it is nobody's.
    void drop();

Q_SIGNALS:
    /// More is decided: takeArrived() has it.
    void arrived();

private:
    /// Shared with the workers.
    struct Arrivals;

    std::shared_ptr<Arrivals> m_arrivals;
    QFuture<Result<CataloguePlan>> m_future;
    quint64 m_number = 0; ///< Drops the late result of one that was dropped.
};

} // namespace purchasing::ui
