#include "core/sql/import/file_import.h"

#include "core/sql/import/csv_reader.h"
#include "core/sql/import/stage_writer.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace purchasing::sql {
namespace {

struct FileImportWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::CatalogueImport)
};

constexpr int kRowsBetweenLooks = 2000; // At cancel and progress.
constexpr int kLinesInOnePiece = 20000;

} // namespace

FileImport::FileImport(Connection& connection, const ImportSource& source, ImportReport& report,
                       const ImportOptions& options)
    : m_connection(connection)
    , m_source(source)
    , m_expected(*source.table)
    , m_report(report)
    , m_options(options)
    , m_target(connection, *source.table)
{
}

FileImport::~FileImport()
{
    if (!m_staged)
        return;
    try {
        m_connection.executeDirectly(m_statements->dropStage());
    } catch (const Failure&) {
        // The connection broke, and the table with it.
    }
}

void FileImport::read()
{
    if (!m_target.exists()) {
        m_report.notTaken += m_target.inWords({});
        return;
    }
    if (m_source.people)
        return readPeople();
    CsvReader reader(m_source.text);
    if (reader.next() && takeHeader(reader)) {
        makeStage();
        readRows(reader);
        findUnwritable();
    }
    if (!reader.error().isEmpty())
        addBad(0, {}, reader.error());
    else if (reader.line() == 0 || m_header.empty())
        addBad(0, {}, FileImportWords::tr("the file has no row, not even a header"));
}

void FileImport::readPeople()
{
    const FileForm& form = m_source.people->mapping.form;
    CsvReader reader(m_source.text, {form.encoding, form.separator.toLatin1()});
    m_people.emplace(*m_source.people, m_expected.columns, m_target.columns().columns);
    if (!m_people->lost().isEmpty())
        m_report.notTaken += m_target.inWords(m_people->lost());
    bool isBelowHeader = form.headerLine == FileForm::kNoHeader;
    while (!isBelowHeader && reader.next())
        isBelowHeader = reader.line() >= form.headerLine;
    m_people->setHeader(isBelowHeader && form.headerLine > 0 ? reader.cells() : std::vector<std::string>());
    m_present = m_people->present();
    makeStage();
    readRows(reader);
    findUnwritable();
    if (m_source.isFirst && !reader.error().isEmpty())
        addBad(0, {}, reader.error());
    if (const QStringList others = m_people->leftOut(); m_source.isFirst && !others.isEmpty())
        m_report.leftOut +=
            FileImportWords::tr("%1: left out: %2.").arg(fileName(), others.join(QStringLiteral("; ")));
}

bool FileImport::takeHeader(const CsvReader& reader)
{
    QStringList names;
    QStringList lost;
    for (const std::string& cell : reader.cells()) {
        const QString name =
            QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())).trimmed().toLower();
        const auto isIt = [&name](const CsvColumn& column) { return name == QLatin1String(column.name); };
        const std::vector<CsvColumn>& columns = m_target.columns().columns;
        const auto found = std::find_if(columns.begin(), columns.end(), isIt);
        m_header.push_back(-1);
        if (std::none_of(m_expected.columns.begin(), m_expected.columns.end(), isIt)) {
            addBad(1, name, FileImportWords::tr("this column is not known"));
        } else if (names.contains(name)) {
            addBad(1, name, FileImportWords::tr("this column stands twice"));
        } else if (found == columns.end()) {
            lost += name;
        } else {
            m_header.back() = static_cast<int>(m_present.size());
            m_present.push_back(*found);
        }
        names += name;
    }
    if (!lost.isEmpty())
        m_report.notTaken += m_target.inWords(lost);
    bool complete = true;
    for (const CsvColumn& column : m_expected.columns) {
        if (column.required && !names.contains(QLatin1String(column.name))) {
            addBad(1, QString::fromLatin1(column.name), FileImportWords::tr("this column is missing"));
            complete = false;
        }
    }
    return complete;
}

void FileImport::makeStage()
{
    m_statements.emplace(m_connection.dialect(), m_target, m_present, m_source.number);
    m_connection.executeDirectly(m_statements->dropStage());
    try {
        m_connection.executeDirectly(m_statements->makeStage());
    } catch (const Failure& failure) {
        if (failure.error().kind != ErrorKind::Refused)
            throw;
        throw Failure(
            ErrorKind::Refused,
            FileImportWords::tr("The database user may not make temporary tables in %1, which an import "
                                "needs. Bring the databases up to date (purchasing database setup), or ask "
                                "whoever set them up.")
                .arg(m_connection.dialect().database(QStringLiteral("po"))),
            failure.error().detail);
    }
    m_staged = true;
    m_row.resize(m_present.size());
    m_stores.resize(m_present.size());
}

void FileImport::readRows(CsvReader& reader)
{
    QStringList columns;
    QStringList keyNames;
    std::vector<int> keys;
    for (const CsvColumn& column : m_present) {
        if (column.key) {
            keys.push_back(static_cast<int>(columns.size()));
            keyNames += QString::fromLatin1(column.name);
        }
        columns += QString::fromLatin1(column.name);
    }
    // The name of a product that two suppliers offer stands in two rows.
    const bool mayRepeat = m_source.isShared && keys.size() == 1;
    StageWriter writer(m_connection, m_statements->stage(), columns, keys,
                       mayRepeat ? StageWriter::Same::IsNothingNew : StageWriter::Same::IsRepeated);
    for (int rows = 0; reader.next(); ++rows) {
        if (rows % kRowsBetweenLooks == 0)
            look(reader.share());
        if (m_people ? takePeopleRow(reader) : takeRow(reader))
            writer.add(reader.line(), m_row);
    }
    writer.flush();
    m_lastLine = reader.line();
    m_rows = writer.written();
    for (const RepeatedRow& row : writer.repeated())
        addBad(row.line, keyNames.join(QStringLiteral(", ")),
               FileImportWords::tr("the same as in line %1").arg(row.first));
    m_report.badCellCount += writer.leftOut() - static_cast<std::int64_t>(writer.repeated().size());
}

/// Fills m_row; false when a cell is bad.
bool FileImport::takeRow(const CsvReader& reader)
{
    if (reader.cells().size() != m_header.size()) {
        addBad(reader.line(), {},
               FileImportWords::tr("%1 cells where the header has %2")
                   .arg(reader.cells().size())
                   .arg(m_header.size()));
        return false;
    }
    bool good = true;
    for (std::size_t i = 0; i < m_header.size(); ++i) {
        if (m_header[i] < 0)
            continue;
        const auto place = static_cast<std::size_t>(m_header[i]);
        QString problem;
        m_row[place] = readCell(m_present[place], reader.cells()[i], m_stores[place], problem);
        if (!problem.isEmpty()) {
            addBad(reader.line(), QString::fromLatin1(m_present[place].name), problem);
            good = false;
        } else if (const QString warning = warningOf(m_present[place], m_row[place]); !warning.isEmpty()) {
            addWarning(reader.line(), QString::fromLatin1(m_present[place].name), warning);
        }
    }
    return good;
}

/// The same for a row of a people's file. What concerns the row, or its product, is told once.
bool FileImport::takePeopleRow(const CsvReader& reader)
{
    return m_people->take(reader.line(), reader.cells(), m_row, [&](const PeopleRows::Told& told) {
        const bool isShared = told.column.isEmpty()
            || (m_source.people->mapping.column(told.column)
                && m_source.people->mapping.column(told.column)->field == QLatin1String("product_id"));
        if (isShared && !m_source.isFirst)
            return;
        if (told.isWarning)
            addWarning(reader.line(), told.column, told.problem);
        else
            addBad(reader.line(), told.column, told.problem);
    });
}

/// Another system's table may hold fewer kinds of letters than a file.
void FileImport::findUnwritable()
{
    for (const CsvColumn& column : m_present) {
        const QString condition = m_target.unwritable(column.name);
        if (condition.isEmpty())
            continue;
        const QString ask = QStringLiteral("SELECT s.line FROM %1 s WHERE s.line BETWEEN ? AND ? AND %2")
                                .arg(m_statements->stage(), condition);
        inPieces([&](int from, int to) {
            Rows rows = m_connection.query(ask, {from, to});
            while (rows.next())
                addBad(static_cast<int>(rows.integer(0)), QString::fromLatin1(column.name),
                       FileImportWords::tr("has letters that this column of the database cannot hold"));
        });
    }
}

void FileImport::computeFromDailyDemand(const FileImport& daily, QDate today)
{
    if (!m_target.exists() || !daily.m_staged)
        return;
    m_present = m_target.columns().columns;
    makeStage();
    m_rows = m_connection.execute(m_statements->computeHistory(daily.m_target, daily.m_statements->stage(),
                                                               today.toString(Qt::ISODate)));
    m_lastLine = static_cast<int>(m_rows);
}

/// Calls `step` with one range of lines after the other.
void FileImport::inPieces(const std::function<void(int from, int to)>& step)
{
    for (int from = 0; from <= m_lastLine; from += kLinesInOnePiece) {
        look(static_cast<double>(from) / (m_lastLine + 1));
        step(from, from + kLinesInOnePiece - 1);
    }
}

/// Stops when that is wanted, and tells how far it is.
void FileImport::look(double share) const
{
    if (m_options.cancelled && m_options.cancelled->load())
        throw Cancelled{};
    if (m_options.progress)
        m_options.progress(fileName(), share);
}

QString FileImport::fileName() const
{
    return m_source.path.isEmpty() ? QString::fromLatin1(m_expected.file)
                                   : QFileInfo(m_source.path).fileName();
}

void FileImport::addWarning(int line, const QString& column, const QString& problem)
{
    ++m_report.warningCount;
    if (m_report.warnings.size() < kMostBadCells)
        m_report.warnings.push_back({fileName(), line, column, problem});
}

void FileImport::addBad(int line, const QString& column, const QString& problem)
{
    ++m_report.badCellCount;
    if (m_report.badCells.size() < kMostBadCells)
        m_report.badCells.push_back({fileName(), line, column, problem});
}

} // namespace purchasing::sql
