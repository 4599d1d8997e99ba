#include "core/sql/import/stage_writer.h"

#include <QSqlError>

#include <array>
#include <charconv>
#include <mysql.h>
#include <sqlite3.h>

namespace purchasing::sql {

class StageWriter::Library
{
public:
    virtual ~Library() = default;
    virtual void add(int line, const std::vector<CsvCell>& cells) = 0;
    virtual void flush() = 0;

    std::int64_t written = 0;
    std::int64_t leftOut = 0;
    std::vector<RepeatedRow> repeated;
};

namespace {

using Kind = CsvCell::Kind;

constexpr std::size_t kMostRepeated = 1000;
constexpr std::size_t kBatchBytes = 200000; // Well below what the smallest server takes at once.

class SqliteLibrary : public StageWriter::Library
{
public:
    SqliteLibrary(sqlite3* database, const Dialect& dialect, const QString& table, const QStringList& columns,
                  const std::vector<int>& keys, bool takesSame)
        : m_database(database)
        , m_dialect(dialect)
        , m_keys(keys)
        , m_takesSame(takesSame)
    {
        QStringList conditions;
        for (const int key : keys)
            conditions << columns[key] + QStringLiteral(" = ?");
        const QString same = takesSame ? columns.join(QStringLiteral(" IS ? AND ")) + QStringLiteral(" IS ?")
                                       : QStringLiteral("0");
        m_insert = prepare(QStringLiteral("INSERT OR IGNORE INTO %1(line, %2) VALUES (?%3)")
                               .arg(table, columns.join(QStringLiteral(", ")),
                                    QStringLiteral(", ?").repeated(columns.size())));
        m_find = prepare(QStringLiteral("SELECT line, %1 FROM %2 WHERE %3")
                             .arg(same, table, conditions.join(QStringLiteral(" AND "))));
    }
    ~SqliteLibrary() override
    {
        sqlite3_finalize(m_insert);
        sqlite3_finalize(m_find);
    }

    void add(int line, const std::vector<CsvCell>& cells) override
    {
        sqlite3_bind_int(m_insert, 1, line);
        for (std::size_t i = 0; i < cells.size(); ++i)
            bind(m_insert, static_cast<int>(i) + 2, cells[i]);
        const int code = sqlite3_step(m_insert);
        sqlite3_reset(m_insert);
        if (code != SQLITE_DONE)
            fail();
        if (sqlite3_changes(m_database) > 0)
            ++written;
        else
            leaveOut(line, cells);
    }
    void flush() override { }

private:
    void leaveOut(int line, const std::vector<CsvCell>& cells)
    {
        ++leftOut;
        if (repeated.size() >= kMostRepeated)
            return;
        int position = 0;
        for (std::size_t i = 0; m_takesSame && i < cells.size(); ++i)
            bind(m_find, ++position, cells[i]);
        for (const int key : m_keys)
            bind(m_find, ++position, cells[static_cast<std::size_t>(key)]);
        if (sqlite3_step(m_find) == SQLITE_ROW) {
            if (sqlite3_column_int(m_find, 1) != 0)
                --leftOut;
            else
                repeated.push_back({line, sqlite3_column_int(m_find, 0)});
        }
        sqlite3_reset(m_find);
    }

    /// The text need not be copied: it outlives the step that follows.
    static void bind(sqlite3_stmt* statement, int position, const CsvCell& cell)
    {
        switch (cell.kind) {
        case Kind::Null: sqlite3_bind_null(statement, position); break;
        case Kind::Whole: sqlite3_bind_int64(statement, position, cell.number); break;
        case Kind::Decimal:
            if (cell.number % 10000 == 0)
                sqlite3_bind_int64(statement, position, cell.number / 10000);
            else
                sqlite3_bind_double(statement, position, static_cast<double>(cell.number) / 10000);
            break;
        case Kind::Text:
            sqlite3_bind_text(statement, position, cell.text.data(), static_cast<int>(cell.text.size()),
                              SQLITE_STATIC);
            break;
        }
    }

    sqlite3_stmt* prepare(const QString& sql)
    {
        const QByteArray bytes = sql.toUtf8();
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v3(m_database, bytes.constData(), static_cast<int>(bytes.size()),
                               SQLITE_PREPARE_PERSISTENT, &statement, nullptr)
            != SQLITE_OK) {
            const Failure failure = failureNow(); // Before anything else is asked of the connection.
            sqlite3_finalize(m_insert);
            throw failure;
        }
        return statement;
    }
    [[nodiscard]] Failure failureNow() const
    {
        return m_dialect.failure(
            QSqlError(QStringLiteral("Unable to write a row"), QString::fromUtf8(sqlite3_errmsg(m_database)),
                      QSqlError::StatementError, QString::number(sqlite3_extended_errcode(m_database))),
            QStringLiteral("stage"));
    }
    [[noreturn]] void fail() const { throw failureNow(); }

    sqlite3* m_database;
    const Dialect& m_dialect;
    std::vector<int> m_keys;
    bool m_takesSame;
    sqlite3_stmt* m_insert = nullptr;
    sqlite3_stmt* m_find = nullptr;
};

/// Many rows in one statement, written as text: preparing one of that size costs the server more.
class MysqlLibrary : public StageWriter::Library
{
public:
    MysqlLibrary(MYSQL* server, const Dialect& dialect, const QString& table, QStringList columns,
                 std::vector<int> keys, bool takesSame)
        : m_server(server)
        , m_dialect(dialect)
        , m_table(table.toUtf8())
        , m_columns(std::move(columns))
        , m_keys(std::move(keys))
        , m_takesSame(takesSame)
    {
        m_head = QStringLiteral("INSERT IGNORE INTO %1(line, %2) VALUES ")
                     .arg(table, m_columns.join(QStringLiteral(", ")))
                     .toStdString();
        m_statement = m_head;
    }

    void add(int line, const std::vector<CsvCell>& cells) override
    {
        m_statement += m_rows.empty() ? "(" : ",(";
        m_rows.push_back({line, m_statement.size(), {}, {}});
        write(line);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            m_statement += ',';
            const std::size_t start = m_statement.size();
            write(cells[i]);
            if (m_takesSame)
                m_rows.back().cells.push_back({start, m_statement.size() - start});
            for (std::size_t key = 0; key < m_keys.size(); ++key) {
                if (m_keys[key] == static_cast<int>(i))
                    m_rows.back().keys.at(key) = {start, m_statement.size() - start};
            }
        }
        m_statement += ')';
        if (m_statement.size() >= kBatchBytes)
            flush();
    }

    void flush() override
    {
        if (m_rows.empty())
            return;
        run(m_statement);
        const auto stored = static_cast<std::int64_t>(mysql_affected_rows(m_server));
        const auto missing = static_cast<std::int64_t>(m_rows.size()) - stored;
        written += stored;
        leftOut += missing;
        if (missing > 0)
            findRepeated();
        m_rows.clear();
        m_statement = m_head;
    }

private:
    struct Place
    {
        std::size_t start = 0;
        std::size_t length = 0;
    };
    struct Row
    {
        int line = 0;
        std::size_t start = 0;
        std::array<Place, 3> keys; ///< Where the key's cells stand in the statement.
        std::vector<Place> cells; ///< And all of them, where rows may be the same.
    };

    void write(std::int64_t number)
    {
        std::array<char, 24> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
        m_statement.append(digits.data(), end);
    }
    void writeDecimal(std::int64_t tenThousandths)
    {
        if (tenThousandths < 0)
            m_statement += '-';
        const std::int64_t size = tenThousandths < 0 ? -tenThousandths : tenThousandths;
        write(size / 10000);
        m_statement += '.';
        for (std::int64_t place = 1000, rest = size % 10000; place > 0; place /= 10)
            m_statement += static_cast<char>('0' + rest / place % 10);
    }
    void write(const CsvCell& cell)
    {
        switch (cell.kind) {
        case Kind::Null: m_statement += "NULL"; break;
        case Kind::Whole: write(cell.number); break;
        case Kind::Decimal: writeDecimal(cell.number); break;
        case Kind::Text:
            m_statement += '\'';
            for (const char byte : cell.text) {
                m_statement += byte;
                if (byte == '\'') // The session's mode gives backslashes no meaning.
                    m_statement += byte;
            }
            m_statement += '\'';
            break;
        }
    }

    /// Asks for each row of the batch whose line is stored under its key.
    void findRepeated()
    {
        for (const Row& row : m_rows) {
            if (repeated.size() >= kMostRepeated)
                return;
            std::string ask = "SELECT line, ";
            for (std::size_t i = 0; i < row.cells.size(); ++i)
                ask += m_columns[static_cast<qsizetype>(i)].toStdString() + " <=> "
                    + m_statement.substr(row.cells[i].start, row.cells[i].length) + " AND ";
            ask += (m_takesSame ? "1 FROM " : "0 FROM ") + m_table.toStdString() + " WHERE ";
            for (std::size_t key = 0; key < m_keys.size(); ++key) {
                const Place& place = row.keys.at(key);
                ask += (key > 0 ? " AND " : "") + m_columns[m_keys[key]].toStdString() + " = "
                    + m_statement.substr(place.start, place.length);
            }
            run(ask);
            MYSQL_RES* answer = mysql_store_result(m_server);
            if (!answer)
                fail();
            const MYSQL_ROW found = mysql_fetch_row(answer);
            const int first = found && found[0] ? std::atoi(found[0]) : row.line;
            const bool isSame = found && found[1] && std::atoi(found[1]) != 0;
            mysql_free_result(answer);
            if (first != row.line && isSame)
                --leftOut;
            else if (first != row.line)
                repeated.push_back({row.line, first});
        }
    }

    void run(const std::string& statement)
    {
        if (mysql_real_query(m_server, statement.data(), static_cast<unsigned long>(statement.size())) != 0)
            fail();
    }
    [[noreturn]] void fail() const
    {
        throw m_dialect.failure(QSqlError(QStringLiteral("Unable to write rows"),
                                          QString::fromUtf8(mysql_error(m_server)), QSqlError::StatementError,
                                          QString::number(mysql_errno(m_server))),
                                QStringLiteral("stage"));
    }

    MYSQL* m_server;
    const Dialect& m_dialect;
    QByteArray m_table;
    QStringList m_columns;
    std::vector<int> m_keys;
    bool m_takesSame;
    std::string m_head;
    std::string m_statement;
    std::vector<Row> m_rows;
};

} // namespace

StageWriter::StageWriter(Connection& connection, const QString& table, const QStringList& columns,
                         const std::vector<int>& keys, Same same)
{
    const bool takesSame = same == Same::IsNothingNew;
    const Dialect& dialect = connection.dialect();
    const QVariant handle = connection.clientHandle();
    if (dialect.isMysql())
        m_library = std::make_unique<MysqlLibrary>(*static_cast<MYSQL* const*>(handle.constData()), dialect,
                                                   table, columns, keys, takesSame);
    else
        m_library = std::make_unique<SqliteLibrary>(*static_cast<sqlite3* const*>(handle.constData()),
                                                    dialect, table, columns, keys, takesSame);
}

StageWriter::~StageWriter() = default;

void StageWriter::add(int line, const std::vector<CsvCell>& cells)
{
    m_library->add(line, cells);
}

void StageWriter::flush()
{
    m_library->flush();
}

std::int64_t StageWriter::written() const
{
    return m_library->written;
}

std::int64_t StageWriter::leftOut() const
{
    return m_library->leftOut;
}

const std::vector<RepeatedRow>& StageWriter::repeated() const
{
    return m_library->repeated;
}

} // namespace purchasing::sql
