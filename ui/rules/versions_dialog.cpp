#include "ui/rules/versions_dialog.h"

#include "ui/parts/panel_layout.h"
#include "ui/parts/screen_fit.h"
#include "ui/rules/publish_dialog.h"
#include "ui/rules/rule_comparison.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace purchasing::ui {
namespace {

// Versions count from 1.
constexpr std::int64_t kNoComparison = 0;
constexpr std::int64_t kDraftComparison = -1;
constexpr std::int64_t kComparisonBefore = -2; ///< With the version before the chosen one.

} // namespace

VersionsDialog::VersionsDialog(std::vector<RuleSetVersion> versions, std::vector<RulePack> draft,
                               QWidget* parent)
    : QDialog(parent)
    , m_versions(std::move(versions))
    , m_draft(std::move(draft))
    , m_table(plainTable({tr("Version"), tr("Published"), tr("By"), tr("Reason"), tr("Changes")},
                         QStringLiteral("table.versions"), this))
    , m_other(new QComboBox(this))
    , m_shown(new QStackedWidget(this))
    , m_text(new QPlainTextEdit(this))
    , m_comparison(new RuleComparison(this))
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
    m_other->setObjectName(QStringLiteral("combo.compareWith"));
    auto* otherLabel = new QLabel(tr("&Compare with:"), this);
    otherLabel->setBuddy(m_other);
    m_shown->addWidget(m_text);
    m_shown->addWidget(m_comparison);
    auto* lower = new QWidget(this);
    auto* lowerLayout = new QVBoxLayout(lower);
    lowerLayout->setContentsMargins(0, 0, 0, 0);
    auto* choice = new QHBoxLayout;
    choice->addWidget(otherLabel);
    choice->addWidget(m_other);
    choice->addStretch();
    lowerLayout->addLayout(choice);
    lowerLayout->addWidget(m_shown, 1);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_table);
    splitter->addWidget(lower);
    splitter->setStretchFactor(1, 2);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* restore = buttons->addButton(tr("&Restore as draft"), QDialogButtonBox::AcceptRole);
    restore->setObjectName(QStringLiteral("btn.restoreVersion"));
    restore->setAutoDefault(false); // Enter replaces no draft.
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(splitter, 1);
    layout->addWidget(buttons);
    resizeWithin(*this, {900, 640});
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_table->setCurrentCell(0, 0);
    offerComparisons();
    connect(m_table, &QTableWidget::currentCellChanged, this, &VersionsDialog::offerComparisons);
    connect(m_other, &QComboBox::currentIndexChanged, this, &VersionsDialog::showChosen);
}

/// All but the chosen version itself. What was compared before is kept where it is still among them.
void VersionsDialog::offerComparisons()
{
    const QSignalBlocker blocker(m_other);
    const QVariant before = m_other->currentData();
    const std::int64_t shown = chosen().version;
    m_other->clear();
    if (shown > m_versions.back().version)
        m_other->addItem(tr("The version before it"), QVariant::fromValue(kComparisonBefore));
    m_other->addItem(tr("The draft"), QVariant::fromValue(kDraftComparison));
    m_other->addItem(tr("Nothing: show its text"), QVariant::fromValue(kNoComparison));
    for (const RuleSetVersion& version : m_versions) {
        if (version.version != shown)
            m_other->addItem(tr("Version %1").arg(version.version), QVariant::fromValue(version.version));
    }
    const int again = before.isValid() ? m_other->findData(before) : -1;
    const int text = m_other->findData(QVariant::fromValue(kNoComparison));
    const bool isFirst = m_other->findData(QVariant::fromValue(kComparisonBefore)) < 0;
    m_other->setCurrentIndex(again >= 0 ? again : isFirst ? text : 0);
    showChosen();
}

const RuleSetVersion& VersionsDialog::chosen() const
{
    return m_versions[static_cast<std::size_t>(
        std::clamp(m_table->currentRow(), 0, static_cast<int>(m_versions.size()) - 1))];
}

void VersionsDialog::showChosen()
{
    const RuleSetVersion& version = chosen();
    const auto titleOf = [](std::int64_t number) { return tr("Version %1").arg(number); };
    std::int64_t other = m_other->currentData().toLongLong();
    if (other == kComparisonBefore)
        other = m_versions[static_cast<std::size_t>(m_table->currentRow()) + 1].version;
    m_shown->setCurrentWidget(other == kNoComparison ? static_cast<QWidget*>(m_text) : m_comparison);
    if (other == kNoComparison)
        return showText();
    if (other == kDraftComparison)
        return m_comparison->compare(version.packs, titleOf(version.version), m_draft, tr("The draft"));
    const auto found = std::find_if(m_versions.begin(), m_versions.end(),
                                    [other](const RuleSetVersion& one) { return one.version == other; });
    // The older one stands left, as one reads.
    const RuleSetVersion& older = found->version < version.version ? *found : version;
    const RuleSetVersion& newer = found->version < version.version ? version : *found;
    m_comparison->compare(older.packs, titleOf(older.version), newer.packs, titleOf(newer.version));
}

void VersionsDialog::showText()
{
    QStringList parts;
    for (const RulePack& pack : chosen().packs)
        parts << QStringLiteral("// ===== %1%2\n%3")
                     .arg(pack.name, pack.active ? QString() : tr(" (switched off)"), pack.text);
    m_text->setPlainText(parts.join(QLatin1Char('\n')));
}

} // namespace purchasing::ui
