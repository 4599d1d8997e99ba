#include "core/sql/database.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QUuid>

#include <unordered_map>

namespace purchasing::sql {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::Database)
};

constexpr int kReaders = 4;

/// The connections of one thread; removed when the thread ends, as Qt demands.
struct ThreadConnections
{
    std::unordered_map<std::string, QString> nameByDatabase;

    ~ThreadConnections()
    {
        for (const auto& [database, name] : nameByDatabase)
            QSqlDatabase::removeDatabase(name);
    }
};

} // namespace

QSqlDatabase openConnection(const QString& name, const QString& file, bool readOnly)
{
    QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    connection.setDatabaseName(file);
    // The URI form is off on purpose: a file name is a file name, whatever characters it has.
    connection.setConnectOptions(readOnly ? QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000")
                                          : QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!connection.open())
        throw Failure{errorOf(connection.lastError(), QStringLiteral("open"))};
    for (const char* pragma :
         {"PRAGMA foreign_keys = ON", "PRAGMA trusted_schema = OFF", "PRAGMA mmap_size = 0"})
        Query(connection, QLatin1String(pragma));
    if (!readOnly) {
        // Not the write-ahead log: SQLite 3.40 can corrupt one with two connections.
        Query(connection, QStringLiteral("PRAGMA journal_mode = TRUNCATE"));
        Query(connection, QStringLiteral("PRAGMA synchronous = FULL"));
    }
    return connection;
}

Database::Database(QString file, Options options)
    : m_file(std::move(file))
    , m_options(std::move(options))
    , m_id(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    m_readers.setMaxThreadCount(kReaders);
    m_writer.setMaxThreadCount(1);
    m_watcher.setMaxThreadCount(1);
    for (QThreadPool* pool : {&m_readers, &m_writer, &m_watcher})
        pool->setExpiryTimeout(
            -1); // A connection for each burst of work would cost more than a sleeping thread.
}

Database::~Database()
{
    m_readers.waitForDone();
    m_writer.waitForDone();
    m_watcher.waitForDone();
}

QSqlDatabase Database::connection()
{
    thread_local ThreadConnections connections;
    const auto [place, isNew] = connections.nameByDatabase.try_emplace(m_id.toStdString());
    if (isNew || !QSqlDatabase::contains(place->second)) {
        place->second = QUuid::createUuid().toString(QUuid::WithoutBraces);
        try {
            return openConnection(place->second, m_file, m_options.readOnly);
        } catch (const Failure&) {
            QSqlDatabase::removeDatabase(place->second);
            connections.nameByDatabase.erase(place);
            throw;
        }
    }
    return QSqlDatabase::database(place->second, false);
}

QFuture<Result<std::int64_t>> Database::changeCounter()
{
    return QtConcurrent::run(&m_watcher, [this]() -> Result<std::int64_t> {
        return guarded<std::int64_t>([this]() -> Result<std::int64_t> {
            Query version(connection(), QStringLiteral("PRAGMA data_version"));
            version.next();
            // Also notices a file that went away or cannot be read any more, which the pragma alone does not.
            Query check(connection(), QStringLiteral("SELECT count(*) FROM setting"));
            check.next();
            return version.integer(0);
        });
    });
}

Error Database::unexpected(const std::exception& exception)
{
    return {ErrorKind::Internal, Words::tr("Something unexpected went wrong in the database."),
            QString::fromUtf8(exception.what())};
}

Error Database::readOnlyError()
{
    return {ErrorKind::Refused, Words::tr("The database is open read-only, so nothing can be changed."), {}};
}

Database::Transaction::Transaction(const QSqlDatabase& connection, const char* begin)
    : m_connection(connection)
{
    Query(m_connection, QLatin1String(begin));
}

Database::Transaction::~Transaction()
{
    if (!m_open)
        return;
    QSqlQuery rollback(m_connection);
    rollback.exec(
        QStringLiteral("ROLLBACK")); // A failed one leaves nothing to do: SQLite has rolled back already.
}

void Database::Transaction::commit()
{
    Query(m_connection, QStringLiteral("COMMIT"));
    m_open = false;
}

} // namespace purchasing::sql
