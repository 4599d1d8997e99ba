#include "app/purchasing/flow_commands.h"

#include "app/purchasing/confirmation.h"
#include "app/purchasing/printing.h"
#include "app/purchasing/session.h"
#include "core/flow/decision_words.h"
#include "core/flow/flow_json.h"
#include "core/flow/override_words.h"

#include <QJsonArray>
#include <QUuid>

#include <algorithm>
#include <memory>

namespace purchasing {
namespace {

constexpr int kMostHistoryEntries = 1000;

struct FlowOptions : SessionOptions
{
    bool order = false;
    std::string productId;
    std::string supplierId;
    std::string orderId;
    std::string reason;
    std::string key;
    bool withoutAddress = false;
    std::int64_t qty = 0;
};

/// Why nothing is decided for the supplier that somebody named; empty where it offers the product.
QString whySupplierUnknown(const FlowOutcome& outcome, const FlowRequest& request)
{
    const std::vector<Problem>& problems = outcome.explained.decision.problems;
    if (request.supplierId.isEmpty()
        || std::none_of(problems.begin(), problems.end(),
                        [](const Problem& one) { return one.code == QLatin1String("supplier-gone"); }))
        return {};
    QStringList offering;
    if (outcome.facts.suppliers) {
        for (const SupplierOffer& offer : *outcome.facts.suppliers)
            offering << offer.supplierId;
    }
    const QString unknown =
        QStringLiteral("Supplier %1 does not offer %2.").arg(request.supplierId, request.productId);
    return offering.isEmpty()
        ? unknown
        : QStringLiteral("%1 Suppliers that do: %2.").arg(unknown, offering.join(QStringLiteral(", ")));
}

int evaluate(const FlowOptions& options)
{
    Result<Session> session = options.order ? openToChange(options) : openSession(options);
    if (!session)
        return printError(session.error(), options.json);
    const FlowRequest request{QString::fromStdString(options.productId),
                              QString::fromStdString(options.supplierId), session->actor};
    PurchasingFlow flow(session->installation.ports, [&session] { session->deliverOutbox(); });
    const QString key = options.key.empty() ? QUuid::createUuid().toString(QUuid::WithoutBraces)
                                            : QString::fromStdString(options.key);
    const Result<FlowOutcome> outcome =
        options.order ? flow.run(request, key).result() : flow.evaluate(request).result();
    if (!outcome)
        return printError(outcome.error(), options.json);
    if (const QString unknown = whySupplierUnknown(*outcome, request); !unknown.isEmpty())
        return printError({ErrorKind::NotFound, unknown, {}}, options.json);
    if (options.json) {
        printJson(flowJson(*outcome));
        return 0;
    }
    if (const QStringList changes = changesSinceOverride(outcome->facts); !changes.isEmpty())
        printNotes({QStringLiteral("The override is stale: %1.").arg(changes.join(QStringLiteral("; ")))});
    printOutcome(*outcome);
    return 0;
}

int plan(const FlowOptions& options)
{
    Result<Session> session = openSession(options);
    if (!session)
        return printError(session.error(), options.json);
    PurchasingFlow flow(session->installation.ports);
    const Result<std::shared_ptr<const RuleEngine>> rules = flow.rulesInForce();
    if (!rules)
        return printError(rules.error(), options.json);
    const auto catalogue = session->installation.catalogue->load({}, {}, {}).result();
    if (!catalogue)
        return printError(catalogue.error(), options.json);
    const QDate today = QDate::currentDate();
    if (!options.json) {
        printPlan(**catalogue, **rules, today);
        return 0;
    }
    printJsonArray((*catalogue)->size(),
                   [&](int row) { return planJson((*rules)->decide((*catalogue)->facts(row), today)); });
    return 0;
}

int listOrders(const FlowOptions& options)
{
    Result<Session> session = openSession(options);
    if (!session)
        return printError(session.error(), options.json);
    const Result<std::vector<PurchaseOrder>> orders = session->installation.ports.orders->list({}).result();
    if (!orders)
        return printError(orders.error(), options.json);
    if (!options.json) {
        printOrders(*orders);
        return 0;
    }
    QJsonArray array;
    for (const PurchaseOrder& order : *orders)
        array.append(orderJson(order));
    printJson(array);
    return 0;
}

int showHistory(const FlowOptions& options)
{
    Result<Session> session = openSession(options);
    if (!session)
        return printError(session.error(), options.json);
    const Result<std::vector<HistoryEntry>> entries =
        session->installation.ports.activity
            ->activity(QString::fromStdString(options.productId), kMostHistoryEntries)
            .result();
    if (!entries)
        return printError(entries.error(), options.json);
    if (options.json)
        printJson(historyJson(*entries));
    else
        printHistory(*entries);
    return 0;
}

/// One order after something was done with it, or the error.
int printOrderResult(Session& session, const Result<PurchaseOrder>& order, bool json)
{
    if (!order)
        return printError(order.error(), json);
    if (json) {
        printJson(orderJson(*order));
        return 0;
    }
    const Result<std::vector<HistoryEntry>> history =
        session.installation.ports.orders->history(order->poId).result();
    printOrder(*order, history ? *history : std::vector<HistoryEntry>{});
    return 0;
}

template <typename Act> int withOrder(const FlowOptions& options, Result<Session> session, Act act)
{
    if (!session)
        return printError(session.error(), options.json);
    const Result<PurchaseOrder> order =
        session->installation.ports.orders->find(QString::fromStdString(options.orderId)).result();
    if (!order)
        return printError(order.error(), options.json);
    return printOrderResult(*session, act(*session, *order), options.json);
}

int sendOrder(const FlowOptions& options)
{
    return withOrder(
        options, openToChange(options),
        [withoutAddress = options.withoutAddress](Session& session,
                                                  const PurchaseOrder& order) -> Result<PurchaseOrder> {
            if (order.state == OrderState::Sent || order.state == OrderState::Received)
                printNotes({QStringLiteral("%1 was sent already, at %2; nothing was sent again.")
                                .arg(order.number, order.sentAt.toLocalTime().toString(Qt::ISODate))});
            Result<PurchaseOrder> requested =
                session.installation.ports.orders
                    ->requestSend(order.poId, session.actor, {withoutAddress, order.version})
                    .result();
            if (!requested)
                return requested;
            session.deliverOutbox();
            Result<PurchaseOrder> after = session.installation.ports.orders->find(order.poId).result();
            if (after && after->state == OrderState::Approved && !after->sendProblem.isEmpty())
                return Error{ErrorKind::Unavailable,
                             QStringLiteral("%1 could not be sent: %2 The outbox shows what becomes of it.")
                                 .arg(after->number, after->sendProblem),
                             {}};
            return after;
        });
}

} // namespace

void addFlowCommands(CLI::App& app, int& exitCode)
{
    auto options = std::make_shared<FlowOptions>();
    const auto run = [&exitCode, options](CLI::App* command, auto act) {
        command->callback([&exitCode, options, act] { exitCode = act(*options); });
    };

    CLI::App* evaluateCommand = addSessionCommand(
        app, "evaluate", "Decide one product; with --order also create and send as the rules say", *options);
    evaluateCommand->add_option("product", options->productId, "The product's id")->required();
    evaluateCommand->add_option("--supplier", options->supplierId, "Another supplier than the first")
        ->check(kNotEmpty);
    CLI::Option* ordering = evaluateCommand->add_flag(
        "--order", options->order, "Create and send the order when the rules' flags say so");
    evaluateCommand
        ->add_option("--key", options->key, "Idempotency key of --order: repeating it makes no second order")
        ->check(kNotEmpty)
        ->needs(ordering);
    addPersonOption(*evaluateCommand, *options);
    addConfirmOption(*evaluateCommand, options->confirmed);
    run(evaluateCommand, evaluate);

    run(addSessionCommand(app, "plan", "Decide the whole catalogue", *options), plan);

    CLI::App* history = addSessionCommand(
        app, "history", "What happened to a product, newest first: evaluations, orders, overrides", *options);
    history->add_option("product", options->productId, "The product's id")->required();
    run(history, showHistory);

    CLI::App* orders =
        app.add_subcommand("orders", "List, show, approve, reject, cancel, send, receive and close orders");
    orders->require_subcommand(1);
    run(addSessionCommand(*orders, "list", "All orders, newest first", *options), listOrders);
    const auto orderCommand = [&](const char* name, const char* text) {
        CLI::App* command = addSessionCommand(*orders, name, text, *options);
        command->add_option("order", options->orderId, "The order's number or id")->required();
        addPersonOption(*command, *options);
        return command;
    };
    const auto orderChange = [&](const char* name, const char* text) {
        CLI::App* command = orderCommand(name, text);
        addConfirmOption(*command, options->confirmed);
        return command;
    };
    run(orderCommand("show", "One order with its history"), [](const FlowOptions& given) {
        return withOrder(given, openSession(given),
                         [](Session&, const PurchaseOrder& order) -> Result<PurchaseOrder> { return order; });
    });
    run(orderChange("approve", "Approve an order that waits"), [](const FlowOptions& given) {
        return withOrder(given, openToChange(given), [](Session& session, const PurchaseOrder& order) {
            return session.installation.ports.orders
                ->approve(order.poId, order.version, order.contentHash, session.actor)
                .result();
        });
    });
    CLI::App* reject = orderChange("reject", "Reject an order that waits");
    reject->add_option("--reason", options->reason, "Why; it is kept with the order")->required();
    run(reject, [](const FlowOptions& given) {
        return withOrder(given, openToChange(given), [&given](Session& session, const PurchaseOrder& order) {
            return session.installation.ports.orders
                ->reject(order.poId, order.version, QString::fromStdString(given.reason), session.actor)
                .result();
        });
    });
    CLI::App* cancel = orderChange("cancel", "Cancel an order that no supplier has yet");
    cancel->add_option("--reason", options->reason, "Why; it is kept with the order")->required();
    run(cancel, [](const FlowOptions& given) {
        return withOrder(given, openToChange(given), [&given](Session& session, const PurchaseOrder& order) {
            return session.installation.ports.orders
                ->cancel(order.poId, order.version, QString::fromStdString(given.reason), session.actor)
                .result();
        });
    });
    CLI::App* send = orderChange("send", "Send an approved order");
    send->add_flag("--without-address", options->withoutAddress,
                   "Knowingly, though the supplier has no usable e-mail address");
    run(send, sendOrder);
    CLI::App* receive = orderChange("receive", "Book goods that came");
    receive->add_option("--qty", options->qty, "How many units came")
        ->required()
        ->check(CLI::Range(std::int64_t{1}, std::int64_t{1000000000}));
    run(receive, [](const FlowOptions& given) {
        return withOrder(given, openToChange(given), [&given](Session& session, const PurchaseOrder& order) {
            return session.installation.ports.orders
                ->receive(order.poId, order.version, given.qty, session.actor)
                .result();
        });
    });
    CLI::App* closeShort = orderChange("close-short", "End a sent order of which not all will come");
    closeShort->add_option("--reason", options->reason, "Why; it is kept with the order")->required();
    run(closeShort, [](const FlowOptions& given) {
        return withOrder(given, openToChange(given), [&given](Session& session, const PurchaseOrder& order) {
            return session.installation.ports.orders
                ->closeShort(order.poId, order.version, QString::fromStdString(given.reason), session.actor)
                .result();
        });
    });
}

} // namespace purchasing
