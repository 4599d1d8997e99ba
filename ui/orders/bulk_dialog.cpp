#include "ui/orders/bulk_dialog.h"

#include "core/flow/decision_words.h"
#include "core/mail/order_message.h"
#include "ui/theme/theme.h"
#include "ui/workspace/when_ready.h"
#include "ui/workspace/workspace.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace purchasing::ui {
namespace {

enum Column { Product, Name, Quantity_, Total, ToPay, Outcome, ColumnCount };

QString nameOf(const BatchGroup& group)
{
    if (group.supplierId.isEmpty())
        return BulkDialog::tr("No supplier");
    return group.supplierName.isEmpty() ? group.supplierId
                                        : BulkDialog::tr("%1 (%2)").arg(group.supplierName, group.supplierId);
}

void setTone(QLabel* label, theme::Tone tone)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, theme::ink(tone));
    label->setPalette(palette);
}

} // namespace

BulkDialog::BulkDialog(Workspace& workspace, const QStringList& productIds, QWidget* parent)
    : BulkDialog(workspace, std::make_unique<OrderBatch>(workspace.flow(), workspace.actor(), productIds),
                 parent)
{
}

BulkDialog::BulkDialog(Workspace& workspace, const BatchIntent& interrupted, QWidget* parent)
    : BulkDialog(workspace, std::make_unique<OrderBatch>(workspace.flow(), workspace.actor(), interrupted),
                 parent)
{
}

BulkDialog::BulkDialog(Workspace& workspace, std::unique_ptr<OrderBatch> batch, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_batch(std::move(batch))
    , m_summary(new QLabel(this))
    , m_warning(new QLabel(this))
    , m_note(new QLabel(
          tr("Each order is one product, is decided alone and goes to its supplier as a message of "
             "its own."),
          this))
    , m_tree(new QTreeWidget(this))
    , m_withhold(new QCheckBox(this))
    , m_progressText(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_create(new QPushButton(theme::icon(QStringLiteral("order")), QString(), this))
    , m_retry(new QPushButton(tr("&Look at the rest again…"), this))
    , m_stop(new QPushButton(tr("&Stop"), this))
    , m_close(new QPushButton(this))
{
    build();
    read(m_batch->intent().items);
}

void BulkDialog::build()
{
    setObjectName(QStringLiteral("dialog.bulk"));
    setWindowTitle(tr("Create purchase orders"));
    m_summary->setObjectName(QStringLiteral("label.bulkSummary"));
    m_warning->setObjectName(QStringLiteral("label.bulkWarning"));
    m_progressText->setObjectName(QStringLiteral("label.bulkProgress"));
    for (QLabel* label : {m_summary, m_warning, m_note}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    QFont bold = m_summary->font();
    bold.setBold(true);
    m_summary->setFont(bold);
    m_tree->setObjectName(QStringLiteral("tree.bulk"));
    m_tree->setAccessibleName(tr("Orders by supplier"));
    m_tree->setHeaderLabels({tr("Product"), tr("Name"), tr("Quantity"), tr("Total before tax"), tr("To pay"),
                             tr("What happens")});
    m_tree->setAlternatingRowColors(true);
    m_tree->setUniformRowHeights(true);
    for (const int column : {Quantity_, Total, ToPay})
        m_tree->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    m_withhold->setObjectName(QStringLiteral("check.withhold"));
    m_withhold->setChecked(true);
    m_progress->setAccessibleName(tr("Progress"));
    m_create->setObjectName(QStringLiteral("btn.createBatch"));
    m_create->setDefault(true);
    m_retry->setObjectName(QStringLiteral("btn.retryBatch"));
    m_stop->setObjectName(QStringLiteral("btn.stopBatch"));
    m_stop->setToolTip(tr("Stop after the order that is being made"));
    m_close->setObjectName(QStringLiteral("btn.closeBatch"));

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_progressText);
    buttons->addWidget(m_progress, 1);
    buttons->addStretch();
    for (QPushButton* button : {m_stop, m_retry, m_create, m_close})
        buttons->addWidget(button);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_summary);
    layout->addWidget(m_warning);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_note);
    layout->addWidget(m_withhold);
    layout->addLayout(buttons);
    resize(1180, 640);

    connect(m_withhold, &QCheckBox::toggled, this, &BulkDialog::showLines);
    connect(m_create, &QPushButton::clicked, this, &BulkDialog::make);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_batch->stop();
        m_stop->setEnabled(false);
        m_progressText->setText(tr("Stopping after the current order…"));
    });
    connect(m_retry, &QPushButton::clicked, this, [this] {
        std::vector<BatchItem> items;
        for (const BatchLine& line : m_lines) {
            if (line.isOpen())
                items.push_back(line.item);
        }
        read(items);
    });
    connect(m_close, &QPushButton::clicked, this, &BulkDialog::reject);
}

BatchProgress BulkDialog::progressTo(const QString& text, int total)
{
    m_progress->setRange(0, total);
    m_progress->setValue(0);
    m_progressText->setText(text.arg(0).arg(total));
    auto done = std::make_shared<std::atomic_int>(0);
    return [this, text, total, done](std::size_t index, const BatchLine& line) {
        const int count = ++*done;
        QMetaObject::invokeMethod(
            this,
            [this, text, total, count, index, line] {
                m_progress->setValue(count);
                if (m_stop->isEnabled() || m_stage == Stage::Reading)
                    m_progressText->setText(text.arg(count).arg(total));
                if (m_stage != Stage::Making)
                    return;
                m_lines[index] = line;
                showLines();
            },
            Qt::QueuedConnection);
    };
}

void BulkDialog::read(const std::vector<BatchItem>& items)
{
    enter(Stage::Reading);
    const BatchProgress progress =
        progressTo(tr("Reading product %1 of %2…"), static_cast<int>(items.size()));
    whenReady(m_batch->read(items, progress), this, [this](Result<std::vector<BatchLine>> lines) {
        if (m_isCancelled)
            return QDialog::reject();
        take(std::move(lines).value()); // Reading reports failures line by line.
        enter(Stage::Preview);
    });
}

void BulkDialog::take(std::vector<BatchLine> lines)
{
    for (BatchLine& line : lines) {
        const auto known = std::find_if(m_lines.begin(), m_lines.end(), [&line](const BatchLine& old) {
            return old.item.idempotencyKey == line.item.idempotencyKey;
        });
        if (known == m_lines.end())
            m_lines.push_back(std::move(line));
        else
            *known = std::move(line);
    }
}

void BulkDialog::make()
{
    for (BatchLine& line : m_lines)
        line.withholdSending = m_withhold->isChecked() && isUnaddressed(line);
    const int count = openCount();
    enter(Stage::Making);
    const BatchProgress progress = progressTo(tr("Creating order %1 of %2…"), count);
    whenReady(m_batch->make(m_lines, progress), this, [this](const Result<std::vector<BatchLine>>& made) {
        m_workspace.noticeChange();
        if (made)
            m_lines = *made;
        enter(Stage::Result, made ? QString() : made.error().message);
    });
}

void BulkDialog::reject()
{
    switch (m_stage) {
    case Stage::Reading:
        m_isCancelled = true;
        m_batch->stop();
        return;
    case Stage::Making: return; // Stop comes first, so that the result is seen.
    case Stage::Preview: // Looked at and left: an interrupted batch is offered again at the next start.
        return QDialog::reject();
    case Stage::Result: break;
    }
    setEnabled(false);
    whenReady(m_batch->close(), this, [this](const Result<Done>&) { QDialog::reject(); });
}

void BulkDialog::enter(Stage stage, const QString& problem)
{
    m_stage = stage;
    showLines();
    if (!problem.isEmpty()) {
        m_warning->setText(problem);
        m_warning->setVisible(true);
        setTone(m_warning, theme::Tone::Danger);
    }
    updateButtons();
}

int BulkDialog::openCount() const
{
    return static_cast<int>(
        std::count_if(m_lines.begin(), m_lines.end(), [](const BatchLine& line) { return line.isOpen(); }));
}

void BulkDialog::updateButtons()
{
    const int open = openCount();
    const bool isBusy = m_stage == Stage::Reading || m_stage == Stage::Making;
    m_progress->setVisible(isBusy);
    m_progressText->setVisible(isBusy);
    m_stop->setVisible(m_stage == Stage::Making);
    m_stop->setEnabled(true);
    m_create->setVisible(m_stage == Stage::Reading || m_stage == Stage::Preview);
    m_create->setEnabled(m_stage == Stage::Preview && open > 0);
    m_create->setText(open > 0 ? tr("&Create %n order(s)", nullptr, open) : tr("&Create orders"));
    const QString why = m_create->isEnabled() ? tr("Create these orders one after the other")
        : m_stage == Stage::Reading           ? tr("Unavailable: the products are being read")
                                              : tr("Unavailable: nothing of this can be ordered");
    m_create->setToolTip(why);
    m_create->setAccessibleDescription(why);
    m_retry->setVisible(m_stage == Stage::Result && open > 0);
    m_close->setVisible(m_stage != Stage::Making);
    m_close->setText(m_stage == Stage::Result ? tr("C&lose") : tr("Cancel"));
    m_close->setToolTip(m_stage == Stage::Result && open > 0 ? tr("Close without ordering the rest")
                                                             : QString());
}

bool BulkDialog::isUnaddressed(const BatchLine& line) const
{
    const SupplierOffer* supplier = line.facts.supplier();
    return line.isOpen() && line.decision.outputs.shouldSendPo && supplier && !isMailAddress(supplier->email);
}

QString BulkDialog::outcomeText(const BatchLine& line) const
{
    if (line.order)
        return orderInWords(*line.order);
    if (!line.refusal.isEmpty())
        return tr("Not ordered: %1").arg(line.refusal);
    if (!line.failure.isEmpty())
        return tr("Failed: %1").arg(line.failure);
    if (m_stage == Stage::Result)
        return tr("Not ordered: stopped before it");
    QStringList parts{line.decision.word == Word::NeedsApproval ? tr("Waits for approval")
                          : !line.decision.outputs.shouldSendPo ? tr("Is created")
                          : !isUnaddressed(line)                ? tr("Is created and sent")
                          : m_withhold->isChecked() ? tr("Is created, not sent: no e-mail address")
                                                    : tr("Is created; the message has no address")};
    return (parts + line.notes).join(QStringLiteral(". "));
}

void BulkDialog::fillLine(QTreeWidgetItem* item, const BatchLine& line) const
{
    const QString& currency = m_workspace.currency();
    item->setText(Product, line.item.productId);
    item->setText(Name, line.facts.product.name);
    if (line.order) {
        item->setText(Quantity_, QLocale().toString(static_cast<qlonglong>(line.order->qty)));
        item->setText(Total, moneyText(line.order->total, currency));
        item->setText(ToPay, moneyText(line.order->toPay, currency));
    } else if (line.refusal.isEmpty()) {
        item->setText(Quantity_, quantityText(line.decision.outputs.orderQty));
        item->setText(Total, moneyText(line.decision.outputs.totalAmount, currency));
        item->setText(ToPay, moneyText(line.decision.outputs.grandTotal, currency));
    }
    item->setText(Outcome, outcomeText(line));
    item->setToolTip(Outcome, item->text(Outcome));
    const bool needsApproval = line.order ? line.order->state == OrderState::PendingApproval
                                          : line.decision.word == Word::NeedsApproval;
    const bool isFailed = !line.order && !line.failure.isEmpty();
    const bool isRefused = !line.order && !line.refusal.isEmpty();
    const theme::Tone tone = isFailed ? theme::Tone::Danger
        : isRefused                   ? theme::Tone::Muted
        : needsApproval               ? theme::Tone::Attention
                                      : theme::Tone::Good;
    item->setIcon(Outcome,
                  theme::icon(isFailed            ? QStringLiteral("warning")
                                  : isRefused     ? QStringLiteral("blocked")
                                  : needsApproval ? QStringLiteral("approvals")
                                  : line.order    ? QStringLiteral("enough")
                                                  : QStringLiteral("order"),
                              tone));
    if (isRefused || isFailed) {
        for (int column = 0; column < ColumnCount; ++column)
            item->setForeground(column, theme::ink(tone));
    }
}

void BulkDialog::showLines()
{
    const auto rules = m_workspace.rules();
    const QString& currency = m_workspace.currency();
    QStringList split;
    m_tree->clear();
    for (const BatchGroup& group : groupBatch(m_lines, rules.get())) {
        auto* top = new QTreeWidgetItem(m_tree);
        top->setText(Product, nameOf(group));
        QStringList parts{tr("%n order(s)", nullptr, group.orders)};
        if (group.needApproval > 0)
            parts << tr("%n need(s) approval", nullptr, group.needApproval);
        if (group.isSplitBelowLimit) {
            parts << tr("together above the approval limit");
            split
                << tr("%1: together %2, which as one order would need approval, though no single order does.")
                       .arg(nameOf(group), moneyText(group.total, currency));
            top->setIcon(Outcome, theme::icon(QStringLiteral("warning"), theme::Tone::Attention));
        }
        top->setText(Total, moneyText(group.total, currency));
        top->setText(ToPay, moneyText(group.toPay, currency));
        top->setText(Outcome, parts.join(QStringLiteral(", ")));
        QFont bold = top->font(0);
        bold.setBold(true);
        for (int column = 0; column < ColumnCount; ++column)
            top->setFont(column, bold);
        // Of all rows, as they are uniform: more air than the style gives, and room for the arrow.
        const QFontMetrics metrics(bold);
        top->setSizeHint(Product,
                         QSize(metrics.horizontalAdvance(nameOf(group)) + 12, metrics.height() + 10));
        for (const std::size_t index : group.lines)
            fillLine(new QTreeWidgetItem(top), m_lines[index]);
    }
    for (QTreeWidgetItemIterator item(m_tree); *item; ++item) {
        for (const int column : {Quantity_, Total, ToPay})
            (*item)->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    m_tree->expandAll();
    for (int column = 0; column < Outcome; ++column)
        m_tree->resizeColumnToContents(column);
    m_warning->setText(split.join(QLatin1Char('\n')));
    m_warning->setVisible(!split.isEmpty());
    setTone(m_warning, theme::Tone::Attention);
    showSummary();
}

void BulkDialog::showSummary()
{
    int orders = 0;
    int needApproval = 0;
    int suppliers = 0;
    Money total;
    Money toPay;
    for (const BatchGroup& group : groupBatch(m_lines, nullptr)) {
        orders += group.orders;
        needApproval += group.needApproval;
        suppliers += group.orders > 0;
        total = total + group.total;
        toPay = toPay + group.toPay;
    }
    const auto count = [this](auto holds) {
        return static_cast<int>(std::count_if(m_lines.begin(), m_lines.end(), holds));
    };
    const int made = count([](const BatchLine& line) { return line.order.has_value(); });
    const int refused = count([](const BatchLine& line) { return !line.order && !line.refusal.isEmpty(); });
    const int failed = count([](const BatchLine& line) { return line.isOpen() && !line.failure.isEmpty(); });

    QStringList parts;
    if (m_stage == Stage::Result) {
        parts << tr("%n order(s) were created.", nullptr, made);
        if (failed > 0)
            parts << tr("%n failed.", nullptr, failed);
        if (openCount() > failed)
            parts << tr("%n were not tried.", nullptr, openCount() - failed);
    } else if (!m_lines.empty()) {
        //: "10 orders", "4 suppliers", amounts
        parts << tr("%1 from %2: %3 before tax, %4 to pay.")
                     .arg(tr("%n order(s)", nullptr, orders), tr("%n supplier(s)", nullptr, suppliers),
                          moneyText(total, m_workspace.currency()), moneyText(toPay, m_workspace.currency()));
        if (made > 0 && m_stage == Stage::Preview)
            parts << tr("%n of them were created already.", nullptr, made);
    }
    if (needApproval > 0)
        parts << tr("%n need(s) approval.", nullptr, needApproval);
    if (refused > 0)
        parts << tr("%n product(s) cannot be ordered.", nullptr, refused);
    m_summary->setText(m_lines.empty() ? tr("Reading the products…") : parts.join(QLatin1Char(' ')));

    const int unaddressed = count([this](const BatchLine& line) { return isUnaddressed(line); });
    m_withhold->setVisible(unaddressed > 0 && m_stage == Stage::Preview);
    m_withhold->setText(tr("Do not send yet what has no e-mail address (%n order(s))", nullptr, unaddressed));
}

} // namespace purchasing::ui
