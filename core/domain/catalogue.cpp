#include "core/domain/catalogue.h"

#include "core/domain/block_builder.h"

#include <algorithm>
#include <map>
#include <optional>

namespace purchasing {
namespace {

/// Goes through the products of a catalogue as they were packed.
class Walk
{
public:
    explicit Walk(const std::vector<Catalogue::Block>& blocks)
        : m_blocks(blocks)
    {
    }
    [[nodiscard]] bool isAtEnd() const { return m_block == m_blocks.size(); }
    [[nodiscard]] QByteArrayView id() const { return m_blocks[m_block]->idBytes(m_index); }
    [[nodiscard]] ProductFacts facts() const { return m_blocks[m_block]->facts(m_index); }
    void next()
    {
        if (++m_index < m_blocks[m_block]->size())
            return;
        m_index = 0;
        ++m_block;
    }

private:
    const std::vector<Catalogue::Block>& m_blocks;
    std::size_t m_block = 0;
    int m_index = 0;
};

} // namespace

Catalogue::Catalogue(std::vector<Block> blocks)
    : m_blocks(std::move(blocks))
{
    m_firstRows.reserve(m_blocks.size());
    int rows = 0;
    for (const Block& block : m_blocks)
        m_firstRows.push_back(rows += block->size());
}

std::vector<Catalogue::Block> Catalogue::packed(const std::vector<ProductFacts>& products)
{
    BlockBuilder builder;
    for (const ProductFacts& facts : products)
        builder.add(facts);
    return builder.build();
}

std::size_t Catalogue::blockOf(int row) const
{
    const auto after = std::upper_bound(m_firstRows.begin(), m_firstRows.end(), row);
    return static_cast<std::size_t>(after - m_firstRows.begin());
}

ProductFacts Catalogue::facts(int row) const
{
    const std::size_t block = blockOf(row);
    return facts(block, row - firstRow(block));
}

ProductFacts Catalogue::facts(std::size_t block, int index) const
{
    ProductFacts facts = m_blocks[block]->facts(index);
    if (!m_outages.empty())
        applyOutages(m_outages, facts);
    return facts;
}

QString Catalogue::productId(int row) const
{
    const std::size_t block = blockOf(row);
    return m_blocks[block]->productId(row - firstRow(block));
}

/// The last block that begins at or before the id; the first where none does.
std::size_t Catalogue::blockFor(QByteArrayView idBytes) const
{
    const auto after = std::upper_bound(
        m_blocks.begin(), m_blocks.end(), idBytes,
        [](QByteArrayView id, const Block& block) { return id.compare(block->idBytes(0)) < 0; });
    return after == m_blocks.begin() ? 0 : static_cast<std::size_t>(after - m_blocks.begin()) - 1;
}

int Catalogue::rowOf(const QString& productId) const
{
    if (m_blocks.empty())
        return -1;
    const QByteArray id = productId.toUtf8();
    const std::size_t block = blockFor(id);
    const int index = m_blocks[block]->find(id);
    return index < 0 ? -1 : firstRow(block) + index;
}

Catalogue::Block Catalogue::blockBeginningWith(QByteArrayView idBytes) const
{
    if (m_blocks.empty())
        return {};
    const Block& block = m_blocks[blockFor(idBytes)];
    return block->idBytes(0) == idBytes ? block : Block();
}

std::optional<QString> Catalogue::endOfBlockAfter(const QString& id) const
{
    const QByteArray after = id.toUtf8();
    for (std::size_t i = m_blocks.empty() ? 0 : blockFor(after); i + 1 < m_blocks.size(); ++i) {
        const CatalogueBlock& block = *m_blocks[i];
        if (block.idBytes(block.size() - 1).compare(after) > 0)
            return block.productId(block.size() - 1);
    }
    return std::nullopt; // The last one ends where the catalogue ends by now.
}

std::vector<int> Catalogue::locate(const QString& text, int most) const
{
    // Ids and names that begin with the text are told from the others afterwards; among so many rows the best
    // ones are looked for only in the first few thousand that fit at all.
    constexpr std::size_t kMostLookedAt = 5000;
    const QByteArray wanted = text.toLower().toUtf8();
    struct Hit
    {
        int rank;
        int row;
    };
    std::vector<Hit> hits;
    if (const int exact = rowOf(text); exact >= 0)
        hits.push_back({0, exact});
    for (std::size_t block = 0; block < m_blocks.size(); ++block) {
        const bool goesOn = m_blocks[block]->eachContaining(wanted, [&](int index) {
            const int row = firstRow(block) + index;
            if (!hits.empty() && hits.front().rank == 0 && hits.front().row == row)
                return true;
            const QString id = m_blocks[block]->productId(index);
            const int rank = id.compare(text, Qt::CaseInsensitive) == 0              ? 0
                : id.startsWith(text, Qt::CaseInsensitive)                           ? 1
                : m_blocks[block]->name(index).startsWith(text, Qt::CaseInsensitive) ? 2
                                                                                     : 3;
            hits.push_back({rank, row});
            return hits.size() < kMostLookedAt;
        });
        if (!goesOn)
            break;
    }
    const auto shown = static_cast<std::ptrdiff_t>(std::min(hits.size(), static_cast<std::size_t>(most)));
    std::partial_sort(hits.begin(), hits.begin() + shown, hits.end(), [](const Hit& a, const Hit& b) {
        return a.rank != b.rank ? a.rank < b.rank : a.row < b.row;
    });
    std::vector<int> rows;
    for (auto hit = hits.begin(); hit != hits.begin() + shown; ++hit)
        rows.push_back(hit->row);
    return rows;
}

bool Catalogue::hasSameProducts(const Catalogue& other) const
{
    if (size() != other.size())
        return false;
    // Block by block where they are cut alike, as they mostly are; only what is not shared is compared.
    if (m_firstRows == other.m_firstRows) {
        for (std::size_t block = 0; block < m_blocks.size(); ++block) {
            if (m_blocks[block] != other.m_blocks[block]
                && !m_blocks[block]->hasSameProducts(*other.m_blocks[block]))
                return false;
        }
        return true;
    }
    for (int row = 0; row < size(); ++row) {
        if (productId(row) != other.productId(row))
            return false;
    }
    return true;
}

Catalogue::Change Catalogue::with(const std::vector<ProductFacts>& fresh, const QStringList& gone) const
{
    // By block: what becomes of its products; nothing for those that leave.
    std::map<std::size_t, std::map<QByteArray, std::optional<ProductFacts>>> changes;
    for (const ProductFacts& facts : fresh) {
        QByteArray id = facts.product.productId.toUtf8();
        auto& block = changes[m_blocks.empty() ? 0 : blockFor(id)];
        block.insert_or_assign(std::move(id), facts);
    }
    for (const QString& productId : gone) {
        QByteArray id = productId.toUtf8();
        if (!m_blocks.empty())
            changes[blockFor(id)].insert_or_assign(std::move(id), std::nullopt);
    }

    Change change;
    std::vector<Block> blocks;
    blocks.reserve(m_blocks.size());
    auto next = changes.begin();
    for (std::size_t i = 0; i < std::max<std::size_t>(m_blocks.size(), 1); ++i) {
        if (next == changes.end() || next->first != i) {
            if (i < m_blocks.size())
                blocks.push_back(m_blocks[i]);
            continue;
        }
        std::map<QByteArray, std::optional<ProductFacts>> products;
        const int before = i < m_blocks.size() ? m_blocks[i]->size() : 0;
        for (int index = 0; index < before; ++index)
            products.emplace(m_blocks[i]->idBytes(index).toByteArray(), m_blocks[i]->facts(index));
        for (auto& [id, facts] : next->second) {
            const auto known = products.find(id);
            const bool wasThere = known != products.end();
            if (facts && !m_outages.empty())
                keepKnown(m_outages, wasThere && known->second ? &*known->second : nullptr, *facts);
            change.sameRows = change.sameRows && wasThere == facts.has_value();
            products.insert_or_assign(id, std::move(facts));
        }
        ++next;
        std::vector<ProductFacts> kept;
        kept.reserve(products.size());
        for (auto& [id, facts] : products) {
            if (facts)
                kept.push_back(std::move(*facts));
        }
        if (kept.empty())
            continue;
        for (Block& block : packed(kept))
            blocks.push_back(std::move(block));
    }
    Catalogue changed(std::move(blocks));
    changed.m_outages = m_outages;
    change.catalogue = std::make_shared<const Catalogue>(std::move(changed));
    return change;
}

std::shared_ptr<const Catalogue> Catalogue::withOutages(std::vector<SourceOutage> outages) const
{
    Catalogue same = *this;
    same.m_outages = std::move(outages);
    return std::make_shared<const Catalogue>(std::move(same));
}

std::shared_ptr<const Catalogue> Catalogue::keepingFrom(const Catalogue& before) const
{
    if (m_outages.empty())
        return std::make_shared<const Catalogue>(*this);
    // Both by ascending id, packed a block at a time: unpacked, a million products would not fit.
    std::vector<Block> blocks;
    std::vector<ProductFacts> gathered;
    const auto pack = [&] {
        for (Block& block : packed(gathered))
            blocks.push_back(std::move(block));
        gathered.clear();
    };
    Walk mine(m_blocks);
    Walk former(before.m_blocks);
    while (!mine.isAtEnd() || !former.isAtEnd()) {
        const int order = mine.isAtEnd() ? 1 : former.isAtEnd() ? -1 : mine.id().compare(former.id());
        if (order > 0) {
            gathered.push_back(former.facts());
        } else {
            gathered.push_back(mine.facts());
            const ProductFacts known = order == 0 ? former.facts() : ProductFacts();
            keepKnown(m_outages, order == 0 ? &known : nullptr, gathered.back());
            mine.next();
        }
        if (order >= 0)
            former.next();
        if (gathered.size() == CatalogueBlock::kMostProducts)
            pack();
    }
    pack();
    Catalogue kept(std::move(blocks));
    kept.m_outages = m_outages;
    return std::make_shared<const Catalogue>(std::move(kept));
}

std::size_t Catalogue::memory() const
{
    std::size_t sum = 0;
    for (const Block& block : m_blocks)
        sum += block->memory();
    return sum;
}

} // namespace purchasing
