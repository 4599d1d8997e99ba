#pragma once

#include "core/ports/database_settings.h"

#include <QRegularExpression>

namespace purchasing {

/// Says whether the server is this machine: what is sent to it passes no network.
[[nodiscard]] inline bool isOnThisMachine(const MysqlSettings& settings)
{
    static const QRegularExpression loopback(QStringLiteral(R"(^(|localhost|127(\.\d{1,3}){3}|\[?::1\]?)$)"),
                                             QRegularExpression::CaseInsensitiveOption);
    return !settings.socket.isEmpty() || loopback.match(settings.host).hasMatch();
}

/// How the way to the server is protected where nobody said how: encrypted to any other machine. A server
/// that has no encryption then refuses, and somebody decides whether its network is to be trusted.
[[nodiscard]] inline TlsMode usualEncryption(const MysqlSettings& settings)
{
    return isOnThisMachine(settings) ? TlsMode::Off : TlsMode::Required;
}

} // namespace purchasing
