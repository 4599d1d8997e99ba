#include "ui/orders/bulk_dialog.h"

#include "core/flow/decision_words.h"
#include "ui/orders/bulk_tree.h"
#include "ui/orders/confirm_sending.h"
#include "ui/parts/screen_fit.h"
#include "ui/theme/theme.h"
#include "ui/workspace/when_ready.h"
#include "ui/workspace/workspace.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace purchasing::ui {
namespace {

void setTone(QLabel* label, theme::Tone tone)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, theme::ink(tone));
    label->setPalette(palette);
}

bool isToConfirm(const BatchLine& line)
{
    return !line.order && line.isStaleOnly;
}

} // namespace

BulkDialog::BulkDialog(Workspace& workspace, const QStringList& productIds, QWidget* parent)
    : BulkDialog(workspace,
                 std::make_unique<OrderBatch>(workspace.flow(), workspace.identity().actor(), productIds),
                 parent)
{
}

BulkDialog::BulkDialog(Workspace& workspace, const BatchIntent& interrupted, QWidget* parent)
    : BulkDialog(workspace,
                 std::make_unique<OrderBatch>(workspace.flow(), workspace.identity().actor(), interrupted),
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
          tr("Each order is one product and is decided alone. What needs no approval goes to its supplier "
             "at the end, in one message for each."),
          this))
    , m_tree(new BulkTree(workspace, this))
    , m_withhold(new QCheckBox(this))
    , m_progressText(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_create(new QPushButton(theme::icon(QStringLiteral("order")), QString(), this))
    , m_confirm(new QPushButton(this))
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
    m_withhold->setObjectName(QStringLiteral("check.withhold"));
    m_withhold->setChecked(true);
    m_progress->setAccessibleName(tr("Progress"));
    m_create->setObjectName(QStringLiteral("btn.createBatch"));
    m_confirm->setObjectName(QStringLiteral("btn.confirmStale"));
    m_retry->setObjectName(QStringLiteral("btn.retryBatch"));
    m_stop->setObjectName(QStringLiteral("btn.stopBatch"));
    m_stop->setToolTip(tr("Stop after the order that is being made"));
    m_close->setObjectName(QStringLiteral("btn.closeBatch"));

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_progressText);
    buttons->addWidget(m_progress, 1);
    buttons->addStretch();
    for (QPushButton* button : {m_stop, m_retry, m_confirm, m_create, m_close}) {
        button->setAutoDefault(false); // Enter in the list orders nothing.
        buttons->addWidget(button);
    }
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_summary);
    layout->addWidget(m_warning);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_note);
    layout->addWidget(m_withhold);
    layout->addLayout(buttons);
    resizeWithin(*this, {1180, 640});

    connect(m_withhold, &QCheckBox::toggled, this, &BulkDialog::showLines);
    // Later: the rows are made anew, and the one that was ticked is still at work.
    connect(m_tree, &BulkTree::ticked, this, &BulkDialog::tick, Qt::QueuedConnection);
    connect(m_create, &QPushButton::clicked, this, &BulkDialog::make);
    connect(m_confirm, &QPushButton::clicked, this, &BulkDialog::confirmStale);
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
    if (total > 0)
        expectLine();
    auto done = std::make_shared<std::atomic_int>(0);
    return [this, text, total, done](std::size_t index, const BatchLine& line) {
        const int count = ++*done;
        QMetaObject::invokeMethod(
            this,
            [this, text, total, count, index, line] {
                m_progress->setValue(count);
                if (count < total && m_stop->isEnabled())
                    expectLine();
                else
                    m_answer.reset(); // Sending takes as long as there are messages.
                if (m_stop->isEnabled() || m_stage == Stage::Reading)
                    m_progressText->setText(text.arg(count).arg(total));
                if (m_stage != Stage::Making)
                    return;
                m_lines[index] = line;
                showLines();
                if (count < total)
                    return;
                m_stop->setEnabled(false);
                m_progressText->setText(tr("Sending the messages…"));
            },
            Qt::QueuedConnection);
    };
}

void BulkDialog::expectLine()
{
    // Line by line: all of them together may well take longer than an answer.
    m_answer.emplace().start(); // The one before has come.
    m_workspace.answers().expect(m_answer->future(), tr("ordering several products"));
}

void BulkDialog::read(const std::vector<BatchItem>& items)
{
    enter(Stage::Reading);
    const BatchProgress progress =
        progressTo(tr("Reading product %1 of %2…"), static_cast<int>(items.size()));
    takeWhenRead(m_batch->read(items, progress));
}

void BulkDialog::confirmStale()
{
    std::vector<BatchLine> stale;
    std::copy_if(m_lines.begin(), m_lines.end(), std::back_inserter(stale), isToConfirm);
    enter(Stage::Reading);
    const BatchProgress progress =
        progressTo(tr("Confirming override %1 of %2…"), static_cast<int>(stale.size()));
    const auto confirmed = m_batch->confirmStale(std::move(stale), progress);
    whenReady(confirmed, &m_workspace, [&workspace = m_workspace](const Result<std::vector<BatchLine>>&) {
        workspace.noticeChange();
    });
    takeWhenRead(confirmed);
}

void BulkDialog::takeWhenRead(const QFuture<Result<std::vector<BatchLine>>>& read)
{
    whenReady(read, this, [this](Result<std::vector<BatchLine>> lines) {
        if (m_isCancelled)
            return QDialog::reject();
        take(std::move(lines).value()); // Reading reports failures line by line.
        enter(Stage::Preview);
    });
}

void BulkDialog::take(std::vector<BatchLine> lines)
{
    for (BatchLine& line : lines) {
        if (!line.isOpen())
            m_unticked.remove(line.item.idempotencyKey);
        const auto known = std::find_if(m_lines.begin(), m_lines.end(), [&line](const BatchLine& old) {
            return old.item.idempotencyKey == line.item.idempotencyKey;
        });
        if (known == m_lines.end())
            m_lines.push_back(std::move(line));
        else
            *known = std::move(line);
    }
}

std::vector<BatchLine> BulkDialog::chosen() const
{
    std::vector<BatchLine> lines = m_lines;
    for (BatchLine& line : lines) {
        if (line.isOpen() && isLeftOut(line))
            line.refusal = tr("it was unticked");
    }
    return lines;
}

void BulkDialog::tick(const QString& key, bool isTicked)
{
    if (isTicked)
        m_unticked.remove(key);
    else
        m_unticked.insert(key);
    showLines();
    updateButtons();
}

void BulkDialog::make()
{
    std::vector<BatchLine> lines = chosen();
    for (BatchLine& line : lines)
        line.withholdSending = m_withhold->isChecked() && BulkTree::isUnaddressed(line);
    if (!confirmSendingAll(this, m_workspace, lines))
        return;
    const int count = openCount();
    enter(Stage::Making);
    const BatchProgress progress = progressTo(tr("Creating order %1 of %2…"), count);
    whenReady(m_batch->make(lines, progress), this, [this](const Result<std::vector<BatchLine>>& made) {
        m_workspace.noticeChange();
        if (made)
            m_lines = *made;
        for (BatchLine& line : m_lines) {
            if (isLeftOut(line))
                line.refusal.clear(); // It can be ticked again.
        }
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
    if (stage == Stage::Preview || stage == Stage::Result)
        m_answer.reset();
    showLines();
    if (!problem.isEmpty()) {
        m_warning->setText(problem);
        m_warning->setVisible(true);
        setTone(m_warning, theme::Tone::Danger);
    }
    updateButtons();
}

bool BulkDialog::isLeftOut(const BatchLine& line) const
{
    return !line.order && m_unticked.contains(line.item.idempotencyKey);
}

int BulkDialog::openCount() const
{
    return static_cast<int>(std::count_if(m_lines.begin(), m_lines.end(), [this](const BatchLine& line) {
        return line.isOpen() && !isLeftOut(line);
    }));
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
        : !m_unticked.isEmpty()               ? tr("Unavailable: nothing is ticked")
                                              : tr("Unavailable: nothing of this can be ordered");
    m_create->setToolTip(why);
    m_create->setAccessibleDescription(why);
    const auto stale = static_cast<int>(std::count_if(m_lines.begin(), m_lines.end(), isToConfirm));
    m_confirm->setVisible(m_stage == Stage::Preview && stale > 0);
    m_confirm->setText(tr("Co&nfirm %n stale override(s)", nullptr, stale));
    m_confirm->setToolTip(tr("Let these overrides hold for what has changed since; their products are then "
                             "ordered with the others"));
    m_retry->setVisible(m_stage == Stage::Result && open > 0);
    m_close->setVisible(m_stage != Stage::Making);
    m_close->setText(m_stage == Stage::Result ? tr("C&lose") : tr("Cancel"));
    m_close->setToolTip(m_stage == Stage::Result && open > 0 ? tr("Close without ordering the rest")
                                                             : QString());
}

void BulkDialog::showLines()
{
    m_tree->show(chosen(), {m_stage == Stage::Result, m_withhold->isChecked(), m_stage == Stage::Preview},
                 m_unticked);
    m_warning->setText(m_tree->splitWarning());
    m_warning->setVisible(!m_tree->splitWarning().isEmpty());
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
    const std::vector<BatchLine> lines = chosen();
    for (const BatchGroup& group : groupBatch(lines, nullptr)) {
        orders += group.orders;
        needApproval += group.needApproval;
        suppliers += group.orders > 0;
        total = total + group.total;
        toPay = toPay + group.toPay;
    }
    const auto count = [&lines](auto holds) {
        return static_cast<int>(std::count_if(lines.begin(), lines.end(), holds));
    };
    const int made = count([](const BatchLine& line) { return line.order.has_value(); });
    const int leftOut = count([this](const BatchLine& line) { return isLeftOut(line); });
    const int refused = count(
        [this](const BatchLine& line) { return !line.order && !line.refusal.isEmpty() && !isLeftOut(line); });
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
                          moneyText(total, m_workspace.identity().currency()),
                          moneyText(toPay, m_workspace.identity().currency()));
        if (made > 0 && m_stage == Stage::Preview)
            parts << tr("%n of them were created already.", nullptr, made);
    }
    const int sent = count([](const BatchLine& line) {
        return line.order && (line.order->sendIntended || line.order->state == OrderState::Sent);
    });
    if (m_stage == Stage::Result && sent > 0)
        parts << tr("%n sent or being sent.", nullptr, sent);
    if (needApproval > 0)
        parts << tr("%n need(s) approval.", nullptr, needApproval);
    if (leftOut > 0)
        parts << tr("%n left out.", nullptr, leftOut);
    if (refused > 0)
        parts << tr("%n product(s) cannot be ordered.", nullptr, refused);
    m_summary->setText(m_lines.empty() ? tr("Reading the products…") : parts.join(QLatin1Char(' ')));

    const int unaddressed = count([](const BatchLine& line) { return BulkTree::isUnaddressed(line); });
    m_withhold->setVisible(unaddressed > 0 && m_stage == Stage::Preview);
    m_withhold->setText(tr("Do not send yet what has no e-mail address (%n order(s))", nullptr, unaddressed));
}

} // namespace purchasing::ui
