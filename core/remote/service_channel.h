#pragma once

#include <QString>

#include <chrono>
#include <memory>

namespace purchasing::remote {

/// The way to one service: reused connections to its addresses, taken in turn. What may harmlessly be asked
/// twice is asked again, with growing pauses, where an address does not answer; a budget keeps that from
/// becoming a flood. A service that answers nothing for a while is given up at once for a second at a time.
/// Any thread.
class ServiceChannel
{
public:
    struct Settings
    {
        QString service; ///< As people know it: "supplier-service".
        QString addresses; ///< "127.0.0.1:50053", or several with commas between.
        QString key; ///< Shown to whoever must know that the Orchestrator asks; empty shows nothing.
        /// How long an answer may take where the caller's context sets no earlier deadline.
        std::chrono::milliseconds patience = std::chrono::seconds(5);
    };

    explicit ServiceChannel(Settings settings);
    ~ServiceChannel();
    ServiceChannel(const ServiceChannel&) = delete;
    ServiceChannel& operator=(const ServiceChannel&) = delete;

    struct Wire;
    [[nodiscard]] Wire& wire() const { return *m_wire; }

private:
    std::unique_ptr<Wire> m_wire;
};

} // namespace purchasing::remote
