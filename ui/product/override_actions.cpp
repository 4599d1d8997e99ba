#include "ui/product/override_actions.h"

#include "core/flow/override_words.h"
#include "ui/orders/order_actions.h"
#include "ui/orders/reason_dialog.h"
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
    , m_revert(new QAction(tr("&Revert override"), this))
{
    m_edit->setObjectName(QStringLiteral("action.overrideQty"));
    m_edit->setShortcut(QKeySequence(Qt::Key_F2));
    m_supplier->setObjectName(QStringLiteral("action.changeSupplier"));
    m_supplier->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_U));
    m_revert->setObjectName(QStringLiteral("action.revertOverride"));
    m_revert->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Backspace));
    // The keys belong to the grid and the dock: elsewhere F2 and Ctrl+Backspace edit texts.
    for (QAction* action : {m_edit, m_supplier, m_revert})
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);

    connect(m_edit, &QAction::triggered, this, &OverrideActions::editWanted);
    connect(m_supplier, &QAction::triggered, this, &OverrideActions::supplierWanted);
    connect(m_revert, &QAction::triggered, this, &OverrideActions::clear);
    connect(&m_workspace, &Workspace::rowChanged, this, &OverrideActions::update);
    connect(&m_workspace, &Workspace::catalogueReset, this, &OverrideActions::update);
    connect(&m_workspace, &Workspace::identityChanged, this, &OverrideActions::update);
    update();
}

void OverrideActions::setProduct(const QString& productId)
{
    m_productId = productId;
    update();
}

Override OverrideActions::current() const
{
    const int row = m_workspace.rowOf(m_productId);
    if (row >= 0 && m_workspace.isOverridden(row))
        return *m_workspace.facts(row).overridden;
    Override none;
    none.productId = m_productId;
    return none;
}

QString OverrideActions::whyNot() const
{
    if (m_workspace.rowOf(m_productId) < 0)
        return tr("no product is selected");
    if (m_workspace.connection().readOnly)
        return tr("the database is open read-only: %1").arg(m_workspace.connection().readOnlyReason);
    if (!m_workspace.connection().ports.overrides)
        return tr("this connection keeps no overrides");
    if (m_isBusy)
        return tr("a change is being stored");
    return {};
}

QString OverrideActions::whyNotRevert() const
{
    if (const QString reason = whyNot(); !reason.isEmpty())
        return reason;
    return current().version == 0 ? tr("nothing of this product is overridden") : QString();
}

void OverrideActions::update()
{
    const QString reason = whyNot();
    explainAction(m_edit, tr("Order another quantity than the rules calculate, with a reason"), reason);
    explainAction(m_supplier, tr("Compare the suppliers and choose another one, with a reason"), reason);
    explainAction(m_revert, tr("Order what the rules calculate, from the first supplier"), whyNotRevert());
    Q_EMIT updated();
}

void OverrideActions::setQuantity(std::int64_t qty, const QString& reason)
{
    Override wanted = current();
    wanted.qty = qty;
    wanted.reason = reason;
    store(wanted, wanted.version);
}

void OverrideActions::setSupplier(const QString& supplierId)
{
    Override wanted = current();
    wanted.supplierId = supplierId;
    if (wanted.qty == 0 && supplierId.isEmpty())
        return clear();
    wanted.reason = askReason(m_window, tr("Change supplier"),
                              supplierId.isEmpty()
                                  ? tr("Why is %1 ordered from its first supplier again?").arg(m_productId)
                                  : tr("Why is %1 ordered from %2?").arg(m_productId, supplierId),
                              tr("Change supplier"));
    if (!wanted.reason.isEmpty())
        store(wanted, wanted.version);
}

void OverrideActions::store(const Override& wanted, std::int64_t seenVersion)
{
    const int row = m_workspace.rowOf(wanted.productId);
    if (!whyNot().isEmpty() || row < 0)
        return;
    Override asked = wanted;
    asked.basis = overrideBasisOf(m_workspace.facts(row), wanted.supplierId);
    m_isBusy = true;
    update();
    whenReady(m_workspace.connection().ports.overrides->set(asked, seenVersion, m_workspace.actor()), this,
              [this, productId = wanted.productId](const Result<Override>& stored) {
                  m_isBusy = false;
                  update();
                  m_workspace.noticeChange();
                  m_workspace.evaluate(productId, false); // Shows who was quicker, too.
                  if (stored)
                      Q_EMIT done(tr("%1 is overridden: %2").arg(productId, overrideText(*stored)));
                  else
                      Q_EMIT failed(tr("Overriding %1").arg(productId), stored.error());
              });
}

void OverrideActions::clear()
{
    if (!whyNotRevert().isEmpty())
        return;
    const Override seen = current();
    m_isBusy = true;
    update();
    whenReady(
        m_workspace.connection().ports.overrides->clear(seen.productId, seen.version, m_workspace.actor()),
        this, [this, seen](const Result<Done>& cleared) {
            m_isBusy = false;
            update();
            m_workspace.noticeChange();
            m_workspace.evaluate(seen.productId, false);
            if (cleared)
                Q_EMIT done(
                    tr("The override of %1 is reverted. It was: %2").arg(seen.productId, overrideText(seen)));
            else
                Q_EMIT failed(tr("Reverting the override of %1").arg(seen.productId), cleared.error());
        });
}

} // namespace purchasing::ui
