#pragma once

class QWidget;

namespace purchasing::ui {

class Choices;
class InstallationDraft;
class PreferencesPage;
class ShortcutKeys;
class Workspace;

/// The pages about what a person chooses for themselves. What they show must outlive them.
[[nodiscard]] PreferencesPage* generalPreferences(Choices& choices, const ShortcutKeys& acts);
[[nodiscard]] PreferencesPage* languagePreferences(Choices& choices);
[[nodiscard]] PreferencesPage* appearancePreferences(Choices& choices);
/// Has how old data may be, too, which is the installation's.
[[nodiscard]] PreferencesPage* planningPreferences(const Workspace& workspace, const ShortcutKeys& acts,
                                                   InstallationDraft& draft);

} // namespace purchasing::ui
