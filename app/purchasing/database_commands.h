#pragma once

namespace CLI {
class App;
}

namespace purchasing {

/// Adds `database setup` and `database status`, about the databases on a MySQL or MariaDB server.
///
/// While `app` parses, the chosen command runs and leaves its exit code in `exitCode`, which must outlive
/// `app`.
void addDatabaseCommands(CLI::App& app, int& exitCode);

} // namespace purchasing
