#pragma once

#include <QThreadPool>

namespace purchasing {

/// The threads that compute over whole catalogues, as many as there are cores. Never Qt's global pool:
/// painting borrows its threads and would wait behind a million decisions. Its threads yield to the window.
/// Lives as long as the program.
[[nodiscard]] QThreadPool& workPool();

} // namespace purchasing
