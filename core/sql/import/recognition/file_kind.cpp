#include "core/sql/import/recognition/file_kind.h"

#include "core/sql/import/csv_reader.h"
#include "core/sql/import/csv_tables.h"

#include <QCoreApplication>
#include <QStringList>

namespace purchasing::sql {
namespace {

struct FileKindWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::Recognition)
};

} // namespace

QString whyNoText(const QByteArray& start)
{
    if (start.startsWith("\xD0\xCF\x11\xE0"))
        return FileKindWords::tr("this is an old workbook, or one with a password: save it as .xlsx without "
                                 "one, or its sheet as CSV");
    if (start.startsWith("%PDF"))
        return FileKindWords::tr("this is a PDF, which holds no table that can be read");
    const QByteArray text = start.left(200).trimmed().toLower();
    if (text.startsWith("<!doctype") || text.startsWith("<html") || text.startsWith("<?xml")
        || text.startsWith("<table"))
        return FileKindWords::tr("this is a web page or XML: open it in a spreadsheet and save it as CSV");
    return {};
}

QString ownTableOf(const QString& path)
{
    CsvReader reader(path);
    if (!reader.next())
        return {};
    QStringList names;
    for (const std::string& cell : reader.cells())
        names += QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())).trimmed().toLower();
    for (const CsvTable& table : csvTables()) {
        qsizetype known = 0;
        bool complete = true;
        for (const CsvColumn& column : table.columns) {
            const bool isThere = names.contains(QLatin1String(column.name));
            known += isThere ? 1 : 0;
            complete = complete && (isThere || !column.required);
        }
        if (complete && known == names.size())
            return QString::fromLatin1(table.file);
    }
    return {};
}

} // namespace purchasing::sql
