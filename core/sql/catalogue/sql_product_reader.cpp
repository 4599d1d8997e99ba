#include "core/sql/catalogue/sql_product_reader.h"

#include "core/sql/orders/open_orders.h"
#include "core/sql/overrides/override_rows.h"
#include "core/sql/people/setting_rows.h"
#include "core/sql/products/product_rows.h"
#include "core/sql/rules/rule_rows.h"

namespace purchasing::sql {
namespace {

/// One source's answer. What another try may mend concerns all of them: the whole work is then done again.
template <typename T>
Result<T> answerOf(T (*ask)(Connection&, const QString&), Connection& connection, const QString& productId)
{
    try {
        return ask(connection, productId);
    } catch (const Failure& failure) {
        if (failure.isDisconnect() || failure.isRetryable() || failure.isAboutTables())
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

} // namespace

SqlProductReader::SqlProductReader(std::shared_ptr<Database> database)
    : m_database(std::move(database))
{
}

QFuture<Result<ProductAnswers>> SqlProductReader::read(const QString& productId)
{
    return m_database->read([productId](Connection& connection) -> Result<ProductAnswers> {
        return ProductAnswers{
            answerOf(&readOpenOrders, connection, productId), answerOf(&findOverride, connection, productId),
            answerOf(&readName, connection, productId),       answerOf(&readDemand, connection, productId),
            answerOf(&readLevels, connection, productId),     answerOf(&readOffers, connection, productId),
            answerOf(&readConversions, connection, productId), readInForce(connection)};
    });
}

} // namespace purchasing::sql
