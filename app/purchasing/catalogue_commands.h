#pragma once

namespace CLI {
class App;
}

namespace purchasing {

/// Adds `import` and `generate` to the program. While `app` parses, the chosen command runs and leaves its
/// exit code in `exitCode`, which must outlive `app`: 0 done, 1 failed or refused, 2 wrong usage.
void addCatalogueCommands(CLI::App& app, int& exitCode);

} // namespace purchasing
