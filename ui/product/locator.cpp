#include "ui/product/locator.h"

#include "core/flow/decision_words.h"
#include "ui/parts/screen_fit.h"
#include "ui/theme/theme.h"
#include "ui/workspace/decided_catalogue.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace purchasing::ui {
namespace {

constexpr int kMostShown = 50;

} // namespace

Locator::Locator(const DecidedCatalogue& products, QWidget* parent)
    : QDialog(parent)
    , m_products(products)
    , m_edit(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("dialog.locator"));
    setWindowTitle(tr("Go to product"));
    m_edit->setObjectName(QStringLiteral("edit.locator"));
    m_edit->setAccessibleName(tr("Product to go to"));
    m_edit->setPlaceholderText(tr("Type a part of a product's id or name"));
    m_list->setObjectName(QStringLiteral("list.locator"));
    m_list->setAccessibleName(tr("Products found"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_edit);
    layout->addWidget(m_list, 1);
    resizeWithin(*this, {560, 380});
    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::textChanged, this, &Locator::search);
    connect(m_edit, &QLineEdit::returnPressed, this, &Locator::choose);
    connect(m_list, &QListWidget::itemActivated, this, &Locator::choose);
    connect(m_list, &QListWidget::itemClicked, this, &Locator::choose);
    search({});
}

bool Locator::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int step = key == Qt::Key_Down ? 1
            : key == Qt::Key_Up              ? -1
            : key == Qt::Key_PageDown        ? 10
            : key == Qt::Key_PageUp          ? -10
                                             : 0;
        if (step != 0) {
            m_list->setCurrentRow(
                std::clamp(m_list->currentRow() + step, 0, std::max(0, m_list->count() - 1)));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void Locator::search(const QString& text)
{
    const QString wanted = text.trimmed();
    const std::vector<int> rows = m_products.catalogue()->locate(wanted, kMostShown);
    m_list->clear();
    for (const int row : rows) {
        const auto& [facts, decision] = m_products.product(row);
        auto* item = new QListWidgetItem(
            theme::icon(theme::iconNameOf(decision.word), theme::toneOf(decision.word)),
            tr("%1 · %2 · %3").arg(facts.product.productId, facts.product.name, wordText(decision.word)),
            m_list);
        item->setData(Qt::UserRole, facts.product.productId);
    }
    if (rows.empty()) {
        auto* none = new QListWidgetItem(tr("No product contains \"%1\"").arg(wanted), m_list);
        none->setFlags(Qt::NoItemFlags);
    }
    m_list->setCurrentRow(0);
}

void Locator::choose()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (!item || !(item->flags() & Qt::ItemIsEnabled))
        return;
    const QString productId = item->data(Qt::UserRole).toString();
    accept();
    Q_EMIT productChosen(productId);
}

} // namespace purchasing::ui
