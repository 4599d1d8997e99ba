#include "core/sql/products/product_rows.h"

#include "core/sql/engine/errors/error_words.h"
#include "core/sql/products/product_groups.h"

#include <algorithm>

namespace purchasing::sql {
namespace {

/// Collects the rows of one product; the first unusable one makes the whole answer an error.
template <typename T>
std::vector<T> rowsOf(Connection& connection, const QString& productId,
                      void (*each)(Connection&, const ProductKeys&, const RowSink<T>&))
{
    std::vector<T> found;
    each(connection, ProductKeys::one(productId), [&](const QString&, Result<T> row) {
        if (!row)
            throw Failure(row.error());
        found.push_back(std::move(row).value());
    });
    if (found.empty())
        requireKnownProduct(connection, productId);
    return found;
}

} // namespace

ProductName readName(Connection& connection, const QString& productId)
{
    const ProductName name = findProductName(connection, productId);
    if (name.name.isEmpty() && name.category.isEmpty())
        requireKnownProduct(connection, productId);
    return name;
}

Error noDemand(const QString& productId)
{
    return {ErrorKind::NotFound, ErrorWords::tr("No demand is known for %1.").arg(productId), {}};
}

Demand readDemand(Connection& connection, const QString& productId)
{
    requireReadable(connection, "oms");
    auto rows = rowsOf<Demand>(connection, productId, eachDemand);
    if (rows.empty())
        throw Failure(noDemand(productId));
    return std::move(rows.front());
}

std::vector<WarehouseLevel> readLevels(Connection& connection, const QString& productId)
{
    requireReadable(connection, "inventory");
    return rowsOf<WarehouseLevel>(connection, productId, eachLevel);
}

std::vector<SupplierOffer> readOffers(Connection& connection, const QString& productId)
{
    requireReadable(connection, "supplier");
    auto offers = rowsOf<SupplierOffer>(connection, productId, eachOffer);
    std::sort(offers.begin(), offers.end(), comesBefore);
    return offers;
}

GroupedRows<SupplierOffer> groupedOffers(Connection& connection, const ProductKeys& keys)
{
    auto found = groupedRows<SupplierOffer>(connection, keys, eachOffer);
    for (auto& [productId, offers] : found) {
        if (offers)
            std::sort(offers->begin(), offers->end(), comesBefore);
    }
    return found;
}

std::vector<Result<std::vector<SupplierOffer>>> readOffersOfEach(Connection& connection,
                                                                 const QStringList& productIds)
{
    GroupedRows<SupplierOffer> found;
    if (productIds.size() > 1 && connection.dialect().whyUnreadable(QStringLiteral("supplier")).isEmpty())
        found = groupedOffers(connection, ProductKeys::several(productIds));
    std::vector<Result<std::vector<SupplierOffer>>> answers;
    for (const QString& id : productIds) {
        const auto rows = found.find(id); // Who is nowhere is asked for by itself, and told so.
        answers.push_back(rows != found.end() ? rows->second : answerOf(&readOffers, connection, id));
    }
    return answers;
}

std::vector<UnitConversion> readConversions(Connection& connection, const QString& productId)
{
    requireReadable(connection, "uom");
    return rowsOf<UnitConversion>(connection, productId, eachConversion);
}

} // namespace purchasing::sql
