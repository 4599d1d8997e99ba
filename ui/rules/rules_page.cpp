#include "ui/rules/rules_page.h"

#include "core/domain/approval_ceiling.h"
#include "ui/parts/panel_layout.h"
#include "ui/rules/code_delegate.h"
#include "ui/rules/draft_keeper.h"
#include "ui/rules/find_bar.h"
#include "ui/rules/live_result.h"
#include "ui/rules/proposal_banner.h"
#include "ui/rules/rule_editor.h"
#include "ui/rules/rule_publishing.h"
#include "ui/theme/theme.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QToolBar>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace purchasing::ui {
namespace {

constexpr int kPackRole = Qt::UserRole + 1;
constexpr int kLineRole = Qt::UserRole + 2;

QString qstring(const std::string& text)
{
    return QString::fromStdString(text);
}

} // namespace

RulesPage::RulesPage(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_drafts(new DraftKeeper(workspace, this))
    , m_publishing(new RulePublishing(workspace, *m_drafts, this))
    , m_tabs(new QTabWidget(this))
    , m_packList(new QListWidget(this))
    , m_problems(new QTreeWidget(this))
    , m_live(new LiveResult(this))
    , m_find(new FindBar(this))
    , m_state(new QLabel(this))
    , m_proposals(new ProposalBanner(workspace, *m_drafts, this))
{
    setObjectName(QStringLiteral("page.rules"));
    buildActions();

    auto* bar = new QToolBar(this);
    bar->setIconSize(QSize(18, 18));
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addActions(
        {m_publishing->publishAction(), m_publishing->discardAction(), m_publishing->versionsAction()});
    bar->widgetForAction(m_publishing->publishAction())->setObjectName(QStringLiteral("btn.publish"));
    bar->widgetForAction(m_publishing->discardAction())->setObjectName(QStringLiteral("btn.discardDraft"));
    m_state->setObjectName(QStringLiteral("label.rulesState"));
    m_state->setMargin(6);
    m_state->setWordWrap(true); // A long state must not widen the window.

    m_packList->setObjectName(QStringLiteral("list.packs"));
    m_packList->setAccessibleName(tr("Packs of the rule set; a tick switches one on"));
    m_packList->setMaximumWidth(230);
    m_tabs->setObjectName(QStringLiteral("tabs.rules"));
    m_tabs->setDocumentMode(true);
    m_problems->setObjectName(QStringLiteral("tree.problems"));
    m_problems->setAccessibleName(tr("Problems in the rules"));
    m_problems->setRootIsDecorated(false);
    m_problems->setHeaderLabels({tr("Problem"), tr("Pack"), tr("Line"), tr("Hint")});
    m_problems->setColumnWidth(0, 420);
    m_problems->setColumnWidth(1, 150);
    m_problems->setColumnWidth(2, 50);
    m_problems->setMaximumHeight(150);
    for (const int column : {0, 3}) // They quote rules.
        m_problems->setItemDelegateForColumn(column, new CodeDelegate(m_problems));

    auto* middle = new QWidget(this);
    auto* middleLayout = new QVBoxLayout(middle);
    middleLayout->setContentsMargins(0, 0, 0, 0);
    middleLayout->addWidget(m_tabs, 1);
    middleLayout->addWidget(m_find);
    middleLayout->addWidget(m_problems);
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(m_packList);
    splitter->addWidget(middle);
    splitter->addWidget(m_live);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 3);
    splitter->setStretchFactor(2, 2);
    splitter->setSizes({190, 760, 420});
    m_tabs->setMinimumWidth(320);
    m_live->setMinimumWidth(280);
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    auto* top = new QHBoxLayout;
    top->addWidget(bar);
    top->addWidget(m_state, 1);
    layout->addLayout(top);
    layout->addWidget(m_proposals);
    layout->addWidget(buildBanner());
    layout->addWidget(splitter, 1);

    connect(m_drafts, &DraftKeeper::opened, this, &RulesPage::openPacks);
    connect(m_drafts, &DraftKeeper::merged, this, &RulesPage::showMerged);
    connect(m_drafts, &DraftKeeper::updated, this, &RulesPage::updateState);
    connect(m_drafts, &DraftKeeper::done, this, &RulesPage::done);
    connect(m_drafts, &DraftKeeper::failed, this, &RulesPage::failed);
    connect(m_publishing, &RulePublishing::done, this, &RulesPage::done);
    connect(m_publishing, &RulePublishing::proposed, m_proposals, &ProposalBanner::refresh);
    connect(m_proposals, &ProposalBanner::waitingChanged, this, &RulesPage::proposalsChanged);
    connect(m_proposals, &ProposalBanner::done, this, &RulesPage::done);
    connect(m_proposals, &ProposalBanner::failed, this, &RulesPage::failed);
    connect(m_publishing, &RulePublishing::failed, this, &RulesPage::failed);
    connect(m_tabs, &QTabWidget::currentChanged, this, &RulesPage::updateState);
    connect(m_packList, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        togglePack(m_packList->row(item), item->checkState() == Qt::Checked);
    });
    connect(m_packList, &QListWidget::currentRowChanged, m_tabs, &QTabWidget::setCurrentIndex);
    connect(m_tabs, &QTabWidget::currentChanged, m_packList,
            [this](int index) { m_packList->setCurrentRow(index); });
    const auto goToProblem = [this](QTreeWidgetItem* item) {
        goTo(item->data(0, kPackRole).toString(), item->data(0, kLineRole).toInt());
    };
    connect(m_problems, &QTreeWidget::itemActivated, this, goToProblem);
    connect(m_problems, &QTreeWidget::itemClicked, this, goToProblem);
    connect(&m_workspace.feed(), &CatalogueFeed::rowChanged, this, [this](int row) {
        if (row < 0 || row == m_workspace.feed().rowOf(m_productId))
            evaluateLive();
    });
    m_live->showNothing(tr("Select a product in Planning to see what the rules decide for it."));
}

RulesPage::~RulesPage() = default;

void RulesPage::buildActions()
{
    const auto make = [this](const char* icon, const QString& text, const char* name, const QKeySequence& key,
                             auto slot) {
        auto* action =
            icon[0] ? new QAction(theme::icon(QLatin1String(icon)), text, this) : new QAction(text, this);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    m_next = make("", tr("&Next problem"), "action.nextProblem", QKeySequence(Qt::Key_F8),
                  [this] { nextProblem(1); });
    m_previous = make("", tr("Previous pro&blem"), "action.previousProblem",
                      QKeySequence(Qt::SHIFT | Qt::Key_F8), [this] { nextProblem(-1); });
    m_comment = make("", tr("&Comment or uncomment lines"), "action.comment", {}, [this] {
        if (RuleEditor* editor = currentEditor())
            editor->toggleComment();
    });
    m_comment->setToolTip(tr("Ctrl+/ in the editor"));
    m_replace = make("", tr("&Replace…"), "action.replace", QKeySequence(Qt::CTRL | Qt::Key_H), [this] {
        if (RuleEditor* editor = currentEditor())
            m_find->openReplace(editor);
    });
    m_goToLine = make("", tr("&Go to line…"), "action.goToLine", QKeySequence(Qt::CTRL | Qt::Key_L),
                      [this] { askLine(); });
    for (QAction* action : {m_replace, m_goToLine}) { // They are about the text that is seen.
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
}

QList<QAction*> RulesPage::ruleActions() const
{
    return {m_publishing->publishAction(),
            m_publishing->discardAction(),
            m_publishing->mergeAction(),
            m_publishing->versionsAction(),
            m_publishing->addPacksAction(),
            m_next,
            m_previous,
            m_comment,
            m_replace,
            m_goToLine};
}

QWidget* RulesPage::buildBanner()
{
    m_banner = new QWidget(this);
    m_banner->setObjectName(QStringLiteral("banner.draft"));
    m_banner->setAutoFillBackground(true);
    m_bannerText = new QLabel(m_banner);
    m_bannerText->setObjectName(QStringLiteral("label.draftBanner"));
    m_bannerText->setTextFormat(Qt::PlainText); // Names may look like markup.
    m_bannerText->setWordWrap(true);
    auto* layout = new QHBoxLayout(m_banner);
    layout->setContentsMargins(12, 4, 12, 4);
    layout->addWidget(m_bannerText, 1);
    layout->addWidget(actionButton(m_publishing->mergeAction(), QStringLiteral("btn.mergeDraft"), m_banner));
    m_banner->hide();
    return m_banner;
}

void RulesPage::openPacks()
{
    m_opening = true;
    const int shown = std::max(0, m_tabs->currentIndex());
    while (m_tabs->count() > 0) {
        QWidget* page = m_tabs->widget(0);
        m_tabs->removeTab(0);
        page->deleteLater();
    }
    m_packList->clear();
    for (const RulePack& pack : m_drafts->packs())
        addEditor(pack);
    m_tabs->setCurrentIndex(std::min(shown, m_tabs->count() - 1));
    m_packList->setCurrentRow(m_tabs->currentIndex());
    m_opening = false;
    evaluateLive();
}

void RulesPage::addEditor(const RulePack& pack)
{
    auto* editor = new RuleEditor(m_tabs);
    editor->setObjectName(m_tabs->count() == 0 ? QStringLiteral("editor.rules")
                                               : QStringLiteral("editor.rules.%1").arg(pack.name));
    editor->setAccessibleName(tr("Rules of %1").arg(pack.name));
    editor->setText(pack.text);
    editor->SendScintilla(QsciScintillaBase::SCI_EMPTYUNDOBUFFER);
    m_tabs->addTab(editor, pack.name);
    auto* item = new QListWidgetItem(pack.name, m_packList);
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    item->setCheckState(pack.active ? Qt::Checked : Qt::Unchecked);
    item->setToolTip(tr("Ticked packs decide, in this order on equal salience"));
    connect(editor, &QsciScintilla::textChanged, this, &RulesPage::textChanged);
    connect(editor, &RuleEditor::tabChanged, this, [this](bool leaves) {
        Q_EMIT done(leaves ? tr("Tab moves the focus now; Ctrl+M lets it indent again")
                           : tr("Tab indents again; Ctrl+Tab leaves the editor"));
    });
    connect(editor, &QsciScintilla::copyAvailable, this, &RulesPage::updateState);
}

void RulesPage::showMerged()
{
    const std::vector<RulePack>& packs = m_drafts->packs();
    bool isSame = static_cast<std::size_t>(m_tabs->count()) == packs.size();
    for (int i = 0; isSame && i < m_tabs->count(); ++i)
        isSame = m_tabs->tabText(i) == packs[static_cast<std::size_t>(i)].name;
    if (!isSame)
        return openPacks();
    // The person may be typing: only the lines that others changed move.
    m_opening = true;
    for (int i = 0; i < m_tabs->count(); ++i) {
        const RulePack& pack = packs[static_cast<std::size_t>(i)];
        editorAt(i)->changeTo(pack.text);
        m_packList->item(i)->setCheckState(pack.active ? Qt::Checked : Qt::Unchecked);
    }
    m_opening = false;
    evaluateLive();
}

void RulesPage::textChanged()
{
    if (m_opening)
        return;
    std::vector<RulePack> packs = m_drafts->packs();
    for (int i = 0; i < m_tabs->count(); ++i)
        packs[static_cast<std::size_t>(i)].text = editorAt(i)->text();
    m_drafts->change(std::move(packs));
    evaluateLive();
}

void RulesPage::togglePack(int index, bool active)
{
    if (m_opening || index < 0 || static_cast<std::size_t>(index) >= m_drafts->packs().size()
        || m_drafts->packs()[static_cast<std::size_t>(index)].active == active)
        return;
    std::vector<RulePack> packs = m_drafts->packs();
    packs[static_cast<std::size_t>(index)].active = active;
    m_drafts->change(std::move(packs));
    evaluateLive();
}

void RulesPage::evaluateLive()
{
    if (m_drafts->packs().empty())
        return;
    RuleSetVersion draft;
    draft.version = m_drafts->published().version;
    draft.packs = m_drafts->packs();
    std::vector<grl::Diagnostic> diagnostics;
    const Result<std::shared_ptr<const RuleEngine>> compiled = RuleEngine::compile(draft, &diagnostics);
    m_textIsValid = compiled.isOk();
    if (compiled) { // The draft is shown as it would decide here.
        m_draftRules = (*compiled)->withCeiling(
            ceilingOf(m_workspace.identity().settings().value(QLatin1String(kApprovalCeiling))));
    }
    showProblems(diagnostics);

    const int row = m_workspace.feed().rowOf(m_productId);
    if (row < 0) {
        m_live->showNothing(tr("Select a product in Planning to see what the rules decide for it."));
    } else if (!m_textIsValid) {
        m_live->showStale(tr("The text has errors."));
    } else {
        m_result = m_workspace.feed().explain(row, m_draftRules.get());
        m_hasResult = true;
        m_live->showResult(m_workspace.feed().facts(row), m_result.decision,
                           m_workspace.feed().explain(row).decision, m_workspace.identity().currency());
    }
    updateState();
    Q_EMIT liveResultChanged();
}

void RulesPage::showProblems(const std::vector<grl::Diagnostic>& diagnostics)
{
    QStringList ruleNames;
    if (m_draftRules)
        ruleNames = m_draftRules->ruleNames();
    for (int i = 0; i < m_tabs->count(); ++i) {
        RuleEditor* editor = editorAt(i);
        std::vector<grl::Diagnostic> own;
        std::copy_if(diagnostics.begin(), diagnostics.end(), std::back_inserter(own),
                     [&](const grl::Diagnostic& diagnostic) {
                         return qstring(diagnostic.pack)
                             == m_drafts->packs()[static_cast<std::size_t>(i)].name;
                     });
        editor->setDiagnostics(std::move(own));
        editor->setRuleNames(ruleNames);
    }
    m_problems->clear();
    for (const grl::Diagnostic& diagnostic : diagnostics) {
        const bool isError = diagnostic.severity == grl::Severity::Error;
        auto* item = new QTreeWidgetItem(m_problems,
                                         {qstring(diagnostic.message), qstring(diagnostic.pack),
                                          QString::number(diagnostic.line), qstring(diagnostic.hint)});
        item->setIcon(
            0,
            theme::icon(QStringLiteral("warning"), isError ? theme::Tone::Danger : theme::Tone::Attention));
        item->setToolTip(0, qstring(diagnostic.message));
        item->setData(0, kPackRole, qstring(diagnostic.pack));
        item->setData(0, kLineRole, diagnostic.line);
    }
    m_problems->setVisible(!diagnostics.empty());
}

void RulesPage::updateState()
{
    const RuleSetVersion& published = m_drafts->published();
    QString state;
    if (m_drafts->conflicting())
        state = tr("Draft of version %1, not saved yet").arg(m_drafts->basedOn());
    else if (!m_drafts->problem().isEmpty()) // Said where the person looks.
        state = tr("The draft could not be saved: %1").arg(m_drafts->problem());
    else if (!m_drafts->hasChanges())
        state = tr("Version %1, published by %2: these rules decide orders")
                    .arg(published.version)
                    .arg(published.author);
    else if (m_drafts->isOutdated())
        state = tr("Draft of version %1; meanwhile version %2 was published by %3")
                    .arg(m_drafts->basedOn())
                    .arg(published.version)
                    .arg(published.author);
    else
        state =
            tr("Draft of version %1, saved as you type; version %1 decides orders").arg(published.version);
    m_state->setText(state);
    m_publishing->update(m_textIsValid);
    updateBanner();
    Q_EMIT undoChanged();
}

void RulesPage::updateBanner()
{
    const RuleDraft* other = m_drafts->conflicting();
    m_banner->setVisible(other || m_drafts->isOutdated());
    QPalette palette = m_banner->palette();
    palette.setColor(QPalette::Window, theme::wash(theme::Tone::Attention));
    palette.setColor(QPalette::WindowText, theme::ink(theme::Tone::Attention));
    m_banner->setPalette(palette);
    m_bannerText->setPalette(palette);
    if (other) {
        m_bannerText->setText(
            tr("You changed the same lines in another window at %1. Both texts are kept; "
               "this one is saved when they are merged.")
                .arg(QLocale().toString(other->savedAt.toLocalTime(), QLocale::ShortFormat)));
    } else if (m_drafts->isOutdated()) {
        m_bannerText->setText(tr("%1 published version %2 while you worked on this draft: %3")
                                  .arg(m_drafts->published().author)
                                  .arg(m_drafts->published().version)
                                  .arg(m_drafts->published().reason));
    }
}

void RulesPage::setProduct(const QString& productId)
{
    if (m_productId == productId)
        return;
    m_productId = productId;
    evaluateLive();
}

void RulesPage::undo()
{
    if (RuleEditor* editor = currentEditor())
        editor->undo();
}

void RulesPage::redo()
{
    if (RuleEditor* editor = currentEditor())
        editor->redo();
}

bool RulesPage::canUndo() const
{
    const RuleEditor* editor = currentEditor();
    return editor && editor->isUndoAvailable();
}

bool RulesPage::canRedo() const
{
    const RuleEditor* editor = currentEditor();
    return editor && editor->isRedoAvailable();
}

RuleEditor* RulesPage::currentEditor() const
{
    return qobject_cast<RuleEditor*>(m_tabs->currentWidget());
}

RuleEditor* RulesPage::editorAt(int index) const
{
    return static_cast<RuleEditor*>(m_tabs->widget(index));
}

int RulesPage::editorOf(const QString& pack) const
{
    const std::vector<RulePack>& packs = m_drafts->packs();
    const auto found =
        std::find_if(packs.begin(), packs.end(), [&pack](const RulePack& one) { return one.name == pack; });
    return found == packs.end() ? -1 : static_cast<int>(found - packs.begin());
}

void RulesPage::goTo(const QString& pack, int line)
{
    const int index = editorOf(pack);
    if (index < 0)
        return;
    m_tabs->setCurrentIndex(index);
    currentEditor()->goToLine(line);
}

void RulesPage::nextProblem(int step)
{
    const int count = m_problems->topLevelItemCount();
    if (count == 0)
        return;
    const int current = m_problems->indexOfTopLevelItem(m_problems->currentItem());
    QTreeWidgetItem* item = m_problems->topLevelItem(current < 0 ? 0 : (current + step + count) % count);
    m_problems->setCurrentItem(item);
    goTo(item->data(0, kPackRole).toString(), item->data(0, kLineRole).toInt());
}

void RulesPage::showFind()
{
    if (RuleEditor* editor = currentEditor())
        m_find->open(editor);
}

void RulesPage::askLine()
{
    RuleEditor* editor = currentEditor();
    if (!editor)
        return;
    int line = 0;
    int column = 0;
    editor->getCursorPosition(&line, &column);
    QInputDialog dialog(this);
    dialog.setObjectName(QStringLiteral("dialog.goToLine"));
    dialog.setInputMode(QInputDialog::IntInput);
    dialog.setWindowTitle(tr("Go to line"));
    dialog.setLabelText(tr("Line, 1 to %1").arg(editor->lines()));
    dialog.setIntRange(1, editor->lines());
    dialog.setIntValue(line + 1);
    if (dialog.exec() == QDialog::Accepted)
        editor->goToLine(dialog.intValue());
}

void RulesPage::applyTheme()
{
    for (int i = 0; i < m_tabs->count(); ++i)
        editorAt(i)->applyTheme();
    m_proposals->showState();
    evaluateLive();
}

void RulesPage::keepJournalIn(QSettings& settings)
{
    m_drafts->keepJournalIn(DraftJournal(settings, m_workspace.connection().location));
}

void RulesPage::flushDraft()
{
    m_drafts->saveAtEnd();
}

void RulesPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    window()->installEventFilter(this);
    m_publishing->setShown(true);
    m_drafts->lookAgain();
}

void RulesPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_publishing->setShown(false);
}

bool RulesPage::eventFilter(QObject* watched, QEvent* event)
{
    // Back from another window, where the draft may have gone on.
    if (event->type() == QEvent::WindowActivate && isVisible())
        m_drafts->lookAgain();
    return QWidget::eventFilter(watched, event);
}

} // namespace purchasing::ui
