#include "core/sql/orders/offer_facts.h"

#include "core/ports/and_then.h"
#include "core/sql/engine/errors/error_words.h"
#include "core/sql/products/catalogue_rows.h"

#include <QThreadPool>

namespace purchasing::sql {

bool OfferFacts::know(const QString& productId) const
{
    return !m_answers || m_answers->count(productId) > 0;
}

std::optional<SupplierOffer> OfferFacts::of(Connection& connection, const QString& productId,
                                            const QString& supplierId) const
{
    if (!m_answers)
        return findOffer(connection, productId, supplierId);
    const auto answer = m_answers->find(productId);
    if (answer == m_answers->end())
        throw Failure(ErrorKind::Unavailable,
                      ErrorWords::tr("What is offered for %1 is not known.").arg(productId));
    if (!answer->second) {
        if (answer->second.error().kind == ErrorKind::NotFound)
            return std::nullopt;
        throw Failure(answer->second.error());
    }
    for (const SupplierOffer& offer : *answer->second) { // By rank, so that the first of a supplier counts.
        if (offer.supplierId == supplierId)
            return offer;
    }
    return std::nullopt;
}

QFuture<OfferFacts> askOffers(SupplierSource& suppliers, const QStringList& productIds)
{
    using Answer = Result<std::vector<SupplierOffer>>;
    if (productIds.isEmpty())
        return QtFuture::makeReadyFuture(OfferFacts(OfferFacts::Answers()));
    QList<QFuture<Answer>> asked;
    for (const QString& productId : productIds)
        asked << suppliers.offers(productId);
    return andThen(allFinished(asked), [productIds](const QList<QFuture<Answer>>& answers) {
        OfferFacts::Answers known;
        for (qsizetype i = 0; i < answers.size(); ++i)
            known.emplace(productIds.at(i), answers.at(i).result());
        return OfferFacts(std::move(known));
    });
}

QThreadPool& afterAnswers()
{
    // Of its own: whoever waits for an order may fill any other.
    static QThreadPool pool;
    static const bool isPrepared = [] {
        pool.setMaxThreadCount(2);
        return true;
    }();
    (void)isPrepared;
    return pool;
}

} // namespace purchasing::sql
