#include "ui/rules/rules_page.h"

#include "core/flow/delivered_rules.h"
#include "ui/orders/order_actions.h"
#include "ui/rules/find_bar.h"
#include "ui/rules/live_result.h"
#include "ui/rules/publish_dialog.h"
#include "ui/rules/rule_editor.h"
#include "ui/rules/versions_dialog.h"
#include "ui/theme/theme.h"
#include "ui/workspace/when_ready.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QToolBar>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

namespace purchasing::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kSaveDelay = 400ms; // A crash loses less than a second of typing.
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
    , m_tabs(new QTabWidget(this))
    , m_packList(new QListWidget(this))
    , m_problems(new QTreeWidget(this))
    , m_live(new LiveResult(this))
    , m_find(new FindBar(this))
    , m_state(new QLabel(this))
{
    setObjectName(QStringLiteral("page.rules"));
    buildActions();

    auto* bar = new QToolBar(this);
    bar->setIconSize(QSize(18, 18));
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addActions({m_publish, m_discard, m_versions});
    bar->widgetForAction(m_publish)->setObjectName(QStringLiteral("btn.publish"));
    bar->widgetForAction(m_discard)->setObjectName(QStringLiteral("btn.discardDraft"));
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
    layout->addWidget(splitter, 1);

    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(kSaveDelay);
    connect(&m_saveTimer, &QTimer::timeout, this, &RulesPage::flushDraft);
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
    connect(&m_workspace, &Workspace::catalogueReset, this, &RulesPage::loadPublished);
    connect(&m_workspace, &Workspace::rulesChanged, this, &RulesPage::loadPublished);
    connect(&m_workspace, &Workspace::rowChanged, this, [this](int row) {
        if (row < 0 || row == m_workspace.rowOf(m_productId))
            evaluateLive();
    });
    connect(&m_workspace, &Workspace::identityChanged, this, &RulesPage::changePerson);
    connect(&m_workspace, &Workspace::stalenessChanged, this, [this] {
        if (m_workspace.staleReason().isEmpty() && m_draftOf.personId.isEmpty())
            loadDraft(); // It could not be read before.
    });
    m_live->showNothing(tr("Select a product in Planning to see what the rules decide for it."));
    loadPublished();
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
    m_undo = make("undo", tr("&Undo"), "action.undo", QKeySequence(Qt::CTRL | Qt::Key_Z), [this] {
        if (RuleEditor* editor = currentEditor())
            editor->undo();
    });
    m_redo = make("redo", tr("&Redo"), "action.redo", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), [this] {
        if (RuleEditor* editor = currentEditor())
            editor->redo();
    });
    m_publish = make("publish", tr("&Publish…"), "action.publish",
                     QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return), [this] { publish(); });
    m_discard = make("close", tr("&Discard draft"), "action.discardDraft", {}, [this] { discard(); });
    m_versions = make("", tr("&Versions…"), "action.versions", {}, [this] { showVersions(); });
    m_addPacks =
        make("", tr("&Add delivered packs"), "action.addDeliveredPacks", {}, [this] { addDeliveredPacks(); });
    m_next = make("", tr("&Next problem"), "action.nextProblem", QKeySequence(Qt::Key_F8),
                  [this] { nextProblem(1); });
    m_previous = make("", tr("Previous pro&blem"), "action.previousProblem",
                      QKeySequence(Qt::SHIFT | Qt::Key_F8), [this] { nextProblem(-1); });
    m_comment = make("", tr("&Comment or uncomment lines"), "action.comment", {}, [this] {
        if (RuleEditor* editor = currentEditor())
            editor->toggleComment();
    });
    m_comment->setToolTip(tr("Ctrl+/ in the editor"));
}

QList<QAction*> RulesPage::ruleActions() const
{
    return {m_publish, m_discard, m_versions, m_addPacks, m_next, m_previous, m_comment};
}

void RulesPage::loadPublished()
{
    whenReady(m_workspace.connection().ports.rules->current(), this,
              [this](const Result<RuleSetVersion>& current) {
                  if (!current)
                      return Q_EMIT failed(tr("Reading the rules"), current.error());
                  const bool isNew = current->version != m_published.version;
                  const bool hadChanges = !m_packs.empty() && hasChanges();
                  if (!isNew && !m_packs.empty())
                      return;
                  m_published = *current;
                  if (hadChanges) {
                      if (!hasChanges())
                          m_basedOn = m_published.version; // It is what was published.
                      return updateState(); // The draft stays; the state line says that another version was
                                            // published.
                  }
                  m_basedOn = m_published.version;
                  m_packs = m_published.packs;
                  openPacks(m_packs);
                  loadDraft();
              });
}

void RulesPage::loadDraft()
{
    const Actor person = m_workspace.actor();
    if (m_packs.empty() || person.personId.isEmpty())
        return; // Called again when both are known.
    whenReady(m_workspace.connection().ports.rules->draft(person), this,
              [this, person](const Result<std::optional<RuleDraft>>& draft) {
                  if (!draft || person.personId != m_workspace.actor().personId)
                      return;
                  m_draftOf = person;
                  if (!draft->has_value() || hasChanges())
                      return;
                  m_packs = (*draft)->packs;
                  m_basedOn = hasChanges() ? (*draft)->basedOn : m_published.version;
                  openPacks(m_packs);
                  if (hasChanges())
                      Q_EMIT done(tr("Your draft of %1 was opened")
                                      .arg(QLocale().toString((*draft)->savedAt.toLocalTime(),
                                                              QLocale::ShortFormat)));
              });
}

void RulesPage::changePerson()
{
    if (m_draftOf.personId.isEmpty())
        return loadDraft();
    if (m_draftOf.personId == m_workspace.actor().personId)
        return;
    // Everybody has a draft of their own: this one is put away under its author's name before the other is
    // opened.
    const auto openOwn = [this] {
        m_packs = m_published.packs;
        m_basedOn = m_published.version;
        openPacks(m_packs);
        loadDraft();
    };
    const Actor author = std::exchange(m_draftOf, {});
    m_saveTimer.stop();
    if (!hasChanges() || m_workspace.connection().readOnly)
        return openOwn();
    whenReady(m_workspace.connection().ports.rules->saveDraft({m_packs, m_basedOn, {}}, author), this,
              [this, openOwn](const Result<Done>& saved) {
                  if (!saved)
                      Q_EMIT failed(tr("Saving the draft"), saved.error());
                  openOwn();
              });
}

void RulesPage::openPacks(const std::vector<RulePack>& packs)
{
    m_opening = true;
    const int shown = std::max(0, m_tabs->currentIndex());
    while (m_tabs->count() > 0) {
        QWidget* page = m_tabs->widget(0);
        m_tabs->removeTab(0);
        page->deleteLater();
    }
    m_packList->clear();
    for (const RulePack& pack : packs) {
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
        connect(editor, &QsciScintilla::copyAvailable, this, &RulesPage::updateState);
    }
    m_tabs->setCurrentIndex(std::min(shown, m_tabs->count() - 1));
    m_packList->setCurrentRow(m_tabs->currentIndex());
    m_opening = false;
    evaluateLive();
}

bool RulesPage::hasChanges() const
{
    return m_packs != m_published.packs;
}

void RulesPage::textChanged()
{
    if (m_opening)
        return;
    for (int i = 0; i < m_tabs->count(); ++i)
        m_packs[static_cast<std::size_t>(i)].text = static_cast<RuleEditor*>(m_tabs->widget(i))->text();
    evaluateLive();
    m_saveTimer.start();
}

void RulesPage::togglePack(int index, bool active)
{
    if (m_opening || index < 0 || static_cast<std::size_t>(index) >= m_packs.size()
        || m_packs[static_cast<std::size_t>(index)].active == active)
        return;
    m_packs[static_cast<std::size_t>(index)].active = active;
    evaluateLive();
    m_saveTimer.start();
}

void RulesPage::evaluateLive()
{
    if (m_packs.empty())
        return;
    RuleSetVersion draft;
    draft.version = m_published.version;
    draft.packs = m_packs;
    std::vector<grl::Diagnostic> diagnostics;
    const Result<std::shared_ptr<const RuleEngine>> compiled = RuleEngine::compile(draft, &diagnostics);
    m_textIsValid = compiled.isOk();
    if (compiled)
        m_draftRules = *compiled;
    showProblems(diagnostics);

    const int row = m_workspace.rowOf(m_productId);
    if (row < 0) {
        m_live->showNothing(tr("Select a product in Planning to see what the rules decide for it."));
    } else if (!m_textIsValid) {
        m_live->showStale(tr("The text has errors."));
    } else {
        m_result = m_workspace.explain(row, m_draftRules.get());
        m_hasResult = true;
        m_live->showResult(m_workspace.facts(row), m_result.decision, m_workspace.explain(row).decision,
                           m_workspace.currency());
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
        auto* editor = static_cast<RuleEditor*>(m_tabs->widget(i));
        std::vector<grl::Diagnostic> own;
        std::copy_if(diagnostics.begin(), diagnostics.end(), std::back_inserter(own),
                     [&](const grl::Diagnostic& diagnostic) {
                         return qstring(diagnostic.pack) == m_packs[static_cast<std::size_t>(i)].name;
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
    const bool changed = hasChanges();
    QString state;
    if (!changed)
        state = tr("Version %1, published by %2: these rules decide orders")
                    .arg(m_published.version)
                    .arg(m_published.author);
    else if (m_basedOn != m_published.version)
        state = tr("Draft of version %1; meanwhile version %2 was published by %3")
                    .arg(m_basedOn)
                    .arg(m_published.version)
                    .arg(m_published.author);
    else
        state =
            tr("Draft of version %1, saved as you type; version %1 decides orders").arg(m_published.version);
    m_state->setText(state);

    const QString readOnly =
        m_workspace.connection().readOnly ? tr("the database is open read-only") : QString();
    explainAction(m_publish, tr("Make this draft the rules that decide orders"),
                  !readOnly.isEmpty()  ? readOnly
                      : !changed       ? tr("nothing was changed")
                      : !m_textIsValid ? tr("the text has errors")
                      : m_basedOn != m_published.version
                      ? tr("another version was published; compare it under Versions and discard or restore")
                      : QString());
    explainAction(m_discard, tr("Throw the draft away and go back to the published rules"),
                  changed ? QString() : tr("there is no draft"));
    explainAction(m_addPacks, tr("Add the packs that came with a newer version of this program to the draft"),
                  deliveredPacksMissingIn(m_packs).empty() ? tr("the draft has all delivered packs")
                                                           : QString());
    const RuleEditor* editor = currentEditor();
    explainAction(m_undo, tr("Undo the last change of the rule text"),
                  editor && editor->isUndoAvailable() ? QString()
                                                      : tr("there is nothing to undo in the rules"));
    explainAction(m_redo, tr("Redo"),
                  editor && editor->isRedoAvailable() ? QString()
                                                      : tr("there is nothing to redo in the rules"));
}

void RulesPage::setProduct(const QString& productId)
{
    if (m_productId == productId)
        return;
    m_productId = productId;
    evaluateLive();
}

RuleEditor* RulesPage::currentEditor() const
{
    return qobject_cast<RuleEditor*>(m_tabs->currentWidget());
}

int RulesPage::editorOf(const QString& pack) const
{
    for (std::size_t i = 0; i < m_packs.size(); ++i) {
        if (m_packs[i].name == pack)
            return static_cast<int>(i);
    }
    return -1;
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

void RulesPage::applyTheme()
{
    for (int i = 0; i < m_tabs->count(); ++i)
        static_cast<RuleEditor*>(m_tabs->widget(i))->applyTheme();
    evaluateLive();
}

void RulesPage::flushDraft()
{
    if (m_saveTimer.isActive())
        m_saveTimer.stop();
    if (m_packs.empty() || m_workspace.connection().readOnly)
        return;
    RuleStore& rules = *m_workspace.connection().ports.rules;
    if (!hasChanges()) {
        if (!m_draftOf.personId.isEmpty()) // A draft that was not read yet is not one that was undone.
            rules.discardDraft(m_draftOf);
        return;
    }
    const Actor author = m_draftOf.personId.isEmpty() ? m_workspace.actor() : m_draftOf;
    whenReady(rules.saveDraft({m_packs, m_basedOn, {}}, author), this, [this](const Result<Done>& saved) {
        if (!saved) // Said where the person looks; the text itself is still in the editor.
            m_state->setText(tr("The draft could not be saved: %1").arg(saved.error().message));
    });
}

void RulesPage::publish()
{
    if (!m_publish->isEnabled())
        return;
    flushDraft();
    const auto ask = [this](std::vector<Person> people) {
        PublishDialog dialog(m_published, m_packs, people, this);
        if (dialog.exec() != QDialog::Accepted)
            return;
        whenReady(
            m_workspace.connection().ports.rules->publish(m_packs, m_basedOn, dialog.reason(),
                                                          m_workspace.actor(), dialog.secondPerson()),
            this, [this](const Result<RuleSetVersion>& version) {
                if (!version)
                    return Q_EMIT failed(tr("Publishing the rules"), version.error());
                m_published = *version;
                m_basedOn = version->version; // What was typed meanwhile stays, as a draft of it.
                updateState();
                m_workspace.reload();
                Q_EMIT done(
                    tr("Version %1 was published and decides orders from now on").arg(version->version));
            });
    };
    if (m_workspace.actor().singleOperator)
        return ask({});
    whenReady(m_workspace.connection().ports.people->people(), this,
              [this, ask](const Result<std::vector<Person>>& people) {
                  if (!people)
                      return Q_EMIT failed(tr("Reading the people"), people.error());
                  std::vector<Person> others;
                  std::copy_if(people->begin(), people->end(), std::back_inserter(others),
                               [this](const Person& person) {
                                   return person.enabled && person.personId != m_workspace.actor().personId;
                               });
                  ask(std::move(others));
              });
}

void RulesPage::discard()
{
    QMessageBox question(QMessageBox::Question, tr("Discard draft"),
                         tr("Throw away your changes to the rules?"), QMessageBox::Cancel, this);
    question.setObjectName(QStringLiteral("dialog.discardDraft"));
    question.setInformativeText(packChanges(m_published.packs, m_packs).join(QLatin1Char('\n')));
    QPushButton* discardButton = question.addButton(tr("Discard"), QMessageBox::DestructiveRole);
    question.exec();
    if (question.clickedButton() != discardButton)
        return;
    m_packs = m_published.packs;
    m_basedOn = m_published.version;
    openPacks(m_packs);
    flushDraft();
}

void RulesPage::addDeliveredPacks()
{
    for (RulePack& pack : deliveredPacksMissingIn(m_packs))
        m_packs.push_back(std::move(pack));
    openPacks(m_packs);
    m_saveTimer.start();
    updateState();
}

void RulesPage::showVersions()
{
    whenReady(m_workspace.connection().ports.rules->versions(), this,
              [this](const Result<std::vector<RuleSetVersion>>& versions) {
                  if (!versions)
                      return Q_EMIT failed(tr("Reading the versions"), versions.error());
                  if (versions->empty())
                      return;
                  VersionsDialog dialog(*versions, this);
                  if (dialog.exec() != QDialog::Accepted)
                      return;
                  m_packs = dialog.chosen().packs;
                  m_basedOn = m_published.version; // A restored text is a change of what is published now.
                  openPacks(m_packs);
                  m_saveTimer.start();
              });
}

} // namespace purchasing::ui
