#pragma once

#include "core/domain/catalogue_block.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace purchasing {

/// Packs products into blocks, from rows as the tables give them or from facts. Texts are UTF-8; a null view
/// (no data) is the null text.
///
/// Rows of one table come by ascending product, which makes it quick but need not hold.
class BlockBuilder
{
public:
    /// The product's number here, from 0; a new one is added. Numbers stay good.
    [[nodiscard]] std::size_t product(std::string_view id);
    [[nodiscard]] std::size_t productCount() const { return m_products.size(); }
    [[nodiscard]] bool knows(std::string_view id) const;

    void setName(std::size_t product, std::string_view name, std::string_view category);
    /// Only a product's first demand counts: the newest comes first.
    void addDemand(std::size_t product, const PackedDemand& demand, std::string_view trend);
    void addLevel(std::size_t product, PackedLevel level, std::string_view warehouse);
    void addOffer(std::size_t product, PackedOffer offer, std::string_view supplier, std::string_view name,
                  std::string_view email);
    void addUnit(std::size_t product, PackedUnit unit, std::string_view from, std::string_view to);
    void setOrdersVersion(std::size_t product, std::int64_t version);
    void setAsOf(std::size_t product, std::int64_t milliseconds);
    /// Packs a whole product; nothing else may be added of it.
    void add(const ProductFacts& facts);

    /// All products by ascending id, in blocks of at most CatalogueBlock::kMostProducts. The builder is done
    /// then.
    [[nodiscard]] std::vector<std::shared_ptr<const CatalogueBlock>> build();

private:
    struct Product
    {
        std::string id;
        std::string name;
        PackedText category = 0;
        PackedDemand demand;
        std::int64_t asOf = kUnsetNumber;
        std::int64_t ordersVersion = 0;
        std::size_t place = 0; ///< Among the ascending ids.
        std::unique_ptr<ProductFacts> unpacked; ///< What rows cannot hold.
    };
    template <typename Row> struct Of
    {
        std::size_t product;
        Row row;
    };
    struct TextHash
    {
        using is_transparent = void; // NOLINT(readability-identifier-naming): the standard's name
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Numbers = std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>>;

    [[nodiscard]] PackedText textOf(std::string_view text);
    [[nodiscard]] PackedText textOf(const QString& text);
    void orderProducts();
    void orderOffers();
    template <typename Row> void orderRows(std::vector<Of<Row>>& rows) const;
    [[nodiscard]] std::shared_ptr<const CatalogueBlock> buildBlock(std::size_t first, std::size_t end) const;

    std::vector<Product> m_products;
    Numbers m_productNumbers;
    std::size_t m_last = 0;
    std::vector<QString> m_texts{QString()};
    Numbers m_textNumbers;
    std::vector<std::size_t> m_order; ///< Products by ascending id.
    std::vector<Of<PackedLevel>> m_levels;
    std::vector<Of<PackedOffer>> m_offers;
    std::vector<Of<PackedUnit>> m_units;
};

} // namespace purchasing
