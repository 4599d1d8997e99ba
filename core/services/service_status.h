#pragma once

#include "core/services/health.h"
#include "core/services/http_server.h"
#include "core/services/metrics.h"

#include <QString>

#include <atomic>
#include <memory>
#include <vector>

namespace purchasing::services {

/// Something a program stands on, by name ("oms-service").
struct Dependency
{
    QString name;
    HealthProbe probe;
};

/// How a program is: GET /health (it runs), /ready (what it stands on answers, each named) and /metrics. Any
/// thread.
class ServiceStatus
{
public:
    /// `service` as people know it ("orchestrator").
    ServiceStatus(QString service, std::vector<Dependency> dependencies, std::shared_ptr<Metrics> metrics);

    /// Answers, now or later, and returns true; false where the path is another.
    bool answer(const HttpRequest& request, const HttpServer::Respond& respond) const;
    /// From now on /ready says no, so that nobody sends more.
    void endReadiness() { m_isEnding = true; }
    [[nodiscard]] Metrics& metrics() const { return *m_metrics; }

private:
    void answerReadiness(const HttpServer::Respond& respond) const;

    QString m_service;
    std::vector<Dependency> m_dependencies;
    std::shared_ptr<Metrics> m_metrics;
    std::atomic_bool m_isEnding = false;
};

} // namespace purchasing::services
