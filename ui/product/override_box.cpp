#include "ui/product/override_box.h"

#include "core/flow/decision_words.h"
#include "core/flow/override_words.h"
#include "ui/parts/flow_layout.h"
#include "ui/parts/panel_layout.h"
#include "ui/product/override_actions.h"
#include "ui/product/override_drafts.h"
#include "ui/theme/theme.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace purchasing::ui {
namespace {

constexpr int kLongestReason = 2000; // As the database allows.
constexpr std::chrono::milliseconds kSaveAfter{500};

std::int64_t versionOf(const ProductFacts& facts)
{
    return facts.overridden ? facts.overridden->version : 0;
}

QLabel* lineLabel(QWidget* parent, const char* name)
{
    QLabel* label = plainLabel({}, parent);
    label->setObjectName(QLatin1String(name));
    return label;
}

void setLine(QLabel* label, const QString& text, theme::Tone tone)
{
    label->setVisible(!text.isEmpty());
    label->setText(text);
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, theme::ink(tone));
    label->setPalette(palette);
}

} // namespace

OverrideBox::OverrideBox(Workspace& workspace, OverrideActions& actions, QWidget* parent)
    : QGroupBox(tr("Override"), parent)
    , m_workspace(workspace)
    , m_actions(actions)
    , m_now(lineLabel(this, "label.overrideNow"))
    , m_stale(lineLabel(this, "label.overrideStale"))
    , m_note(lineLabel(this, "label.overrideNote"))
    , m_qty(new QLineEdit(this))
    , m_reason(new QLineEdit(this))
    , m_accept(new QPushButton(tr("&Override"), this))
    , m_confirm(actionButton(actions.confirm(), QStringLiteral("btn.confirmOverride"), this))
    , m_revert(actionButton(actions.revert(), QStringLiteral("btn.revertOverride"), this))
{
    setObjectName(QStringLiteral("box.override"));
    m_qty->setObjectName(QStringLiteral("edit.overrideQty"));
    m_qty->setAccessibleName(tr("Quantity to order instead"));
    m_qty->setPlaceholderText(tr("Quantity"));
    m_qty->setAlignment(Qt::AlignRight);
    m_qty->setMaximumWidth(std::max(110, m_qty->fontMetrics().averageCharWidth() * 12));
    m_reason->setObjectName(QStringLiteral("edit.overrideReason"));
    m_reason->setAccessibleName(tr("Reason for the override"));
    m_reason->setPlaceholderText(tr("Reason (required)"));
    m_reason->setMaxLength(kLongestReason);
    m_accept->setObjectName(QStringLiteral("btn.override"));

    auto* fields = new QHBoxLayout;
    fields->addWidget(m_qty);
    fields->addWidget(m_reason, 1);
    auto* buttons = new FlowLayout;
    buttons->addWidget(m_accept);
    buttons->addWidget(m_confirm);
    buttons->addWidget(m_revert);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_now);
    layout->addWidget(m_stale);
    layout->addLayout(fields);
    layout->addLayout(buttons);
    layout->addWidget(m_note);

    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(kSaveAfter);
    connect(&m_saveTimer, &QTimer::timeout, this, &OverrideBox::saveDraft);
    for (const QLineEdit* edit : {m_qty, m_reason})
        connect(edit, &QLineEdit::textEdited, &m_saveTimer, qOverload<>(&QTimer::start));
    connect(m_qty, &QLineEdit::textChanged, this, &OverrideBox::updateState);
    connect(m_reason, &QLineEdit::textChanged, this, &OverrideBox::updateState);
    connect(m_qty, &QLineEdit::returnPressed, this, [this] { m_reason->setFocus(); });
    connect(m_reason, &QLineEdit::returnPressed, this, &OverrideBox::accept);
    connect(m_accept, &QPushButton::clicked, this, &OverrideBox::accept);
    connect(&m_actions, &OverrideActions::updated, this, &OverrideBox::updateState);
    connect(&m_actions, &OverrideActions::stored, this, &OverrideBox::forgetStored);
    connect(&m_actions, &OverrideActions::dropped, this, [this](const QString& productId) {
        if (m_drafts)
            m_drafts->drop(productId);
    });
    clear();
}

void OverrideBox::clear()
{
    m_facts = {};
    m_decision = {};
    fill();
    setEnabled(false);
}

void OverrideBox::show(const ProductFacts& facts, const Decision& decision)
{
    setEnabled(true);
    if (m_saveTimer.isActive())
        saveDraft(); // Of the product that it was typed for.
    const bool isNews =
        facts.product.productId != m_facts.product.productId || versionOf(facts) != versionOf(m_facts);
    m_facts = facts;
    m_decision = decision;
    if (isNews)
        fill();
    else
        updateState();
}

void OverrideBox::keepDraftsIn(OverrideDrafts& drafts)
{
    m_drafts = &drafts;
    connect(m_drafts, &OverrideDrafts::dropped, this, [this](const QString& productId) {
        if (productId != m_facts.product.productId || m_isSaving)
            return;
        m_saveTimer.stop();
        fill();
    });
    fill();
}

bool OverrideBox::isTyped() const
{
    const bool isStored = m_facts.overridden && typedQty() == m_facts.overridden->qty
        && m_reason->text().trimmed() == m_facts.overridden->reason;
    return !isStored && !(m_qty->text().trimmed().isEmpty() && m_reason->text().trimmed().isEmpty());
}

void OverrideBox::saveDraft()
{
    m_saveTimer.stop();
    const QString& productId = m_facts.product.productId;
    if (!m_drafts || productId.isEmpty())
        return;
    const QScopedValueRollback<bool> guard(m_isSaving, true);
    if (isTyped())
        m_drafts->keep(
            {productId, m_qty->text(), m_reason->text(), m_typedOn, QDateTime::currentDateTimeUtc()});
    else
        m_drafts->drop(productId);
}

void OverrideBox::forgetStored(const Override& stored)
{
    // Now, and not when the product is shown again: somebody may have changed the override by then.
    const auto typed = m_drafts ? m_drafts->find(stored.productId) : std::nullopt;
    if (!typed || QLocale().toLongLong(typed->qty.trimmed()) != stored.qty
        || typed->reason.trimmed() != stored.reason)
        return;
    const QScopedValueRollback<bool> guard(m_isSaving, true);
    m_drafts->drop(stored.productId);
}

void OverrideBox::fill()
{
    const bool hasQty = m_facts.overridden && m_facts.overridden->qty > 0;
    m_typedOn = versionOf(m_facts);
    m_qty->setText(hasQty ? quantityText(Quantity::whole(m_facts.overridden->qty)) : QString());
    m_reason->setText(hasQty ? m_facts.overridden->reason : QString());
    const auto typed = m_drafts ? m_drafts->find(m_facts.product.productId) : std::nullopt;
    if (typed) {
        m_qty->setText(typed->qty);
        m_reason->setText(typed->reason);
        m_typedOn = typed->seenVersion;
        if (!isTyped()) { // It was stored.
            const QScopedValueRollback<bool> guard(m_isSaving, true);
            m_drafts->drop(typed->productId);
            m_typedOn = versionOf(m_facts);
        }
    }
    updateState();
}

void OverrideBox::startEditing()
{
    if (m_qty->text().isEmpty() && m_decision.outputs.orderQty > Quantity{})
        m_qty->setText(quantityText(m_decision.outputs.orderQty));
    m_qty->setFocus();
    m_qty->selectAll();
}

std::int64_t OverrideBox::typedQty() const
{
    bool isNumber = false;
    const qlonglong qty = QLocale().toLongLong(m_qty->text().trimmed(), &isNumber);
    return isNumber && qty > 0 ? qty : 0;
}

QString OverrideBox::whyNotAccept() const
{
    if (const QString reason = m_actions.whyNot(); !reason.isEmpty())
        return reason;
    if (m_qty->text().trimmed().isEmpty())
        return tr("type the quantity to order");
    if (typedQty() == 0)
        return tr("\"%1\" is not a whole number of units above 0").arg(m_qty->text().trimmed());
    if (typedQty() > kLargestOverride)
        return tr("no more than %1 units can be ordered")
            .arg(QLocale().toString(qlonglong{kLargestOverride}));
    if (m_reason->text().trimmed().isEmpty())
        return tr("a reason is needed");
    return {};
}

void OverrideBox::updateState()
{
    setLine(m_now,
            m_facts.overridden ? tr("Overridden: %1").arg(overrideText(*m_facts.overridden)) : QString(),
            theme::Tone::Info);
    const QStringList changes = changesSinceOverride(m_facts);
    setLine(m_stale,
            changes.isEmpty() ? QString()
                              : tr("Stale: %1. Nothing is ordered until you confirm or revert it.")
                                    .arg(changes.join(QStringLiteral("; "))),
            theme::Tone::Attention);

    QStringList notes;
    if (isTyped() && m_typedOn != versionOf(m_facts)) {
        notes << (m_facts.overridden
                      ? tr("%1 changed this override after you began to type. You choose when you override.")
                            .arg(m_facts.overridden->byName)
                      : tr("This override was removed or used after you began to type. You choose when you "
                           "override."));
    }
    const auto rules = m_workspace.feed().rules();
    const QString idle = whyOverrideIsIdle(m_facts, m_decision, rules && rules->readsOverrides());
    if (!idle.isEmpty())
        notes << idle;
    const QStringList warnings = overrideWarnings(typedQty(), m_facts);
    if (!warnings.isEmpty()) {
        notes << tr("%1 is %2. It is allowed.")
                     .arg(QLocale().toString(qlonglong{typedQty()}), warnings.join(tr(" and ")));
    }
    const QString reason = whyNotAccept();
    const bool isTyping = !m_qty->text().trimmed().isEmpty();
    if (isTyping && !reason.isEmpty())
        notes << tr("Override unavailable: %1").arg(reason);
    setLine(m_note, notes.join(QLatin1Char('\n')), theme::Tone::Attention);

    m_confirm->setVisible(!changes.isEmpty());
    m_accept->setText(changes.isEmpty() ? tr("&Override") : tr("&Override again"));
    m_accept->setEnabled(reason.isEmpty());
    const QString tip = reason.isEmpty() ? tr("Order this quantity instead of the calculated one")
                                         : tr("Unavailable: %1").arg(reason);
    m_accept->setToolTip(tip);
    m_accept->setAccessibleDescription(tip);
}

void OverrideBox::accept()
{
    if (!whyNotAccept().isEmpty())
        return;
    saveDraft(); // Until it is stored, which may be refused.
    m_actions.setQuantity(typedQty(), m_reason->text().trimmed(), m_typedOn);
}

} // namespace purchasing::ui
