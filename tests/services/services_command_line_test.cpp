#include "app/services/tls_files.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include "tests/services/service_call.h"

namespace purchasing::tests {
namespace {

struct Answer
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
    [[nodiscard]] QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
};

/// The command line program as somebody runs it in `folder`.
Answer run(const QTemporaryDir& folder, const QProcessEnvironment& environment, QList<QByteArray> arguments)
{
    QProcess process;
    QStringList list;
    for (const QByteArray& argument : arguments)
        list << QString::fromUtf8(argument);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder.path());
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/purchasing"), list);
    if (!process.waitForFinished(60000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// Without what differs between two databases that went the same way.
QJsonValue withoutChance(QJsonValue value)
{
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue& element : value.toArray())
            array.append(withoutChance(element));
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    const QStringList keys = object.keys();
    for (const QString& key : keys) {
        const bool isChance = key == QLatin1String("po_id") || key == QLatin1String("object")
            || key.endsWith(QLatin1String("_at")) || key == QLatin1String("at")
            || key == QLatin1String("trace_id"); // Only services trace.
        object.insert(key,
                      isChance ? QJsonValue(object.value(key).isNull()) : withoutChance(object.value(key)));
    }
    return object;
}

QByteArray essence(const Answer& answer)
{
    const QJsonDocument document = QJsonDocument::fromJson(answer.out);
    const QJsonValue value =
        withoutChance(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()));
    return QJsonDocument(QJsonArray{value}).toJson() + answer.err + "exit "
        + QByteArray::number(answer.exitCode);
}

/// The first line in which two answers differ, and what both had to complain of; empty where they are the
/// same.
QByteArray difference(const Answer& there, const Answer& here)
{
    const QList<QByteArray> lines = essence(there).split('\n');
    const QList<QByteArray> wanted = essence(here).split('\n');
    for (qsizetype i = 0; i < std::max(lines.size(), wanted.size()); ++i) {
        if (lines.value(i) != wanted.value(i))
            return lines.value(i) + " instead of " + wanted.value(i) + "\nthere: " + there.err
                + "\nhere: " + here.err;
    }
    return {};
}

} // namespace

/// The command line over services says what it says over the file behind them.
class ServicesCommandLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_services = std::make_unique<RunningServices>();
        m_folder = std::make_unique<QTemporaryDir>();
        // The same to the second: what is said depends on how long ago things were.
        QVERIFY(QFile::copy(m_services->file(), file()));
        m_environment = QProcessEnvironment::systemEnvironment();
        for (const std::string& name : kServiceNames)
            m_environment.insert(QString::fromStdString(name).toUpper() + QStringLiteral("_ADDRESS"),
                                 QString::fromStdString(m_services->address(name)));
    }

    /// Every product of the demo, ordered where the rules say so, and asked once more after that.
    void everyProductIsDecidedAndOrderedTheSame()
    {
        const QStringList products = demoProducts(m_services->ports()) + QStringList{QStringLiteral("GHOST")};
        QVERIFY(products.size() > 40);
        QCOMPARE(difference(there({"plan", "--json"}), here({"plan", "--json"})), QByteArray());
        int ordered = 0;
        for (const QString& id : products) {
            const QByteArray product = id.toUtf8();
            QCOMPARE(
                difference(there({"evaluate", product, "--json"}), here({"evaluate", product, "--json"})),
                QByteArray());
            const Answer made = there({"evaluate", product, "--order", "--json"});
            QCOMPARE(difference(made, here({"evaluate", product, "--order", "--json"})), QByteArray());
            ordered += made.object().value(QStringLiteral("po")).isObject() ? 1 : 0;
        }
        QVERIFY(ordered > 10);
        for (const QList<QByteArray>& asked :
             std::initializer_list<QList<QByteArray>>{{"plan", "--json"},
                                                      {"orders", "list", "--json"},
                                                      {"history", "PROD-002", "--json"},
                                                      {"settings", "list", "--json"},
                                                      {"override", "--json"}})
            QCOMPARE(difference(there(asked), here(asked)), QByteArray());
    }

    /// From creating an order to its end, with everything that is refused on the way.
    void ordersLiveTheSame()
    {
        const auto both = [this](const QList<QByteArray>& asked) {
            const Answer answer = there(asked);
            const QByteArray differs = difference(answer, here(asked));
            if (!differs.isEmpty())
                qWarning("%s: %s", asked.join(' ').constData(), differs.constData());
            return differs.isEmpty() ? answer : Answer{};
        };
        // One above the limit waits for approval.
        const Answer large = both({"override", "PROD-002", "--qty", "1000", "--reason", "Fair", "--json"});
        QCOMPARE(large.exitCode, 0);
        QCOMPARE(both({"override", "PROD-002", "--json"}).exitCode, 0);
        const Answer made = both({"evaluate", "PROD-002", "--order", "--json", "--key", "k1"});
        QCOMPARE(made.exitCode, 0);
        const QByteArray number = made.object()
                                      .value(QStringLiteral("po"))
                                      .toObject()
                                      .value(QStringLiteral("po_number"))
                                      .toString()
                                      .toUtf8();
        QVERIFY(!number.isEmpty());
        QCOMPARE(both({"evaluate", "PROD-002", "--order", "--json", "--key", "k1"}).exitCode, 0);
        QCOMPARE(both({"evaluate", "PROD-001", "--order", "--json", "--key", "k1"}).exitCode, 1);
        QCOMPARE(both({"orders", "send", number, "--json"}).exitCode, 1);
        QCOMPARE(both({"orders", "approve", number, "--json"}).exitCode, 0);
        QCOMPARE(both({"orders", "approve", number, "--json"}).exitCode, 1);
        QCOMPARE(both({"orders", "reject", number, "--reason", "late", "--json"}).exitCode, 1);
        QCOMPARE(both({"orders", "send", number, "--json"}).exitCode, 0);
        QCOMPARE(both({"orders", "show", number, "--json"}).exitCode, 0);
        QCOMPARE(both({"orders", "receive", number, "--qty", "10", "--json"}).exitCode, 0);
        QCOMPARE(both({"orders", "receive", number, "--qty", "99999", "--json"}).exitCode, 1);
        QCOMPARE(both({"orders", "close-short", number, "--reason", "sold out", "--json"}).exitCode, 0);
        QCOMPARE(both({"orders", "cancel", number, "--reason", "late", "--json"}).exitCode, 1);
        QCOMPARE(both({"orders", "show", "PO-1", "--json"}).exitCode, 1);
        QCOMPARE(both({"override", "PROD-003", "--supplier", "SUP-999", "--reason", "x", "--json"}).exitCode,
                 1);
        QCOMPARE(both({"override", "PROD-003", "--clear", "--json"}).exitCode, 1);
        QCOMPARE(both({"settings", "set", "approval_ceiling", "100.00", "--json"}).exitCode, 0);
        QCOMPARE(both({"settings", "set", "approval_ceiling", "a lot", "--json"}).exitCode, 1);
        QCOMPARE(both({"evaluate", "PROD-001", "--json"}).exitCode, 0);
        QCOMPARE(both({"history", "PROD-002", "--json"}).exitCode, 0);
        QCOMPARE(both({"rules", "proposals", "--json"}).exitCode, 0);
        QCOMPARE(there({"audit", "verify", "--json"}).object().value(QStringLiteral("success")).toBool(),
                 true);
    }

    void nobodyActsAsSomebodyElse()
    {
        const Answer answer = there({"orders", "list", "--json"});
        QCOMPARE(answer.exitCode, 0);
        const Answer other = there({"override", "PROD-001", "--qty", "40", "--reason", "x", "--as", "Ann"});
        QCOMPARE(other.exitCode, 1);
        QVERIFY2(other.err.contains("Services know who calls"), other.err.constData());
        QVERIFY(there({"override", "--json"}).out.startsWith("[]"));
    }

    /// A service that is gone is named, and makes no order.
    void aServiceThatIsGoneIsNamed()
    {
        m_environment.insert(QStringLiteral("SUPPLIER_ADDRESS"), QStringLiteral("127.0.0.1:1"));
        const Answer plan = there({"plan", "--json"});
        QCOMPARE(plan.exitCode, 0);
        const QJsonArray products = QJsonDocument::fromJson(plan.out).array();
        QVERIFY(!products.isEmpty());
        for (const QJsonValue& product : products) {
            QCOMPARE(product[QStringLiteral("word")].toString(), QStringLiteral("Blocked"));
            QVERIFY2(product[QStringLiteral("problem")].toString().contains(QStringLiteral("supplier")),
                     qPrintable(product[QStringLiteral("problem")].toString()));
        }
        m_environment.insert(QStringLiteral("ORCHESTRATOR_ADDRESS"), QStringLiteral("127.0.0.1:1"));
        const Answer order = there({"evaluate", "PROD-002", "--order"});
        QCOMPARE(order.exitCode, 1);
        QVERIFY2(order.err.contains("orchestrator (127.0.0.1:1) does not answer"), order.err.constData());
        m_environment.insert(QStringLiteral("PO_ADDRESS"), QStringLiteral("127.0.0.1:1"));
        const Answer list = there({"orders", "list"});
        QCOMPARE(list.exitCode, 1);
        QVERIFY2(list.err.contains("po-service (127.0.0.1:1) does not answer"), list.err.constData());
    }

    void settingsAreChecked_data()
    {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("told");
        QTest::newRow("no port") << "OMS_ADDRESS"
                                 << "127.0.0.1"
                                 << "no address";
        QTest::newRow("another machine") << "PO_ADDRESS"
                                         << "10.0.0.1:50056"
                                         << "Without TLS_CA";
        QTest::newRow("no word") << "SERVICES"
                                 << "perhaps"
                                 << "must be yes or no";
        QTest::newRow("no time") << "SERVICES_TIMEOUT"
                                 << "0"
                                 << "no number of seconds";
    }

    void settingsAreChecked()
    {
        QFETCH(QString, variable);
        QFETCH(QString, value);
        QFETCH(QString, told);
        if (variable != QLatin1String("SERVICES"))
            m_environment.insert(QStringLiteral("SERVICES"), QStringLiteral("yes"));
        m_environment.insert(variable, value);
        const Answer answer = run(*m_folder, m_environment, {"plan"});
        QCOMPARE(answer.exitCode, 1);
        QVERIFY2(answer.err.contains(variable.toUtf8()) && answer.err.contains(told.toUtf8()),
                 answer.err.constData());
    }

    /// SERVICES stands in for the flag; another place that is named wins.
    void theEnvironmentMayChooseServices()
    {
        m_environment.insert(QStringLiteral("SERVICES"), QStringLiteral("yes"));
        QCOMPARE(
            run(*m_folder, m_environment, {"override", "PROD-001", "--qty", "40", "--reason", "x"}).exitCode,
            0);
        QVERIFY(here({"override", "--json"}).out.startsWith("[]"));
        QVERIFY(!there({"override", "--json"}).out.startsWith("[]"));
        QCOMPARE(run(*m_folder, m_environment, {"plan", "--services", "--mysql"}).exitCode, 2);
    }

    /// Encrypted, whoever asks is the person of their token, with its roles and no others.
    void encryptedServicesKnowATokensPerson()
    {
        const QTemporaryDir certificates;
        QVERIFY(makeCertificates(certificates.path(), {QStringLiteral("orchestrator")}, {}).isOk());
        const auto at = [&certificates](const char* name) {
            return certificates.filePath(QLatin1String(name));
        };
        const Result<TlsIdentity> tls =
            readTls({at("orchestrator.crt"), at("orchestrator.key"), at("ca.crt")});
        QVERIFY(tls.isOk());
        m_services = std::make_unique<RunningServices>(std::function<void(FlowPorts&)>(), 1000, *tls);
        for (const std::string& name : kServiceNames)
            m_environment.insert(QString::fromStdString(name).toUpper() + QStringLiteral("_ADDRESS"),
                                 QString::fromStdString(m_services->address(name)));
        m_environment.insert(QStringLiteral("TLS_CA"), at("ca.crt"));
        const Answer nobody = there({"evaluate", "PROD-002"});
        QCOMPARE(nobody.exitCode, 1);
        QVERIFY2(nobody.err.contains("Show a token"), nobody.err.constData());

        const FlowPorts& ports = m_services->ports();
        const Actor us = *ports.people->operatingSystemUser().result();
        const auto tokenOf = [&](const char* name, Role role) {
            const Result<Person> person = ports.people->addPerson(QLatin1String(name), us).result();
            return ports.tokens->issue(person->personId, role, 1, us).result()->secret;
        };
        m_environment.insert(QStringLiteral("SERVICES_TOKEN"), tokenOf("Ann", Role::Planner));
        const Answer made = there({"evaluate", "PROD-002", "--order", "--json"});
        QVERIFY2(made.exitCode == 0, made.err.constData());
        const QString number =
            made.object().value(QStringLiteral("po")).toObject().value(QStringLiteral("po_id")).toString();
        QCOMPARE(ports.orders->find(number).result()->createdByName, QStringLiteral("Ann"));
        const Answer approved = there({"orders", "approve", number.toUtf8()});
        QCOMPARE(approved.exitCode, 1);
        QVERIFY2(approved.err.contains("Ann may not do that"), approved.err.constData());

        m_environment.insert(QStringLiteral("SERVICES_TOKEN"), tokenOf("Rita", Role::Auditor));
        QCOMPARE(there({"orders", "list"}).exitCode, 0);
        const Answer refused = there({"evaluate", "PROD-001", "--order"});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("Rita may not do that"), refused.err.constData());
    }

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(QStringLiteral("beside.sqlite")); }
    [[nodiscard]] Answer here(QList<QByteArray> arguments) const
    {
        return run(*m_folder, m_environment, arguments << "--database" << file().toUtf8());
    }
    [[nodiscard]] Answer there(QList<QByteArray> arguments) const
    {
        return run(*m_folder, m_environment, arguments << "--services");
    }

    std::unique_ptr<RunningServices> m_services;
    std::unique_ptr<QTemporaryDir> m_folder;
    QProcessEnvironment m_environment;
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::ServicesCommandLineTest)
#include "services_command_line_test.moc"
