#include "core/sql/catalogue/product_answers.h"

#include "core/sql/orders/open_orders.h"
#include "core/sql/overrides/override_rows.h"
#include "core/sql/people/setting_rows.h"
#include "core/sql/products/product_rows.h"
#include "core/sql/rules/rule_rows.h"

#include <QHash>

#include <algorithm>
#include <map>

namespace purchasing::sql {
namespace {

bool mayBeMended(const Failure& failure)
{
    return failure.isDisconnect() || failure.isRetryable() || failure.isAboutTables();
}

/// One source's answer. What another try may mend concerns all of them: the whole work is then done again.
template <typename T>
Result<T> answerOf(T (*ask)(Connection&, const QString&), Connection& connection, const QString& productId)
{
    try {
        return ask(connection, productId);
    } catch (const Failure& failure) {
        if (mayBeMended(failure))
            throw;
        return failure.error();
    }
}

/// Where it cannot be read, whoever asks for it by itself is told why.
std::optional<RulesInForce> readInForce(Connection& connection)
{
    const qint64 version = newestRuleSet(connection);
    return version == 0 ? std::nullopt : std::optional(RulesInForce{version, readSettings(connection)});
}

/// The rows of one product in a table; the first that cannot be used makes the answer an error.
template <typename T> using Found = std::map<QString, Result<std::vector<T>>>;

template <typename T>
Found<T> rowsOf(Connection& connection, const ProductKeys& keys,
                void (*each)(Connection&, const ProductKeys&, const RowSink<T>&))
{
    Found<T> found;
    each(connection, keys, [&found](const QString& productId, Result<T> row) {
        Result<std::vector<T>>& rows = found.try_emplace(productId, std::vector<T>()).first->second;
        if (!rows)
            return;
        if (row)
            rows->push_back(std::move(row).value());
        else
            rows = row.error();
    });
    return found;
}

template <typename T> Result<std::vector<T>> takeRows(Found<T>& found, const QString& productId)
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
    auto overrides = rowsOf<Override>(connection, keys, eachOverride);
    QHash<QString, ProductName> names;
    eachName(connection, keys, [&names](ProductName name) { names.insert(name.productId, std::move(name)); });
    auto demands = rowsOf<Demand>(connection, keys, eachDemand);
    auto levels = rowsOf<WarehouseLevel>(connection, keys, eachLevel);
    auto offers = rowsOf<SupplierOffer>(connection, keys, eachOffer);
    auto conversions = rowsOf<UnitConversion>(connection, keys, eachConversion);
    const std::optional<RulesInForce> rules = readInForce(connection);

    std::vector<ProductAnswers> answers;
    for (const QString& id : productIds) {
        const bool isKnown = names.contains(id) || demands.contains(id) || levels.contains(id)
            || offers.contains(id) || conversions.contains(id);
        if (!isKnown) { // Who is nowhere is asked for by itself, and told so.
            answers.push_back(readProduct(connection, id));
            continue;
        }
        Result<std::vector<SupplierOffer>> ranked = takeRows(offers, id);
        if (ranked)
            std::sort(ranked->begin(), ranked->end(), comesBefore);
        const Result<std::optional<Demand>> demand = firstOf(takeRows(demands, id));
        answers.push_back({std::move(openOrders[id.toUtf8()]), firstOf(takeRows(overrides, id)),
                           names.value(id, ProductName{id, {}, {}}),
                           !demand       ? Result<Demand>(demand.error())
                               : *demand ? Result<Demand>(**demand)
                                         : Result<Demand>(noDemand(id)),
                           takeRows(levels, id), std::move(ranked), takeRows(conversions, id), rules});
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
            if (mayBeMended(failure))
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
