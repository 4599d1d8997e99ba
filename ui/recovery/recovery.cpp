#include "ui/recovery/recovery.h"

#include "core/ports/and_then.h"
#include "ui/orders/batch_recovery.h"
#include "ui/product/override_drafts.h"
#include "ui/recovery/recovery_dialog.h"
#include "ui/rules/compare_dialog.h"
#include "ui/rules/draft_keeper.h"
#include "ui/rules/publish_dialog.h"
#include "ui/rules/rules_page.h"
#include "ui/workspace/when_ready.h"
#include "ui/workspace/workspace.h"

#include <QCoreApplication>
#include <QtConcurrent>

namespace purchasing::ui {
namespace {

struct RecoveryWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::ui::Recovery)
};

/// What the database has of the person's work.
struct Stored
{
    RuleDraft draft;
    RuleSetVersion published;
    std::vector<InterruptedBatch> batches;
};

/// Blocks. What cannot be read is not listed; it is where it was.
Stored readStored(const FlowPorts& ports, const Actor& actor)
{
    Stored stored;
    if (const auto draft = ports.rules->draft(actor).result())
        stored.draft = *draft;
    if (const auto published = ports.rules->current().result())
        stored.published = *published;
    stored.batches = findInterruptedBatches(ports, actor);
    return stored;
}

QFuture<Result<Done>> doneAtOnce()
{
    return QtFuture::makeReadyFuture(Result<Done>(Done()));
}

FoundWork rulesWork(Workspace& workspace, DraftKeeper& drafts, const Stored& stored)
{
    const QStringList changes = packChanges(stored.published.packs, stored.draft.packs);
    FoundWork work;
    work.name = RecoveryWords::tr("Rule draft of version %1").arg(stored.draft.basedOn);
    work.at = stored.draft.savedAt;
    work.size = changes.join(QStringLiteral("; "));
    work.keepText = RecoveryWords::tr("&Keep");
    work.discard = [&workspace, &drafts, revision = stored.draft.revision] {
        // Through the page where it shows the draft already, so that both go.
        if (drafts.hasChanges() || drafts.conflicting())
            return drafts.discard();
        return andThen(
            workspace.connection().ports.rules->discardDraft(revision, workspace.identity().actor()),
            [](const Result<RuleDraft>& left) {
                return left ? Result<Done>(Done()) : Result<Done>(left.error());
            });
    };
    work.compare = [stored](QWidget* parent) {
        CompareDialog(stored.published.packs,
                      RecoveryWords::tr("Version %1, which decides orders").arg(stored.published.version),
                      stored.draft.packs, RecoveryWords::tr("Draft"), parent)
            .exec();
    };
    return work;
}

/// Text that was never stored, because another window had stored other text for the same lines.
FoundWork unsavedWork(DraftKeeper& drafts, const RuleDraft& other)
{
    FoundWork work;
    work.name = RecoveryWords::tr("Rule text that waits to be merged with another window's");
    work.at = other.savedAt;
    work.size = packChanges(other.packs, drafts.packs()).join(QStringLiteral("; "));
    work.keepText = RecoveryWords::tr("&Keep");
    work.discard = [&drafts] {
        const RuleDraft* theirs = drafts.conflicting();
        if (!theirs)
            return drafts.discard(); // The other window's was discarded before, so this one is stored.
        drafts.settle(std::vector<RulePack>(theirs->packs));
        return doneAtOnce();
    };
    work.compare = [mine = drafts.packs(), theirs = other.packs](QWidget* parent) {
        CompareDialog(theirs, RecoveryWords::tr("Other window"), mine, RecoveryWords::tr("Not saved"), parent)
            .exec();
    };
    return work;
}

FoundWork overrideWork(OverrideDrafts& overrides, const TypedOverride& typed)
{
    FoundWork work;
    work.name = RecoveryWords::tr("Override of %1, typed and not stored: %2, %3")
                    .arg(typed.productId, typed.qty.isEmpty() ? RecoveryWords::tr("no quantity") : typed.qty,
                         typed.reason.isEmpty() ? RecoveryWords::tr("no reason") : typed.reason);
    work.at = typed.at;
    work.size = RecoveryWords::tr("%n character(s)", nullptr,
                                  static_cast<int>(typed.qty.size() + typed.reason.size()));
    work.keepText = RecoveryWords::tr("&Keep");
    work.discard = [&overrides, productId = typed.productId] {
        overrides.drop(productId);
        return doneAtOnce();
    };
    return work;
}

FoundWork batchWork(Workspace& workspace, const InterruptedBatch& batch)
{
    FoundWork work;
    work.name = RecoveryWords::tr("Orders created together");
    work.at = batch.intent.startedAt;
    work.size = RecoveryWords::tr("%1 of %2 created, none will be created twice")
                    .arg(batch.made)
                    .arg(batch.intent.items.size());
    work.keepText = RecoveryWords::tr("&Look at the rest…");
    work.keep = [&workspace, batch](QWidget* parent) { finishBatch(workspace, batch, parent); };
    work.discard = [&workspace, batchId = batch.intent.batchId] {
        return workspace.connection().ports.batches->close(batchId, workspace.identity().actor());
    };
    return work;
}

} // namespace

void offerRecovery(Workspace& workspace, RulesPage& rules, OverrideDrafts& overrides, QWidget* window)
{
    const FlowPorts ports = workspace.connection().ports;
    const Actor actor = workspace.identity().actor();
    if (workspace.connection().readOnly || actor.personId.isEmpty())
        return;
    // What this window has that is not stored is known only then.
    if (!rules.drafts().isRead()) {
        QObject::connect(
            &rules.drafts(), &DraftKeeper::wasRead, window,
            [&workspace, &rules, &overrides, window] { offerRecovery(workspace, rules, overrides, window); },
            Qt::SingleShotConnection);
        return;
    }
    whenReady(QtConcurrent::run([ports, actor] { return readStored(ports, actor); }), window,
              [&workspace, &rules, &overrides, window](const Stored& stored) {
                  std::vector<FoundWork> found;
                  if (!stored.draft.packs.empty() && stored.draft.packs != stored.published.packs)
                      found.push_back(rulesWork(workspace, rules.drafts(), stored));
                  if (const RuleDraft* other = rules.drafts().conflicting())
                      found.push_back(unsavedWork(rules.drafts(), *other));
                  for (const TypedOverride& typed : overrides.all())
                      found.push_back(overrideWork(overrides, typed));
                  for (const InterruptedBatch& batch : stored.batches)
                      found.push_back(batchWork(workspace, batch));
                  if (!found.empty())
                      RecoveryDialog(std::move(found), window).exec();
              });
}

} // namespace purchasing::ui
