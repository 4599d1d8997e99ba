#include "core/proto/wire_facts.h"

#include "orchestrator.grpc.pb.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QtConcurrent>

#include <grpcpp/grpcpp.h>

#include <algorithm>
#include <map>

#include "tests/app/server_command_line.h"
#include "tests/services/running_services.h"

namespace purchasing::tests {
namespace {

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

    explicit SeparateServices(On place = On::File)
    {
        QStringList database{QStringLiteral("--mysql")};
        if (place == On::Server) {
            setUpServer();
        } else {
            const QString file = m_place.file("separate.sqlite");
            if (const auto made = openInstallation(file, {}, false, NewDatabase::Demo); !made)
                qFatal("%s", qPrintable(made.error().message));
            database = {QStringLiteral("--database"), file};
            m_beside = std::make_unique<Installation>(*openInstallation(file));
        }
        for (const char* name : {"oms", "inventory", "supplier", "uom"})
            add(name, database);
        add("po", database + QStringList{QStringLiteral("--supplier-address"), of("supplier").address()});
        add("rules",
            {QStringLiteral("--rules-http-port"), QStringLiteral("0"), QStringLiteral("--po-address"),
             of("po").address(), QStringLiteral("--rules-dir"), rulesFolder()});
        QStringList addresses{QStringLiteral("--http-port"), QStringLiteral("0")};
        for (const char* name : {"oms", "inventory", "supplier", "uom", "rules", "po"})
            addresses << QStringLiteral("--%1-address").arg(QLatin1String(name)) << of(name).address();
        add("orchestrator", addresses);
        m_stub = orchestrator::OrchestratorService::NewStub(grpc::CreateChannel(
            of("orchestrator").address().toStdString(), grpc::InsecureChannelCredentials()));
    }

    /// Past the services, on the file.
    [[nodiscard]] OrderStore* orders() const { return m_beside->ports.orders.get(); }
    [[nodiscard]] AuditStore* audit() const { return m_beside->ports.audit.get(); }
    [[nodiscard]] Program& of(const std::string& name) { return *m_programs.at(name); }
    [[nodiscard]] QString rulesFolder() const { return m_place.file("rules"); }
    [[nodiscard]] orchestrator::OrchestratorService::Stub& flows() { return *m_stub; }

private:
    void setUpServer()
    {
        QByteArray environment = m_place.environmentFile();
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
        arguments << QStringLiteral("--%1-port").arg(QLatin1String(name)) << QStringLiteral("0");
        m_programs.emplace(name, std::make_unique<Program>(QLatin1String(name), arguments, m_place.file("")));
    }

    const QByteArray m_prefix = "apart_";
    ServerCommandLine m_place{m_prefix};
    std::unique_ptr<Installation> m_beside; ///< Null on the server.
    std::map<std::string, std::unique_ptr<Program>> m_programs;
    std::unique_ptr<orchestrator::OrchestratorService::Stub> m_stub;
};

struct Flowed
{
    grpc::Status status;
    orchestrator::FlowResponse response;
};

Flowed flow(orchestrator::OrchestratorService::Stub& stub, const QString& productId, const char* key = "")
{
    orchestrator::FlowRequest request;
    request.set_product_id(productId.toStdString());
    request.set_idempotency_key(key);
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(30));
    Flowed flowed;
    flowed.status = stub.Flow(&context, request, &flowed.response);
    return flowed;
}

/// What was answered, without what differs between two installations.
QString essence(const Flowed& flowed)
{
    if (!flowed.status.ok())
        return QStringLiteral("%1 %2")
            .arg(flowed.status.error_code())
            .arg(QString::fromStdString(flowed.status.error_message()));
    orchestrator::FlowResponse response = flowed.response;
    if (response.has_po()) {
        const po::PurchaseOrder made = response.po();
        po::PurchaseOrder* kept = response.mutable_po();
        kept->Clear();
        kept->set_product_id(made.product_id());
        kept->set_supplier_id(made.supplier_id());
        kept->set_supplier_email(made.supplier_email());
        kept->set_product_name(made.product_name());
        kept->set_qty(made.qty());
        kept->set_total_minor(made.total_minor());
        kept->set_to_pay_minor(made.to_pay_minor());
        kept->set_status(made.status());
        kept->set_facts_json(made.facts_json());
        kept->set_decision_json(made.decision_json());
    }
    return QString::fromStdString(response.DebugString());
}

} // namespace

/// The services as seven programs that talk over the wire.
class SeparateServicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Within one program and between seven, every product of the demo is answered the same.
    void theyAnswerAsOneProgramDoes()
    {
        const RunningServices together;
        SeparateServices apart;
        const auto local = orchestrator::OrchestratorService::NewStub(
            grpc::CreateChannel(together.address("orchestrator"), grpc::InsecureChannelCredentials()));
        QStringList products;
        for (QString after;;) {
            const auto piece = together.ports().demand->list(after, 1000).result();
            if (!piece || piece->empty())
                break;
            for (const auto& product : *piece)
                products << product.productId;
            after = products.last();
        }
        products << QStringLiteral("GHOST");
        int ordered = 0;
        for (const QString& id : products) {
            const Flowed here = flow(*local, id);
            const Flowed there = flow(apart.flows(), id);
            QCOMPARE(essence(there), essence(here));
            ordered += there.status.ok() && there.response.has_po() ? 1 : 0;
        }
        QVERIFY(ordered > 10);
        // The engine keeps the texts that decide, under their hash.
        const QStringList kept = QDir(apart.rulesFolder()).entryList({QStringLiteral("rules-*.json")});
        QCOMPARE(kept.size(), 1);
    }

    /// Each on its own database: an order goes through all of them, receipts of its history included.
    void eachOnItsOwnDatabase()
    {
        SeparateServices apart(SeparateServices::On::Server);
        const Flowed first = flow(apart.flows(), QStringLiteral("PROD-002"), "k1");
        QVERIFY2(first.status.ok(), first.status.error_message().c_str());
        QCOMPARE(first.response.po().qty(), 245);
        QCOMPARE(first.response.po().status(), std::string("sent"));
        const Flowed again = flow(apart.flows(), QStringLiteral("PROD-002"));
        QVERIFY2(again.status.ok(), again.status.error_message().c_str());
        QVERIFY(!again.response.has_po());
        QVERIFY(again.response.message().find("245 on order") != std::string::npos);
        QCOMPARE(flow(apart.flows(), QStringLiteral("GHOST")).status.error_code(),
                 grpc::StatusCode::NOT_FOUND);
        // Sending asks the supplier's service again: without it nothing leaves, and nothing is lost.
        const QString address = apart.of("supplier").address();
        const Flowed other = flow(apart.flows(), QStringLiteral("PROD-001"));
        QVERIFY2(other.status.ok(), other.status.error_message().c_str());
        apart.of("supplier").kill();
        const Flowed blind = flow(apart.flows(), QStringLiteral("PROD-003"));
        QCOMPARE(blind.status.error_code(), grpc::StatusCode::UNAVAILABLE);
        apart.of("supplier").restartAt(address);
        QTRY_VERIFY_WITH_TIMEOUT(flow(apart.flows(), QStringLiteral("PROD-003"), "k3").status.ok(), 20000);
    }

    /// A service that is gone is named, makes no order, and is used again when it is back.
    void aServiceThatIsGoneIsNamed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("told");
        QTest::newRow("oms") << "oms"
                             << "oms-service";
        QTest::newRow("inventory") << "inventory"
                                   << "inventory-service";
        QTest::newRow("supplier") << "supplier"
                                  << "supplier-service";
        QTest::newRow("uom") << "uom"
                             << "uom-service";
        QTest::newRow("rules") << "rules"
                               << "rule-engine-service";
        QTest::newRow("po") << "po"
                            << "po-service";
    }

    void aServiceThatIsGoneIsNamed()
    {
        QFETCH(QString, name);
        QFETCH(QString, told);
        SeparateServices apart;
        const QString address = apart.of(name.toStdString()).address();
        apart.of(name.toStdString()).kill();
        const Flowed failed = flow(apart.flows(), QStringLiteral("PROD-002"));
        QCOMPARE(failed.status.error_code(), grpc::StatusCode::UNAVAILABLE);
        QVERIFY2(QString::fromStdString(failed.status.error_message()).contains(told),
                 failed.status.error_message().c_str());
        apart.of(name.toStdString()).restartAt(address);
        QTRY_VERIFY_WITH_TIMEOUT(flow(apart.flows(), QStringLiteral("PROD-002"), "k1").status.ok(), 20000);
        const Flowed again = flow(apart.flows(), QStringLiteral("PROD-002"), "k1");
        QVERIFY(again.response.replayed());
        QCOMPARE(again.response.po().qty(), 245);
        QCOMPARE(again.response.po().status(), std::string("sent"));
    }

    /// The PO service dies at any moment of a flow: whoever asks again with the same key gets one order,
    /// which is sent, and the audit log tells the same.
    void aKilledPoServiceLosesAndDoublesNothing()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        SeparateServices apart;
        const QString address = apart.of("po").address();
        int made = 0;
        const int kills = qEnvironmentVariableIntValue("PURCHASING_LONG_TESTS") != 0 ? 66 : 12;
        for (int i = 0; i < kills; ++i) {
            const QString id = QStringLiteral("PROD-%1").arg(101 + i);
            const QByteArray key = QByteArray("kill-") + QByteArray::number(i);
            QFuture<Flowed> asked =
                QtConcurrent::run([&apart, id, key] { return flow(apart.flows(), id, key.constData()); });
            QThread::usleep(random.bounded(40000));
            apart.of("po").kill();
            const Flowed first = asked.result();
            apart.of("po").restartAt(address);
            // Whatever was heard, the same question is answered now.
            Flowed last = first;
            QTRY_VERIFY2_WITH_TIMEOUT((last = flow(apart.flows(), id, key.constData())).status.error_code()
                                          != grpc::StatusCode::UNAVAILABLE,
                                      last.status.error_message().c_str(), 30000);
            const auto orders = apart.orders()->list({{}, id, 10}).result();
            QVERIFY(orders);
            const auto mine = std::count_if(orders->begin(), orders->end(), [](const PurchaseOrder& order) {
                return order.createdAt > QDateTime::currentDateTimeUtc().addSecs(-120);
            });
            QCOMPARE(mine, last.status.ok() && last.response.has_po() ? 1 : 0);
            if (first.status.ok() && first.response.has_po())
                QCOMPARE(last.response.po().po_id(), first.response.po().po_id());
            made += static_cast<int>(mine);
        }
        QVERIFY(made > 3);
        const auto unsent = [&apart] {
            OrderFilter filter;
            filter.states = {OrderState::Approved, OrderState::Sending};
            const auto found = apart.orders()->list(filter).result();
            return found ? std::count_if(found->begin(), found->end(),
                                         [](const PurchaseOrder& order) {
                                             return order.sendIntended && order.sendProblem.isEmpty();
                                         })
                         : -1;
        };
        QTRY_COMPARE_WITH_TIMEOUT(unsent(), 0, 30000);
        QVERIFY(apart.audit()->verify().result());
    }

    void theyEndInOrder()
    {
        SeparateServices apart;
        for (const char* name : {"orchestrator", "rules", "po", "oms"})
            QCOMPARE(apart.of(name).terminate(), 0);
    }
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::SeparateServicesTest)
#include "separate_services_test.moc"
