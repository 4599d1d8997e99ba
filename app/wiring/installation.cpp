#include "app/wiring/installation.h"

#include "core/flow/delivered_rules.h"
#include "core/sql/embedded_database.h"
#include "core/sql/product_sources.h"
#include "core/sql/sql_catalogue_source.h"
#include "core/sql/sql_office_stores.h"
#include "core/sql/sql_order_store.h"

#include <QFileInfo>
#include <QStandardPaths>
#include <QUuid>

namespace purchasing {
namespace {

/// Two orders of the demo, made by the flow as a planner would: one that waits for approval and one, approved
/// and not yet sent, that covers its product.
void placeDemoOrders(const FlowPorts& ports)
{
    PurchasingFlow flow(ports);
    const Result<Actor> actor = ports.people->operatingSystemUser().result();
    if (!actor)
        return;
    for (const char* productId : {"DEMO-105", "DEMO-117"}) {
        const FlowRequest request{QLatin1String(productId), {}, *actor};
        const Result<FlowOutcome> seen = flow.evaluate(request).result();
        if (seen) // A demo without these orders is still a demo.
            flow.order(seen->explained.decision, request, QUuid::createUuid().toString(QUuid::WithoutBraces),
                       true)
                .waitForFinished();
    }
}

} // namespace

QString defaultDatabaseFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/purchasing-flow-planner/purchasing.sqlite");
}

Result<Installation> openInstallation(const QString& file, OrderDocument document)
{
    sql::EmbeddedOptions options;
    options.initialRules = deliveredRules();
    Result<sql::EmbeddedDatabase> opened = sql::openEmbedded(file, options);
    if (!opened)
        return opened.error();
    const std::shared_ptr<sql::Database> database = opened->database;

    Installation installation;
    installation.file = database->file();
    installation.readOnlyReason = opened->readOnlyReason;
    FlowPorts& ports = installation.ports;
    ports.demand = std::make_shared<sql::SqlDemandSource>(database);
    ports.inventory = std::make_shared<sql::SqlInventorySource>(database);
    ports.suppliers = std::make_shared<sql::SqlSupplierSource>(database);
    ports.units = std::make_shared<sql::SqlUnitSource>(database);
    ports.orders = std::make_shared<sql::SqlOrderStore>(database);
    ports.rules = std::make_shared<sql::SqlRuleStore>(database);
    ports.people = std::make_shared<sql::SqlPeopleStore>(database);
    ports.activity = std::make_shared<sql::SqlActivityStore>(database);
    installation.catalogue = std::make_shared<sql::SqlCatalogueSource>(database);
    installation.channel = std::make_shared<FolderChannel>(QFileInfo(installation.file).absolutePath()
                                                               + QStringLiteral("/outbox"),
                                                           ports.people, std::move(document));
    if (opened->created)
        placeDemoOrders(ports);
    return installation;
}

} // namespace purchasing
