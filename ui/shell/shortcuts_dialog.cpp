#include "ui/shell/shortcuts_dialog.h"

#include "ui/parts/panel_layout.h"
#include "ui/parts/screen_fit.h"
#include "ui/shell/shortcut_keys.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace purchasing::ui {
namespace {

enum SheetColumn { SheetAct, SheetKeys };

void addGroup(QTableWidget* table, const QString& group)
{
    const int row = table->rowCount();
    table->insertRow(row);
    setCell(table, row, SheetAct, group);
    setCell(table, row, SheetKeys, {});
    table->setSpan(row, SheetAct, 1, table->columnCount());
    QTableWidgetItem* item = table->item(row, SheetAct);
    QFont font = table->font();
    font.setBold(true);
    item->setFont(font);
    item->setBackground(table->palette().alternateBase());
    item->setFlags(Qt::ItemIsEnabled); // A heading, nothing to choose.
}

void addAct(QTableWidget* table, const QString& act, const QString& keys)
{
    const int row = table->rowCount();
    table->insertRow(row);
    setCell(table, row, SheetAct, act);
    setCell(table, row, SheetKeys, keys);
}

/// Rows without the words go, and headings without rows.
void showOnly(QTableWidget* table, const QString& words)
{
    int heading = -1;
    for (int row = 0; row < table->rowCount(); ++row) {
        if (table->columnSpan(row, SheetAct) > 1) {
            heading = row;
            table->setRowHidden(row, true);
            continue;
        }
        const QString text =
            table->item(row, SheetAct)->text() + QLatin1Char(' ') + table->item(row, SheetKeys)->text();
        const bool isShown = text.contains(words.trimmed(), Qt::CaseInsensitive);
        table->setRowHidden(row, !isShown);
        if (isShown && heading >= 0)
            table->setRowHidden(heading, false);
    }
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const ShortcutKeys& keys, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("dialog.shortcuts"));
    setWindowTitle(tr("Keyboard shortcuts"));
    auto* search = new QLineEdit(this);
    search->setObjectName(QStringLiteral("edit.searchShortcuts"));
    search->setPlaceholderText(tr("Search acts and keys"));
    search->setAccessibleName(tr("Search acts and keys"));
    addClearButton(*search);
    auto* table = plainTable({tr("Act"), tr("Keys")}, QStringLiteral("table.shortcuts"), this);
    table->setAccessibleName(tr("Keyboard shortcuts"));
    QString group;
    for (const KeyedAct& act : keys.acts()) {
        if (act.action->shortcuts().isEmpty())
            continue;
        if (act.group != group)
            addGroup(table, act.group);
        group = act.group;
        addAct(table, ShortcutKeys::textOf(*act.action), ShortcutKeys::inWords(act.action->shortcuts()));
    }
    addGroup(table, ShortcutKeys::fixedGroup());
    for (const FixedKeys& fixed : ShortcutKeys::fixed())
        addAct(table, fixed.act, fixed.keys.join(QStringLiteral(", ")));
    table->resizeColumnsToContents();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* change = buttons->addButton(tr("C&hange keys…"), QDialogButtonBox::ActionRole);
    change->setAutoDefault(false); // Enter closes.
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    change->setObjectName(QStringLiteral("btn.changeKeys"));
    connect(change, &QPushButton::clicked, this, [this] {
        Q_EMIT changeWanted();
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(search, &QLineEdit::textChanged, table,
            [table](const QString& words) { showOnly(table, words); });
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(search);
    layout->addWidget(table, 1);
    layout->addWidget(buttons);
    resizeWithin(*this, {560, 680});
}

} // namespace purchasing::ui
