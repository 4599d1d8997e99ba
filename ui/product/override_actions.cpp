#include "ui/product/override_actions.h"

#include "core/flow/override_words.h"
#include "ui/parts/action_state.h"
#include "ui/parts/reason_dialog.h"
#include "ui/product/override_conflict.h"
#include "ui/product/override_history.h"
#include "ui/theme/theme.h"
#include "ui/workspace/when_ready.h"
#include "ui/workspace/workspace.h"

#include <QAction>

namespace purchasing::ui {

OverrideActions::OverrideActions(Workspace& workspace, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
    , m_edit(new QAction(theme::icon(QStringLiteral("override")), tr("Override &quantity"), this))
    , m_supplier(new QAction(tr("Change s&upplier"), this))
    , m_confirm(new QAction(tr("Confirm o&verride"), this))
    , m_revert(new QAction(tr("&Revert override"), this))
    , m_history(new OverrideHistory(workspace, this))
{
    m_edit->setObjectName(QStringLiteral("action.overrideQty"));
    m_edit->setShortcut(QKeySequence(Qt::Key_F2));
    m_supplier->setObjectName(QStringLiteral("action.changeSupplier"));
    m_supplier->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_U));
    m_confirm->setObjectName(QStringLiteral("action.confirmOverride"));
    m_revert->setObjectName(QStringLiteral("action.revertOverride"));
    m_revert->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Backspace));
    // The keys belong to the grid and the dock: elsewhere F2 and Ctrl+Backspace edit texts.
    for (QAction* action : {m_edit, m_supplier, m_revert})
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);

    connect(m_edit, &QAction::triggered, this, &OverrideActions::editWanted);
    connect(m_supplier, &QAction::triggered, this, &OverrideActions::supplierWanted);
    connect(m_confirm, &QAction::triggered, this, &OverrideActions::confirmStale);
    connect(m_revert, &QAction::triggered, this, &OverrideActions::clear);
    connect(m_history, &OverrideHistory::updated, this, &OverrideActions::update);
    connect(m_history, &OverrideHistory::done, this, &OverrideActions::done);
    connect(m_history, &OverrideHistory::failed, this, &OverrideActions::failed);
    connect(&m_workspace.feed(), &CatalogueFeed::rowChanged, this, &OverrideActions::update);
    connect(&m_workspace.feed(), &CatalogueFeed::catalogueReset, this, &OverrideActions::update);
    connect(&m_workspace.identity(), &Identity::identityChanged, this, &OverrideActions::update);
    update();
}

void OverrideActions::setProduct(const QString& productId)
{
    m_productId = productId;
    update();
}

std::optional<Override> OverrideActions::current() const
{
    const int row = m_workspace.feed().rowOf(m_productId);
    return row >= 0 ? m_workspace.feed().facts(row).overridden : std::nullopt;
}

Override OverrideActions::draft() const
{
    Override none;
    none.productId = m_productId;
    return current().value_or(none);
}

QString OverrideActions::whyNot() const
{
    if (m_workspace.feed().rowOf(m_productId) < 0)
        return tr("no product is selected");
    if (m_workspace.connection().readOnly)
        return tr("the database is open read-only: %1").arg(m_workspace.connection().readOnlyReason);
    if (!m_workspace.connection().ports.overrides)
        return tr("this connection keeps no overrides");
    if (m_history->isBusy())
        return tr("a change is being stored");
    return {};
}

QString OverrideActions::whyNotConfirm() const
{
    if (const QString reason = whyNot(); !reason.isEmpty())
        return reason;
    const ProductFacts facts = m_workspace.feed().facts(m_workspace.feed().rowOf(m_productId));
    if (!facts.overridden)
        return tr("nothing of this product is overridden");
    if (changesSinceOverride(facts).isEmpty())
        return tr("nothing has changed since the override");
    const SupplierOffer* used = facts.supplier();
    const QString& chosen = facts.overridden->supplierId;
    if (!chosen.isEmpty() && (!used || used->supplierId != chosen))
        return tr("supplier %1 no longer offers this product; choose another one, or revert").arg(chosen);
    return {};
}

QString OverrideActions::whyNotRevert() const
{
    if (const QString reason = whyNot(); !reason.isEmpty())
        return reason;
    return !current() ? tr("nothing of this product is overridden") : QString();
}

void OverrideActions::update()
{
    const QString reason = whyNot();
    explainAction(m_edit, tr("Order another quantity than the rules calculate, with a reason"), reason);
    explainAction(m_supplier, tr("Compare the suppliers and choose another one, with a reason"), reason);
    explainAction(m_confirm, tr("Let the override hold for what has changed since"), whyNotConfirm());
    explainAction(m_revert, tr("Order what the rules calculate, from the first supplier"), whyNotRevert());
    Q_EMIT updated();
}

void OverrideActions::setQuantity(std::int64_t qty, const QString& reason, std::int64_t seenVersion)
{
    Override wanted = draft();
    wanted.qty = qty;
    wanted.reason = reason;
    std::optional<Override> seen = current();
    if (seenVersion != wanted.version) { // The database will say no, and the person is asked.
        seen = wanted;
        seen->version = seenVersion;
    }
    store(wanted, seen, tr("override of %1").arg(m_productId));
}

void OverrideActions::setSupplier(const QString& supplierId)
{
    const std::optional<Override> seen = current();
    Override wanted = draft();
    wanted.supplierId = supplierId;
    if (wanted.qty == 0 && supplierId.isEmpty())
        return clear();
    wanted.reason = askReason(m_window, tr("Change supplier"),
                              supplierId.isEmpty()
                                  ? tr("Why is %1 ordered from its first supplier again?").arg(m_productId)
                                  : tr("Why is %1 ordered from %2?").arg(m_productId, supplierId),
                              tr("Change supplier"));
    if (!wanted.reason.isEmpty())
        store(wanted, seen, tr("supplier choice for %1").arg(wanted.productId));
}

void OverrideActions::store(const Override& wanted, const std::optional<Override>& seen, const QString& name)
{
    const int row = m_workspace.feed().rowOf(wanted.productId);
    if (!whyNot().isEmpty() || row < 0)
        return;
    Override asked = wanted;
    asked.basis = overrideBasisOf(m_workspace.feed().facts(row), wanted.supplierId);
    m_history->setBusy(true);
    const Actor by = m_workspace.identity().actor();
    const auto answer = m_workspace.connection().ports.overrides->set(asked, seen ? seen->version : 0, by);
    m_workspace.answers().expect(answer, tr("the override of %1").arg(asked.productId));
    whenReady(answer, this, [this, asked, seen, name, by](const Result<Override>& stored) {
        finish(asked.productId);
        if (stored) {
            Q_EMIT this->stored(*stored);
            record({asked.productId, name, seen, *stored}, by);
            Q_EMIT done(tr("%1 is overridden: %2").arg(asked.productId, overrideText(*stored)));
        } else if (stored.error().kind == ErrorKind::Conflict) {
            askAboutConflict(asked, name, stored.error());
        } else {
            Q_EMIT failed(tr("Overriding %1").arg(asked.productId), stored.error());
        }
    });
}

void OverrideActions::askAboutConflict(const Override& mine, const QString& name, const Error& error)
{
    whenReady(m_workspace.connection().ports.overrides->find(mine.productId), this,
              [this, mine, name, error](const Result<std::optional<Override>>& stored) {
                  if (!stored)
                      return Q_EMIT failed(tr("Overriding %1").arg(mine.productId), error);
                  switch (askOverrideConflict(m_window, error.message, *stored, mine)) {
                  case OverrideChoice::KeepStored: Q_EMIT dropped(mine.productId); break;
                  case OverrideChoice::StoreMine:
                      store(mine, *stored, name); // Asks again when a third one was quicker.
                      break;
                  case OverrideChoice::EditOn: break;
                  }
              });
}

void OverrideActions::finish(const QString& productId)
{
    m_history->setBusy(false);
    m_workspace.noticeChange();
    m_workspace.feed().evaluate(productId, false); // Shows who was quicker, too.
}

void OverrideActions::record(const OverrideChange& change, const Actor& by)
{
    if (by.personId == m_workspace.identity().actor().personId)
        m_history->record(change);
}

void OverrideActions::confirmStale()
{
    if (!whyNotConfirm().isEmpty())
        return;
    const Override stale = draft();
    store(stale, stale, tr("confirmation of the override of %1").arg(m_productId));
}

void OverrideActions::clear()
{
    if (!whyNotRevert().isEmpty())
        return;
    const Override seen = draft();
    m_history->setBusy(true);
    const Actor by = m_workspace.identity().actor();
    const auto answer = m_workspace.connection().ports.overrides->clear(seen.productId, seen.version, by);
    m_workspace.answers().expect(answer, tr("the override of %1").arg(seen.productId));
    whenReady(answer, this, [this, seen, by](const Result<Done>& cleared) {
        finish(seen.productId);
        if (cleared) {
            record({seen.productId, tr("revert to the rules of %1").arg(seen.productId), seen, std::nullopt},
                   by);
            Q_EMIT done(
                tr("The override of %1 is reverted. It was: %2").arg(seen.productId, overrideText(seen)));
        } else {
            Q_EMIT failed(tr("Reverting the override of %1").arg(seen.productId), cleared.error());
        }
    });
}

} // namespace purchasing::ui
