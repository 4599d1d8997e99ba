#pragma once

namespace CLI {
class App;
}

namespace purchasing {

/// Adds `override`: set, remove and show planners' own quantities and suppliers. Exit codes as for the flow's
/// commands.
void addOverrideCommands(CLI::App& app, int& exitCode);

} // namespace purchasing
