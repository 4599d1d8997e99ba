#pragma once

#include "core/domain/product.h"
#include "core/domain/result.h"

#include <QFuture>

#include <optional>
#include <vector>

namespace purchasing {

/// One product of a list: what the source has of it, or why that cannot be used.
template <typename T> struct Listed
{
    QString productId;
    Result<T> found;
};

/// Products of a source by ascending id. A list is asked for piece by piece, each from where the last one
/// ended: an empty piece is the end.
template <typename T> using ListedPiece = Result<std::vector<Listed<T>>>;

/// What the source of demand lists: a product may have a name, a demand or both.
struct NamedDemand
{
    ProductName product;
    std::optional<Demand> demand;
};

/// Where demand comes from. Every port is asynchronous: a call returns at once, on any thread, and the future
/// carries a value or an Error, never an exception. A product the source does not know is
/// ErrorKind::NotFound.
class DemandSource
{
public:
    virtual ~DemandSource() = default;
    [[nodiscard]] virtual QFuture<Result<Demand>> demand(const QString& productId) = 0;
    /// Daily demand from `from` on, oldest first; empty where the source keeps none.
    [[nodiscard]] virtual QFuture<Result<std::vector<DailyDemand>>> history(const QString& productId,
                                                                            QDate from) = 0;
    /// Name and category; a product without a row has its id and empty texts. NotFound only where no table
    /// knows it.
    [[nodiscard]] virtual QFuture<Result<ProductName>> product(const QString& productId) = 0;
    /// The next `most` products after `after`.
    [[nodiscard]] virtual QFuture<ListedPiece<NamedDemand>> list(const QString& after, int most) = 0;
};

/// Where stock comes from. Known product without rows: an empty vector.
class InventorySource
{
public:
    virtual ~InventorySource() = default;
    [[nodiscard]] virtual QFuture<Result<std::vector<WarehouseLevel>>> levels(const QString& productId) = 0;
    /// The next `most` products after `after`.
    [[nodiscard]] virtual QFuture<ListedPiece<std::vector<WarehouseLevel>>> list(const QString& after,
                                                                                 int most) = 0;
};

/// Where suppliers come from, in the contract's order. No supplier: an empty vector.
class SupplierSource
{
public:
    virtual ~SupplierSource() = default;
    [[nodiscard]] virtual QFuture<Result<std::vector<SupplierOffer>>> offers(const QString& productId) = 0;
    /// The next `most` products after `after`.
    [[nodiscard]] virtual QFuture<ListedPiece<std::vector<SupplierOffer>>> list(const QString& after,
                                                                                int most) = 0;
};

/// Where unit conversions come from. None: an empty vector.
class UnitSource
{
public:
    virtual ~UnitSource() = default;
    [[nodiscard]] virtual QFuture<Result<std::vector<UnitConversion>>>
    conversions(const QString& productId) = 0;
    /// The next `most` products after `after`.
    [[nodiscard]] virtual QFuture<ListedPiece<std::vector<UnitConversion>>> list(const QString& after,
                                                                                 int most) = 0;
};

} // namespace purchasing
