#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "tests/app/server_command_line.h"

namespace purchasing::tests {

/// What the command line does on a server where one may not change everything.
class MysqlRightsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoMayOnlySelectChangesNothing();

private:
    /// Everything that a command could have changed.
    static QByteArray stateOf(const ServerCommandLine& program)
    {
        QByteArray state;
        for (const QList<QByteArray>& look : {QList<QByteArray>{"orders", "list"},
                                              {"override"},
                                              {"settings", "list"},
                                              {"rules", "proposals"},
                                              {"audit", "verify"}}) {
            const Answer answer = program.run(look + QList<QByteArray>{"--mysql", "--json"});
            state += answer.exitCode == 0 ? answer.out : "failed: " + answer.err;
        }
        return state;
    }
    /// Each command that changes something, on an order that waits for approval and a folder to import.
    static QList<QList<QByteArray>> changes(const QByteArray& waiting)
    {
        return {{"evaluate", "PROD-103", "--order"},
                {"orders", "approve", waiting},
                {"orders", "reject", waiting, "--reason", "x"},
                {"orders", "send", "PO-2026-000001"},
                {"orders", "receive", "PO-2026-000001", "--qty", "1"},
                {"orders", "close-short", "PO-2026-000001", "--reason", "x"},
                {"override", "PROD-101", "--qty", "5", "--reason", "x"},
                {"import", "csv"},
                {"settings", "set", "approval_ceiling", "5"},
                {"rules", "propose", "mine.grl", "--reason", "x"},
                {"rules", "confirm", "1"},
                {"rules", "withdraw", "1"}};
    }
    /// Files for changes() and an order that waits; returns its id.
    static QByteArray prepare(const ServerCommandLine& program, const QList<QByteArray>& confirmed)
    {
        if (!QDir().mkpath(program.file("csv")))
            qFatal("no folder");
        program.write("csv/products.csv", "product_id,name\nIMPORTED,x\n");
        program.write("mine.grl", "// ours\n");
        const Answer made = program.run(
            QList<QByteArray>{"evaluate", "PROD-104", "--order", "--mysql", "--json"} + confirmed);
        return QJsonDocument::fromJson(made.out)
            .object()
            .value(QStringLiteral("po"))
            .toObject()
            .value(QStringLiteral("po_id"))
            .toString()
            .toUtf8();
    }
};

void MysqlRightsTest::whoMayOnlySelectChangesNothing()
{
    const ServerCommandLine program("v_");
    program.write(".env", program.environmentFile());
    QCOMPARE(program.run({"database", "setup"}).exitCode, 0);
    const QByteArray waiting = prepare(program, {});
    QVERIFY(!waiting.isEmpty());
    const QByteArray plan = program.run({"plan", "--mysql", "--json"}).out;
    const QByteArray before = stateOf(program);
    QVERIFY2(!before.contains("failed"), before.constData());
    {
        sql::Connection root(sql::mysqlConnection(MariaDbServer::shared().administrator({}), {}));
        root.executeDirectly(QStringLiteral("CREATE USER viewer@localhost IDENTIFIED BY 'hush'"));
        for (const char* database : {"oms", "inventory", "supplier", "uom", "po"})
            root.executeDirectly(
                QStringLiteral("GRANT SELECT ON v_%1_db.* TO viewer@localhost").arg(QLatin1String(database)));
    }
    program.write(".env", program.environmentFile("viewer"));

    // Everything can be seen as others see it.
    QCOMPARE(program.run({"plan", "--mysql", "--json"}).out, plan);
    QCOMPARE(program.run({"database", "status"}).out, QByteArray("v_po_db on localhost can be used.\n"));
    QCOMPARE(program.run({"orders", "show", waiting, "--mysql"}).exitCode, 0);
    const Answer seen = program.run({"evaluate", "PROD-001", "--mysql", "--json"});
    QCOMPARE(seen.exitCode, 0);
    QVERIFY2(seen.out.contains("\"order_qty\":100"), seen.out.constData());

    for (const QList<QByteArray>& change : changes(waiting)) {
        const Answer refused = program.run(change + QList<QByteArray>{"--mysql"});
        QVERIFY2(refused.exitCode == 1, change.join(' ').constData());
        QVERIFY2(refused.err.contains("The user viewer may only look at the databases."),
                 (change.join(' ') + ": " + refused.err).constData());
        QVERIFY(!refused.err.contains("You act as"));
    }
    QCOMPARE(stateOf(program), before);
    QVERIFY(QDir(program.file("out")).isEmpty());
    program.write(".env", program.environmentFile());
    QCOMPARE(stateOf(program), before); // To those who see everything, too.
}

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::MysqlRightsTest)
#include "mysql_rights_test.moc"
