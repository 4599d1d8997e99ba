#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/program_answer.h"
#include "tests/attack/attack_seed.h"

namespace purchasing::tests {
namespace {

struct Table
{
    QString name;
    QByteArray text;
};
const QList<Table> kTables = {
    {QStringLiteral("products.csv"),
     "product_id,name,category\nPROD-002,Screw M4,Small\nPROD-101,\"Nut, \"\"M4\"\"\",Small\nX-9,Washer,\n"},
    {QStringLiteral("inventory_levels.csv"),
     "product_id,warehouse_id,current_qty,reserved_qty,on_order_qty\nPROD-002,MAIN,12.75,1,0\nPROD-101,MAIN,40,0,5\n"},
    {QStringLiteral("supplier_info.csv"),
     "supplier_id,product_id,moq,lead_time_days,unit_price,is_active,email\n"
     "SUP-002,PROD-002,50,7,15.5,true,orders@example.com\nSUP-9,PROD-101,1,14,\"1,250.0035\",true,a@example.com\n"},
    {QStringLiteral("demand_daily.csv"), "product_id,day,qty\nPROD-002,2026-11-01,12\nPROD-002,2026-11-02,7.5\n"}};
const QByteArray kRules = R"(rule Attack "made to be broken" salience 10 no-loop {
    when product.required_qty > 0 && (Calculated.Word == "Ünïcode" || !product.is_blocked)
    then
        Calculated.qty = Ceil(product.required_qty / 12.0) * 12;
        Log("ordered " + Calculated.qty);
        Retract("Attack");
}
)";
const QByteArray kFacts = R"({"product": {"required_qty": 100, "is_blocked": false}, "Calculated": {"Word": "", "qty": 0}})";

/// What parsers trip over.
const QList<QByteArray> kSpite = {QByteArray(1, '\0'),
                                  "\xff\xfe",
                                  "\xef\xbb\xbf",
                                  "\xed\xa0\x80",
                                  "\xe2\x80\xae",
                                  "\x1b[2J",
                                  "\xc2\x85",
                                  "\"",
                                  "\"\"\"",
                                  "\r",
                                  "\n",
                                  ",,,,,,,,",
                                  ";",
                                  "\t",
                                  "=cmd|' /C calc'!A0",
                                  "-1",
                                  "99999999999999999999999999999999",
                                  "1e308",
                                  "NaN",
                                  "0x7fffffffffffffff",
                                  "((((((((((((((((((((((((((((((((",
                                  "}}}}",
                                  "{{{{",
                                  "/*",
                                  "//",
                                  "!!!!!!!!!!!!!!!!",
                                  "when",
                                  "rule",
                                  "' OR 1=1 --"};

} // namespace

/// Files that were made to do harm: each ends with an answer or a sentence, and one that is refused changed nothing.
class HostileFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tables();
    void rules();
    void facts();

private:
    [[nodiscard]] QByteArray spoilt(QByteArray text);
    [[nodiscard]] QString written(const QString& name, const QByteArray& bytes);
    [[nodiscard]] Answer tried(const QStringList& arguments, const QByteArray& input);
    [[nodiscard]] QByteArray plan() const
    {
        return runPurchasing({QStringLiteral("plan"), QStringLiteral("--json"), QStringLiteral("--database"), m_database}).out;
    }

    QTemporaryDir m_folder;
    QString m_database = m_folder.filePath(QStringLiteral("attacked.sqlite"));
    QRandomGenerator m_random;
};

void HostileFilesTest::initTestCase()
{
    m_random = attackRandom();
    const Answer made = runPurchasing({QStringLiteral("plan"), QStringLiteral("--create"), QStringLiteral("demo"),
                                       QStringLiteral("--database"), m_database});
    QVERIFY2(made.exitCode == 0, made.err.constData());
}

/// TEXT with one to four kinds of harm in it.
QByteArray HostileFilesTest::spoilt(QByteArray text)
{
    const int times = 1 + m_random.bounded(4);
    for (int time = 0; time < times; ++time) {
        const auto at = static_cast<qsizetype>(m_random.bounded(static_cast<quint32>(text.size() + 1)));
        switch (m_random.bounded(8)) {
            case 0:
                text.truncate(at);
                break;
            case 1:
                text.insert(at, static_cast<char>(m_random.bounded(256)));
                break;
            case 2:
                // Once in a while more than any cell may hold.
                text.insert(at, m_random.bounded(8) == 0 ? QByteArray(1'100'000, 'x') : QByteArray(5'000, '('));
                break;
            case 3:
                text.insert(at, text.mid(at / 2, 40).repeated(1 + m_random.bounded(50)));
                break;
            case 4:
                text.remove(at, 1 + m_random.bounded(20));
                break;
            default:
                text.insert(at, kSpite.at(m_random.bounded(static_cast<quint32>(kSpite.size()))));
        }
    }
    return text;
}

QString HostileFilesTest::written(const QString& name, const QByteArray& bytes)
{
    const QString path = m_folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

Answer HostileFilesTest::tried(const QStringList& arguments, const QByteArray& input)
{
    Answer answer = runPurchasing(arguments);
    const QByteArray about =
        "\ninput: " + input.left(400).toPercentEncoding(" \n(,") + "\nsaid: " + answer.err.left(400);
    if (answer.exitCode < 0)
        QTest::qFail(("did not end, or not orderly: " + about).constData(), __FILE__, __LINE__);
    else if (answer.exitCode != 0 && answer.err.trimmed().isEmpty() && answer.out.trimmed().isEmpty())
        QTest::qFail(("said nothing: " + about).constData(), __FILE__, __LINE__);
    else if (answer.err.contains('\x1b') || answer.out.contains('\x1b'))
        QTest::qFail(("drives the terminal: " + about).constData(), __FILE__, __LINE__);
    return answer;
}

void HostileFilesTest::tables()
{
    QByteArray before = plan();
    const int rounds = attackRounds(30, 600);
    for (int round = 0; round < rounds && !QTest::currentTestFailed(); ++round) {
        const Table& table = kTables.at(round % kTables.size());
        const QByteArray bytes = spoilt(table.text);
        const QString file = written(table.name, bytes);
        const Answer answer = tried({QStringLiteral("import"), file, QStringLiteral("--database"), m_database}, bytes);
        const QByteArray after = plan();
        QVERIFY2(!QJsonDocument::fromJson(after).isNull(), bytes.left(400).toPercentEncoding(" \n").constData());
        if (answer.exitCode != 0)
            QVERIFY2(after == before, ("refused, and something changed: " + answer.err).constData());
        before = after;
    }
    const Answer verified = runPurchasing({QStringLiteral("audit"), QStringLiteral("verify"), QStringLiteral("--database"), m_database});
    QVERIFY2(verified.exitCode == 0, verified.err.constData());
}

void HostileFilesTest::rules()
{
    const QString facts = written(QStringLiteral("facts.json"), kFacts);
    const int rounds = attackRounds(60, 2'000);
    for (int round = 0; round < rounds && !QTest::currentTestFailed(); ++round) {
        const QByteArray text = spoilt(kRules);
        const QString file = written(QStringLiteral("attack.grl"), text);
        const Answer checked = tried({QStringLiteral("rules"), QStringLiteral("check"), file}, text);
        const bool json = round % 2 == 0;
        const Answer ran = tried({QStringLiteral("rules"), QStringLiteral("run"), file, QStringLiteral("--facts"), facts,
                                  json ? QStringLiteral("--json") : QStringLiteral("--trace")},
                                 text);
        // One answer: what the check refuses is not run.
        if (checked.exitCode != 0)
            QVERIFY2(ran.exitCode != 0, text.left(400).toPercentEncoding(" \n").constData());
        if (json && ran.exitCode == 0)
            QVERIFY2(!QJsonDocument::fromJson(ran.out).isNull(), ran.out.left(400).constData());
    }
    const QByteArray forging = "rule \"A\" { when true then x = \"\x1b[2J\"; Log(\"paid\\nFired (9 cycles):\x1b[1A\"); }";
    const Answer ran = tried({QStringLiteral("rules"), QStringLiteral("run"), written(QStringLiteral("forging.grl"), forging),
                              QStringLiteral("--facts"), facts, QStringLiteral("--max-cycles"), QStringLiteral("3")},
                             forging);
    QVERIFY2(!ran.out.contains("\nFired (9"), ran.out.constData());
}

void HostileFilesTest::facts()
{
    const QString file = written(QStringLiteral("whole.grl"), kRules);
    const int rounds = attackRounds(30, 600);
    for (int round = 0; round < rounds && !QTest::currentTestFailed(); ++round) {
        const QByteArray text = spoilt(kFacts);
        const QString facts = written(QStringLiteral("spoilt.json"), text);
        const Answer ran = tried({QStringLiteral("rules"), QStringLiteral("run"), file, QStringLiteral("--facts"), facts,
                                  QStringLiteral("--json")},
                                 text);
        if (ran.exitCode == 0)
            QVERIFY2(!QJsonDocument::fromJson(ran.out).isNull(), ran.out.left(400).constData());
    }
}

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::HostileFilesTest)
#include "hostile_files_test.moc"
