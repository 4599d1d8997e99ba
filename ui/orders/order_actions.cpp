#include "ui/orders/order_actions.h"

#include "core/flow/decision_words.h"
#include "core/mail/order_message.h"
#include "ui/orders/confirm_sending.h"
#include "ui/theme/theme.h"
#include "ui/workspace/when_ready.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QMessageBox>
#include <QPushButton>
#include <QUuid>

namespace purchasing::ui {

void explainAction(QAction* action, const QString& tip, const QString& reason)
{
    action->setEnabled(reason.isEmpty());
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    QString text = reason.isEmpty() ? tip : OrderActions::tr("Unavailable: %1").arg(reason);
    action->setStatusTip(text);
    if (!keys.isEmpty())
        text += QStringLiteral(" (%1)").arg(keys);
    action->setToolTip(text);
    action->setWhatsThis(text);
}

bool confirmWithoutAddress(QWidget* parent, const QString& supplier, bool* withhold)
{
    QMessageBox question(QMessageBox::Question, OrderActions::tr("No address"),
                         OrderActions::tr("%1 has no e-mail address.").arg(supplier), QMessageBox::Cancel,
                         parent);
    question.setObjectName(QStringLiteral("dialog.noAddress"));
    question.setTextFormat(Qt::PlainText);
    question.setInformativeText(OrderActions::tr(
        "The message will be written without a recipient, addressed to a group named after the supplier. "
        "You then have to pass it on yourself."));
    QPushButton* go = question.addButton(OrderActions::tr("Send without address"), QMessageBox::AcceptRole);
    go->setObjectName(QStringLiteral("btn.sendAnyway"));
    QPushButton* hold = nullptr;
    if (withhold) {
        hold = question.addButton(OrderActions::tr("Create, do not send yet"), QMessageBox::ActionRole);
        hold->setObjectName(QStringLiteral("btn.createOnly"));
    }
    question.exec();
    if (withhold)
        *withhold = question.clickedButton() == hold;
    return question.clickedButton() == go || (hold && question.clickedButton() == hold);
}

OrderActions::OrderActions(Workspace& workspace, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
    , m_evaluate(new QAction(theme::icon(QStringLiteral("evaluate")), tr("&Evaluate"), this))
    , m_evaluateAll(new QAction(theme::icon(QStringLiteral("evaluate_all")), tr("Evaluate &all"), this))
    , m_create(new QAction(theme::icon(QStringLiteral("order")), tr("&Create PO"), this))
    , m_send(new QAction(theme::icon(QStringLiteral("send")), tr("&Send PO"), this))
{
    m_evaluate->setObjectName(QStringLiteral("action.evaluate"));
    m_evaluate->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_evaluateAll->setObjectName(QStringLiteral("action.evaluateAll"));
    m_evaluateAll->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    m_create->setObjectName(QStringLiteral("action.createPo"));
    m_create->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    m_send->setObjectName(QStringLiteral("action.sendPo"));
    m_send->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));

    connect(m_evaluate, &QAction::triggered, this, [this] { m_workspace.evaluate(m_productId); });
    connect(m_evaluateAll, &QAction::triggered, &m_workspace, &Workspace::reload);
    connect(m_create, &QAction::triggered, this, &OrderActions::create);
    connect(m_send, &QAction::triggered, this, &OrderActions::send);
    connect(&m_workspace, &Workspace::rowChanged, this, &OrderActions::update);
    connect(&m_workspace, &Workspace::catalogueReset, this, &OrderActions::update);
    connect(&m_workspace, &Workspace::stalenessChanged, this, &OrderActions::update);
    connect(&m_workspace, &Workspace::identityChanged, this, &OrderActions::update);
    connect(&m_workspace, &Workspace::readingChanged, this, &OrderActions::update);
    update();
}

void OrderActions::setProduct(const QString& productId)
{
    m_productId = productId;
    update();
}

void OrderActions::setProductShown(bool shown)
{
    m_productShown = shown;
    update();
}

QString OrderActions::whyNotCreate() const
{
    if (!m_productShown)
        return tr("switch to Planning to see what would be ordered");
    const int row = m_workspace.rowOf(m_productId);
    if (row < 0)
        return tr("no product is selected");
    if (m_workspace.connection().readOnly)
        return tr("the database is open read-only: %1").arg(m_workspace.connection().readOnlyReason);
    if (!m_pendingKey.isEmpty())
        return tr("the order is being created");
    if (!m_workspace.staleReason().isEmpty())
        return tr("the data may be out of date: %1").arg(m_workspace.staleReason());
    const auto& [facts, decision] = m_workspace.product(row);
    if (decision.isBlocked())
        return tr("the product is blocked: %1").arg(problemText(decision));
    if (!decision.outputs.shouldCreatePo)
        return tr("the rules decided that no order is needed (%1)").arg(whyInWords(decision, facts));
    if (facts.asOf.secsTo(m_workspace.now()) > m_workspace.staleAfterMinutes() * 60LL && m_workspace.isBusy())
        return tr("the product is being read again");
    return {};
}

std::optional<PurchaseOrder> OrderActions::sendableOrder() const
{
    const int row = m_workspace.rowOf(m_productId);
    if (row < 0)
        return std::nullopt;
    const ProductFacts& facts = m_workspace.product(row).facts;
    if (!facts.openOrders)
        return std::nullopt;
    const PurchaseOrder* oldest = nullptr; // First approved, first sent.
    for (const PurchaseOrder& order : *facts.openOrders) {
        // One that could not be sent may be tried again at once.
        const bool waits = !order.sendIntended || !order.sendProblem.isEmpty();
        if (order.state == OrderState::Approved && waits && (!oldest || order.createdAt < oldest->createdAt))
            oldest = &order;
    }
    return oldest ? std::optional(*oldest) : std::nullopt;
}

QString OrderActions::whyNotSend() const
{
    if (!m_productShown)
        return tr("switch to Planning to see what would be sent");
    const int row = m_workspace.rowOf(m_productId);
    if (row < 0)
        return tr("no product is selected");
    if (m_workspace.connection().readOnly)
        return tr("the database is open read-only: %1").arg(m_workspace.connection().readOnlyReason);
    if (!m_workspace.connection().channel)
        return tr("no channel to suppliers is configured");
    const ProductFacts& facts = m_workspace.product(row).facts;
    const std::optional<PurchaseOrder> order = sendableOrder();
    if (!order) {
        if (facts.openOrders) {
            for (const PurchaseOrder& open : *facts.openOrders) {
                if (open.state == OrderState::PendingApproval)
                    return tr("%1 waits for approval").arg(open.number);
                if (open.state == OrderState::Sending
                    || (open.state == OrderState::Approved && open.sendIntended))
                    return tr("%1 is being sent").arg(open.number);
                if (open.state == OrderState::Sent)
                    return tr("%1 was already sent").arg(open.number);
            }
        }
        return tr("there is no approved order of this product");
    }
    for (const SourceOutage& outage : m_workspace.outages()) {
        if (outage.source == Source::Supplier)
            return tr("nobody knows whether the supplier is still active: %1").arg(outageInWords(outage));
    }
    if (facts.suppliers) {
        for (const SupplierOffer& offer : *facts.suppliers) {
            if (offer.supplierId == order->supplierId && !offer.isActive.value_or(false))
                return tr("the supplier of %1 is not active").arg(order->number);
        }
    }
    return {};
}

void OrderActions::update()
{
    const bool known = m_workspace.rowOf(m_productId) >= 0;
    explainAction(m_evaluate, tr("Read %1 again from its sources and decide it").arg(m_productId),
                  known ? QString() : tr("no product is selected"));
    explainAction(m_evaluateAll, tr("Read and decide all products again"),
                  m_workspace.isBusy() ? tr("the products are being read") : QString());
    const int row = m_workspace.rowOf(m_productId);
    const bool sends = known && m_workspace.product(row).decision.outputs.shouldSendPo;
    explainAction(m_create,
                  sends ? tr("Create the order and send it to the supplier, as the rules decided")
                        : tr("Create the order as the rules decided; it waits for approval"),
                  whyNotCreate());
    const std::optional<PurchaseOrder> order = sendableOrder();
    explainAction(m_send, order ? tr("Send %1 to %2").arg(order->number, order->supplierName) : QString(),
                  whyNotSend());
    Q_EMIT updated();
}

void OrderActions::create()
{
    if (!whyNotCreate().isEmpty())
        return;
    // Copies: a question runs an event loop, in which the catalogue may be loaded again.
    const auto [facts, seen] = m_workspace.product(m_workspace.rowOf(m_productId));
    const FlowRequest request{m_productId, {}, m_workspace.actor()};
    const SupplierOffer* supplier = facts.supplier();
    bool withhold = false;
    if (seen.outputs.shouldSendPo && supplier && !isMailAddress(supplier->email)) {
        if (!confirmWithoutAddress(m_window, supplier->name.isEmpty() ? supplier->supplierId : supplier->name,
                                   &withhold))
            return;
        if (!m_pendingKey.isEmpty())
            return;
    }
    if (sendsAtOnce(seen) && !withhold && supplier
        && !confirmSending(m_window, m_workspace, tr("an order of %1").arg(m_productId),
                           supplier->name.isEmpty() ? supplier->supplierId : supplier->name,
                           seen.outputs.grandTotal))
        return;
    // A question runs an event loop, in which things may have changed.
    if (!whyNotCreate().isEmpty())
        return;

    m_pendingKey = QUuid::createUuid().toString(QUuid::WithoutBraces);
    update();
    whenReady(m_workspace.flow().order(seen, request, m_pendingKey, withhold), this,
              [this, request](const Result<FlowOutcome>& outcome) {
                  m_pendingKey.clear();
                  update();
                  m_workspace.noticeChange();
                  // The row shows at once that the need is covered, or what changed.
                  m_workspace.evaluate(request.productId, false);
                  if (outcome)
                      Q_EMIT done(outcome->message);
                  else
                      Q_EMIT failed(tr("Creating an order for %1").arg(request.productId), outcome.error());
              });
}

void OrderActions::send()
{
    const std::optional<PurchaseOrder> sendable = sendableOrder();
    if (!sendable || !whyNotSend().isEmpty())
        return;
    const PurchaseOrder& order = *sendable;
    if (!isMailAddress(order.supplierEmail) && !confirmWithoutAddress(m_window, order.supplierText()))
        return;
    if (!confirmSending(m_window, m_workspace, order))
        return;
    whenReady(m_workspace.orders().requestSend(order.poId, m_workspace.actor(),
                                                {!isMailAddress(order.supplierEmail), order.version}),
              this,
              [this, productId = order.productId](const Result<PurchaseOrder>& sent) {
                  m_workspace.noticeChange();
                  m_workspace.evaluate(productId, false);
                  if (sent)
                      Q_EMIT done(tr("%1 is being sent to %2").arg(sent->number, sent->supplierName));
                  else
                      Q_EMIT failed(tr("Sending the order of %1").arg(productId), sent.error());
              });
}

} // namespace purchasing::ui
