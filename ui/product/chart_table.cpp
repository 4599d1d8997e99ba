#include "ui/product/chart_table.h"

#include "ui/parts/panel_layout.h"
#include "ui/product/chart_legend.h"
#include "ui/product/value_chart.h"

#include <QTableWidget>
#include <QVBoxLayout>

namespace purchasing::ui {

ChartTable::ChartTable(ValueChart* chart, QWidget* parent)
    : QStackedWidget(parent)
    , m_chart(chart)
    , m_legend(new ChartLegend(this))
    , m_table(plainTable({}, chart->objectName().replace(QStringLiteral("chart."), QStringLiteral("table.")),
                         this))
{
    m_table->setAccessibleName(chart->accessibleName());
    m_legend->setObjectName(chart->objectName().replace(QStringLiteral("chart."), QStringLiteral("legend.")));
    auto* picture = new QWidget(this);
    auto* layout = new QVBoxLayout(picture);
    layout->setContentsMargins({});
    layout->addWidget(chart, 1);
    layout->addWidget(m_legend);
    addWidget(picture);
    addWidget(m_table);
}

void ChartTable::setRows(const QStringList& headers, const std::vector<QStringList>& rows)
{
    m_table->setColumnCount(static_cast<int>(headers.size()));
    m_table->setHorizontalHeaderLabels(headers);
    m_table->setRowCount(static_cast<int>(rows.size()));
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (int column = 0; column < rows[row].size(); ++column)
            setCell(m_table, static_cast<int>(row), column, rows[row][column], column > 0);
    }
    m_table->resizeColumnsToContents();
    m_legend->nameLines(*m_chart->chart());
}

void ChartTable::showTable(bool isTable)
{
    setCurrentIndex(isTable ? 1 : 0);
}

} // namespace purchasing::ui
