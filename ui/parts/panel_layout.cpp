#include "ui/parts/panel_layout.h"

#include "core/domain/visible_text.h"
#include "ui/parts/long_words.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QGridLayout>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLayoutItem>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTextOption>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace purchasing::ui {
namespace {

constexpr int kNameWidth = 20; // Letters of a usual one.
constexpr int kNarrowestSearch = 150;
constexpr int kWidestSearch = 270;

struct PanelLayoutWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::ui::PanelLayout)
};

} // namespace

void addClearButton(QLineEdit& edit)
{
    edit.setClearButtonEnabled(true);
    // Qt's own has no name for people who hear what they cannot see.
    for (QAction* action : edit.findChildren<QAction*>(QStringLiteral("_q_qlineeditclearaction")))
        action->setText(PanelLayoutWords::tr("Clear the text"));
}

QPushButton* actionButton(QAction* action, const QString& objectName, QWidget* parent)
{
    auto* button = new QPushButton(parent);
    button->setObjectName(objectName);
    const auto update = [button, action] {
        button->setText(action->text());
        button->setIcon(action->icon());
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
        button->setStatusTip(action->statusTip());
        button->setAccessibleDescription(action->statusTip());
    };
    update();
    QObject::connect(action, &QAction::changed, button, update);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

void setUpBarSearch(QLineEdit& edit)
{
    addClearButton(edit);
    // Narrower, nobody would read what can be looked for.
    constexpr int kAround = 36; // The frame and the button.
    const int words = edit.fontMetrics().horizontalAdvance(edit.placeholderText()) + kAround;
    edit.setMinimumWidth(std::max(kNarrowestSearch, words));
    edit.setMaximumWidth(std::max(kWidestSearch, words));
}

QGridLayout* addSection(QVBoxLayout* layout, const QString& title)
{
    auto* box = new QGroupBox(title, layout->parentWidget());
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(8, 6, 8, 6);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(2, 1);
    layout->addWidget(box);
    return grid;
}

void addRow(QGridLayout* section, const QString& name, const QString& value, const QString& note, bool strong)
{
    const int row = section->rowCount();
    QWidget* parent = section->parentWidget();
    auto* nameLabel = new QLabel(name, parent);
    if (strong) {
        QFont bold = nameLabel->font();
        bold.setBold(true);
        nameLabel->setFont(bold);
    }
    // A wide value must not leave it a word a line.
    const int ofOneLine = nameLabel->sizeHint().width();
    nameLabel->setWordWrap(true); // Large fonts need it.
    nameLabel->setMinimumWidth(
        std::max(nameLabel->minimumSizeHint().width(), // Its longest word.
                 std::min(ofOneLine, kNameWidth * nameLabel->fontMetrics().averageCharWidth())));
    section->addWidget(nameLabel, row, 0);
    auto* noteLabel = plainLabel(note, parent);
    QPalette muted = noteLabel->palette();
    muted.setColor(QPalette::WindowText, theme::ink(theme::Tone::Muted));
    noteLabel->setPalette(muted);
    if (value.isEmpty()) // A sentence needs the room.
        return section->addWidget(noteLabel, row, 1, 1, 2);
    section->addWidget(noteLabel, row, 2);
    auto* valueLabel = new QLabel(visibleText(value), parent);
    valueLabel->setTextFormat(Qt::PlainText);
    valueLabel->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    valueLabel->setTextInteractionFlags(Qt::TextSelectableByMouse);
    valueLabel->setAccessibleName(QStringLiteral("%1: %2").arg(name, value));
    section->addWidget(valueLabel, row, 1);
    valueLabel->setFont(nameLabel->font());
}

QLabel* plainLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(withBreaks(text), parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

void clearRows(QGridLayout* section)
{
    while (QLayoutItem* item = section->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

void setUpList(QTableView& view)
{
    view.setEditTriggers(QAbstractItemView::NoEditTriggers);
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.setAlternatingRowColors(true);
    view.setShowGrid(false);
    view.setWordWrap(false);
    view.setTabKeyNavigation(false);
    view.verticalHeader()->setVisible(false);
    view.verticalHeader()->setDefaultSectionSize(view.fontMetrics().height() + 12);
    view.horizontalHeader()->setHighlightSections(false);
    view.horizontalHeader()->setTextElideMode(Qt::ElideRight); // Whole in a tip, where a column is narrow.
    view.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void widenToHeaders(QTableView& view)
{
    QHeaderView* header = view.horizontalHeader();
    for (int column = 0; column < header->count(); ++column)
        header->resizeSection(column, std::max(header->sectionSize(column), header->sectionSizeHint(column)));
}

void letGiveWay(QHeaderView& header, std::initializer_list<int> columns)
{
    header.setStretchLastSection(false);
    header.setSectionResizeMode(QHeaderView::ResizeToContents);
    for (const int column : columns)
        header.setSectionResizeMode(column, QHeaderView::Stretch);
}

void refit(QHeaderView& header, int column, int& fitted, int fits)
{
    if (header.sectionSize(column) == std::exchange(fitted, fits))
        header.resizeSection(column, fits);
}

QTableWidget* plainTable(const QStringList& headers, const QString& objectName, QWidget* parent)
{
    auto* table = new QTableWidget(0, static_cast<int>(headers.size()), parent);
    table->setObjectName(objectName);
    table->setHorizontalHeaderLabels(headers);
    setUpList(*table);
    table->horizontalHeader()->setStretchLastSection(true);
    for (int column = 0; column < table->columnCount(); ++column)
        table->horizontalHeaderItem(column)->setToolTip(headers[column]);
    widenToHeaders(*table);
    return table;
}

void wrapSentences(QTableWidget& table)
{
    table.setWordWrap(true);
    QHeaderView* columns = table.horizontalHeader();
    columns->setSectionResizeMode(QHeaderView::ResizeToContents);
    columns->setSectionResizeMode(table.columnCount() - 1, QHeaderView::Stretch);
    table.verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
}

void setGreyed(QWidget* widget, bool greyed)
{
    QPalette palette;
    if (greyed) {
        for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText})
            palette.setColor(role, theme::ink(theme::Tone::Muted));
    }
    widget->setPalette(palette);
}

void showLeftToRight(QPlainTextEdit& text)
{
    text.setLayoutDirection(Qt::LeftToRight);
    QTextOption option = text.document()->defaultTextOption();
    option.setTextDirection(Qt::LeftToRight);
    text.document()->setDefaultTextOption(option);
}

void setCell(QTableWidget* table, int row, int column, const QString& text, bool numeric)
{
    const QString shown = visibleText(text);
    auto* item = new QTableWidgetItem(shown);
    item->setToolTip(shown);
    item->setTextAlignment(Qt::AlignVCenter | (numeric ? Qt::AlignRight : Qt::AlignLeft));
    table->setItem(row, column, item);
}

} // namespace purchasing::ui
