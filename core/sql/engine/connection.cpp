#include "core/sql/engine/connection.h"

#include "core/sql/engine/server/mysql_tls.h"

#include <QDateTime>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlRecord>

#include <atomic>
#include <sys/socket.h>
#include <utility>

namespace purchasing::sql {
namespace {

std::atomic<quint64> nextConnection = 0;

/// The driver binds a null QString as NULL; for us an empty text is a value and only an invalid variant is
/// NULL.
QVariant bindable(const QVariant& value)
{
    if (value.typeId() == QMetaType::QString && value.toString().isNull())
        return QStringLiteral("");
    if (value.typeId() == QMetaType::QByteArray && value.toByteArray().isNull())
        return QByteArray("");
    return value;
}

} // namespace

qint64 toMicroseconds(const QDateTime& moment)
{
    return moment.toMSecsSinceEpoch() * 1000;
}

Rows::Rows(Connection& connection, QString sql, QSqlQuery query)
    : m_connection(connection)
    , m_sql(std::move(sql))
    , m_query(std::move(query))
{
}

Rows::~Rows()
{
    m_query.finish();
    m_connection.giveBack(m_sql, std::move(m_query));
}

bool Rows::next()
{
    if (m_query.next())
        return true;
    if (m_query.lastError().isValid())
        throw m_connection.dialect().failure(m_query.lastError(), m_sql);
    return false;
}

QVariantList Rows::row() const
{
    QVariantList values;
    for (int column = 0; column < m_query.record().count(); ++column)
        values << m_query.value(column);
    return values;
}

QDateTime Rows::moment(int column) const
{
    if (m_query.isNull(column))
        return {};
    return QDateTime::fromMSecsSinceEpoch(m_query.value(column).toLongLong() / 1000, Qt::UTC);
}

Connection::Connection(const ConnectionSettings& settings)
    : m_settings(settings)
    , m_dialect(std::make_shared<const Dialect>(settings.dialect))
    , m_name(QStringLiteral("purchasing-%1").arg(nextConnection++))
{
    if (settings.check)
        settings.check();
    m_database = QSqlDatabase::addDatabase(settings.dialect.driver(), m_name);
    m_database.setDatabaseName(settings.databaseName);
    m_database.setConnectOptions(settings.options);
    if (settings.dialect.isMysql()) {
        m_database.setHostName(settings.host);
        m_database.setPort(settings.port);
        m_database.setUserName(settings.user);
        m_database.setPassword(settings.password);
        // DECIMAL as text: exact.
        m_database.setNumericalPrecisionPolicy(QSql::HighPrecision);
    }
    try {
        if (!m_database.open())
            throw settings.dialect.failure(m_database.lastError(), QStringLiteral("open"));
        m_socket = settings.dialect.isMysql() ? socketOf(m_database) : -1;
        if (settings.isEncrypted)
            requireEncryption(m_database);
        for (const QString& statement : settings.openingStatements)
            executeDirectly(statement);
        for (const QString& statement : settings.optionalStatements)
            QSqlQuery(m_database).exec(statement);
    } catch (...) {
        // The destructor does not run for what was never constructed.
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
        throw;
    }
}

Connection::~Connection()
{
    // MySQL's statements are let go without asking the server, which may be gone.
    if (m_dialect->isMysql())
        m_database.close();
    m_prepared.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

void Connection::breakOff() const
{
    if (m_socket >= 0)
        ::shutdown(m_socket, SHUT_RDWR);
}

void Connection::speak(std::shared_ptr<const Dialect> dialect)
{
    if (dialect == m_dialect)
        return;
    m_prepared.clear(); // They name the tables as they were read before.
    m_dialect = std::move(dialect);
}

QSqlQuery Connection::run(const QString& sql, const QVariantList& values)
{
    // Taken out while in use, so that the same statement can run nested.
    const auto known = m_prepared.find(sql);
    const bool isKnown = known != m_prepared.end();
    QSqlQuery query = isKnown ? std::move(known->second) : QSqlQuery(m_database);
    if (isKnown) {
        m_prepared.erase(known);
    } else {
        query.setForwardOnly(true);
        if (!query.prepare(m_dialect->expand(sql)))
            throw m_dialect->failure(query.lastError(), sql);
    }
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(static_cast<int>(i), bindable(values[i]));
    if (!query.exec())
        throw m_dialect->failure(query.lastError(), sql);
    return query;
}

void Connection::giveBack(const QString& sql, QSqlQuery query)
{
    m_prepared.insert_or_assign(sql, std::move(query));
}

Rows Connection::query(const QString& sql, const QVariantList& values)
{
    return Rows(*this, sql, run(sql, values));
}

qint64 Connection::execute(const QString& sql, const QVariantList& values)
{
    QSqlQuery query = run(sql, values);
    const qint64 changed = query.numRowsAffected();
    query.finish();
    giveBack(sql, std::move(query));
    m_known.noteWriting(sql);
    return changed;
}

QVariant Connection::scalar(const QString& sql, const QVariantList& values)
{
    Rows rows = query(sql, values);
    return rows.next() ? rows.value(0) : QVariant();
}

QVariantList Connection::known(const QString& table, const QString& sql, const QVariantList& values)
{
    if (auto answer = m_known.find(sql, values))
        return *std::move(answer);
    QVariantList row;
    {
        Rows rows = query(sql, values);
        if (rows.next())
            row = rows.row();
    }
    m_known.keep(table, sql, values, row);
    return row;
}

void Connection::executeDirectly(const QString& sql)
{
    m_known.stop(); // A script, the end of the transaction, or a savepoint to which it may go back.
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        throw m_dialect->failure(query.lastError(), sql);
}

QVariant Connection::clientHandle() const
{
    return m_database.driver()->handle();
}

void Connection::begin(const QStringList& statements)
{
    for (const QString& statement : statements)
        executeDirectly(statement);
    m_known.beginTransaction();
}

} // namespace purchasing::sql
