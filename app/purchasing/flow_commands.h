#pragma once

namespace CLI {
class App;
}

namespace purchasing {

/// Adds `evaluate`, `plan` and `orders` to the program. While `app` parses, the chosen command runs and
/// leaves its exit code in `exitCode`, which must outlive `app`: 0 done, 1 failed (the sentence is on
/// standard error), 2 wrong usage.
void addFlowCommands(CLI::App& app, int& exitCode);

} // namespace purchasing
