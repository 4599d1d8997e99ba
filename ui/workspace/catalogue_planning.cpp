#include "ui/workspace/catalogue_planning.h"

#include "ui/workspace/when_ready.h"

#include <mutex>

namespace purchasing::ui {

struct CataloguePlanning::Arrivals
{
    std::shared_ptr<const Catalogue> catalogue;
    std::mutex mutex; ///< Guards what follows.
    std::vector<std::pair<std::size_t, CataloguePlan::Block>> blocks;
    qint64 decided = 0; ///< Products.
    bool isAnnounced = false; ///< The GUI thread was told to come and take them.
};

CataloguePlanning::CataloguePlanning(QObject* parent)
    : QObject(parent)
{
}

CataloguePlanning::~CataloguePlanning()
{
    m_future.waitForFinished(); // Its workers call this object.
}

void CataloguePlanning::start(const Task& task, std::shared_ptr<std::atomic_bool> cancelled,
                              std::function<void(const Result<CataloguePlan>&)> done)
{
    const quint64 number = ++m_number;
    const auto arrivals = std::make_shared<Arrivals>();
    arrivals->catalogue = task.catalogue;
    m_arrivals = arrivals;
    const auto planned = [this, arrivals, isShownAsItGrows = task.isShownAsItGrows](
                             std::size_t block, const CataloguePlan::Block& decided) {
        const std::scoped_lock lock(arrivals->mutex);
        arrivals->decided += static_cast<qint64>(decided->size());
        if (isShownAsItGrows)
            arrivals->blocks.emplace_back(block, decided);
        if (!std::exchange(arrivals->isAnnounced, true))
            QMetaObject::invokeMethod(this, &CataloguePlanning::arrived, Qt::QueuedConnection);
    };
    m_future = planCatalogue(task.rules, task.catalogue, task.plan, task.day, task.now, planned,
                             std::move(cancelled));
    whenReady(m_future, this, [this, number, done = std::move(done)](const Result<CataloguePlan>& plan) {
        if (number != m_number)
            return;
        m_arrivals.reset();
        done(plan);
    });
}

std::optional<CataloguePlanning::Arrived> CataloguePlanning::takeArrived()
{
    if (!m_arrivals)
        return {};
    const std::scoped_lock lock(m_arrivals->mutex);
    m_arrivals->isAnnounced = false;
    return Arrived{m_arrivals->catalogue, std::exchange(m_arrivals->blocks, {}), m_arrivals->decided};
}

void CataloguePlanning::drop()
{
    ++m_number;
    m_arrivals.reset();
}

} // namespace purchasing::ui
