#pragma once

#include "core/domain/catalogue_block.h"
#include "core/domain/source_outage.h"

#include <memory>
#include <optional>
#include <vector>

namespace purchasing {

/// All products as they were read, by ascending id: a snapshot. Copying shares everything; a change makes
/// another snapshot that shares the blocks it did not touch. Rows number the products from 0.
class Catalogue
{
public:
    using Block = std::shared_ptr<const CatalogueBlock>;

    Catalogue() = default;
    /// Blocks must not be empty, and their ids ascend from block to block.
    explicit Catalogue(std::vector<Block> blocks);
    /// Packs products into as many blocks as they need, by ascending id.
    [[nodiscard]] static std::vector<Block> packed(const std::vector<ProductFacts>& products);

    [[nodiscard]] int size() const { return m_blocks.empty() ? 0 : m_firstRows.back(); }
    [[nodiscard]] bool isEmpty() const { return m_blocks.empty(); }
    [[nodiscard]] ProductFacts facts(int row) const;
    [[nodiscard]] ProductFacts facts(std::size_t block, int index) const;
    [[nodiscard]] QString productId(int row) const;
    /// The product's row, or -1.
    [[nodiscard]] int rowOf(const QString& productId) const;

    /// At most `most` rows whose id or name contains the text in any case: the id itself first, then what
    /// begins with it, then what only contains it; with an empty text, the first rows.
    [[nodiscard]] std::vector<int> locate(const QString& text, int most) const;

    [[nodiscard]] const std::vector<Block>& blocks() const { return m_blocks; }
    /// The row of the block's first product; for one block too many, the number of all products.
    [[nodiscard]] int firstRow(std::size_t block) const { return block == 0 ? 0 : m_firstRows[block - 1]; }
    /// The block that holds the row.
    [[nodiscard]] std::size_t blockOf(int row) const;

    /// The block that begins with the product, or null.
    [[nodiscard]] Block blockBeginningWith(QByteArrayView idBytes) const;
    /// The last id of the block that the first product after `id` is in; unset after the last block but one.
    [[nodiscard]] std::optional<QString> endOfBlockAfter(const QString& id) const;

    /// Says whether every row is the same product in both.
    [[nodiscard]] bool hasSameProducts(const Catalogue& other) const;

    /// What a change of some products leads to.
    struct Change;
    /// Takes in fresh facts: products that are known are replaced, others join. Products of `gone` leave.
    [[nodiscard]] Change with(const std::vector<ProductFacts>& fresh, const QStringList& gone = {}) const;

    /// The sources that could not be read; facts() says so of every product.
    [[nodiscard]] const std::vector<SourceOutage>& outages() const { return m_outages; }
    /// The same products with these outages. Shares everything else.
    [[nodiscard]] std::shared_ptr<const Catalogue> withOutages(std::vector<SourceOutage> outages) const;
    /// This catalogue with what `before` holds of the sources that could not be read, and the products that
    /// only it has: nobody knows whether they are gone.
    [[nodiscard]] std::shared_ptr<const Catalogue> keepingFrom(const Catalogue& before) const;

    [[nodiscard]] std::size_t memory() const;

private:
    [[nodiscard]] std::size_t blockFor(QByteArrayView idBytes) const;

    std::vector<Block> m_blocks;
    std::vector<int> m_firstRows; ///< Of the block after each block.
    std::vector<SourceOutage> m_outages;
};

struct Catalogue::Change
{
    std::shared_ptr<const Catalogue> catalogue;
    bool sameRows = true; ///< Every row still is the same product.
};

} // namespace purchasing
