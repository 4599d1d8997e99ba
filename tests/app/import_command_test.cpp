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
namespace {

const QByteArray kPrices =
    "Muster GmbH;;;\nArtikel-Nr.;Bezeichnung;Preis;Mindestmenge\nA-1;Schraube;1,50;10\n"
    "A-2;Mutter;0,75;20\nSumme;;2,25;\n";

} // namespace

/// `purchasing import` with files as people have them.
class ImportCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void ownFilesAreTakenAsTheyAre()
    {
        const QByteArray folder = path("own");
        QCOMPARE(start({"generate", folder, "--products", "50", "--seed", "3"}).exitCode, 0);
        const Answer first = run({"import", folder});
        QVERIFY2(first.exitCode == 0, first.err.constData());
        QVERIFY2(first.out.startsWith("products.csv                 50 new"), first.out.constData());
        QVERIFY2(!first.out.contains("encoding"), first.out.constData());
        const Answer again = run({"import", folder, "--dry-run"});
        QVERIFY2(
            again.out.contains("products.csv                  0 new         0 changed        50 unchanged"),
            again.out.constData());
    }

    void aFileThatIsNotThereIsSaidSo()
    {
        const Answer answer = run({"import", path("nope.csv")});
        QCOMPARE(answer.exitCode, 1);
        QVERIFY2(answer.err.contains("nope.csv does not exist"), answer.err.constData());
    }

    void whatIsMissingIsAskedAndAnsweredByOptions()
    {
        const QByteArray file = write("Preisliste 2026.csv", kPrices);
        const Answer asked = run({"import", file});
        QCOMPARE(asked.exitCode, 1);
        QVERIFY2(asked.err.contains("pass --value supplier_id="), asked.err.constData());
        QVERIFY2(asked.err.contains("Nothing was imported."), asked.err.constData());

        const Answer dry = run({"import", file, "--value", "supplier_id=M1", "--dry-run"});
        QVERIFY2(dry.exitCode == 0, dry.err.constData());
        for (const char* said :
             {"separator semicolon", "decimal comma", "header in line 2", "Preis -> unit_price",
              "Preisliste 2026.csv -> products", "Preisliste 2026.csv -> supplier_info", "2 new", "Dry run"})
            QVERIFY2(dry.out.contains(said), dry.out.constData());
        QVERIFY2(dry.err.contains("a sum in line 5"), dry.err.constData());
        QVERIFY(evaluated("A-1").isEmpty());

        QCOMPARE(run({"import", file, "--value", "supplier_id=M1"}).exitCode, 0);
        QVERIFY(!evaluated("A-1").isEmpty());
    }

    void aMappingIsWrittenReadAndNeedsNoMoreAnswers()
    {
        const QByteArray file = write("a.csv", kPrices);
        const QByteArray map = path("prices.json");
        QCOMPARE(run({"import", file, "--value", "supplier_id=M1", "--save-map", map}).exitCode, 0);
        const QByteArray json = read("prices.json");
        for (const char* part : {"\"Artikel-Nr.\": \"product_id\"", "\"Preis\": \"unit_price\"",
                                 "\"separator\": \"semicolon\"", "\"supplier_id\": \"M1\""})
            QVERIFY2(json.contains(part), json.constData());

        // The next one of these: more titles, columns in another order and one that is new.
        const QByteArray next =
            write("b.csv",
                  "Muster GmbH;;;;\nneu;;;;\n;;;;\nMindestmenge;Preis;Bezeichnung;Artikel-Nr.;Price\n"
                  "10;1,75;Schraube;A-1;9\n");
        const Answer taken = run({"import", next, "--map", map});
        QVERIFY2(taken.exitCode == 0, taken.err.constData());
        QVERIFY2(taken.out.contains("b.csv -> supplier_info        0 new         1 changed"),
                 taken.out.constData());

        const Answer other = run({"import", write("c.csv", "SKU,Name\nA-9,x\n"), "--map", map});
        QCOMPARE(other.exitCode, 1);
        QVERIFY2(other.err.contains("no entry of the mapping fits"), other.err.constData());
        for (const QByteArray& broken :
             {QByteArray("{"), QByteArray("[]"), QByteArray("{\"purchasing_import\": 2, \"files\": []}"),
              QByteArray("{\"purchasing_import\": 1, \"files\": [{\"columns\": {\"a\": 5}}]}"),
              QByteArray("{\"purchasing_import\": 1, \"files\": [{\"columns\": {\"a\": \"name\"}, "
                         "\"decimal\": \"x\"}]}")}) {
            const Answer refused = run({"import", file, "--map", write("broken.json", broken)});
            QCOMPARE(refused.exitCode, 1);
            QVERIFY2(refused.err.contains("no mapping that an import understands"), refused.err.constData());
        }
    }

    void changesAreListedBeforeAndAfter()
    {
        const QByteArray file =
            write("products.csv", "product_id,name,category\nA-1,Screw,Small\nA-2,=SUM(1),\n");
        const QByteArray list = path("changes.csv");
        QCOMPARE(run({"import", file, "--changes", list, "--dry-run"}).exitCode, 0);
        QVERIFY2(read("changes.csv").contains(R"("products","A-1","name",,"Screw")"),
                 read("changes.csv").constData());
        QVERIFY(evaluated("A-1").isEmpty());
        QCOMPARE(run({"import", file}).exitCode, 0);
        (void)write("products.csv", "product_id,name,category\nA-1,Bolt,Small\nA-2,=SUM(1),\n");
        QCOMPARE(run({"import", file, "--changes", list}).exitCode, 0);
        QVERIFY2(
            read("changes.csv").endsWith("\"after\"\r\n\"products\",\"A-1\",\"name\",\"Screw\",\"Bolt\"\r\n"),
            read("changes.csv").constData());
        // Nothing changes any more, which is a list, too; one that cannot be written is said and undoes
        // nothing.
        QCOMPARE(run({"import", file, "--changes", list}).exitCode, 0);
        QVERIFY2(read("changes.csv").endsWith("\"after\"\r\n"), read("changes.csv").constData());
        (void)write("products.csv", "product_id,name,category\nA-1,Nut,Small\n");
        const Answer unlisted = run({"import", file, "--changes", path("no/such/folder.csv")});
        QCOMPARE(unlisted.exitCode, 0);
        QVERIFY2(unlisted.err.contains("folder.csv"), unlisted.err.constData());
        QVERIFY(!evaluated("A-1").isEmpty());
    }

    void formsAreSaidByOptions()
    {
        const QByteArray file = write("n.csv", "SKU;Supplier ID;Price\nA-1;S;1.250\n");
        QCOMPARE(run({"import", file}).exitCode, 1);
        QCOMPARE(run({"import", file, "--decimal", "comma"}).exitCode, 0);
        const Answer same =
            run({"import", write("m.csv", "SKU;Supplier ID;Price\nA-1;S;1250,00\n"), "--dry-run"});
        QVERIFY2(same.out.contains("0 changed         1 unchanged"), same.out.constData());
        QCOMPARE(run({"import", file, "--decimal", "dot"}).exitCode, 2);
        QCOMPARE(run({"import", file, "--separator", "x"}).exitCode, 2);
        QCOMPARE(run({"import", file, "--dates", "dd.mm"}).exitCode, 2);
        QCOMPARE(run({"import", file, "--column", "Price"}).exitCode, 2);
        QCOMPARE(run({"import", file, "--value", "supplier"}).exitCode, 2);
        const Answer encoding = run({"import", file, "--encoding", "EBCDIC-X"});
        QCOMPARE(encoding.exitCode, 1);
        QVERIFY2(encoding.err.contains("EBCDIC-X"), encoding.err.constData());
        QCOMPARE(run({"import", file, "--decimal", "point", "--column", "Price=colour"}).exitCode, 1);
    }

    void aFolderIsTakenWholeOrNot()
    {
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("in")));
        (void)write("in/Artikel.csv", "Artikelnummer;Bezeichnung\nB-1;Eins\n");
        (void)write("in/Bestand.csv", "Artikelnummer;Lager;Bestand\nB-1;H;5\n");
        (void)write("in/letter.txt", "Dear Ann,\nhere are the files.\n");
        Answer answer = run({"import", path("in"), "--dry-run"});
        QVERIFY2(answer.exitCode == 0, answer.err.constData());
        QVERIFY2(answer.out.contains("letter.txt is left out"), answer.out.constData());
        QVERIFY2(answer.out.contains("Bestand.csv -> inventory_levels"), answer.out.constData());
        (void)write("in/orders.csv",
                    "Order,Product,State,Created,Approval\nPO-1,B-1,sent,2026-01-01,automatic\n");
        answer = run({"import", path("in")});
        QCOMPARE(answer.exitCode, 1);
        QVERIFY2(answer.err.contains("list of orders"), answer.err.constData());
        QVERIFY(evaluated("B-1").isEmpty());
    }

    void jsonHasWhatWasRecognised()
    {
        const Answer answer = run({"import", write("p.csv", kPrices), "--json"});
        QCOMPARE(answer.exitCode, 1);
        const QJsonObject object = QJsonDocument::fromJson(answer.out).object();
        QCOMPARE(object.value(QStringLiteral("applied")).toBool(true), false);
        const QJsonObject file = object.value(QStringLiteral("recognised")).toArray().first().toObject();
        QCOMPARE(file.value(QStringLiteral("decimal")).toString(), QStringLiteral("comma"));
        const QJsonObject question = file.value(QStringLiteral("questions")).toArray().first().toObject();
        QCOMPARE(question.value(QStringLiteral("subject")).toString(), QStringLiteral("supplier_id"));
    }

    void aHeaderDrivesNoTerminal()
    {
        const Answer answer = run(
            {"import", write("x.csv", "SKU;Name;\x1b[31mred\x07\nC-1;One;5\nC-2;\x1b[2J;5\n"), "--dry-run"});
        QVERIFY(!answer.out.contains('\x1b') && !answer.err.contains('\x1b'));
        QVERIFY2(answer.out.contains("\\u001b[31mred"), answer.out.constData());
    }

private:
    [[nodiscard]] QByteArray path(const char* name) const
    {
        return m_folder->filePath(QLatin1String(name)).toUtf8();
    }

    [[nodiscard]] QByteArray write(const char* name, const QByteArray& bytes) const
    {
        QFile file(QString::fromUtf8(path(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write a test file");
        return path(name);
    }

    [[nodiscard]] QByteArray read(const char* name) const
    {
        QFile file(QString::fromUtf8(path(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// What is known of a product; empty where it is not known.
    [[nodiscard]] QByteArray evaluated(const char* product) const
    {
        const Answer answer = run({"evaluate", product});
        return answer.exitCode == 0 ? answer.out : QByteArray();
    }

    [[nodiscard]] Answer run(QList<QByteArray> arguments) const
    {
        return start(arguments += {"--database", path("demo.sqlite"), "--create", "demo"});
    }

    static Answer start(const QList<QByteArray>& arguments)
    {
        QStringList list;
        for (const QByteArray& argument : arguments)
            list << QString::fromUtf8(argument);
        return runPurchasing(list);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::ImportCommandTest)
#include "import_command_test.moc"
