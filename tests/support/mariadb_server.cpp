#include "tests/support/mariadb_server.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>
#include <QStorageInfo>
#include <QThread>

#include <csignal>
#include <memory>
#include <sys/prctl.h>
#include <unistd.h>

namespace purchasing::tests {
namespace {

constexpr int kStartMs = 60000;

std::unique_ptr<MariaDbServer> sharedServer;

/// In memory where there is room: tests define hundreds of tables, and each definition waits for the disk.
/// What a kill leaves behind is the same.
QString folderTemplate()
{
    constexpr qint64 kRoom = 1LL << 30;
    const QStorageInfo memory(QStringLiteral("/dev/shm"));
    const bool hasRoom = memory.isValid() && !memory.isReadOnly() && memory.fileSystemType() == "tmpfs"
        && memory.bytesAvailable() > kRoom;
    return (hasRoom ? memory.rootPath() : QDir::tempPath()) + QStringLiteral("/mariadb-test-XXXXXX");
}

/// The server programs are in sbin, which an ordinary user's PATH may lack.
QString program(const QString& name)
{
    QString found = QStandardPaths::findExecutable(name);
    if (found.isEmpty())
        found = QStandardPaths::findExecutable(
            name,
            {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin"), QStringLiteral("/usr/local/sbin")});
    if (found.isEmpty())
        qFatal("%s is not installed (package mariadb-server).", qPrintable(name));
    return found;
}

/// Options of both programs: nothing of this machine's configuration, root only if we are, and a temporary
/// folder of its own, as a starting server removes the temporary tables it finds there.
QStringList commonOptions(const QTemporaryDir& folder)
{
    QStringList options = {QStringLiteral("--no-defaults"),
                           QStringLiteral("--datadir=") + folder.filePath(QStringLiteral("data")),
                           QStringLiteral("--tmpdir=") + folder.filePath(QStringLiteral("tmp"))};
    if (::geteuid() == 0)
        options += QStringLiteral("--user=root");
    return options;
}

bool answers(const MysqlSettings& settings)
{
    try {
        const sql::Connection connection(sql::mysqlConnection(settings, QString()));
        return true;
    } catch (const sql::Failure&) {
        return false;
    }
}

} // namespace

MysqlSettings settingsOn(const QString& socket, const QString& prefix)
{
    MysqlSettings settings;
    settings.socket = socket;
    settings.names.oms = prefix + QStringLiteral("_oms_db");
    settings.names.inventory = prefix + QStringLiteral("_inventory_db");
    settings.names.supplier = prefix + QStringLiteral("_supplier_db");
    settings.names.uom = prefix + QStringLiteral("_uom_db");
    settings.names.po = prefix + QStringLiteral("_po_db");
    return settings;
}

MariaDbServer::MariaDbServer(QStringList options)
    : m_options(std::move(options))
    , m_folder(folderTemplate())
{
    if (!m_folder.isValid())
        qFatal("No folder for the server can be made: %s", qPrintable(m_folder.errorString()));
    QDir(m_folder.path()).mkdir(QStringLiteral("tmp"));
    QProcess install;
    install.setProcessChannelMode(QProcess::MergedChannels);
    install.start(program(QStringLiteral("mariadb-install-db")),
                  commonOptions(m_folder)
                      << QStringLiteral("--auth-root-authentication-method=normal")
                      << QStringLiteral("--skip-test-db") << QStringLiteral("--skip-name-resolve")
                      << QStringLiteral("--force") // Also where no file says who localhost is.
                      << QStringLiteral("--innodb-log-file-size=32M"));
    if (!install.waitForFinished(kStartMs) || install.exitCode() != 0)
        qFatal("mariadb-install-db: %s", install.readAll().constData());
    start();
}

MariaDbServer::~MariaDbServer()
{
    stop();
}

MariaDbServer& MariaDbServer::shared()
{
    if (!sharedServer) {
        sharedServer = std::make_unique<MariaDbServer>();
        qAddPostRoutine([] { sharedServer.reset(); });
    }
    return *sharedServer;
}

MysqlSettings MariaDbServer::administrator(const QString& prefix) const
{
    MysqlSettings settings = settingsOn(socket(), prefix);
    settings.user = QStringLiteral("root");
    return settings;
}

void MariaDbServer::kill()
{
    m_server.kill();
    m_server.waitForFinished();
}

void MariaDbServer::stop()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    m_server.terminate();
    if (!m_server.waitForFinished(kStartMs))
        kill();
}

void MariaDbServer::start()
{
    const QString log = m_folder.filePath(QStringLiteral("log"));
    m_server.setStandardOutputFile(log, QIODevice::Append);
    m_server.setStandardErrorFile(log, QIODevice::Append);
    m_server.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_server.start(program(QStringLiteral("mariadbd")),
                   commonOptions(m_folder)
                       << QStringLiteral("--socket=") + socket()
                       << QStringLiteral("--pid-file=") + m_folder.filePath(QStringLiteral("pid"))
                       << QStringLiteral("--skip-networking") << QStringLiteral("--skip-name-resolve")
                       << QStringLiteral("--innodb-log-file-size=32M")
                       << QStringLiteral("--innodb-buffer-pool-size=64M")
                       << QStringLiteral("--innodb-flush-log-at-trx-commit=1") << m_options);
    QElapsedTimer time;
    time.start();
    while (m_server.state() != QProcess::NotRunning && time.elapsed() < kStartMs) {
        if (answers(administrator(QString())))
            return;
        QThread::msleep(20);
        m_server.waitForFinished(0); // Notices that it ended.
    }
    QFile said(log);
    qFatal("mariadbd does not start: %s",
           said.open(QIODevice::ReadOnly) ? said.readAll().right(2000).constData() : "");
}

} // namespace purchasing::tests
