#include "app/planner/start.h"

#include "app/planner/desktop_connections.h"
#include "app/wiring/environment.h"
#include "app/wiring/services_installation.h"
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
const QString kServices = QStringLiteral("services");
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

/// What --services means: those whose addresses the environment names.
Result<ui::ConnectionProfile> servicesOf(const Environment& environment)
{
    const Result<ServicesSettings> settings = servicesSettings(environment);
    if (!settings)
        return settings.error();
    ui::ConnectionProfile profile;
    profile.name = QApplication::translate("main", "Services at %1").arg(settings->po);
    profile.kind = ui::ConnectionKind::Services;
    profile.services = *settings;
    profile.isProduction = !environment.value("PURCHASING_TAG").trimmed().isEmpty();
    profile.confirmsSending = profile.isProduction;
    return profile;
}

Result<ui::Connection> openNamed(const QCommandLineParser& parser, ui::Connections& connections)
{
    ui::ConnectionProfile profile;
    if (parser.isSet(kMysql) || parser.isSet(kServices)) {
        const Result<Environment> environment = Environment::read(parser.value(kEnvironment));
        if (!environment)
            return environment.error();
        const Result<ui::ConnectionProfile> named =
            parser.isSet(kMysql) ? serverOf(*environment) : servicesOf(*environment);
        if (!named)
            return named.error();
        profile = *named;
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
    parser.addOption({kServices, QStringLiteral("Work over the services whose addresses .env names.")});
    parser.addOption({kEnvironment,
                      QStringLiteral("The file with the variables for --mysql and --services (.env)."),
                      QStringLiteral("FILE"), QStringLiteral(".env")});
    parser.addOption({kReadOnly, QStringLiteral("Look at everything, change nothing.")});
}

std::optional<ui::Connection> openAtStart(const QCommandLineParser& parser, ui::Connections& connections,
                                          bool isFirstStart)
{
    const int named = int{parser.isSet(kDatabase)} + int{parser.isSet(kMysql)} + int{parser.isSet(kServices)};
    const bool isNamed = named > 0;
    QString problem;
    if (named > 1) {
        sayCannotStart({ErrorKind::Invalid,
                        QApplication::translate(
                            "main", "Name a database file, a server or the services, not two of them."),
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
