#pragma once

#include "core/domain/decision.h"
#include "core/domain/source_outage.h"

#include <QString>
#include <QVariant>

namespace purchasing::ui {

/// The columns of the planning grid, in their default order. The number is stored in saved layouts: append
/// only.
enum class ProductColumn {
    Product,
    Name,
    Decision,
    OrderQty,
    Total,
    OrderBy,
    StockOut,
    Unit,
    Supplier,
    UnitPrice,
    ToPay,
    Shortage,
    DailyDemand,
    Trend,
    OnHand,
    Reserved,
    Available,
    OnOrder,
    Required,
    Moq,
    Multiple,
    LeadTime,
    Cover,
    Category,
    Warehouses,
    Reason,
    Decided,
    Count
};

/// How a column presents itself.
struct ProductColumnInfo
{
    QString id; ///< Stable name for settings and exports.
    QString header;
    QString tip; ///< What it means and how it is computed.
    bool numeric = false;
    bool shownByDefault = true;
    int width = 90;
};

[[nodiscard]] const ProductColumnInfo& columnInfo(ProductColumn column);
/// Rebuilds the texts after a change of language.
void retranslateColumns();

/// Text of a cell for people, as the locale writes it.
[[nodiscard]] QString cellText(ProductColumn column, const ProductFacts& facts, const Decision& decision,
                               const QString& currency, QDate today);
/// Value of a cell for sorting; invalid sorts last.
[[nodiscard]] QVariant cellKey(ProductColumn column, const ProductFacts& facts, const Decision& decision);
/// Why the number is what it is: formula with this row's numbers; empty where there is nothing to add.
[[nodiscard]] QString cellTip(ProductColumn column, const ProductFacts& facts, const Decision& decision,
                              const QString& currency, QDate today);
/// Whether the cell shows what a planner has overridden: the quantity or the supplier.
[[nodiscard]] bool isOverriddenCell(ProductColumn column, const ProductFacts& facts);
/// "today", "in 6 d", "3 d late".
[[nodiscard]] QString daysFromNow(QDate day, QDate today);

} // namespace purchasing::ui
