#include "core/sql/opening/embedded_creation.h"

#include "core/sql/audit/baseline.h"
#include "core/sql/engine/embedded_file.h"
#include "core/sql/engine/errors/error_words.h"
#include "core/sql/engine/migration.h"
#include "core/sql/generator/demo_demand.h"
#include "core/sql/generator/demo_orders.h"
#include "core/sql/rules/rule_rows.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace purchasing::sql {
namespace {

constexpr int kLockWaitMs = 60000;

void report(const EmbeddedOptions& options, const QString& what, double share)
{
    if (options.progress)
        options.progress(what, share);
}

/// Makes the rename itself durable.
void syncFolder(const QString& folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return; // Some file systems cannot open folders; the file itself is safe.
    ::fsync(descriptor);
    ::close(descriptor);
}

/// Makes the file itself, for its owner alone: SQLite would let others read what somebody pays.
void makeOwnFile(const QString& file)
{
    const int descriptor = ::open(QFile::encodeName(file).constData(), O_WRONLY | O_CREAT | O_EXCL, 0600);
    if (descriptor < 0) {
        throw Failure(ErrorKind::Unavailable,
                      ErrorWords::tr("%1 cannot be made.").arg(QDir::toNativeSeparators(file)),
                      QString::fromLocal8Bit(std::strerror(errno)));
    }
    ::close(descriptor);
}

void build(const QString& file, const EmbeddedOptions& options, const Clock& clock)
{
    makeOwnFile(file);
    ConnectionSettings settings = writingSettings(file, options.busyTimeoutMs);
    // A build that breaks off is thrown away, so it needs no journal.
    settings.openingStatements << QStringLiteral("PRAGMA journal_mode=OFF")
                               << QStringLiteral("PRAGMA application_id=%1").arg(kApplicationId);
    Connection connection(settings);
    const QDateTime now = clock.now();
    connection.begin(connection.dialect().beginWrite());
    const auto scripts = migrations(connection.dialect().scripts());
    for (const Migration& migration : scripts) {
        if (migration.isData && !options.fillDemo)
            continue;
        report(options, QStringLiteral("Preparing the database"),
               0.5 * migration.number / scripts.back().number);
        applyMigration(connection, migration, now);
    }
    recordBaseline(connection, now);
    publishInitialRules(connection, options.initialRulePacks, now);
    if (options.fillDemo) {
        report(options, QStringLiteral("Filling in a year of demand"), 0.5);
        insertDemoDemand(connection, now.date());
        report(options, QStringLiteral("Filling in example orders"), 0.9);
        insertDemoOrders(connection, now);
    }
    connection.executeDirectly(QStringLiteral("PRAGMA user_version=%1").arg(newestSchema()));
    connection.executeDirectly(QStringLiteral("COMMIT"));
}

} // namespace

void createEmbedded(const QString& file, const EmbeddedOptions& options, const Clock& clock)
{
    const QFileInfo info(file);
    const QString folder = info.absolutePath();
    if (!QDir().mkpath(folder)) {
        throw Failure(ErrorKind::Unavailable,
                      ErrorWords::tr("The folder %1 cannot be made.").arg(QDir::toNativeSeparators(folder)));
    }
    QLockFile lock(file + QStringLiteral(".creating"));
    lock.setStaleLockTime(0); // Only the death of its program frees it: a slow disk may take long.
    if (!lock.tryLock(kLockWaitMs)) {
        throw Failure(
            ErrorKind::Unavailable,
            lock.error() != QLockFile::LockFailedError // Nothing can be written, or not for this person.
                ? ErrorWords::tr("No file can be made in the folder %1. You have no permission to write "
                                 "there.")
                      .arg(QDir::toNativeSeparators(folder))
                : ErrorWords::tr("Another program is making %1 and has not finished. Try again.")
                      .arg(QDir::toNativeSeparators(file)));
    }
    if (QFileInfo::exists(file))
        return; // Somebody else made it while we waited.

    const QString draft = file + QStringLiteral(".new");
    QFile::remove(draft);
    // A journal left behind by a deleted database would be rolled back into the new one.
    QFile::remove(file + QStringLiteral("-journal"));
    try {
        build(draft, options, clock);
    } catch (...) {
        QFile::remove(draft);
        throw;
    }
    const QByteArray from = QFile::encodeName(draft);
    const QByteArray to = QFile::encodeName(file);
    if (std::rename(from.constData(), to.constData()) != 0) {
        const QString detail = QString::fromLocal8Bit(std::strerror(errno));
        QFile::remove(draft);
        throw Failure(ErrorKind::Unavailable,
                      ErrorWords::tr("%1 cannot be made.").arg(QDir::toNativeSeparators(file)), detail);
    }
    syncFolder(folder);
    report(options, QStringLiteral("The database is ready"), 1.0);
}

} // namespace purchasing::sql
