#include "ui/product/units_panel.h"

#include "core/domain/source_outage.h"
#include "core/flow/decision_words.h"
#include "ui/parts/panel_layout.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

namespace purchasing::ui {

UnitsPanel::UnitsPanel(QWidget* parent)
    : QWidget(parent)
    , m_table(plainTable({tr("One"), tr("Holds"), tr("Of"), tr("And one"), tr("Is")},
                         QStringLiteral("table.units"), this))
    , m_amount(new QDoubleSpinBox(this))
    , m_direction(new QComboBox(this))
    , m_result(new QLabel(this))
    , m_order(new QLabel(this))
{
    setObjectName(QStringLiteral("panel.units"));
    m_table->setAccessibleName(tr("Unit conversions"));
    m_amount->setObjectName(QStringLiteral("spin.convertAmount"));
    m_amount->setAccessibleName(tr("Amount to convert"));
    m_amount->setDecimals(4);
    m_amount->setRange(0, 1e9);
    m_amount->setValue(1);
    m_amount->setFocusPolicy(Qt::StrongFocus);
    m_direction->setObjectName(QStringLiteral("combo.convertDirection"));
    m_direction->setAccessibleName(tr("Direction of the conversion"));
    m_direction->setFocusPolicy(Qt::StrongFocus);
    m_result->setObjectName(QStringLiteral("label.converted"));
    m_order->setObjectName(QStringLiteral("label.orderInUnit"));
    m_order->setTextFormat(Qt::PlainText);
    m_order->setWordWrap(true);
    auto* converter = new QHBoxLayout;
    converter->addWidget(m_amount);
    converter->addWidget(m_direction);
    converter->addWidget(m_result, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_order);
    layout->addWidget(m_table, 1);
    layout->addWidget(new QLabel(tr("Convert"), this));
    layout->addLayout(converter);
    connect(m_amount, &QDoubleSpinBox::valueChanged, this, &UnitsPanel::convert);
    connect(m_direction, &QComboBox::currentIndexChanged, this, &UnitsPanel::convert);
}

void UnitsPanel::show(const ProductFacts& facts, const Decision& decision)
{
    m_conversions = facts.units.value_or(std::vector<UnitConversion>{});
    m_table->setRowCount(static_cast<int>(m_conversions.size()));
    const QString productId = facts.product.productId;
    if (productId != m_productId) {
        m_productId = productId;
        const QSignalBlocker blocker(m_direction);
        m_direction->clear();
        for (const UnitConversion& unit : m_conversions) {
            m_direction->addItem(tr("%1 → %2").arg(unit.fromUom, unit.toUom));
            m_direction->addItem(tr("%1 → %2").arg(unit.toUom, unit.fromUom));
        }
    }
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const UnitConversion& unit = m_conversions[static_cast<std::size_t>(row)];
        setCell(m_table, row, 0, unit.fromUom);
        setCell(m_table, row, 1, unit.factor ? quantityText(*unit.factor) : tr("unknown"), true);
        setCell(m_table, row, 2, unit.toUom);
        setCell(m_table, row, 3, unit.toUom);
        //: An exact fraction of the larger unit, such as "1/12 CASE"
        setCell(m_table, row, 4,
                unit.factor ? tr("1/%1 %2").arg(quantityText(*unit.factor), unit.fromUom) : tr("unknown"));
    }
    m_table->resizeColumnsToContents();
    const QString outage = outageOf(facts, Source::Units);
    setGreyed(m_table, !outage.isEmpty());
    if (!outage.isEmpty())
        m_order->setText(tr("Units cannot be read: %1.").arg(outage));
    else if (m_conversions.empty())
        m_order->setText(facts.units ? tr("No unit conversion is known for this product.")
                                     : tr("Units cannot be read."));
    else if (decision.outputs.orderQty <= Quantity{})
        m_order->setText(tr("There is nothing to order."));
    else
        m_order->setText(tr("The order of %1 %2 is %3.")
                             .arg(quantityText(decision.outputs.orderQty), stockUnitOf(facts),
                                  inLargerUnit(decision.outputs.orderQty, m_conversions.front())));
    convert();
}

void UnitsPanel::convert()
{
    const int choice = m_direction->currentIndex();
    if (choice < 0 || static_cast<std::size_t>(choice / 2) >= m_conversions.size()) {
        m_result->clear();
        return;
    }
    const UnitConversion& unit = m_conversions[static_cast<std::size_t>(choice / 2)];
    if (!unit.factor || unit.factor->tenThousandths == 0) {
        m_result->setText(tr("unknown"));
        return;
    }
    const bool forward = choice % 2 == 0;
    const double factor = unit.factor->toDouble();
    const double converted = forward ? m_amount->value() * factor : m_amount->value() / factor;
    m_result->setText(
        tr("= %1 %2").arg(QLocale().toString(converted, 'g', 12), forward ? unit.toUom : unit.fromUom));
}

QString inLargerUnit(Quantity qty, const UnitConversion& conversion)
{
    if (!conversion.factor || conversion.factor->tenThousandths <= 0)
        return UnitsPanel::tr("unknown in %1").arg(conversion.fromUom);
    const std::int64_t whole = qty.tenThousandths / conversion.factor->tenThousandths;
    const Quantity rest{qty.tenThousandths % conversion.factor->tenThousandths};
    const QLocale locale;
    if (rest.tenThousandths == 0)
        return UnitsPanel::tr("%1 %2").arg(locale.toString(static_cast<qlonglong>(whole)),
                                           conversion.fromUom);
    const double exact = qty.toDouble() / conversion.factor->toDouble();
    return UnitsPanel::tr("%1 %2 + %3 %4 (%5 %2)")
        .arg(locale.toString(static_cast<qlonglong>(whole)), conversion.fromUom, quantityText(rest),
             conversion.toUom, locale.toString(exact, 'f', 4));
}

} // namespace purchasing::ui
