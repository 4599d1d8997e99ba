#pragma once

#include <QByteArray>

#include <string>

namespace purchasing::services {

/// Somebody on this machine who takes what is sent to them over HTTP, as an OpenTelemetry collector does.
struct Collector
{
    std::string host; ///< An address or name.
    std::string port;
    std::string path; ///< "/v1/traces".

    /// Sends JSON; whether it was taken. Blocks for at most two seconds.
    [[nodiscard]] bool post(const QByteArray& json) const;
};

} // namespace purchasing::services
