#include "ui/orders/order_detail.h"

#include "core/domain/approval_ceiling.h"
#include "core/flow/decision_words.h"
#include "core/flow/history_words.h"
#include "ui/parts/long_words.h"
#include "ui/parts/panel_layout.h"
#include "ui/planning/product_columns.h"
#include "ui/theme/theme.h"
#include "ui/workspace/when_ready.h"
#include "ui/workspace/workspace.h"

#include <QEvent>
#include <QGridLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace purchasing::ui {
namespace {

QString reasonOfRules(const QJsonObject& decision, const QString& total)
{
    for (const QJsonValue& value : decision.value(QStringLiteral("rules")).toArray()) {
        const QJsonObject rule = value.toObject();
        for (const QJsonValue& write : rule.value(QStringLiteral("writes")).toArray()) {
            if (write.toString().startsWith(QLatin1String("approval_status")))
                return OrderDetail::tr("Rule %1 in %2 asks for approval: the total before tax is %3.")
                    .arg(rule.value(QStringLiteral("rule")).toString(),
                         rule.value(QStringLiteral("pack")).toString(), total);
        }
    }
    return OrderDetail::tr("The rules ask for approval: the total before tax is %1.").arg(total);
}

} // namespace

QString approvalReason(const PurchaseOrder& order)
{
    if (order.approvalsRequired == 0)
        return OrderDetail::tr("No approval was needed.");
    const QString total = moneyText(order.total, order.currency);
    const QJsonObject decision = QJsonDocument::fromJson(order.decisionJson.toUtf8()).object();
    const std::optional<Money> ceiling =
        ceilingOf(decision.value(QStringLiteral("above_approval_ceiling")).toString());
    if (ceiling && !decision.value(QStringLiteral("rules_need_approval")).toBool()) {
        return OrderDetail::tr("The rules approve it, but the total before tax, %1, is above the approval "
                               "ceiling of %2.")
            .arg(total, moneyText(*ceiling, order.currency));
    }
    const QString byRules = reasonOfRules(decision, total);
    return ceiling ? OrderDetail::tr("%1 It is also above the approval ceiling of %2.")
                         .arg(byRules, moneyText(*ceiling, order.currency))
                   : byRules;
}

OrderDetail::OrderDetail(Workspace& workspace, QWidget* parent)
    : WideScroll(parent)
    , m_workspace(workspace)
{
    setObjectName(QStringLiteral("panel.orderDetail"));
    setAccessibleName(tr("The order in full"));
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    m_title = new QLabel(page);
    m_title->setObjectName(QStringLiteral("label.orderTitle"));
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setBold(true);
    m_title->setFont(large);
    m_state = new QLabel(page);
    m_state->setObjectName(QStringLiteral("label.orderState"));
    m_why = new QLabel(page);
    m_why->setObjectName(QStringLiteral("label.approvalReason"));
    m_why->setWordWrap(true);
    m_why->setTextFormat(Qt::PlainText);
    layout->addWidget(m_title);
    layout->addWidget(m_state, 0, Qt::AlignLeft);
    layout->addWidget(m_why);
    m_body = new QWidget(page);
    auto* body = new QVBoxLayout(m_body);
    body->setContentsMargins({});
    m_content = addSection(body, tr("Order"));
    m_decision = addSection(body, tr("How it was decided"));
    body->addWidget(new QLabel(tr("History"), m_body));
    m_history = plainTable({tr("When"), tr("Who"), tr("What")}, QStringLiteral("table.orderHistory"), m_body);
    m_history->setAccessibleName(tr("History of the order"));
    m_history->setMinimumHeight(150);
    wrapSentences(*m_history);
    body->addWidget(m_history, 1);
    layout->addWidget(m_body, 1);
    layout->addStretch();
    setWidget(page);
    clear({});
}

void OrderDetail::clear(const QString& text)
{
    m_order = {};
    m_title->setText(withBreaks(text));
    m_state->clear();
    m_state->setStyleSheet({});
    m_why->clear();
    clearRows(m_content);
    clearRows(m_decision);
    m_history->setRowCount(0);
    m_body->hide();
}

void OrderDetail::changeEvent(QEvent* event)
{
    WideScroll::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_order.poId.isEmpty())
        show(PurchaseOrder(m_order));
}

void OrderDetail::show(const PurchaseOrder& order)
{
    m_order = order;
    m_body->show();
    m_title->setText(withBreaks(
        order.productName.isEmpty()
            ? QStringLiteral("%1 · %2").arg(order.number, order.productId)
            : QStringLiteral("%1 · %2 · %3").arg(order.number, order.productId, order.productName)));
    const theme::Tone tone = theme::toneOf(order.state);
    m_state->setText(stateInWords(order));
    m_state->setStyleSheet(
        QStringLiteral("background:%1; color:%2; border-radius:4px; padding:2px 8px; font-weight:600;")
            .arg(theme::wash(tone).name(), theme::ink(tone).name()));
    showContent(order);
    showDecision(order);
    if (order.decisionJson.isEmpty()) // Lists come without.
        loadDecision(order.poId);
    loadHistory(order.poId);
}

void OrderDetail::showContent(const PurchaseOrder& order)
{
    const QLocale locale;
    const auto money = [&order](auto amount) { return moneyText(amount, order.currency); };
    const auto time = [&locale](const QDateTime& at) {
        return at.isValid() ? locale.toString(at.toLocalTime(), QLocale::ShortFormat) : QStringLiteral("–");
    };
    clearRows(m_content);
    addRow(m_content, tr("Supplier"), order.supplierId, order.supplierName);
    addRow(m_content, tr("Address"), order.supplierEmail.isEmpty() ? tr("none") : order.supplierEmail, {});
    addRow(m_content, tr("Quantity"), locale.toString(static_cast<qlonglong>(order.qty)), order.uom, true);
    if (order.receivedQty > 0)
        addRow(m_content, tr("Received"),
               tr("%1 of %2")
                   .arg(locale.toString(static_cast<qlonglong>(order.receivedQty)),
                        locale.toString(static_cast<qlonglong>(order.qty))),
               time(order.receivedAt));
    addRow(m_content, tr("Unit price"), moneyText(order.unitPrice, order.currency), {});
    addRow(m_content, tr("Total before tax"), money(order.total), {});
    addRow(m_content, tr("Discount"), money(order.discount), {});
    addRow(m_content, tr("Tax"), money(order.tax), {});
    addRow(m_content, tr("To pay"), money(order.toPay), {}, true);
    addRow(m_content, tr("Created"), time(order.createdAt), order.createdByName);
    addRow(m_content, tr("Expected"), locale.toString(order.expectedArrival(), QLocale::ShortFormat),
           daysFromNow(order.expectedArrival(), m_workspace.feed().today()));
    if (!order.approvedByName.isEmpty())
        addRow(m_content, order.state == OrderState::Rejected ? tr("Rejected") : tr("Approved"),
               time(order.decidedAt), order.approvedByName);
    if (!order.decisionReason.isEmpty())
        addRow(m_content, tr("Reason"), {}, order.decisionReason);
    addRow(m_content, tr("Sent"), time(order.sentAt), {});
    if (!order.sendProblem.isEmpty())
        addRow(m_content, tr("Sending"), tr("failed"), order.sendProblem);
}

void OrderDetail::showDecision(const PurchaseOrder& order)
{
    m_why->setText(withBreaks(approvalReason(order)));
    clearRows(m_decision);
    addRow(m_decision, tr("Rules"),
           order.ruleSetVersion ? tr("version %1").arg(*order.ruleSetVersion) : tr("made by another client"),
           {});
    const QJsonObject decision = QJsonDocument::fromJson(order.decisionJson.toUtf8()).object();
    addRow(m_decision, tr("Result"), {},
           historyInWords(decision.value(QStringLiteral("sentence")).toString()));
    for (const QJsonValue& value : decision.value(QStringLiteral("rules")).toArray()) {
        const QJsonObject rule = value.toObject();
        QStringList writes;
        for (const QJsonValue& write : rule.value(QStringLiteral("writes")).toArray())
            writes << write.toString();
        addRow(m_decision, rule.value(QStringLiteral("rule")).toString(), {},
               writes.join(QStringLiteral("; ")));
    }
}

void OrderDetail::loadDecision(const QString& poId)
{
    whenReady(m_workspace.orders().find(poId), this, [this, poId](const Result<PurchaseOrder>& order) {
        if (poId != m_order.poId || !order)
            return;
        m_order.decisionJson = order->decisionJson;
        showDecision(*order);
    });
}

void OrderDetail::loadHistory(const QString& poId)
{
    whenReady(m_workspace.orders().history(poId), this,
              [this, poId](const Result<std::vector<HistoryEntry>>& entries) {
                  if (poId != m_order.poId || !entries)
                      return;
                  m_history->setRowCount(static_cast<int>(entries->size()));
                  for (std::size_t i = 0; i < entries->size(); ++i) {
                      const HistoryEntry& entry = (*entries)[i];
                      const int row = static_cast<int>(i);
                      setCell(m_history, row, 0,
                              QLocale().toString(entry.at.toLocalTime(), QLocale::ShortFormat));
                      setCell(m_history, row, 1, entry.actorName);
                      setCell(m_history, row, 2, historyInWords(entry.text));
                  }
              });
}

} // namespace purchasing::ui
