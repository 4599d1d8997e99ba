#pragma once

#include "core/domain/purchase_order.h"
#include "core/domain/result.h"
#include "core/domain/rule_merge.h"
#include "ui/rules/draft_journal.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QPromise>
#include <QTimer>

#include <optional>
#include <vector>

namespace purchasing::ui {

class Workspace;

/// Keeps the rule draft of the person at work: reads it, stores it a moment after each change, and merges
/// what another window of theirs stored or somebody published meanwhile. Nothing is overwritten: where both
/// changed the same lines, storing waits until the person has decided. GUI thread only.
class DraftKeeper : public QObject
{
    Q_OBJECT

public:
    explicit DraftKeeper(Workspace& workspace, QObject* parent = nullptr);

    /// Keeps what the database does not have there, until it has it.
    void keepJournalIn(const DraftJournal& journal) { m_journal = journal; }

    [[nodiscard]] const RuleSetVersion& published() const { return m_published; }
    /// The draft; equal to the published packs while nothing was changed, empty until they were read.
    [[nodiscard]] const std::vector<RulePack>& packs() const { return m_packs; }
    [[nodiscard]] std::int64_t basedOn() const { return m_basedOn; }
    [[nodiscard]] bool hasChanges() const { return m_packs != m_published.packs; }
    /// Another version was published since the draft began.
    [[nodiscard]] bool isOutdated() const { return hasChanges() && m_basedOn != m_published.version; }
    /// What another window stored, where it does not go together with what is here; null where it does.
    [[nodiscard]] const RuleDraft* conflicting() const { return m_theirs ? &*m_theirs : nullptr; }
    /// Why the draft is not stored, in words; empty while it is or waits a moment.
    [[nodiscard]] const QString& problem() const { return m_problem; }

    /// What the database and the journal have was read, or could not be.
    [[nodiscard]] bool isRead() const { return m_isRead; }

    /// The person changed texts or switched packs.
    void change(std::vector<RulePack> packs);
    /// As change(), for changes that the editors do not show yet; merged() follows.
    void amend(std::vector<RulePack> packs);
    /// Goes on with these packs, a change of the published version; opened() follows. Also instead of what
    /// another window stored, where that is conflicting().
    void replace(std::vector<RulePack> packs);
    /// Throws away the draft that the database has, and what is shown of it. Where that is conflicting(),
    /// what is here stays and becomes the draft. The answer is the database's.
    [[nodiscard]] QFuture<Result<Done>> discard();
    /// The draft became this version.
    void markPublished(const RuleSetVersion& version);
    /// Stores now instead of in a moment.
    void save();
    /// As save(), when there will be no other chance: waits a moment for the database, and leaves the text to
    /// the journal if that is in vain.
    void saveAtEnd();
    /// Looks whether another window stored something.
    void lookAgain();

    /// The merge that conflicting() asks for.
    [[nodiscard]] RuleMerge mergeWithOther() const;
    /// What became of it.
    void settle(std::vector<RulePack> packs);
    /// Takes the packs as the draft of this version, which was merged into it.
    void rebase(std::vector<RulePack> packs, std::int64_t version);

Q_SIGNALS:
    /// Other packs are there, nothing of the ones before.
    void opened();
    /// The same draft, with what was merged into it.
    void merged();
    /// isRead() from now on.
    void wasRead();
    /// The state, not the texts.
    void updated();
    void done(const QString& message);
    void failed(const QString& what, const purchasing::Error& error);

private:
    /// What the database has, as far as this window knows.
    struct Stored
    {
        std::vector<RulePack> packs; ///< The published ones where there is no draft.
        std::int64_t basedOn = 0;
        std::int64_t revision = 0;
        bool isDraft = false;
    };
    /// A draft that is put away because somebody else works here.
    struct Parked
    {
        std::vector<RulePack> packs;
        std::int64_t basedOn = 0;
        Stored stored;
    };

    void loadPublished();
    void loadDraft();
    void setRead();
    void takeTheirs(const RuleDraft& draft, const RuleSetVersion& current);
    void adopt(const RuleDraft& theirs, std::vector<RulePack> packs);
    void takeSaved(const std::vector<RulePack>& packs, std::int64_t basedOn, const Result<RuleDraft>& saved);
    void discardTheirs();
    void takeDiscarded(const Result<RuleDraft>& left);
    void answerDiscard(const Result<Done>& answer);
    void setStored(const RuleDraft& draft);
    void changePerson();
    /// Somebody else works here than the one whose draft this is.
    [[nodiscard]] bool isOfAnother() const;
    void leaveDraft();
    /// Goes on with what the journal has of the person's; the database's draft is merged into it then.
    void openJournal(const QString& personId);
    void writeJournal();
    void dropJournal();
    void startAnew();

    Workspace& m_workspace;
    RuleSetVersion m_published;
    std::vector<RulePack> m_packs;
    std::int64_t m_basedOn = 0;
    Stored m_stored;
    std::optional<RuleDraft> m_theirs;
    Actor m_draftOf; ///< Whose draft is here; nobody's until it was read.
    QHash<QString, Parked> m_parked;
    std::optional<DraftJournal> m_journal;
    QString m_problem;
    QTimer m_saveTimer;
    QFuture<Result<RuleDraft>> m_saving;
    std::vector<QPromise<Result<Done>>> m_discards; ///< Not answered yet.
    quint64 m_save = 0; ///< Numbers the saves, so that a result is taken once.
    bool m_isSaving = false;
    bool m_saveAgain = false;
    bool m_isReading = false;
    bool m_isRead = false;
    bool m_readAgain = false;
};

} // namespace purchasing::ui
