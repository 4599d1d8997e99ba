#pragma once

#include "core/flow/purchasing_flow.h"
#include "core/sql/audit/sql_activity_store.h"
#include "core/sql/catalogue/sql_product_reader.h"
#include "core/sql/orders/sql_batch_store.h"
#include "core/sql/orders/sql_order_store.h"
#include "core/sql/orders/sql_outbox_store.h"
#include "core/sql/overrides/sql_override_store.h"
#include "core/sql/people/sql_people_store.h"
#include "core/sql/products/sql_sources.h"
#include "core/sql/rules/sql_rule_store.h"
#include "core/sql/verification/sql_audit_store.h"

namespace purchasing::sql {

/// Everything the flow needs, on one database.
inline FlowPorts portsOn(const std::shared_ptr<Database>& database)
{
    FlowPorts ports;
    ports.demand = std::make_shared<SqlDemandSource>(database);
    ports.inventory = std::make_shared<SqlInventorySource>(database);
    ports.suppliers = std::make_shared<SqlSupplierSource>(database);
    ports.units = std::make_shared<SqlUnitSource>(database);
    ports.product = std::make_shared<SqlProductReader>(database);
    const bool hasOwnOrders = qEnvironmentVariable("PURCHASING_TEST_DATABASE") == QLatin1String("mariadb");
    const std::shared_ptr<SupplierSource> beside = hasOwnOrders ? ports.suppliers : nullptr;
    ports.orders = std::make_shared<SqlOrderStore>(database, RelaySettings(), beside);
    ports.outbox = std::make_shared<SqlOutboxStore>(database, RelaySettings(), beside);
    ports.audit = std::make_shared<SqlAuditStore>(database);
    ports.batches = std::make_shared<SqlBatchStore>(database);
    ports.overrides = std::make_shared<SqlOverrideStore>(database);
    ports.rules = std::make_shared<SqlRuleStore>(database);
    ports.people = std::make_shared<SqlPeopleStore>(database);
    ports.activity = std::make_shared<SqlActivityStore>(database);
    return ports;
}

} // namespace purchasing::sql
