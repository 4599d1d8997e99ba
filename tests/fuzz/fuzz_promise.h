#pragma once

#include <cstdlib>

namespace purchasing::fuzz {

/// A broken promise must stop the fuzzer, in every kind of build.
inline void require(bool promise)
{
    if (!promise)
        std::abort();
}

} // namespace purchasing::fuzz
