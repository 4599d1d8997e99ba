#pragma once

#include "core/domain/product.h"
#include "core/sql/query.h"

#include <functional>
#include <vector>

namespace purchasing::sql {

/// Product ids from `first` to `last`, both included; the same for one product.
struct KeyRange
{
    QString first;
    QString last;
};

/// Called with each row's product; the row is unset when it holds something unusable, which `problem` then
/// names.
template <typename Row>
using RowSink = std::function<void(const QString& productId, std::optional<Row> row, const QString& problem)>;

/// Read the tables of the catalogue for a range of products, by product id. One place for single products and
/// whole catalogues, so that both see the same. Throw Failure when the table cannot be read at all.
void readNames(const QSqlDatabase& connection, const KeyRange& range, const RowSink<ProductName>& sink);
/// The newest oms_history row of each product.
void readDemand(const QSqlDatabase& connection, const KeyRange& range, const RowSink<Demand>& sink);
void readLevels(const QSqlDatabase& connection, const KeyRange& range, const RowSink<WarehouseLevel>& sink);
void readOffers(const QSqlDatabase& connection, const KeyRange& range, const RowSink<SupplierOffer>& sink);
void readConversions(const QSqlDatabase& connection, const KeyRange& range,
                     const RowSink<UnitConversion>& sink);

} // namespace purchasing::sql
