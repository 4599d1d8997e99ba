#include "ui/product/value_chart.h"

#include <QApplication>
#include <QChart>
#include <QDateTimeAxis>
#include <QGraphicsTextItem>
#include <QLabel>
#include <QLineSeries>
#include <QScrollBar>
#include <QTabWidget>
#include <QToolTip>
#include <QValueAxis>

#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 15000;
const QString kProduct = QStringLiteral("PROD-001");

} // namespace

/// The product dock: the chart with its values and its table, and suppliers side by side.
class ProductDockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theChartShowsWhatIsLateWhereItIs()
    {
        PlannerHarness planner;
        showChart(planner);
        QChart& chart = *planner.find<ui::ValueChart>("chart.projection")->chart();
        const auto* time = qobject_cast<QDateTimeAxis*>(chart.axes(Qt::Horizontal).first());
        const int row = planner.workspace().feed().rowOf(kProduct);
        const QDate orderBy = planner.workspace().feed().decision(row).orderBy.value();
        QVERIFY(orderBy < planner.workspace().feed().today());
        QVERIFY(time->min().date() < orderBy);
        const auto* level = qobject_cast<QValueAxis*>(chart.axes(Qt::Vertical).first());
        QVERIFY2(level->max() > -level->min(),
                 qPrintable(QStringLiteral("%1 to %2").arg(level->min()).arg(level->max())));
        // Qt's own legend would shorten the names.
        QStringList named;
        for (const auto* label : planner.find<QWidget>("legend.projection")->findChildren<QLabel*>()) {
            if (!label->text().isEmpty())
                named += label->text();
        }
        QVERIFY2(named.contains(QStringLiteral("With this order")), qPrintable(named.join(QLatin1Char('|'))));
        planner.screenshot(QStringLiteral("chart"));
    }

    /// An order that should have been made long ago leaves no empty chart before today.
    void theChartBeginsTodayWhereTheRestWouldBeEmpty()
    {
        PlannerHarness planner;
        showChart(planner, QStringLiteral("PROD-141"));
        const ui::CatalogueFeed& feed = planner.workspace().feed();
        const QDate orderBy = feed.decision(feed.rowOf(QStringLiteral("PROD-141"))).orderBy.value();
        QVERIFY(orderBy < feed.today().addDays(-60));
        const QChart& chart = *planner.find<ui::ValueChart>("chart.projection")->chart();
        const auto* time = qobject_cast<QDateTimeAxis*>(chart.axes(Qt::Horizontal).first());
        QCOMPARE(time->min().date(), feed.today());
    }

    /// Nothing in stock, and an order that only makes up for what is missing until it arrives.
    void theChartShowsWhatIsMissingWhereThatIsAll()
    {
        PlannerHarness planner;
        showChart(planner, QStringLiteral("PROD-141"));
        const QChart& chart = *planner.find<ui::ValueChart>("chart.projection")->chart();
        const auto* level = qobject_cast<QValueAxis*>(chart.axes(Qt::Vertical).first());
        for (const QAbstractSeries* series : chart.series()) {
            for (const QPointF& point : qobject_cast<const QLineSeries*>(series)->points())
                QVERIFY2(point.y() >= level->min() && point.y() <= level->max(), qPrintable(series->name()));
        }
        planner.screenshot(QStringLiteral("chart-missing"));
    }

    void theChartsNumbersAreReadAsElsewhere()
    {
        PlannerHarness planner;
        showChart(planner, QStringLiteral("PROD-106"));
        QStringList texts;
        for (const QGraphicsItem* item : planner.find<ui::ValueChart>("chart.projection")->items()) {
            if (const auto* text = dynamic_cast<const QGraphicsTextItem*>(item))
                texts += text->toPlainText();
        }
        QVERIFY2(texts.contains(QStringLiteral("5,000")), qPrintable(texts.join(QLatin1Char('|'))));
    }

    void theDemandOfLittleIsToldApart()
    {
        PlannerHarness planner({}, QStringLiteral("de"));
        planner.goTo(QStringLiteral("PROD-141")); // 0.07 a day.
        auto* tabs = planner.find<QTabWidget>("tabs.product");
        tabs->setCurrentWidget(tabs->findChild<QWidget*>(QStringLiteral("panel.demand")));
        const auto* view = planner.find<ui::ValueChart>("chart.demand");
        QTRY_VERIFY_WITH_TIMEOUT(!view->chart()->axes(Qt::Vertical).isEmpty(), kPatience);
        QTest::qWait(50); // The chart is laid out.
        QStringList numbers;
        for (const QGraphicsItem* item : view->items()) {
            const auto* text = dynamic_cast<const QGraphicsTextItem*>(item);
            if (text && !text->toPlainText().isEmpty() && text->toPlainText().front() == QLatin1Char('0'))
                numbers += text->toPlainText();
        }
        QVERIFY2(numbers.contains(QStringLiteral("0,05")), qPrintable(numbers.join(QLatin1Char('|'))));
        QVERIFY2(numbers.removeDuplicates() == 0, qPrintable(numbers.join(QLatin1Char('|'))));
    }

    void theChartTellsItsValues()
    {
        PlannerHarness planner;
        showChart(planner);
        auto* view = planner.find<ui::ValueChart>("chart.projection");
        const QPoint middle =
            view->mapFromScene(view->chart()->mapToScene(view->chart()->plotArea().center()));
        QTest::mouseMove(view->viewport(), middle);
        QTRY_VERIFY2(QToolTip::text().contains(QStringLiteral("Stock: ")), qPrintable(QToolTip::text()));
        QVERIFY2(QToolTip::text().contains(QStringLiteral("With this order: ")),
                 qPrintable(QToolTip::text()));
    }

    void theChartHasATable()
    {
        PlannerHarness planner;
        planner.goTo(kProduct);
        planner.window().activateWindow();
        QTRY_VERIFY(QApplication::activeWindow() == &planner.window());
        QTest::keyClick(planner.find<QTableView>("grid.products"), Qt::Key_B,
                        Qt::ControlModifier | Qt::ShiftModifier);
        auto* table = planner.find<QTableWidget>("table.projection");
        QTRY_VERIFY(table->isVisible());
        QVERIFY(table->rowCount() > 20);
        QVERIFY(!table->accessibleName().isEmpty());
        planner.screenshot(QStringLiteral("chart-table"));
        QTest::keyClick(table, Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(planner.find<ui::ValueChart>("chart.projection")->isVisible());
    }

    /// A click on the button of a column that is half in sight chooses it, and does not only scroll.
    void aSupplierHalfInSightIsChosen()
    {
        PlannerHarness planner;
        planner.changeElsewhere(
            QStringLiteral("INSERT INTO {supplier}supplier_info (supplier_id, product_id, moq, "
                           "lead_time_days, unit_price, is_active, "
                           "supplier_name, order_multiple, priority, email) SELECT 'SUP-9' || value, "
                           "'PROD-001', 20, 7, 16, 1, "
                           "'Another supplier', 1, 9, "
                           "'purchase.orders.department.north.and.south@another-supplier.example.com' "
                           "FROM (SELECT 1 AS value UNION SELECT 2 UNION SELECT 3)"));
        planner.workspace().feed().reload();
        planner.goTo(kProduct);
        planner.find<QTabWidget>("tabs.product")->setCurrentIndex(3);
        auto* table = planner.find<QTableWidget>("table.suppliers");
        QTRY_VERIFY_WITH_TIMEOUT(table->columnCount() >= 4, kPatience);
        // A long address widens none: two are seen whole.
        QVERIFY2(table->columnWidth(0) + table->columnWidth(1) <= table->viewport()->width(),
                 qPrintable(QStringLiteral("%1 + %2 of %3")
                                .arg(table->columnWidth(0))
                                .arg(table->columnWidth(1))
                                .arg(table->viewport()->width())));
        planner.screenshot(QStringLiteral("suppliers-many"));
        table->setColumnWidth(0, table->columnWidth(0) * 3 / 2);
        QCoreApplication::processEvents(); // Now the second is half in sight.
        QPushButton* cut = nullptr;
        int visible = 0;
        for (int column = 1; column < table->columnCount() && !cut; ++column) {
            auto* button = qobject_cast<QPushButton*>(table->cellWidget(table->rowCount() - 1, column));
            visible = table->viewport()->width() - button->x();
            if (visible > 10 && visible < button->width())
                cut = button;
        }
        QVERIFY(cut);
        const int before = table->horizontalScrollBar()->value();
        bool isAsked = false;
        planner.answer("dialog.reason", [&isAsked](QWidget& dialog) {
            isAsked = true;
            dialog.close();
        });
        QTest::mouseClick(cut, Qt::LeftButton, {}, {visible / 2, cut->height() / 2});
        QTRY_VERIFY_WITH_TIMEOUT(isAsked, kPatience);
        QCOMPARE(table->horizontalScrollBar()->value(), before);
    }

private:
    static void showChart(PlannerHarness& planner, const QString& productId = kProduct)
    {
        planner.goTo(productId);
        planner.find<QTabWidget>("tabs.product")->setCurrentIndex(5);
        QTRY_VERIFY(
            !planner.find<ui::ValueChart>("chart.projection")->chart()->axes(Qt::Horizontal).isEmpty());
        QTest::qWait(50); // The chart is laid out.
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::ProductDockTest)
#include "product_dock_test.moc"
