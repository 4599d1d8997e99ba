#include "ui/rules/rules_page.h"

#include "core/domain/approval_ceiling.h"
#include "ui/parts/panel_layout.h"
#include "ui/rules/draft_check.h"
#include "ui/rules/draft_keeper.h"
#include "ui/rules/find_bar.h"
#include "ui/rules/live_product.h"
#include "ui/rules/live_result.h"
#include "ui/rules/problem_list.h"
#include "ui/rules/proposal_banner.h"
#include "ui/rules/rule_editor.h"
#include "ui/rules/rule_publishing.h"
#include "ui/theme/theme.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>

namespace purchasing::ui {
namespace {

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
    , m_problems(new ProblemList(this))
    , m_check(new DraftCheck(this))
    , m_product(new LiveProduct(workspace.feed(), this))
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

    auto* middle = new QWidget(this);
    auto* middleLayout = new QVBoxLayout(middle);
    middleLayout->setContentsMargins(0, 0, 0, 0);
    middleLayout->addWidget(m_tabs, 1);
    middleLayout->addWidget(m_find);
    auto* right = new QWidget(this);
    auto* rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(0, 0, 0, 0);
    rightLayout->addWidget(m_product);
    rightLayout->addWidget(m_live, 1);
    auto* texts = new QSplitter(Qt::Horizontal, this);
    texts->addWidget(m_packList);
    texts->addWidget(middle);
    texts->setStretchFactor(0, 0);
    texts->setStretchFactor(1, 1);
    texts->setSizes({190, 760});
    texts->setChildrenCollapsible(false);
    auto* left = new QWidget(this); // Below the packs, too, a problem's sentence has room.
    auto* leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->addWidget(texts, 1);
    leftLayout->addWidget(m_problems);
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(left);
    splitter->addWidget(right);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({950, 420});
    m_tabs->setMinimumWidth(320);
    right->setMinimumWidth(280);
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
    connect(m_problems, &ProblemList::placeWanted, this, &RulesPage::goTo);
    connect(m_check, &DraftCheck::answered, this, &RulesPage::showAnswer);
    connect(m_product, &LiveProduct::changed, this, &RulesPage::evaluateLive);
    connect(&m_workspace.feed(), &CatalogueFeed::rowChanged, this, [this](int row) {
        if (row < 0 || row == m_workspace.feed().rowOf(product()))
            evaluateLive();
    });
    m_live->showNothing(tr("Select a product in Planning to see what the rules decide for it."));
}

RulesPage::~RulesPage() = default;

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
    connect(editor, &QsciScintilla::textChanged, this, [this, editor] { textChanged(editor); });
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

void RulesPage::textChanged(const RuleEditor* editor)
{
    const int index = m_tabs->indexOf(editor);
    if (m_opening || index < 0)
        return;
    std::vector<RulePack> packs = m_drafts->packs();
    packs[static_cast<std::size_t>(index)].text = editor->text();
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
    updateState();
    if (!isVisible())
        return; // What nobody sees is made up for when the page is shown.
    const CatalogueFeed& feed = m_workspace.feed();
    DraftQuestion question;
    question.draft.version = m_drafts->published().version;
    question.draft.packs = m_drafts->packs();
    question.ceiling = ceilingOf(m_workspace.identity().settings().value(QLatin1String(kApprovalCeiling)));
    if (const int row = feed.rowOf(product()); row >= 0)
        question.facts = feed.facts(row);
    question.published = feed.rules();
    question.today = feed.today();
    m_check->ask(std::move(question));
}

void RulesPage::showAnswer(const DraftAnswer& answer)
{
    m_textIsValid = answer.rules != nullptr;
    if (answer.rules)
        m_draftRules = answer.rules;
    showProblems(answer.diagnostics);
    if (!answer.facts) {
        m_live->showNothing(tr("Select a product in Planning to see what the rules decide for it."));
    } else if (!m_textIsValid) {
        m_live->showStale(tr("The text has errors."));
    } else {
        m_result = answer.decided;
        m_hasResult = true;
        const RuleNotes notes(answer.facts->product.productId, m_result);
        for (int i = 0; i < m_tabs->count(); ++i)
            editorAt(i)->setNotes(notes);
        m_live->showResult(*answer.facts, m_result.decision, answer.published,
                           m_workspace.identity().currency());
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
    m_problems->showProblems(diagnostics);
}

void RulesPage::updateState()
{
    const RuleSetVersion& published = m_drafts->published();
    QString state;
    if (m_drafts->conflicting())
        state = tr("Draft of version %1, not saved yet").arg(m_drafts->basedOn());
    else if (!m_drafts->problem().isEmpty()) // Said where the person looks.
        state = tr("The draft could not be saved: %1").arg(m_drafts->problem());
    else if (!m_drafts->hasChanges() && !published.confirmedBy.isEmpty())
        state = tr("Version %1, published by %2 and confirmed by %3: these rules decide orders")
                    .arg(published.version)
                    .arg(published.author, published.confirmedBy);
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
    m_product->setPlanningProduct(productId);
}

QString RulesPage::product() const
{
    return m_product->product();
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

void RulesPage::goTo(const QString& pack, int line, int column)
{
    const int index = editorOf(pack);
    if (index < 0)
        return;
    m_tabs->setCurrentIndex(index);
    currentEditor()->goTo(line, column);
}

void RulesPage::applyTheme()
{
    for (int i = 0; i < m_tabs->count(); ++i)
        editorAt(i)->applyTheme();
    m_proposals->showState();
    evaluateLive();
}

void RulesPage::keepStateIn(QSettings& settings)
{
    m_product->keepIn(settings);
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
    evaluateLive();
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
