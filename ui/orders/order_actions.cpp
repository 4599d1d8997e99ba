#include "ui/orders/order_actions.h"

#include "core/flow/decision_words.h"
#include "core/flow/order_request.h"
#include "core/flow/problem_words.h"
#include "core/mail/order_message.h"
#include "ui/orders/confirm_sending.h"
#include "ui/orders/message_preview.h"
#include "ui/orders/order_arrangement.h"
#include "ui/parts/action_state.h"
#include "ui/theme/theme.h"
#include "ui/workspace/when_ready.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QMessageBox>
#include <QPushButton>
#include <QUuid>

namespace purchasing::ui {

bool confirmWithoutAddress(QWidget* parent, const QString& supplier)
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
    question.setDefaultButton(QMessageBox::Cancel);
    question.exec();
    return question.clickedButton() == go;
}

OrderActions::OrderActions(Workspace& workspace, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
    , m_evaluate(new QAction(theme::icon(QStringLiteral("evaluate")), tr("&Evaluate"), this))
    , m_evaluateAll(new QAction(theme::icon(QStringLiteral("evaluate_all")), tr("Evaluate &all"), this))
    , m_create(new QAction(theme::icon(QStringLiteral("order")), tr("&Create PO"), this))
    , m_createAndSend(new QAction(theme::icon(QStringLiteral("send")), tr("Create a&nd send…"), this))
    , m_createSends(new QAction(tr("Create PO also sen&ds"), this))
    , m_send(new QAction(theme::icon(QStringLiteral("send")), tr("&Send PO"), this))
{
    m_evaluate->setObjectName(QStringLiteral("action.evaluate"));
    m_evaluate->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_evaluateAll->setObjectName(QStringLiteral("action.evaluateAll"));
    m_evaluateAll->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    m_create->setObjectName(QStringLiteral("action.createPo"));
    m_create->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    m_createAndSend->setObjectName(QStringLiteral("action.createAndSendPo"));
    m_createSends->setObjectName(QStringLiteral("action.createSends"));
    m_createSends->setCheckable(true);
    m_createSends->setStatusTip(tr("Whether Create PO shows the message and sends it as well"));
    m_send->setObjectName(QStringLiteral("action.sendPo"));
    m_send->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));

    connect(m_evaluate, &QAction::triggered, this, [this] { m_workspace.feed().evaluate(m_productId); });
    connect(m_evaluateAll, &QAction::triggered, &m_workspace.feed(), &CatalogueFeed::reload);
    connect(m_create, &QAction::triggered, this,
            [this] { create(m_createSends->isChecked() && whyNotCreateAndSend().isEmpty()); });
    connect(m_createAndSend, &QAction::triggered, this, [this] { create(true); });
    connect(m_createSends, &QAction::toggled, this, &OrderActions::update);
    connect(m_send, &QAction::triggered, this, &OrderActions::send);
    connect(&m_workspace.feed(), &CatalogueFeed::rowChanged, this, &OrderActions::update);
    connect(&m_workspace.feed(), &CatalogueFeed::catalogueReset, this, &OrderActions::update);
    connect(&m_workspace.feed(), &CatalogueFeed::stalenessChanged, this, &OrderActions::update);
    connect(&m_workspace.identity(), &Identity::identityChanged, this, &OrderActions::update);
    connect(&m_workspace.feed(), &CatalogueFeed::readingChanged, this, &OrderActions::update);
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

void OrderActions::setProductFiltered(bool filtered)
{
    if (m_productFiltered == filtered)
        return;
    m_productFiltered = filtered;
    update();
}

void OrderActions::setSelectedCount(int products)
{
    if (m_selected == products)
        return;
    m_selected = products;
    update();
}

QString OrderActions::whyNotCreateAndSend() const
{
    if (const QString reason = whyNotCreate(); !reason.isEmpty())
        return reason;
    if (!sendsAtOnce(m_workspace.feed().product(m_workspace.feed().rowOf(m_productId)).decision))
        return tr("the rules do not send this order by themselves; create it, and it waits for approval");
    if (!m_workspace.connection().channel && !m_workspace.connection().isRemote)
        return tr("no channel to suppliers is configured");
    return {};
}

QString OrderActions::whyNotCreate() const
{
    if (!m_productShown)
        return tr("switch to Planning to see what would be ordered");
    if (m_selected > 1)
        return tr("%n products are selected: order them together below the list, or select one", nullptr,
                  m_selected);
    const int row = m_workspace.feed().rowOf(m_productId);
    if (row < 0)
        return tr("no product is selected");
    if (m_workspace.connection().readOnly)
        return tr("the database is open read-only: %1").arg(m_workspace.connection().readOnlyReason);
    if (m_beingCreated.contains(m_productId))
        return tr("the order is being created");
    if (!m_workspace.feed().staleReason().isEmpty())
        return tr("the data may be out of date: %1").arg(m_workspace.feed().staleReason());
    const auto& [facts, decision] = m_workspace.feed().product(row);
    if (decision.isBlocked())
        return tr("the product is blocked: %1").arg(problemsInWords(decision));
    if (!decision.outputs.shouldCreatePo)
        return tr("the rules decided that no order is needed (%1)").arg(whyInWords(decision, facts));
    if (m_productFiltered)
        return tr("the filters hide %1; clear them (Edit ▸ Clear filters) to order it").arg(m_productId);
    if (facts.asOf.secsTo(m_workspace.connection().now()) > m_workspace.identity().staleAfterMinutes() * 60LL
        && m_workspace.feed().isBusy())
        return tr("the product is being read again");
    return {};
}

std::optional<PurchaseOrder> OrderActions::sendableOrder() const
{
    const int row = m_workspace.feed().rowOf(m_productId);
    if (row < 0)
        return std::nullopt;
    const ProductFacts& facts = m_workspace.feed().product(row).facts;
    if (!facts.openOrders)
        return std::nullopt;
    const PurchaseOrder* oldest = nullptr; // First approved, first sent.
    for (const PurchaseOrder& order : *facts.openOrders) {
        if (isToSend(order) && (!oldest || order.createdAt < oldest->createdAt))
            oldest = &order;
    }
    return oldest ? std::optional(*oldest) : std::nullopt;
}

QString OrderActions::whyNotSend() const
{
    if (!m_productShown)
        return tr("switch to Planning to see what would be sent");
    if (m_productFiltered && m_justCreated != m_productId)
        return tr("the filters hide %1; clear them (Edit ▸ Clear filters) to send its order")
            .arg(m_productId);
    const int row = m_workspace.feed().rowOf(m_productId);
    if (row < 0)
        return tr("no product is selected");
    if (m_workspace.connection().readOnly)
        return tr("the database is open read-only: %1").arg(m_workspace.connection().readOnlyReason);
    if (!m_workspace.connection().channel && !m_workspace.connection().isRemote)
        return tr("no channel to suppliers is configured");
    const ProductFacts& facts = m_workspace.feed().product(row).facts;
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
    for (const SourceOutage& outage : m_workspace.feed().outages()) {
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
    const bool known = m_workspace.feed().rowOf(m_productId) >= 0;
    explainAction(m_evaluate, tr("Read %1 again from its sources and decide it").arg(m_productId),
                  known ? QString() : tr("no product is selected"));
    explainAction(m_evaluateAll, tr("Read and decide all products again"),
                  m_workspace.feed().isBusy() ? tr("the products are being read") : QString());
    const int row = m_workspace.feed().rowOf(m_productId);
    const bool sends = known && sendsAtOnce(m_workspace.feed().product(row).decision);
    explainAction(m_create,
                  !sends ? tr("Create the order as the rules decided; it waits for approval")
                      : m_createSends->isChecked()
                      ? tr("Look at the message, then create the order and send it to the supplier")
                      : tr("Create the order as the rules decided; Send PO sends it"),
                  whyNotCreate());
    explainAction(m_createAndSend,
                  tr("Look at the message, then create the order and send it to the supplier"),
                  whyNotCreateAndSend());
    const std::optional<PurchaseOrder> order = sendableOrder();
    explainAction(m_send, order ? tr("Send %1 to %2").arg(order->number, order->supplierName) : QString(),
                  whyNotSend());
    Q_EMIT updated();
}

void OrderActions::create(bool sends)
{
    if (!whyNotCreate().isEmpty())
        return;
    // Copies: a question runs an event loop, in which the catalogue may be loaded again.
    const auto [facts, seen] = m_workspace.feed().product(m_workspace.feed().rowOf(m_productId));
    if (sends) {
        const std::shared_ptr<const RuleEngine> rules = m_workspace.feed().rules();
        if (!rules || !facts.supplier())
            return;
        // What will be created, as far as it is known before: the number comes with it.
        ExplainedDecision explained;
        explained.decision = seen;
        PurchaseOrder order = orderRequestOf(facts, explained, m_workspace.identity().currency(), {}).order;
        order.number = tr("(number follows)");
        order.createdAt = m_workspace.connection().now();
        const QString asked = m_productId;
        // A question runs an event loop, in which things may have changed.
        if (!confirmMessage(m_window, m_workspace, order) || m_productId != asked
            || !whyNotCreateAndSend().isEmpty())
            return;
    }
    order(seen, sends);
}

void OrderActions::order(const Decision& seen, bool sends)
{
    FlowRequest request{m_productId, {}, m_workspace.identity().actor()};
    request.withoutAddress = sends; // The message said so.
    m_beingCreated.insert(request.productId);
    update();
    const QString key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto asked = m_workspace.flow().order(seen, request, key, !sends);
    m_workspace.answers().expect(asked, tr("the order of %1").arg(m_productId));
    whenReady(asked, this, [this, request](const Result<FlowOutcome>& outcome) {
        m_beingCreated.remove(request.productId);
        if (outcome && outcome->order)
            m_justCreated = request.productId;
        update();
        m_workspace.noticeChange();
        // The row shows at once that the need is covered, or what changed.
        m_workspace.feed().evaluate(request.productId, false);
        if (!outcome)
            return Q_EMIT failed(tr("Creating an order for %1").arg(request.productId), outcome.error());
        const bool waitsToBeSent =
            outcome->order && outcome->order->state == OrderState::Approved && !outcome->order->sendIntended;
        Q_EMIT done(waitsToBeSent
                        ? tr("%1. Send it with Send PO (%2).")
                              .arg(outcome->message, m_send->shortcut().toString(QKeySequence::NativeText))
                        : outcome->message);
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
    const auto asked = m_workspace.orders().requestSend(order.poId, m_workspace.identity().actor(),
                                                        {!isMailAddress(order.supplierEmail), order.version});
    m_workspace.answers().expect(asked, tr("sending %1").arg(order.number));
    whenReady(asked, this, [this, productId = order.productId](const Result<PurchaseOrder>& sent) {
        m_workspace.noticeChange();
        m_workspace.feed().evaluate(productId, false);
        if (sent)
            Q_EMIT done(tr("%1 is being sent to %2").arg(sent->number, sent->supplierName));
        else
            Q_EMIT failed(tr("Sending the order of %1").arg(productId), sent.error());
    });
}

} // namespace purchasing::ui
