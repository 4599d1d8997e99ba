#include "ui/planning/bulk_bar.h"

#include "core/flow/decision_words.h"
#include "ui/parts/action_state.h"
#include "ui/parts/panel_layout.h"
#include "ui/planning/product_table_model.h"
#include "ui/theme/theme.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QSet>

#include <algorithm>

namespace purchasing::ui {
namespace {

constexpr int kMostInBatch = 1000; // More than anybody checks in a preview.

} // namespace

BulkBar::BulkBar(Workspace& workspace, ProductTableModel& model, QItemSelectionModel& selection,
                 QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(model)
    , m_selection(selection)
    , m_text(plainLabel({}, this))
    , m_create(new QAction(theme::icon(QStringLiteral("order")), tr("Create P&Os…"), this))
{
    setObjectName(QStringLiteral("bar.bulk"));
    m_text->setObjectName(QStringLiteral("label.bulk"));
    m_create->setObjectName(QStringLiteral("action.createPos"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text, 1);
    layout->addWidget(actionButton(m_create, QStringLiteral("btn.createPos"), this));

    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &BulkBar::update);
    const auto soon = [this] { m_soon.start(); };
    connect(&selection, &QItemSelectionModel::selectionChanged, this, soon);
    connect(&model, &QAbstractItemModel::modelReset, this, soon);
    connect(&workspace.feed(), &CatalogueFeed::rowChanged, this, soon);
    connect(&workspace.feed(), &CatalogueFeed::stalenessChanged, this, soon);
    connect(&workspace.identity(), &Identity::identityChanged, this, soon);
    connect(m_create, &QAction::triggered, this, [this] {
        QStringList productIds;
        for (const int row : selectedRows())
            productIds << m_workspace.feed().decision(row).productId;
        Q_EMIT createWanted(productIds);
    });
    update();
}

qint64 BulkBar::selectedCount() const
{
    qint64 count = 0;
    for (const QItemSelectionRange& range : m_selection.selection())
        count += range.height();
    return count;
}

std::vector<int> BulkBar::selectedRows() const
{
    std::vector<int> shown;
    if (selectedCount() > kMostInBatch)
        return shown;
    for (const QItemSelectionRange& range : m_selection.selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            shown.push_back(row);
    }
    std::sort(shown.begin(), shown.end());
    std::transform(shown.begin(), shown.end(), shown.begin(),
                   [this](int row) { return m_model.catalogueRow(row); });
    std::erase(shown, -1);
    return shown;
}

QString BulkBar::whyNotCreate(qint64 count, int orders) const
{
    if (count < 2)
        return tr("select at least two products in the grid");
    if (count > kMostInBatch)
        return tr("no more than %1 products can be ordered together").arg(QLocale().toString(kMostInBatch));
    if (m_workspace.connection().readOnly)
        return tr("the database is open read-only: %1").arg(m_workspace.connection().readOnlyReason);
    if (!m_workspace.feed().staleReason().isEmpty())
        return tr("the data may be out of date: %1").arg(m_workspace.feed().staleReason());
    if (orders == 0)
        return tr("none of the selected products can be ordered");
    return {};
}

void BulkBar::update()
{
    const qint64 count = selectedCount();
    int orders = 0;
    int needApproval = 0;
    Money total;
    QSet<QString> suppliers;
    for (const int row : selectedRows()) {
        const Decision decision = m_workspace.feed().decision(row);
        if (decision.isBlocked() || !decision.outputs.shouldCreatePo)
            continue;
        ++orders;
        needApproval += decision.word == Word::NeedsApproval;
        total = total + decision.outputs.totalAmount;
        suppliers.insert(decision.basis.supplierId);
    }
    QStringList parts{tr("%n product(s)", nullptr, static_cast<int>(count))};
    if (count <= kMostInBatch) {
        parts << tr("%n supplier(s)", nullptr, static_cast<int>(suppliers.size()))
              << moneyText(total, m_workspace.identity().currency());
        if (needApproval > 0)
            parts << tr("%n need(s) approval", nullptr, needApproval);
        if (orders < count)
            parts << tr("%n cannot be ordered", nullptr, static_cast<int>(count) - orders);
    }
    m_text->setText(parts.join(QStringLiteral("\u00A0· "))); // No line begins with a dot.
    setVisible(count >= 2);
    explainAction(m_create, tr("Look at the orders of the selected products and create them together"),
                  whyNotCreate(count, orders));
}

} // namespace purchasing::ui
