#include "core/sql/catalogue/sql_product_reader.h"
#include "core/sql/overrides/sql_override_store.h"

#include "tests/sql/load_all.h"
#include "tests/sql/temporary_database.h"

namespace purchasing::sql {
namespace {

/// Why there is no answer; empty where there is one.
template <typename T> QString errorOf(const Result<T>& answer)
{
    return answer ? QString() : answer.error().message + QLatin1Char('|') + answer.error().detail;
}

} // namespace

/// Asking all sources at once says what asking them one by one says, errors included.
class ProductReaderTest : public QObject
{
    Q_OBJECT

private:
    /// How many products were compared; a difference names its product and source.
    static int compareAll(const TemporaryDatabase& db, const QStringList& ids, bool isTogether)
    {
        SqlProductReader reader(db.database);
        SqlDemandSource demand(db.database);
        SqlInventorySource inventory(db.database);
        SqlSupplierSource suppliers(db.database);
        SqlUnitSource units(db.database);
        SqlOverrideStore overrides(db.database);
        // All at once, so that they are read together, too.
        std::vector<QFuture<Result<ProductAnswers>>> together;
        for (const QString& id : ids)
            together.push_back(reader.read(id));
        int compared = 0;
        for (const QString& id : ids) {
            const auto all =
                isTogether ? together[static_cast<std::size_t>(compared)].result() : reader.read(id).result();
            if (!all) {
                qWarning("%s: %s", qPrintable(id), qPrintable(all.error().message));
                return -1;
            }
            const auto same = [&id](const char* source, const auto& found, const auto& alone) {
                const bool isSame = errorOf(found) == errorOf(alone) && (!alone || *found == *alone);
                if (!isSame)
                    qWarning("%s %s: %s / %s", qPrintable(id), source, qPrintable(errorOf(found)),
                             qPrintable(errorOf(alone)));
                return isSame;
            };
            const auto open = db.orders().openOrders(id).result();
            const bool isSame = same("name", all->product, demand.product(id).result())
                && same("demand", all->demand, demand.demand(id).result())
                && same("levels", all->levels, inventory.levels(id).result())
                && same("offers", all->offers, suppliers.offers(id).result())
                && same("conversions", all->conversions, units.conversions(id).result())
                && same("override", all->overridden, overrides.find(id).result()) && open && all->openOrders
                && open->version == all->openOrders->version && open->orders == all->openOrders->orders;
            if (!isSame)
                return -1;
            ++compared;
        }
        return compared;
    }

    static QStringList idsOf(const TemporaryDatabase& db)
    {
        QStringList ids = {QStringLiteral("NOT-THERE"), QStringLiteral("'; DROP TABLE products; --")};
        const auto catalogue = loadAll(SqlCatalogueSource(db.database));
        for (const ProductFacts& facts : *catalogue)
            ids += facts.product.productId;
        return ids;
    }

private Q_SLOTS:
    void everyProductOfTheDemo()
    {
        const TemporaryDatabase db;
        const QStringList ids = idsOf(db);
        QVERIFY(ids.size() > 50);
        QCOMPARE(compareAll(db, ids, false), ids.size());
        QCOMPARE(compareAll(db, ids, true), ids.size());
    }

    void rowsThatCannotBeUsed()
    {
        if (isOnMariaDb())
            QSKIP("Its columns hold numbers only.");
        const TemporaryDatabase db;
        const QStringList ids = idsOf(db);
        for (const char* spoil :
             {"UPDATE {supplier}supplier_info SET moq = 'many' WHERE product_id = 'PROD-002'",
              "UPDATE {inventory}inventory_levels SET current_qty = 'few' WHERE product_id = 'PROD-003'",
              "UPDATE {oms}oms_history SET avg_daily_demand = '?' WHERE product_id = 'PROD-004'",
              "UPDATE {uom}uom_conversion SET conversion_factor = 'x' WHERE product_id = 'PROD-005'"})
            VERIFY_OK(db.execute(QLatin1String(spoil)));
        QCOMPARE(compareAll(db, ids, false), ids.size());
        QCOMPARE(compareAll(db, ids, true), ids.size());
        QVERIFY(!SqlProductReader(db.database).read(QStringLiteral("PROD-002")).result()->offers);
    }

    void nobodyWaitsForEver()
    {
        const TemporaryDatabase db;
        SqlProductReader reader(db.database);
        const QString id = QStringLiteral("PROD-002");
        std::vector<QFuture<Result<ProductAnswers>>> asked;
        for (int i = 0; i < 200; ++i) {
            CallContext context;
            if (i % 2 == 0) // Gone before its turn comes.
                context.cancelled = std::make_shared<std::atomic_bool>(true);
            const CallScope scope(context);
            asked.push_back(reader.read(id));
        }
        for (std::size_t i = 0; i < asked.size(); ++i) {
            QTRY_VERIFY(asked[i].isFinished());
            if (i % 2 == 1)
                VERIFY_OK(asked[i].result());
        }
    }

    void anOpenOrder()
    {
        const TemporaryDatabase db;
        const QString id = QStringLiteral("PROD-002");
        VERIFY_OK(
            db.orders()
                .create(requestFor(db.database, id, QStringLiteral("SUP-002"), 100, QStringLiteral("k1")),
                        db.user)
                .result());
        const auto all = SqlProductReader(db.database).read(id).result();
        VERIFY_OK(all);
        QCOMPARE(all->openOrders->orders.size(), 1U);
        const QStringList ids = idsOf(db);
        QCOMPARE(compareAll(db, ids, false), ids.size());
        QCOMPARE(compareAll(db, ids, true), ids.size());
    }

    void aMissingTableIsTheAnswerOfItsSource()
    {
        const TemporaryDatabase db;
        VERIFY_OK(db.execute(QStringLiteral("DROP TABLE {inventory}inventory_levels")));
        const QString id = QStringLiteral("PROD-002");
        const auto all = SqlProductReader(db.database).read(id).result();
        VERIFY_OK(all);
        QVERIFY(!all->levels);
        QVERIFY(all->demand.isOk() && all->offers.isOk());
        const QStringList ids = {id, QStringLiteral("PROD-003"), QStringLiteral("NOT-THERE")};
        QCOMPARE(compareAll(db, ids, false), ids.size());
        QCOMPARE(compareAll(db, ids, true), ids.size());
    }
};

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::ProductReaderTest)
#include "product_reader_test.moc"
