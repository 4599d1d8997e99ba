#pragma once

#include "core/ports/catalogue_source.h"
#include "core/ports/clock.h"
#include "core/remote/product_reader.h"
#include "core/remote/service_channel.h"

#include <QThreadPool>

#include <memory>
#include <mutex>

namespace purchasing::remote {

/// The whole catalogue over the services' lists: the four lists are read side by side, in pieces, and packed
/// as they come, together with the open orders and overrides of the PO service. A list that fails is an
/// outage of its source, and the rest is read; without the PO service nothing is, because what is on order
/// would be unknown. What changes is told by the services' watches, and read product by product. Any thread.
class RemoteCatalogueSource : public CatalogueSource
{
public:
    /// The ways to the services.
    struct Channels
    {
        std::shared_ptr<ServiceChannel> oms;
        std::shared_ptr<ServiceChannel> inventory;
        std::shared_ptr<ServiceChannel> supplier;
        std::shared_ptr<ServiceChannel> uom;
        std::shared_ptr<ServiceChannel> po;
    };

    RemoteCatalogueSource(Channels channels, ProductPorts ports,
                          std::shared_ptr<const Clock> clock = std::make_shared<Clock>());
    ~RemoteCatalogueSource() override;

    [[nodiscard]] QFuture<Result<std::shared_ptr<const Catalogue>>>
    load(LoadProgress progress, std::shared_ptr<std::atomic_bool> cancelled,
         std::shared_ptr<const Catalogue> before) override;
    [[nodiscard]] QFuture<Result<CatalogueChanges>> changes() override;
    [[nodiscard]] std::vector<SourceOutage> outages() const override;
    void abandon() override;

private:
    struct Outages;
    struct Watches;
    class Load;

    [[nodiscard]] std::shared_ptr<Watches> watches();
    [[nodiscard]] Result<CatalogueChanges> readChanges();
    /// Looks whether a source answers, and notes it down.
    void look(Source source);

    Channels m_channels;
    ProductPorts m_ports;
    std::shared_ptr<const Clock> m_clock;
    std::shared_ptr<Outages> m_outages;
    std::shared_ptr<Load> m_load; ///< The last one that was begun.
    std::shared_ptr<Watches> m_watches; ///< Null until something was loaded.
    mutable std::mutex m_mutex; ///< Guards the two above.
    QThreadPool m_pool; ///< Loads wait here; last member, so that it ends first.
};

} // namespace purchasing::remote
