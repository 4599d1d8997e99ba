#pragma once

#include "tests/support/fault_proxy.h"
#include "tests/ui/planner_harness.h"

namespace purchasing::tests {

inline constexpr int kAnswerSeconds = 2;

/// A connection to a fresh demo on the MariaDB server of this test program, by way of the proxy.
[[nodiscard]] inline ui::ConnectionProfile demoBehind(const FaultProxy& proxy)
{
    ui::ConnectionProfile profile = demoOnMariaDb();
    profile.server.socket.clear();
    profile.server.host = QStringLiteral("127.0.0.1");
    profile.server.port = proxy.port();
    profile.server.answerSeconds = kAnswerSeconds;
    return profile;
}

} // namespace purchasing::tests
