#include "ui/rules/draft_keeper.h"

#include "ui/workspace/when_ready.h"
#include "ui/workspace/workspace.h"

#include <QDeadlineTimer>
#include <QLocale>
#include <QThread>

#include <algorithm>
#include <chrono>
#include <utility>

namespace purchasing::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kSaveDelay = 400ms; // A crash loses less than a second of typing.
constexpr auto kPatienceAtEnd = 2s;

QString timeText(const QDateTime& moment)
{
    return QLocale().toString(moment.toLocalTime(), QLocale::ShortFormat);
}

} // namespace

DraftKeeper::DraftKeeper(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(kSaveDelay);
    connect(&m_saveTimer, &QTimer::timeout, this, &DraftKeeper::save);
    connect(&m_workspace.feed(), &CatalogueFeed::catalogueReset, this, &DraftKeeper::loadPublished);
    connect(&m_workspace.rulesInForce(), &RulesInForce::rulesChanged, this, &DraftKeeper::loadPublished);
    connect(&m_workspace.identity(), &Identity::identityChanged, this, &DraftKeeper::changePerson);
    connect(&m_workspace.feed(), &CatalogueFeed::stalenessChanged, this, [this] {
        if (!m_workspace.feed().staleReason().isEmpty())
            return;
        if (m_draftOf.personId.isEmpty())
            loadDraft(); // It could not be read before.
        else if (!m_problem.isEmpty())
            save();
    });
    loadPublished();
}

void DraftKeeper::loadPublished()
{
    whenReady(m_workspace.connection().ports.rules->current(), this,
              [this](const Result<RuleSetVersion>& current) {
                  if (!current) {
                      setRead();
                      return Q_EMIT failed(tr("Reading the rules"), current.error());
                  }
                  if (current->version == m_published.version && !m_packs.empty())
                      return;
                  const bool hadChanges = !m_packs.empty() && hasChanges();
                  m_published = *current;
                  if (hadChanges) {
                      if (!hasChanges())
                          m_basedOn = m_published.version; // It is what was published.
                      Q_EMIT updated(); // The draft stays, and can be merged.
                      return lookAgain();
                  }
                  startAnew();
              });
}

void DraftKeeper::startAnew()
{
    m_packs = m_published.packs;
    m_basedOn = m_published.version;
    m_stored = {m_packs, m_basedOn, m_stored.revision, false};
    m_theirs.reset();
    Q_EMIT opened();
    loadDraft();
}

void DraftKeeper::loadDraft()
{
    const Actor person = m_workspace.identity().actor();
    if (m_packs.empty() || person.personId.isEmpty())
        return; // Called again when both are known.
    if (m_isReading) {
        m_readAgain = true;
        return;
    }
    m_isReading = true;
    RuleStore& rules = *m_workspace.connection().ports.rules;
    whenReady(rules.draft(person), this, [this, person, &rules](const Result<RuleDraft>& draft) {
        m_isReading = false;
        if (std::exchange(m_readAgain, false) || person.personId != m_workspace.identity().actor().personId)
            return loadDraft();
        if (!draft || isOfAnother())
            return setRead();
        if (m_draftOf.personId != person.personId)
            openJournal(person.personId);
        m_draftOf = person;
        if (draft->revision == m_stored.revision || m_isSaving || m_theirs)
            return setRead();
        if (!draft->packs.empty()) {
            takeTheirs(*draft, m_published);
            return setRead();
        }
        setRead();
        // It ended, perhaps by becoming a version that is not known here yet.
        whenReady(rules.current(), this, [this, draft = *draft](const Result<RuleSetVersion>& current) {
            if (current && !m_isSaving && !m_theirs)
                takeTheirs(draft, *current);
        });
    });
}

void DraftKeeper::setRead()
{
    if (!std::exchange(m_isRead, true))
        Q_EMIT wasRead();
}

void DraftKeeper::lookAgain()
{
    if (!m_draftOf.personId.isEmpty() && !m_isSaving && !m_theirs)
        loadDraft();
}

void DraftKeeper::takeTheirs(const RuleDraft& draft, const RuleSetVersion& current)
{
    const bool isMine = m_packs != m_stored.packs; // Something here is not stored.
    if (draft.packs.empty()) {
        const bool hadDraft = std::exchange(m_stored.isDraft, false);
        m_stored.revision = draft.revision;
        if (current.version > m_basedOn && hadDraft) {
            m_published = current;
            return takeTheirs({current.packs, current.version, current.publishedAt, draft.revision}, current);
        }
        if (isMine) {
            if (hadDraft)
                Q_EMIT done(tr("Your draft was discarded in another window; what is here stays"));
            m_stored.packs = m_published.packs;
            return save();
        }
        if (hadDraft) {
            m_packs = m_published.packs;
            m_basedOn = m_published.version;
            m_stored.packs = m_packs;
            Q_EMIT opened();
            Q_EMIT done(tr("Your draft was discarded in another window"));
        }
        return;
    }
    const RuleMerge merge(m_stored.packs, m_packs, draft.packs);
    if (!merge.conflicts().empty()) {
        m_theirs = draft;
        writeJournal();
        return Q_EMIT updated();
    }
    const bool isFirst = !m_stored.isDraft && !isMine;
    const bool isNews = merge.packs() != m_packs;
    adopt(draft, merge.packs());
    if (!isNews)
        return;
    Q_EMIT done(isFirst ? tr("Your draft of %1 was opened").arg(timeText(draft.savedAt))
                        : tr("What you changed in another window at %1 was merged into this draft")
                              .arg(timeText(draft.savedAt)));
}

void DraftKeeper::adopt(const RuleDraft& theirs, std::vector<RulePack> packs)
{
    const bool isFresh = m_packs == m_stored.packs && !m_stored.isDraft;
    const bool isNews = packs != m_packs;
    m_theirs.reset();
    m_problem.clear();
    m_packs = std::move(packs);
    m_basedOn = hasChanges() ? std::max(isFresh ? 0 : m_basedOn, theirs.basedOn) : m_published.version;
    setStored(theirs);
    if (isNews)
        isFresh ? Q_EMIT opened() : Q_EMIT merged();
    Q_EMIT updated();
    save();
}

void DraftKeeper::setStored(const RuleDraft& draft)
{
    m_stored = {draft.packs, draft.basedOn, draft.revision, draft.packs != m_published.packs};
}

void DraftKeeper::change(std::vector<RulePack> packs)
{
    m_packs = std::move(packs);
    m_saveTimer.start();
}

void DraftKeeper::amend(std::vector<RulePack> packs)
{
    change(std::move(packs));
    Q_EMIT merged();
}

void DraftKeeper::replace(std::vector<RulePack> packs)
{
    if (m_theirs) // Else nothing would be stored, and the conflict would go on about another text.
        setStored(*std::exchange(m_theirs, std::nullopt));
    m_packs = std::move(packs);
    m_basedOn = m_published.version;
    Q_EMIT opened();
    save();
}

QFuture<Result<Done>> DraftKeeper::discard()
{
    m_discards.emplace_back().start();
    const QFuture<Result<Done>> answer = m_discards.back().future();
    if (m_theirs)
        discardTheirs();
    else
        replace(m_published.packs);
    return answer;
}

void DraftKeeper::discardTheirs()
{
    if (m_isSaving)
        return; // It is under way.
    m_isSaving = true;
    m_saveAgain = false;
    m_saving = m_workspace.connection().ports.rules->discardDraft(m_theirs->revision, m_draftOf);
    m_workspace.answers().expect(m_saving, tr("discarding the rule draft"));
    whenReady(m_saving, this, [this, number = ++m_save](const Result<RuleDraft>& left) {
        if (m_isSaving && number == m_save)
            takeDiscarded(left);
    });
}

void DraftKeeper::takeDiscarded(const Result<RuleDraft>& left)
{
    m_isSaving = false;
    m_saveAgain = false;
    if (!left) {
        answerDiscard(left.error());
        if (left.error().kind == ErrorKind::Conflict) {
            m_theirs.reset(); // It is another text by now.
            loadDraft();
        }
    } else {
        answerDiscard(Done());
        if (m_theirs) {
            m_theirs.reset();
            m_stored = {m_published.packs, m_published.version, left->revision, false};
            save();
        } else {
            takeTheirs(*left, m_published); // The person decided for it meanwhile.
        }
        Q_EMIT updated();
    }
    if (isOfAnother() && !m_isSaving)
        leaveDraft();
}

void DraftKeeper::answerDiscard(const Result<Done>& answer)
{
    for (QPromise<Result<Done>>& discard : std::exchange(m_discards, {})) {
        discard.addResult(answer);
        discard.finish();
    }
}

void DraftKeeper::markPublished(const RuleSetVersion& version)
{
    m_published = version;
    m_basedOn = version.version; // What was typed meanwhile stays, as a draft of it.
    m_stored.packs = version.packs;
    m_stored.basedOn = version.version;
    m_stored.isDraft = false;
    Q_EMIT updated();
    lookAgain(); // The draft that became the version left another revision.
}

RuleMerge DraftKeeper::mergeWithOther() const
{
    return {m_stored.packs, m_packs, m_theirs ? m_theirs->packs : m_stored.packs};
}

void DraftKeeper::settle(std::vector<RulePack> packs)
{
    if (m_theirs)
        adopt(RuleDraft(*m_theirs), std::move(packs));
}

void DraftKeeper::rebase(std::vector<RulePack> packs, std::int64_t version)
{
    m_packs = std::move(packs);
    m_basedOn = version;
    Q_EMIT merged();
    Q_EMIT updated();
    save();
}

void DraftKeeper::save()
{
    m_saveTimer.stop();
    if (m_theirs)
        return writeJournal();
    if (m_packs.empty() || m_workspace.connection().readOnly)
        return;
    if (m_isSaving) {
        m_saveAgain = true;
        return;
    }
    const bool isDraft = hasChanges();
    if (!isDraft && !m_stored.isDraft) {
        answerDiscard(Done());
        return dropJournal(); // A draft that was not read yet is not one that was undone, either.
    }
    if (isDraft && m_stored.isDraft && m_packs == m_stored.packs && m_basedOn == m_stored.basedOn)
        return dropJournal(); // The database has it.
    RuleStore& rules = *m_workspace.connection().ports.rules;
    const Actor author = m_draftOf.personId.isEmpty() ? m_workspace.identity().actor() : m_draftOf;
    m_isSaving = true;
    m_saveAgain = false;
    m_saving = isDraft ? rules.saveDraft({m_packs, m_basedOn, {}, m_stored.revision}, author)
                       : rules.discardDraft(m_stored.revision, author);
    m_workspace.answers().expect(m_saving, tr("saving the rule draft"));
    whenReady(
        m_saving, this,
        [this, number = ++m_save, packs = m_packs, basedOn = m_basedOn](const Result<RuleDraft>& saved) {
            if (m_isSaving && number == m_save)
                takeSaved(packs, basedOn, saved);
        });
}

void DraftKeeper::takeSaved(const std::vector<RulePack>& packs, std::int64_t basedOn,
                            const Result<RuleDraft>& saved)
{
    m_isSaving = false;
    const bool again = std::exchange(m_saveAgain, false);
    if (saved) {
        m_problem.clear();
        m_stored = {packs, basedOn, saved->revision, !saved->packs.empty()};
        dropJournal();
        if (!m_stored.isDraft)
            answerDiscard(Done());
        Q_EMIT updated();
        if (again)
            save();
        if (isOfAnother() && !m_isSaving)
            leaveDraft();
        return;
    }
    answerDiscard(saved.error());
    if (isOfAnother()) {
        writeJournal(); // Its author may not be back before the window closes.
        leaveDraft();
    } else if (saved.error().kind == ErrorKind::Conflict) {
        m_problem = saved.error().message;
        loadDraft();
    } else {
        m_problem = saved.error().message; // The text itself is still in the editor.
        writeJournal();
        Q_EMIT updated();
    }
}

void DraftKeeper::saveAtEnd()
{
    const auto takeRunning = [this] {
        const QDeadlineTimer patience(kPatienceAtEnd);
        while (m_isSaving && !m_saving.isFinished() && !patience.hasExpired())
            QThread::msleep(2); // A database that answers does so within milliseconds.
        if (!m_isSaving || !m_saving.isFinished() || m_saving.resultCount() == 0)
            return;
        const Result<RuleDraft> saved = m_saving.result();
        m_isSaving = false;
        if (saved)
            m_stored.revision = saved->revision;
    };
    takeRunning();
    save();
    const bool isUnderWay = m_isSaving;
    takeRunning();
    const bool isStored = isUnderWay && !m_isSaving && m_saving.result().isOk();
    if (isStored)
        dropJournal();
    else if (isUnderWay && hasChanges())
        writeJournal();
}

void DraftKeeper::openJournal(const QString& personId)
{
    const auto entry = m_journal ? m_journal->find(personId) : std::nullopt;
    if (!entry)
        return;
    m_packs = entry->mine.packs;
    m_basedOn = entry->mine.basedOn;
    m_stored = {entry->stored.packs, entry->stored.basedOn, entry->stored.revision,
                entry->stored.packs != m_published.packs};
    Q_EMIT opened();
    m_saveTimer.start();
}

void DraftKeeper::writeJournal()
{
    const Actor& author = m_draftOf.personId.isEmpty() ? m_workspace.identity().actor() : m_draftOf;
    if (m_journal && !author.personId.isEmpty())
        m_journal->keep(author.personId,
                        {{m_packs, m_basedOn, QDateTime::currentDateTimeUtc(), 0},
                         {m_stored.packs, m_stored.basedOn, {}, m_stored.revision}});
}

void DraftKeeper::dropJournal()
{
    if (m_journal && !m_draftOf.personId.isEmpty())
        m_journal->drop(m_draftOf.personId);
}

void DraftKeeper::changePerson()
{
    if (m_draftOf.personId.isEmpty())
        return loadDraft();
    if (!isOfAnother())
        return;
    // Everybody has a draft of their own: this one is put away under its author's name before the other is
    // opened.
    save();
    if (!m_isSaving)
        leaveDraft();
}

bool DraftKeeper::isOfAnother() const
{
    return !m_draftOf.personId.isEmpty() && m_draftOf.personId != m_workspace.identity().actor().personId;
}

void DraftKeeper::leaveDraft()
{
    // What could not be stored waits here until its author is back.
    if (m_theirs || (hasChanges() && m_packs != m_stored.packs))
        m_parked.insert(m_draftOf.personId, {m_packs, m_basedOn, m_stored});
    m_draftOf = {};
    m_theirs.reset();
    m_problem.clear();
    m_stored = {};
    const auto parked = m_parked.constFind(m_workspace.identity().actor().personId);
    if (parked == m_parked.constEnd())
        return startAnew();
    m_packs = parked->packs;
    m_basedOn = parked->basedOn;
    m_stored = parked->stored;
    m_parked.remove(m_workspace.identity().actor().personId);
    Q_EMIT opened();
    loadDraft();
}

} // namespace purchasing::ui
