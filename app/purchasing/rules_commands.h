#pragma once

namespace CLI {
class App;
}

namespace purchasing {

/// Adds `rules check` and `rules run` to the program.
///
/// While `app` parses, the chosen command runs and leaves its exit code in `exitCode`, which must outlive
/// `app`: 0 fine, 1 when the rules or the run failed, 2 for wrong usage, unreadable files included.
void addRulesCommands(CLI::App& app, int& exitCode);

} // namespace purchasing
