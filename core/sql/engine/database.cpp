#include "core/sql/engine/database.h"

#include "core/ports/database_settings.h"
#include "core/sql/engine/audit_keeper.h"
#include "core/sql/engine/database_reading.h"
#include "core/sql/engine/embedded_file.h"
#include "core/sql/engine/errors/error_words.h"
#include "core/sql/engine/server/catalogue_access.h"
#include "core/sql/engine/transaction.h"

#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>

namespace purchasing::sql {
namespace {

Q_LOGGING_CATEGORY(lcDatabase, "purchasing.database", QtWarningMsg)

constexpr int kReaders = 4;
constexpr int kLongReaders = 2;
constexpr int kLongReaderExpiryMs = 60000; // Their connections need not stay open between loads.
// Each attempt already waits for the busy timeout; together they stay below what people call hanging.
constexpr int kAttempts = 4;
// Opened anew for one question: more than once where they break between opening and asking. A server that
// takes no connection is named after one more try.
constexpr int kReconnects = 3;

} // namespace

Database::Database(ConnectionSettings settings, std::shared_ptr<const Clock> clock, bool readOnly,
                   QString readOnlyReason)
    : m_settings(std::move(settings))
    , m_identity(fileIdentity(m_settings.databaseName))
    , m_clock(std::move(clock))
    , m_readOnly(readOnly)
    , m_readOnlyReason(std::move(readOnlyReason))
{
    m_readers.setMaxThreadCount(kReaders);
    m_longReaders.setMaxThreadCount(kLongReaders);
    m_longReaders.setExpiryTimeout(kLongReaderExpiryMs);
    m_writer.setMaxThreadCount(1);
    m_notes.setMaxThreadCount(1);
    m_watcher.setMaxThreadCount(1);
    for (QThreadPool* pool : {&m_readers, &m_writer, &m_notes, &m_watcher})
        pool->setExpiryTimeout(-1); // Opening a connection costs more than an idle thread.
}

Database::~Database()
{
    for (QThreadPool* pool : {&m_writer, &m_notes, &m_readers, &m_longReaders, &m_watcher})
        pool->waitForDone();
}

bool Database::isIdle() const
{
    return m_readers.activeThreadCount() + m_longReaders.activeThreadCount() + m_writer.activeThreadCount()
        + m_notes.activeThreadCount() + m_watcher.activeThreadCount()
        == 0;
}

QString Database::location() const
{
    if (!m_settings.dialect.isMysql())
        return m_settings.databaseName;
    const QString place = serverPlace();
    return m_settings.port == MysqlSettings().port
        ? place
        : place + QLatin1Char(':') + QString::number(m_settings.port);
}

QString Database::serverPlace() const
{
    return QStringLiteral("%1 on %2").arg(m_settings.databaseName, m_settings.host);
}

void Database::requireSameFile() const
{
    if (m_identity.isEmpty() || fileIdentity(m_settings.databaseName) == m_identity)
        return;
    throw Failure(ErrorKind::Unavailable,
                  ErrorWords::tr("%1 was moved, deleted or replaced while it was open. Put it back, or close "
                                 "the program and start it again.")
                      .arg(QDir::toNativeSeparators(m_settings.databaseName)));
}

Connection& Database::connectionOfThread() const
{
    if (!m_connections.hasLocalData())
        m_connections.setLocalData(new Connection(m_settings)); // The storage owns it from here.
    return *m_connections.localData();
}

std::vector<SourceOutage> Database::outages() const
{
    return m_settings.access ? m_settings.access->outages() : std::vector<SourceOutage>();
}

void Database::lookForMissing(Connection& connection) const
{
    if (m_settings.access && !m_settings.access->outages().empty())
        (void)m_settings.access->review(connection);
}

bool Database::canDoWithout(Access access, const Failure& failure) const
{
    // Reading waits for nobody but whoever keeps a table locked, which is as good as missing.
    const bool isReading = access == Access::Read || access == Access::None;
    if (!m_settings.access || !m_connections.hasLocalData()
        || !(failure.isAboutTables() || (isReading && failure.isRetryable())))
        return false;
    try {
        return m_settings.access->review(*m_connections.localData());
    } catch (const Failure&) {
        return false; // What happened first is told.
    }
}

void Database::abandonReading()
{
    const std::scoped_lock lock(m_readingMutex);
    ++m_abandoned;
    for (const Connection* connection : m_reading)
        connection->breakOff();
}

void Database::attemptOnce(Access access, const std::function<bool(Connection&)>& step, bool& hasBegun) const
{
    requireSameFile();
    Connection& connection = connectionOfThread();
    const Reading reading(*this, access, connection);
    if (m_settings.access)
        connection.speak(m_settings.access->dialect());
    if (access == Access::None || access == Access::WriteInPieces) {
        step(connection);
        return;
    }
    const Dialect& dialect = connection.dialect();
    sql::Transaction open(connection,
                          access == Access::Write      ? dialect.beginWrite()
                              : access == Access::Note ? dialect.beginNote()
                                                       : dialect.beginRead());
    hasBegun = access == Access::Write;
    (void)connection.takeAuditHead(); // Of a transaction that came to nothing.
    if (step(connection)) {
        if (access != Access::Read)
            requireSameFile();
        open.commit();
        rememberAudit(connection);
    }
}

void Database::rememberAudit(Connection& connection) const
{
    const auto [seq, hash] = connection.takeAuditHead();
    if (seq <= 0 || !m_settings.keeper)
        return;
    try {
        m_settings.keeper->remember(auditName(connection), {seq, hash}, [&connection](qint64 event) {
            return connection
                .scalar(QStringLiteral("SELECT hash FROM {po}audit_event WHERE seq = ?"), {event})
                .toByteArray();
        });
    } catch (const Failure& failure) { // What was committed stays so.
        qCWarning(lcDatabase, "The audit log's newest event was not remembered: %s",
                  qUtf8Printable(failure.error().detail));
    }
}

QString Database::auditName(Connection& connection) const
{
    const QByteArray first =
        connection.scalar(QStringLiteral("SELECT hash FROM {po}audit_event WHERE seq = 1")).toByteArray();
    // A server without its port: what was remembered before locations had one must be found again. One file
    // is one log, by whatever link it was opened.
    const QString file = m_settings.dialect.isMysql() ? QString() : QFileInfo(location()).canonicalFilePath();
    const QString place = m_settings.dialect.isMysql() ? serverPlace() : file.isEmpty() ? location() : file;
    return place + QLatin1Char('\n') + QString::fromLatin1(first.toHex());
}

Error Database::brokeWhileSaving(const Failure& failure)
{
    return {ErrorKind::Unavailable,
            ErrorWords::tr("The connection to the database broke while this was being saved. Look whether it "
                           "was done before you do it again."),
            failure.error().detail};
}

std::optional<Error> Database::attempt(Access access, const std::function<bool(Connection&)>& step) const
{
    const bool isChange =
        access == Access::Write || access == Access::WriteInPieces || access == Access::Note;
    if (isChange && m_readOnly)
        return Error{ErrorKind::Refused, m_readOnlyReason, location()};
    const bool isReading = !isChange;
    const auto abandoned = [this] {
        const std::scoped_lock lock(m_readingMutex);
        return m_abandoned;
    };
    const quint64 before = abandoned();
    int reconnects = 0;
    bool hasLooked = false;
    for (int round = 1;; ++round) {
        bool hasBegun = false;
        try {
            attemptOnce(access, step, hasBegun);
            return std::nullopt;
        } catch (const Failure& failure) {
            if (isReading && abandoned() != before) {
                m_connections.setLocalData(nullptr);
                return Error{ErrorKind::Cancelled,
                             ErrorWords::tr("The database server did not answer, and waiting was given up."),
                             failure.error().detail};
            }
            if (failure.isDisconnect()) {
                const bool wasOpen = m_connections.hasLocalData();
                m_connections.setLocalData(nullptr); // The next one opens a new connection.
                // A server closes idle connections. What a broken writing transaction left behind is unknown
                // only if its COMMIT was under way, but nobody can tell that from here.
                if (hasBegun)
                    return brokeWhileSaving(failure);
                if (reconnects++ < (wasOpen && isReading ? kReconnects : 1))
                    continue;
            }
            if (!std::exchange(hasLooked, true) && canDoWithout(access, failure))
                continue;
            if (!failure.isRetryable() || round == kAttempts || access == Access::Note)
                return failure.error();
        } catch (const std::exception& exception) {
            return Error{ErrorKind::Internal, ErrorWords::tr("The database work failed unexpectedly."),
                         QString::fromUtf8(exception.what())};
        }
    }
}

} // namespace purchasing::sql
