#include "ui/rules/live_result.h"

#include "core/flow/decision_words.h"
#include "core/flow/problem_words.h"
#include "ui/parts/long_words.h"
#include "ui/parts/panel_layout.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

namespace purchasing::ui {
namespace {

constexpr int kNarrowestColumn = 50;
constexpr int kNarrowestTable = 230; // What is compared stays readable.

struct Line
{
    QString name;
    QString draft;
    QString published;
};

QString flag(bool value)
{
    return value ? LiveResult::tr("yes") : LiveResult::tr("no");
}

std::vector<Line> linesOf(const Decision& draft, const Decision& published, const QString& currency)
{
    const auto money = [&currency](Money amount) { return moneyText(amount, currency); };
    const auto amount = [](const std::optional<Quantity>& value) {
        return value ? quantityText(*value) : LiveResult::tr("unknown");
    };
    const DecisionOutputs& a = draft.outputs;
    const DecisionOutputs& b = published.outputs;
    return {{LiveResult::tr("Decision"), wordText(draft.word), wordText(published.word)},
            {LiveResult::tr("Shortage"), amount(draft.shortage()), amount(published.shortage())},
            {LiveResult::tr("Order quantity"), quantityText(a.orderQty), quantityText(b.orderQty)},
            {LiveResult::tr("Total before tax"), money(a.totalAmount), money(b.totalAmount)},
            {LiveResult::tr("Discount"), money(a.discountAmount), money(b.discountAmount)},
            {LiveResult::tr("Tax"), money(a.taxAmount), money(b.taxAmount)},
            {LiveResult::tr("To pay"), money(a.grandTotal), money(b.grandTotal)},
            {LiveResult::tr("Reorder needed"), flag(a.needReorder), flag(b.needReorder)},
            {LiveResult::tr("Requires approval"), flag(a.requiresApproval), flag(b.requiresApproval)},
            {LiveResult::tr("Approval"), approvalText(a.approvalStatus), approvalText(b.approvalStatus)},
            {LiveResult::tr("Create order"), flag(a.shouldCreatePo), flag(b.shouldCreatePo)},
            {LiveResult::tr("Send order"), flag(a.shouldSendPo), flag(b.shouldSendPo)},
            {LiveResult::tr("Problem"), problemsInWords(draft), problemsInWords(published)},
            {LiveResult::tr("Rules fired"), QString::number(draft.firedRules.size()),
             QString::number(published.firedRules.size())}};
}

} // namespace

LiveResult::LiveResult(QWidget* parent)
    : QWidget(parent)
    , m_head(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_state(new QLabel(this))
    , m_table(
          plainTable({tr("Result"), tr("Draft"), tr("Published")}, QStringLiteral("table.liveResult"), this))
{
    setObjectName(QStringLiteral("panel.liveResult"));
    m_head->setObjectName(QStringLiteral("label.liveProduct"));
    m_head->setTextFormat(Qt::PlainText);
    m_head->setWordWrap(true);
    QFont bold = m_head->font();
    bold.setBold(true);
    m_head->setFont(bold);
    m_sentence->setObjectName(QStringLiteral("label.liveSentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_state->setObjectName(QStringLiteral("label.liveState"));
    m_state->setWordWrap(true);
    m_table->setAccessibleName(tr("Result of the draft beside the published rules"));
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->horizontalHeader()->setStretchLastSection(false); // All three share the room.
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setMinimumSectionSize(kNarrowestColumn);
    for (const int column : {1, 2}) // As what is below them.
        m_table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->setWordWrap(true); // Their names are what two lines differ in.
    m_table->setMinimumWidth(kNarrowestTable);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->addWidget(m_head);
    layout->addWidget(m_sentence);
    layout->addWidget(m_state);
    layout->addWidget(m_table, 1);
}

void LiveResult::showResult(const ProductFacts& facts, const Decision& draft, const Decision& published,
                            const QString& currency)
{
    m_stale = false;
    m_shownAt = QTime::currentTime();
    m_table->setEnabled(true);
    m_sentence->setEnabled(true);
    m_head->setText(
        withBreaks(facts.product.name.isEmpty()
                       ? facts.product.productId
                       : QStringLiteral("%1 · %2").arg(facts.product.productId, facts.product.name)));
    m_sentence->setText(withBreaks(whatToDo(draft, facts, currency)));
    const std::vector<Line> lines = linesOf(draft, published, currency);
    m_table->setRowCount(static_cast<int>(lines.size()));
    int changes = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const int row = static_cast<int>(i);
        setCell(m_table, row, 0, lines[i].name);
        setCell(m_table, row, 1, lines[i].draft, true);
        setCell(m_table, row, 2, lines[i].published, true);
        if (lines[i].draft == lines[i].published)
            continue;
        ++changes;
        QFont bold = m_table->font();
        bold.setBold(true);
        for (const int column : {0, 1}) {
            m_table->item(row, column)->setFont(bold);
            m_table->item(row, column)->setForeground(theme::ink(theme::Tone::Attention));
            m_table->item(row, column)->setBackground(theme::wash(theme::Tone::Attention));
        }
    }
    m_state->setText(changes == 0 ? tr("The draft decides the same as the published rules.")
                                  : tr("The draft changes %n value(s) of this product. It does not decide "
                                       "orders until it is published.",
                                       nullptr, changes));
}

void LiveResult::showStale(const QString& reason)
{
    m_stale = true;
    m_table->setEnabled(false);
    m_sentence->setEnabled(false);
    m_state->setText(m_shownAt.isValid()
                         ? tr("%1 Showing the result of the last valid text (%2).")
                               .arg(reason, QLocale().toString(m_shownAt, QLocale::ShortFormat))
                         : reason);
}

void LiveResult::showNothing(const QString& text)
{
    m_head->setText(withBreaks(text));
    m_sentence->clear();
    m_state->clear();
    m_table->setRowCount(0);
}

} // namespace purchasing::ui
