#pragma once

#include "app/services/service_options.h"

#include "inventory.pb.h"
#include "oms.pb.h"
#include "orchestrator.pb.h"
#include "po.pb.h"
#include "policy.pb.h"
#include "rule_engine.pb.h"
#include "supplier.pb.h"
#include "uom.pb.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <yaml-cpp/yaml.h>

namespace purchasing::tests {

using Names = std::set<QString>;

// What the files may name although the program of today does not: each leaves this place when it is there.
inline const Names kComingSettings = {QStringLiteral("TLS_CERT"),   QStringLiteral("TLS_KEY"),
                                      QStringLiteral("TLS_CA"),     QStringLiteral("STATUS_PORT"),
                                      QStringLiteral("LOG_FORMAT"), QStringLiteral("LOG_FILE")};
inline const Names kComingCommands = {QStringLiteral("certificates")};
inline const Names kComingFlags = {QStringLiteral("--host")};
inline const std::map<QString, Names> kComingMetrics = {
    {QStringLiteral("purchasing_grpc_requests_total"),
     {QStringLiteral("service"), QStringLiteral("method"), QStringLiteral("code")}},
    {QStringLiteral("purchasing_grpc_request_duration_seconds_bucket"),
     {QStringLiteral("service"), QStringLiteral("method"), QStringLiteral("le")}},
    {QStringLiteral("purchasing_outbox_waiting"), {}},
    {QStringLiteral("purchasing_breaker_open"), {QStringLiteral("service")}}};

/// Names in capitals that are no settings of ours: the system's, systemd's, Qt's, the build's.
inline const Names kOthersNames = {QStringLiteral("XDG_DATA_HOME"),
                                   QStringLiteral("QT_ENABLE_REGEXP_JIT"),
                                   QStringLiteral("CREDENTIALS_DIRECTORY"),
                                   QStringLiteral("AF_UNIX"),
                                   QStringLiteral("AF_INET"),
                                   QStringLiteral("AF_INET6"),
                                   QStringLiteral("PURCHASING_BUILD_SERVICES")};

struct Service
{
    QString name;
    const google::protobuf::FileDescriptor* protocol;
    QString port; ///< The variable.
    QString httpPort; ///< The variable; empty where it is not asked over HTTP.
    QString saysItIs; ///< In /ready.
};

inline const std::vector<Service>& services()
{
    static const std::vector<Service> all = [] {
        const std::map<std::string, const google::protobuf::FileDescriptor*> protocols = {
            {"oms", oms::HealthRequest::descriptor()->file()},
            {"inventory", inventory::HealthRequest::descriptor()->file()},
            {"supplier", supplier::HealthRequest::descriptor()->file()},
            {"uom", uom::HealthRequest::descriptor()->file()},
            {"rules", rule_engine::HealthRequest::descriptor()->file()},
            {"po", po::HealthRequest::descriptor()->file()},
            {"orchestrator", orchestrator::HealthRequest::descriptor()->file()}};
        std::vector<Service> made;
        for (const std::string& name : kServiceNames) {
            Service service;
            service.name = QString::fromStdString(name);
            service.protocol = protocols.at(name);
            service.port = service.name.toUpper() + QStringLiteral("_PORT");
            if (name == "rules")
                service.httpPort = QStringLiteral("RULES_HTTP_PORT");
            else if (name == "orchestrator")
                service.httpPort = QStringLiteral("HTTP_PORT");
            service.saysItIs =
                (name == "rules" ? QStringLiteral("rule-engine") : service.name) + QStringLiteral("-service");
            made.push_back(service);
        }
        return made;
    }();
    return all;
}

inline QString deployFolder()
{
    return QStringLiteral(PURCHASING_SOURCE "/resources/deploy");
}

inline QString contentOf(const QString& file)
{
    QFile opened(file);
    if (!opened.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(file));
    return QString::fromUtf8(opened.readAll());
}

/// Every file under the folder, by its path in it.
inline const std::map<QString, QString>& files()
{
    static const std::map<QString, QString> all = [] {
        std::map<QString, QString> read;
        const QDir folder(deployFolder());
        QDirIterator found(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (found.hasNext()) {
            const QString file = found.next();
            read.emplace(folder.relativeFilePath(file), contentOf(file));
        }
        return read;
    }();
    return all;
}

/// What `pattern` captures first, everywhere in the text.
inline QStringList captures(const QString& text, const char* pattern)
{
    const QRegularExpression expression(QLatin1String(pattern), QRegularExpression::MultilineOption);
    QStringList found;
    for (auto match = expression.globalMatch(text); match.hasNext();)
        found << match.next().captured(1);
    return found;
}

inline Names namesIn(const QString& text, const char* pattern)
{
    const QStringList found = captures(text, pattern);
    return {found.begin(), found.end()};
}

inline QString shown(const Names& names)
{
    return QStringList(names.begin(), names.end()).join(QLatin1String(", "));
}

inline Names missing(const Names& used, const Names& known)
{
    Names left;
    std::set_difference(used.begin(), used.end(), known.begin(), known.end(),
                        std::inserter(left, left.end()));
    return left;
}

/// What the program says of itself: --help, and the example of its settings.
struct Program
{
    Names settings;
    Names flags;
    Names commands;
    std::map<QString, QString> ports; ///< By variable.

    static const Program& known()
    {
        static const Program program = read();
        return program;
    }

private:
    static Program read()
    {
        QProcess process;
        process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/purchasing-services"),
                      {QStringLiteral("--help")});
        if (!process.waitForFinished(30000) || process.exitCode() != 0)
            qFatal("purchasing-services --help does not answer");
        const QString help = QString::fromUtf8(process.readAllStandardOutput());
        const QString example = contentOf(QStringLiteral(PURCHASING_SOURCE "/.env.example"));
        Program program;
        program.settings = namesIn(help, R"(\(([A-Z][A-Z0-9_]+)\))");
        program.settings.merge(namesIn(example, R"(^#?([A-Z][A-Z0-9_]+)=)"));
        program.settings.insert(kComingSettings.begin(), kComingSettings.end());
        program.flags = namesIn(help, R"(^  (?:-\w,)?(--[a-z-]+))");
        program.flags.insert(kComingFlags.begin(), kComingFlags.end());
        const QStringList choices = captures(help, R"(service TEXT:\{([a-z,]+)\})");
        for (const QString& command : choices.value(0).split(QLatin1Char(',')))
            program.commands.insert(command);
        program.commands.insert(kComingCommands.begin(), kComingCommands.end());
        static const QRegularExpression ofHelp(QStringLiteral(R"(\(([A-Z_]+_PORT)\), (\d+) when left out)"));
        for (auto match = ofHelp.globalMatch(
                 QString(help).replace(QRegularExpression(QStringLiteral("\\s+")), QStringLiteral(" ")));
             match.hasNext();) {
            const auto port = match.next();
            program.ports[port.captured(1)] = port.captured(2);
        }
        static const QRegularExpression ofExample(QStringLiteral(R"(^#?([A-Z_]+_PORT)=(\d+)$)"),
                                                  QRegularExpression::MultilineOption);
        for (auto match = ofExample.globalMatch(example); match.hasNext();) {
            const auto port = match.next();
            if (port.captured(1) != QLatin1String("STATUS_PORT")) // It has none that is usual.
                program.ports.emplace(port.captured(1), port.captured(2));
        }
        return program;
    }
};

inline QString text(const YAML::Node& node)
{
    return node && node.IsScalar() ? QString::fromStdString(node.Scalar()) : QString();
}

/// What is at the end of a path of keys; nothing where one of them is not there.
inline YAML::Node at(YAML::Node node, std::initializer_list<const char*> path)
{
    for (const char* key : path) {
        if (!node.IsMap() || !node[key])
            return {};
        node.reset(node[key]);
    }
    return node;
}

inline Names texts(const YAML::Node& list)
{
    Names all;
    for (const YAML::Node& entry : list)
        all.insert(text(entry));
    return all;
}

inline std::vector<YAML::Node> documents(const QString& file)
{
    return YAML::LoadAllFromFile((deployFolder() + QLatin1Char('/') + file).toStdString());
}

/// The objects of one kind in the Kubernetes files, by name.
inline std::map<QString, YAML::Node> objects(const char* kind)
{
    std::map<QString, YAML::Node> found;
    for (const auto& [file, content] : files()) {
        if (!file.startsWith(QLatin1String("kubernetes/")) || !file.endsWith(QLatin1String(".yaml")))
            continue;
        for (const YAML::Node& object : documents(file)) {
            if (text(object["kind"]) == QLatin1String(kind))
                found.emplace(text(object["metadata"]["name"]), object);
        }
    }
    return found;
}

inline YAML::Node podOf(const QString& service)
{
    return at(objects("Deployment").at(service), {"spec", "template", "spec"});
}

/// The program's container of a pod.
inline YAML::Node containerOf(const QString& service)
{
    return podOf(service)["containers"][0];
}

/// The value of a variable that a container is given in so many words.
inline QString variableOf(const YAML::Node& container, const QString& name)
{
    for (const YAML::Node& variable : container["env"]) {
        if (text(variable["name"]) == name)
            return text(variable["value"]);
    }
    return {};
}

/// The number of a port by its name, in a list of ports.
inline QString portIn(const YAML::Node& list, const char* name, const char* key)
{
    for (const YAML::Node& port : list) {
        if (text(port["name"]) == QLatin1String(name))
            return text(port[key]);
    }
    return {};
}

/// Which services the rules of a network policy name on the port that `portOf` gives for each.
inline Names peers(const YAML::Node& rules, const char* direction,
                   const std::function<QString(const QString&)>& portOf)
{
    Names found;
    for (const YAML::Node& rule : rules) {
        const Names ports = [&rule] {
            Names numbers;
            for (const YAML::Node& port : rule["ports"])
                numbers.insert(text(port["port"]));
            return numbers;
        }();
        for (const YAML::Node& peer : rule[direction]) {
            const QString name = text(at(peer, {"podSelector", "matchLabels", "app.kubernetes.io/name"}));
            if (!name.isEmpty() && ports == Names{portOf(name)})
                found.insert(name);
        }
    }
    return found;
}

/// Who may call a service, by the options of its methods.
struct MayCall
{
    Names named;
    bool any = false;
    bool people = false;

    explicit MayCall(const Service& service)
    {
        const auto* described = service.protocol->service(0);
        for (int i = 0; i < described->method_count(); ++i) {
            const Policy& policy = described->method(i)->options().GetExtension(purchasing::policy);
            people = people || policy.people_size() > 0;
            for (const std::string& name : policy.services()) {
                if (name == "any")
                    any = true;
                else
                    named.insert(QString::fromStdString(name));
            }
        }
    }
};

inline QByteArray exchange(int port, const QByteArray& request)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(port));
    if (!socket.waitForConnected(10000))
        return {};
    socket.write(request);
    while (socket.waitForReadyRead(30000)) { }
    return socket.readAll();
}

inline QByteArray get(int port, const QString& path)
{
    return exchange(port,
                    "GET " + path.toUtf8() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
}

/// All seven services in one program, on a file of their own with example products.
class RunningProgram
{
public:
    RunningProgram()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_DATA_HOME"), m_folder.path());
        m_process.setProcessEnvironment(environment);
        m_process.setWorkingDirectory(m_folder.path());
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        QStringList arguments = {QStringLiteral("all"), QStringLiteral("--http-port"), QStringLiteral("0"),
                                 QStringLiteral("--rules-http-port"), QStringLiteral("0")};
        for (const Service& service : services())
            arguments << QStringLiteral("--%1-port").arg(service.name) << QStringLiteral("0");
        m_process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/purchasing-services"),
                        arguments);
        QByteArray said;
        while (!said.contains("Ctrl+C")) {
            if (!m_process.waitForReadyRead(60000))
                qFatal("the services do not start: %s", said.constData());
            said += m_process.readAll();
        }
        m_httpPort = captures(QString::fromUtf8(said), R"(localhost:(\d+)/purchasing/flow)").value(0).toInt();
    }
    ~RunningProgram()
    {
        m_process.terminate();
        m_process.waitForFinished(15000);
    }
    RunningProgram(const RunningProgram&) = delete;
    RunningProgram& operator=(const RunningProgram&) = delete;

    /// The Orchestrator's.
    [[nodiscard]] int httpPort() const { return m_httpPort; }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    int m_httpPort = 0;
};

} // namespace purchasing::tests
