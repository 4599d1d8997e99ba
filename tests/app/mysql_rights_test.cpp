#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "tests/app/server_command_line.h"

namespace purchasing::tests {

/// What the command line does on a server where one may not change everything, or not by accident.
class MysqlRightsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoMayOnlySelectChangesNothing();
    void aMarkedServerIsChangedKnowinglyOnly();
    void atATerminalOneIsAsked();
    void whatIsNotMarkedIsNotConfirmed();

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

void MysqlRightsTest::aMarkedServerIsChangedKnowinglyOnly()
{
    const ServerCommandLine program("p_");
    const QList<QByteArray> knowingly{"--confirm", "PRODUCTION"};
    program.write(".env", program.environmentFile() + "PURCHASING_TAG=PRODUCTION\n");
    const Answer refused = program.run({"database", "setup"});
    QCOMPARE(refused.exitCode, 1);
    QCOMPARE(refused.err,
             QByteArray("p_po_db on localhost is marked PRODUCTION. To change something there, add --confirm "
                        "PRODUCTION.\n"));
    QCOMPARE(program.run({"database", "status"}).exitCode, 1); // Nothing was made.
    QCOMPARE(program.run(QList<QByteArray>{"database", "setup", "--single-operator"} + knowingly).exitCode,
             0);
    const QByteArray waiting = prepare(program, knowingly);
    QVERIFY(!waiting.isEmpty());
    // Looking asks nothing.
    for (const QList<QByteArray>& look : {QList<QByteArray>{"plan"},
                                          {"evaluate", "PROD-103"},
                                          {"override", "PROD-101"},
                                          {"import", "csv", "--dry-run"},
                                          {"orders", "show", waiting}})
        QCOMPARE(program.run(look + QList<QByteArray>{"--mysql"}).exitCode, 0);
    const QByteArray before = stateOf(program);
    QVERIFY2(!before.contains("failed"), before.constData());

    for (const QList<QByteArray>& change : changes(waiting)) {
        Answer answer = program.run(change + QList<QByteArray>{"--mysql"});
        QVERIFY2(answer.exitCode == 1, change.join(' ').constData());
        QVERIFY2(answer.err.contains("add --confirm PRODUCTION"),
                 (change.join(' ') + ": " + answer.err).constData());
        answer = program.run(change + QList<QByteArray>{"--mysql", "--confirm", "TEST"});
        QVERIFY2(answer.err.contains("is marked PRODUCTION, not TEST. Nothing was changed."),
                 (change.join(' ') + ": " + answer.err).constData());
    }
    QCOMPARE(stateOf(program), before);
    QVERIFY(QDir(program.file("out")).isEmpty());
    QVERIFY(program.run({"orders", "approve", waiting, "--mysql", "--json"}).out.contains("\"refused\""));

    QCOMPARE(program.run(QList<QByteArray>{"orders", "approve", waiting, "--mysql"} + knowingly).exitCode, 0);
    QCOMPARE(program.run(QList<QByteArray>{"import", "csv", "--mysql"} + knowingly).exitCode, 0);
    QVERIFY(stateOf(program) != before);
}

void MysqlRightsTest::atATerminalOneIsAsked()
{
    if (!ServerCommandLine::hasTerminals())
        QSKIP("There is no terminal to be had here.");
    const ServerCommandLine program("t_");
    program.write(".env", program.environmentFile());
    QCOMPARE(program.run({"database", "setup"}).exitCode, 0);
    program.write(".env", program.environmentFile() + "PURCHASING_TAG=PRODUCTION\n");
    const QByteArray before = stateOf(program);
    const QList<QByteArray> change{"settings", "set", "approval_ceiling", "100", "--mysql"};
    const QByteArray question =
        "t_po_db on localhost is marked PRODUCTION. Type PRODUCTION to change something there: ";
    Answer answer = program.runAtTerminal("yes", change);
    QCOMPARE(answer.exitCode, 1);
    QVERIFY2(answer.err.startsWith(question), answer.err.constData());
    QVERIFY2(answer.err.contains("Not confirmed; nothing was changed."), answer.err.constData());
    QCOMPARE(stateOf(program), before);
    answer = program.runAtTerminal("PRODUCTION", change);
    QVERIFY2(answer.exitCode == 0, answer.err.constData());
    QVERIFY2(answer.err.startsWith(question), answer.err.constData());
    QVERIFY(stateOf(program) != before);
    // Who has confirmed it already is not asked.
    answer = program.runAtTerminal("yes", change + QList<QByteArray>{"--confirm", "PRODUCTION"});
    QCOMPARE(answer.exitCode, 0);
    QVERIFY(!answer.err.contains("Type"));
}

/// Whoever confirms a mark that is not there is not where they think.
void MysqlRightsTest::whatIsNotMarkedIsNotConfirmed()
{
    const ServerCommandLine program("n_");
    program.write(".env", program.environmentFile());
    QCOMPARE(program.run({"database", "setup"}).exitCode, 0);
    const QByteArray before = stateOf(program);
    const QList<QByteArray> change{"settings", "set", "approval_ceiling", "100", "--confirm", "PRODUCTION"};
    Answer answer = program.run(change + QList<QByteArray>{"--mysql"});
    QCOMPARE(answer.exitCode, 1);
    QCOMPARE(answer.err, QByteArray("n_po_db on localhost is not marked PRODUCTION. Nothing was changed.\n"));
    QCOMPARE(stateOf(program), before);
    answer = program.run(change + QList<QByteArray>{"--database", "new.sqlite", "--create", "demo"});
    QCOMPARE(answer.exitCode, 1);
    QVERIFY(!QFile::exists(program.file("new.sqlite")));
}

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::MysqlRightsTest)
#include "mysql_rights_test.moc"
