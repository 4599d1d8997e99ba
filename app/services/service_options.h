#pragma once

#include "app/services/service_log.h"
#include "app/wiring/environment.h"
#include "core/domain/amount.h"
#include "core/domain/result.h"
#include "core/ports/tls_identity.h"

#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace purchasing {

/// The services by name, in the order in which they are listed.
inline const std::vector<std::string> kServiceNames = {"oms",   "inventory", "supplier",    "uom",
                                                       "rules", "po",        "orchestrator"};

/// What the program was told, checked.
struct ServiceOptions
{
    std::vector<std::string> services; ///< Of kServiceNames.
    QString database; ///< The embedded file; empty: the services' own in the user's data folder.
    bool isMysql = false; ///< The databases are on the server that the environment names.
    Environment environment;
    QString address = QStringLiteral("127.0.0.1");
    TlsIdentity tls; ///< TLS_CERT, TLS_KEY, TLS_CA; without them only this machine is served and asked.
    std::map<std::string, int> ports; ///< gRPC, by service; 0 is a free one.
    int httpPort = 8080; ///< The Orchestrator's.
    int rulesHttpPort = 8085; ///< The Rule Engine's.
    int statusPort = -1; ///< STATUS_PORT: health and metrics of this program; none where negative.
    LogSettings log; ///< LOG_FORMAT, LOG_FILE.
    std::map<std::string, QString> addresses; ///< Of services in other processes, by service.
    QString rulesFolder; ///< RULES_DIR; empty: in the user's data folder.
    QString keyFile; ///< SERVICES_KEY_FILE; empty: in the user's data folder.
    int mostAtOnce = 1000; ///< FLOW_LIMIT: flows under way; more are told to come again.
    Money approvalLimit{1000000}; ///< PO_APPROVAL_LIMIT, for drafts of clients that know no decision.
};

/// Reads flags, the environment and .env; flags win, then the environment. On a mistake it says which setting
/// is wrong and why. `exitCode` is set where the program shall end at once (--help, a mistake).
[[nodiscard]] std::optional<ServiceOptions> readOptions(int argc, char** argv, int& exitCode);

} // namespace purchasing
