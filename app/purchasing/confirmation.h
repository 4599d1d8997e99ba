#pragma once

#include "app/wiring/environment.h"
#include "core/domain/result.h"

#include <CLI/CLI.hpp>
#include <string>

namespace purchasing {

/// How the environment marks the server (PURCHASING_TAG), such as PRODUCTION; empty where it does not.
[[nodiscard]] QString tagOf(const Environment& environment);

/// Lets a change at `place` pass unless it is marked with `tag`: then `confirmed` must be that tag, or, where
/// it is empty, a person at the terminal types it. Refused where there is no terminal; Cancelled when they
/// type something else.
[[nodiscard]] Result<Done> requireConfirmed(const QString& place, const QString& tag,
                                            const std::string& confirmed);

/// Adds --confirm to a command that changes something.
void addConfirmOption(CLI::App& command, std::string& confirmed);

} // namespace purchasing
