#include "app/services/service_options.h"

#include "app/services/tls_files.h"
#include "app/wiring/environment.h"
#include "core/domain/program_version.h"

#include <QHostAddress>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>

namespace purchasing {
namespace {

constexpr int kWrongUsage = 2;
constexpr int kUsualFlowsPerSecond = 50;

struct PortSetting
{
    const char* service;
    const char* flag;
    const char* variable;
    int usual;
};
constexpr PortSetting kPorts[] = {
    {"oms", "--oms-port", "OMS_PORT", 50051},
    {"inventory", "--inventory-port", "INVENTORY_PORT", 50052},
    {"supplier", "--supplier-port", "SUPPLIER_PORT", 50053},
    {"uom", "--uom-port", "UOM_PORT", 50054},
    {"rules", "--rules-port", "RULES_PORT", 50055},
    {"po", "--po-port", "PO_PORT", 50056},
    {"orchestrator", "--orchestrator-port", "ORCHESTRATOR_PORT", 9090},
};

/// "OMS_ADDRESS".
std::string addressVariable(const PortSetting& port)
{
    const std::string variable = port.variable;
    return variable.substr(0, variable.rfind('_')) + "_ADDRESS";
}

const PortSetting& portOf(const std::string& service)
{
    return *std::find_if(std::begin(kPorts), std::end(kPorts),
                         [&service](const PortSetting& port) { return port.service == service; });
}

/// A number in its range, or the sentence that says what is wrong with it.
Result<int> numberOf(const QString& value, const char* setting, int least, int most)
{
    bool ok = false;
    const int number = value.toInt(&ok);
    if (ok && number >= least && number <= most)
        return number;
    return Error{ErrorKind::Invalid,
                 QStringLiteral("%1 is \"%2\"; it must be a number from %3 to %4.")
                     .arg(QLatin1String(setting), value)
                     .arg(least)
                     .arg(most),
                 {}};
}

void take(int& target, const Environment& environment, const char* variable, int least, int most)
{
    const QString value = environment.value(variable);
    if (value.isEmpty())
        return;
    const Result<int> number = numberOf(value, variable, least, most);
    if (!number)
        throw CLI::ValidationError(number.error().message.toStdString());
    target = *number;
}

/// What is not encrypted stays on this machine.
void requireLoopback(const QString& address, const char* setting, const TlsIdentity& tls)
{
    if (tls.isEncrypted() || isUnixAddress(address))
        return;
    QString name = address;
    name.remove(QLatin1Char('[')).remove(QLatin1Char(']'));
    const QHostAddress host(name);
    if (name == QLatin1String("localhost") || (!host.isNull() && host.isLoopback()))
        return;
    throw CLI::ValidationError(
        QStringLiteral(
            "%1 is \"%2\". Without TLS_CERT, TLS_KEY and TLS_CA only this machine is served and asked "
            "(127.0.0.1, ::1 or unix:/path). Certificates for a try-out: purchasing-services certificates "
            "FOLDER")
            .arg(QLatin1String(setting), address)
            .toStdString());
}

} // namespace

QString publicName(const std::string& service)
{
    if (service == "orchestrator")
        return QStringLiteral("orchestrator");
    return service == "rules" ? QStringLiteral("rule-engine-service")
                              : QString::fromStdString(service) + QStringLiteral("-service");
}

std::optional<ServiceOptions> readOptions(int argc, char** argv, int& exitCode)
{
    ServiceOptions options;
    std::string wanted = "all";
    std::string database;
    std::string address;
    CLI::App app("The services of the Purchasing Flow Planner: OMS, Inventory, Supplier, UOM, Rule Engine, "
                 "Purchase Order and the Orchestrator");
    app.set_version_flag("--version", programVersion(), "Print which version this is and exit");
    std::vector<std::string> choices = kServiceNames;
    choices.insert(choices.begin(), "all");
    app.add_option("service", wanted, "Which of them to run; all by default")->check(CLI::IsMember(choices));
    app.add_option("--database", database,
                   "The embedded database file (SERVICES_DATABASE); their own in your data folder when left "
                   "out, made with the seed data where there is none");
    app.add_flag(
           "--mysql", options.isMysql,
           "On the MySQL or MariaDB server that .env and the environment name; each service with its own "
           "database and user (see .env.example)")
        ->excludes("--database");
    app.add_option("--listen", address,
                   "The address to listen on (LISTEN_ADDRESS), 127.0.0.1 when left out; or unix:/FOLDER: in "
                   "it a socket of "
                   "each service (po.sock, orchestrator-http.sock) for programs of this user alone");
    std::map<std::string, int> flagged;
    for (const PortSetting& port : kPorts) {
        flagged[port.service] = -1;
        app.add_option(port.flag, flagged[port.service],
                       std::string("gRPC port (") + port.variable + "), " + std::to_string(port.usual)
                           + " when left out; 0 takes a free one")
            ->check(CLI::Range(0, 65535));
    }
    std::map<std::string, std::string> addresses;
    for (const PortSetting& port : kPorts) {
        app.add_option(std::string("--") + port.service + "-address", addresses[port.service],
                       "Where that service is when it runs elsewhere (" + addressVariable(port)
                           + "); several addresses with commas between; unix:/FOLDER/" + port.service
                           + ".sock is a socket of this machine");
    }
    std::string rulesFolder;
    app.add_option("--rules-dir", rulesFolder,
                   "Where a rule engine keeps the texts of its rules (RULES_DIR)");
    std::string keyFile;
    app.add_option("--key-file", keyFile,
                   "The key by which the PO service knows the Orchestrator (SERVICES_KEY_FILE); made where "
                   "there is none");
    std::string certificate;
    std::string key;
    std::string authority;
    app.add_option(
        "--tls-cert", certificate,
        "This program's certificate, a PEM file (TLS_CERT); with the next two everything is encrypted, "
        "services show certificates and people tokens");
    app.add_option("--tls-key", key, "Its private key, readable for nobody else (TLS_KEY)");
    app.add_option("--tls-ca", authority, "Who signs the certificates of all services (TLS_CA)");
    std::string logFormat;
    std::string logFile;
    app.add_option("--log-format", logFormat, "text, or json: an object a line (LOG_FORMAT)")
        ->check(CLI::IsMember({"text", "json"}));
    app.add_option("--log-file", logFile,
                   "A file to add what it does to, instead of standard error (LOG_FILE)");
    std::string traceFile;
    std::string collector;
    app.add_option(
        "--trace-file", traceFile,
        "A file to add spans to, a batch in OTLP's JSON form a line (TRACE_FILE); none when left out");
    app.add_option("--trace-collector", collector,
                   "The OpenTelemetry collector on this machine that gets the spans, as in "
                   "http://127.0.0.1:4318/v1/traces (TRACE_COLLECTOR); none when left out");
    int statusPort = -1;
    app.add_option(
           "--status-port", statusPort,
           "A port with /health, /ready and /metrics of this program (STATUS_PORT); none when left out")
        ->check(CLI::Range(0, 65535));
    int httpPort = -1;
    app.add_option("--http-port", httpPort, "The Orchestrator's HTTP port (HTTP_PORT), 8080 when left out")
        ->check(CLI::Range(0, 65535));
    app.footer("Settings are also read from the environment and from the file .env; flags win.\n"
               "purchasing-services certificates FOLDER makes certificates for a try-out.");
    int rulesHttpPort = -1;
    app.add_option("--rules-http-port", rulesHttpPort,
                   "The Rule Engine's HTTP port (RULES_HTTP_PORT), 8085 when left out")
        ->check(CLI::Range(0, 65535));
    try {
        app.parse(argc, argv);
        const Result<Environment> environment = Environment::read(QStringLiteral(".env"));
        if (!environment)
            throw CLI::ValidationError(environment.error().message.toStdString());
        options.environment = *environment;
        options.database =
            database.empty() ? environment->value("SERVICES_DATABASE") : QString::fromStdString(database);
        options.address = address.empty() ? environment->value("LISTEN_ADDRESS", options.address)
                                          : QString::fromStdString(address);
        const auto chosen = [&environment](const std::string& flag, const char* variable) {
            return flag.empty() ? environment->value(variable) : QString::fromStdString(flag);
        };
        const TlsFiles files{chosen(certificate, "TLS_CERT"), chosen(key, "TLS_KEY"),
                             chosen(authority, "TLS_CA")};
        if (files.isSet()) {
            const Result<TlsIdentity> tls = readTls(files);
            if (!tls)
                throw CLI::ValidationError(tls.error().message.toStdString());
            options.tls = *tls;
            allowOnlyTls13();
        }
        const QString format = chosen(logFormat, "LOG_FORMAT");
        if (!format.isEmpty() && format != QLatin1String("text") && format != QLatin1String("json"))
            throw CLI::ValidationError("LOG_FORMAT is \"" + format.toStdString()
                                       + "\"; it must be text or json.");
        options.log = {format == QLatin1String("json"), chosen(logFile, "LOG_FILE"),
                       QString::fromStdString(wanted)};
        options.trace = {chosen(traceFile, "TRACE_FILE"), chosen(collector, "TRACE_COLLECTOR"),
                         wanted == "all" ? QStringLiteral("purchasing-services") : publicName(wanted)};
        if (const QString why = whyNoCollector(options.trace.collector);
            !options.trace.collector.isEmpty() && !why.isEmpty())
            throw CLI::ValidationError("TRACE_COLLECTOR is \"" + options.trace.collector.toStdString()
                                       + "\"; " + why.toStdString());
        take(options.statusPort, *environment, "STATUS_PORT", 0, 65535);
        if (statusPort >= 0)
            options.statusPort = statusPort;
        requireLoopback(options.address, "LISTEN_ADDRESS", options.tls);
        for (const PortSetting& port : kPorts) {
            int& target = options.ports[port.service];
            target = port.usual;
            take(target, *environment, port.variable, 0, 65535);
            if (flagged[port.service] >= 0)
                target = flagged[port.service];
            const std::string variable = addressVariable(port);
            options.addresses[port.service] =
                environment->value(variable.c_str(), QStringLiteral("127.0.0.1:%1").arg(port.usual));
            if (!addresses[port.service].empty())
                options.addresses[port.service] = QString::fromStdString(addresses[port.service]);
        }
        take(options.httpPort, *environment, "HTTP_PORT", 0, 65535);
        take(options.rulesHttpPort, *environment, "RULES_HTTP_PORT", 0, 65535);
        if (rulesHttpPort >= 0)
            options.rulesHttpPort = rulesHttpPort;
        if (httpPort >= 0)
            options.httpPort = httpPort;
        options.rulesFolder =
            rulesFolder.empty() ? environment->value("RULES_DIR") : QString::fromStdString(rulesFolder);
        options.keyFile =
            keyFile.empty() ? environment->value("SERVICES_KEY_FILE") : QString::fromStdString(keyFile);
        if (const QString limit = environment->value("PO_APPROVAL_LIMIT"); !limit.isEmpty()) {
            const auto amount = Money::parse(limit);
            if (!amount || *amount < Money{})
                throw CLI::ValidationError("PO_APPROVAL_LIMIT is \"" + limit.toStdString()
                                           + "\"; it must be an amount such as 10000.00.");
            options.approvalLimit = *amount;
        }
        for (const auto& [service, list] : options.addresses) {
            if (service == "orchestrator")
                continue; // No service asks it; for planner and command line there may be none.
            for (const QString& place : addressesIn(list))
                requireLoopback(isUnixAddress(place) ? place : place.section(QLatin1Char(':'), 0, -2),
                                addressVariable(portOf(service)).c_str(), options.tls);
        }
        take(options.mostAtOnce, *environment, "FLOW_LIMIT", 1, 100000);
        take(options.mostCalls, *environment, "CALL_LIMIT", 1, 100000);
        // On one's own machine nobody else is crowded out.
        options.flowsPerSecond = options.servesEncrypted() ? kUsualFlowsPerSecond : 0;
        take(options.wrongTokens, *environment, "WRONG_TOKENS", 0, 100000);
        take(options.flowsPerSecond, *environment, "FLOW_RATE", 0, 100000);
    } catch (const CLI::ParseError& error) {
        exitCode = app.exit(error) == 0 ? 0 : kWrongUsage;
        return std::nullopt;
    }
    options.services = wanted == "all" ? kServiceNames : std::vector<std::string>{wanted};
    return options;
}

} // namespace purchasing
