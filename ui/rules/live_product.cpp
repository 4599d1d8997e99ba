#include "ui/rules/live_product.h"

#include "ui/parts/flow_layout.h"
#include "ui/parts/panel_layout.h"
#include "ui/product/locator.h"
#include "ui/theme/theme.h"
#include "ui/workspace/decided_catalogue.h"

#include <QAction>
#include <QCheckBox>
#include <QPushButton>
#include <QSettings>

namespace purchasing::ui {
namespace {

const QString kLiveProduct = QStringLiteral("rules/product");

} // namespace

LiveProduct::LiveProduct(const DecidedCatalogue& products, QWidget* parent)
    : QWidget(parent)
    , m_products(products)
    , m_choose(new QAction(theme::icon(QStringLiteral("search")), tr("&Try on a product…"), this))
    , m_follow(new QCheckBox(tr("As in Planning"), this))
{
    m_choose->setObjectName(QStringLiteral("action.liveProduct"));
    m_choose->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K));
    m_choose->setToolTip(tr("Choose the product that the draft is tried on"));
    m_follow->setObjectName(QStringLiteral("check.followPlanning"));
    m_follow->setToolTip(tr("Try the draft on the product that is selected in Planning"));
    m_follow->setChecked(true);
    auto* layout = new FlowLayout(this);
    layout->setContentsMargins(8, 4, 8, 0);
    layout->addWidget(actionButton(m_choose, QStringLiteral("btn.liveProduct"), this));
    layout->addWidget(m_follow);
    connect(m_choose, &QAction::triggered, this, &LiveProduct::ask);
    connect(m_follow, &QCheckBox::toggled, this, [this](bool follows) {
        if (follows)
            choose({});
        else if (m_chosen.isEmpty()) // Stays where it is, whatever is selected in Planning from now on.
            choose(m_planning);
    });
}

void LiveProduct::keepIn(QSettings& settings)
{
    m_settings = &settings;
    choose(settings.value(kLiveProduct).toString());
}

void LiveProduct::setPlanningProduct(const QString& productId)
{
    const QString before = product();
    m_planning = productId;
    if (product() != before)
        Q_EMIT changed();
}

QString LiveProduct::product() const
{
    return m_products.rowOf(m_chosen) >= 0 ? m_chosen : m_planning; // It may be another catalogue's.
}

void LiveProduct::ask()
{
    Locator locator(m_products, this);
    locator.setWindowTitle(tr("Try the rules on a product"));
    connect(&locator, &Locator::productChosen, this, &LiveProduct::choose);
    locator.exec();
}

void LiveProduct::choose(const QString& productId)
{
    if (m_chosen == productId)
        return;
    m_chosen = productId;
    if (m_settings)
        m_settings->setValue(kLiveProduct, productId);
    m_follow->setChecked(productId.isEmpty());
    Q_EMIT changed();
}

} // namespace purchasing::ui
