#include "app/planner/start.h"

#include "app/planner/desktop_connections.h"
#include "app/wiring/environment.h"
#include "ui/connect/new_database.h"
#include "ui/connect/welcome_dialog.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QMessageBox>

namespace purchasing {
namespace {

const QString kDatabase = QStringLiteral("database");
const QString kMysql = QStringLiteral("mysql");
const QString kReadOnly = QStringLiteral("read-only");
const QString kEnvironment = QStringLiteral("env");

void sayCannotStart(const Error& error)
{
    if (error.kind == ErrorKind::Cancelled)
        return; // The person said so.
    QMessageBox box(QMessageBox::Critical, QApplication::translate("main", "The planner cannot start"),
                    error.message);
    box.setObjectName(QStringLiteral("dialog.cannotStart"));
    box.setTextFormat(Qt::PlainText);
    box.setDetailedText(error.detail);
    box.exec();
}

/// What --mysql means: the server that the environment names, as for the command line program.
Result<ui::ConnectionProfile> serverOf(const Environment& environment)
{
    const Result<MysqlSettings> settings = mysqlSettings(environment);
    if (!settings)
        return settings.error();
    ui::ConnectionProfile profile;
    profile.name = settings->socket.isEmpty() ? settings->host : settings->names.po;
    profile.kind = ui::ConnectionKind::Mysql;
    profile.server = *settings;
    profile.isProduction = !environment.value("PURCHASING_TAG").trimmed().isEmpty();
    profile.confirmsSending = profile.isProduction;
    return profile;
}

Result<ui::Connection> openNamed(const QCommandLineParser& parser, ui::Connections& connections)
{
    ui::ConnectionProfile profile;
    if (parser.isSet(kMysql)) {
        const Result<Environment> environment = Environment::read(parser.value(kEnvironment));
        if (!environment)
            return environment.error();
        const Result<ui::ConnectionProfile> server = serverOf(*environment);
        if (!server)
            return server.error();
        profile = *server;
        profile.outbox = environment->value("OUTBOX_DIR");
    } else if (parser.isSet(kDatabase)) {
        profile.file = parser.value(kDatabase);
        profile.name = QFileInfo(profile.file).fileName();
        const Result<ui::MissingFile> may = ui::mayOpenFile(profile.file, parser.isSet(kReadOnly), nullptr);
        if (!may)
            return may.error();
        profile.whenMissing = *may;
    } else {
        const auto recent = connections.list().recent();
        profile = recent.empty() ? connections.list().demo() : recent.front();
    }
    profile.readOnly = profile.readOnly || parser.isSet(kReadOnly);
    return connections.openWaiting(profile, nullptr);
}

} // namespace

void addStartOptions(QCommandLineParser& parser)
{
    parser.addOption({kDatabase, QStringLiteral("The database file."), QStringLiteral("FILE")});
    parser.addOption({kMysql, QStringLiteral("Work on the MySQL or MariaDB server that .env names.")});
    parser.addOption({kEnvironment, QStringLiteral("The file with the variables for --mysql (.env)."),
                      QStringLiteral("FILE"), QStringLiteral(".env")});
    parser.addOption({kReadOnly, QStringLiteral("Look at everything, change nothing.")});
}

std::optional<ui::Connection> openAtStart(const QCommandLineParser& parser, ui::Connections& connections,
                                          bool isFirstStart)
{
    const bool isNamed = parser.isSet(kDatabase) || parser.isSet(kMysql);
    QString problem;
    if (parser.isSet(kDatabase) && parser.isSet(kMysql)) {
        sayCannotStart({ErrorKind::Invalid,
                        QApplication::translate("main", "Name a database file or a server, not both."),
                        {}});
        return std::nullopt;
    }
    if (isNamed || !isFirstStart) {
        Result<ui::Connection> opened = openNamed(parser, connections);
        if (opened)
            return std::move(opened).value();
        if (isNamed) {
            sayCannotStart(opened.error());
            return std::nullopt;
        }
        problem = opened.error().message;
    }
    ui::WelcomeDialog welcome(connections, problem);
    welcome.exec();
    return welcome.takeConnection();
}

} // namespace purchasing
