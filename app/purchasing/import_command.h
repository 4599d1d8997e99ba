#pragma once

namespace CLI {
class App;
}

namespace purchasing {

/// Adds `import` to the program. While `app` parses, the command runs and leaves its exit code in `exitCode`,
/// which must outlive `app`: 0 done, 1 failed, refused or to be answered first, 2 wrong usage.
void addImportCommand(CLI::App& app, int& exitCode);

} // namespace purchasing
