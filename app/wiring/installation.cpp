#include "app/wiring/installation.h"

#include "core/flow/delivered_rules.h"
#include "core/flow/rule_engine.h"
#include "core/sql/audit/sql_activity_store.h"
#include "core/sql/catalogue/sql_catalogue_source.h"
#include "core/sql/catalogue/sql_change_source.h"
#include "core/sql/catalogue/sql_product_reader.h"
#include "core/sql/engine/audit_keeper.h"
#include "core/sql/engine/dialect.h"
#include "core/sql/engine/migration.h"
#include "core/sql/import/catalogue_import.h"
#include "core/sql/opening/embedded_database.h"
#include "core/sql/orders/sql_batch_store.h"
#include "core/sql/orders/sql_order_store.h"
#include "core/sql/orders/sql_outbox_store.h"
#include "core/sql/overrides/sql_override_store.h"
#include "core/sql/people/sql_people_store.h"
#include "core/sql/people/sql_token_store.h"
#include "core/sql/products/sql_sources.h"
#include "core/sql/rules/sql_rule_store.h"
#include "core/sql/verification/sql_audit_store.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QSysInfo>

namespace purchasing {
namespace {

QString dataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/purchasing-flow-planner");
}

/// Remembers the newest events of audit logs, signed with the user's key or the one that `keyFile` names.
std::shared_ptr<sql::AuditKeeper> auditKeeper(const QString& keyFile)
{
    return std::make_shared<sql::AuditKeeper>(dataFolder() + QStringLiteral("/audit"), keyFile);
}

/// The name of the folder among all programs' folders: a message waits for the program whose folder it is
/// for.
sql::RelaySettings relayInto(const QString& folder)
{
    const QString place =
        QSysInfo::machineHostName() + QLatin1Char(':') + QFileInfo(folder).absoluteFilePath();
    sql::RelaySettings relay;
    relay.channel =
        QStringLiteral("folder:")
        + QString::fromLatin1(
            QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex().left(32));
    return relay;
}

/// The ports on what po_db holds. `suppliers` says what is offered where that is in another database.
void putOrderPorts(FlowPorts& ports, const std::shared_ptr<sql::Database>& database,
                   const sql::RelaySettings& relay, const std::shared_ptr<SupplierSource>& suppliers)
{
    ports.orders = std::make_shared<sql::SqlOrderStore>(database, relay, suppliers);
    ports.outbox = std::make_shared<sql::SqlOutboxStore>(database, relay, suppliers);
    ports.audit = std::make_shared<sql::SqlAuditStore>(database);
    ports.batches = std::make_shared<sql::SqlBatchStore>(database);
    ports.overrides = std::make_shared<sql::SqlOverrideStore>(database);
    ports.rules = std::make_shared<sql::SqlRuleStore>(database, &RuleEngine::check);
    ports.people = std::make_shared<sql::SqlPeopleStore>(database);
    ports.tokens = std::make_shared<sql::SqlTokenStore>(database);
    ports.activity = std::make_shared<sql::SqlActivityStore>(database);
}

/// The ports on an open database; what its place decides is left to the caller.
Installation portsOn(const std::shared_ptr<sql::Database>& database, const sql::RelaySettings& relay = {},
                     bool hasOwnOrders = false)
{
    Installation installation;
    installation.file = database->location();
    installation.readOnlyReason = database->readOnlyReason();
    FlowPorts& ports = installation.ports;
    ports.demand = std::make_shared<sql::SqlDemandSource>(database);
    ports.inventory = std::make_shared<sql::SqlInventorySource>(database);
    ports.suppliers = std::make_shared<sql::SqlSupplierSource>(database);
    ports.units = std::make_shared<sql::SqlUnitSource>(database);
    // Orders in a database of their own do not read that of the suppliers in their transactions.
    const std::shared_ptr<SupplierSource> asked = hasOwnOrders ? ports.suppliers : nullptr;
    putOrderPorts(ports, database, relay, asked);
    ports.product = std::make_shared<sql::SqlProductReader>(database);
    installation.catalogue = std::make_shared<sql::SqlCatalogueSource>(database);
    installation.changes = std::make_shared<sql::SqlChangeSource>(database);
    installation.importer = std::make_shared<sql::SqlCatalogueImporter>(database);
    installation.isIdle = [database] { return database->isIdle(); };
    return installation;
}

/// One folder per installation: order numbers of two servers may be the same.
QString outboxOf(const MysqlSettings& settings)
{
    const bool isThisMachine = !settings.socket.isEmpty() || settings.host == QLatin1String("localhost");
    return dataFolder() + QStringLiteral("/outbox-") + settings.names.po
        + (isThisMachine ? QString() : QLatin1Char('-') + settings.host);
}

Result<Installation> openMysqlWith(const MysqlSettings& settings, sql::Completeness wanted,
                                   const QString& outbox, OrderDocument document, const QString& keyFile)
{
    const Result<sql::MysqlDatabase> opened = sql::openMysql(settings, nullptr, wanted, auditKeeper(keyFile));
    if (!opened)
        return opened.error();
    Installation installation = portsOn(opened->database, relayInto(outbox), true);
    installation.limitations = opened->limitations;
    installation.database =
        QStringLiteral("%1, schema %2 of the orders")
            .arg(opened->server)
            .arg(sql::migrations(sql::Dialect::mysql(settings.names).scripts() + QStringLiteral("/po"))
                     .back()
                     .number);
    installation.channel = std::make_shared<FolderChannel>(
        outbox, installation.ports.people, std::move(document), std::make_shared<Clock>(), installation.file);
    return installation;
}

} // namespace

QString defaultDatabaseFile()
{
    return dataFolder() + QStringLiteral("/purchasing.sqlite");
}

Result<Installation> openInstallation(const QString& file, OrderDocument document, bool readOnly,
                                      NewDatabase whenMissing)
{
    if (whenMissing == NewDatabase::None && !QFileInfo::exists(file)) {
        return Error{ErrorKind::NotFound,
                     QStringLiteral("%1 does not exist.").arg(QDir::toNativeSeparators(file)),
                     {}};
    }
    sql::EmbeddedOptions options;
    options.initialRulePacks = deliveredRules();
    options.readOnly = readOnly;
    options.fillDemo = whenMissing == NewDatabase::Demo;
    options.keeper = auditKeeper(qEnvironmentVariable("AUDIT_KEY_FILE"));
    Result<std::shared_ptr<sql::Database>> opened = sql::openEmbedded(file, options);
    if (!opened)
        return opened.error();
    Installation installation = portsOn(*opened);
    installation.database = QStringLiteral("SQLite, schema %1").arg(sql::newestSchema());
    const QFileInfo place(installation.file);
    installation.channel = std::make_shared<FolderChannel>(place.absolutePath() + QStringLiteral("/outbox"),
                                                           installation.ports.people, std::move(document),
                                                           std::make_shared<Clock>(), place.fileName());
    return installation;
}

Result<Installation> openMysqlService(const Environment& environment, const QString& schema,
                                      std::shared_ptr<SupplierSource> suppliers)
{
    const Result<MysqlSettings> settings = mysqlServiceSettings(environment, schema);
    if (!settings)
        return settings.error();
    const bool ownsOrders = schema == QLatin1String("po");
    const Result<sql::MysqlDatabase> opened = sql::openMysqlService(
        *settings, schema, ownsOrders ? auditKeeper(environment.value("AUDIT_KEY_FILE")) : nullptr);
    if (!opened)
        return opened.error();
    const std::shared_ptr<sql::Database>& database = opened->database;
    Installation installation;
    installation.file = database->location();
    installation.limitations = opened->limitations;
    installation.isIdle = [database] { return database->isIdle(); };
    installation.changes = std::make_shared<sql::SqlChangeSource>(database);
    FlowPorts& ports = installation.ports;
    if (schema == QLatin1String("oms"))
        ports.demand = std::make_shared<sql::SqlDemandSource>(database);
    else if (schema == QLatin1String("inventory"))
        ports.inventory = std::make_shared<sql::SqlInventorySource>(database);
    else if (schema == QLatin1String("supplier"))
        ports.suppliers = std::make_shared<sql::SqlSupplierSource>(database);
    else if (schema == QLatin1String("uom"))
        ports.units = std::make_shared<sql::SqlUnitSource>(database);
    if (!ownsOrders)
        return installation;
    installation.readOnlyReason = database->readOnlyReason();
    const QString outbox = environment.value("OUTBOX_DIR", outboxOf(*settings));
    const sql::RelaySettings relay = relayInto(outbox);
    putOrderPorts(ports, database, relay, suppliers);
    installation.channel = std::make_shared<FolderChannel>(outbox, ports.people, OrderDocument(),
                                                           std::make_shared<Clock>(), installation.file);
    return installation;
}

Result<Installation> openMysqlInstallation(const Environment& environment, OrderDocument document)
{
    const Result<MysqlSettings> settings = mysqlSettings(environment);
    if (!settings)
        return settings.error();
    return openMysqlWith(*settings, sql::Completeness::AllDatabases,
                         environment.value("OUTBOX_DIR", outboxOf(*settings)), std::move(document),
                         environment.value("AUDIT_KEY_FILE"));
}

Result<Installation> openMysqlInstallation(const MysqlSettings& settings, const QString& outbox,
                                           OrderDocument document)
{
    return openMysqlWith(settings, sql::Completeness::OrdersAtLeast,
                         outbox.isEmpty() ? outboxOf(settings) : outbox, std::move(document),
                         qEnvironmentVariable("AUDIT_KEY_FILE"));
}

} // namespace purchasing
