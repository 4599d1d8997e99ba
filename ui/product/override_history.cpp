#include "ui/product/override_history.h"

#include "ui/workspace/when_ready.h"
#include "ui/workspace/workspace.h"

#include <QUndoCommand>

namespace purchasing::ui {
namespace {

constexpr int kMostActs = 100;

std::int64_t versionOf(const std::optional<Override>& override)
{
    return override ? override->version : 0;
}

} // namespace

/// An entry of the stack. It does nothing by itself: the stack moves when the database has answered.
class OverrideHistory::Act : public QUndoCommand
{
public:
    explicit Act(const OverrideChange& what)
        : QUndoCommand(what.name)
        , change(what)
    {
    }
    OverrideChange change;
};

OverrideHistory::OverrideHistory(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    m_stack.setUndoLimit(kMostActs);
    connect(&m_stack, &QUndoStack::indexChanged, this, &OverrideHistory::updated);
    // What one person did is not undone in the name of another.
    connect(&m_workspace.identity(), &Identity::identityChanged, this, [this] {
        if (m_person != m_workspace.identity().actor().personId)
            m_stack.clear();
        m_person = m_workspace.identity().actor().personId;
    });
}

void OverrideHistory::setBusy(bool busy)
{
    m_isBusy = busy;
    Q_EMIT updated();
}

void OverrideHistory::record(const OverrideChange& change)
{
    m_stack.push(new Act(change));
}

OverrideHistory::Act* OverrideHistory::actAt(int index) const
{
    // The stack hands out what it was given only as const.
    return const_cast<Act*>(static_cast<const Act*>(m_stack.command(index)));
}

QString OverrideHistory::whyNot() const
{
    if (m_workspace.connection().readOnly)
        return tr("the database is open read-only: %1").arg(m_workspace.connection().readOnlyReason);
    return m_isBusy ? tr("a change is being stored") : QString();
}

QString OverrideHistory::whyNotUndo() const
{
    return m_stack.canUndo() ? whyNot() : tr("no override was changed since the start");
}

QString OverrideHistory::whyNotRedo() const
{
    return m_stack.canRedo() ? whyNot() : tr("nothing was undone");
}

void OverrideHistory::write(Direction direction)
{
    const bool isBack = direction == Direction::Back;
    if (!(isBack ? whyNotUndo() : whyNotRedo()).isEmpty())
        return;
    const OverrideChange& change = actAt(isBack ? m_stack.index() - 1 : m_stack.index())->change;
    const std::optional<Override>& wanted = isBack ? change.before : change.after;
    const std::int64_t seen = versionOf(isBack ? change.after : change.before);
    OverrideStore& store = *m_workspace.connection().ports.overrides;
    const QString waiting = isBack ? tr("undoing a change of %1") : tr("doing a change of %1 again");
    setBusy(true);
    if (wanted) {
        const auto answer = store.set(*wanted, seen, m_workspace.identity().actor());
        m_workspace.answers().expect(answer, waiting.arg(change.productId));
        whenReady(answer, this, [this, direction](const Result<Override>& stored) {
            if (stored)
                take(direction, std::optional<Override>(*stored));
            else
                take(direction, stored.error());
        });
    } else {
        const auto answer = store.clear(change.productId, seen, m_workspace.identity().actor());
        m_workspace.answers().expect(answer, waiting.arg(change.productId));
        whenReady(answer, this, [this, direction](const Result<Done>& cleared) {
            if (cleared)
                take(direction, std::optional<Override>());
            else
                take(direction, cleared.error());
        });
    }
}

void OverrideHistory::take(Direction direction, const Result<std::optional<Override>>& stored)
{
    const bool isBack = direction == Direction::Back;
    Act* act = actAt(isBack ? m_stack.index() - 1 : m_stack.index());
    if (!act)
        return setBusy(false); // Somebody else works here by now.
    const OverrideChange change = act->change;
    const bool isOver = !stored && stored.error().kind != ErrorKind::Unavailable;
    if (stored) {
        const std::int64_t now = versionOf(*stored);
        replaceVersion(change.productId, versionOf(isBack ? change.before : change.after), now);
    } else if (isOver) {
        act->setObsolete(true); // It can never be done; the stack drops it now.
    }
    if (stored || isOver)
        isBack ? m_stack.undo() : m_stack.redo();
    setBusy(false);
    m_workspace.noticeChange();
    m_workspace.feed().evaluate(change.productId, false);
    if (stored)
        Q_EMIT done(isBack ? tr("Undone: %1").arg(change.name) : tr("Done again: %1").arg(change.name));
    else
        Q_EMIT failed(isBack ? tr("Undoing the %1").arg(change.name)
                             : tr("Doing the %1 again").arg(change.name),
                      stored.error());
}

void OverrideHistory::replaceVersion(const QString& productId, std::int64_t old, std::int64_t current)
{
    if (old == 0 || current == 0)
        return; // No override has no version.
    for (int i = 0; i < m_stack.count(); ++i) {
        OverrideChange& change = actAt(i)->change;
        if (change.productId != productId)
            continue;
        for (std::optional<Override>* side : {&change.before, &change.after}) {
            if (versionOf(*side) == old)
                (*side)->version = current;
        }
    }
}

} // namespace purchasing::ui
