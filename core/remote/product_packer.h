#pragma once

#include "core/domain/block_builder.h"
#include "core/domain/catalogue.h"
#include "core/ports/order_store.h"

#include "inventory.pb.h"
#include "oms.pb.h"
#include "supplier.pb.h"
#include "uom.pb.h"

#include <QDateTime>

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace purchasing::remote {

/// What the four lists say of one product; null where a list does not have it.
struct ListedProduct
{
    const oms::ListedDemand* demand = nullptr;
    const inventory::ListedLevels* levels = nullptr;
    const supplier::ListedOffers* offers = nullptr;
    const uom::ListedConversions* units = nullptr;
};

/// Packs listed products into the blocks of a catalogue, as they come by ascending id, together with our open
/// orders and overrides. Blocks end where those of an earlier catalogue did, and one that is found unchanged
/// is used again. One thread.
class ProductPacker
{
public:
    /// `before` may be null.
    ProductPacker(std::vector<ProductOrders> orders, std::vector<Override> overrides, QDateTime now,
                  std::shared_ptr<const Catalogue> before);

    /// The next product, of a higher id than all before it.
    void add(const std::string& id, const ListedProduct& listed);
    /// Everything that is packed so far, in whole blocks; with `isLast` all of it.
    [[nodiscard]] std::shared_ptr<const Catalogue> catalogue(bool isLast);
    [[nodiscard]] int productsInBlocks() const { return m_productsInBlocks; }

private:
    [[nodiscard]] bool packsQuickly(const ListedProduct& listed) const;
    void packQuickly(const std::string& id, const ListedProduct& listed);
    [[nodiscard]] ProductFacts factsOf(const std::string& id, const ListedProduct& listed);
    void endBlocks();

    std::unordered_map<std::string, OpenOrders> m_orders;
    std::unordered_map<std::string, Override> m_overrides;
    QDateTime m_now;
    std::shared_ptr<const Catalogue> m_before;
    std::string m_cut; ///< The id after which a block ends; empty: when it is full.
    std::unique_ptr<BlockBuilder> m_builder = std::make_unique<BlockBuilder>();
    std::vector<Catalogue::Block> m_blocks;
    int m_productsInBlocks = 0;
};

} // namespace purchasing::remote
