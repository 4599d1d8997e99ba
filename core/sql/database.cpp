#include "core/sql/database.h"

#include "core/sql/embedded_file.h"
#include "core/sql/transaction.h"

#include <QDir>

namespace purchasing::sql {
namespace {

constexpr int kReaders = 4;
// Each attempt already waits for the busy timeout; together they stay below what people call hanging.
constexpr int kAttempts = 4;

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
    m_writer.setMaxThreadCount(1);
    m_watcher.setMaxThreadCount(1);
    for (QThreadPool* pool : {&m_readers, &m_writer, &m_watcher})
        pool->setExpiryTimeout(-1); // Opening a connection costs more than an idle thread.
}

Database::~Database()
{
    for (QThreadPool* pool : {&m_writer, &m_readers, &m_watcher})
        pool->waitForDone();
}

QFuture<Result<std::int64_t>> Database::changeCounter()
{
    return start(m_watcher, Access::None, [](Connection& connection) -> Result<std::int64_t> {
        return connection.scalar(QStringLiteral("PRAGMA data_version")).toLongLong();
    });
}

void Database::requireSameFile() const
{
    if (m_identity.isEmpty() || fileIdentity(m_settings.databaseName) == m_identity)
        return;
    throw Failure(ErrorKind::Unavailable,
                  QStringLiteral("%1 was moved, deleted or replaced while it was open. Put it back, or close "
                                 "the program and start it again.")
                      .arg(QDir::toNativeSeparators(m_settings.databaseName)));
}

Connection& Database::connectionOfThread() const
{
    if (!m_connections.hasLocalData())
        m_connections.setLocalData(new Connection(m_settings)); // The storage owns it from here.
    return *m_connections.localData();
}

std::optional<Error> Database::attempt(Access access, const std::function<bool(Connection&)>& step) const
{
    if (access == Access::Write && m_readOnly)
        return Error{ErrorKind::Refused, m_readOnlyReason, location()};
    for (int round = 1;; ++round) {
        try {
            requireSameFile();
            Connection& connection = connectionOfThread();
            if (access == Access::None) {
                step(connection);
                return std::nullopt;
            }
            sql::Transaction open(connection,
                                  access == Access::Write ? connection.dialect().beginWrite()
                                                          : connection.dialect().beginRead());
            if (step(connection)) {
                if (access == Access::Write)
                    requireSameFile();
                open.commit();
            }
            return std::nullopt;
        } catch (const Failure& failure) {
            if (!failure.isRetryable() || round == kAttempts)
                return failure.error();
        } catch (const std::exception& exception) {
            return Error{ErrorKind::Internal, QStringLiteral("The database work failed unexpectedly."),
                         QString::fromUtf8(exception.what())};
        }
    }
}

} // namespace purchasing::sql
