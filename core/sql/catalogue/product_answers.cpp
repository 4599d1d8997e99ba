#include "core/sql/catalogue/product_answers.h"

#include "core/sql/orders/open_orders.h"
#include "core/sql/overrides/override_rows.h"
#include "core/sql/people/setting_rows.h"
#include "core/sql/products/product_groups.h"
#include "core/sql/products/product_rows.h"
#include "core/sql/rules/rule_rows.h"

#include <QHash>

namespace purchasing::sql {
namespace {

/// Where it cannot be read, whoever asks for it by itself is told why.
std::optional<RulesInForce> readInForce(Connection& connection)
{
    const qint64 version = newestRuleSet(connection);
    return version == 0 ? std::nullopt : std::optional(RulesInForce{version, readSettings(connection)});
}

/// The rows of one product; none where the table has none.
template <typename T> Result<std::vector<T>> takeRows(GroupedRows<T>& found, const QString& productId)
{
    const auto at = found.find(productId);
    return at == found.end() ? Result<std::vector<T>>(std::vector<T>()) : std::move(at->second);
}

/// The only row of a product.
template <typename T> Result<std::optional<T>> firstOf(const Result<std::vector<T>>& rows)
{
    if (!rows)
        return rows.error();
    return rows->empty() ? std::nullopt : std::optional<T>(rows->front());
}

std::vector<ProductAnswers> readTogether(Connection& connection, const QStringList& productIds)
{
    for (const char* schema : {"oms", "inventory", "supplier", "uom"})
        requireReadable(connection, schema);
    const ProductKeys keys = ProductKeys::several(productIds);
    auto openOrders = readOpenOrders(connection, keys);
    auto overrides = groupedRows<Override>(connection, keys, eachOverride);
    QHash<QString, ProductName> names;
    eachName(connection, keys, [&names](ProductName name) { names.insert(name.productId, std::move(name)); });
    auto demands = groupedRows<Demand>(connection, keys, eachDemand);
    auto levels = groupedRows<WarehouseLevel>(connection, keys, eachLevel);
    auto offers = groupedOffers(connection, keys);
    auto conversions = groupedRows<UnitConversion>(connection, keys, eachConversion);
    const std::optional<RulesInForce> rules = readInForce(connection);

    std::vector<ProductAnswers> answers;
    for (const QString& id : productIds) {
        const bool isKnown = names.contains(id) || demands.contains(id) || levels.contains(id)
            || offers.contains(id) || conversions.contains(id);
        if (!isKnown) { // Who is nowhere is asked for by itself, and told so.
            answers.push_back(readProduct(connection, id));
            continue;
        }
        const Result<std::optional<Demand>> demand = firstOf(takeRows(demands, id));
        answers.push_back({std::move(openOrders[id.toUtf8()]), firstOf(takeRows(overrides, id)),
                           names.value(id, ProductName{id, {}, {}}),
                           !demand       ? Result<Demand>(demand.error())
                               : *demand ? Result<Demand>(**demand)
                                         : Result<Demand>(noDemand(id)),
                           takeRows(levels, id), takeRows(offers, id), takeRows(conversions, id), rules});
    }
    return answers;
}

} // namespace

ProductAnswers readProduct(Connection& connection, const QString& productId)
{
    return {answerOf(&readOpenOrders, connection, productId),  answerOf(&findOverride, connection, productId),
            answerOf(&readName, connection, productId),        answerOf(&readDemand, connection, productId),
            answerOf(&readLevels, connection, productId),      answerOf(&readOffers, connection, productId),
            answerOf(&readConversions, connection, productId), readInForce(connection)};
}

std::vector<ProductAnswers> readProducts(Connection& connection, const QStringList& productIds)
{
    if (productIds.size() > 1) {
        try {
            return readTogether(connection, productIds);
        } catch (const Failure& failure) {
            if (failure.mayBeMended())
                throw;
            // Each is told by itself what is wrong with it.
        }
    }
    std::vector<ProductAnswers> answers;
    for (const QString& id : productIds)
        answers.push_back(readProduct(connection, id));
    return answers;
}

} // namespace purchasing::sql
