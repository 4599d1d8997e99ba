#include "ui/shell/shortcuts_dialog.h"

#include "ui/parts/panel_layout.h"
#include "ui/parts/screen_fit.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

#include <map>

namespace purchasing::ui {
namespace {

/// Keys by what they do.
std::map<QString, QStringList> keysOf(const QWidget& window)
{
    std::map<QString, QStringList> keys;
    for (const QAction* action : window.findChildren<QAction*>()) {
        const QString text = QString(action->text()).remove(QLatin1Char('&'));
        for (const QKeySequence& key : action->shortcuts()) {
            const QString name = key.toString(QKeySequence::NativeText);
            if (!text.isEmpty() && !name.isEmpty() && !keys[text].contains(name))
                keys[text] << name;
        }
    }
    return keys;
}

} // namespace

ShortcutsDialog::ShortcutsDialog(QWidget* window)
    : QDialog(window)
{
    setObjectName(QStringLiteral("dialog.shortcuts"));
    setWindowTitle(tr("Keyboard shortcuts"));
    auto* table = plainTable({tr("Act"), tr("Keys")}, QStringLiteral("table.shortcuts"), this);
    table->setAccessibleName(tr("Keyboard shortcuts"));
    for (const auto& [act, keys] : keysOf(*window)) {
        const int row = table->rowCount();
        table->insertRow(row);
        setCell(table, row, 0, act);
        setCell(table, row, 1, keys.join(QStringLiteral(", ")));
    }
    table->resizeColumnsToContents();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(table, 1);
    layout->addWidget(buttons);
    resizeWithin(*this, {520, 640});
}

} // namespace purchasing::ui
