#pragma once

#include <functional>

namespace purchasing::ui {

class Connections;
class PreferencesPage;
class Workspace;

/// The page about connections: the one in use, those that are saved, and `connectWanted` to change them.
/// Without `connections` there is only the first.
[[nodiscard]] PreferencesPage* connectionPreferences(const Workspace& workspace, Connections* connections,
                                                     std::function<void()> connectWanted);

} // namespace purchasing::ui
