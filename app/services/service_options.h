#pragma once

#include "app/services/service_log.h"
#include "app/services/trace_output.h"
#include "app/wiring/environment.h"
#include "core/domain/amount.h"
#include "core/domain/result.h"
#include "core/ports/service_address.h"
#include "core/ports/tls_identity.h"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace purchasing {

/// The services by name, in the order in which they are listed.
inline const std::vector<std::string> kServiceNames = {"oms",   "inventory", "supplier",    "uom",
                                                       "rules", "po",        "orchestrator"};

/// As people and HealthCheck know a service.
[[nodiscard]] QString publicName(const std::string& service);

/// What the program was told, checked.
struct ServiceOptions
{
    std::vector<std::string> services; ///< Of kServiceNames.
    QString database; ///< The embedded file; empty: the services' own in the user's data folder.
    bool isMysql = false; ///< The databases are on the server that the environment names.
    Environment environment;
    /// Or "unix:/folder": each service has a socket of its own there.
    QString address = QStringLiteral("127.0.0.1");
    TlsIdentity tls; ///< TLS_CERT, TLS_KEY, TLS_CA; without them only this machine is served and asked.
    std::map<std::string, int> ports; ///< gRPC, by service; 0 is a free one.
    int httpPort = 8080; ///< The Orchestrator's.
    int rulesHttpPort = 8085; ///< The Rule Engine's.
    int statusPort = -1; ///< STATUS_PORT: health and metrics of this program; none where negative.
    LogSettings log; ///< LOG_FORMAT, LOG_FILE.
    TraceSettings trace; ///< TRACE_FILE, TRACE_COLLECTOR.
    std::map<std::string, QString> addresses; ///< Of services in other processes, by service.
    QString rulesFolder; ///< RULES_DIR; empty: in the user's data folder.
    QString keyFile; ///< SERVICES_KEY_FILE; empty: in the user's data folder.
    int mostAtOnce = 1000; ///< FLOW_LIMIT: flows under way; more are told to come again.
    int mostCalls = 10000; ///< CALL_LIMIT: calls of each service under way, likewise.
    int flowsPerSecond = 0; ///< FLOW_RATE: of each person on average; 0: no limit.
    int wrongTokens = 20; ///< WRONG_TOKENS: of one address within a minute; 0: no limit.
    Money approvalLimit{1000000}; ///< PO_APPROVAL_LIMIT, for drafts of clients that know no decision.

    /// Whether callers must show who they are: nobody but this user reaches a socket of this machine.
    [[nodiscard]] bool servesEncrypted() const { return tls.isEncrypted() && !isUnixAddress(address); }
    [[nodiscard]] bool serves(const std::string& service) const
    {
        return std::find(services.begin(), services.end(), service) != services.end();
    }
    /// Where a server of that name ("po", "orchestrator-http") listens: the address, or a socket in its
    /// folder.
    [[nodiscard]] QString placeOf(const std::string& server) const
    {
        return isUnixAddress(address)
            ? address + QLatin1Char('/') + QString::fromStdString(server) + QStringLiteral(".sock")
            : address;
    }
};

/// Reads flags, the environment and .env; flags win, then the environment. On a mistake it says which setting
/// is wrong and why. `exitCode` is set where the program shall end at once (--help, a mistake).
[[nodiscard]] std::optional<ServiceOptions> readOptions(int argc, char** argv, int& exitCode);

} // namespace purchasing
