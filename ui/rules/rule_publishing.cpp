#include "ui/rules/rule_publishing.h"

#include "core/domain/rule_merge.h"
#include "core/flow/delivered_rules.h"
#include "ui/parts/action_state.h"
#include "ui/rules/draft_keeper.h"
#include "ui/rules/merge_dialog.h"
#include "ui/rules/publish_dialog.h"
#include "ui/rules/versions_dialog.h"
#include "ui/theme/theme.h"
#include "ui/workspace/when_ready.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace purchasing::ui {

RulePublishing::RulePublishing(Workspace& workspace, DraftKeeper& drafts, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_drafts(drafts)
    , m_window(window)
    , m_publish(addAction("publish", tr("&Publish…"), "action.publish"))
    , m_discard(addAction("close", tr("&Discard draft"), "action.discardDraft"))
    , m_versions(addAction("", tr("&Versions…"), "action.versions"))
    , m_addPacks(addAction("", tr("&Add delivered packs"), "action.addDeliveredPacks"))
    , m_merge(addAction("", tr("&Merge…"), "action.mergeDraft"))
{
    m_publish->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return));
    connect(m_publish, &QAction::triggered, this, &RulePublishing::publish);
    connect(m_discard, &QAction::triggered, this, &RulePublishing::discard);
    connect(m_versions, &QAction::triggered, this, &RulePublishing::showVersions);
    connect(m_addPacks, &QAction::triggered, this, &RulePublishing::addDeliveredPacks);
    connect(m_merge, &QAction::triggered, this, &RulePublishing::merge);
}

QAction* RulePublishing::addAction(const char* icon, const QString& text, const char* name)
{
    auto* action =
        icon[0] ? new QAction(theme::icon(QLatin1String(icon)), text, this) : new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    return action;
}

void RulePublishing::setShown(bool isShown)
{
    m_isShown = isShown;
    update(m_isTextValid);
}

void RulePublishing::update(bool isTextValid)
{
    m_isTextValid = isTextValid;
    const bool isChanged = m_drafts.hasChanges();
    const bool isReadOnly = m_workspace.connection().readOnly;
    explainAction(m_publish, tr("Make this draft the rules that decide orders"),
                  isReadOnly                   ? tr("the database is open read-only")
                      : !isChanged             ? tr("nothing was changed")
                      : !m_isShown             ? tr("switch to Rules to see what is published")
                      : !isTextValid           ? tr("the text has errors")
                      : m_drafts.conflicting() ? tr("another window has another draft; merge them first")
                      : m_drafts.isOutdated()
                      ? tr("another version was published; merge it into the draft first")
                      : QString());
    explainAction(m_discard,
                  m_drafts.conflicting() ? tr("Throw this text away and go on with the other window's")
                                         : tr("Throw the draft away and go back to the published rules"),
                  isChanged ? QString() : tr("there is no draft"));
    explainAction(m_addPacks, tr("Add the packs that came with a newer version of this program to the draft"),
                  deliveredPacksMissingIn(m_drafts.packs()).empty() ? tr("the draft has all delivered packs")
                                                                    : QString());
    const bool isToMerge = m_drafts.conflicting() || m_drafts.isOutdated();
    explainAction(m_merge, tr("Bring together your changes and those of others; nothing is lost"),
                  isToMerge ? QString() : tr("nobody else changed the rules"));
}

RulePublishing::Seen RulePublishing::see() const
{
    return {m_drafts.packs(), m_drafts.basedOn(), m_drafts.conflicting() != nullptr};
}

bool RulePublishing::isStill(const Seen& seen, const QString& what)
{
    const Seen now = see();
    if (now.packs == seen.packs && now.basedOn == seen.basedOn && now.isConflicting == seen.isConflicting)
        return true;
    Q_EMIT failed(what,
                  {ErrorKind::Stale,
                   tr("Another window of yours changed the draft meanwhile. Look at it, and try again."),
                   {}});
    return false;
}

void RulePublishing::publish()
{
    if (!m_publish->isEnabled())
        return;
    m_drafts.save();
    const Seen seen = see();
    if (!isStill(seen, tr("Publishing the rules")))
        return;
    const bool isProposal = !m_workspace.identity().actor().singleOperator;
    PublishDialog dialog(m_drafts.published(), seen.packs, isProposal, m_reason, m_window);
    const int answer = dialog.exec();
    m_reason = dialog.reason();
    if (answer != QDialog::Accepted || !isStill(seen, tr("Publishing the rules")))
        return;
    RuleStore& rules = *m_workspace.connection().ports.rules;
    if (isProposal) {
        const auto asked =
            rules.propose(seen.packs, seen.basedOn, dialog.reason(), m_workspace.identity().actor());
        m_workspace.answers().expect(asked, tr("proposing the rules"));
        whenReady(asked, this, [this](const Result<RuleProposal>& proposal) {
            if (!proposal)
                return Q_EMIT failed(tr("Proposing the rules"), proposal.error());
            m_reason.clear();
            m_workspace.noticeChange();
            Q_EMIT proposed();
            Q_EMIT done(tr("Version %1 is proposed. Another person confirms it here, in Rules, in "
                           "their own session; until then version %2 decides orders")
                            .arg(proposal->basedOn + 1)
                            .arg(proposal->basedOn));
        });
        return;
    }
    const auto asked =
        rules.publish(seen.packs, seen.basedOn, dialog.reason(), m_workspace.identity().actor());
    m_workspace.answers().expect(asked, tr("publishing the rules"));
    whenReady(asked, this, [this](const Result<RuleSetVersion>& version) {
        if (!version)
            return Q_EMIT failed(tr("Publishing the rules"), version.error());
        m_reason.clear();
        m_drafts.markPublished(*version);
        m_workspace.feed().reload();
        Q_EMIT done(tr("Version %1 was published and decides orders from now on").arg(version->version));
    });
}

void RulePublishing::discard()
{
    QMessageBox question(QMessageBox::Question, tr("Discard draft"),
                         tr("Throw away your changes to the rules?"), QMessageBox::Cancel, m_window);
    question.setObjectName(QStringLiteral("dialog.discardDraft"));
    const Seen seen = see();
    const RuleDraft* other = m_drafts.conflicting();
    QStringList changes = packChanges(other ? other->packs : m_drafts.published().packs, seen.packs);
    if (other)
        changes << tr("What you changed in the other window stays.");
    question.setInformativeText(changes.join(QLatin1Char('\n')));
    QPushButton* discardButton = question.addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    question.setDefaultButton(QMessageBox::Cancel);
    question.exec();
    if (question.clickedButton() != discardButton || !isStill(seen, tr("Discarding the draft")))
        return;
    m_reason.clear();
    if (const RuleDraft* theirs = m_drafts.conflicting())
        m_drafts.settle(std::vector<RulePack>(theirs->packs)); // Nobody asked to lose that one.
    else
        m_drafts.replace(m_drafts.published().packs);
}

void RulePublishing::addDeliveredPacks()
{
    std::vector<RulePack> packs = m_drafts.packs();
    for (RulePack& pack : deliveredPacksMissingIn(packs))
        packs.push_back(std::move(pack));
    m_drafts.amend(std::move(packs));
}

void RulePublishing::showVersions()
{
    whenReady(m_workspace.connection().ports.rules->versions(), this,
              [this](const Result<std::vector<RuleSetVersion>>& versions) {
                  if (!versions)
                      return Q_EMIT failed(tr("Reading the versions"), versions.error());
                  if (versions->empty())
                      return;
                  const Seen seen = see();
                  VersionsDialog dialog(*versions, seen.packs, m_window);
                  if (dialog.exec() != QDialog::Accepted || !isStill(seen, tr("Restoring a version")))
                      return;
                  if (seen.isConflicting) {
                      return Q_EMIT failed(tr("Restoring a version"),
                                           {ErrorKind::Conflict,
                                            tr("Another window has another draft. Merge them first, or "
                                               "discard this one."),
                                            {}});
                  }
                  m_drafts.replace(dialog.chosen().packs); // A change of what is published now.
              });
}

void RulePublishing::merge()
{
    if (const RuleDraft* other = m_drafts.conflicting()) {
        const QString time = QLocale().toString(other->savedAt.toLocalTime(), QLocale::ShortFormat);
        MergeDialog dialog(m_drafts.mergeWithOther(),
                           tr("You changed the same rules in another window at %1. What only one window "
                              "changed is merged already; decide about the rest.")
                               .arg(time),
                           tr("Other window, %1").arg(time), m_window);
        if (dialog.exec() == QDialog::Accepted)
            m_drafts.settle(dialog.packs());
        return;
    }
    if (!m_drafts.isOutdated())
        return;
    whenReady(m_workspace.connection().ports.rules->versions(), this,
              [this](const Result<std::vector<RuleSetVersion>>& versions) {
                  if (!versions)
                      return Q_EMIT failed(tr("Reading the versions"), versions.error());
                  const auto base =
                      std::find_if(versions->begin(), versions->end(), [this](const RuleSetVersion& one) {
                          return one.version == m_drafts.basedOn();
                      });
                  if (base != versions->end())
                      mergePublished(*base);
              });
}

void RulePublishing::mergePublished(const RuleSetVersion& base)
{
    const RuleSetVersion published = m_drafts.published();
    const Seen seen = see();
    RuleMerge merge(base.packs, seen.packs, published.packs);
    if (!merge.conflicts().empty()) {
        MergeDialog dialog(std::move(merge),
                           tr("%1 published version %2 (%3) and changed the same rules as you. What only one "
                              "of you changed is merged already; decide about the rest.")
                               .arg(published.author)
                               .arg(published.version)
                               .arg(published.reason),
                           tr("Version %1 by %2").arg(published.version).arg(published.author), m_window);
        if (dialog.exec() == QDialog::Accepted && isStill(seen, tr("Merging the rules")))
            m_drafts.rebase(dialog.packs(), published.version);
        return;
    }
    m_drafts.rebase(merge.packs(), published.version);
    Q_EMIT done(tr("%n change(s) of version %1 were merged into your draft", nullptr, merge.taken())
                    .arg(published.version));
}

} // namespace purchasing::ui
