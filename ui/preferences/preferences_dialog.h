#pragma once

#include <QDialog>

#include <functional>
#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace purchasing::ui {

class Choices;
class Connections;
class InstallationDraft;
class PreferencesPage;
class ShortcutKeys;
class Workspace;

/// Everything that can be set, on pages, with a search over all of them. Nothing changes before Save: first
/// what the database keeps, which may fail, then what is a person's own.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    /// All must outlive it; `connections` may be null.
    PreferencesDialog(Workspace& workspace, Choices& choices, ShortcutKeys& keys, Connections* connections,
                      QWidget* parent = nullptr);
    ~PreferencesDialog() override;

    /// Opens on the page with this name: "company", …
    void showPage(const QString& name);
    /// Asks, and applies what was chosen. Says whether the person wants to connect to something else.
    [[nodiscard]] bool ask();

private:
    void addPage(PreferencesPage* page);
    void look(const QString& words);
    void save();
    [[nodiscard]] bool isConfirmed(const QString& question);

    InstallationDraft* m_draft;
    std::vector<PreferencesPage*> m_pages;
    QLineEdit* m_search;
    QListWidget* m_list;
    QStackedWidget* m_stack;
    QLabel* m_message;
    QPushButton* m_save = nullptr;
    bool m_wantsConnection = false;
};

} // namespace purchasing::ui
