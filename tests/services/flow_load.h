#pragma once

#include "orchestrator.grpc.pb.h"

#include <QStringList>

#include <grpcpp/grpcpp.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace purchasing::tests {

/// What came of flows that were begun together.
struct LoadOutcome
{
    long answered = 0;
    long refused = 0; ///< RESOURCE_EXHAUSTED.
    long unadvised = 0; ///< Of them, without saying when to come again.
    std::map<std::string, long> failures; ///< Anything else, by what it said.
    std::vector<double> refusedAfterMs;
    double seconds = 0; ///< While flows were begun.

    [[nodiscard]] double perSecond() const { return static_cast<double>(answered) / seconds; }
    /// After how many milliseconds that share of the refused knew it.
    [[nodiscard]] double refusedAfter(double share)
    {
        if (refusedAfterMs.empty())
            return 0;
        const auto at = refusedAfterMs.begin()
            + static_cast<long>(share * static_cast<double>(refusedAfterMs.size() - 1));
        std::nth_element(refusedAfterMs.begin(), at, refusedAfterMs.end());
        return *at;
    }
};

/// Callers of the Orchestrator, many at once.
class FlowLoad
{
public:
    FlowLoad(const std::string& address, const QStringList& products)
    {
        constexpr int kConnections = 4;
        for (int i = 0; i < kConnections; ++i) {
            grpc::ChannelArguments arguments;
            arguments.SetInt("channel", i); // Equal ones would share a connection.
            m_stubs.push_back(orchestrator::OrchestratorService::NewStub(
                grpc::CreateCustomChannel(address, grpc::InsecureChannelCredentials(), arguments)));
        }
        for (const QString& id : products)
            m_products.push_back(id.toStdString());
    }

    /// So many always under way: each caller begins again when they were answered.
    LoadOutcome keep(int inFlight, std::chrono::milliseconds time)
    {
        m_outcome = {};
        m_end = Clock::now() + time;
        for (int i = 0; i < inFlight; ++i)
            begin();
        return finished(time);
    }
    /// So many a second, whatever becomes of those before.
    LoadOutcome offer(double perSecond, std::chrono::milliseconds time)
    {
        m_outcome = {};
        m_end = {}; // Nobody begins again.
        const auto start = Clock::now();
        double begun = 0;
        for (auto now = start; now < start + time; now = Clock::now()) {
            const double due = std::chrono::duration<double>(now - start).count() * perSecond;
            for (; begun < due; ++begun)
                begin();
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        return finished(time);
    }

private:
    using Clock = std::chrono::steady_clock;

    struct Call
    {
        grpc::ClientContext context;
        orchestrator::FlowRequest request;
        orchestrator::FlowResponse response;
        Clock::time_point began = Clock::now();
    };

    void begin()
    {
        const std::size_t number = m_next++;
        ++m_running;
        auto* call = new Call;
        call->request.set_product_id(m_products[number % m_products.size()]);
        call->context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(20));
        m_stubs[number % m_stubs.size()]->async()->Flow(
            &call->context, &call->request, &call->response,
            [this, call](const grpc::Status& status) { end(std::unique_ptr<Call>(call), status); });
    }

    void end(std::unique_ptr<Call> call, const grpc::Status& status)
    {
        const auto now = Clock::now();
        {
            const std::scoped_lock lock(m_mutex);
            if (status.ok()) {
                ++m_outcome.answered;
            } else if (status.error_code() == grpc::StatusCode::RESOURCE_EXHAUSTED) {
                ++m_outcome.refused;
                if (call->context.GetServerTrailingMetadata().count("retry-after") == 0)
                    ++m_outcome.unadvised;
                m_outcome.refusedAfterMs.push_back(
                    std::chrono::duration<double, std::milli>(now - call->began).count());
            } else {
                ++m_outcome.failures[std::to_string(status.error_code()) + " " + status.error_message()];
            }
        }
        if (now < m_end)
            begin();
        const std::scoped_lock lock(m_mutex);
        if (--m_running == 0)
            m_ended.notify_all();
    }

    LoadOutcome finished(std::chrono::milliseconds time)
    {
        std::unique_lock lock(m_mutex);
        m_ended.wait(lock, [this] { return m_running == 0; });
        m_outcome.seconds = std::chrono::duration<double>(time).count();
        return std::move(m_outcome);
    }

    std::vector<std::unique_ptr<orchestrator::OrchestratorService::Stub>> m_stubs;
    std::vector<std::string> m_products;
    std::atomic_size_t m_next = 0;
    std::atomic_int m_running = 0;
    Clock::time_point m_end;
    std::mutex m_mutex; ///< Guards the outcome.
    std::condition_variable m_ended;
    LoadOutcome m_outcome;
};

} // namespace purchasing::tests
