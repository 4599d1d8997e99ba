#pragma once

namespace purchasing::ui {

class InstallationDraft;
class PreferencesPage;
class ShortcutKeys;
class Workspace;

/// The pages about what an installation has set up: who the company is on its orders, and what approvals need
/// beyond the rules. What they show must outlive them.
[[nodiscard]] PreferencesPage* companyPreferences(const Workspace& workspace, InstallationDraft& draft);
[[nodiscard]] PreferencesPage* rulesPreferences(const ShortcutKeys& acts, InstallationDraft& draft);

} // namespace purchasing::ui
