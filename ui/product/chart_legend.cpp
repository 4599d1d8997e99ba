#include "ui/product/chart_legend.h"

#include "ui/parts/flow_layout.h"

#include <QChart>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineSeries>
#include <QPainter>

namespace purchasing::ui {
namespace {

constexpr QSize kSample(28, 10);

/// A piece of the line as the chart draws it.
QPixmap sampleOf(const QPen& pen, qreal ratio)
{
    QPixmap sample(kSample * ratio);
    sample.setDevicePixelRatio(ratio);
    sample.fill(Qt::transparent);
    QPainter painter(&sample);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.drawLine(0, kSample.height() / 2, kSample.width(), kSample.height() / 2);
    return sample;
}

} // namespace

ChartLegend::ChartLegend(QWidget* parent)
    : QWidget(parent)
{
    (void)new FlowLayout(this);
}

void ChartLegend::nameLines(const QChart& chart)
{
    while (QLayoutItem* item = layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QAbstractSeries* series : chart.series()) {
        const auto* line = qobject_cast<const QLineSeries*>(series);
        if (!line || line->name().isEmpty())
            continue;
        auto* entry = new QWidget(this);
        auto* sample = new QLabel(entry);
        sample->setPixmap(sampleOf(line->pen(), devicePixelRatioF()));
        auto* name = new QLabel(line->name(), entry);
        name->setTextFormat(Qt::PlainText);
        auto* row = new QHBoxLayout(entry);
        row->setContentsMargins(6, 0, 6, 0);
        row->addWidget(sample);
        row->addWidget(name);
        layout()->addWidget(entry);
        entry->show();
    }
}

} // namespace purchasing::ui
