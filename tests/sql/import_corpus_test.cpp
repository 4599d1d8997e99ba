#include "core/sql/import/catalogue_import.h"
#include "core/sql/import/csv_tables.h"
#include "core/sql/import/recognition/import_fields.h"
#include "core/sql/import/recognition/recognise.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include "tests/sql/temporary_database.h"

namespace purchasing::sql {
namespace {

const QString kCorpus = QStringLiteral(PURCHASING_TEST_DATA "/import");
constexpr int kLeastFiles = 60;

/// What stands beside a file in FILE.expected, a line each:
///   ask ABOUT[=SUBJECT] CANDIDATE|CANDIDATE   what has to be asked before anything is taken
///   with OPTION=VALUE                         the answers
///   form SEPARATOR ENCODING DECIMAL DATES HEADER-LINE   how it is recognised; "-": not needed
///   refuse TEXT                               why it is no file that can be taken
///   bad LINE COLUMN                           cells that cannot be taken
///   note TEXT                                 something that is said
///   TABLE: field=value; field=value           the rows, all of them
struct CorpusExpectation
{
    QStringList asks;
    FileMapping answers;
    QString form;
    QString refusal;
    QStringList bad;
    QStringList notes;
    QStringList rows;
};

void answerWith(FileMapping& answers, const QString& option, const QString& value)
{
    const QString first = value.section(QLatin1Char('='), 0, 0);
    const QString second = value.section(QLatin1Char('='), 1);
    if (option == QLatin1String("separator"))
        answers.form.separator = separatorFromWord(value).value();
    else if (option == QLatin1String("encoding"))
        answers.form.encoding = value;
    else if (option == QLatin1String("decimal"))
        answers.form.decimal = decimalFromWord(value).value();
    else if (option == QLatin1String("dates"))
        answers.form.days = dayOrderFromWord(value).value();
    else if (option == QLatin1String("header"))
        answers.form.headerLine = value.toInt();
    else if (option == QLatin1String("column"))
        answers.setColumn(value.section(QLatin1Char('='), 0, -2), value.section(QLatin1Char('='), -1));
    else if (option == QLatin1String("value"))
        answers.values.insert(first, second);
    else
        QTest::qFail(qPrintable(QStringLiteral("unknown answer: ") + option), __FILE__, __LINE__);
}

CorpusExpectation expectationIn(const QString& path)
{
    CorpusExpectation expected;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        QTest::qFail(qPrintable(QStringLiteral("cannot read ") + path), __FILE__, __LINE__);
        return expected;
    }
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString& line : lines) {
        const QString rest = line.section(QLatin1Char(' '), 1);
        if (line.startsWith(QLatin1String("ask ")))
            expected.asks += rest.trimmed();
        else if (line.startsWith(QLatin1String("with ")))
            answerWith(expected.answers, rest.section(QLatin1Char('='), 0, 0),
                       rest.section(QLatin1Char('='), 1));
        else if (line.startsWith(QLatin1String("form ")))
            expected.form = rest;
        else if (line.startsWith(QLatin1String("refuse ")))
            expected.refusal = rest;
        else if (line.startsWith(QLatin1String("bad ")))
            expected.bad += rest;
        else if (line.startsWith(QLatin1String("note ")))
            expected.notes += rest;
        else
            expected.rows += line;
    }
    expected.rows.sort();
    return expected;
}

QString questionText(const ImportQuestion& question)
{
    static const char* const about[] = {"sheet", "encoding", "separator", "decimal", "dates", "column", "field"};
    QString text = QLatin1String(about[static_cast<int>(question.about)]);
    if (!question.subject.isEmpty())
        text += QLatin1Char('=') + question.subject;
    const QString candidates = question.candidates.join(QLatin1Char('|'));
    return candidates.isEmpty() ? text : text + QLatin1Char(' ') + candidates;
}

QString orDash(const QString& word)
{
    return word.isEmpty() ? QStringLiteral("-") : word;
}

QString formText(const FileForm& form)
{
    return QStringLiteral("%1 %2 %3 %4 %5")
        .arg(orDash(wordOfSeparator(form.separator)), orDash(form.encoding),
             orDash(wordOfDecimal(form.decimal)), orDash(wordOfDayOrder(form.days)))
        .arg(form.headerLine);
}

/// A decimal as short as it can be written: MariaDB answers "2.5000".
QString withoutZeros(const QString& text)
{
    static const QRegularExpression decimal(QStringLiteral("^(-?\\d+)(?:\\.0000|(\\.\\d{0,3}?[1-9])0*)$"));
    const QRegularExpressionMatch match = decimal.match(text);
    const bool isDecimal = match.hasMatch() && text.section(QLatin1Char('.'), 1).size() == 4;
    return isDecimal ? match.captured(1) + match.captured(2) : text;
}

std::vector<QStringList> answersTo(const TemporaryDatabase& db, const QString& sql, qsizetype columns)
{
    return db.database
        ->readInPieces([&](Connection& connection) -> Result<std::vector<QStringList>> {
            std::vector<QStringList> answers;
            Rows rows = connection.query(sql);
            while (rows.next()) {
                QStringList& row = answers.emplace_back();
                for (int i = 0; i < columns; ++i)
                    row += rows.isNull(i) ? QString() : withoutZeros(rows.text(i));
            }
            return answers;
        })
        .result()
        .value();
}

/// All rows of the catalogue, without the values that a new row has by itself.
QStringList rowsOf(const TemporaryDatabase& db)
{
    static const QStringList defaults{QStringLiteral("order_multiple=1"), QStringLiteral("priority=0"),
                                      QStringLiteral("on_order_qty=0")};
    QStringList rows;
    for (const CsvTable& table : csvTables()) {
        QStringList columns;
        QStringList read;
        for (const CsvColumn& column : table.columns) {
            columns += QString::fromLatin1(column.name);
            // As text: not every release of the client library hands days over.
            read += column.type == CsvType::Day ? QStringLiteral("CAST(%1 AS CHAR)").arg(columns.back())
                                                : columns.back();
        }
        const QString sql =
            QStringLiteral("SELECT %1 FROM %2").arg(read.join(QLatin1Char(',')), QLatin1String(table.table));
        for (const QStringList& values : answersTo(db, sql, columns.size())) {
            QStringList cells;
            for (qsizetype i = 0; i < columns.size(); ++i) {
                const QString cell = columns[i] + QLatin1Char('=') + values[i];
                if (!values[i].isEmpty() && !defaults.contains(cell))
                    cells += cell;
            }
            rows += nameOfTable(table) + QStringLiteral(": ") + cells.join(QStringLiteral("; "));
        }
    }
    rows.sort();
    return rows;
}

} // namespace

/// Files as people have them, with what must come of each: recognised right or asked, never guessed.
class ImportCorpusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCorpusIsThere() { QVERIFY(corpus().size() >= kLeastFiles); }

    void everyFileIsTakenOrAsked_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString& name : corpus())
            QTest::newRow(qPrintable(name)) << name;
    }

    void everyFileIsTakenOrAsked()
    {
        QFETCH(QString, name);
        const QString path = QDir(kCorpus).filePath(name);
        const CorpusExpectation expected = expectationIn(path + QStringLiteral(".expected"));
        const TemporaryDatabase db(false);
        SqlCatalogueImporter importer(db.database);

        RecognisedFile file = importer.recognise(path, {}, {}).result().front();
        if (!expected.refusal.isEmpty()) {
            QVERIFY2(file.problem.contains(expected.refusal), qPrintable(file.problem));
            return;
        }
        QCOMPARE(file.problem, QString());
        QStringList asked;
        for (const ImportQuestion& question : file.questions)
            asked += questionText(question);
        QCOMPARE(asked, expected.asks);
        if (!asked.isEmpty()) {
            QVERIFY(!importer.import({file}, {}).result().isOk());
            file = importer.recognise(path, {}, expected.answers).result().front();
            QVERIFY2(file.questions.empty(),
                     qPrintable(file.questions.empty() ? QString() : questionText(file.questions.front())));
        }
        QCOMPARE(file.problem, QString());
        if (!expected.form.isEmpty())
            QCOMPARE(formText(file.mapping.form), expected.form);
        take(db, importer, file, expected);
    }

    void aQuestionIsAskedOnce()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("prices.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Einkaufspreis;Farbe\n1,50;rot\n2,75;blau\n");
        file.close();
        const TemporaryDatabase db(false);
        SqlCatalogueImporter importer(db.database);
        const RecognisedFile recognised = importer.recognise(file.fileName(), {}, {}).result().front();
        QStringList asked;
        for (const ImportQuestion& question : recognised.questions)
            asked += questionText(question);
        QVERIFY2(asked.join(QLatin1Char(' ')).contains(QStringLiteral("product_id")),
                 qPrintable(asked.join(QLatin1Char('\n'))));
        QCOMPARE(asked.removeDuplicates(), 0);
    }

    /// Cut anywhere or with bytes that do not belong there, a file is still recognised, asked about or
    /// refused.
    void brokenFilesHarmNothing()
    {
        QTemporaryDir folder;
        quint32 state = 7;
        const auto random = [&state](qsizetype below) {
            state = state * 1664525 + 1013904223;
            return static_cast<qsizetype>(state >> 8) % below;
        };
        const QByteArray strange("\"\n\r;,\t|\0\xFF=\xC3", 11);
        for (const QString& name : corpus()) {
            QFile original(QDir(kCorpus).filePath(name));
            QVERIFY(original.open(QIODevice::ReadOnly));
            const QByteArray whole = original.readAll();
            for (int round = 0; round < 12 && !whole.isEmpty(); ++round) {
                QByteArray bytes = whole.left(1 + random(whole.size()));
                for (int i = 0; i < round; ++i)
                    bytes[random(bytes.size())] = strange[random(strange.size())];
                QFile file(folder.filePath(name));
                QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
                file.close();
                const RecognisedFile recognised = recogniseFile(file.fileName(), {}, {});
                QVERIFY(!recognised.problem.isEmpty() || !recognised.questions.empty()
                        || !recognised.tables.isEmpty());
            }
        }
    }

private:
    static void take(const TemporaryDatabase& db, SqlCatalogueImporter& importer, const RecognisedFile& file,
                     const CorpusExpectation& expected)
    {
        const auto report = importer.import({file}, {}).result();
        QVERIFY2(report.isOk(), report ? "" : qPrintable(report.error().message));
        QStringList bad;
        for (const BadCell& cell : report->badCells)
            bad += QStringLiteral("%1 %2").arg(cell.line).arg(cell.column).trimmed();
        QCOMPARE(bad, expected.bad);
        QStringList said = file.notes + report->leftOut;
        for (const BadCell& warning : report->warnings)
            said += QStringLiteral("line %1: %2: %3").arg(warning.line).arg(warning.column, warning.problem);
        for (const QString& note : expected.notes)
            QVERIFY2(said.join(QLatin1Char('\n')).contains(note), qPrintable(said.join(QLatin1Char('\n'))));
        const QStringList rows = rowsOf(db);
        QCOMPARE(rows.join(QLatin1Char('\n')), expected.rows.join(QLatin1Char('\n')));

        // What a mapping says of the file is enough to take it again, and nothing has changed then.
        if (file.ownTable.isEmpty()) {
            const auto mappings = mappingsFromJson(mappingsToJson({file.mapping}));
            QVERIFY2(mappings.isOk(), mappings ? "" : qPrintable(mappings.error().message));
            FileMapping corrections;
            corrections.form.encoding = file.mapping.form.encoding;
            const RecognisedFile again =
                importer.recognise(file.path, *mappings, corrections).result().front();
            QCOMPARE(again.problem, QString());
            QVERIFY2(again.questions.empty(),
                     qPrintable(again.questions.empty() ? QString() : again.questions.front().text));
            QCOMPARE(again.tables, file.tables);
            const auto second = importer.import({again}, {}).result();
            QVERIFY(second.isOk());
            for (const ImportedFile& counts : second->files)
                QCOMPARE(counts.added + counts.changed, 0);
        }
        QCOMPARE(rowsOf(db), rows);
    }

    static QStringList corpus()
    {
        QStringList names;
        for (const QString& name : QDir(kCorpus).entryList(QDir::Files, QDir::Name)) {
            if (!name.endsWith(QLatin1String(".expected")))
                names += name;
        }
        return names;
    }
};

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::ImportCorpusTest)
#include "import_corpus_test.moc"
