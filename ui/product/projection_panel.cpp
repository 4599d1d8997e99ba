#include "ui/product/projection_panel.h"

#include "core/flow/decision_words.h"
#include "core/flow/projected_stock.h"
#include "ui/product/chart_style.h"
#include "ui/theme/theme.h"
#include "ui/workspace/decided_catalogue.h"

#include <QChart>
#include <QChartView>
#include <QDateTimeAxis>
#include <QLabel>
#include <QLineSeries>
#include <QLocale>
#include <QToolTip>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>

namespace purchasing::ui {
namespace {

constexpr int kShortest = 21;
constexpr int kLongest = 180;

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

} // namespace

ProjectionPanel::ProjectionPanel(const DecidedCatalogue& products, QWidget* parent)
    : QWidget(parent)
    , m_products(products)
    , m_summary(new QLabel(this))
    , m_view(makeChartView(QStringLiteral("chart.projection"), tr("Projected stock"), this))
{
    setObjectName(QStringLiteral("panel.projection"));
    m_summary->setWordWrap(true);
    m_summary->setMargin(6);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(m_summary);
    layout->addWidget(m_view, 1);
}

void ProjectionPanel::show(const ProductFacts& facts, const Decision& decision)
{
    QChart* chart = m_view->chart();
    clearChart(*chart);
    const bool known = facts.availableQty() && facts.demand && facts.demand->avgDailyDemand;
    m_view->setVisible(known);
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

    const bool orders = decision.outputs.orderQty > Quantity{} && decision.outputs.needReorder;
    if (orders) {
        arrivals.push_back({today.addDays(facts.usableLeadTimeDays().value_or(0)),
                            decision.outputs.orderQty.toDouble(), tr("this order")});
        std::stable_sort(arrivals.begin(), arrivals.end(),
                         [](const Arrival& a, const Arrival& b) { return a.day < b.day; });
        const std::vector<double> with = projectedStock(facts, arrivals, today, days);
        lines.push_back(
            series(tr("With this order"), QPen(theme::ink(theme::Tone::Good), 2.2, Qt::DashLine)));
        fill(lines.back(), with);
        highest = std::max(highest, *std::max_element(with.begin(), with.end()));
    }
    highest = std::max(highest, 1.0);
    lowest = std::min(lowest, 0.0);
    const double margin = (highest - lowest) * 0.08;
    const auto marker = [&](const QString& name, QDate wanted, theme::Tone tone, Qt::PenStyle style) {
        if (wanted > today.addDays(days))
            return;
        const QDate day =
            std::max(wanted, today); // What is already late stands at today; the text above says since when.
        lines.push_back(series(name, QPen(theme::ink(tone), 1.8, style)));
        lines.back()->append(millis(day), lowest - margin);
        lines.back()->append(millis(day), highest + margin);
    };
    const QLocale locale;
    if (decision.orderBy)
        marker(tr("Order by"), *decision.orderBy, theme::Tone::Attention, Qt::DashDotLine);
    if (decision.stockOut)
        marker(tr("Stock-out"), *decision.stockOut, theme::Tone::Danger, Qt::DotLine);

    auto* time = new QDateTimeAxis(chart);
    //: Day and month on an axis, as QDateTime::toString takes it
    time->setFormat(tr("d MMM"));
    time->setTickCount(6);
    time->setRange(today.startOfDay(), today.addDays(days).startOfDay());
    auto* level = new QValueAxis(chart);
    level->setTitleText(unit);
    level->setLabelFormat(QStringLiteral("%.0f"));
    level->setRange(lowest - margin, highest + margin);
    level->setTickCount(6);
    level->applyNiceNumbers();
    chart->addAxis(time, Qt::AlignBottom);
    chart->addAxis(level, Qt::AlignLeft);
    for (QLineSeries* line : lines) {
        chart->addSeries(line);
        line->attachAxis(time);
        line->attachAxis(level);
        connect(line, &QLineSeries::hovered, this, [line, unit](const QPointF& point, bool over) {
            if (!over)
                return QToolTip::hideText();
            const QDate day = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(point.x())).date();
            QToolTip::showText(QCursor::pos(),
                               tr("%1, %2: %3 %4")
                                   .arg(line->name(), QLocale().toString(day, QLocale::ShortFormat),
                                        QLocale().toString(point.y(), 'f', 1), unit));
        });
    }
    styleChart(*chart);

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

} // namespace purchasing::ui
