#include "ui/orders/order_arrangement.h"
#include "ui/orders/order_table_model.h"

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QTableView>

#include <algorithm>

#include "tests/ui/forwarding_orders.h"
#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

using ui::OrderArrangement;
using ui::OrderTableModel;
using Column = OrderTableModel::Column;

constexpr int kPatience = 20000;
constexpr int kMany = 20000;

/// Orders with many equal values in every column.
std::vector<PurchaseOrder> madeUp(int count)
{
    QRandomGenerator random(7);
    const auto number = [&random](int below) { return static_cast<int>(random.bounded(below)); };
    const QDateTime start({2026, 1, 5}, {8, 0}, Qt::UTC);
    std::vector<PurchaseOrder> orders(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        PurchaseOrder& order = orders[static_cast<std::size_t>(i)];
        order.poId = QStringLiteral("id-%1").arg(i);
        order.number = QStringLiteral("PO-2026-%1").arg(i + 1, 6, 10, QLatin1Char('0'));
        order.productId = QStringLiteral("P-%1").arg(number(500));
        order.productName = number(3) == 0 ? QStringLiteral("Ball bearing") : QStringLiteral("Gasket");
        order.supplierId = QStringLiteral("S-%1").arg(number(7));
        order.supplierName = QStringLiteral("Supplier %1").arg(number(7));
        order.qty = number(50);
        order.uom = QStringLiteral("PIECE");
        order.currency = QStringLiteral("USD");
        order.total = Money{number(100) * 10000};
        order.toPay = order.total;
        order.state = static_cast<OrderState>(number(9));
        order.createdAt = start.addSecs(number(400) * 3600);
        order.createdByName = QStringLiteral("Ana");
        order.ruleSetVersion = number(3);
        if (number(2) == 0)
            order.sentAt = order.createdAt.addSecs(60);
    }
    return orders;
}

/// Lists made-up orders, as a database with years of them would.
class YearsOfOrders : public ForwardingOrders
{
public:
    using ForwardingOrders::ForwardingOrders;

    QFuture<Result<std::vector<PurchaseOrder>>> list(const OrderFilter& filter) override
    {
        if (filter.needsApproval || !filter.productId.isEmpty())
            return ForwardingOrders::list(filter);
        ++m_lists;
        return answer<std::vector<PurchaseOrder>>(madeUp(kMany));
    }
    [[nodiscard]] int lists() const { return m_lists; }

private:
    std::atomic_int m_lists = 0;
};

} // namespace

/// The list of orders: arranged rightly, also where there are very many, and read only where it is seen.
class OrderListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyColumnSorts();
    void wordsAndStatesFilter();
    void theSelectionFollowsItsOrders();
    void manyOrdersAreArrangedBesides();
};

void OrderListTest::everyColumnSorts()
{
    const auto orders = std::make_shared<const std::vector<PurchaseOrder>>(madeUp(300));
    const QDateTime now({2026, 3, 1}, {8, 0}, Qt::UTC);
    for (int i = 0; i < static_cast<int>(Column::Count); ++i) {
        const auto column = static_cast<Column>(i);
        for (const Qt::SortOrder direction : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            const OrderArrangement wanted{orders, {}, {}, {{column, direction}}, now, Money{500000}};
            const std::vector<std::uint32_t> rows = wanted.rows();
            QCOMPARE(rows.size(), orders->size());
            for (std::size_t row = 1; row < rows.size(); ++row) {
                const PurchaseOrder& upper = (*orders)[rows[row - 1]];
                const PurchaseOrder& lower = (*orders)[rows[row]];
                const bool isNumber = OrderTableModel::isSortedByNumber(column);
                const auto text = [&](const PurchaseOrder& order) {
                    return OrderTableModel::textOf(order, column, now, Money{500000});
                };
                const bool isLess = isNumber
                    ? OrderTableModel::numberOf(lower, column) < OrderTableModel::numberOf(upper, column)
                    : text(lower) < text(upper);
                const bool isGreater = isNumber
                    ? OrderTableModel::numberOf(lower, column) > OrderTableModel::numberOf(upper, column)
                    : text(lower) > text(upper);
                QVERIFY2(direction == Qt::AscendingOrder ? !isLess : !isGreater, qPrintable(text(upper)));
                if (!isLess && !isGreater)
                    QVERIFY(rows[row - 1] < rows[row]); // Equal ones stay as they came.
            }
        }
    }
}

void OrderListTest::wordsAndStatesFilter()
{
    const auto orders = std::make_shared<const std::vector<PurchaseOrder>>(madeUp(2000));
    const OrderArrangement wanted{orders,
                                  {QStringLiteral("bearing"), QStringLiteral("s-3")},
                                  OrderArrangement::States::Open,
                                  {},
                                  QDateTime::currentDateTimeUtc(),
                                  {}};
    std::vector<std::uint32_t> rows = wanted.rows();
    std::sort(rows.begin(), rows.end());
    std::vector<std::uint32_t> expected;
    for (std::uint32_t i = 0; i < orders->size(); ++i) {
        const PurchaseOrder& order = (*orders)[i];
        if (order.productName == QLatin1String("Ball bearing") && order.supplierId == QLatin1String("S-3")
            && order.state != OrderState::Received && order.state != OrderState::Rejected
            && order.state != OrderState::Cancelled)
            expected.push_back(i);
    }
    QVERIFY(!expected.empty());
    QCOMPARE(rows, expected);
}

void OrderListTest::theSelectionFollowsItsOrders()
{
    PlannerHarness planner({}, QStringLiteral("en"), [](FlowPorts& ports) {
        ports.orders = std::make_shared<YearsOfOrders>(ports.orders);
    });
    QVERIFY(planner.isUsable());
    planner.trigger("action.mode.orders");
    auto* grid = planner.find<QTableView>("grid.orders");
    QTRY_COMPARE_WITH_TIMEOUT(grid->model()->rowCount(), kMany, kPatience);
    const QString ninth = grid->model()->index(8, 0).data().toString();
    grid->setCurrentIndex(grid->model()->index(8, 0));
    const QString first = grid->model()->index(0, 0).data().toString();
    grid->sortByColumn(static_cast<int>(Column::Total), Qt::AscendingOrder);
    QTRY_VERIFY_WITH_TIMEOUT(grid->model()->index(0, 0).data().toString() != first, kPatience);
    QCOMPARE(grid->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(grid->selectionModel()->selectedRows().front().data().toString(), ninth);
    QCOMPARE(grid->currentIndex().siblingAtColumn(0).data().toString(), ninth);
    const auto* title =
        planner.find<QWidget>("page.orders")->findChild<QLabel*>(QStringLiteral("label.orderTitle"));
    QVERIFY2(title->text().startsWith(ninth), qPrintable(title->text()));
}

void OrderListTest::manyOrdersAreArrangedBesides()
{
    std::shared_ptr<YearsOfOrders> store;
    PlannerHarness planner({}, QStringLiteral("en"), [&store](FlowPorts& ports) {
        store = std::make_shared<YearsOfOrders>(ports.orders);
        ports.orders = store;
    });
    QVERIFY(planner.isUsable());
    QCOMPARE(store->lists(), 0); // Nobody has looked yet.
    planner.trigger("action.mode.orders");
    auto* grid = planner.find<QTableView>("grid.orders");
    QTRY_COMPARE_WITH_TIMEOUT(grid->model()->rowCount(), kMany, kPatience);
    QCOMPARE(store->lists(), 1);

    // Typed letter by letter: what comes last counts, whatever is ready last.
    auto* filter = planner.find<QLineEdit>("edit.orderFilter");
    QTest::keyClicks(filter, QStringLiteral("bearing"));
    const std::vector<PurchaseOrder> all = madeUp(kMany);
    const auto bearings =
        static_cast<int>(std::count_if(all.begin(), all.end(), [](const PurchaseOrder& order) {
            return order.productName == QLatin1String("Ball bearing");
        }));
    QTRY_COMPARE_WITH_TIMEOUT(grid->model()->rowCount(), bearings, kPatience);
    filter->setText(QStringLiteral("no such thing"));
    QTRY_COMPARE_WITH_TIMEOUT(grid->model()->rowCount(), 0, kPatience);
    filter->clear();
    QTRY_COMPARE_WITH_TIMEOUT(grid->model()->rowCount(), kMany, kPatience);
}

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::OrderListTest)
#include "order_list_test.moc"
