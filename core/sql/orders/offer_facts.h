#pragma once

#include "core/ports/and_then.h"
#include "core/ports/call_context.h"
#include "core/ports/sources.h"
#include "core/sql/engine/database.h"

#include <QFuture>
#include <QStringList>

#include <map>
#include <memory>
#include <optional>

class QThreadPool;

namespace purchasing::sql {

/// What suppliers offer, as the transaction of an order may know it. Where the offers are in the orders' own
/// file the transaction reads them; elsewhere they are asked for before it begins, because no transaction of
/// an order reads a database that is not its own.
class OfferFacts
{
public:
    /// Reads in the transaction.
    OfferFacts() = default;
    using Answers = std::map<QString, Result<std::vector<SupplierOffer>>>;
    /// Knows what was answered, by product, and nothing else.
    explicit OfferFacts(Answers answers)
        : m_answers(std::move(answers))
    {
    }

    /// Whether of() can say anything about the product.
    [[nodiscard]] bool know(const QString& productId) const;
    /// What the supplier offers for the product; unset where it does not. Throws Failure where that is not
    /// known.
    [[nodiscard]] std::optional<SupplierOffer> of(Connection& connection, const QString& productId,
                                                  const QString& supplierId) const;

private:
    std::optional<Answers> m_answers;
};

/// Asks what is offered for the products now; a product that the source does not know has no offers.
[[nodiscard]] QFuture<OfferFacts> askOffers(SupplierSource& suppliers, const QStringList& productIds);

/// Where a transaction is begun after an answer has come. Nothing waits there.
[[nodiscard]] QThreadPool& afterAnswers();

/// Runs `work(Connection&, const OfferFacts&)` in a writing transaction that knows what is offered for the
/// products; without `suppliers` it reads that itself.
template <typename Work>
auto writeKnowing(const std::shared_ptr<Database>& database, const std::shared_ptr<SupplierSource>& suppliers,
                  const QStringList& productIds, Work work)
{
    const auto begin = [database, work](const OfferFacts& offers) {
        return database->write([work, offers](Connection& connection) { return work(connection, offers); });
    };
    if (!suppliers)
        return begin(OfferFacts());
    return andThen(askOffers(*suppliers, productIds), afterAnswers(),
                   [begin, context = CallContext::current()](const OfferFacts& offers) {
                       const CallScope scope(context);
                       return begin(offers);
                   });
}

} // namespace purchasing::sql
