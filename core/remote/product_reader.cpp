#include "core/remote/product_reader.h"

namespace purchasing::remote {
namespace {

/// Takes what a source has of the product: nothing where it does not know it, and a problem where a row
/// cannot be used. Gives the error where the source as such failed.
template <typename T>
std::optional<Error> take(Result<T> found, const char* code, std::optional<T>& into, ProductFacts& facts,
                          bool& isKnown)
{
    if (found) {
        into = std::move(found).value();
        isKnown = true;
        return std::nullopt;
    }
    if (found.error().kind == ErrorKind::NotFound)
        return std::nullopt;
    if (found.error().kind != ErrorKind::Invalid)
        return found.error();
    into.reset();
    isKnown = true;
    facts.sourceProblems.push_back({QLatin1String(code), found.error().message});
    return std::nullopt;
}

} // namespace

Result<std::optional<ProductFacts>> readProduct(const ProductPorts& ports, const QString& productId,
                                                const QDateTime& now)
{
    // Before the stock, as for a whole catalogue.
    Result<OpenOrders> open = ports.orders->openOrders(productId).result();
    if (!open)
        return open.error();
    auto overridden = ports.overrides->find(productId);
    auto name = ports.demand->product(productId);
    auto demand = ports.demand->demand(productId);
    auto levels = ports.inventory->levels(productId);
    auto offers = ports.suppliers->offers(productId);
    auto units = ports.units->conversions(productId);

    ProductFacts facts;
    facts.asOf = now;
    facts.product.productId = productId;
    facts.warehouses.emplace();
    facts.suppliers.emplace();
    facts.units.emplace();
    bool isKnown = false;
    std::optional<ProductName> named;
    if (const auto failure = take(name.result(), "unreadable:demand", named, facts, isKnown))
        return *failure;
    if (named)
        facts.product = *named;
    if (!facts.sourceProblems.empty())
        (void)demand.result(); // It says the same once more.
    else if (const auto failure = take(demand.result(), "unreadable:demand", facts.demand, facts, isKnown))
        return *failure;
    if (const auto failure = take(levels.result(), "unreadable:inventory", facts.warehouses, facts, isKnown))
        return *failure;
    if (const auto failure = take(offers.result(), "unreadable:suppliers", facts.suppliers, facts, isKnown))
        return *failure;
    if (const auto failure = take(units.result(), "unreadable:units", facts.units, facts, isKnown))
        return *failure;
    Result<std::optional<Override>> found = overridden.result();
    if (!found)
        return found.error();
    if (!isKnown)
        return std::optional<ProductFacts>();
    facts.openOrders = std::move(open->orders);
    facts.ordersVersion = open->version;
    if (*found) {
        facts.chosenSupplierId = (*found)->supplierId;
        facts.overridden = std::move(**found);
    }
    return std::optional(std::move(facts));
}

} // namespace purchasing::remote
