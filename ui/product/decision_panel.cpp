#include "ui/product/decision_panel.h"

#include "core/flow/decision_words.h"
#include "ui/orders/order_actions.h"
#include "ui/parts/flow_layout.h"
#include "ui/parts/long_words.h"
#include "ui/parts/panel_layout.h"
#include "ui/planning/product_columns.h"
#include "ui/product/override_box.h"
#include "ui/theme/theme.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QGridLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace purchasing::ui {
namespace {

QLabel* reasonLabel(QWidget* parent, const char* name)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    return label;
}

/// Text of a label in the colour of a tone; palettes follow a change of theme only through a new call.
void setTone(QLabel* label, theme::Tone tone)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, theme::ink(tone));
    label->setPalette(palette);
}

} // namespace

DecisionPanel::DecisionPanel(Workspace& workspace, OrderActions& actions, OverrideActions& overrides,
                             QWidget* parent)
    : WideScroll(parent)
    , m_workspace(workspace)
    , m_actions(actions)
{
    setObjectName(QStringLiteral("panel.decision"));
    setAccessibleName(tr("Decision"));
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(10);

    m_word = new QLabel(content);
    m_word->setObjectName(QStringLiteral("label.word"));
    m_word->setMargin(4);
    m_product = new QLabel(content);
    m_product->setObjectName(QStringLiteral("label.product"));
    m_product->setWordWrap(true);
    m_product->setTextFormat(Qt::PlainText);
    auto* head = new QHBoxLayout;
    head->addWidget(m_word, 0, Qt::AlignTop);
    head->addWidget(m_product, 1);
    layout->addLayout(head);

    m_sentence = new QLabel(content);
    m_sentence->setObjectName(QStringLiteral("label.sentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QFont large = m_sentence->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setBold(true);
    m_sentence->setFont(large);
    layout->addWidget(m_sentence);
    m_lasts = reasonLabel(content, "label.lastsUntil");
    layout->addWidget(m_lasts);

    m_create = actionButton(actions.createOrder(), QStringLiteral("btn.createPo"), content);
    // In the order they are seen, which is that of Tab.
    auto* createAndSend =
        actionButton(actions.createAndSend(), QStringLiteral("btn.createAndSendPo"), content);
    m_send = actionButton(actions.sendOrder(), QStringLiteral("btn.sendPo"), content);
    m_why = new QPushButton(tr("&Why?"), content);
    m_why->setObjectName(QStringLiteral("btn.why"));
    m_why->setToolTip(tr("Show every rule with what it did and why"));
    connect(m_why, &QPushButton::clicked, this, &DecisionPanel::traceWanted);
    auto* buttons = new FlowLayout;
    buttons->addWidget(m_create);
    buttons->addWidget(createAndSend);
    buttons->addWidget(m_send);
    buttons->addWidget(m_why);
    layout->addLayout(buttons);
    m_createReason = reasonLabel(content, "label.createReason");
    m_sendReason = reasonLabel(content, "label.sendReason");
    layout->addWidget(m_createReason);
    layout->addWidget(m_sendReason);
    m_cliff = reasonLabel(content, "label.cliff");
    layout->addWidget(m_cliff);

    m_override = new OverrideBox(workspace, overrides, content);
    layout->addWidget(m_override);
    m_steps = addSection(layout, tr("Steps"));
    m_amounts = addSection(layout, tr("Amounts"));
    m_flags = addSection(layout, tr("What the rules decided"));
    layout->addStretch(1);
    setWidget(content);

    connect(&m_actions, &OrderActions::updated, this, &DecisionPanel::updateActions);
    clear();
}

void DecisionPanel::clear()
{
    m_word->clear();
    m_word->setVisible(false);
    m_product->setText(tr("Select a product to see its decision."));
    m_sentence->clear();
    m_lasts->clear();
    m_cliff->clear();
    m_cliff->setVisible(false);
    clearRows(m_steps);
    clearRows(m_amounts);
    clearRows(m_flags);
    m_override->clear();
    updateActions();
}

void DecisionPanel::startOverride()
{
    ensureWidgetVisible(m_override);
    m_override->startEditing();
}

void DecisionPanel::show(const ProductFacts& facts, const ExplainedDecision& explained)
{
    const Decision& decision = explained.decision;
    const theme::Tone tone = theme::toneOf(decision.word);
    m_word->setVisible(true);
    m_word->setText(wordText(decision.word));
    m_word->setStyleSheet(
        QStringLiteral("background:%1; color:%2; border-radius:4px; padding:2px 8px; font-weight:600;")
            .arg(theme::wash(tone).name(), theme::ink(tone).name()));
    m_product->setText(
        withBreaks(facts.product.name.isEmpty()
                       ? facts.product.productId
                       : QStringLiteral("%1 · %2").arg(facts.product.productId, facts.product.name)));
    m_sentence->setText(withBreaks(whatToDo(decision, facts, m_workspace.identity().currency())));
    m_lasts->setText(lastsText(decision));
    const QString cliff = cliffText(facts, decision);
    m_cliff->setText(cliff);
    m_cliff->setVisible(!cliff.isEmpty());
    setTone(m_cliff, theme::Tone::Info);
    const bool isOld =
        std::any_of(facts.sourceProblems.begin(), facts.sourceProblems.end(), [](const Problem& problem) {
            return problem.code.startsWith(QLatin1String("unavailable:"));
        });
    for (QGridLayout* section : {m_steps, m_amounts, m_flags})
        setGreyed(section->parentWidget(), isOld);
    showSteps(facts, explained);
    showAmounts(decision);
    showFlags(decision);
    m_override->show(facts, decision);
    updateActions();
}

void DecisionPanel::updateActions()
{
    const auto show = [](QLabel* label, const QString& what, const QString& reason) {
        label->setVisible(!reason.isEmpty());
        label->setText(reason.isEmpty() ? QString() : QStringLiteral("%1: %2").arg(what, reason));
        setTone(label, theme::Tone::Muted);
    };
    const bool product = m_workspace.feed().rowOf(m_actions.product()) >= 0;
    show(m_createReason, tr("Create PO unavailable"), product ? m_actions.whyNotCreate() : QString());
    show(m_sendReason, tr("Send PO unavailable"), product ? m_actions.whyNotSend() : QString());
    m_why->setEnabled(product);
}

QString DecisionPanel::lastsText(const Decision& decision) const
{
    QStringList parts;
    const QLocale locale;
    if (decision.stockOut)
        parts << tr("Stock lasts until %1 (%2).")
                     .arg(locale.toString(*decision.stockOut, QLocale::ShortFormat),
                          daysFromNow(*decision.stockOut, m_workspace.feed().today()));
    if (decision.decidedAt.isValid())
        parts << tr("Decided at %1 by rule set version %2.")
                     .arg(locale.toString(decision.decidedAt.toLocalTime().time(), QLocale::ShortFormat))
                     .arg(decision.basis.ruleSetVersion);
    return parts.join(QLatin1Char(' '));
}

QString DecisionPanel::cliffText(const ProductFacts& facts, const Decision& decision) const
{
    if (!m_workspace.feed().rules())
        return {};
    const std::optional<DiscountCliff> cliff = discountCliff(*m_workspace.feed().rules(), facts, decision);
    if (!cliff)
        return {};
    return tr("%n unit(s) more would cost %1 less, because the discount starts there.", nullptr,
              static_cast<int>(cliff->moreUnits))
        .arg(moneyText(cliff->saving, m_workspace.identity().currency()));
}

void DecisionPanel::showSteps(const ProductFacts& facts, const ExplainedDecision& explained)
{
    const Decision& decision = explained.decision;
    const DecisionOutputs& out = decision.outputs;
    const SupplierOffer* supplier = facts.supplier();
    const auto amount = [](const std::optional<Quantity>& value) {
        return value ? quantityText(*value) : tr("unknown");
    };
    clearRows(m_steps);
    addRow(m_steps, tr("Required"), amount(decision.requiredQty),
           supplier && facts.demand
               ? tr("%1 per day × %2 days lead time")
                     .arg(amount(facts.demand->avgDailyDemand),
                          supplier->leadTimeDays ? QString::number(*supplier->leadTimeDays) : tr("unknown"))
               : QString());
    addRow(m_steps, tr("Available"), amount(decision.availableQty),
           tr("%1 on hand − %2 reserved").arg(amount(facts.currentQty()), amount(facts.reservedQty())));
    addRow(m_steps, tr("On order"), amount(decision.onOrderQty), tr("Open orders, ours and others'"));
    const std::optional<Quantity> shortage = decision.shortage();
    const bool isSurplus = shortage && *shortage < Quantity{};
    addRow(m_steps, isSurplus ? tr("Surplus") : tr("Shortage"),
           amount(isSurplus ? Quantity{} - *shortage : shortage),
           tr("Required − available, less what is on order"));
    if (supplier) {
        addRow(m_steps, tr("Minimum order"), amount(supplier->moq),
               supplier->name.isEmpty() ? supplier->supplierId : supplier->name);
        addRow(m_steps, tr("Order multiple"), amount(supplier->orderMultiple), QString());
    }
    if (facts.overridden && facts.overridden->qty > 0)
        addRow(m_steps, tr("Override"), quantityText(Quantity::whole(facts.overridden->qty)),
               tr("by %1").arg(facts.overridden->byName));
    const bool hasQuantity = !decision.isBlocked() || out.orderQty != Quantity{};
    addRow(m_steps, tr("Order quantity"), hasQuantity ? quantityText(out.orderQty) : tr("unknown"),
           stockUnitOf(facts), true);
    if (supplier && supplier->unitPrice)
        addRow(m_steps, tr("Unit price"), moneyText(*supplier->unitPrice, m_workspace.identity().currency()),
               QString());
}

void DecisionPanel::showAmounts(const Decision& decision)
{
    clearRows(m_amounts);
    const DecisionOutputs& out = decision.outputs;
    const bool isKnown = !decision.isBlocked() || out.totalAmount != Money{};
    const auto money = [this, isKnown](Money value) {
        return isKnown ? moneyText(value, m_workspace.identity().currency()) : tr("unknown");
    };
    addRow(m_amounts, tr("Total before tax"), money(out.totalAmount), QString());
    addRow(m_amounts, tr("Discount"), money(out.discountAmount), QString());
    addRow(m_amounts, tr("Tax"), money(out.taxAmount), QString());
    addRow(m_amounts, tr("To pay"), money(out.grandTotal), QString(), true);
}

/// Rules compare the word itself, so other words than ours are shown as they stand.
static QString sendMethodInWords(const QString& method)
{
    return method == QLatin1String("email") ? DecisionPanel::tr("e-mail")
        : method == QLatin1String("folder") ? DecisionPanel::tr("folder")
                                            : method;
}

void DecisionPanel::showFlags(const Decision& decision)
{
    clearRows(m_flags);
    const DecisionOutputs& out = decision.outputs;
    const auto yes = [](bool flag) { return flag ? tr("yes") : tr("no"); };
    addRow(m_flags, tr("Reorder needed"), yes(out.needReorder), QString());
    addRow(m_flags, tr("Approval"), approvalText(out.approvalStatus), QString());
    addRow(m_flags, tr("Create order"), yes(out.shouldCreatePo), QString());
    addRow(m_flags, tr("Send order"), yes(out.shouldSendPo),
           out.sendMethod.isEmpty() ? QString() : tr("by %1").arg(sendMethodInWords(out.sendMethod)));
    if (!out.supplierError.isEmpty())
        addRow(m_flags, tr("Supplier"), out.supplierError, QString());
}

std::optional<DiscountCliff> discountCliff(const RuleEngine& rules, const ProductFacts& facts,
                                           const Decision& decision)
{
    const DecisionOutputs& out = decision.outputs;
    const SupplierOffer* supplier = facts.supplier();
    if (decision.isBlocked() || !out.shouldCreatePo || !supplier || !supplier->unitPrice
        || *supplier->unitPrice <= UnitPrice{} || out.discountAmount.minor > 0)
        return std::nullopt;
    // Ask the rules themselves: raise the minimum order until a discount appears, in the steps that orders
    // come in.
    const std::int64_t step =
        std::max<std::int64_t>(1, supplier->orderMultiple.value_or(Quantity::whole(1)).units());
    const std::int64_t ordered = out.orderQty.units();
    const std::int64_t reach =
        std::max(ordered / 5, step); // Beyond a fifth more nobody would buy for a discount.
    const auto decided = [&](std::int64_t units) {
        ProductFacts more = facts;
        for (SupplierOffer& offer : *more.suppliers) {
            if (offer.supplierId == supplier->supplierId)
                offer.moq = Quantity::whole(units);
        }
        return rules
            .decide(more, decision.decidedAt.isValid() ? decision.decidedAt.date() : facts.asOf.date())
            .outputs;
    };
    std::int64_t low = 0;
    std::int64_t high = reach / step;
    if (high < 1 || decided(ordered + high * step).discountAmount.minor <= 0)
        return std::nullopt;
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (decided(ordered + middle * step).discountAmount.minor > 0 ? high : low) = middle;
    }
    const DecisionOutputs cheaper = decided(ordered + high * step);
    if (cheaper.grandTotal >= out.grandTotal)
        return std::nullopt;
    return DiscountCliff{cheaper.orderQty.units() - ordered, out.grandTotal - cheaper.grandTotal};
}

} // namespace purchasing::ui
