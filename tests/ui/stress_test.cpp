#include "core/flow/delivered_rules.h"
#include "ui/planning/filter_columns.h"
#include "ui/planning/planning_page.h"
#include "ui/planning/product_table_model.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 240000; // Ends a test that would wait for ever.

bool isLong()
{
    return qEnvironmentVariableIntValue("PURCHASING_LONG_TESTS") != 0;
}

/// Adds so many products with demand, stock and a supplier.
void fill(const QString& file, int products)
{
    const QString name = QStringLiteral("fill");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(file);
        QVERIFY(database.open());
        QVERIFY(database.transaction());
        const QString numbers =
            QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                           "WHERE i < %1) ")
                .arg(products);
        const QString id = QStringLiteral("printf('ZZ-%06d', i)");
        for (const QString& statement :
             {QStringLiteral(
                  "INSERT INTO products(product_id, name) SELECT %1, printf('Made up %d', (i * 7919) "
                  "% 60013) FROM n"),
              QStringLiteral(
                  "INSERT INTO oms_history(product_id, avg_daily_demand, trend) SELECT %1, i % 40, "
                  "'stable' FROM n"),
              QStringLiteral(
                  "INSERT INTO inventory_levels(product_id, warehouse_id, current_qty, reserved_qty) "
                  "SELECT %1, 'WH-001', i % 300, i % 7 FROM n"),
              QStringLiteral("INSERT INTO supplier_info(supplier_id, product_id, moq, lead_time_days, "
                             "unit_price, is_active) SELECT 'SUP-001', %1, i % 90, i % 20, 1 + i % 50, 1 "
                             "FROM n")}) {
            QSqlQuery query(database);
            QVERIFY2(query.exec(numbers + QString(statement).replace(QStringLiteral("%1"), id)),
                     qPrintable(query.lastError().text()));
        }
        QVERIFY(database.commit());
    }
    QSqlDatabase::removeDatabase(name);
}

} // namespace

/// Filters, sorts, decides, cancels and closes at random, faster than any of it comes to an end: nothing
/// waits for ever, on one core neither, and in the end everything shown is right. A minute with
/// PURCHASING_LONG_TESTS=1.
class StressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingAtOnce()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("demo.sqlite"));
        {
            const PlannerHarness first(file); // Makes the file.
        }
        fill(file, isLong() ? 100000 : 12000);
        const quint32 seed = qEnvironmentVariableIsSet("PURCHASING_SEED")
            ? qEnvironmentVariable("PURCHASING_SEED").toUInt()
            : QRandomGenerator::global()->generate();
        qInfo("PURCHASING_SEED=%u", seed);
        m_random.seed(seed);

        PlannerHarness planner(file);
        QElapsedTimer time;
        time.start();
        const qint64 wanted = isLong() ? 60000 : 5000;
        int steps = 0;
        int closed = 0;
        while (time.elapsed() < wanted) {
            step(planner);
            ++steps;
            if (m_random.bounded(40) == 0) {
                planner.restart(); // In the middle of whatever is under way.
                ++closed;
            }
            QTest::qWait(m_random.bounded(60));
        }
        qInfo("%d steps, closed %d times", steps, closed);

        // Then it is left in peace.
        auto& model = modelOf(planner);
        model.setFilter({});
        QTRY_VERIFY_WITH_TIMEOUT(!planner.workspace().feed().isBusy(), kPatience);
        planner.workspace().feed().reload();
        QTRY_VERIFY_WITH_TIMEOUT(!planner.workspace().feed().isBusy() && planner.workspace().feed().isLoaded()
                                     && !model.isArranging(),
                                 kPatience);
        const int count = planner.workspace().feed().productCount();
        QVERIFY(count > 12000);
        QCOMPARE(model.rowCount(), count);
        int decided = 0;
        for (const int products : model.wordCounts())
            decided += products;
        QCOMPARE(decided, count);
        QVERIFY(planner.workspace().feed().heldBackReason().isEmpty());
        const auto current = planner.workspace().connection().ports.rules->current().result();
        QCOMPARE(planner.workspace().feed().rules()->ruleSetVersion(), current->version);
        for (int row = 0; row < count; row += 97)
            QCOMPARE(planner.workspace().feed().planned(row)->word,
                     planner.workspace().feed().decision(row).word);
    }

private:
    static ui::ProductTableModel& modelOf(PlannerHarness& planner)
    {
        return planner.window().findChild<ui::PlanningPage*>()->model();
    }

    void step(PlannerHarness& planner)
    {
        ui::Workspace& workspace = planner.workspace();
        ui::ProductTableModel& model = modelOf(planner);
        switch (m_random.bounded(9)) {
        case 0:
        case 1: {
            ui::ProductFilter filter;
            filter.text = m_random.bounded(2) == 0 ? QString() : QString::number(m_random.bounded(100));
            if (m_random.bounded(2) == 0)
                filter.words.set(static_cast<std::size_t>(m_random.bounded(5)));
            if (m_random.bounded(3) == 0) {
                // A column that the plan does not keep: every product is decided for it.
                const auto column = ui::ColumnFilter::parse(ui::filterColumn(ui::ProductColumn::Required),
                                                            QStringLiteral(">50"), workspace.feed().today());
                QVERIFY(column.isOk());
                filter.columns.emplace_back(ui::ProductColumn::Required, *column);
            }
            model.setFilter(filter);
            break;
        }
        case 2:
        case 3:
        case 4:
            model.sort(m_random.bounded(static_cast<int>(ui::ProductColumn::Count)),
                       m_random.bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
            break;
        case 5: workspace.feed().reload(); break;
        case 6: workspace.feed().cancelLoading(); break;
        case 7: publish(workspace); break;
        default: workspace.noticeChange(); break;
        }
    }

    /// Other rules, so that everything is decided anew.
    void publish(ui::Workspace& workspace)
    {
        RuleStore& rules = *workspace.connection().ports.rules;
        const auto current = rules.current().result();
        const auto user = workspace.connection().ports.people->operatingSystemUser().result();
        QVERIFY(current.isOk() && user.isOk());
        std::vector<RulePack> packs = deliveredRules();
        packs.push_back(
            {QStringLiteral("more.grl"),
             QStringLiteral("rule More%1 salience 119 no-loop { when shortage > %1 then shortage = "
                            "shortage + 1; }")
                 .arg(m_random.bounded(200)),
             true});
        QVERIFY(rules.publish(packs, current->version, QStringLiteral("Stress"), *user).result().isOk());
    }

    QRandomGenerator m_random;
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::StressTest)
#include "stress_test.moc"
