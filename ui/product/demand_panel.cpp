#include "ui/product/demand_panel.h"

#include "core/domain/source_outage.h"
#include "core/flow/decision_words.h"
#include "ui/product/chart_style.h"
#include "ui/product/chart_table.h"
#include "ui/product/value_chart.h"
#include "ui/theme/theme.h"
#include "ui/workspace/when_ready.h"
#include "ui/workspace/workspace.h"

#include <QChart>
#include <QDateTimeAxis>
#include <QLabel>
#include <QLineSeries>
#include <QLocale>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <map>
#include <numeric>

namespace purchasing::ui {
namespace {

constexpr int kDaysShown = 365;
constexpr std::size_t kTrendDays = 28; // Four weeks, so that weekdays even out.

qint64 atNoon(QDate day)
{
    return day.startOfDay().addSecs(12 * 3600).toMSecsSinceEpoch();
}

/// Rules compare the word itself, so other words than ours are shown as they stand.
QString trendInWords(const QString& trend)
{
    return trend.isEmpty()                     ? DemandPanel::tr("unknown")
        : trend == QLatin1String("increasing") ? DemandPanel::tr("increasing")
        : trend == QLatin1String("decreasing") ? DemandPanel::tr("decreasing")
        : trend == QLatin1String("stable")     ? DemandPanel::tr("stable")
                                               : trend;
}

} // namespace

DemandPanel::DemandPanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_summary(new QLabel(this))
    , m_view(makeChartView(QStringLiteral("chart.demand"), tr("Daily demand of the last year"), this))
    , m_twin(new ChartTable(m_view, this))
{
    setObjectName(QStringLiteral("panel.demand"));
    m_summary->setWordWrap(true);
    m_summary->setMargin(6);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(m_summary);
    layout->addWidget(m_twin, 1);
}

void DemandPanel::showTable(bool isTable)
{
    m_twin->showTable(isTable);
}

void DemandPanel::show(const ProductFacts& facts)
{
    m_productId = facts.product.productId;
    m_unit = stockUnitOf(facts);
    m_average = facts.demand ? facts.demand->avgDailyDemand : std::nullopt;
    const QString outage = outageOf(facts, Source::Demand);
    if (!outage.isEmpty())
        m_summary->setText(m_average ? tr("Demand cannot be read: %1. It was %2 %3 per day before.")
                                           .arg(outage, quantityText(*m_average), m_unit)
                                     : tr("Demand cannot be read: %1.").arg(outage));
    else if (!facts.demand)
        m_summary->setText(tr("Demand cannot be read or is not known."));
    else
        m_summary->setText(
            tr("Average %1 %2 per day, trend: %3, as of %4.")
                .arg(m_average ? quantityText(*m_average) : tr("unknown"), m_unit,
                     trendInWords(facts.demand->trend),
                     QLocale().toString(facts.demand->lastUpdated.toLocalTime(), QLocale::ShortFormat)));
    whenReady(m_workspace.connection().ports.demand->history(m_productId,
                                                             m_workspace.feed().today().addDays(-kDaysShown)),
              this, [this, asked = m_productId](const Result<std::vector<DailyDemand>>& days) {
                  if (asked != m_productId)
                      return;
                  if (!days && days.error().kind == ErrorKind::Unavailable)
                      m_twin->setVisible(false); // The summary says why.
                  else
                      draw(days ? *days : std::vector<DailyDemand>{});
              });
}

void DemandPanel::draw(const std::vector<DailyDemand>& days)
{
    QChart* chart = m_view->chart();
    clearChart(*chart);
    m_twin->setVisible(!days.empty());
    if (days.empty()) {
        m_summary->setText(m_summary->text() + QLatin1Char(' ') + tr("There is no daily history."));
        return;
    }
    auto* daily = new QLineSeries(chart);
    auto* trend = new QLineSeries(chart);
    auto* average = new QLineSeries(chart);
    daily->setName(tr("Daily demand"));
    trend->setName(tr("Trend (4 weeks)"));
    average->setName(tr("Average used"));
    daily->setPen(QPen(theme::ink(theme::Tone::Muted), 1.0));
    trend->setPen(QPen(theme::ink(theme::Tone::Info), 2.4));
    average->setPen(QPen(theme::ink(theme::Tone::Attention), 1.6, Qt::DashLine));

    double highest = m_average.value_or(Quantity{}).toDouble();
    double window = 0;
    for (std::size_t i = 0; i < days.size(); ++i) {
        const double qty = days[i].qty.toDouble();
        highest = std::max(highest, qty);
        daily->append(static_cast<double>(atNoon(days[i].day)), qty);
        window += qty;
        if (i >= kTrendDays)
            window -= days[i - kTrendDays].qty.toDouble();
        if (i + 1 >= kTrendDays)
            trend->append(static_cast<double>(atNoon(days[i].day)), window / static_cast<double>(kTrendDays));
    }
    if (m_average) {
        average->append(static_cast<double>(atNoon(days.front().day)), m_average->toDouble());
        average->append(static_cast<double>(atNoon(days.back().day)), m_average->toDouble());
    }

    auto* time = new QDateTimeAxis(chart);
    time->setFormat(QStringLiteral("MMM yy"));
    time->setTickCount(5);
    auto* amount = new QValueAxis(chart);
    amount->setTitleText(tr("%1 per day").arg(m_unit));
    amount->setRange(0, highest > 0 ? highest * 1.1 : 1);
    setRoundTicks(*amount, 5);
    chart->addAxis(time, Qt::AlignBottom);
    chart->addAxis(amount, Qt::AlignLeft);
    for (QLineSeries* series : {daily, trend, average}) {
        chart->addSeries(series);
        series->attachAxis(time);
        series->attachAxis(amount);
    }
    styleChart(*chart);
    tellValues(days);
}

void DemandPanel::tellValues(const std::vector<DailyDemand>& days)
{
    std::map<QDate, QString> amounts;
    std::vector<QStringList> rows;
    for (auto day = days.rbegin(); day != days.rend(); ++day) { // The last one first.
        amounts[day->day] = quantityText(day->qty);
        rows.push_back({QLocale().toString(day->day, QLocale::ShortFormat), amounts[day->day]});
    }
    m_twin->setRows({tr("Day"), tr("Daily demand")}, rows);
    m_view->setDayText([amounts = std::move(amounts), unit = m_unit](QDate day) {
        const auto found = amounts.find(day);
        return found == amounts.end()
            ? QString()
            : tr("%1: %2 %3").arg(QLocale().toString(day, QLocale::ShortFormat), found->second, unit);
    });
}

} // namespace purchasing::ui
