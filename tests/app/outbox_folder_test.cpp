#include "app/wiring/installation.h"
#include "core/flow/delivered_rules.h"
#include "core/flow/outbox_relay.h"
#include "core/sql/opening/mysql_setup.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/fault_proxy.h"
#include "tests/support/mariadb_server.h"

namespace purchasing::tests {
namespace {

const QString kProduct = QStringLiteral("PROD-103"); // Ordered and sent without anybody's approval.

/// Creates and sends an order as a program on the installation does; the order as it is then.
PurchaseOrder order(const Installation& at, const QString& key)
{
    const auto relay = std::make_shared<OutboxRelay>(at.ports.outbox, at.channel);
    PurchasingFlow flow(at.ports, [relay] { relay->deliverDue(); });
    const Actor actor = at.ports.people->operatingSystemUser().result().value();
    const auto outcome = flow.run({kProduct, {}, actor}, key).result();
    if (!outcome || !outcome->order)
        qFatal("%s", qPrintable(outcome ? outcome->message : outcome.error().message));
    return at.ports.orders->find(outcome->order->poId).result().value();
}

QStringList messagesIn(const QString& folder)
{
    return QDir(folder).entryList({QStringLiteral("*.eml")}, QDir::Files);
}

void setUp(const MysqlSettings& administrator)
{
    sql::MysqlSetup setup;
    setup.initialRulePacks = deliveredRules();
    const auto made = sql::setUpMysql(administrator, setup);
    if (!made)
        qFatal("%s (%s)", qPrintable(made.error().message), qPrintable(made.error().detail));
}

Installation opened(const MysqlSettings& settings, const QString& outbox)
{
    Result<Installation> installation = openMysqlInstallation(settings, outbox);
    if (!installation)
        qFatal("%s (%s)", qPrintable(installation.error().message), qPrintable(installation.error().detail));
    return std::move(installation).value();
}

} // namespace

/// A folder of messages belongs to one database, also where two are told to use the same one.
class OutboxFolderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_outbox = m_folder->filePath(QStringLiteral("outbox"));
    }

    void filesBesideEachOther()
    {
        const auto one = openInstallation(m_folder->filePath(QStringLiteral("one.sqlite")));
        QVERIFY(one);
        QCOMPARE(order(*one, QStringLiteral("k")).state, OrderState::Sent);
        const auto two = openInstallation(m_folder->filePath(QStringLiteral("two.sqlite")));
        QVERIFY(two);
        QCOMPARE(order(*two, QStringLiteral("k")).state, OrderState::Sent);
        QCOMPARE(one->channel->folder(), m_outbox);
        QVERIFY(two->channel->folder() != m_outbox);
        QCOMPARE(messagesIn(m_outbox).size(), 1);
        QCOMPARE(messagesIn(two->channel->folder()).size(), 1);
    }

    /// Both were opened before either of them wrote, so each took the folder for its own.
    void databasesOfOneServer()
    {
        const MysqlSettings first = MariaDbServer::shared().administrator(QStringLiteral("one"));
        const MysqlSettings second = MariaDbServer::shared().administrator(QStringLiteral("two"));
        setUp(first);
        setUp(second);
        PurchaseOrder kept;
        {
            const Installation one = opened(first, m_outbox);
            const Installation two = opened(second, m_outbox);
            QCOMPARE(one.channel->folder(), two.channel->folder());
            QCOMPARE(order(one, QStringLiteral("k")).state, OrderState::Sent);
            kept = order(two, QStringLiteral("k"));
        }
        QCOMPARE(kept.state, OrderState::Approved); // It is not lost, and nothing was mixed.
        QVERIFY2(kept.sendProblem.contains(QStringLiteral("the folder belongs to another database, ")
                                           + first.names.po),
                 qPrintable(kept.sendProblem));
        QCOMPARE(messagesIn(m_outbox).size(), 1);

        // Started again it has one of its own, and what waited goes there.
        const Installation two = opened(second, m_outbox);
        const Actor actor = two.ports.people->operatingSystemUser().result().value();
        QVERIFY(two.ports.orders->requestSend(kept.poId, actor).result());
        OutboxRelay(two.ports.outbox, two.channel).deliverDue();
        QCOMPARE(two.ports.orders->find(kept.poId).result()->state, OrderState::Sent);
        QVERIFY(two.channel->folder() != m_outbox);
        QCOMPARE(messagesIn(two.channel->folder()).size(), 1);
        QCOMPARE(messagesIn(m_outbox).size(), 1);
    }

    /// As through two tunnels: the databases have one name and are on one host; only the port tells them
    /// apart.
    void serversOfOneHost()
    {
        const MariaDbServer other;
        const QString prefix = QStringLiteral("same");
        setUp(MariaDbServer::shared().administrator(prefix));
        setUp(other.administrator(prefix));
        const FaultProxy here(MariaDbServer::shared().socket());
        const FaultProxy there(other.socket());
        MysqlSettings settings = other.administrator(prefix);
        settings.socket.clear();
        settings.host = QStringLiteral("127.0.0.1");
        settings.port = here.port();
        const Installation one = opened(settings, m_outbox);
        QCOMPARE(order(one, QStringLiteral("k")).state, OrderState::Sent);
        settings.port = there.port();
        const Installation two = opened(settings, m_outbox);
        QCOMPARE(order(two, QStringLiteral("k")).state, OrderState::Sent);
        QVERIFY2(one.file != two.file, qPrintable(one.file));
        QCOMPARE(messagesIn(m_outbox).size(), 1);
        QVERIFY(two.channel->folder() != m_outbox);
        QCOMPARE(messagesIn(two.channel->folder()).size(), 1);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_outbox;
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::OutboxFolderTest)
#include "outbox_folder_test.moc"
