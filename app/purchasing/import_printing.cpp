#include "app/purchasing/import_printing.h"

#include "app/purchasing/printing.h"

#include <QFileInfo>

#include <algorithm>
#include <cstdio>

namespace purchasing {
namespace {

constexpr std::size_t kCellsPrinted = 50; // The rest is counted; --json has up to a thousand.

/// The options that answer a question, as they are typed.
QStringList answersTo(const ImportQuestion& question)
{
    using About = ImportQuestion::About;
    QStringList answers;
    const auto each = [&](const QString& option) {
        for (const QString& candidate : question.candidates)
            answers += option.arg(candidate);
    };
    switch (question.about) {
    case About::Sheet: each(QStringLiteral("--sheet \"%1\"")); break;
    case About::Encoding: each(QStringLiteral("--encoding %1")); break;
    case About::Separator: each(QStringLiteral("--separator %1")); break;
    case About::Decimal: each(QStringLiteral("--decimal %1")); break;
    case About::Days: each(QStringLiteral("--dates %1")); break;
    case About::Column:
        if (question.subject.isEmpty())
            answers += QStringLiteral("--column \"HEADER=FIELD\"");
        else
            each(QStringLiteral("--column \"%1=%2\"").arg(question.subject, QStringLiteral("%1")));
        break;
    case About::Field:
        each(QStringLiteral("--column \"%2=%1\"").arg(question.subject, QStringLiteral("%1")));
        if (question.subject != QLatin1String("product_id"))
            answers += QStringLiteral("--value %1=…").arg(question.subject);
        break;
    }
    return answers;
}

QString formInWords(const FileForm& form)
{
    QStringList words = !form.sheet.isEmpty() // Of its text a workbook leaves nothing to say.
        ? QStringList{QStringLiteral("sheet \"%1\"").arg(form.sheet)}
        : QStringList{QStringLiteral("encoding ") + form.encoding,
                      QStringLiteral("separator ")
                          + (wordOfSeparator(form.separator).isEmpty() ? QString(form.separator)
                                                                       : wordOfSeparator(form.separator))};
    if (!form.decimal.isNull() && form.sheet.isEmpty())
        words += QStringLiteral("decimal ") + wordOfDecimal(form.decimal);
    if (form.days != DayOrder::Unknown)
        words += QStringLiteral("dates ") + wordOfDayOrder(form.days);
    words += form.headerLine > 0 ? QStringLiteral("header in line %1").arg(form.headerLine)
                                 : QStringLiteral("no header");
    return words.join(QStringLiteral(", "));
}

void printOne(const RecognisedFile& file)
{
    const QString name = QFileInfo(file.path).fileName();
    if (!file.problem.isEmpty()) {
        std::fprintf(stderr, "%s: %s\n", qUtf8Printable(harmless(name)),
                     qUtf8Printable(harmless(file.problem)));
        return;
    }
    std::printf("%s: %s\n", qUtf8Printable(harmless(name)),
                qUtf8Printable(harmless(formInWords(file.mapping.form))));
    for (const MappedColumn& column : file.mapping.columns) {
        if (!column.field.isEmpty())
            std::printf("  %s -> %s\n", qUtf8Printable(harmless(column.header)),
                        qUtf8Printable(harmless(column.field)));
    }
    for (auto value = file.mapping.values.begin(); value != file.mapping.values.end(); ++value)
        std::printf("  \"%s\" -> %s\n", qUtf8Printable(harmless(value.value())),
                    qUtf8Printable(harmless(value.key())));
    std::printf("  fills %s\n", qUtf8Printable(harmless(file.tables.join(QStringLiteral(", ")))));
    for (const QString& note : file.notes)
        std::printf("  %s\n", qUtf8Printable(harmless(note)));
}

QJsonArray jsonOfQuestions(const std::vector<ImportQuestion>& questions)
{
    static const char* const about[] = {"sheet", "encoding", "separator", "decimal",
                                        "dates", "column",   "field"};
    QJsonArray array;
    for (const ImportQuestion& question : questions)
        array.append(
            QJsonObject{{QStringLiteral("about"), QLatin1String(about[static_cast<int>(question.about)])},
                        {QStringLiteral("subject"), question.subject},
                        {QStringLiteral("text"), question.text},
                        {QStringLiteral("candidates"), QJsonArray::fromStringList(question.candidates)},
                        {QStringLiteral("pass"), QJsonArray::fromStringList(answersTo(question))}});
    return array;
}

} // namespace

void printRecognised(const std::vector<RecognisedFile>& files, bool isDryRun)
{
    for (const RecognisedFile& file : files) {
        const bool isPlain = file.canBeTaken() && !file.ownTable.isEmpty();
        if (!isPlain && (isDryRun || !file.canBeTaken()))
            printOne(file);
        for (const ImportQuestion& question : file.questions) {
            std::fprintf(stderr, "%s: %s\n", qUtf8Printable(harmless(QFileInfo(file.path).fileName())),
                         qUtf8Printable(harmless(question.text)));
            for (const QString& answer : answersTo(question))
                std::fprintf(stderr, "  pass %s\n", qUtf8Printable(harmless(answer)));
        }
    }
}

QJsonArray jsonOf(const std::vector<RecognisedFile>& files)
{
    QJsonArray array;
    for (const RecognisedFile& file : files) {
        QJsonObject columns;
        for (const MappedColumn& column : file.mapping.columns)
            columns.insert(column.header, column.field);
        array.append(QJsonObject{{QStringLiteral("file"), QFileInfo(file.path).fileName()},
                                 {QStringLiteral("problem"), file.problem},
                                 {QStringLiteral("sheet"), file.mapping.form.sheet},
                                 {QStringLiteral("encoding"), file.mapping.form.encoding},
                                 {QStringLiteral("separator"), wordOfSeparator(file.mapping.form.separator)},
                                 {QStringLiteral("decimal"), wordOfDecimal(file.mapping.form.decimal)},
                                 {QStringLiteral("dates"), wordOfDayOrder(file.mapping.form.days)},
                                 {QStringLiteral("header_line"), file.mapping.form.headerLine},
                                 {QStringLiteral("columns"), columns},
                                 {QStringLiteral("tables"), QJsonArray::fromStringList(file.tables)},
                                 {QStringLiteral("notes"), QJsonArray::fromStringList(file.notes)},
                                 {QStringLiteral("questions"), jsonOfQuestions(file.questions)}});
    }
    return array;
}

QJsonObject jsonOf(const ImportReport& report)
{
    QJsonArray files;
    for (const ImportedFile& file : report.files)
        files.append(QJsonObject{{QStringLiteral("file"), file.file},
                                 {QStringLiteral("table"), file.table},
                                 {QStringLiteral("new"), static_cast<qint64>(file.added)},
                                 {QStringLiteral("changed"), static_cast<qint64>(file.changed)},
                                 {QStringLiteral("unchanged"), static_cast<qint64>(file.unchanged)}});
    const auto cells = [](const std::vector<BadCell>& list) {
        QJsonArray array;
        for (const BadCell& cell : list)
            array.append(QJsonObject{{QStringLiteral("file"), cell.file},
                                     {QStringLiteral("line"), cell.line},
                                     {QStringLiteral("column"), cell.column},
                                     {QStringLiteral("problem"), cell.problem}});
        return array;
    };
    return {{QStringLiteral("applied"), report.applied},
            {QStringLiteral("files"), files},
            {QStringLiteral("not_taken"), QJsonArray::fromStringList(report.notTaken)},
            {QStringLiteral("left_out"), QJsonArray::fromStringList(report.leftOut)},
            {QStringLiteral("warnings"), cells(report.warnings)},
            {QStringLiteral("warning_count"), static_cast<qint64>(report.warningCount)},
            {QStringLiteral("bad_cells"), cells(report.badCells)},
            {QStringLiteral("bad_cell_count"), static_cast<qint64>(report.badCellCount)}};
}

void printReport(const ImportReport& report, bool isDryRun)
{
    for (const ImportedFile& file : report.files)
        std::printf("%-22s %8lld new  %8lld changed  %8lld unchanged\n",
                    qUtf8Printable(harmless(
                        file.table.isEmpty() ? file.file : file.file + QStringLiteral(" -> ") + file.table)),
                    static_cast<long long>(file.added), static_cast<long long>(file.changed),
                    static_cast<long long>(file.unchanged));
    printNotes(report.notTaken);
    printNotes(report.leftOut);
    const auto print = [](const std::vector<BadCell>& cells, const char* kind) {
        for (std::size_t i = 0; i < std::min(cells.size(), kCellsPrinted); ++i) {
            const BadCell& cell = cells[i];
            // What is wrong with a whole file says itself where.
            const QString line = cell.line > 0 ? QStringLiteral(":%1").arg(cell.line) : QString();
            std::fprintf(stderr, "%s%s: %s%s%s%s\n", qUtf8Printable(harmless(cell.file)), qPrintable(line),
                         kind, qUtf8Printable(harmless(cell.column)), cell.column.isEmpty() ? "" : ": ",
                         qUtf8Printable(harmless(cell.problem)));
        }
    };
    print(report.warnings, "warning: ");
    print(report.badCells, "");
    if (report.warningCount > 0)
        std::fprintf(stderr, "%s.\n", qPrintable(counted(report.warningCount, "warning")));
    if (report.badCellCount > 0)
        std::fprintf(stderr, "%s; nothing was imported.\n",
                     qPrintable(counted(report.badCellCount, "bad cell")));
    else if (isDryRun)
        std::puts("Dry run: nothing was changed.");
}

} // namespace purchasing
