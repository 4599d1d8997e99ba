#pragma once

#include <CLI/CLI.hpp>

namespace purchasing {

/// Adds the commands by which an installation is watched over: audit verify, settings, and the rules' second
/// person (rules propose, proposals, confirm, withdraw). They set `exitCode`.
void addControlCommands(CLI::App& app, int& exitCode);

} // namespace purchasing
