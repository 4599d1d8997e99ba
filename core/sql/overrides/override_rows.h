#pragma once

#include "core/domain/override.h"
#include "core/domain/purchase_order.h"
#include "core/sql/products/catalogue_rows.h"

#include <QJsonObject>

namespace purchasing::sql {

/// The overrides of these products, by product; one that cannot be read is an error of its product.
void eachOverride(Connection& connection, const ProductKeys& keys, const RowSink<Override>& sink);

/// All overrides, by product. Throws Failure for one that cannot be read.
[[nodiscard]] std::vector<Override> readOverrides(Connection& connection);
/// As readOverrides, of one product.
[[nodiscard]] std::optional<Override> findOverride(Connection& connection, const QString& productId);

/// The version of the product's override; 0 where there is none.
[[nodiscard]] qint64 overrideVersion(Connection& connection, const QString& productId);

/// What happened to the product's override last, by whom and when, for people who decided on another one.
[[nodiscard]] QString overrideChange(Connection& connection, const QString& productId, const QDateTime& now);

/// Ends the product's override when the order was made with it, and notes that down, with what the rules made
/// of its quantity: left in force it would be ordered again. The caller holds the writing transaction and has
/// checked the version. `figures` go into the event.
void useUpOverride(Connection& connection, const PurchaseOrder& order, const Actor& actor,
                   const QDateTime& now, const QJsonObject& figures);

} // namespace purchasing::sql
