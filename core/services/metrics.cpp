#include "core/services/metrics.h"

#include <mutex>
#include <prometheus/counter.h>
#include <prometheus/family.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>
#include <vector>

namespace purchasing::services {
namespace {

/// Seconds, from a quick answer to the longest that a flow may take.
const prometheus::Histogram::BucketBoundaries kBuckets = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1,
                                                          0.25,  0.5,    1,     2.5,  5,     10};

} // namespace

struct Metrics::Families
{
    prometheus::Registry registry;
    prometheus::Family<prometheus::Counter>& requests = prometheus::BuildCounter()
                                                            .Name("purchasing_http_requests_total")
                                                            .Help("Requests answered, by route and status")
                                                            .Register(registry);
    prometheus::Family<prometheus::Histogram>& durations =
        prometheus::BuildHistogram()
            .Name("purchasing_http_request_duration_seconds")
            .Help("From a whole request to its answer, by route")
            .Register(registry);
    prometheus::Family<prometheus::Counter>& flows = prometheus::BuildCounter()
                                                         .Name("purchasing_flows_total")
                                                         .Help("Flows by what became of them")
                                                         .Register(registry);
    prometheus::Family<prometheus::Counter>& calls = prometheus::BuildCounter()
                                                         .Name("purchasing_grpc_requests_total")
                                                         .Help("Calls ended, by method and gRPC status")
                                                         .Register(registry);
    prometheus::Family<prometheus::Histogram>& callDurations =
        prometheus::BuildHistogram()
            .Name("purchasing_grpc_request_duration_seconds")
            .Help("From a call to its end, by method")
            .Register(registry);

    struct Watched
    {
        prometheus::Gauge& gauge;
        std::function<double()> now;
    };
    std::mutex mutex;
    std::vector<Watched> watched;
};

Metrics::Metrics()
    : m_families(std::make_unique<Families>())
{
}

Metrics::~Metrics() = default;

void Metrics::noteRequest(const std::string& route, int status, std::chrono::steady_clock::duration took)
{
    m_families->requests.Add({{"route", route}, {"status", std::to_string(status)}}).Increment();
    m_families->durations.Add({{"route", route}}, kBuckets)
        .Observe(std::chrono::duration<double>(took).count());
}

void Metrics::noteFlow(const std::string& outcome)
{
    m_families->flows.Add({{"outcome", outcome}}).Increment();
}

void Metrics::noteCall(const std::string& service, const std::string& method, int code,
                       std::chrono::steady_clock::duration took)
{
    m_families->calls.Add({{"service", service}, {"method", method}, {"code", std::to_string(code)}})
        .Increment();
    m_families->callDurations.Add({{"service", service}, {"method", method}}, kBuckets)
        .Observe(std::chrono::duration<double>(took).count());
}

void Metrics::watch(const std::string& name, const std::string& help,
                    const std::map<std::string, std::string>& labels, std::function<double()> now)
{
    prometheus::Gauge& gauge =
        prometheus::BuildGauge().Name(name).Help(help).Register(m_families->registry).Add(labels);
    const std::scoped_lock lock(m_families->mutex);
    m_families->watched.push_back({gauge, std::move(now)});
}

std::string Metrics::text()
{
    {
        const std::scoped_lock lock(m_families->mutex);
        for (const Families::Watched& figure : m_families->watched)
            figure.gauge.Set(figure.now());
    }
    return prometheus::TextSerializer().Serialize(m_families->registry.Collect());
}

} // namespace purchasing::services
