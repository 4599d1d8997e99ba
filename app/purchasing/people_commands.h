#pragma once

#include <CLI/CLI.hpp>

namespace purchasing {

/// people: who works here, their roles, and the tokens by which services know them.
void addPeopleCommands(CLI::App& app, int& exitCode);

} // namespace purchasing
