#include "core/domain/catalogue.h"

#include <QTest>

#include "tests/flow/product_builder.h"

namespace purchasing::tests {
namespace {

const QDateTime kNoon(QDate(2026, 1, 15), QTime(12, 0), Qt::UTC);

ProductFacts product(const QString& id)
{
    ProductFacts facts = ordinaryProduct();
    facts.product.productId = id;
    return facts;
}

ProductFacts product(int number)
{
    return product(QStringLiteral("P-%1").arg(number, 4, 10, QLatin1Char('0')));
}

Catalogue catalogueOf(int count)
{
    std::vector<ProductFacts> products;
    for (int i = 0; i < count; ++i)
        products.push_back(product(i));
    return Catalogue(Catalogue::packed(products));
}

QStringList idsOf(const Catalogue& catalogue)
{
    QStringList ids;
    for (int row = 0; row < catalogue.size(); ++row)
        ids += catalogue.productId(row);
    return ids;
}

std::shared_ptr<const CatalogueBlock> blockOf(const ProductFacts& facts)
{
    return Catalogue::packed({facts}).front();
}

using Change = std::function<void(ProductFacts&)>;

} // namespace

/// The packed catalogue: what is put in comes out, and is found.
class CatalogueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldIsKeptAndCounts_data()
    {
        QTest::addColumn<Change>("change");
        const auto row = [](const char* tag, const Change& change) { QTest::newRow(tag) << change; };
        row("name", [](ProductFacts& f) { f.product.name = QStringLiteral("\u00C4"); });
        row("category", [](ProductFacts& f) { f.product.category.clear(); });
        row("no demand", [](ProductFacts& f) { f.demand.reset(); });
        row("demand", [](ProductFacts& f) { ++f.demand->avgDailyDemand->tenThousandths; });
        row("trend", [](ProductFacts& f) { f.demand->trend = QStringLiteral("increasing"); });
        row("time of demand", [](ProductFacts& f) { f.demand->lastUpdated = kNoon; });
        row("stock", [](ProductFacts& f) { f.warehouses->front().currentQty.reset(); });
        row("reserved", [](ProductFacts& f) { f.warehouses->front().reservedQty = {1}; });
        row("on order", [](ProductFacts& f) { f.warehouses->front().onOrderQty = {1}; });
        row("time of stock", [](ProductFacts& f) { f.warehouses->front().lastUpdated = kNoon; });
        row("warehouse", [](ProductFacts& f) { f.warehouses->front().warehouseId = QStringLiteral("x"); });
        row("no warehouse", [](ProductFacts& f) { f.warehouses->clear(); });
        row("supplier", [](ProductFacts& f) { f.suppliers->front().supplierId = QStringLiteral("x"); });
        row("supplier's name", [](ProductFacts& f) { f.suppliers->front().name = QStringLiteral("x"); });
        row("e-mail", [](ProductFacts& f) { f.suppliers->front().email = QStringLiteral("x"); });
        row("minimum", [](ProductFacts& f) { f.suppliers->front().moq.reset(); });
        row("lead time", [](ProductFacts& f) { f.suppliers->front().leadTimeDays.reset(); });
        row("no days", [](ProductFacts& f) { f.suppliers->front().leadTimeDays = 0; });
        row("beyond 32 bits", [](ProductFacts& f) { f.suppliers->front().leadTimeDays = 2147483648; });
        row("at 32 bits", [](ProductFacts& f) { f.suppliers->front().leadTimeDays = 2147483647; });
        row("the value of unset", [](ProductFacts& f) { f.suppliers->front().leadTimeDays = -2147483648; });
        row("above it", [](ProductFacts& f) { f.suppliers->front().leadTimeDays = -2147483647; });
        row("priority", [](ProductFacts& f) { f.suppliers->front().priority = -1; });
        row("a large priority", [](ProductFacts& f) { f.suppliers->front().priority = 2147483648; });
        row("price", [](ProductFacts& f) { f.suppliers->front().unitPrice = UnitPrice{-1}; });
        row("no price", [](ProductFacts& f) { f.suppliers->front().unitPrice.reset(); });
        row("inactive", [](ProductFacts& f) { f.suppliers->front().isActive = false; });
        row("perhaps active", [](ProductFacts& f) { f.suppliers->front().isActive.reset(); });
        row("multiple", [](ProductFacts& f) { f.suppliers->front().orderMultiple.reset(); });
        row("time of offer", [](ProductFacts& f) { f.suppliers->front().lastUpdated = kNoon; });
        row("no supplier", [](ProductFacts& f) { f.suppliers->clear(); });
        row("unit", [](ProductFacts& f) { f.units->front().fromUom = QStringLiteral("x"); });
        row("other unit", [](ProductFacts& f) { f.units->front().toUom = QStringLiteral("x"); });
        row("factor", [](ProductFacts& f) { f.units->front().factor.reset(); });
        row("time of unit", [](ProductFacts& f) { f.units->front().lastUpdated = kNoon; });
        row("two units", [](ProductFacts& f) { f.units->push_back(f.units->front()); });
        row("version", [](ProductFacts& f) { f.ordersVersion = 3; });
        row("unknown stock", [](ProductFacts& f) { f.warehouses.reset(); });
        row("unknown suppliers", [](ProductFacts& f) { f.suppliers.reset(); });
        row("unknown units", [](ProductFacts& f) { f.units.reset(); });
        row("unknown orders", [](ProductFacts& f) { f.openOrders.reset(); });
        row("an order", [](ProductFacts& f) { f.openOrders->push_back(openOrder(1, kNoon.date(), 1)); });
        row("a problem", [](ProductFacts& f) { f.sourceProblems.push_back({{}, QStringLiteral("x")}); });
        row("chosen", [](ProductFacts& f) { f.chosenSupplierId = QStringLiteral("S-1"); });
        row("overridden", [](ProductFacts& f) { f.overridden.emplace(); });
    }

    void everyFieldIsKeptAndCounts()
    {
        QFETCH(Change, change);
        const ProductFacts before = product(1);
        ProductFacts after = before;
        QVERIFY(blockOf(before)->hasSameFacts(*blockOf(after)));
        change(after);
        QVERIFY(after != before);
        QCOMPARE(blockOf(after)->facts(0), after);
        QVERIFY(!blockOf(before)->hasSameFacts(*blockOf(after)));
        // Between two others it is the same.
        const Catalogue three(Catalogue::packed({product(2), after, product(0)}));
        QCOMPARE(three.facts(0), product(0));
        QCOMPARE(three.facts(1), after);
        QCOMPARE(three.facts(2), product(2));
    }

    void whenItWasReadIsNoFact()
    {
        ProductFacts later = product(1);
        later.asOf = kNoon.addSecs(60);
        for (const bool isPacked : {true, false}) {
            ProductFacts before = product(1);
            if (!isPacked)
                before.overridden.emplace(), later.overridden.emplace();
            const auto block = blockOf(before);
            QVERIFY(block->hasSameFacts(*blockOf(later)));
            block->confirm(*blockOf(later));
            QCOMPARE(block->facts(0).asOf, later.asOf);
            block->confirm(*blockOf(before)); // An earlier reading changes nothing.
            QCOMPARE(block->facts(0).asOf, later.asOf);
        }
        // Of several that were read at several times the first counts.
        ProductFacts other = product(2);
        other.asOf = kNoon.addSecs(30);
        const Catalogue two(Catalogue::packed({product(1), product(2)}));
        two.blocks().front()->confirm(*Catalogue::packed({later, other}).front());
        QCOMPARE(two.facts(0).asOf, kNoon.addSecs(30));
        const Catalogue fresh(Catalogue::packed({later, other}));
        QCOMPARE(fresh.facts(0).asOf, later.asOf);
        QCOMPARE(fresh.facts(1).asOf, other.asOf);
    }

    void blocksAreEven()
    {
        for (const auto& [count, sizes] : {std::pair<int, std::vector<int>>{1, {1}},
                                           {1024, {1024}},
                                           {1025, {512, 513}},
                                           {2049, {683, 683, 683}}}) {
            const Catalogue catalogue = catalogueOf(count);
            QCOMPARE(catalogue.size(), count);
            QCOMPARE(catalogue.blocks().size(), sizes.size());
            int first = 0;
            for (std::size_t block = 0; block < sizes.size(); ++block) {
                QCOMPARE(catalogue.blocks()[block]->size(), sizes[block]);
                QCOMPARE(catalogue.firstRow(block), first);
                QCOMPARE(catalogue.blockOf(first), block);
                first += sizes[block];
                QCOMPARE(catalogue.blockOf(first - 1), block);
            }
        }
    }

    void productsAreFound()
    {
        const Catalogue catalogue = catalogueOf(1025);
        for (const int row : {0, 1, 511, 512, 513, 1023, 1024}) {
            QCOMPARE(catalogue.rowOf(catalogue.productId(row)), row);
            QCOMPARE(catalogue.facts(row), product(row));
        }
        for (const char* none : {"", "O", "P-0511x", "P-1025", "p-0001", "Z"})
            QCOMPARE(catalogue.rowOf(QLatin1String(none)), -1);
        QCOMPARE(Catalogue().rowOf(QStringLiteral("P-0000")), -1);
        QCOMPARE(Catalogue().size(), 0);
    }

    void blocksAreFoundByTheirEnds()
    {
        const Catalogue catalogue = catalogueOf(1025);
        QCOMPARE(catalogue.blockBeginningWith("P-0000"), catalogue.blocks()[0]);
        QCOMPARE(catalogue.blockBeginningWith("P-0512"), catalogue.blocks()[1]);
        for (const char* none : {"P-0001", "P-0511", "P-0513", "A"})
            QVERIFY(!catalogue.blockBeginningWith(none));
        QVERIFY(!Catalogue().blockBeginningWith("P-0000"));
        const auto end = [&](const char* id) { return catalogue.endOfBlockAfter(QLatin1String(id)); };
        QCOMPARE(end(""), QStringLiteral("P-0511"));
        QCOMPARE(end("P-0510"), QStringLiteral("P-0511"));
        QVERIFY(!end("P-0511")); // What follows is the last one.
        QVERIFY(!end("P-0600"));
        QVERIFY(!Catalogue().endOfBlockAfter(QString()));
    }

    void theBestMatchComesFirst()
    {
        std::vector<ProductFacts> products;
        const auto add = [&products](const char* id, const char* name) {
            products.push_back(product(QLatin1String(id)));
            products.back().product.name = QLatin1String(name);
        };
        add("A", "has bolt inside");
        add("B", "Bolt M6");
        add("BOLT", "exact in another case");
        add("BOLT-1", "begins");
        add("C", "Nut");
        add("bolt", "exact");
        const Catalogue catalogue(Catalogue::packed(products));
        QCOMPARE(catalogue.locate(QStringLiteral("bolt"), 9), (std::vector<int>{2, 5, 3, 1, 0}));
        QCOMPARE(catalogue.locate(QStringLiteral("bolt"), 2), (std::vector<int>{2, 5}));
        QCOMPARE(catalogue.locate(QStringLiteral("Nut"), 9), std::vector<int>{4});
        QCOMPARE(catalogueOf(1025).locate(QStringLiteral("00"), 3), (std::vector<int>{0, 1, 2}));
        QCOMPARE(catalogueOf(1025).locate(QStringLiteral("102"), 9),
                 (std::vector<int>{102, 1020, 1021, 1022, 1023, 1024})); // Of all blocks.
        QVERIFY(catalogue.locate(QStringLiteral("bolt m7"), 9).empty());
        QVERIFY(catalogue.locate(QStringLiteral("inside B"), 9).empty()); // Never from one into the next.
    }

    void everyTextOfAProductMatches()
    {
        ProductFacts facts = product(1);
        facts.product.name = QStringLiteral("Bolt");
        facts.product.category = QStringLiteral("Metal");
        facts.suppliers->front().supplierId = QStringLiteral("SUP");
        facts.suppliers->front().name = QStringLiteral("Acme");
        facts.suppliers->push_back(facts.suppliers->front());
        facts.suppliers->back().name = QStringLiteral("Other");
        facts.suppliers->back().priority = 9;
        for (const bool isPacked : {true, false}) {
            if (!isPacked)
                facts.overridden.emplace();
            const Catalogue catalogue(Catalogue::packed({product(0), facts, product(2)}));
            const auto matches = [&](const char* word, std::vector<char> hits = {1, 1, 1}) {
                catalogue.blocks().front()->keepMatches(QLatin1String(word), hits);
                return hits;
            };
            for (const char* word : {"p-0001", "bolt", "metal", "sup", "acme"})
                QCOMPARE(matches(word), (std::vector<char>{0, 1, 0}));
            QCOMPARE(matches("other"), (std::vector<char>{0, 0, 0})); // Nothing is ordered from that one.
            QCOMPARE(matches("product"), (std::vector<char>{1, 0, 1}));
            QCOMPARE(matches("product", {0, 1, 1}), (std::vector<char>{0, 0, 1}));
            QCOMPARE(matches("p-"), (std::vector<char>{1, 1, 1}));
            ProductFacts unsold = product(0);
            unsold.suppliers->clear();
            const Catalogue beside(Catalogue::packed({unsold, facts}));
            std::vector<char> hits{1, 1};
            beside.blocks().front()->keepMatches(QStringLiteral("acme"), hits);
            QCOMPARE(hits, (std::vector<char>{0, 1}));
        }
    }

    void changesKeepEverythingElse()
    {
        const Catalogue before = catalogueOf(1025);
        ProductFacts changed = product(600);
        changed.product.name = QStringLiteral("Changed");
        Catalogue::Change change = before.with({changed});
        QVERIFY(change.sameRows);
        QCOMPARE(change.catalogue->facts(600), changed);
        QCOMPARE(change.catalogue->blocks()[0], before.blocks()[0]); // Shared.
        QVERIFY(change.catalogue->blocks()[1] != before.blocks()[1]);
        QVERIFY(before.hasSameProducts(*change.catalogue));

        change = before.with({product(QStringLiteral("P-0600x"))}, {QStringLiteral("P-0000")});
        QVERIFY(!change.sameRows);
        QCOMPARE(change.catalogue->size(), 1025);
        QCOMPARE(change.catalogue->rowOf(QStringLiteral("P-0000")), -1);
        QCOMPARE(change.catalogue->rowOf(QStringLiteral("P-0600x")), 600);
        QVERIFY(!before.hasSameProducts(*change.catalogue));

        QVERIFY(before.with({}, {QStringLiteral("NONE")}).sameRows);
        QVERIFY(!before.with({product(QStringLiteral("A"))}).sameRows);
        QVERIFY(!before.with({}, {QStringLiteral("P-0001")}).sameRows);
        const auto first = Catalogue().with({product(3), product(1)}, {QStringLiteral("P-0003")});
        QCOMPARE(idsOf(*first.catalogue), (QStringList{QStringLiteral("P-0001"), QStringLiteral("P-0003")}));
        QVERIFY(catalogueOf(1).with({}, {QStringLiteral("P-0000")}).catalogue->isEmpty());
    }

    void theSameProductsHoweverTheyAreCut()
    {
        const Catalogue whole = catalogueOf(4);
        const auto cut = [](const std::vector<std::vector<int>>& parts) {
            std::vector<Catalogue::Block> blocks;
            for (const std::vector<int>& part : parts) {
                std::vector<ProductFacts> products;
                for (const int number : part)
                    products.push_back(product(number));
                blocks.push_back(Catalogue::packed(products).front());
            }
            return Catalogue(blocks);
        };
        QVERIFY(whole.hasSameProducts(cut({{0, 1, 2, 3}})));
        QVERIFY(whole.hasSameProducts(cut({{0, 1}, {2, 3}})));
        QVERIFY(!whole.hasSameProducts(cut({{0, 1, 2, 4}})));
        QVERIFY(!whole.hasSameProducts(cut({{0, 1}, {2, 4}})));
        QVERIFY(!whole.hasSameProducts(cut({{0, 1, 2}})));
        QVERIFY(!whole.hasSameProducts(cut({{0, 1, 2, 3, 4}})));
        QVERIFY(!cut({{0, 1}, {2, 3}}).hasSameProducts(cut({{0, 1}, {2, 4}})));
    }

    void whatAnOutageHidesIsKept()
    {
        ProductFacts unread = product(1);
        unread.suppliers->clear();
        ProductFacts fresh = product(5);
        fresh.suppliers->clear();
        const SourceOutage outage{Source::Supplier, QStringLiteral("supplier_db"), QStringLiteral("refused"),
                                  kNoon};
        const Catalogue now(Catalogue::packed({unread, fresh}));
        QCOMPARE(now.keepingFrom(catalogueOf(3))->size(), 2); // Nothing is out.
        const auto kept = now.withOutages({outage})->keepingFrom(catalogueOf(3));
        // Products that only the source that is out could have named stay, too.
        QCOMPARE(idsOf(*kept),
                 (QStringList{QStringLiteral("P-0000"), QStringLiteral("P-0001"), QStringLiteral("P-0002"),
                              QStringLiteral("P-0005")}));
        QCOMPARE(kept->facts(1).suppliers, product(1).suppliers);
        QVERIFY(!kept->facts(3).suppliers);
        QCOMPARE(outageOf(kept->facts(0), Source::Supplier).isEmpty(), false);
        QCOMPARE(kept->withOutages({})->facts(0), product(0));
        // So it is with what is read again during the outage.
        const auto changed = kept->with({unread, product(9)}).catalogue;
        QCOMPARE(changed->facts(1).suppliers, product(1).suppliers);
        QCOMPARE(changed->outages().size(), std::size_t{1});
        const auto many = catalogueOf(2500).withOutages({outage})->keepingFrom(catalogueOf(1));
        QCOMPARE(many->size(), 2500);
        QVERIFY(many->blocks().size() < 5);
    }

    void memoryCountsWhatIsHeld()
    {
        const auto memoryOf = [](const ProductFacts& facts) { return blockOf(facts)->memory(); };
        ProductFacts bare = product(1);
        bare.warehouses->clear();
        bare.suppliers->clear();
        bare.units->clear();
        const auto grows = [&](const Change& change, std::size_t by) {
            ProductFacts more = bare;
            change(more);
            const std::size_t growth = memoryOf(more) - memoryOf(bare);
            return growth >= by && growth < 2 * by + 200;
        };
        QVERIFY(grows([](ProductFacts& f) { f.warehouses->resize(100); }, 100 * sizeof(PackedLevel)));
        QVERIFY(grows([](ProductFacts& f) { f.suppliers->resize(100); }, 100 * sizeof(PackedOffer)));
        QVERIFY(grows([](ProductFacts& f) { f.units->resize(100); }, 100 * sizeof(PackedUnit)));
        QVERIFY(grows([](ProductFacts& f) { f.product.category = QString(5000, QLatin1Char('x')); }, 9900));
        QVERIFY(grows([](ProductFacts& f) { f.product.name = QString(5000, QLatin1Char('x')); }, 9000));
        QVERIFY(grows([](ProductFacts& f) { f.overridden.emplace(); }, 2048));
        const std::size_t each = 6 * sizeof(std::uint32_t) + sizeof(PackedText) + sizeof(PackedDemand);
        std::vector<ProductFacts> many;
        for (int i = 0; i < 1000; ++i) {
            many.push_back(bare);
            many.back().product = {QStringLiteral("P-%1").arg(i, 4, 10, QLatin1Char('0')), {}, {}};
        }
        const std::size_t thousand = Catalogue(Catalogue::packed(many)).memory();
        QVERIFY2(thousand >= 1000 * (each + 14), qPrintable(QString::number(thousand)));
        QVERIFY2(thousand < 1000 * (each + 14) + 2000, qPrintable(QString::number(thousand)));
        for (int i = 0; i < 1000; ++i)
            many[static_cast<std::size_t>(i)].asOf = kNoon.addSecs(i);
        QVERIFY(Catalogue(Catalogue::packed(many)).memory() >= thousand + 999 * 8);
        for (ProductFacts& facts : many)
            facts.ordersVersion = 1;
        QVERIFY(Catalogue(Catalogue::packed(many)).memory() >= thousand + 1999 * 8);
    }
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::CatalogueTest)
#include "catalogue_test.moc"
