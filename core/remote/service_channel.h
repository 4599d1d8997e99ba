#pragma once

#include "core/ports/span.h"
#include "core/ports/tls_identity.h"

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
        QString addresses; ///< "127.0.0.1:50053", "unix:/path", or several with commas between.
        QString key; ///< Shown to whoever must know that the Orchestrator asks; empty shows nothing.
        TlsIdentity tls; ///< Plain text where it is empty, which is for this machine, and on Unix sockets.
        QString token; ///< Of the person at this program; empty: of whoever a call is made for, if passesOn.
        bool passesOn = false; ///< The token that came with the call being answered goes along.
        /// How long an answer may take where the caller's context sets no earlier deadline.
        std::chrono::milliseconds patience = std::chrono::seconds(5);
        std::shared_ptr<SpanSink> spans = {}; ///< Null: nobody traces.
    };

    explicit ServiceChannel(Settings settings);
    ~ServiceChannel();
    ServiceChannel(const ServiceChannel&) = delete;
    ServiceChannel& operator=(const ServiceChannel&) = delete;

    [[nodiscard]] const QString& service() const;
    /// Whether it was given up for the moment.
    [[nodiscard]] bool isGivenUp() const;

    struct Wire;
    [[nodiscard]] Wire& wire() const { return *m_wire; }

private:
    std::unique_ptr<Wire> m_wire;
};

} // namespace purchasing::remote
