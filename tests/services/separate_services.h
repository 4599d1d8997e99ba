#pragma once

#include "app/services/tls_files.h"

#include "orchestrator.grpc.pb.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>

#include <grpcpp/grpcpp.h>

#include <map>
#include <memory>
#include <set>
#include <string>

#include "tests/app/server_command_line.h"
#include "tests/services/running_services.h"
#include "tests/support/fault_proxy.h"

namespace purchasing::tests {

/// One service as a program of its own.
class Program
{
public:
    /// Runs in `folder`, whose .env it reads; what it keeps goes there, too.
    Program(const QString& name, const QStringList& arguments, const QString& folder)
        : m_name(name)
        , m_arguments(QStringList{name} + arguments)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_DATA_HOME"), folder);
        // Not into a pipe, on which it would wait while nobody reads.
        environment.insert(QStringLiteral("LOG_FILE"),
                           folder + QLatin1Char('/') + name + QStringLiteral(".log"));
        m_process.setProcessEnvironment(environment);
        m_process.setWorkingDirectory(folder);
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        start();
    }
    ~Program() { kill(); }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    void start()
    {
        m_said.clear();
        m_process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/purchasing-services"),
                        m_arguments);
        while (!m_said.contains("Ctrl+C")) {
            if (!m_process.waitForReadyRead(30000))
                qFatal("%s does not start: %s", qPrintable(m_name), m_said.constData());
            m_said += m_process.readAll();
        }
    }
    /// "127.0.0.1:40123".
    [[nodiscard]] QString address() const
    {
        static const QRegularExpression place(QStringLiteral("gRPC (127\\.0\\.0\\.1:\\d+)"));
        return place.match(QString::fromUtf8(m_said)).captured(1);
    }
    [[nodiscard]] int httpPort() const
    {
        static const QRegularExpression place(QStringLiteral("HTTP 127\\.0\\.0\\.1:(\\d+)"));
        return place.match(QString::fromUtf8(m_said)).captured(1).toInt();
    }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    /// Starts it again where it was before.
    void restartAt(const QString& address)
    {
        m_arguments[m_arguments.size() - 1] = address.section(QLatin1Char(':'), 1);
        start();
    }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    /// Ends it as the system would; gives its exit code, or -1 where it does not end.
    int terminate()
    {
        m_process.terminate();
        return m_process.waitForFinished(15000) && m_process.exitStatus() == QProcess::NormalExit
            ? m_process.exitCode()
            : -1;
    }

private:
    QString m_name;
    QStringList m_arguments;
    QProcess m_process;
    QByteArray m_said;
};

/// Seven programs, each on a free port: on one embedded file, or on MariaDB, each with its own database and a
/// user who may see nothing else.
class SeparateServices
{
public:
    enum class On { File, Server };
    enum class Wire { Plain, Encrypted };

    /// `settings` are lines of their .env, beside those of the server. The services `behindProxy` are reached
    /// through a network that can be made bad.
    explicit SeparateServices(On place = On::File, Wire wire = Wire::Plain, const QByteArray& settings = {},
                              const std::set<std::string>& behindProxy = {})
        : m_wire(wire)
        , m_behindProxy(behindProxy)
    {
        if (wire == Wire::Encrypted) {
            const auto made = makeCertificates(m_place.file("certificates"), namesOfServices(), {});
            if (!made)
                qFatal("%s", qPrintable(made.error().message));
        }
        QStringList database{QStringLiteral("--mysql")};
        if (place == On::Server) {
            setUpServer(settings);
        } else {
            m_place.write(".env", settings);
            const QString file = m_place.file("separate.sqlite");
            if (const auto made = openInstallation(file, {}, false, NewDatabase::Demo); !made)
                qFatal("%s", qPrintable(made.error().message));
            database = {QStringLiteral("--database"), file};
            m_beside = std::make_unique<Installation>(*openInstallation(file));
        }
        for (const char* name : {"oms", "inventory", "supplier", "uom"})
            add(name, database);
        add("po", database + QStringList{QStringLiteral("--supplier-address"), addressOf("supplier")});
        add("rules",
            {QStringLiteral("--rules-http-port"), QStringLiteral("0"), QStringLiteral("--po-address"),
             addressOf("po"), QStringLiteral("--rules-dir"), rulesFolder()});
        QStringList addresses{QStringLiteral("--http-port"), QStringLiteral("0")};
        for (const char* name : {"oms", "inventory", "supplier", "uom", "rules", "po"})
            addresses << QStringLiteral("--%1-address").arg(QLatin1String(name)) << addressOf(name);
        add("orchestrator", addresses);
        m_stub = orchestrator::OrchestratorService::NewStub(channelTo("orchestrator"));
    }

    /// A way to the service, with the certificate of `as`; empty: with none.
    [[nodiscard]] std::shared_ptr<grpc::Channel> channelTo(const std::string& service, const char* as = "")
    {
        grpc::ChannelArguments arguments;
        arguments.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS,
                         1000); // So long a connection may take to be made.
        return grpc::CreateCustomChannel(addressOf(service).toStdString(), credentials(as), arguments);
    }
    [[nodiscard]] QByteArray pem(const QString& name) const
    {
        QFile file(m_place.file("certificates") + QLatin1Char('/') + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// Past the services, on the file.
    [[nodiscard]] OrderStore* orders() const { return m_beside->ports.orders.get(); }
    [[nodiscard]] AuditStore* audit() const { return m_beside->ports.audit.get(); }
    [[nodiscard]] const FlowPorts& beside() const { return m_beside->ports; }
    [[nodiscard]] Program& of(const std::string& name) { return *m_programs.at(name); }
    /// Where others reach it.
    [[nodiscard]] QString addressOf(const std::string& name)
    {
        const auto proxy = m_proxies.find(name);
        return proxy == m_proxies.end() ? of(name).address()
                                        : QStringLiteral("127.0.0.1:%1").arg(proxy->second->port());
    }
    [[nodiscard]] FaultProxy& proxy(const std::string& name) { return *m_proxies.at(name); }
    /// Where messages to suppliers go.
    [[nodiscard]] QString outbox() const { return m_place.file("outbox"); }
    [[nodiscard]] QString rulesFolder() const { return m_place.file("rules"); }
    [[nodiscard]] orchestrator::OrchestratorService::Stub& flows() { return *m_stub; }

private:
    static QStringList namesOfServices()
    {
        QStringList names;
        for (const std::string& name : kServiceNames)
            names << QString::fromStdString(name);
        return names;
    }

    [[nodiscard]] std::shared_ptr<grpc::ChannelCredentials> credentials(const char* as) const
    {
        if (m_wire == Wire::Plain)
            return grpc::InsecureChannelCredentials();
        const QLatin1String name(as);
        grpc::SslCredentialsOptions options;
        options.pem_root_certs = pem(QStringLiteral("ca.crt")).toStdString();
        if (!name.isEmpty()) {
            options.pem_cert_chain = pem(name + QStringLiteral(".crt")).toStdString();
            options.pem_private_key = pem(name + QStringLiteral(".key")).toStdString();
        }
        return grpc::SslCredentials(options);
    }

    void setUpServer(const QByteArray& settings)
    {
        QByteArray environment = m_place.environmentFile() + settings;
        for (const QByteArray name : {"OMS", "INVENTORY", "SUPPLIER", "UOM", "PO"}) {
            const QByteArray user = m_prefix + name.toLower();
            environment += name + "_DB_USER=" + user + '\n' + name + "_DB_PASSWORD=hush\n";
        }
        m_place.write(".env", environment);
        const Answer answer = m_place.run({"database", "setup"});
        if (answer.exitCode != 0)
            qFatal("%s", (answer.out + answer.err).constData());
    }

    void add(const char* name, QStringList arguments)
    {
        if (m_wire == Wire::Encrypted) {
            const QString base = m_place.file("certificates") + QLatin1Char('/');
            arguments << QStringLiteral("--tls-cert") << base + QLatin1String(name) + QStringLiteral(".crt")
                      << QStringLiteral("--tls-key") << base + QLatin1String(name) + QStringLiteral(".key")
                      << QStringLiteral("--tls-ca") << base + QStringLiteral("ca.crt");
        }
        arguments << QStringLiteral("--%1-port").arg(QLatin1String(name)) << QStringLiteral("0");
        const auto& program =
            m_programs
                .emplace(name, std::make_unique<Program>(QLatin1String(name), arguments, m_place.file("")))
                .first->second;
        if (m_behindProxy.count(name) > 0)
            m_proxies.emplace(name, std::make_unique<FaultProxy>(program->address()));
    }

    const Wire m_wire;
    const QByteArray m_prefix = "apart_";
    ServerCommandLine m_place{m_prefix};
    std::unique_ptr<Installation> m_beside; ///< Null on the server.
    const std::set<std::string> m_behindProxy;
    std::map<std::string, std::unique_ptr<FaultProxy>> m_proxies;
    std::map<std::string, std::unique_ptr<Program>> m_programs;
    std::unique_ptr<orchestrator::OrchestratorService::Stub> m_stub;
};

} // namespace purchasing::tests
