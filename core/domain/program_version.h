#pragma once

namespace purchasing {

/// The version of all programs, as the project says it ("0.1.0").
[[nodiscard]] const char* programVersion();

} // namespace purchasing
