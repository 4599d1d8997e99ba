#include "core/sql/import/catalogue_import.h"

#include "core/sql/import/csv_reader.h"
#include "core/sql/import/csv_tables.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace purchasing::sql {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::CatalogueImport)
};

constexpr int kRowsBetweenLooks = 2000; // At cancel and progress.

/// The columns that a file's header names, in its order; the index is -1 for a column nobody knows.
struct Header
{
    std::vector<int> columns;
};

/// One file on its way into a temporary table and from there into its table.
class FileImport
{
public:
    FileImport(Connection& connection, const CsvTable& table, const QString& path, ImportReport& report,
               const ImportOptions& options)
        : m_connection(connection)
        , m_table(table)
        , m_path(path)
        , m_report(report)
        , m_options(options)
        , m_stage(QStringLiteral("stage_") + QString::fromLatin1(table.file).chopped(4))
    {
    }

    /// Reads the file into the stage. False when the import was cancelled.
    bool read()
    {
        CsvReader reader(m_path);
        if (!reader.next() || !takeHeader(reader)) {
            if (!reader.error().isEmpty())
                addBad(0, {}, reader.error());
            return true;
        }
        makeStage();
        const QString insert = insertStatement();
        QVariantList values;
        for (int rows = 0; reader.next(); ++rows) {
            if (rows % kRowsBetweenLooks == 0) {
                if (m_options.cancelled && m_options.cancelled->load())
                    return false;
                if (m_options.progress)
                    m_options.progress(QString::fromLatin1(m_table.file), reader.share());
            }
            if (takeRow(reader, values))
                m_connection.execute(insert, values);
        }
        if (!reader.error().isEmpty())
            addBad(0, {}, reader.error());
        findDuplicates();
        return true;
    }

    /// Makes the stage from what demand_daily.csv brought instead of from a file.
    void computeFromDailyDemand()
    {
        m_present = {0, 1, 2};
        makeStage();
        m_connection.execute(
            QStringLiteral(
                "INSERT INTO %1(line, product_id, avg_daily_demand, trend) "
                "WITH newest AS (SELECT product_id, max(day) AS last, min(day) AS first FROM "
                "stage_demand_daily GROUP BY product_id), "
                "span AS (SELECT product_id, last, CAST(min(90, julianday(last) - julianday(first) + 1) AS "
                "INTEGER) AS days FROM newest), "
                "halves AS (SELECT span.product_id, span.days, sum(qty) AS total, "
                "  sum(CASE WHEN julianday(span.last) - julianday(day) >= span.days / 2 THEN qty ELSE 0 END) "
                "AS older, "
                "  sum(CASE WHEN julianday(span.last) - julianday(day) < span.days / 2 THEN qty ELSE 0 END) "
                "AS newer "
                "  FROM span JOIN stage_demand_daily d ON d.product_id = span.product_id "
                "  AND julianday(span.last) - julianday(day) < span.days GROUP BY span.product_id) "
                "SELECT 0, product_id, round(total / days, 2), CASE WHEN newer > older * 1.1 THEN "
                "'increasing' "
                "WHEN newer < older * 0.9 THEN 'decreasing' ELSE 'stable' END FROM halves")
                .arg(m_stage));
    }

    /// Counts what is new, changed and unchanged.
    void count()
    {
        if (!m_staged)
            return;
        ImportedFile file;
        file.file = QString::fromLatin1(m_table.file);
        const qint64 all =
            m_connection.scalar(QStringLiteral("SELECT count(*) FROM %1").arg(m_stage)).toLongLong();
        const qint64 known = m_connection
                                 .scalar(QStringLiteral("SELECT count(*) FROM %1 s JOIN %2 t ON %3")
                                             .arg(m_stage, table(), sameRow()))
                                 .toLongLong();
        file.unchanged = m_connection
                             .scalar(QStringLiteral("SELECT count(*) FROM %1 s JOIN %2 t ON %3 WHERE %4")
                                         .arg(m_stage, table(), sameRow(), sameValues()))
                             .toLongLong();
        file.added = all - known;
        file.changed = known - file.unchanged;
        m_report.files.push_back(file);
    }

    /// Writes what is new or changed.
    void apply()
    {
        if (!m_staged)
            return;
        QStringList columns;
        QStringList values;
        QStringList updates;
        QStringList keys;
        for (const int index : m_present) {
            const QString name = QString::fromLatin1(m_table.columns[static_cast<std::size_t>(index)].name);
            columns << name;
            values << QStringLiteral("s.") + name;
            if (m_table.columns[static_cast<std::size_t>(index)].key)
                keys << name;
            else
                updates << QStringLiteral("%1 = excluded.%1").arg(name);
        }
        if (m_table.hasTimestamp)
            updates << QStringLiteral("last_updated = CURRENT_TIMESTAMP");
        const QString changed = QStringLiteral("NOT EXISTS (SELECT 1 FROM %1 t WHERE %2 AND %3)")
                                    .arg(table(), sameRow(), sameValues());
        QString statement = QStringLiteral("INSERT INTO %1(%2) SELECT %3 FROM %4 s WHERE %5")
                                .arg(table(), columns.join(QStringLiteral(", ")),
                                     values.join(QStringLiteral(", ")), m_stage, changed);
        if (!isHistory() && !updates.isEmpty())
            statement += QStringLiteral(" ON CONFLICT(%1) DO UPDATE SET %2")
                             .arg(keys.join(QStringLiteral(", ")), updates.join(QStringLiteral(", ")));
        m_connection.execute(statement);
    }

    void dropStage() { m_connection.execute(QStringLiteral("DROP TABLE IF EXISTS temp.%1").arg(m_stage)); }
    [[nodiscard]] const CsvTable& csvTable() const { return m_table; }

private:
    bool takeHeader(const CsvReader& reader)
    {
        std::vector<bool> seen(m_table.columns.size(), false);
        for (const std::string& cell : reader.cells()) {
            const QString name =
                QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())).trimmed().toLower();
            const auto found =
                std::find_if(m_table.columns.begin(), m_table.columns.end(),
                             [&name](const CsvColumn& column) { return name == QLatin1String(column.name); });
            const int index =
                found == m_table.columns.end() ? -1 : static_cast<int>(found - m_table.columns.begin());
            if (index < 0)
                addBad(1, name, Words::tr("this column is not known"));
            else if (seen[static_cast<std::size_t>(index)])
                addBad(1, name, Words::tr("this column stands twice"));
            else
                seen[static_cast<std::size_t>(index)] = true;
            m_header.columns.push_back(index);
        }
        bool complete = true;
        for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
            if (seen[i])
                m_present.push_back(static_cast<int>(i));
            else if (m_table.columns[i].required) {
                addBad(1, QString::fromLatin1(m_table.columns[i].name), Words::tr("this column is missing"));
                complete = false;
            }
        }
        return complete;
    }

    void makeStage()
    {
        dropStage();
        QStringList columns{QStringLiteral("line INTEGER")};
        QStringList keys;
        for (const int index : m_present) {
            const CsvColumn& column = m_table.columns[static_cast<std::size_t>(index)];
            const bool number = column.type == CsvType::Whole || column.type == CsvType::Decimal2
                || column.type == CsvType::Decimal4 || column.type == CsvType::Flag;
            columns << QString::fromLatin1(column.name)
                    + (number ? QStringLiteral(" NUMERIC") : QStringLiteral(" TEXT"));
        }
        m_connection.execute(
            QStringLiteral("CREATE TEMP TABLE %1(%2)").arg(m_stage, columns.join(QStringLiteral(", "))));
        m_staged = true;
    }

    [[nodiscard]] QString insertStatement() const
    {
        QStringList names{QStringLiteral("line")};
        QStringList marks{QStringLiteral("?")};
        for (const int index : m_present) {
            names << QString::fromLatin1(m_table.columns[static_cast<std::size_t>(index)].name);
            marks << QStringLiteral("?");
        }
        return QStringLiteral("INSERT INTO %1(%2) VALUES(%3)")
            .arg(m_stage, names.join(QStringLiteral(", ")), marks.join(QStringLiteral(", ")));
    }

    /// Fills `values` with the row; false when a cell is bad.
    bool takeRow(const CsvReader& reader, QVariantList& values)
    {
        if (reader.cells().size() != m_header.columns.size()) {
            addBad(reader.line(), {},
                   Words::tr("%1 cells where the header has %2")
                       .arg(reader.cells().size())
                       .arg(m_header.columns.size()));
            return false;
        }
        m_row.assign(m_table.columns.size(), QVariant());
        bool good = true;
        for (std::size_t i = 0; i < m_header.columns.size(); ++i) {
            if (m_header.columns[i] < 0)
                continue;
            const CsvColumn& column = m_table.columns[static_cast<std::size_t>(m_header.columns[i])];
            QString problem;
            m_row[static_cast<std::size_t>(m_header.columns[i])] =
                valueOf(column, reader.cells()[i], problem);
            if (!problem.isEmpty()) {
                addBad(reader.line(), QString::fromLatin1(column.name), problem);
                good = false;
            }
        }
        values.clear();
        values << reader.line();
        for (const int index : m_present)
            values << m_row[static_cast<std::size_t>(index)];
        return good;
    }

    void findDuplicates()
    {
        QStringList keys;
        QStringList same;
        for (const CsvColumn& column : m_table.columns) {
            if (!column.key)
                continue;
            keys << QString::fromLatin1(column.name);
            same << QStringLiteral("s.%1 = d.%1").arg(QString::fromLatin1(column.name));
        }
        m_connection.execute(QStringLiteral("CREATE INDEX temp.%1_key ON %1(%2)")
                                 .arg(m_stage, keys.join(QStringLiteral(", "))));
        Rows rows = m_connection.query(
            QStringLiteral("SELECT s.line, d.first FROM (SELECT %1, min(line) AS first FROM %2 GROUP BY %1 "
                           "HAVING count(*) > 1) d "
                           "JOIN %2 s ON %3 WHERE s.line > d.first ORDER BY s.line LIMIT %4")
                .arg(keys.join(QStringLiteral(", ")), m_stage, same.join(QStringLiteral(" AND ")))
                .arg(kMostBadCells));
        while (rows.next())
            addBad(static_cast<int>(rows.integer(0)), keys.join(QStringLiteral(", ")),
                   Words::tr("the same as in line %1").arg(rows.integer(1)));
    }

    /// A history keeps its old rows; the newest one counts.
    [[nodiscard]] bool isHistory() const { return qstrcmp(m_table.file, "oms_history.csv") == 0; }

    [[nodiscard]] QString table() const { return QString::fromLatin1(m_table.table); }

    [[nodiscard]] QString sameRow() const
    {
        if (isHistory())
            return QStringLiteral("t.id = (SELECT h.id FROM %1 h WHERE h.product_id = s.product_id ORDER BY "
                                  "h.last_updated DESC, h.id DESC LIMIT 1)")
                .arg(table());
        QStringList same;
        for (const CsvColumn& column : m_table.columns) {
            if (column.key)
                same << QStringLiteral("t.%1 = s.%1").arg(QString::fromLatin1(column.name));
        }
        return same.join(QStringLiteral(" AND "));
    }

    [[nodiscard]] QString sameValues() const
    {
        QStringList same{QStringLiteral("1 = 1")};
        for (const int index : m_present) {
            const CsvColumn& column = m_table.columns[static_cast<std::size_t>(index)];
            if (!column.key)
                same << QStringLiteral("t.%1 IS s.%1").arg(QString::fromLatin1(column.name));
        }
        return same.join(QStringLiteral(" AND "));
    }

    void addBad(int line, const QString& column, const QString& problem)
    {
        ++m_report.badCellCount;
        if (m_report.badCells.size() < kMostBadCells)
            m_report.badCells.push_back({QString::fromLatin1(m_table.file), line, column, problem});
    }

    Connection& m_connection;
    const CsvTable& m_table;
    QString m_path;
    ImportReport& m_report;
    const ImportOptions& m_options;
    QString m_stage;
    Header m_header;
    std::vector<int> m_present; ///< Columns that the file has, as indices of the table's.
    std::vector<QVariant> m_row;
    bool m_staged = false;
};

/// While it lives, changes are not written down one by one (0006_changes.sql); then one entry stands for all.
class BulkChange
{
public:
    explicit BulkChange(Connection& connection)
        : m_connection(connection)
    {
        if (!m_connection.dialect().isMysql())
            m_connection.execute(QStringLiteral("INSERT INTO catalogue_bulk(id) VALUES (1)"));
    }
    /// When applying failed the transaction is rolled back anyway.
    ~BulkChange()
    {
        if (m_connection.dialect().isMysql())
            return;
        try {
            m_connection.execute(QStringLiteral("DELETE FROM catalogue_bulk"));
            m_connection.execute(QStringLiteral("INSERT INTO catalogue_change(product_id) VALUES (NULL)"));
        } catch (const Failure&) {
            // Nothing was committed.
        }
    }
    BulkChange(const BulkChange&) = delete;
    BulkChange& operator=(const BulkChange&) = delete;

private:
    Connection& m_connection;
};

Result<ImportReport> importFolder(Connection& connection, const QString& folder, const ImportOptions& options)
{
    ImportReport report;
    std::vector<FileImport> files;
    bool history = false;
    bool daily = false;
    for (const CsvTable& table : csvTables()) {
        const QString path = QDir(folder).filePath(QString::fromLatin1(table.file));
        if (!QFileInfo::exists(path))
            continue;
        history = history || qstrcmp(table.file, "oms_history.csv") == 0;
        daily = daily || qstrcmp(table.file, "demand_daily.csv") == 0;
        files.emplace_back(connection, table, path, report, options);
    }
    if (files.empty())
        return Error{
            ErrorKind::NotFound,
            Words::tr("%1 holds none of the files that can be imported (products.csv, oms_history.csv, …).")
                .arg(folder),
            {}};
    for (FileImport& file : files) {
        if (!file.read()) {
            for (FileImport& read : files)
                read.dropStage();
            return Error{
                ErrorKind::Cancelled, Words::tr("The import was cancelled; nothing was changed."), {}};
        }
    }
    if (report.badCellCount == 0 && daily && !history) {
        files.emplace_back(connection, csvTables()[1], QString(), report, options);
        files.back().computeFromDailyDemand();
    }
    if (report.badCellCount == 0) {
        for (FileImport& file : files)
            file.count();
        if (!options.dryRun) {
            const BulkChange bulk(connection);
            for (FileImport& file : files)
                file.apply();
            report.applied = true;
        }
    }
    for (FileImport& file : files)
        file.dropStage();
    return report;
}

} // namespace

SqlCatalogueImporter::SqlCatalogueImporter(std::shared_ptr<Database> database)
    : m_database(std::move(database))
{
}

QFuture<Result<ImportReport>> SqlCatalogueImporter::import(const QString& folder,
                                                           const ImportOptions& options)
{
    return m_database->write([folder, options](Connection& connection) -> Result<ImportReport> {
        if (connection.dialect().isMysql()) {
            return Error{ErrorKind::Refused,
                         Words::tr("Catalogues cannot be imported into a database server yet."),
                         {}};
        }
        return importFolder(connection, folder, options);
    });
}

} // namespace purchasing::sql
