#include "app/planner/desktop_connections.h"

#include "app/wiring/installation.h"
#include "app/wiring/services_installation.h"
#include "core/sql/opening/database_probe.h"
#include "core/sql/opening/table_detection.h"
#include "ui/orders/order_document.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace purchasing {
namespace {

struct DesktopConnectionsWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::DesktopConnections)
};

ui::Connection connectionOf(Installation installation, const ui::ConnectionProfile& profile)
{
    ui::Connection connection;
    connection.name = profile.name.isEmpty() ? QFileInfo(installation.file).fileName() : profile.name;
    connection.location = installation.file;
    connection.database = installation.database;
    connection.isRemote = installation.isRemote;
    connection.readOnly = !installation.readOnlyReason.isEmpty();
    connection.readOnlyReason = installation.readOnlyReason;
    if (profile.isProduction)
        connection.tag = DesktopConnectionsWords::tr("PRODUCTION");
    connection.tagColor = profile.color;
    connection.confirmsSending = profile.confirmsSending;
    connection.limitations = installation.limitations;
    connection.isIdle = std::move(installation.isIdle);
    connection.ports = std::move(installation.ports);
    connection.catalogue = std::move(installation.catalogue);
    connection.importer = std::move(installation.importer);
    connection.channel = std::move(installation.channel);
    return connection;
}

NewDatabase whenMissing(ui::MissingFile choice)
{
    switch (choice) {
    case ui::MissingFile::Refuse: return NewDatabase::None;
    case ui::MissingFile::MakeDemo: return NewDatabase::Demo;
    case ui::MissingFile::MakeEmpty: return NewDatabase::Empty;
    }
    return NewDatabase::None;
}

} // namespace

Result<ui::Connection> openConnection(const ui::ConnectionProfile& profile)
{
    MysqlSettings server = profile.server;
    server.readOnly = profile.readOnly;
    ServicesSettings services = profile.services;
    services.readOnly = profile.readOnly;
    Result<Installation> installation = profile.kind == ui::ConnectionKind::Services
        ? openServicesInstallation(services)
        : profile.kind == ui::ConnectionKind::Mysql
        ? openMysqlInstallation(server, profile.outbox, ui::orderPdf)
        : openInstallation(profile.file, ui::orderPdf, profile.readOnly, whenMissing(profile.whenMissing));
    if (!installation)
        return installation.error();
    return connectionOf(std::move(installation).value(), profile);
}

DatabaseAnswer probeConnection(const ui::ConnectionProfile& profile, int database)
{
    if (profile.kind == ui::ConnectionKind::Services)
        return probeService(profile.services, database);
    return profile.kind == ui::ConnectionKind::Mysql
        ? sql::probeMysql(profile.server, sql::probedSchemas()[database])
        : sql::probeEmbedded(profile.file);
}

Result<TableChoice> detectTables(const ui::ConnectionProfile& profile)
{
    return sql::detectTables(profile.server);
}

} // namespace purchasing
