#pragma once

#include "core/domain/product.h"
#include "core/sql/engine/connection.h"

#include <QStringList>
#include <QVariant>

#include <functional>
#include <optional>

namespace purchasing::sql {

/// Which products a query is about: one, several, or all after `after` up to and including `last` in the
/// database's order; without a `last`, all that follow.
struct ProductKeys
{
    [[nodiscard]] static ProductKeys one(const QString& productId)
    {
        return {productId, productId, true, {}};
    }
    /// At least one.
    [[nodiscard]] static ProductKeys several(const QStringList& productIds)
    {
        return {{}, {}, false, productIds};
    }
    [[nodiscard]] static ProductKeys range(const QString& after, const std::optional<QString>& last)
    {
        return {after, last, false, {}};
    }

    /// SQL on the column product_id, of the table or alias `of` ("o.") where given.
    [[nodiscard]] QString condition(const QString& of = {}) const
    {
        if (isOne)
            return of + QStringLiteral("product_id = ?");
        if (!ids.isEmpty()) {
            return of + QStringLiteral("product_id IN (?")
                + QStringLiteral(", ?").repeated(places(ids.size()) - 1) + QLatin1Char(')');
        }
        const QString begin = of + QStringLiteral("product_id > ?");
        return last ? begin + QStringLiteral(" AND ") + of + QStringLiteral("product_id <= ?") : begin;
    }
    [[nodiscard]] QVariantList values() const
    {
        if (isOne)
            return {*last};
        if (!ids.isEmpty()) {
            QVariantList all(ids.cbegin(), ids.cend());
            all.resize(places(ids.size()), ids.last());
            return all;
        }
        return last ? QVariantList{after, *last} : QVariantList{after};
    }

    QString after;
    std::optional<QString> last;
    bool isOne = false;
    QStringList ids; ///< Of several.

private:
    /// Few different numbers of places, so that few statements are prepared; the last id fills up.
    [[nodiscard]] static qsizetype places(qsizetype count)
    {
        qsizetype places = 2;
        while (places < count)
            places *= 4;
        return places;
    }
};

/// Told a row of a product, or why it cannot be used. Rows of a product come together.
template <typename T> using RowSink = std::function<void(const QString& productId, Result<T> row)>;

/// The newest demand of each product.
void eachDemand(Connection& connection, const ProductKeys& keys, const RowSink<Demand>& sink);
/// By warehouse.
void eachLevel(Connection& connection, const ProductKeys& keys, const RowSink<WarehouseLevel>& sink);
/// In the database's order; callers sort with comesBefore.
void eachOffer(Connection& connection, const ProductKeys& keys, const RowSink<SupplierOffer>& sink);
void eachConversion(Connection& connection, const ProductKeys& keys, const RowSink<UnitConversion>& sink);
void eachName(Connection& connection, const ProductKeys& keys, const std::function<void(ProductName)>& sink);

/// Throws Failure where the database ("supplier") cannot be read: nothing found there means nothing.
void requireReadable(Connection& connection, const char* schema);

/// The product's name, or its id with empty texts.
[[nodiscard]] ProductName findProductName(Connection& connection, const QString& productId);
/// Says whether any table knows the product.
[[nodiscard]] bool isKnownProduct(Connection& connection, const QString& productId);
/// Throws Failure unless some table knows the product: NotFound where all could be asked.
void requireKnownProduct(Connection& connection, const QString& productId);
/// What the supplier offers for the product now, if anything. Throws Failure where that cannot be read.
[[nodiscard]] std::optional<SupplierOffer> findOffer(Connection& connection, const QString& productId,
                                                     const QString& supplierId);

} // namespace purchasing::sql
