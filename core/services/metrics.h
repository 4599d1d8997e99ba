#pragma once

#include <chrono>
#include <functional>
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

    /// The text format; `flowsRunning` is what is under way now.
    [[nodiscard]] std::string text(int flowsRunning);
    [[nodiscard]] static const char* contentType() { return "text/plain; version=0.0.4; charset=utf-8"; }

private:
    struct Families;
    std::unique_ptr<Families> m_families;
};

} // namespace purchasing::services
