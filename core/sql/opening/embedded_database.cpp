#include "core/sql/opening/embedded_database.h"

#include "core/sql/audit/baseline.h"
#include "core/sql/engine/embedded_file.h"
#include "core/sql/engine/errors/error_words.h"
#include "core/sql/engine/migration.h"
#include "core/sql/opening/embedded_creation.h"

#include <QDir>
#include <QFileInfo>

namespace purchasing::sql {
namespace {

constexpr int kChangesKept = 100000; // More than anybody asks for one by one (ChangeFeed).

/// Switches foreign keys off while it lives: tables that others refer to are made anew. Only outside of a
/// transaction does SQLite take notice.
class WithoutForeignKeys
{
public:
    explicit WithoutForeignKeys(Connection& connection)
        : m_connection(connection)
    {
        m_connection.executeDirectly(QStringLiteral("PRAGMA foreign_keys=OFF"));
    }
    ~WithoutForeignKeys()
    {
        try {
            m_connection.executeDirectly(QStringLiteral("PRAGMA foreign_keys=ON"));
        } catch (const Failure&) {
            // The connection is broken and goes.
        }
    }
    WithoutForeignKeys(const WithoutForeignKeys&) = delete;
    WithoutForeignKeys& operator=(const WithoutForeignKeys&) = delete;

private:
    Connection& m_connection;
};

void requireForeignKeys(Connection& connection)
{
    Rows broken = connection.query(QStringLiteral("PRAGMA foreign_key_check"));
    if (broken.next()) {
        throw Failure(
            ErrorKind::Invalid,
            ErrorWords::tr("The database cannot be updated: a row of %1 refers to something that is not "
                           "there.")
                .arg(broken.text(0)));
    }
}

/// Runs the scripts that are newer than the file, all of them or none.
void upgrade(Connection& connection, const EmbeddedOptions& options, const Clock& clock)
{
    const QString schemaQuery = QStringLiteral("PRAGMA user_version");
    if (connection.scalar(schemaQuery).toInt() >= newestSchema())
        return;
    const WithoutForeignKeys without(connection);
    connection.begin(connection.dialect().beginWrite());
    try {
        // Asked again under the lock: another program may have done it meanwhile.
        const int present = connection.scalar(schemaQuery).toInt();
        for (const Migration& migration : migrations(connection.dialect().scripts())) {
            if (migration.number <= present || migration.isData)
                continue;
            applyMigration(connection, migration, clock.now(), [&](qsizetype statement, qsizetype count) {
                if (options.progress) {
                    options.progress(QStringLiteral("Updating the database"),
                                     (migration.number - present - 1 + double(statement) / double(count))
                                         / (newestSchema() - present));
                }
            });
        }
        requireForeignKeys(connection);
        recordBaseline(connection, clock.now());
        connection.executeDirectly(QStringLiteral("PRAGMA user_version=%1").arg(newestSchema()));
        if (options.progress)
            options.progress(QStringLiteral("The database is ready"), 1.0);
        connection.executeDirectly(QStringLiteral("COMMIT"));
    } catch (const Failure&) {
        connection.executeDirectly(QStringLiteral("ROLLBACK"));
        throw;
    }
}

/// Keeps the list of changes short. Only when it has grown long: opening to read must not wait for a writer.
void forgetOldChanges(Connection& connection)
{
    const qint64 kept =
        connection.scalar(QStringLiteral("SELECT coalesce(max(seq) - min(seq), 0) FROM catalogue_change"))
            .toLongLong();
    if (kept < 2 * kChangesKept)
        return;
    connection.execute(QStringLiteral("DELETE FROM catalogue_change WHERE seq < "
                                      "(SELECT max(seq) FROM catalogue_change) - %1")
                           .arg(kChangesKept));
}

std::shared_ptr<Database> openReadOnly(const QString& file, const EmbeddedOptions& options,
                                       const std::shared_ptr<const Clock>& clock, const QString& reason)
{
    ConnectionSettings settings = readingSettings(file, options.busyTimeoutMs);
    settings.keeper = options.keeper;
    Connection connection(settings);
    const int schema = connection.scalar(QStringLiteral("PRAGMA user_version")).toInt();
    if (schema < newestSchema()) {
        throw Failure(
            ErrorKind::Refused,
            ErrorWords::tr("%1 was written by an older version and must be updated first, but it can only "
                           "be read.")
                .arg(QDir::toNativeSeparators(file)),
            reason);
    }
    return std::make_shared<Database>(settings, clock, true, reason);
}

std::shared_ptr<Database> openOrCreate(const QString& file, const EmbeddedOptions& options,
                                       const std::shared_ptr<const Clock>& clock)
{
    if (!QFileInfo::exists(file)) {
        if (options.readOnly) {
            throw Failure(ErrorKind::NotFound,
                          ErrorWords::tr("%1 does not exist.").arg(QDir::toNativeSeparators(file)));
        }
        createEmbedded(file, options, *clock);
    }
    requireOurFile(file);
    if (options.readOnly)
        return openReadOnly(file, options, clock,
                            QStringLiteral("The database was opened to be looked at only."));
    if (const QString reason = whyNotWritable(file); !reason.isEmpty())
        return openReadOnly(file, options, clock, reason);

    ConnectionSettings settings = writingSettings(file, options.busyTimeoutMs);
    settings.keeper = options.keeper;
    Connection connection(settings);
    upgrade(connection, options, *clock);
    forgetOldChanges(connection);
    // Reads a real page, so that a file somebody keeps locked is reported now and not at the first click.
    (void)connection.scalar(QStringLiteral("SELECT count(*) FROM setting"));
    return std::make_shared<Database>(settings, clock, false, QString());
}

} // namespace

Result<std::shared_ptr<Database>> openEmbedded(const QString& file, const EmbeddedOptions& options)
{
    const std::shared_ptr<const Clock> clock =
        options.clock ? options.clock : std::make_shared<const Clock>();
    try {
        return openOrCreate(QFileInfo(file).absoluteFilePath(), options, clock);
    } catch (const Failure& failure) {
        return failure.error();
    } catch (const std::exception& exception) {
        return Error{ErrorKind::Internal, ErrorWords::tr("The database could not be opened."),
                     QString::fromUtf8(exception.what())};
    }
}

} // namespace purchasing::sql
