#include "core/sql/import/recognition/column_questions.h"

#include "core/domain/table_titles.h"
#include "core/sql/import/recognition/import_fields.h"
#include "core/sql/import/recognition/row_kind.h"

#include <QCoreApplication>

#include <algorithm>

namespace purchasing::sql {
namespace {

struct ColumnQuestionsWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::Recognition)
};

using About = ImportQuestion::About;

void checkFields(const QStringList& fields, RecognisedFile& file)
{
    for (const QString& field : fields) {
        if (!columnOfField(field))
            file.problem =
                ColumnQuestionsWords::tr("the mapping names the field \"%1\", which there is not").arg(field);
        else if (fields.count(field) > 1)
            file.problem = ColumnQuestionsWords::tr("the field \"%1\" is filled twice").arg(field);
    }
}

/// Fields that a product which only this file knows will lack, which may block it.
QStringList lackingIn(const CsvTable& table, const QStringList& fields)
{
    QStringList lacking;
    for (const CsvColumn& column : table.columns) {
        const QString field = QString::fromLatin1(column.name);
        if (column.required && !column.key && !fields.contains(field))
            lacking += field;
    }
    return lacking;
}

/// Whether products are blocked whose rows do not have it; the rest has a default, or is only shown.
bool blocksWithout(const QString& field)
{
    static const QStringList fields{QStringLiteral("avg_daily_demand"), QStringLiteral("current_qty"),
                                    QStringLiteral("is_active"),        QStringLiteral("moq"),
                                    QStringLiteral("lead_time_days"),   QStringLiteral("unit_price")};
    return fields.contains(field);
}

QString titlesOf(const QStringList& fields)
{
    QStringList titles;
    for (const QString& field : fields)
        titles += titleOfField(field);
    return titles.join(QStringLiteral(", "));
}

void askFor(const QString& field, const ColumnMatch& match, RecognisedFile& file)
{
    const QString text = field == QLatin1String("product_id")
        ? ColumnQuestionsWords::tr("Which column holds the ids of the products?")
        : ColumnQuestionsWords::tr("No column is known as \"%1\": name one, or a value for all rows.")
              .arg(titleOfField(field));
    file.questions.push_back({About::Field, field, text, match.idLike()});
}

void askForAll(const ColumnMatch& match, RecognisedFile& file)
{
    if (!match.columnOf(QStringLiteral("product_id")))
        askFor(QStringLiteral("product_id"), match, file);
    file.questions.push_back(
        {About::Column,
         {},
         ColumnQuestionsWords::tr("No column is known that a table could be filled from."),
         {}});
}

} // namespace

void settleColumns(const ColumnMatch& match, RecognisedFile& file, std::vector<ImportQuestion> questions,
                   const QStringList& notes)
{
    file.mapping.columns = match.columns();
    if (!file.ownTable.isEmpty()) {
        file.tables = {file.ownTable.chopped(4)};
        return;
    }
    QStringList fields = file.mapping.values.keys();
    QStringList ignored;
    for (const MappedColumn& column : match.columns())
        (column.field.isEmpty() ? ignored : fields) += column.field.isEmpty() ? column.header : column.field;
    checkFields(fields, file);
    std::erase_if(questions, [&](const ImportQuestion& question) { // Answered by a value.
        return question.about == About::Field && fields.contains(question.subject);
    });
    for (const ImportQuestion& question : questions) {
        if (question.about == About::Field)
            fields += question.subject; // It will be there; what it needs beside it is asked at once.
        file.questions.push_back(question);
    }
    const FilledTables filled = tablesFilledBy(fields);
    for (const CsvTable* table : filled.tables)
        file.tables += nameOfTable(*table);
    for (const CsvTable* table : filled.tables) {
        const QStringList lacking = lackingIn(*table, fields);
        if (!lacking.isEmpty())
            file.notes +=
                ColumnQuestionsWords::tr("Not in the file, so that new rows of %1 will not have it: %2.")
                    .arg(titleOfTable(nameOfTable(*table)), titlesOf(lacking));
        for (const QString& field : lacking) {
            if (blocksWithout(field))
                file.lacking += field;
        }
    }
    for (const QString& field : filled.missing)
        askFor(field, match, file);
    file.notes += notes;
    if (filled.tables.empty() && questions.empty())
        askForAll(match, file);
    if (!ignored.isEmpty() && !filled.tables.empty())
        file.notes += ColumnQuestionsWords::tr("Not taken: %1.").arg(ignored.join(QStringLiteral(", ")));
    for (const QString& field : filled.unused)
        file.notes +=
            ColumnQuestionsWords::tr("\"%1\" fills nothing without other columns.").arg(titleOfField(field));
}

void checkWidths(std::size_t width, const std::vector<FileSample::Record>& rows, RecognisedFile& file)
{
    std::size_t wider = 0;
    int line = 0;
    std::size_t cells = 0;
    for (const FileSample::Record& row : rows) {
        if (row.cells.size() <= width
            || std::all_of(row.cells.begin() + static_cast<std::ptrdiff_t>(width), row.cells.end(),
                           [](const std::string& cell) { return trimmedCell(cell).empty(); }))
            continue;
        if (wider++ == 0) {
            line = row.line;
            cells = row.cells.size();
        }
    }
    if (wider == 0)
        return;
    file.problem = file.mapping.form.separator == QLatin1Char(',')
        ? ColumnQuestionsWords::tr(
              "line %1 has %2 cells where the header has %3: commas within numbers or names cannot be "
              "told from those between columns; save the file with semicolons, or with quotes")
              .arg(line)
              .arg(cells)
              .arg(width)
        : ColumnQuestionsWords::tr("line %1 has %2 cells where the header has %3")
              .arg(line)
              .arg(cells)
              .arg(width);
}

} // namespace purchasing::sql
