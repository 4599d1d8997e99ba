#pragma once

#include "core/domain/result.h"
#include "core/domain/rule_set.h"
#include "core/flow/rule_engine.h"

#include <QWidget>

class QAction;
class QLabel;
class QListWidget;
class QSettings;
class QTabWidget;

namespace purchasing::ui {

class DraftCheck;
class DraftKeeper;
struct DraftAnswer;
class FindBar;
class LiveProduct;
class LiveResult;
class ProblemList;
class ProposalBanner;
class RuleEditor;
class RulePublishing;
class Workspace;

/// Rules mode: the packs of the rule set in tabs, what is wrong with them, and what the draft decides for the
/// current product, decided again at every change of the text. The draft is saved as it is typed and never
/// decides an order; Publish makes it a version. A banner tells when others changed the rules, too.
class RulesPage : public QWidget
{
    Q_OBJECT

public:
    explicit RulesPage(Workspace& workspace, QWidget* parent = nullptr);
    ~RulesPage() override;

    /// The product that is current in Planning.
    void setProduct(const QString& productId);
    /// The product that the draft is tried on.
    [[nodiscard]] QString product() const;
    void goTo(const QString& pack, int line, int column = 1);
    void showFind();
    void applyTheme();
    /// Keeps rule text that cannot be stored there, and which product the draft is tried on.
    void keepStateIn(QSettings& settings);
    [[nodiscard]] DraftKeeper& drafts() const { return *m_drafts; }
    /// Writes the draft now instead of in a moment, because the window closes.
    void flushDraft();

    /// Of the pack that is shown.
    void undo();
    void redo();
    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    [[nodiscard]] QList<QAction*> ruleActions() const;
    [[nodiscard]] bool hasDraftResult() const { return m_hasResult; }
    [[nodiscard]] const ExplainedDecision& draftResult() const { return m_result; }

Q_SIGNALS:
    /// So many proposals of others wait for the person at work.
    void proposalsChanged(int ofOthers);
    void liveResultChanged();
    void undoChanged();
    void done(const QString& message);
    void failed(const QString& what, const purchasing::Error& error);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildActions();
    QWidget* buildBanner();
    void openPacks();
    void showMerged();
    void addEditor(const RulePack& pack);
    void textChanged(const RuleEditor* editor);
    void evaluateLive();
    void showAnswer(const DraftAnswer& answer);
    void showProblems(const std::vector<grl::Diagnostic>& diagnostics);
    void updateState();
    void updateBanner();
    void togglePack(int index, bool active);
    void stepProblem(int count);
    void askLine();
    [[nodiscard]] RuleEditor* currentEditor() const;
    [[nodiscard]] RuleEditor* editorAt(int index) const;
    [[nodiscard]] int editorOf(const QString& pack) const;

    Workspace& m_workspace;
    DraftKeeper* m_drafts;
    RulePublishing* m_publishing;
    QTabWidget* m_tabs;
    QListWidget* m_packList;
    ProblemList* m_problems;
    DraftCheck* m_check;
    LiveProduct* m_product; ///< Which one the draft is tried on.
    LiveResult* m_live;
    FindBar* m_find;
    QLabel* m_state;
    ProposalBanner* m_proposals;
    QWidget* m_banner = nullptr;
    QLabel* m_bannerText = nullptr;
    QAction* m_next = nullptr;
    QAction* m_previous = nullptr;
    QAction* m_note = nullptr;
    QAction* m_comment = nullptr;
    QAction* m_replace = nullptr;
    QAction* m_goToLine = nullptr;
    std::shared_ptr<const RuleEngine> m_draftRules; ///< Of the last valid text.
    ExplainedDecision m_result;
    bool m_hasResult = false;
    bool m_textIsValid = true;
    bool m_opening = false;
};

} // namespace purchasing::ui
