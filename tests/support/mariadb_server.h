#pragma once

#include "core/sql/opening/mysql_database.h"

#include <QProcess>
#include <QTemporaryDir>

namespace purchasing::tests {

/// A private MariaDB server: its own data folder, reached through a socket in it only. Commits are durable as
/// on a real server. It ends with the object, and with this process however that ends.
class MariaDbServer
{
public:
    /// Makes the data folder and starts the server; aborts the test program, saying why, when that fails.
    /// `options` are added to the server's own.
    explicit MariaDbServer(QStringList options = {});
    ~MariaDbServer();
    MariaDbServer(const MariaDbServer&) = delete;
    MariaDbServer& operator=(const MariaDbServer&) = delete;

    /// The one of this test program; started when first asked for, stopped with QCoreApplication.
    [[nodiscard]] static MariaDbServer& shared();

    [[nodiscard]] QString socket() const { return m_folder.filePath(QStringLiteral("socket")); }
    /// The administrator's settings for databases whose names start with `prefix`.
    [[nodiscard]] MysqlSettings administrator(const QString& prefix) const;

    /// Ends the server with SIGKILL, as a power cut would.
    void kill();
    /// Ends it in order.
    void stop();
    /// Starts it again; waits until it answers.
    void start();

private:
    QStringList m_options;
    QTemporaryDir m_folder;
    QProcess m_server;
};

/// The settings for databases with a prefix on the server behind `socket`.
[[nodiscard]] MysqlSettings settingsOn(const QString& socket, const QString& prefix);

} // namespace purchasing::tests
