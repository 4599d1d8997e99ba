#include "core/sql/import/file_import.h"

#include "core/sql/import/csv_reader.h"
#include "core/sql/import/stage_writer.h"

#include <QCoreApplication>

#include <algorithm>

namespace purchasing::sql {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::CatalogueImport)
};

constexpr int kRowsBetweenLooks = 2000; // At cancel and progress.
constexpr int kLinesInOnePiece = 20000;

} // namespace

FileImport::FileImport(Connection& connection, const CsvTable& table, const QString& path,
                       ImportReport& report, const ImportOptions& options)
    : m_connection(connection)
    , m_expected(table)
    , m_path(path)
    , m_report(report)
    , m_options(options)
    , m_target(connection, table)
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
    CsvReader reader(m_path);
    if (reader.next() && takeHeader(reader)) {
        makeStage();
        readRows(reader);
        findUnwritable();
    }
    if (!reader.error().isEmpty())
        addBad(0, {}, reader.error());
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
            addBad(1, name, Words::tr("this column is not known"));
        } else if (names.contains(name)) {
            addBad(1, name, Words::tr("this column stands twice"));
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
            addBad(1, QString::fromLatin1(column.name), Words::tr("this column is missing"));
            complete = false;
        }
    }
    return complete;
}

void FileImport::makeStage()
{
    m_statements.emplace(m_connection.dialect(), m_target, m_present);
    m_connection.executeDirectly(m_statements->dropStage());
    try {
        m_connection.executeDirectly(m_statements->makeStage());
    } catch (const Failure& failure) {
        if (failure.error().kind != ErrorKind::Refused)
            throw;
        throw Failure(ErrorKind::Refused,
                      Words::tr("The database user may not make temporary tables in %1, which an import "
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
    StageWriter writer(m_connection, m_statements->stage(), columns, keys);
    for (int rows = 0; reader.next(); ++rows) {
        if (rows % kRowsBetweenLooks == 0)
            look(reader.share());
        if (takeRow(reader))
            writer.add(reader.line(), m_row);
    }
    writer.flush();
    m_lastLine = reader.line();
    m_rows = writer.written();
    for (const RepeatedRow& row : writer.repeated())
        addBad(row.line, keyNames.join(QStringLiteral(", ")),
               Words::tr("the same as in line %1").arg(row.first));
    m_report.badCellCount += writer.leftOut() - static_cast<std::int64_t>(writer.repeated().size());
}

/// Fills m_row; false when a cell is bad.
bool FileImport::takeRow(const CsvReader& reader)
{
    if (reader.cells().size() != m_header.size()) {
        addBad(reader.line(), {},
               Words::tr("%1 cells where the header has %2").arg(reader.cells().size()).arg(m_header.size()));
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
        }
    }
    return good;
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
                       Words::tr("has letters that this column of the database cannot hold"));
        });
    }
}

void FileImport::computeFromDailyDemand()
{
    if (!m_target.exists())
        return;
    m_present.assign(m_expected.columns.begin(), m_expected.columns.end());
    makeStage();
    m_rows = m_connection.execute(m_statements->computeHistory());
    m_lastLine = static_cast<int>(m_rows);
}

void FileImport::count()
{
    if (!m_staged)
        return;
    m_counts.file = QString::fromLatin1(m_expected.file);
    m_targetIsEmpty =
        !m_connection.scalar(QStringLiteral("SELECT 1 FROM %1 LIMIT 1").arg(m_target.name())).isValid();
    if (m_targetIsEmpty) {
        m_counts.added = m_rows;
    } else {
        inPieces([&](int from, int to) {
            Rows rows = m_connection.query(m_statements->count(), {from, to});
            if (rows.next()) {
                m_counts.added += rows.integer(0);
                m_counts.changed += rows.integer(1);
            }
        });
        m_counts.unchanged = m_rows - m_counts.added - m_counts.changed;
    }
    m_report.files.push_back(m_counts);
}

void FileImport::apply()
{
    if (!m_staged || m_counts.added + m_counts.changed == 0)
        return;
    const QString update = m_counts.changed > 0 ? m_statements->update() : QString();
    const QString insert = m_targetIsEmpty ? m_statements->insertAll() : m_statements->insert();
    inPieces([&](int from, int to) {
        if (!update.isEmpty())
            m_connection.execute(update, {from, to});
        m_connection.execute(insert, {from, to});
    });
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
        m_options.progress(QString::fromLatin1(m_expected.file), share);
}

void FileImport::addBad(int line, const QString& column, const QString& problem)
{
    ++m_report.badCellCount;
    if (m_report.badCells.size() < kMostBadCells)
        m_report.badCells.push_back({QString::fromLatin1(m_expected.file), line, column, problem});
}

} // namespace purchasing::sql
