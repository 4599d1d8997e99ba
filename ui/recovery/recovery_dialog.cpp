#include "ui/recovery/recovery_dialog.h"

#include "ui/parts/panel_layout.h"
#include "ui/workspace/when_ready.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace purchasing::ui {
namespace {

enum Column { NameColumn, TimeColumn, SizeColumn, StateColumn };
// In letters.
constexpr int kShortName = 20;
constexpr int kLongName = 48;
constexpr int kWidth = 150;
constexpr int kWidest = 1200; // Pixels.

} // namespace

RecoveryDialog::RecoveryDialog(std::vector<FoundWork> found, QWidget* parent)
    : QDialog(parent)
    , m_found(std::move(found))
    , m_states(m_found.size(), State::Open)
    , m_table(plainTable({tr("Document"), tr("Kept at"), tr("Size"), tr("Decision")},
                         QStringLiteral("table.recovery"), this))
    , m_keep(new QPushButton(tr("&Keep"), this))
    , m_discard(new QPushButton(tr("&Discard"), this))
    , m_compare(new QPushButton(tr("&Compare…"), this))
{
    setObjectName(QStringLiteral("dialog.recovery"));
    setWindowTitle(tr("Found after the last end"));
    auto* about = new QLabel(tr("The program did not end as it should the last time. This is what was under "
                                "way. Nothing is lost; what you do not decide about stays as it is."),
                             this);
    about->setWordWrap(true);
    m_table->setAccessibleName(tr("What was under way"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setRowCount(static_cast<int>(m_found.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const FoundWork& work = m_found[static_cast<std::size_t>(row)];
        setCell(m_table, row, NameColumn, work.name);
        setCell(m_table, row, TimeColumn, QLocale().toString(work.at.toLocalTime(), QLocale::ShortFormat));
        setCell(m_table, row, SizeColumn, work.size);
        setCell(m_table, row, StateColumn, {});
    }
    // What was typed may be long and is whole in a tip; the rest is seen at once.
    QHeaderView* header = m_table->horizontalHeader();
    for (const int column : {TimeColumn, SizeColumn})
        header->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    const int letter = fontMetrics().averageCharWidth();
    m_table->resizeColumnToContents(NameColumn);
    header->resizeSection(
        NameColumn, std::clamp(header->sectionSize(NameColumn), kShortName * letter, kLongName * letter));
    m_keep->setObjectName(QStringLiteral("btn.keepFound"));
    m_discard->setObjectName(QStringLiteral("btn.discardFound"));
    m_compare->setObjectName(QStringLiteral("btn.compareFound"));
    connect(m_keep, &QPushButton::clicked, this, &RecoveryDialog::keep);
    connect(m_discard, &QPushButton::clicked, this, &RecoveryDialog::discard);
    connect(m_compare, &QPushButton::clicked, this, &RecoveryDialog::compare);
    auto* acts = new QHBoxLayout;
    for (QPushButton* button : {m_keep, m_discard, m_compare}) {
        button->setAutoDefault(false);
        acts->addWidget(button);
    }
    acts->addStretch();
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("C&ontinue"), QDialogButtonBox::AcceptRole)
        ->setObjectName(QStringLiteral("btn.recoveryDone"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(about);
    layout->addWidget(m_table, 1);
    layout->addLayout(acts);
    layout->addWidget(buttons);
    resize(std::min(kWidth * letter, kWidest), 360);
    connect(m_table, &QTableWidget::currentCellChanged, this, &RecoveryDialog::updateButtons);
    m_table->setCurrentCell(0, 0);
    updateButtons();
}

void RecoveryDialog::keep()
{
    const int row = m_table->currentRow();
    setState(row, State::Decided, tr("Kept"));
    if (const auto& act = m_found[static_cast<std::size_t>(row)].keep)
        act(this);
}

void RecoveryDialog::discard()
{
    const int row = m_table->currentRow();
    setState(row, State::Asked, tr("Being discarded…"));
    whenReady(m_found[static_cast<std::size_t>(row)].discard(), this,
              [this, row](const Result<Done>& discarded) {
                  if (discarded)
                      setState(row, State::Decided, tr("Discarded"));
                  else
                      setState(row, State::Open, tr("Not discarded: %1").arg(discarded.error().message));
              });
}

void RecoveryDialog::setState(int row, State state, const QString& text)
{
    m_states[static_cast<std::size_t>(row)] = state;
    setCell(m_table, row, StateColumn, text);
    updateButtons();
}

void RecoveryDialog::compare()
{
    m_found[static_cast<std::size_t>(m_table->currentRow())].compare(this);
}

void RecoveryDialog::updateButtons()
{
    const int row = m_table->currentRow();
    const State state = row < 0 ? State::Decided : m_states[static_cast<std::size_t>(row)];
    const bool isOpen = state == State::Open;
    const QString why = row < 0 ? tr("Unavailable: choose a document")
        : state == State::Asked ? tr("Unavailable: it is being discarded")
                                : tr("Unavailable: it is decided");
    for (QPushButton* button : {m_keep, m_discard}) {
        button->setEnabled(isOpen);
        button->setToolTip(isOpen ? QString() : why);
    }
    const bool canCompare = isOpen && m_found[static_cast<std::size_t>(row)].compare;
    m_compare->setEnabled(canCompare);
    m_compare->setToolTip(canCompare   ? tr("Show it beside what it changes")
                              : isOpen ? tr("Unavailable: there is nothing to compare it with")
                                       : why);
    m_keep->setText(row >= 0 ? m_found[static_cast<std::size_t>(row)].keepText : tr("&Keep"));
}

} // namespace purchasing::ui
