#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/program_answer.h"

namespace purchasing::tests {

/// What the command line says where it does less than somebody may think, or nothing at all.
class CommandLineWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aKeyIsForAnOrder()
    {
        const Answer refused = run({"evaluate", "PROD-002", "--key", "k1"});
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.err.contains("--order"), refused.err.constData());
    }

    void anUnknownSupplierIsSaidToBeOne()
    {
        for (const bool orders : {false, true}) {
            QList<QByteArray> arguments{"evaluate", "PROD-002", "--supplier", "NOPE", "--json"};
            if (orders)
                arguments << "--order";
            const Answer refused = run(arguments);
            QCOMPARE(refused.exitCode, 1);
            QVERIFY2(
                refused.err.contains("Supplier NOPE does not offer PROD-002. Suppliers that do: SUP-002"),
                refused.err.constData());
            QCOMPARE(refused.object().value(QStringLiteral("success")).toBool(true), false);
        }
        QCOMPARE(run({"evaluate", "PROD-002", "--supplier", "SUP-002"}).exitCode, 0);
    }

    void whatWasSentIsSaidToBeSent()
    {
        QVERIFY(!run({"orders", "show", "PO-2026-000002"}).err.contains("already"));
        const Answer again = run({"orders", "send", "PO-2026-000002"});
        QCOMPARE(again.exitCode, 0);
        QVERIFY2(again.err.contains("PO-2026-000002 was sent already, at 20"), again.err.constData());
    }

    void countsAgreeWithTheirThings()
    {
        const QByteArray file =
            write("supplier_info.csv", "supplier_id,product_id,unit_price\nSUP-002,PROD-002,cheap\n");
        const Answer one = run({"import", file});
        QCOMPARE(one.exitCode, 1);
        QVERIFY2(one.err.contains("\n1 bad cell; nothing was imported."), one.err.constData());
        write("supplier_info.csv",
              "supplier_id,product_id,unit_price\nSUP-002,PROD-002,cheap\nSUP-001,PROD-001,dear\n");
        QVERIFY(run({"import", file}).err.contains("\n2 bad cells; nothing was imported."));
    }

    void aFileOfOneEndlessLineIsSaidToBeOne_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("said");
        const QByteArray begin = "product_id;name\n";
        QTest::newRow("nothing else")
            << QByteArray(20 << 20, 'x') << QByteArray("a cell is longer than 1 MiB");
        QTest::newRow("a row") << begin + QByteArray(20 << 20, 'x')
                               << QByteArray("a cell is longer than 1 MiB");
    }

    void aFileOfOneEndlessLineIsSaidToBeOne()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, said);
        const Answer refused = run({"import", write("list.csv", text)});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains(said), refused.err.left(500).constData());
        QVERIFY2(!refused.err.contains("has no row"), refused.err.left(500).constData());
    }

    void settingsThatAreOffAreListed()
    {
        QVERIFY(run({"settings", "list"}).out.contains("approval_ceiling = off\n"));
        QCOMPARE(run({"settings", "set", "approval_ceiling", "100"}).exitCode, 0);
        QVERIFY(run({"settings", "list"}).out.contains("approval_ceiling = 100\n"));
    }

    void aFolderThatNothingCanBeWrittenIntoIsSaidToBeOne()
    {
        if (!QFileInfo::exists(QStringLiteral("/proc/self")))
            QSKIP("Whoever is root may write everywhere else.");
        const Answer refused = runPurchasing({QStringLiteral("plan"), QStringLiteral("--database"),
                                              QStringLiteral("/proc/planner.sqlite"),
                                              QStringLiteral("--create"), QStringLiteral("empty")});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("No file can be made in the folder /proc."), refused.err.constData());
    }

    void servicesSayHowADatabaseIsMade()
    {
        const QString program =
            QCoreApplication::applicationDirPath() + QStringLiteral("/purchasing-services");
        if (!QFileInfo::exists(program))
            QSKIP("The services are not built here.");
        QProcess services;
        services.start(program,
                       {QStringLiteral("--database"), m_folder->filePath(QStringLiteral("no.sqlite"))});
        QVERIFY(services.waitForFinished(60000));
        QCOMPARE(services.exitCode(), 1);
        const QByteArray said = services.readAllStandardError();
        QVERIFY2(said.contains("does not exist") && said.contains("--create"), said.constData());
    }

    void filesWithoutARuleAreSaidToHaveNone()
    {
        const auto check = [this](const QByteArray& text) {
            return runPurchasing({QStringLiteral("rules"), QStringLiteral("check"),
                                  QString::fromUtf8(write("some.grl", text))});
        };
        QCOMPARE(check("// none\n").exitCode, 0);
        QCOMPARE(check("// none\n").out, QByteArray("nothing is wrong, but there is no rule in it\n"));
        QCOMPARE(check("rule A { when a > 1 then b = 2; }").out, QByteArray("1 rule is fine\n"));
    }

    void whoWorksAlonePublishes()
    {
        const QByteArray pack = write("order_multiples.grl", "// ours\n");
        const Answer proposed = run({"rules", "propose", pack, "--reason", "Simpler"});
        QCOMPARE(proposed.exitCode, 0);
        QVERIFY2(proposed.err.contains("rules publish"), proposed.err.constData());
        const Answer published = run({"rules", "publish", pack, "--reason", "Simpler"});
        QVERIFY2(published.exitCode == 0, published.err.constData());
        QVERIFY(published.out.contains("Rules version 2 decides orders from now on."));

        // What was proposed before that is out of date; the same again is nothing new.
        QVERIFY(run({"rules", "proposals"}).out.contains("out of date: version 2 was published meanwhile"));
        for (const char* act : {"propose", "publish"}) {
            const Answer same = run({"rules", act, pack, "--reason", "Again"});
            QCOMPARE(same.exitCode, 1);
            QVERIFY2(same.err.contains("the rules in force already, version 2"), same.err.constData());
        }
    }

private:
    QByteArray write(const char* name, const QByteArray& content)
    {
        QFile file(m_folder->filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("The test's folder cannot be written to.");
        return file.fileName().toUtf8();
    }

    Answer run(const QList<QByteArray>& arguments)
    {
        QStringList list;
        for (const QByteArray& argument : arguments)
            list << QString::fromUtf8(argument);
        return runPurchasing(list << QStringLiteral("--database")
                                  << m_folder->filePath(QStringLiteral("demo.sqlite"))
                                  << QStringLiteral("--create") << QStringLiteral("demo"));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::CommandLineWordsTest)
#include "command_line_words_test.moc"
