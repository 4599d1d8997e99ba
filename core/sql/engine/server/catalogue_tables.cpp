#include "core/sql/engine/server/catalogue_tables.h"

#include <QCoreApplication>
#include <QStringList>

namespace purchasing::sql {
namespace {

struct CatalogueTablesWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::CatalogueTables)
};

} // namespace

QString costInWords(const char* cost)
{
    return cost ? CatalogueTablesWords::tr(cost) : QString();
}

bool hasTypeFor(CatalogueColumn::Holds holds, const QString& type)
{
    static const auto words = [](const char* text) {
        return QString::fromLatin1(text).split(QLatin1Char(' '));
    };
    static const QStringList numeric =
        words("tinyint smallint mediumint int bigint decimal float double bit");
    static const QStringList temporal = words("date datetime timestamp");
    switch (holds) {
    case CatalogueColumn::Holds::Number: return numeric.contains(type);
    case CatalogueColumn::Holds::Day:
    case CatalogueColumn::Holds::Moment: return temporal.contains(type);
    case CatalogueColumn::Holds::Text: break;
    }
    return true;
}

const std::vector<CatalogueTable>& catalogueTables()
{
    using Holds = CatalogueColumn::Holds;
    using MayLack = CatalogueColumn::MayLack;
    static const CatalogueColumn id{"id", Holds::Number, MayLack::Mapped, "0"};
    static const CatalogueColumn productId{"product_id"};
    static const CatalogueColumn lastUpdated{
        "last_updated", Holds::Moment, MayLack::Mapped, "NULL",
        QT_TRANSLATE_NOOP("purchasing::sql::CatalogueTables",
                          "how old the data are is not known, nor noticed that they change")};
    static const std::vector<CatalogueTable> tables = {
        {"oms",
         &DatabaseNames::oms,
         "oms_history",
         {id,
          productId,
          {"avg_daily_demand", Holds::Number},
          {"trend", Holds::Text, MayLack::Mapped, "NULL",
           QT_TRANSLATE_NOOP("purchasing::sql::CatalogueTables",
                             "whether demand rises or falls is not known")},
          lastUpdated},
         MayLack::Mapped,
         QT_TRANSLATE_NOOP("purchasing::sql::CatalogueTables",
                           "no demand is known and nothing can be decided")},
        {"oms",
         &DatabaseNames::oms,
         "products",
         {productId,
          {"name"},
          {"category", Holds::Text, MayLack::Mapped, "NULL",
           QT_TRANSLATE_NOOP("purchasing::sql::CatalogueTables", "products have no category")}},
         MayLack::Always,
         QT_TRANSLATE_NOOP("purchasing::sql::CatalogueTables",
                           "products are shown by their id, without name and category")},
        {"oms",
         &DatabaseNames::oms,
         "demand_daily",
         {productId, {"day", Holds::Day}, {"qty", Holds::Number}},
         MayLack::Always,
         QT_TRANSLATE_NOOP("purchasing::sql::CatalogueTables", "there is no chart of past demand")},
        {"inventory",
         &DatabaseNames::inventory,
         "inventory_levels",
         {id,
          productId,
          {"warehouse_id", Holds::Text, MayLack::Mapped, "'MAIN'",
           QT_TRANSLATE_NOOP("purchasing::sql::CatalogueTables", "all stock counts as in one warehouse")},
          {"current_qty", Holds::Number},
          {"reserved_qty", Holds::Number, MayLack::Mapped, "0",
           QT_TRANSLATE_NOOP("purchasing::sql::CatalogueTables", "nothing counts as reserved")},
          {"on_order_qty", Holds::Number, MayLack::Always, "0",
           QT_TRANSLATE_NOOP("purchasing::sql::CatalogueTables",
                             "goods ordered outside of this program do not count as on order")},
          lastUpdated},
         MayLack::Mapped,
         QT_TRANSLATE_NOOP("purchasing::sql::CatalogueTables",
                           "no stock is known and nothing can be decided")},
        {"supplier",
         &DatabaseNames::supplier,
         "supplier_info",
         {id,
          {"supplier_id"},
          productId,
          {"moq", Holds::Number},
          {"lead_time_days", Holds::Number},
          {"unit_price", Holds::Number},
          {"is_active", Holds::Number},
          lastUpdated,
          {"supplier_name", Holds::Text, MayLack::Always, "NULL",
           QT_TRANSLATE_NOOP("purchasing::sql::CatalogueTables", "suppliers are shown by their id")},
          {"order_multiple", Holds::Number, MayLack::Always, "1",
           QT_TRANSLATE_NOOP("purchasing::sql::CatalogueTables",
                             "quantities are not rounded up to full packs")},
          {"priority", Holds::Number, MayLack::Always, "0",
           QT_TRANSLATE_NOOP("purchasing::sql::CatalogueTables", "the cheapest active supplier comes first")},
          {"email", Holds::Text, MayLack::Always, "NULL",
           QT_TRANSLATE_NOOP("purchasing::sql::CatalogueTables", "orders cannot be addressed by e-mail")}},
         MayLack::Mapped,
         QT_TRANSLATE_NOOP("purchasing::sql::CatalogueTables",
                           "no supplier is known and nothing can be ordered")},
        {"uom",
         &DatabaseNames::uom,
         "uom_conversion",
         {id, productId, {"from_uom"}, {"to_uom"}, {"conversion_factor", Holds::Number}, lastUpdated},
         MayLack::Mapped,
         QT_TRANSLATE_NOOP("purchasing::sql::CatalogueTables", "there are no cases to order in")},
    };
    return tables;
}

} // namespace purchasing::sql
