// Load for running services: keeps so many flows under way for so long and says what came of them.
//
//   services_load --address 127.0.0.1:9090 --products ids.txt --in-flight 64 --seconds 10 [--ca ca.crt
//   --token pf_…]
//
// The file has a product id a line; each is asked for in turn, and again from the start when all were.

#include "orchestrator.grpc.pb.h"

#include <grpcpp/grpcpp.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Settings
{
    std::string address = "127.0.0.1:9090";
    std::string products;
    std::string authority; ///< A PEM file; empty: plain text.
    std::string token;
    int inFlight = 1;
    int seconds = 10;
    int channels = 2;
};

/// What came of all flows.
struct Outcomes
{
    std::mutex mutex;
    std::vector<double> milliseconds;
    long ordered = 0;
    std::map<std::string, long> errors;
};

std::string textOf(const std::string& file)
{
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

class Load
{
public:
    Load(Settings settings, std::vector<std::string> products)
        : m_settings(std::move(settings))
        , m_products(std::move(products))
    {
        grpc::SslCredentialsOptions tls;
        if (!m_settings.authority.empty())
            tls.pem_root_certs = textOf(m_settings.authority);
        for (int i = 0; i < m_settings.channels; ++i) {
            grpc::ChannelArguments arguments;
            arguments.SetInt("channel", i); // Channels with equal arguments would share a connection.
            m_stubs.push_back(orchestrator::OrchestratorService::NewStub(grpc::CreateCustomChannel(
                m_settings.address,
                m_settings.authority.empty() ? grpc::InsecureChannelCredentials() : grpc::SslCredentials(tls),
                arguments)));
        }
    }

    void run()
    {
        const auto begin = Clock::now();
        m_end = begin + std::chrono::seconds(m_settings.seconds);
        m_running = m_settings.inFlight;
        for (int i = 0; i < m_settings.inFlight; ++i)
            next();
        std::unique_lock lock(m_outcomes.mutex);
        m_ended.wait(lock, [this] { return m_running == 0; });
        report(std::chrono::duration<double>(Clock::now() - begin).count());
    }

private:
    struct Call
    {
        grpc::ClientContext context;
        orchestrator::FlowRequest request;
        orchestrator::FlowResponse response;
        Clock::time_point began = Clock::now();
    };

    void next()
    {
        const std::size_t number = m_next++;
        auto* call = new Call;
        call->request.set_product_id(m_products[number % m_products.size()]);
        call->context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(30));
        if (!m_settings.token.empty())
            call->context.AddMetadata("authorization", "Bearer " + m_settings.token);
        m_stubs[number % m_stubs.size()]->async()->Flow(
            &call->context, &call->request, &call->response,
            [this, call](const grpc::Status& status) { ended(std::unique_ptr<Call>(call), status); });
    }

    void ended(std::unique_ptr<Call> call, const grpc::Status& status)
    {
        const auto now = Clock::now();
        {
            const std::scoped_lock lock(m_outcomes.mutex);
            m_outcomes.milliseconds.push_back(
                std::chrono::duration<double, std::milli>(now - call->began).count());
            m_outcomes.ordered += call->response.has_po();
            if (!status.ok())
                ++m_outcomes.errors[std::to_string(status.error_code()) + " " + status.error_message()];
            if (now >= m_end && --m_running == 0)
                m_ended.notify_all();
        }
        if (now < m_end)
            next();
    }

    void report(double seconds)
    {
        std::vector<double>& took = m_outcomes.milliseconds;
        std::sort(took.begin(), took.end());
        const auto at = [&took](double share) {
            return took[std::min(took.size() - 1,
                                 static_cast<std::size_t>(share * static_cast<double>(took.size())))];
        };
        std::printf(
            "%d in flight: %.0f flows/s (%.0f with an order), p50 %.2f ms, p99 %.2f ms, longest %.1f ms\n",
            m_settings.inFlight, static_cast<double>(took.size()) / seconds,
            static_cast<double>(m_outcomes.ordered) / seconds, at(0.5), at(0.99), took.back());
        for (const auto& [error, count] : m_outcomes.errors)
            std::printf("  %ld × %s\n", count, error.c_str());
    }

    Settings m_settings;
    std::vector<std::string> m_products;
    std::vector<std::unique_ptr<orchestrator::OrchestratorService::Stub>> m_stubs;
    std::atomic_size_t m_next = 0;
    Clock::time_point m_end;
    Outcomes m_outcomes;
    std::condition_variable m_ended;
    int m_running = 0; ///< Guarded by the mutex of the outcomes.
};

} // namespace

int main(int argc, char** argv)
{
    Settings settings;
    CLI::App app("Load for running services");
    app.add_option("--address", settings.address, "The Orchestrator's gRPC address");
    app.add_option("--products", settings.products, "A file with a product id a line")->required();
    app.add_option("--in-flight", settings.inFlight, "Flows under way at once");
    app.add_option("--seconds", settings.seconds, "For how long");
    app.add_option("--channels", settings.channels, "Connections");
    app.add_option("--ca", settings.authority, "Who has signed the server's certificate, a PEM file");
    app.add_option("--token", settings.token, "Who asks");
    CLI11_PARSE(app, argc, argv);
    std::vector<std::string> products;
    std::ifstream file(settings.products);
    for (std::string line; std::getline(file, line);)
        products.push_back(line);
    if (products.empty()) {
        std::fprintf(stderr, "%s has no product ids.\n", settings.products.c_str());
        return 1;
    }
    Load(settings, products).run();
    return 0;
}
