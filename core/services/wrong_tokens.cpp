#include "core/services/wrong_tokens.h"

#include <QLoggingCategory>

#include <algorithm>
#include <boost/asio/ip/address.hpp>

namespace purchasing::services {
namespace {

Q_LOGGING_CATEGORY(lcTokens, "purchasing.services")

constexpr std::chrono::seconds kMinute{60};
constexpr std::chrono::milliseconds kFirstPause{100};
constexpr std::chrono::milliseconds kLongestPause{3000}; // Shorter than a program takes to end.
constexpr std::size_t kMostNetworks = 10000;

} // namespace

std::string networkOf(const std::string& address)
{
    boost::system::error_code error;
    const auto parsed = boost::asio::ip::make_address(address, error);
    if (error || !parsed.is_v6())
        return address;
    const boost::asio::ip::address_v6 long6 = parsed.to_v6();
    if (long6.is_v4_mapped())
        return boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, long6).to_string();
    auto bytes = long6.to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    return boost::asio::ip::address_v6(bytes).to_string();
}

std::chrono::seconds WrongTokens::closedFor(const std::string& address)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_minutes.find(networkOf(address));
    if (m_perMinute == 0 || found == m_minutes.end() || found->second.wrong < m_perMinute)
        return std::chrono::seconds(0);
    const auto left = found->second.begun + kMinute - m_now();
    return std::max(std::chrono::seconds(0), std::chrono::ceil<std::chrono::seconds>(left));
}

std::chrono::milliseconds WrongTokens::note(const std::string& address)
{
    if (m_perMinute == 0)
        return std::chrono::milliseconds(0);
    const Clock::time_point now = m_now();
    const std::scoped_lock lock(m_mutex);
    makeRoom(now);
    const std::string network = networkOf(address);
    Minute& minute = m_minutes.try_emplace(network, Minute{now}).first->second;
    if (now >= minute.begun + kMinute)
        minute = {now};
    if (++minute.wrong == m_perMinute)
        qCWarning(lcTokens,
                  "%s has shown %d wrong tokens within a minute and is not listened to until it is over",
                  network.c_str(), minute.wrong);
    const int doublings = std::min(minute.wrong - 1, 10);
    return std::min(kLongestPause, kFirstPause * (1 << doublings));
}

void WrongTokens::makeRoom(Clock::time_point now)
{
    if (m_minutes.size() < kMostNetworks)
        return;
    std::erase_if(m_minutes, [now](const auto& entry) { return now >= entry.second.begun + kMinute; });
    if (m_minutes.size() >= kMostNetworks)
        m_minutes.clear(); // With so many addresses patience costs nothing more.
}

} // namespace purchasing::services
