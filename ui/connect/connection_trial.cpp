#include "ui/connect/connection_trial.h"

#include "ui/connect/connections.h"
#include "ui/connect/services_form.h"
#include "ui/parts/panel_layout.h"
#include "ui/theme/theme.h"

#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace purchasing::ui {
namespace {

enum TrialColumn { Name, State, Answer, Server, Remark };

QString nameOf(const ConnectionProfile& profile, int row)
{
    if (profile.kind == ConnectionKind::Embedded)
        return QFileInfo(profile.file).fileName();
    if (profile.kind == ConnectionKind::Services)
        return ServicesForm::titleOf(kServicePlaces[row]);
    const DatabaseNames& names = profile.server.names;
    return QStringList{names.oms, names.inventory, names.supplier, names.uom, names.po}[row];
}

} // namespace

ConnectionTrial::ConnectionTrial(Connections& connections, QWidget* parent)
    : QWidget(parent)
    , m_connections(connections)
    , m_table(plainTable({tr("Database"), tr("State"), tr("Answer"), tr("Server"), tr("What is missing")},
                         QStringLiteral("table.trial"), this))
    , m_summary(new QLabel(this))
{
    m_table->setAccessibleName(tr("What trying the connection found"));
    m_table->setWordWrap(true);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFocusPolicy(Qt::StrongFocus);
    m_table->verticalHeader()->setMinimumSectionSize(m_table->verticalHeader()->defaultSectionSize());
    m_summary->setObjectName(QStringLiteral("label.trial"));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_summary);
    clear();
}

ConnectionTrial::~ConnectionTrial()
{
    cancel();
}

void ConnectionTrial::clear()
{
    cancel();
    m_answers.clear();
    m_table->setRowCount(0);
    m_summary->setText(
        tr("Test tries each database or service and says what is missing. It changes nothing."));
    m_summary->setPalette({});
}

void ConnectionTrial::cancel()
{
    if (m_cancelled)
        m_cancelled->store(true);
    m_round.reset();
    if (m_waiting == 0)
        return;
    m_waiting = 0;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        if (!m_answers[static_cast<std::size_t>(row)]) {
            m_table->removeCellWidget(row, State);
            setCell(m_table, row, State, tr("Cancelled"));
        }
    }
    m_summary->setText(tr("Trying was cancelled."));
    Q_EMIT finished();
}

void ConnectionTrial::start(const ConnectionProfile& profile)
{
    clear();
    const int rows = Connections::databaseCount(profile);
    m_answers.resize(static_cast<std::size_t>(rows));
    m_needed = static_cast<std::size_t>(Connections::neededDatabase(profile));
    m_areServices = profile.kind == ConnectionKind::Services;
    m_table->horizontalHeaderItem(Name)->setText(m_areServices ? tr("Service") : tr("Database"));
    m_waiting = rows;
    m_table->setRowCount(rows);
    for (int row = 0; row < rows; ++row) {
        setCell(m_table, row, Name, nameOf(profile, row));
        for (int column = State; column <= Remark; ++column)
            setCell(m_table, row, column, QString());
        auto* busy = new QProgressBar(m_table);
        busy->setRange(0, 0);
        busy->setTextVisible(false);
        busy->setFixedHeight(fontMetrics().height());
        busy->setAccessibleName(tr("Trying %1").arg(nameOf(profile, row)));
        auto* cell = new QWidget(m_table);
        auto* middle = new QVBoxLayout(cell);
        middle->setContentsMargins(4, 0, 4, 0);
        middle->addWidget(busy, 0, Qt::AlignVCenter);
        m_table->setCellWidget(row, State, cell);
    }
    m_table->resizeColumnsToContents();
    m_table->setColumnWidth(State, 120);
    m_summary->setPalette({});
    m_summary->setText(tr("Trying…"));
    m_round = std::make_unique<QObject>();
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    m_connections.probe(profile, m_round.get(), m_cancelled,
                        [this](int row, const DatabaseAnswer& answer) { take(row, answer); });
}

void ConnectionTrial::take(int row, const DatabaseAnswer& answer)
{
    m_answers[static_cast<std::size_t>(row)] = answer;
    --m_waiting;
    m_table->removeCellWidget(row, State);
    const bool isLess = !answer.missing.isEmpty();
    const theme::Tone tone = answer.error ? theme::Tone::Danger
        : isLess                          ? theme::Tone::Attention
                                          : theme::Tone::Good;
    setCell(m_table, row, State,
            answer.error ? tr("Not usable")
                : isLess ? tr("Usable in part")
                         : tr("Usable"));
    QTableWidgetItem* state = m_table->item(row, State);
    state->setIcon(theme::icon(answer.error ? QStringLiteral("blocked")
                                   : isLess ? QStringLiteral("warning")
                                            : QStringLiteral("fired"),
                               tone));
    state->setForeground(theme::ink(tone));
    setCell(m_table, row, Answer,
            answer.latencyMs > 0        ? tr("%1 ms").arg(QLocale().toString(answer.latencyMs))
                : answer.latencyMs == 0 ? tr("< 1 ms")
                                        : QString(),
            true);
    setCell(m_table, row, Server, answer.server);
    setCell(m_table, row, Remark,
            answer.error ? answer.error->message : answer.missing.join(QLatin1Char(' ')));
    if (answer.error && !answer.error->detail.isEmpty())
        m_table->item(row, Remark)
            ->setToolTip(answer.error->message + QStringLiteral("\n\n") + answer.error->detail);
    if (m_waiting > 0)
        return;
    for (const int column : {Name, State, Answer, Server})
        m_table->resizeColumnToContents(column);
    m_table->resizeRowsToContents();
    summarize();
    Q_EMIT finished();
}

ConnectionTrial::Verdict ConnectionTrial::verdict() const
{
    if (m_answers.empty() || m_waiting > 0
        || std::any_of(m_answers.begin(), m_answers.end(), [](const auto& answer) { return !answer; }))
        return Verdict::None;
    const auto failed =
        std::count_if(m_answers.begin(), m_answers.end(), [](const auto& answer) { return answer->error; });
    if (failed == 0)
        return Verdict::Usable;
    return m_answers[m_needed]->error ? Verdict::Unusable : Verdict::Partly;
}

bool ConnectionTrial::wasRefused() const
{
    return verdict() == Verdict::Unusable && Connections::isRefusal(*m_answers[m_needed]->error);
}

void ConnectionTrial::summarize()
{
    QStringList blank;
    QStringList causes;
    for (const auto& answer : m_answers) {
        if (!answer->error)
            continue;
        blank += answer->blank;
        causes += answer->error->message;
    }
    causes.removeDuplicates();
    const auto all = static_cast<int>(m_answers.size());
    const auto usable = all - static_cast<int>(blank.size());
    theme::Tone tone = theme::Tone::Good;
    switch (verdict()) {
    case Verdict::None: return;
    case Verdict::Usable:
        m_summary->setText(m_areServices  ? tr("All %n service(s) can be used.", nullptr, all)
                               : all == 1 ? tr("The database can be used.")
                                          : tr("All %n database(s) can be used.", nullptr, all));
        break;
    case Verdict::Partly:
        tone = theme::Tone::Attention;
        m_summary->setText((m_areServices ? tr("%1 of %n service(s) can be used. Without the others this is "
                                               "missing: %2. Products that need "
                                               "it cannot be ordered.",
                                               nullptr, all)
                                          : tr("%1 of %n database(s) can be used. Without the others you do "
                                               "not see: %2. Products that need "
                                               "it cannot be ordered.",
                                               nullptr, all))
                               .arg(usable)
                               .arg(blank.join(QStringLiteral("; "))));
        break;
    case Verdict::Unusable:
        tone = theme::Tone::Danger;
        m_summary->setText(causes.size() == 1
                               ? causes.front()
                               : (m_areServices
                                      ? tr("%1 of %n service(s) can be used. The one with the orders "
                                           "is needed.",
                                           nullptr, all)
                                      : tr("%1 of %n database(s) can be used. The one with the orders "
                                           "is needed.",
                                           nullptr, all))
                                     .arg(usable));
        break;
    }
    QPalette palette;
    palette.setColor(QPalette::WindowText, theme::ink(tone));
    m_summary->setPalette(palette);
}

} // namespace purchasing::ui
