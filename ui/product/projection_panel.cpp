#include "ui/product/projection_panel.h"

#include "core/flow/decision_words.h"
#include "core/flow/projected_stock.h"
#include "ui/product/chart_style.h"
#include "ui/product/chart_table.h"
#include "ui/product/value_chart.h"
#include "ui/theme/theme.h"
#include "ui/workspace/decided_catalogue.h"

#include <QApplication>
#include <QChart>
#include <QDateTimeAxis>
#include <QLabel>
#include <QLineSeries>
#include <QLocale>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace purchasing::ui {
namespace {

constexpr int kShortest = 21;
constexpr int kLongest = 180;
constexpr double kShareBelowZero = 0.25;
constexpr double kNothing = 1e-6;

double millis(QDate day)
{
    return static_cast<double>(day.startOfDay().toMSecsSinceEpoch());
}

/// How far to look: past the stock-out and every arrival, and past what the proposed order lasts.
int horizonDays(const ProductFacts& facts, const Decision& decision, const std::vector<Arrival>& arrivals,
                QDate today)
{
    qint64 days = kShortest;
    days = std::max<qint64>(days, facts.usableLeadTimeDays().value_or(0) * 3);
    if (decision.stockOut)
        days = std::max(days, today.daysTo(*decision.stockOut) + 7);
    for (const Arrival& arrival : arrivals)
        days = std::max(days, today.daysTo(arrival.day) + 7);
    return static_cast<int>(std::clamp<qint64>(days, kShortest, kLongest));
}

/// Says whether there never is any: then what is missing is all there is to see.
bool isAlwaysMissing(const std::vector<double>& levels)
{
    return std::all_of(levels.begin(), levels.end(), [](double level) { return level < kNothing; });
}

/// Before today where the day to order by has passed: it is drawn where it is, unless it is so long ago that
/// most of the chart would be empty.
QDate firstDay(const Decision& decision, QDate today, int days)
{
    if (!decision.orderBy || *decision.orderBy >= today || decision.orderBy->daysTo(today) > days / 2)
        return today;
    return decision.orderBy->addDays(-1);
}

} // namespace

ProjectionPanel::ProjectionPanel(const DecidedCatalogue& products, QWidget* parent)
    : QWidget(parent)
    , m_products(products)
    , m_summary(new QLabel(this))
    , m_view(makeChartView(QStringLiteral("chart.projection"), tr("Projected stock"), this))
    , m_twin(new ChartTable(m_view, this))
{
    setObjectName(QStringLiteral("panel.projection"));
    m_summary->setWordWrap(true);
    m_summary->setMargin(6);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(m_summary);
    layout->addWidget(m_twin, 1);
}

void ProjectionPanel::showTable(bool isTable)
{
    m_twin->showTable(isTable);
}

void ProjectionPanel::show(const ProductFacts& facts, const Decision& decision)
{
    QChart* chart = m_view->chart();
    clearChart(*chart);
    const bool known = facts.availableQty() && facts.demand && facts.demand->avgDailyDemand;
    m_twin->setVisible(known);
    if (!known) {
        m_summary->setText(tr("Stock or demand is not known, so nothing can be projected."));
        return;
    }
    const QDate today = m_products.today();
    const QString unit = stockUnitOf(facts);
    std::vector<Arrival> arrivals = arrivalsOf(facts, today);
    const int days = horizonDays(facts, decision, arrivals, today);

    const auto series = [&](const QString& name, const QPen& pen) {
        auto* line = new QLineSeries(chart);
        line->setName(name);
        line->setPen(pen);
        return line;
    };
    const double dailyUse = facts.demand->avgDailyDemand->toDouble();
    const auto fill = [&](QLineSeries* line, const std::vector<double>& levels) {
        for (std::size_t i = 0; i < levels.size(); ++i) {
            const double day = millis(today.addDays(static_cast<qint64>(i)));
            // An arrival stands as a step on its day, not as a slope from the day before.
            if (i > 0 && levels[i] > levels[i - 1])
                line->append(day, levels[i - 1] - dailyUse);
            line->append(day, levels[i]);
        }
    };
    std::vector<QLineSeries*> lines;
    lines.push_back(series(tr("Stock"), QPen(theme::ink(theme::Tone::Info), 2.2)));
    const std::vector<double> without = projectedStock(facts, arrivals, today, days);
    fill(lines.back(), without);
    double highest = *std::max_element(without.begin(), without.end());
    double lowest = *std::min_element(without.begin(), without.end());

    std::vector<double> with;
    const bool orders = decision.outputs.orderQty > Quantity{} && decision.outputs.needReorder;
    if (orders) {
        arrivals.push_back({today.addDays(facts.usableLeadTimeDays().value_or(0)),
                            decision.outputs.orderQty.toDouble(), tr("this order")});
        std::stable_sort(arrivals.begin(), arrivals.end(),
                         [](const Arrival& a, const Arrival& b) { return a.day < b.day; });
        with = projectedStock(facts, arrivals, today, days);
        lines.push_back(
            series(tr("With this order"), QPen(theme::ink(theme::Tone::Good), 2.2, Qt::DashLine)));
        fill(lines.back(), with);
        highest = std::max(highest, *std::max_element(with.begin(), with.end()));
    }
    highest = std::max(highest, 1.0);
    // What goes on falling below zero is no stock: the room belongs to what is above. The table has it all.
    lowest = std::min(lowest, 0.0);
    if (!isAlwaysMissing(orders ? with : without))
        lowest = std::max(lowest, -highest * kShareBelowZero);
    const double margin = (highest - lowest) * 0.08;
    auto* level = new QValueAxis(chart);
    level->setTitleText(unit);
    level->setRange(lowest - margin, highest + margin);
    setRoundTicks(*level, 6);
    const QDate first = firstDay(decision, today, days);
    const auto marker = [&](const QString& name, QDate day, theme::Tone tone, Qt::PenStyle style) {
        if (day < first || day > today.addDays(days))
            return;
        lines.push_back(series(name, QPen(theme::ink(tone), 1.8, style)));
        lines.back()->append(millis(day), level->min());
        lines.back()->append(millis(day), level->max());
    };
    if (first < today)
        marker(tr("Today"), today, theme::Tone::Muted, Qt::SolidLine);
    auto* zero = series(QString(), // It needs none.
                        QPen(QApplication::palette().color(QPalette::Text), 1.2));
    zero->append(millis(first), 0);
    zero->append(millis(today.addDays(days)), 0);
    lines.push_back(zero);
    const QLocale locale;
    if (decision.orderBy)
        marker(tr("Order by"), *decision.orderBy, theme::Tone::Attention, Qt::DashDotLine);
    if (decision.stockOut)
        marker(tr("Stock-out"), *decision.stockOut, theme::Tone::Danger, Qt::DotLine);

    auto* time = new QDateTimeAxis(chart);
    //: Day and month on an axis, as QDateTime::toString takes it
    time->setFormat(tr("d MMM"));
    time->setTickCount(6);
    time->setRange(first.startOfDay(), today.addDays(days).startOfDay());
    chart->addAxis(time, Qt::AlignBottom);
    chart->addAxis(level, Qt::AlignLeft);
    for (QLineSeries* line : lines) {
        chart->addSeries(line);
        line->attachAxis(time);
        line->attachAxis(level);
    }
    styleChart(*chart);
    tellValues(decision, without, with, unit);

    QStringList parts;
    if (decision.orderBy && decision.orderBy < today)
        parts << tr("The order-by date %1 has passed.")
                     .arg(locale.toString(*decision.orderBy, QLocale::ShortFormat));
    parts << (decision.stockOut ? tr("Stock reaches zero on %1 at %2 %3 a day.")
                                      .arg(locale.toString(*decision.stockOut, QLocale::ShortFormat),
                                           quantityText(*facts.demand->avgDailyDemand), unit)
                                : tr("Stock does not run out at the present use."));
    m_summary->setText(parts.join(QLatin1Char(' ')));
}

void ProjectionPanel::tellValues(const Decision& decision, const std::vector<double>& without,
                                 const std::vector<double>& with, const QString& unit)
{
    const QDate today = m_products.today();
    const auto amount = [](double level) { return QLocale().toString(level, 'f', 1); };
    const auto whatIsOn = [decision](QDate day) {
        QStringList marks;
        if (decision.orderBy == day)
            marks << tr("Order by");
        if (decision.stockOut == day)
            marks << tr("Stock-out");
        return marks.join(QStringLiteral(", "));
    };
    m_view->setDayText([=](QDate day) {
        QStringList lines{QLocale().toString(day, QLocale::ShortFormat)};
        const qint64 at = today.daysTo(day);
        if (at >= 0 && at < static_cast<qint64>(without.size()))
            lines << tr("Stock: %1 %2").arg(amount(without[static_cast<std::size_t>(at)]), unit);
        if (at >= 0 && at < static_cast<qint64>(with.size()))
            lines << tr("With this order: %1 %2").arg(amount(with[static_cast<std::size_t>(at)]), unit);
        lines << whatIsOn(day);
        lines.removeAll(QString());
        return lines.size() > 1 ? lines.join(QLatin1Char('\n')) : QString();
    });
    QStringList headers{tr("Day"), tr("Stock")};
    if (!with.empty())
        headers << tr("With this order");
    headers << tr("What is on that day");
    std::vector<QStringList> rows;
    for (std::size_t i = 0; i < without.size(); ++i) {
        const QDate day = today.addDays(static_cast<qint64>(i));
        QStringList row{QLocale().toString(day, QLocale::ShortFormat), amount(without[i])};
        if (!with.empty())
            row << (i < with.size() ? amount(with[i]) : QString());
        rows.push_back(row << whatIsOn(day));
    }
    m_twin->setRows(headers, rows);
}

} // namespace purchasing::ui
