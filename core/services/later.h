#pragma once

#include <chrono>
#include <functional>

namespace purchasing::services {

/// Calls `then` after the pause, on a thread of gRPC's; no thread waits meanwhile.
void later(std::chrono::milliseconds pause, std::function<void()> then);
using Later = std::function<void(std::chrono::milliseconds pause, std::function<void()> then)>;

} // namespace purchasing::services
