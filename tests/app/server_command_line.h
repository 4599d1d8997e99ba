#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <pty.h>
#include <unistd.h>

#include "tests/app/program_answer.h"
#include "tests/support/mariadb_server.h"

namespace purchasing::tests {

/// The command line program in a folder of its own, whose .env may lead to databases on this program's
/// MariaDB server; their names begin with `prefix`.
class ServerCommandLine
{
public:
    explicit ServerCommandLine(QByteArray prefix)
        : m_prefix(std::move(prefix))
    {
    }

    [[nodiscard]] QString file(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    void write(const char* name, const QByteArray& text) const
    {
        QFile target(file(name));
        target.remove(); // Its owner may have taken away the right to write it.
        QVERIFY(target.open(QIODevice::WriteOnly | QIODevice::Truncate));
        target.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        target.write(text);
    }
    /// What an .env needs for `user`, whom setting up makes unless there is one.
    [[nodiscard]] QByteArray environmentFile(const QByteArray& user = "clerk") const
    {
        QByteArray text = "DB_SOCKET=" + MariaDbServer::shared().socket().toUtf8() + "\nDB_USER=" + user
            + "\nDB_PASSWORD=hush\nDB_ADMIN_USER=root\nDB_USER_FROM=localhost\n";
        for (const QByteArray name : {"OMS", "INVENTORY", "SUPPLIER", "UOM", "PO"})
            text += name + "_DB=" + m_prefix + name.toLower() + "_db\n";
        return text + "OUTBOX_DIR=" + file("out").toUtf8() + '\n';
    }

    [[nodiscard]] Answer run(const QList<QByteArray>& arguments) const
    {
        QProcess process;
        return finish(process, arguments);
    }
    /// Whether this machine gives terminals; a bare change of root does not.
    [[nodiscard]] static bool hasTerminals()
    {
        int terminal = -1;
        int programs = -1;
        if (::openpty(&terminal, &programs, nullptr, nullptr, nullptr) != 0)
            return false;
        ::close(terminal);
        ::close(programs);
        return true;
    }
    /// The same at a terminal, where somebody has typed a line.
    [[nodiscard]] Answer runAtTerminal(const QByteArray& typed, const QList<QByteArray>& arguments) const
    {
        int terminal = -1;
        int programs = -1;
        if (::openpty(&terminal, &programs, nullptr, nullptr, nullptr) != 0)
            qFatal("no terminal to be had");
        QProcess process;
        process.setChildProcessModifier([programs] { ::dup2(programs, STDIN_FILENO); });
        const QByteArray line = typed + '\n';
        if (::write(terminal, line.constData(), static_cast<std::size_t>(line.size())) != line.size())
            qFatal("the terminal takes nothing");
        Answer answer = finish(process, arguments);
        ::close(programs);
        ::close(terminal);
        return answer;
    }

private:
    [[nodiscard]] Answer finish(QProcess& process, const QList<QByteArray>& arguments) const
    {
        QStringList list;
        for (const QByteArray& argument : arguments)
            list << QString::fromUtf8(argument);
        process.setWorkingDirectory(m_folder.path());
        process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/purchasing"), list);
        if (!process.waitForFinished(60000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    QByteArray m_prefix;
    QTemporaryDir m_folder;
};

} // namespace purchasing::tests
