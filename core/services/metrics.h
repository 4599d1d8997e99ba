#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace purchasing::services {

/// What a service counts and measures, as Prometheus reads it (GET /metrics). Any thread.
class Metrics
{
public:
    Metrics();
    ~Metrics();
    Metrics(const Metrics&) = delete;
    Metrics& operator=(const Metrics&) = delete;

    /// One request that was answered. `route` is one of ours, so that strangers cannot make series.
    void noteRequest(const std::string& route, int status, std::chrono::steady_clock::duration took);
    /// What became of a flow: "ordered", "needs_approval", "nothing", "replayed" or "failed".
    void noteFlow(const std::string& outcome);

    /// One call of a method of ours that has ended with this gRPC status.
    void noteCall(const std::string& service, const std::string& method, int code,
                  std::chrono::steady_clock::duration took);
    /// A figure that is asked for when somebody reads: `now` must not block.
    void watch(const std::string& name, const std::string& help,
               const std::map<std::string, std::string>& labels, std::function<double()> now);

    /// The text format.
    [[nodiscard]] std::string text();
    [[nodiscard]] static const char* contentType() { return "text/plain; version=0.0.4; charset=utf-8"; }

private:
    struct Families;
    std::unique_ptr<Families> m_families;
};

} // namespace purchasing::services
