#pragma once

#include "core/sql/engine/dialect.h"
#include "core/sql/engine/known_answers.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <functional>
#include <memory>
#include <unordered_map>
#include <utility>

namespace purchasing::sql {

class AuditKeeper;
class CatalogueAccess;

/// How to reach a database. Copied to every thread that connects.
struct ConnectionSettings
{
    Dialect dialect = Dialect::sqlite();
    QString databaseName; ///< SQLite: the file. MySQL: the database of the orders.
    QString host; ///< MySQL only, as are the next four.
    int port = 0;
    QString user;
    QString password;
    std::function<void()> check; ///< Run before each connection is opened, where set; throws Failure.
    bool isEncrypted = false; ///< A connection in the clear is none.
    QString options; ///< For QSqlDatabase::setConnectOptions.
    QStringList openingStatements; ///< Run once per connection, before anything else.
    QStringList optionalStatements; ///< Run after those; servers that do not know them are fine.
    std::shared_ptr<AuditKeeper> keeper; ///< Told the newest audit event of every commit; null: nobody.
    std::shared_ptr<CatalogueAccess> access; ///< What can be read now; null where nothing goes by itself.
};

class Connection;

/// The rows of a running query, forward only. Ends the query, and with it SQLite's read lock, when destroyed.
class Rows
{
public:
    Rows(Connection& connection, QString sql, QSqlQuery query);
    ~Rows();
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;

    /// Moves to the next row; false after the last. Throws Failure when reading breaks off.
    [[nodiscard]] bool next();
    [[nodiscard]] QVariant value(int column) const { return m_query.value(column); }
    /// All columns of the row.
    [[nodiscard]] QVariantList row() const;
    [[nodiscard]] bool isNull(int column) const { return m_query.isNull(column); }
    [[nodiscard]] QString text(int column) const { return m_query.value(column).toString(); }
    [[nodiscard]] qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    /// A moment stored in microseconds since 1970; invalid where NULL.
    [[nodiscard]] QDateTime moment(int column) const;

private:
    Connection& m_connection;
    QString m_sql;
    QSqlQuery m_query;
};

/// One connection of one thread, with its prepared statements. Opened by the constructor (which throws
/// Failure) and removed from Qt's list by the destructor; both must run on the thread that uses it.
class Connection
{
public:
    explicit Connection(const ConnectionSettings& settings);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Runs a query with its values bound in order. Throws Failure.
    [[nodiscard]] Rows query(const QString& sql, const QVariantList& values = {});
    /// Runs a statement and returns how many rows it changed. Throws Failure.
    qint64 execute(const QString& sql, const QVariantList& values = {});
    /// The first column of the first row, or an invalid QVariant when there is no row. Throws Failure.
    [[nodiscard]] QVariant scalar(const QString& sql, const QVariantList& values = {});
    /// The first row of a question (empty where there is none) that a transaction is asked only once, until
    /// it writes to `table`, out of which the answer comes. For tables that no trigger writes. Throws
    /// Failure.
    [[nodiscard]] QVariantList known(const QString& table, const QString& sql,
                                     const QVariantList& values = {});
    /// What known() answers from now on, said by whoever has just written it.
    void nowKnown(const QString& table, const QString& sql, const QVariantList& values, QVariantList row)
    {
        m_known.keep(table, sql, values, std::move(row));
    }
    /// Runs a statement without preparing or expanding it: scripts, pragmas and transaction control.
    void executeDirectly(const QString& sql);
    /// Starts a transaction with the dialect's statements.
    void begin(const QStringList& statements);

    /// Ends the connection under whoever waits for it: their call fails as if the server had gone. From any
    /// thread while the connection lives; nothing happens with SQLite.
    void breakOff() const;

    /// Notes the newest event of the audit log that the running transaction wrote; see takeAuditHead().
    void noteAuditHead(qint64 seq, const QByteArray& hash) { m_auditHead = {seq, hash}; }
    /// What was noted since this was called last; the number is 0 where nothing was.
    [[nodiscard]] std::pair<qint64, QByteArray> takeAuditHead() { return std::exchange(m_auditHead, {}); }

    /// The client library's own handle (sqlite3*, MYSQL*), for BulkRows.
    [[nodiscard]] QVariant clientHandle() const;

    [[nodiscard]] const Dialect& dialect() const { return *m_dialect; }
    [[nodiscard]] const std::shared_ptr<const Dialect>& sharedDialect() const { return m_dialect; }
    /// Speaks another dialect from now on; no query may be running.
    void speak(std::shared_ptr<const Dialect> dialect);

private:
    friend class Rows;
    [[nodiscard]] QSqlQuery run(const QString& sql, const QVariantList& values);
    void giveBack(const QString& sql, QSqlQuery query);

    ConnectionSettings m_settings;
    std::shared_ptr<const Dialect> m_dialect;
    int m_socket = -1; ///< MySQL: of the way to the server.
    QString m_name;
    QSqlDatabase m_database;
    std::pair<qint64, QByteArray> m_auditHead;
    KnownAnswers m_known;
    std::unordered_map<QString, QSqlQuery>
        m_prepared; ///< Statements not in use at the moment, by their text.
};

/// Microseconds since 1970 UTC, as the order tables store moments.
[[nodiscard]] qint64 toMicroseconds(const QDateTime& moment);

} // namespace purchasing::sql
