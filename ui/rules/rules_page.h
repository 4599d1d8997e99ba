#pragma once

#include "core/domain/result.h"
#include "core/domain/rule_set.h"
#include "core/flow/rule_engine.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QListWidget;
class QTabWidget;
class QTreeWidget;

namespace purchasing::ui {

class FindBar;
class LiveResult;
class RuleEditor;
class Workspace;

/// Rules mode: the packs of the rule set in tabs, what is wrong with them, and what the draft decides for the
/// current product, decided again at every change of the text. The draft is saved as it is typed and never
/// decides an order; Publish makes it a version.
class RulesPage : public QWidget
{
    Q_OBJECT

public:
    explicit RulesPage(Workspace& workspace, QWidget* parent = nullptr);
    ~RulesPage() override;

    void setProduct(const QString& productId);
    void goTo(const QString& pack, int line);
    void showFind();
    void applyTheme();
    /// Writes the draft now instead of in a moment.
    void flushDraft();

    [[nodiscard]] QAction* undoAction() const { return m_undo; }
    [[nodiscard]] QAction* redoAction() const { return m_redo; }
    [[nodiscard]] QList<QAction*> ruleActions() const;
    [[nodiscard]] bool hasDraftResult() const { return m_hasResult; }
    [[nodiscard]] const ExplainedDecision& draftResult() const { return m_result; }
    [[nodiscard]] bool hasChanges() const;

Q_SIGNALS:
    void liveResultChanged();
    void done(const QString& message);
    void failed(const QString& what, const purchasing::Error& error);

private:
    void buildActions();
    void loadPublished();
    void loadDraft();
    void changePerson();
    void openPacks(const std::vector<RulePack>& packs);
    void textChanged();
    void evaluateLive();
    void showProblems(const std::vector<grl::Diagnostic>& diagnostics);
    void updateState();
    void publish();
    void discard();
    void addDeliveredPacks();
    void showVersions();
    void togglePack(int index, bool active);
    void nextProblem(int step);
    [[nodiscard]] RuleEditor* currentEditor() const;
    [[nodiscard]] int editorOf(const QString& pack) const;

    Workspace& m_workspace;
    QTabWidget* m_tabs;
    QListWidget* m_packList;
    QTreeWidget* m_problems;
    LiveResult* m_live;
    FindBar* m_find;
    QLabel* m_state;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QAction* m_publish = nullptr;
    QAction* m_discard = nullptr;
    QAction* m_versions = nullptr;
    QAction* m_addPacks = nullptr;
    QAction* m_next = nullptr;
    QAction* m_previous = nullptr;
    QAction* m_comment = nullptr;
    RuleSetVersion m_published;
    std::vector<RulePack> m_packs; ///< The draft; equal to the published packs while nothing was changed.
    std::int64_t m_basedOn = 0;
    std::shared_ptr<const RuleEngine> m_draftRules; ///< Of the last valid text.
    ExplainedDecision m_result;
    bool m_hasResult = false;
    bool m_textIsValid = true;
    bool m_opening = false;
    QString m_productId;
    Actor m_draftOf; ///< Whose draft is in the editors; nobody's until it was read.
    QTimer m_saveTimer;
};

} // namespace purchasing::ui
