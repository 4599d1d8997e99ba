#include "core/remote/channel_farewell.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <future>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

namespace purchasing::remote {
namespace {

using Channels = std::vector<std::shared_ptr<grpc::Channel>>;

// Whoever ends a program does not wait for calls that do not end.
constexpr std::chrono::seconds kPatienceAtTheEnd{2};

/// The threads that let go; the end of the program waits for them.
class Farewells
{
public:
    static Farewells& instance()
    {
        static Farewells farewells;
        static const bool isWaitedFor =
            std::at_quick_exit([] { instance().waitUntil(Clock::now() + kPatienceAtTheEnd); }) == 0;
        (void)isWaitedFor;
        return farewells;
    }

    void begin(const std::shared_ptr<Channels>& channels)
    {
        const std::scoped_lock lock(m_mutex);
        std::erase_if(m_underWay, [](const std::shared_future<void>& farewell) {
            return farewell.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
        });
        m_underWay.push_back(std::async(std::launch::async, [channels] {
            const auto isOurs = [](const auto& channel) { return channel.use_count() == 1; };
            while (!std::all_of(channels->begin(), channels->end(), isOurs))
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            channels->clear();
        }));
    }

private:
    using Clock = std::chrono::steady_clock;

    /// What channels hold is written out when they go, the spans of calls for instance.
    void waitUntil(Clock::time_point end)
    {
        // Others may let go meanwhile, and a call that is waited for may end on their thread.
        for (const std::shared_future<void>& farewell : underWay())
            (void)farewell.wait_until(end);
    }

    [[nodiscard]] std::vector<std::shared_future<void>> underWay()
    {
        const std::scoped_lock lock(m_mutex);
        return m_underWay;
    }

    std::mutex m_mutex;
    std::vector<std::shared_future<void>> m_underWay;
};

} // namespace

void expectFarewells()
{
    (void)Farewells::instance();
}

void letGo(std::vector<std::shared_ptr<grpc::Channel>> channels)
{
    const auto kept = std::make_shared<Channels>(std::move(channels));
    try {
        Farewells::instance().begin(kept);
    } catch (const std::system_error&) {
        // No thread can be started: kept until the program ends.
        (void)new std::shared_ptr<Channels>(kept);
    }
}

} // namespace purchasing::remote
