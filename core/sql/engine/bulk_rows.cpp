#include "core/sql/engine/bulk_rows.h"

#include "core/sql/engine/cell.h"

#include <QSqlDriver>
#include <QSqlError>

#include <charconv>
#include <mysql.h>
#include <sqlite3.h>

namespace purchasing::sql {

class BulkRows::Reader
{
public:
    virtual ~Reader() = default;
    [[nodiscard]] virtual bool next() = 0;
    [[nodiscard]] virtual std::string_view text(int column) const = 0;
    [[nodiscard]] virtual Number number(int column) const = 0; ///< In ten-thousandths.
};

namespace {

using Number = BulkRows::Number;

/// Reads "-12.3400" exactly; odd where it is anything else or has more than four decimals.
Number decimal(std::string_view text)
{
    const bool isNegative = !text.empty() && text.front() == '-';
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string_view whole = text.substr(isNegative ? 1 : 0, point - (isNegative ? 1 : 0));
    const std::string_view fraction = point < text.size() ? text.substr(point + 1) : std::string_view();
    if (whole.empty() || whole.size() > 14 || fraction.size() > 4)
        return {std::nullopt, true};
    std::int64_t value = 0;
    for (const std::string_view part : {whole, fraction}) {
        for (const char c : part) {
            if (c < '0' || c > '9')
                return {std::nullopt, true};
            value = value * 10 + (c - '0');
        }
    }
    for (std::size_t place = fraction.size(); place < 4; ++place)
        value *= 10;
    return {isNegative ? -value : value, false};
}

class SqliteReader : public BulkRows::Reader
{
public:
    SqliteReader(sqlite3* database, const QString& sql, const Dialect& dialect)
        : m_database(database)
        , m_dialect(dialect)
        , m_sql(sql)
    {
        const QByteArray bytes = sql.toUtf8();
        check(sqlite3_prepare_v2(database, bytes.constData(), static_cast<int>(bytes.size()), &m_statement,
                                 nullptr));
    }
    ~SqliteReader() override { sqlite3_finalize(m_statement); }

    bool next() override
    {
        const int code = sqlite3_step(m_statement);
        if (code == SQLITE_ROW)
            return true;
        if (code != SQLITE_DONE)
            check(code);
        return false;
    }
    std::string_view text(int column) const override
    {
        const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
        return bytes
            ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)))
            : std::string_view();
    }
    Number number(int column) const override
    {
        switch (sqlite3_column_type(m_statement, column)) {
        case SQLITE_NULL: return {};
        case SQLITE_INTEGER: {
            std::int64_t value = 0;
            if (__builtin_mul_overflow(std::int64_t{sqlite3_column_int64(m_statement, column)},
                                       Quantity::kScale, &value))
                return {std::nullopt, true};
            return {value, false};
        }
        case SQLITE_FLOAT: {
            const auto value = Quantity::fromDouble(sqlite3_column_double(m_statement, column));
            return value ? Number{value->tenThousandths, false} : Number{std::nullopt, true};
        }
        default: return {std::nullopt, true};
        }
    }

private:
    void check(int code) const
    {
        if (code == SQLITE_OK)
            return;
        const QSqlError error(QStringLiteral("Unable to fetch row"),
                              QString::fromUtf8(sqlite3_errmsg(m_database)), QSqlError::StatementError,
                              QString::number(sqlite3_extended_errcode(m_database)));
        throw m_dialect.failure(error, m_sql);
    }

    sqlite3* m_database;
    const Dialect& m_dialect;
    QString m_sql;
    sqlite3_stmt* m_statement = nullptr;
};

class MysqlReader : public BulkRows::Reader
{
public:
    MysqlReader(MYSQL* server, const QString& sql, const Dialect& dialect)
        : m_server(server)
        , m_dialect(dialect)
        , m_sql(sql)
    {
        const QByteArray bytes = sql.toUtf8();
        if (mysql_real_query(server, bytes.constData(), static_cast<unsigned long>(bytes.size())) != 0)
            fail();
        m_rows = mysql_use_result(server);
        if (!m_rows)
            fail();
    }
    ~MysqlReader() override
    {
        mysql_free_result(m_rows);
    } // Reads what is left, so that the next query can follow.

    bool next() override
    {
        m_row = mysql_fetch_row(m_rows);
        if (m_row)
            m_lengths = mysql_fetch_lengths(m_rows);
        else if (mysql_errno(m_server) != 0)
            fail();
        return m_row != nullptr;
    }
    std::string_view text(int column) const override
    {
        return m_row[column] ? std::string_view(m_row[column], m_lengths[column]) : std::string_view();
    }
    Number number(int column) const override { return m_row[column] ? decimal(text(column)) : Number(); }

private:
    [[noreturn]] void fail() const
    {
        const QSqlError error(QStringLiteral("Unable to fetch row"), QString::fromUtf8(mysql_error(m_server)),
                              QSqlError::StatementError, QString::number(mysql_errno(m_server)));
        throw m_dialect.failure(error, m_sql);
    }

    MYSQL* m_server;
    const Dialect& m_dialect;
    QString m_sql;
    MYSQL_RES* m_rows = nullptr;
    MYSQL_ROW m_row = nullptr;
    unsigned long* m_lengths = nullptr;
};

} // namespace

BulkRows::BulkRows(Connection& connection, const QString& sql)
{
    const Dialect& dialect = connection.dialect();
    const QVariant handle = connection.clientHandle();
    const QString expanded = dialect.expand(sql);
    if (dialect.isMysql())
        m_reader =
            std::make_unique<MysqlReader>(*static_cast<MYSQL* const*>(handle.constData()), expanded, dialect);
    else
        m_reader = std::make_unique<SqliteReader>(*static_cast<sqlite3* const*>(handle.constData()), expanded,
                                                  dialect);
}

BulkRows::~BulkRows() = default;

bool BulkRows::next()
{
    return m_reader->next();
}

std::string_view BulkRows::text(int column) const
{
    return m_reader->text(column);
}

BulkRows::Number BulkRows::number(int column) const
{
    return m_reader->number(column);
}

BulkRows::Number BulkRows::timestamp(int column) const
{
    const std::string_view written = text(column);
    if (!written.data())
        return {};
    const std::optional<std::int64_t> plain = plainTimestamp(written);
    return {plain, !plain};
}

QString textLiteral(const Dialect& dialect, const QString& text)
{
    const QString bytes = QString::fromLatin1(text.toUtf8().toHex());
    return dialect.isMysql() ? QStringLiteral("_utf8mb4 x'%1'").arg(bytes)
                             : QStringLiteral("CAST(x'%1' AS TEXT)").arg(bytes);
}

} // namespace purchasing::sql
