#include "core/domain/program_version.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/program_answer.h"

namespace purchasing::tests {

/// The built command line program, run as a person or a script would.
class CommandLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void evaluateAnswersAsTheOrchestratorWould()
    {
        const Answer answer = run({"evaluate", "PROD-001", "--json"});
        QCOMPARE(answer.exitCode, 0);
        QVERIFY(answer.err.isEmpty());
        const QJsonObject object = answer.object();
        QCOMPARE(object.value(QStringLiteral("success")).toBool(), true);
        QVERIFY(object.contains(QStringLiteral("po")) && object.value(QStringLiteral("po")).isNull());
        const QJsonObject calculation = object.value(QStringLiteral("calculation")).toObject();
        QCOMPARE(calculation.value(QStringLiteral("shortage")).toDouble(), 88.5);
        QCOMPARE(calculation.value(QStringLiteral("order_qty")).toDouble(), 100.0);
        QCOMPARE(calculation.value(QStringLiteral("total_amount")).toDouble(), 1599.0);
        QCOMPARE(calculation.value(QStringLiteral("need_reorder")).toBool(), true);
        QCOMPARE(calculation.value(QStringLiteral("requires_approval")).toBool(), false);
        QCOMPARE(calculation.value(QStringLiteral("approval_status")).toString(),
                 QStringLiteral("auto_approved"));
    }

    void overridesAreKeptAndUsed()
    {
        QCOMPARE(run({"override", "PROD-001", "--qty", "240"}).exitCode, 2); // Without a reason.
        QCOMPARE(run({"override", "PROD-001", "--qty", "2.5", "--reason", "x"}).exitCode, 2);
        QCOMPARE(run({"override", "PROD-001", "--supplier", "SUP-999", "--reason", "x"}).exitCode, 1);
        const Answer set = run({"override", "PROD-001", "--qty", "230", "--reason", "Promotion"});
        QCOMPARE(set.exitCode, 0);
        QVERIFY2(set.out.contains("not a multiple of 20"), set.out.constData());
        const QJsonArray all = run({"override", "--json"}).array();
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first().toObject().value(QStringLiteral("qty")).toInt(), 230);
        QCOMPARE(all.first().toObject().value(QStringLiteral("reason")).toString(),
                 QStringLiteral("Promotion"));
        const QJsonObject decidedWith =
            run({"evaluate", "PROD-001", "--json"}).object().value(QStringLiteral("override")).toObject();
        QCOMPARE(decidedWith.value(QStringLiteral("qty")).toInt(), 230);
        QVERIFY(decidedWith.value(QStringLiteral("stale")).isArray());
        QVERIFY(decidedWith.value(QStringLiteral("stale")).toArray().isEmpty());
        const QJsonObject order = run({"evaluate", "PROD-001", "--order", "--json"})
                                      .object()
                                      .value(QStringLiteral("po"))
                                      .toObject();
        QCOMPARE(order.value(QStringLiteral("status")).toString(), QStringLiteral("sent"));
        QVERIFY(run({"override"}).out.contains("Nothing is overridden"));
        QCOMPARE(run({"override", "PROD-001", "--clear"}).exitCode, 1);
        run({"override", "PROD-002", "--qty", "300", "--reason", "Fair"});
        QVERIFY(!run({"override"}).out.contains("Stale"));
        // The list says which of them are to be confirmed, as the product itself does.
        const QString prices = m_folder->filePath(QStringLiteral("supplier_info.csv"));
        QFile file(prices);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("supplier_id,product_id,unit_price\nSUP-002,PROD-002,17.25\n");
        file.close();
        QCOMPARE(run({"import", prices.toUtf8()}).exitCode, 0);
        QVERIFY(run({"override"}).out.contains("Stale: the unit price was 15.50, is now 17.25"));
        const QJsonArray listed = run({"override", "--json"}).array();
        QCOMPARE(listed.first().toObject().value(QStringLiteral("stale")),
                 run({"override", "PROD-002", "--json"}).object().value(QStringLiteral("stale")));
        QVERIFY(run({"override", "PROD-002", "--clear"}).exitCode == 0);
    }

    void aNamedPlaceWithoutAFileIsAnError()
    {
        const QString missing = m_folder->filePath(QStringLiteral("missing.sqlite"));
        const Answer plan = start({QStringLiteral("plan"), QStringLiteral("--database"), missing});
        QCOMPARE(plan.exitCode, 1);
        QVERIFY2(plan.err.contains("--create empty") && plan.err.contains("--create demo"),
                 plan.err.constData());
        QVERIFY(!QFile::exists(missing));
        const QString link = m_folder->filePath(QStringLiteral("link.sqlite"));
        QVERIFY(QFile::link(missing, link));
        QCOMPARE(runOn(link, {"plan"}).exitCode, 1);
        QVERIFY(!QFile::exists(missing));
        const Answer empty =
            start({QStringLiteral("plan"), QStringLiteral("--database"), missing, QStringLiteral("--create"),
                   QStringLiteral("empty"), QStringLiteral("--json")});
        QCOMPARE(empty.exitCode, 0);
        QVERIFY(empty.array().isEmpty());
        QVERIFY(start({QStringLiteral("plan"), QStringLiteral("--database"), missing}).exitCode == 0);
    }

    void aUsedKeyNeverAnswersWithAnotherOrder()
    {
        const QJsonObject first = run({"evaluate", "PROD-101", "--order", "--key", "k1", "--json"}).object();
        QVERIFY(!run({"evaluate", "PROD-101", "--order", "--key", "k1"}).out.contains("unknown"));
        const Answer other = run({"evaluate", "PROD-103", "--order", "--key", "k1", "--json"});
        QCOMPARE(other.exitCode, 1);
        QCOMPARE(other.object().value(QStringLiteral("success")).toBool(true), false);
        const QJsonObject again = run({"evaluate", "PROD-101", "--order", "--key", "k1", "--json"}).object();
        QCOMPARE(again.value(QStringLiteral("po")), first.value(QStringLiteral("po")));
        QCOMPARE(again.value(QStringLiteral("calculation")), first.value(QStringLiteral("calculation")));
    }

    void itSaysWhichVersionItIs()
    {
        const Answer answer = run({"--version"});
        QCOMPARE(answer.exitCode, 0);
        QCOMPARE(answer.out.trimmed(), QByteArray(programVersion()));
    }

    void whatIsStoredIsWatchedOver()
    {
        QVERIFY(run({"audit", "verify"}).out.contains("are what was written"));
        QCOMPARE(run({"settings", "set", "approval_ceiling", "dear"}).exitCode, 1);
        QVERIFY(run({"settings", "set", "aproval_ceiling", "100"}).err.contains("There is no setting"));
        QVERIFY(run({"settings", "set", "stale_after_minutes", "soon"}).err.contains("whole number"));
        QCOMPARE(run({"settings", "set", "stale_after_minutes", "20"}).exitCode, 0);
        QCOMPARE(run({"settings", "set", "approval_ceiling", "100"}).exitCode, 0);
        QVERIFY(run({"evaluate", "PROD-001"}).out.contains("above the approval ceiling of 100.00"));
        const QJsonObject report = run({"audit", "verify", "--json"}).object();
        QCOMPARE(report.value(QStringLiteral("remembered_event")), report.value(QStringLiteral("events")));
    }

    void aReasonCannotForgeALine()
    {
        run({"orders", "receive", "PO-2026-000002", "--qty", "20"});
        const Answer closed = run({"orders", "close-short", "PO-2026-000002", "--reason",
                                   "Lost\n  2026-01-01T00:00:00Z  boss  approved \x1b[2J\u202e"});
        QCOMPARE(closed.exitCode, 0);
        QVERIFY2(closed.out.contains("closed short: 20 of 50 received"), closed.out.constData());
        QVERIFY2(closed.out.contains("Lost\\n  2026"), closed.out.constData());
        QVERIFY(!closed.out.contains('\x1b') && closed.out.contains("\\u001b[2J")
                && closed.out.contains("\\u202e"));
        QVERIFY(run({"orders", "list"}).out.contains("20 of 50 received"));
    }

    void rulesNeedTheSecondPersonsSession()
    {
        const QString pack = m_folder->filePath(QStringLiteral("order_multiples.grl"));
        QFile file(pack);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("// ours\n");
        file.close();
        const Answer proposed = run({"rules", "propose", pack.toUtf8(), "--reason", "Simpler", "--json"});
        QCOMPARE(proposed.exitCode, 0);
        QVERIFY(run({"rules", "proposals"}).out.contains("Proposal 1: rules version 2"));
        QVERIFY(run({"rules", "confirm", "1"}).err.contains("Nobody confirms their own proposal"));
        QCOMPARE(run({"rules", "withdraw", "1"}).exitCode, 0);
        QVERIFY(run({"rules", "proposals"}).out.contains("No proposal waits"));
    }

    /// The seed products of the contract, and journey 3 on the command line.
    void orderFollowsTheFlags()
    {
        const QJsonObject sent = run({"evaluate", "PROD-103", "--order", "--json"})
                                     .object()
                                     .value(QStringLiteral("po"))
                                     .toObject();
        QCOMPARE(sent.value(QStringLiteral("status")).toString(), QStringLiteral("sent")); // 10,000.00
        QVERIFY(!sent.value(QStringLiteral("sent_at")).isNull());
        const QJsonObject waiting = run({"evaluate", "PROD-104", "--order", "--json"})
                                        .object()
                                        .value(QStringLiteral("po"))
                                        .toObject();
        QCOMPARE(waiting.value(QStringLiteral("status")).toString(),
                 QStringLiteral("pending_approval")); // 10,000.01
        QVERIFY(waiting.value(QStringLiteral("sent_at")).isNull());

        const Answer again = run({"evaluate", "PROD-103", "--order", "--json"});
        QCOMPARE(again.exitCode, 0);
        QVERIFY(again.object().value(QStringLiteral("po")).isNull());

        const QString id = waiting.value(QStringLiteral("po_id")).toString();
        QCOMPARE(run({"orders", "send", id.toUtf8()}).exitCode, 1); // Not approved.
        QCOMPARE(run({"orders", "approve", id.toUtf8()}).exitCode, 0);
        QCOMPARE(run({"orders", "approve", id.toUtf8()}).exitCode, 1); // Decided already.
        const Answer gone = run({"orders", "send", id.toUtf8(), "--json"});
        QCOMPARE(gone.exitCode, 0);
        QCOMPARE(gone.object().value(QStringLiteral("status")).toString(), QStringLiteral("sent"));
        QCOMPARE(
            QDir(m_folder->filePath(QStringLiteral("outbox"))).entryList({QStringLiteral("*.eml")}).size(),
            2);
        QVERIFY(
            run({"orders", "show", id.toUtf8()}).out.contains("approved by its creator, single operator"));
    }

    void rejectKeepsTheReason()
    {
        const QJsonObject waiting = run({"evaluate", "PROD-104", "--order", "--json"})
                                        .object()
                                        .value(QStringLiteral("po"))
                                        .toObject();
        const QByteArray id = waiting.value(QStringLiteral("po_id")).toString().toUtf8();
        QCOMPARE(run({"orders", "reject", id}).exitCode, 2); // A reason is needed.
        QCOMPARE(run({"orders", "reject", id, "--reason", "too much"}).exitCode, 0);
        QVERIFY(run({"orders", "show", id}).out.contains("too much"));
    }

    void theSameKeyMakesTheSameOrder()
    {
        const QJsonObject first = run({"evaluate", "PROD-002", "--order", "--json", "--key", "k1"}).object();
        QVERIFY(first.value(QStringLiteral("po")).isObject());
        QCOMPARE(run({"orders", "list", "--json"}).array().size(), 4); // Three of the demo.
        run({"evaluate", "PROD-002", "--order", "--json", "--key", "k1"});
        QCOMPARE(run({"orders", "list", "--json"}).array().size(), 4);
    }

    void planHasOneObjectAProduct()
    {
        const QJsonArray plan = run({"plan", "--json"}).array();
        QVERIFY(plan.size() > 60);
        for (const QJsonValue& value : plan) {
            const QJsonObject product = value.toObject();
            QVERIFY(product.value(QStringLiteral("product_id")).isString());
            const bool blocked = product.value(QStringLiteral("word")).toString() == QLatin1String("Blocked");
            QCOMPARE(!product.value(QStringLiteral("problem")).toString().isEmpty(), blocked);
            QVERIFY(product.value(QStringLiteral("calculation"))
                        .toObject()
                        .contains(QStringLiteral("grand_total")));
        }
    }

    void failuresAreSentencesAndExitCodes()
    {
        const Answer unknown = run({"evaluate", "NO-SUCH", "--json"});
        QCOMPARE(unknown.exitCode, 1);
        QVERIFY(unknown.err.contains("NO-SUCH"));
        QCOMPARE(unknown.object().value(QStringLiteral("success")).toBool(true), false);
        QCOMPARE(run({"evaluate"}).exitCode, 2);
        QCOMPARE(run({"nonsense"}).exitCode, 2);
        QCOMPARE(run({"orders", "show", "PO-1999-000001"}).exitCode, 1);
    }

    void unusableFilesAreRefusedUntouched()
    {
        const QString text = m_folder->filePath(QStringLiteral("letter.txt"));
        QFile file(text);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, 'x'));
        file.close();
        const Answer answer = runOn(text, {"plan"});
        QCOMPARE(answer.exitCode, 1);
        QVERIFY(answer.err.contains("letter.txt"));
        QVERIFY(answer.out.isEmpty());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray(5000, 'x'));
        QCOMPARE(runOn(m_folder->path(), {"plan"}).exitCode, 1); // A folder.
    }

private:
    Answer run(const QList<QByteArray>& arguments)
    {
        return runOn(m_folder->filePath(QStringLiteral("demo.sqlite")), arguments);
    }

    static Answer runOn(const QString& database, const QList<QByteArray>& arguments)
    {
        QStringList list;
        for (const QByteArray& argument : arguments)
            list << QString::fromUtf8(argument);
        list << QStringLiteral("--database") << database << QStringLiteral("--create")
             << QStringLiteral("demo");
        return start(list);
    }

    static Answer start(const QStringList& list) { return runPurchasing(list); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::CommandLineTest)
#include "command_line_test.moc"
