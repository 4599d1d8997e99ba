#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/program_answer.h"

namespace purchasing::tests {

/// The command line program says the same under every locale of the operating system: German writes numbers
/// with a comma, Turkish has another small i.
class LocaleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const QString& locale : {QStringLiteral("de_DE"), QStringLiteral("tr_TR")}) {
            QProcess process;
            process.start(QStringLiteral("localedef"),
                          {QStringLiteral("-i"), locale, QStringLiteral("-f"), QStringLiteral("UTF-8"),
                           m_locales.filePath(locale + QStringLiteral(".UTF-8"))});
            QVERIFY2(process.waitForFinished(120000), qPrintable(process.errorString()));
            QVERIFY2(QFile::exists(m_locales.filePath(locale + QStringLiteral(".UTF-8/LC_NUMERIC"))),
                     process.readAllStandardError().constData());
        }
        write("rules.grl",
              "rule A no-loop { when x > 1.25 && TITLE.ToLower() == \"i\" then y = x * 2.5; "
              "Log(\"y is \", y); }\n"
              "rule B { when z.w < 1e-3 then n = 1.5; }\n");
        write("facts.json", "{\"x\": 1.5, \"z\": {\"w\": 2.5e-4}, \"TITLE\": \"I\"}");
        write("typed.grl",
              "rule A no-loop { when unit_price == 15.99 then order_qty = 88.5; total_amount = "
              "order_qty * unit_price; }\n");
        write("typed.json", "{\"unit_price\": 15.99, \"avg_daily_demand\": 0.3333}");
        write("broken.grl", "rule A { when x > 1,5 then y = 089; }\n");
    }

    void programsAnswerAlike_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("holds");
        const QStringList run{QStringLiteral("rules"), QStringLiteral("run")};
        QTest::newRow("rules run") << run
                + QStringList{file("rules.grl"), QStringLiteral("--facts"), file("facts.json"),
                              QStringLiteral("--json")}
                                   << QByteArray("\"log\":[\"y is 3.75\"]");
        QTest::newRow("rules run for people") << run
                + QStringList{file("rules.grl"), QStringLiteral("--facts"), file("facts.json"),
                              QStringLiteral("--trace")}
                                              << QByteArray("n = 1.5");
        QTest::newRow("rules run, typed") << run + QStringList{file("typed.grl"),
                                                               QStringLiteral("--facts"),
                                                               file("typed.json"),
                                                               QStringLiteral("--schema"),
                                                               QStringLiteral("purchasing"),
                                                               QStringLiteral("--json")}
                                          << QByteArray("\"total_amount\":1415.12");
        QTest::newRow("rules check") << QStringList{QStringLiteral("rules"), QStringLiteral("check"),
                                                    file("broken.grl"), QStringLiteral("--json")}
                                     << QByteArray("malformed-number");
        QTest::newRow("evaluate") << QStringList{QStringLiteral("evaluate"), QStringLiteral("PROD-001"),
                                                 QStringLiteral("--json")}
                                  << QByteArray("88.5");
        QTest::newRow("plan") << QStringList{QStringLiteral("plan"), QStringLiteral("--json")}
                              << QByteArray("PROD-003");
    }

    void programsAnswerAlike()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, holds);
        const Answer plain = answer(arguments, QStringLiteral("C.UTF-8"));
        QVERIFY2(plain.out.contains(holds), (plain.out + plain.err).constData());
        for (const QString& locale : {QStringLiteral("de_DE.UTF-8"), QStringLiteral("tr_TR.UTF-8")}) {
            const Answer local = answer(arguments, locale);
            QCOMPARE(local.out, plain.out);
            QCOMPARE(local.err, plain.err);
            QCOMPARE(local.exitCode, plain.exitCode);
        }
    }

private:
    [[nodiscard]] QString file(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    void write(const char* name, const QByteArray& content) const
    {
        QFile out(file(name));
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(content) == content.size());
    }

    /// Each on a fresh database.
    [[nodiscard]] static Answer answer(const QStringList& arguments, const QString& locale)
    {
        const QTemporaryDir home;
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LC_ALL"), locale);
        environment.insert(QStringLiteral("LOCPATH"), m_locales.path());
        environment.insert(QStringLiteral("HOME"), home.path());
        environment.insert(QStringLiteral("XDG_DATA_HOME"), home.filePath(QStringLiteral("data")));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(home.path());
        process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/purchasing"), arguments);
        if (!process.waitForFinished(60000))
            return {-1, {}, process.errorString().toUtf8()};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                process.readAllStandardOutput(), process.readAllStandardError()};
    }

    QTemporaryDir m_folder;
    static inline QTemporaryDir m_locales;
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::LocaleTest)
#include "locale_test.moc"
