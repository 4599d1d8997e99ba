#include "ui/rules/versions_dialog.h"

#include "ui/parts/panel_layout.h"
#include "ui/parts/screen_fit.h"
#include "ui/rules/publish_dialog.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace purchasing::ui {

VersionsDialog::VersionsDialog(std::vector<RuleSetVersion> versions, QWidget* parent)
    : QDialog(parent)
    , m_versions(std::move(versions))
    , m_table(plainTable({tr("Version"), tr("Published"), tr("By"), tr("Reason"), tr("Changes")},
                         QStringLiteral("table.versions"), this))
    , m_text(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("dialog.versions"));
    setWindowTitle(tr("Versions of the rule set"));
    m_table->setAccessibleName(tr("Versions"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setRowCount(static_cast<int>(m_versions.size()));
    for (std::size_t i = 0; i < m_versions.size(); ++i) {
        const RuleSetVersion& version = m_versions[i];
        const int row = static_cast<int>(i);
        setCell(m_table, row, 0, QString::number(version.version), true);
        setCell(m_table, row, 1, QLocale().toString(version.publishedAt.toLocalTime(), QLocale::ShortFormat));
        setCell(m_table, row, 2,
                version.confirmedBy.isEmpty()
                    ? version.author
                    : tr("%1, confirmed by %2").arg(version.author, version.confirmedBy));
        setCell(m_table, row, 3, version.reason);
        setCell(m_table, row, 4,
                i + 1 < m_versions.size()
                    ? packChanges(m_versions[i + 1].packs, version.packs).join(QStringLiteral("; "))
                    : QString());
    }
    m_table->resizeColumnsToContents();
    m_text->setObjectName(QStringLiteral("edit.versionText"));
    m_text->setAccessibleName(tr("Rules of the version"));
    m_text->setReadOnly(true);
    showLeftToRight(*m_text); // Rules are, in every language.
    m_text->setFont(theme::fixedFont());
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_table);
    splitter->addWidget(m_text);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* restore = buttons->addButton(tr("Restore as draft"), QDialogButtonBox::AcceptRole);
    restore->setObjectName(QStringLiteral("btn.restoreVersion"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(splitter, 1);
    layout->addWidget(buttons);
    resizeWithin(*this, {760, 560});
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_table, &QTableWidget::currentCellChanged, this, &VersionsDialog::showText);
    m_table->setCurrentCell(0, 0);
    showText();
}

const RuleSetVersion& VersionsDialog::chosen() const
{
    return m_versions[static_cast<std::size_t>(
        std::clamp(m_table->currentRow(), 0, static_cast<int>(m_versions.size()) - 1))];
}

void VersionsDialog::showText()
{
    if (m_versions.empty())
        return;
    QStringList parts;
    for (const RulePack& pack : chosen().packs)
        parts << QStringLiteral("// ===== %1%2\n%3")
                     .arg(pack.name, pack.active ? QString() : tr(" (switched off)"), pack.text);
    m_text->setPlainText(parts.join(QLatin1Char('\n')));
}

} // namespace purchasing::ui
