#pragma once

#include "app/services/service_options.h"
#include "core/flow/purchasing_flow.h"
#include "core/ports/change_source.h"
#include "core/ports/message_channel.h"
#include "core/remote/service_channel.h"
#include "core/services/rule_engine_service.h"

#include <QString>

#include <memory>
#include <vector>

namespace purchasing {

/// What the services of this process stand on.
struct ServiceSetup
{
    QString place; ///< The database, or the services behind, for people.
    FlowPorts ports; ///< Of the services that do not run here and are not asked, null.
    std::shared_ptr<MessageChannel> channel; ///< Null: another process sends.
    services::RuleEngineService::RulesInForce rules; ///< Null where no rule engine runs here.
    std::shared_ptr<RuleStore>
        ruleSets; ///< What is published and proposed; null where nobody here serves it.
    std::shared_ptr<ChangeSource> changes; ///< Of the database; null where there is none here.
    Actor actor; ///< The operating-system user.
    std::vector<std::shared_ptr<remote::ServiceChannel>> channels; ///< To services in other programs.
    QString key; ///< By which the PO service knows the Orchestrator; empty in one program.
    std::shared_ptr<services::SpanExport> spans; ///< Null: nobody traces.
};

/// Opens what the named services need: all of them the embedded database and each other within the process;
/// one of them alone its database, or the services behind it. Blocks.
[[nodiscard]] Result<ServiceSetup> setUp(const ServiceOptions& options);

} // namespace purchasing
