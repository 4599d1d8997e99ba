#include "core/sql/catalogue/sql_product_reader.h"

#include "core/sql/catalogue/product_answers.h"

namespace purchasing::sql {
namespace {

// So that nobody waits long for the others, and so few at once that they are together.
constexpr std::size_t kMostProducts = 32;
constexpr int kMostReadings = 2;

Result<std::vector<Result<ProductAnswers>>> answersFor(Connection& connection, const QStringList& productIds)
{
    QStringList different = productIds;
    different.removeDuplicates();
    const std::vector<ProductAnswers> found = readProducts(connection, different);
    std::vector<Result<ProductAnswers>> answers;
    for (const QString& id : productIds)
        answers.emplace_back(found[static_cast<std::size_t>(different.indexOf(id))]);
    return answers;
}

} // namespace

SqlProductReader::SqlProductReader(std::shared_ptr<Database> database)
    : m_database(std::move(database))
    , m_turns(
          [reading = m_database.get()](std::vector<QString> productIds) {
              return reading->read([ids = QStringList(productIds.cbegin(), productIds.cend())](
                                       Connection& connection) { return answersFor(connection, ids); });
          },
          kMostProducts, kMostReadings)
{
}

QFuture<Result<ProductAnswers>> SqlProductReader::read(const QString& productId)
{
    return m_turns.ask(productId);
}

} // namespace purchasing::sql
