#include "app/purchasing/override_commands.h"

#include "app/purchasing/confirmation.h"
#include "app/purchasing/printing.h"
#include "app/purchasing/session.h"
#include "core/flow/override_words.h"
#include "core/flow/purchasing_flow.h"

#include <QJsonArray>

#include <memory>

namespace purchasing {
namespace {

struct OverrideOptions : SessionOptions
{
    std::string productId;
    std::int64_t qty = 0;
    std::string supplierId;
    std::string reason;
    bool clear = false;
};

QJsonObject overrideJson(const Override& overridden)
{
    return {{QStringLiteral("product_id"), overridden.productId},
            {QStringLiteral("qty"), static_cast<qint64>(overridden.qty)},
            {QStringLiteral("supplier_id"), overridden.supplierId},
            {QStringLiteral("reason"), overridden.reason},
            {QStringLiteral("by"), overridden.byName},
            {QStringLiteral("at"), overridden.at.toUTC().toString(Qt::ISODate)}};
}

/// What changed since each of the overrides was set, in their order: such a one is to be confirmed before
/// anything is ordered by it.
std::vector<Result<QStringList>> changesSince(Session& session, const std::vector<Override>& all)
{
    PurchasingFlow flow(session.installation.ports);
    std::vector<QFuture<Result<ProductFacts>>> asked;
    for (const Override& overridden : all)
        asked.push_back(flow.facts({overridden.productId, {}, session.actor}));
    std::vector<Result<QStringList>> changes;
    for (const auto& answer : asked) {
        const Result<ProductFacts> facts = answer.result();
        changes.push_back(facts ? Result<QStringList>(changesSinceOverride(*facts)) : facts.error());
    }
    return changes;
}

int list(Session& session, bool json)
{
    const Result<std::vector<Override>> all = session.installation.ports.overrides->list().result();
    if (!all)
        return printError(all.error(), json);
    const std::vector<Result<QStringList>> changes = changesSince(session, *all);
    QJsonArray array;
    for (std::size_t i = 0; i < all->size(); ++i) {
        const Override& overridden = (*all)[i];
        const QStringList stale = changes[i] ? *changes[i] : QStringList{changes[i].error().message};
        if (json) {
            QJsonObject object = overrideJson(overridden);
            object.insert(QStringLiteral("stale"), QJsonArray::fromStringList(stale));
            array.append(object);
            continue;
        }
        printLine(QStringLiteral("%1: %2").arg(overridden.productId, overrideText(overridden)));
        if (!stale.isEmpty())
            printLine(QStringLiteral("    Stale: %1").arg(stale.join(QStringLiteral("; "))));
    }
    if (json)
        printJson(array);
    else if (all->empty())
        printLine(QStringLiteral("Nothing is overridden."));
    return 0;
}

/// The product as the flow sees it now, with its override and what follows from it.
int show(Session& session, const QString& productId, bool json)
{
    PurchasingFlow flow(session.installation.ports);
    const Result<FlowOutcome> outcome = flow.evaluate({productId, {}, session.actor}).result();
    if (!outcome)
        return printError(outcome.error(), json);
    const Result<std::shared_ptr<const RuleEngine>> rules = flow.rulesInForce();
    if (!rules)
        return printError(rules.error(), json);
    const ProductFacts& facts = outcome->facts;
    const QStringList changes = changesSinceOverride(facts);
    const QString idle = whyOverrideIsIdle(facts, outcome->explained.decision, (*rules)->readsOverrides());
    if (json) {
        QJsonObject answer = facts.overridden ? overrideJson(*facts.overridden) : QJsonObject{};
        answer.insert(QStringLiteral("product_id"), productId);
        answer.insert(QStringLiteral("overridden"), facts.overridden.has_value());
        answer.insert(QStringLiteral("stale"), QJsonArray::fromStringList(changes));
        answer.insert(QStringLiteral("without_effect"), idle);
        printJson(answer);
        return 0;
    }
    printLine(QStringLiteral("%1: %2").arg(
        productId, facts.overridden ? overrideText(*facts.overridden) : QStringLiteral("not overridden")));
    if (!changes.isEmpty())
        printLine(QStringLiteral("Stale: %1.").arg(changes.join(QStringLiteral("; "))));
    if (!idle.isEmpty())
        printLine(idle);
    if (facts.overridden) {
        for (const QString& warning : overrideWarnings(facts.overridden->qty, facts))
            printLine(QStringLiteral("The quantity is %1.").arg(warning));
    }
    printLine(outcome->message);
    return 0;
}

int change(Session& session, const OverrideOptions& options)
{
    const QString productId = QString::fromStdString(options.productId);
    OverrideStore& store = *session.installation.ports.overrides;
    const Result<std::optional<Override>> present = store.find(productId).result();
    if (!present)
        return printError(present.error(), options.json);
    const std::int64_t version = *present ? (*present)->version : 0;
    if (options.clear) {
        const Result<Done> cleared = store.clear(productId, version, session.actor).result();
        return cleared ? show(session, productId, options.json) : printError(cleared.error(), options.json);
    }
    PurchasingFlow flow(session.installation.ports);
    const Result<FlowOutcome> seen = flow.evaluate({productId, {}, session.actor}).result();
    if (!seen)
        return printError(seen.error(), options.json);
    // What is not named stays as it was overridden.
    Override wanted = present->value_or(Override{});
    wanted.productId = productId;
    if (options.qty != 0)
        wanted.qty = options.qty;
    if (!options.supplierId.empty())
        wanted.supplierId = QString::fromStdString(options.supplierId);
    wanted.reason = QString::fromStdString(options.reason);
    wanted.basis = overrideBasisOf(seen->facts, wanted.supplierId);
    const Result<Override> stored = store.set(wanted, version, session.actor).result();
    return stored ? show(session, productId, options.json) : printError(stored.error(), options.json);
}

int run(const OverrideOptions& options)
{
    const bool isChange =
        options.clear || options.qty != 0 || !options.supplierId.empty() || !options.reason.empty();
    Result<Session> session = isChange ? openToChange(options) : openSession(options);
    if (!session)
        return printError(session.error(), options.json);
    if (isChange)
        return change(*session, options);
    if (options.productId.empty())
        return list(*session, options.json);
    return show(*session, QString::fromStdString(options.productId), options.json);
}

} // namespace

void addOverrideCommands(CLI::App& app, int& exitCode)
{
    auto options = std::make_shared<OverrideOptions>();
    CLI::App* command = addSessionCommand(
        app, "override", "Order another quantity than the rules calculate, or from another supplier",
        *options);
    addPersonOption(*command, *options);
    addConfirmOption(*command, options->confirmed);
    CLI::Option* product =
        command->add_option("product", options->productId, "The product's id; all overrides when left out");
    product->check(kNotEmpty);
    CLI::Option* qty = command->add_option("--qty", options->qty, "Whole units to order instead");
    qty->check(CLI::Range(std::int64_t{1}, kLargestOverride))->needs(product);
    CLI::Option* supplier =
        command->add_option("--supplier", options->supplierId, "The supplier to order from");
    supplier->check(kNotEmpty)->needs(product);
    CLI::Option* reason = command->add_option("--reason", options->reason, "Why; it is kept with the order");
    reason->check(kNotEmpty)->needs(product);
    qty->needs(reason);
    supplier->needs(reason);
    command->add_flag("--clear", options->clear, "Let the rules alone decide again")
        ->needs(product)
        ->excludes(qty)
        ->excludes(supplier)
        ->excludes(reason);
    command->callback([&exitCode, options] { exitCode = run(*options); });
}

} // namespace purchasing
