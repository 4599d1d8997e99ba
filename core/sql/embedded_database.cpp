#include "core/sql/embedded_database.h"

#include "core/sql/migrations.h"
#include "core/sql/rule_set_rows.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace purchasing::sql {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::EmbeddedDatabase)
};

/// A connection for the opening only, removed again at the end of the scope.
class OpeningConnection
{
public:
    OpeningConnection(const QString& file, bool readOnly)
        : m_name(QUuid::createUuid().toString(QUuid::WithoutBraces))
    {
        try {
            m_connection = openConnection(m_name, file, readOnly);
        } catch (...) {
            close();
            throw;
        }
    }
    ~OpeningConnection() { close(); }
    OpeningConnection(const OpeningConnection&) = delete;
    OpeningConnection& operator=(const OpeningConnection&) = delete;
    [[nodiscard]] const QSqlDatabase& get() const { return m_connection; }

private:
    void close()
    {
        m_connection = {};
        QSqlDatabase::removeDatabase(m_name);
    }

    QString m_name;
    QSqlDatabase m_connection;
};

int pragma(const QSqlDatabase& connection, const char* name)
{
    Query query(connection, QStringLiteral("PRAGMA %1").arg(QLatin1String(name)));
    return query.next() ? static_cast<int>(query.integer(0)) : 0;
}

/// Removes what an unfinished creation left behind.
class TemporaryFile
{
public:
    explicit TemporaryFile(QString path)
        : m_path(std::move(path))
    {
    }
    ~TemporaryFile()
    {
        QFile::remove(m_path);
        QFile::remove(m_path + QStringLiteral("-journal"));
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    [[nodiscard]] const QString& path() const { return m_path; }

private:
    QString m_path;
};

void syncPath(const QString& path, int flags)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), flags);
    if (descriptor >= 0) {
        ::fsync(descriptor);
        ::close(descriptor);
    }
}

/// Builds the database beside its place and links it there; the link fails where another program was quicker,
/// whose file is then as good. Returns whether ours is the one.
bool create(const QString& file, const EmbeddedOptions& options)
{
    const QFileInfo info(file);
    if (!QDir().mkpath(info.absolutePath()))
        throw Failure{{ErrorKind::Unavailable,
                       Words::tr("The folder %1 cannot be made.").arg(info.absolutePath()),
                       {}}};
    const TemporaryFile temporary(info.absolutePath()
                                  + QStringLiteral("/.%1.%2").arg(
                                      info.fileName().left(100), QUuid::createUuid().toString(QUuid::Id128)));
    try {
        const OpeningConnection opening(temporary.path(), false);
        Query(
            opening.get(),
            QStringLiteral("PRAGMA synchronous = OFF")); // Synced once, as a whole, before it gets its name.
        Query(opening.get(), QStringLiteral("BEGIN IMMEDIATE"));
        Query(opening.get(), QStringLiteral("PRAGMA application_id = %1").arg(kApplicationId));
        migrate(opening.get(), 0, options.fillDemo);
        if (!options.initialRules.empty())
            insertRuleSet(opening.get(), 1, options.initialRules, QStringLiteral("system"), {},
                          QStringLiteral("Rules as delivered"), options.clock->now());
        Query(opening.get(), QStringLiteral("COMMIT"));
    } catch (const Failure& failure) {
        throw Failure{{failure.error.kind,
                       Words::tr("The database %1 cannot be made: %2").arg(file, failure.error.message),
                       failure.error.detail}};
    }
    syncPath(temporary.path(), O_RDONLY);
    const int linked =
        ::link(QFile::encodeName(temporary.path()).constData(), QFile::encodeName(file).constData());
    if (linked != 0 && errno != EEXIST) {
        // A file system without links, such as FAT: a rename is atomic as well, it only cannot see a quicker
        // program.
        if (QFileInfo::exists(file) || !QFile::rename(temporary.path(), file))
            throw Failure{{ErrorKind::Unavailable,
                           Words::tr("The database %1 cannot be made: %2")
                               .arg(file, QString::fromLocal8Bit(std::strerror(errno))),
                           {}}};
        syncPath(info.absolutePath(), O_RDONLY | O_DIRECTORY);
        return true;
    }
    syncPath(info.absolutePath(), O_RDONLY | O_DIRECTORY);
    return linked == 0;
}

/// Refuses what is not ours before anything is written to it.
void checkOwnership(const QString& file)
{
    const OpeningConnection opening(file, true);
    const int application = pragma(opening.get(), "application_id");
    const int version = pragma(opening.get(), "user_version");
    if (application != kApplicationId)
        throw Failure{{ErrorKind::Invalid,
                       Words::tr("%1 is a database of another program. It was not changed. Choose another "
                                 "file with --database.")
                           .arg(file),
                       {}}};
    if (version > kSchemaVersion)
        throw Failure{{ErrorKind::Invalid,
                       Words::tr("%1 was made by a newer version of this program (%2, this one knows %3). It "
                                 "was not changed. "
                                 "Update the program or choose another file.")
                           .arg(file)
                           .arg(version)
                           .arg(kSchemaVersion),
                       {}}};
}

void upgrade(const QString& file)
{
    const OpeningConnection opening(file, false);
    if (pragma(opening.get(), "user_version") == kSchemaVersion)
        return;
    Query(opening.get(), QStringLiteral("BEGIN IMMEDIATE"));
    const int version =
        pragma(opening.get(), "user_version"); // Again: another program may have been quicker.
    if (version < kSchemaVersion)
        migrate(opening.get(), version, false);
    Query(opening.get(), QStringLiteral("COMMIT"));
}

/// Why the existing file cannot be written; empty when it can.
QString whyReadOnly(const QFileInfo& info, bool wanted)
{
    if (wanted)
        return Words::tr("it was opened that way");
    if (!info.isWritable())
        return Words::tr("the file %1 is write-protected").arg(info.absoluteFilePath());
    // SQLite writes its journal beside the file.
    if (!QFileInfo(info.absolutePath()).isWritable())
        return Words::tr("the folder %1 is write-protected").arg(info.absolutePath());
    return {};
}

} // namespace

Result<EmbeddedDatabase> openEmbedded(const QString& file, const EmbeddedOptions& options)
{
    try {
        EmbeddedDatabase opened;
        QFileInfo info(file);
        if (info.isDir())
            return Error{ErrorKind::Invalid, Words::tr("%1 is a folder, not a database file.").arg(file), {}};
        if (!info.exists()) {
            if (options.readOnly)
                return Error{ErrorKind::NotFound, Words::tr("There is no database %1.").arg(file), {}};
            opened.created = create(info.absoluteFilePath(), options);
            info.refresh();
        }
        if (!info.isReadable())
            return Error{
                ErrorKind::Unavailable, Words::tr("The database %1 may not be read by you.").arg(file), {}};
        try {
            checkOwnership(info.absoluteFilePath());
        } catch (const Failure& failure) {
            if (failure.error.detail.isEmpty())
                throw;
            return Error{failure.error.kind,
                         Words::tr("%1 cannot be opened: %2").arg(file, failure.error.message),
                         failure.error.detail};
        }
        opened.readOnlyReason = whyReadOnly(info, options.readOnly);
        if (opened.readOnlyReason.isEmpty())
            upgrade(info.absoluteFilePath());
        opened.database = std::make_shared<Database>(
            info.absoluteFilePath(), Database::Options{!opened.readOnlyReason.isEmpty(), options.clock});
        return opened;
    } catch (const Failure& failure) {
        return failure.error;
    }
}

} // namespace purchasing::sql
