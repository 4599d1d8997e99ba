#include "app/purchasing/flow_commands.h"

#include "app/purchasing/printing.h"
#include "app/wiring/installation.h"
#include "core/flow/decision_words.h"
#include "core/flow/flow_json.h"
#include "core/flow/outbox_relay.h"

#include <QJsonArray>
#include <QUuid>

#include <CLI/CLI.hpp>
#include <memory>

namespace purchasing {
namespace {

/// The options that commands share; filled while parsing.
struct Options
{
    std::string database;
    bool mysql = false;
    bool json = false;
    bool order = false;
    std::string productId;
    std::string supplierId;
    std::string orderId;
    std::string reason;
    std::string person;
    std::string key;
};

/// An open installation with who acts.
struct Session
{
    Installation installation;
    Actor actor;
};

Result<Installation> open(const Options& options)
{
    if (!options.mysql)
        return openInstallation(options.database.empty() ? defaultDatabaseFile()
                                                         : QString::fromStdString(options.database));
    const Result<Environment> environment = Environment::read(QStringLiteral(".env"));
    if (!environment)
        return environment.error();
    return openMysqlInstallation(*environment);
}

Result<Session> openSession(const Options& options)
{
    Result<Installation> installation = open(options);
    if (!installation)
        return installation.error();
    if (!options.json)
        printNotes(installation->limitations);
    Result<Actor> actor = installation->ports.people->operatingSystemUser().result();
    if (!actor)
        return actor.error();
    if (!options.person.empty()) {
        const Result<std::vector<Person>> people = installation->ports.people->people().result();
        if (!people)
            return people.error();
        const QString wanted = QString::fromStdString(options.person);
        const auto found = std::find_if(people->begin(), people->end(), [&](const Person& person) {
            return person.name.compare(wanted, Qt::CaseInsensitive) == 0 && person.enabled;
        });
        if (found == people->end())
            return Error{ErrorKind::NotFound,
                         QStringLiteral("There is nobody called %1 in this database.").arg(wanted),
                         {}};
        actor->personId = found->personId;
        actor->name = found->name;
    }
    return Session{std::move(installation).value(), *actor};
}

std::shared_ptr<OutboxRelay> relayOf(const Installation& installation)
{
    return std::make_shared<OutboxRelay>(installation.ports.orders, installation.channel);
}

int evaluate(const Options& options)
{
    Result<Session> session = openSession(options);
    if (!session)
        return printError(session.error(), options.json);
    const FlowRequest request{QString::fromStdString(options.productId),
                              QString::fromStdString(options.supplierId), session->actor};
    const std::shared_ptr<OutboxRelay> relay = relayOf(session->installation);
    PurchasingFlow flow(session->installation.ports, [relay] { relay->deliverDue(); });
    const QString key = options.key.empty() ? QUuid::createUuid().toString(QUuid::WithoutBraces)
                                            : QString::fromStdString(options.key);
    const Result<FlowOutcome> outcome =
        options.order ? flow.run(request, key).result() : flow.evaluate(request).result();
    if (!outcome)
        return printError(outcome.error(), options.json);
    if (options.json)
        printJson(flowJson(*outcome));
    else
        printOutcome(*outcome);
    return 0;
}

int plan(const Options& options)
{
    Result<Session> session = openSession(options);
    if (!session)
        return printError(session.error(), options.json);
    PurchasingFlow flow(session->installation.ports);
    const Result<std::shared_ptr<const RuleEngine>> rules = flow.rulesInForce();
    if (!rules)
        return printError(rules.error(), options.json);
    const auto catalogue = session->installation.catalogue->load({}, {}).result();
    if (!catalogue)
        return printError(catalogue.error(), options.json);
    const QDate today = QDate::currentDate();
    if (!options.json) {
        printPlan(**catalogue, **rules, today);
        return 0;
    }
    QJsonArray array;
    for (int row = 0; row < (*catalogue)->size(); ++row)
        array.append(planJson((*rules)->decide((*catalogue)->facts(row), today)));
    printJson(array);
    return 0;
}

int listOrders(const Options& options)
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

template <typename Act> int withOrder(const Options& options, Act act)
{
    Result<Session> session = openSession(options);
    if (!session)
        return printError(session.error(), options.json);
    const Result<PurchaseOrder> order =
        session->installation.ports.orders->find(QString::fromStdString(options.orderId)).result();
    if (!order)
        return printError(order.error(), options.json);
    return printOrderResult(*session, act(*session, *order), options.json);
}

int sendOrder(const Options& options)
{
    return withOrder(options, [](Session& session, const PurchaseOrder& order) -> Result<PurchaseOrder> {
        Result<PurchaseOrder> requested =
            session.installation.ports.orders->requestSend(order.poId, session.actor).result();
        if (!requested)
            return requested;
        relayOf(session.installation)->deliverDue();
        Result<PurchaseOrder> after = session.installation.ports.orders->find(order.poId).result();
        if (after && after->state == OrderState::Approved && !after->sendProblem.isEmpty())
            return Error{ErrorKind::Unavailable,
                         QStringLiteral("%1 could not be sent: %2 It is tried again by itself.")
                             .arg(after->number, after->sendProblem),
                         {}};
        return after;
    });
}

/// For options that a script may fill from a variable: an empty one is a mistake, never "the default".
const CLI::Validator kNotEmpty(
    [](const std::string& value) { return value.empty() ? std::string("must not be empty") : std::string(); },
    "", "not empty");

CLI::App* addCommand(CLI::App& parent, const char* name, const char* text,
                     const std::shared_ptr<Options>& options)
{
    CLI::App* command = parent.add_subcommand(name, text);
    CLI::Option* file = command->add_option("--database", options->database,
                                            "The database file; the planner's own when left out");
    file->check(kNotEmpty);
    command
        ->add_flag("--mysql", options->mysql,
                   "The MySQL or MariaDB server that .env and the environment name (see .env.example)")
        ->excludes(file);
    command->add_flag("--json", options->json, "Answer as JSON");
    return command;
}

} // namespace

void addFlowCommands(CLI::App& app, int& exitCode)
{
    auto options = std::make_shared<Options>();
    const auto run = [&exitCode, options](CLI::App* command, auto act) {
        command->callback([&exitCode, options, act] { exitCode = act(*options); });
    };

    CLI::App* evaluateCommand = addCommand(
        app, "evaluate", "Decide one product; with --order also create and send as the rules say", options);
    evaluateCommand->add_option("product", options->productId, "The product's id")->required();
    evaluateCommand->add_option("--supplier", options->supplierId, "Another supplier than the first")
        ->check(kNotEmpty);
    evaluateCommand->add_flag("--order", options->order,
                              "Create and send the order when the rules' flags say so");
    evaluateCommand->add_option("--key", options->key, "Idempotency key: repeating it makes no second order")
        ->check(kNotEmpty);
    evaluateCommand->add_option("--as", options->person, "Act as this person")->check(kNotEmpty);
    run(evaluateCommand, evaluate);

    run(addCommand(app, "plan", "Decide the whole catalogue", options), plan);

    CLI::App* orders = app.add_subcommand("orders", "List, show, approve, reject and send orders");
    orders->require_subcommand(1);
    run(addCommand(*orders, "list", "All orders, newest first", options), listOrders);
    const auto orderCommand = [&](const char* name, const char* text) {
        CLI::App* command = addCommand(*orders, name, text, options);
        command->add_option("order", options->orderId, "The order's number or id")->required();
        command->add_option("--as", options->person, "Act as this person")->check(kNotEmpty);
        return command;
    };
    run(orderCommand("show", "One order with its history"), [](const Options& given) {
        return withOrder(given,
                         [](Session&, const PurchaseOrder& order) -> Result<PurchaseOrder> { return order; });
    });
    run(orderCommand("approve", "Approve an order that waits"), [](const Options& given) {
        return withOrder(given, [](Session& session, const PurchaseOrder& order) {
            return session.installation.ports.orders
                ->approve(order.poId, order.version, order.contentHash, session.actor)
                .result();
        });
    });
    CLI::App* reject = orderCommand("reject", "Reject an order that waits");
    reject->add_option("--reason", options->reason, "Why; it is kept with the order")->required();
    run(reject, [](const Options& given) {
        return withOrder(given, [&given](Session& session, const PurchaseOrder& order) {
            return session.installation.ports.orders
                ->reject(order.poId, order.version, QString::fromStdString(given.reason), session.actor)
                .result();
        });
    });
    run(orderCommand("send", "Send an approved order"), sendOrder);
}

} // namespace purchasing
