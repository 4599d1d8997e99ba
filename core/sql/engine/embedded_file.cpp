#include "core/sql/engine/embedded_file.h"

#include "core/sql/engine/errors/error_words.h"
#include "core/sql/engine/errors/sqlite_errors.h"
#include "core/sql/engine/migration.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace purchasing::sql {
namespace {

QString shown(const QString& file)
{
    return QDir::toNativeSeparators(file);
}

/// Asks the system, which knows about read-only file systems and the rights this program really has.
bool allows(const QString& path, int mode)
{
    return ::faccessat(AT_FDCWD, QFile::encodeName(path).constData(), mode, AT_EACCESS) == 0;
}

/// What the first bytes of a file say about it.
struct Header
{
    qint64 applicationId = 0;
    int schema = 0;
};

/// Reads the header that the SQLite file format describes: the magic text, user_version at byte 60 and
/// application_id at byte 68, both big-endian. Not through SQLite: it would write to roll back what a killed
/// program left half done, and told to leave the file alone it reports that as damage. These fields do not
/// change in such a moment.
Header headerOf(const QString& file)
{
    constexpr qint64 kHeaderSize = 100;
    QFile in(file);
    const QByteArray bytes = in.open(QIODevice::ReadOnly) ? in.read(kHeaderSize) : QByteArray();
    if (bytes.size() < kHeaderSize || !bytes.startsWith(QByteArrayView("SQLite format 3\0", 16))) {
        throw Failure(ErrorKind::Invalid,
                      ErrorWords::tr("%1 is not a database. Choose another file.").arg(shown(file)));
    }
    return {qFromBigEndian<qint32>(bytes.constData() + 68), qFromBigEndian<qint32>(bytes.constData() + 60)};
}

} // namespace

ConnectionSettings writingSettings(const QString& file, int busyTimeoutMs)
{
    ConnectionSettings settings;
    settings.databaseName = file;
    settings.options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeoutMs);
    // The rollback journal: two connections can damage a write-ahead log with SQLite 3.40. FULL makes what
    // was acknowledged durable. trusted_schema off: a tampered schema must not call functions on our behalf.
    settings.openingStatements = {
        QStringLiteral("PRAGMA trusted_schema=OFF"),    QStringLiteral("PRAGMA foreign_keys=ON"),
        QStringLiteral("PRAGMA journal_mode=TRUNCATE"), QStringLiteral("PRAGMA synchronous=FULL"),
        QStringLiteral("PRAGMA mmap_size=0"),           QStringLiteral("PRAGMA cache_size=-16000"),
    };
    return settings;
}

ConnectionSettings readingSettings(const QString& file, int busyTimeoutMs)
{
    ConnectionSettings settings = writingSettings(file, busyTimeoutMs);
    settings.options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    settings.openingStatements = {
        QStringLiteral("PRAGMA trusted_schema=OFF"),
        QStringLiteral("PRAGMA mmap_size=0"),
        QStringLiteral("PRAGMA query_only=ON"),
    };
    return settings;
}

void requireOurFile(const QString& file)
{
    const QFileInfo info(file);
    if (info.isDir()) {
        throw Failure(ErrorKind::Invalid,
                      ErrorWords::tr("%1 is a folder. Choose a database file.").arg(shown(file)));
    }
    if (!info.isFile()) {
        throw Failure(ErrorKind::Invalid, ErrorWords::tr("%1 is not an ordinary file.").arg(shown(file)));
    }
    if (!allows(file, R_OK)) {
        throw Failure(
            ErrorKind::Unavailable,
            ErrorWords::tr("%1 cannot be read. You have no permission to read it.").arg(shown(file)));
    }
    if (info.size() == 0) {
        throw Failure(ErrorKind::Invalid,
                      ErrorWords::tr("%1 is empty and not a database. Delete it or choose another file.")
                          .arg(shown(file)));
    }
    const Header header = headerOf(file);
    const qint64 applicationId = header.applicationId;
    const int schema = header.schema;
    if (applicationId != kApplicationId) {
        throw Failure(
            ErrorKind::Invalid,
            ErrorWords::tr("%1 belongs to another program and was left untouched. Choose another file.")
                .arg(shown(file)),
            QStringLiteral("application_id %1").arg(applicationId));
    }
    if (schema > newestSchema()) {
        throw Failure(
            ErrorKind::Invalid,
            ErrorWords::tr("%1 was written by a newer version of this program (schema %2, this version "
                           "knows %3). Update the program to open it.")
                .arg(shown(file))
                .arg(schema)
                .arg(newestSchema()));
    }
}

QString whyNotWritable(const QString& file)
{
    const QFileInfo info(file);
    if (!allows(file, W_OK))
        return QStringLiteral("%1 is write-protected, so it can only be looked at.").arg(shown(file));
    // The journal is made beside the file.
    if (!allows(info.absolutePath(), W_OK)) {
        return QStringLiteral("The folder %1 is write-protected, so %2 can only be looked at.")
            .arg(shown(info.absolutePath()), info.fileName());
    }
    return {};
}

QByteArray fileIdentity(const QString& file)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(file).constData(), &status) != 0)
        return {};
    return QByteArray::number(static_cast<qulonglong>(status.st_dev)) + ':'
        + QByteArray::number(static_cast<qulonglong>(status.st_ino));
}

} // namespace purchasing::sql
