#pragma once

#include "core/domain/decision.h"
#include "core/domain/packed_rows.h"

#include <QByteArray>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <limits>
#include <map>
#include <vector>

namespace purchasing {

/// Some hundred products of the catalogue, packed: about 270 bytes a product where ProductFacts takes over a
/// thousand, so that a million fits. Numbers stand in vectors, texts that repeat are kept once, ids and names
/// in one run of bytes.
///
/// Its facts are immutable, so any number of threads may read it and snapshots may share it.
class CatalogueBlock
{
public:
    /// Blocks stay this small, because a change of one product packs its block again.
    static constexpr int kMostProducts = 1024;

    /// An empty one, for BlockBuilder to fill.
    CatalogueBlock() = default;

    [[nodiscard]] int size() const { return static_cast<int>(m_demands.size()); }
    /// The product as it was packed.
    [[nodiscard]] ProductFacts facts(int index) const;
    [[nodiscard]] QString productId(int index) const;
    [[nodiscard]] QString name(int index) const;
    /// UTF-8.
    [[nodiscard]] QByteArrayView idBytes(int index) const;
    /// The product's index, or -1.
    [[nodiscard]] int find(QByteArrayView idBytes) const;

    /// Says whether both hold the same facts, whenever they were read.
    [[nodiscard]] bool hasSameFacts(const CatalogueBlock& other) const;
    /// Notes that all of it was found unchanged when `fresh` was read, which has the same facts. It is then
    /// as new as that one, for everybody who shares it.
    void confirm(const CatalogueBlock& fresh) const;

    /// Says whether both hold the same ids in the same order.
    [[nodiscard]] bool hasSameProducts(const CatalogueBlock& other) const;

    /// Clears the flag of every product whose id, name, category and (first) supplier all lack
    /// `lowerCaseWord`. `hits` has one flag a product.
    void keepMatches(const QString& lowerCaseWord, std::vector<char>& hits) const;

    /// Tells the index of each product whose id or name contains the (lower-case) text, until `hit` says stop
    /// by returning false. Returns false when it did.
    template <typename Hit> bool eachContaining(QByteArrayView lowerCaseText, Hit hit) const;

    /// Bytes held, for figures.
    [[nodiscard]] std::size_t memory() const;

private:
    friend class BlockBuilder;

    [[nodiscard]] QByteArrayView nameBytes(int index) const;
    [[nodiscard]] const QString& text(PackedText index) const { return m_texts[index]; }

    std::vector<QString> m_texts;
    QByteArray m_bytes; ///< Id and name of each product, one after the other.
    std::vector<std::uint32_t> m_idEnds; ///< In m_bytes.
    std::vector<std::uint32_t> m_nameEnds;
    QByteArray m_lowerBytes; ///< The same in lower case, each product ended by a line feed.
    std::vector<std::uint32_t> m_lowerEnds;
    std::vector<PackedText> m_categories;
    std::vector<PackedDemand> m_demands;
    std::vector<std::uint32_t> m_levelEnds; ///< In m_levels, as the two after it in theirs.
    std::vector<std::uint32_t> m_offerEnds;
    std::vector<std::uint32_t> m_unitEnds;
    std::vector<PackedLevel> m_levels;
    std::vector<PackedOffer> m_offers;
    std::vector<PackedUnit> m_units;
    std::vector<std::int64_t> m_asOf; ///< Milliseconds; one for all where they are the same.
    mutable std::atomic<std::int64_t> m_confirmed = kUnsetNumber; ///< When it was last found unchanged.
    std::vector<std::int64_t> m_ordersVersions; ///< Empty where all are 0.
    /// What does not pack: open orders, problems, overrides. Few products have any of it.
    std::map<int, ProductFacts> m_unpacked;
};

template <typename Hit> bool CatalogueBlock::eachContaining(QByteArrayView lowerCaseText, Hit hit) const
{
    qsizetype place = m_lowerBytes.indexOf(lowerCaseText);
    while (place >= 0) {
        const auto end = std::upper_bound(m_lowerEnds.begin(), m_lowerEnds.end(), place);
        const auto index = end - m_lowerEnds.begin();
        if (index >= size())
            return true;
        if (!hit(static_cast<int>(index)))
            return false;
        place = m_lowerBytes.indexOf(lowerCaseText, *end);
    }
    return true;
}

} // namespace purchasing
