#include "core/sql/generator/catalogue_csv.h"
#include "core/sql/generator/catalogue_generator.h"

#include <QCryptographicHash>
#include <QDir>
#include <QMap>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

namespace purchasing::sql {
namespace {

using CsvRows = QList<QStringList>;

/// Reads RFC 4180 strictly: anything a strict reader would refuse fails the test.
CsvRows readCsv(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    CsvRows rows;
    QStringList row;
    QString field;
    bool isQuoted = false;
    const QString text = QString::fromUtf8(file.readAll());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar character = text[i];
        if (isQuoted && character == QLatin1Char('"') && i + 1 < text.size()
            && text[i + 1] == QLatin1Char('"')) {
            field += character;
            ++i;
        } else if (character == QLatin1Char('"')) {
            isQuoted = !isQuoted;
        } else if (!isQuoted && character == QLatin1Char(',')) {
            row += std::exchange(field, QString());
        } else if (!isQuoted && character == QLatin1Char('\r')) {
            row += std::exchange(field, QString());
            rows += std::exchange(row, QStringList());
            if (i + 1 >= text.size() || text[++i] != QLatin1Char('\n'))
                qFatal("a line does not end with CR LF");
        } else {
            field += character;
        }
    }
    if (isQuoted || !row.isEmpty())
        qFatal("the last line is not complete");
    return rows;
}

QByteArray hashOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256);
}

} // namespace

/// Generated catalogues: the same for the same seed, of the form import reads, like real ones.
class CatalogueGeneratorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameSeedGivesTheSameBytes();
    void theFirstProductIsTheSameForEver();
    void largerCataloguesBeginWithSmallerOnes();
    void filesHaveTheColumnsOfTheContract();
    void valuesAreWithinTheirColumns();
    void isLikeARealCatalogue();
    void dailyDemandEndsYesterday();
    void refusesWhatCannotBeWritten();
    void neverReplacesUnasked();

private:
    static void write(const QString& folder, std::int64_t products, std::uint64_t seed, bool daily = false)
    {
        CatalogueCsvOptions options;
        options.products = products;
        options.seed = seed;
        options.dailyDemand = daily;
        options.today = QDate(2026, 3, 2);
        const auto written = writeCatalogueCsv(folder, options);
        QVERIFY2(written.isOk(), written ? "" : qPrintable(written.error().message));
    }
};

void CatalogueGeneratorTest::sameSeedGivesTheSameBytes()
{
    const QTemporaryDir one;
    const QTemporaryDir two;
    const QTemporaryDir other;
    write(one.path(), 500, 7, true);
    write(two.path(), 500, 7, true);
    write(other.path(), 500, 8, true);
    const QStringList names = QDir(one.path()).entryList(QDir::Files);
    QCOMPARE(names.size(), 6);
    for (const QString& name : names) {
        QCOMPARE(hashOf(two.filePath(name)), hashOf(one.filePath(name)));
        QVERIFY(hashOf(other.filePath(name)) != hashOf(one.filePath(name)));
    }
}

void CatalogueGeneratorTest::theFirstProductIsTheSameForEver()
{
    // Written down, so that a change of the generator, which would change every known answer, is noticed.
    const GeneratedProduct product = CatalogueGenerator(1).product(0);
    QCOMPARE(product.name.productId, QStringLiteral("GEN-0000001"));
    const QString summary =
        QStringLiteral("%1 | %2 %3 | %4 %5 %6")
            .arg(product.name.name, product.demand->avgDailyDemand->toString(), product.demand->trend,
                 product.offers.front().supplierId, product.offers.front().unitPrice->toString(),
                 product.levels.front().currentQty->toString());
    QCOMPARE(summary, QStringLiteral("Pneumatic fitting 134, zinc plated | 0.95 stable | SUP-0127 2.10 6"));
}

void CatalogueGeneratorTest::largerCataloguesBeginWithSmallerOnes()
{
    const QTemporaryDir small;
    const QTemporaryDir large;
    write(small.path(), 50, 3);
    write(large.path(), 80, 3);
    const CsvRows few = readCsv(small.filePath(QStringLiteral("supplier_info.csv")));
    const CsvRows many = readCsv(large.filePath(QStringLiteral("supplier_info.csv")));
    QVERIFY(many.size() > few.size());
    QCOMPARE(many.mid(0, few.size()), few);
}

void CatalogueGeneratorTest::filesHaveTheColumnsOfTheContract()
{
    const QTemporaryDir folder;
    write(folder.path(), 5, 1, true);
    const auto header = [&](const char* name) {
        return readCsv(folder.filePath(QLatin1String(name))).front().join(QLatin1Char(','));
    };
    QCOMPARE(header("products.csv"), QStringLiteral("product_id,name,category"));
    QCOMPARE(header("oms_history.csv"), QStringLiteral("product_id,avg_daily_demand,trend"));
    QCOMPARE(header("inventory_levels.csv"),
             QStringLiteral("product_id,warehouse_id,current_qty,reserved_qty,on_order_qty"));
    QCOMPARE(header("supplier_info.csv"),
             QStringLiteral("supplier_id,product_id,moq,lead_time_days,unit_price,is_active,supplier_name,"
                            "order_multiple,priority,email"));
    QCOMPARE(header("uom_conversion.csv"), QStringLiteral("product_id,from_uom,to_uom,conversion_factor"));
    QCOMPARE(header("demand_daily.csv"), QStringLiteral("product_id,day,qty"));
}

void CatalogueGeneratorTest::valuesAreWithinTheirColumns()
{
    const QTemporaryDir folder;
    write(folder.path(), 3000, 11);
    QSet<QString> keys;
    for (const QStringList& row : readCsv(folder.filePath(QStringLiteral("supplier_info.csv"))).mid(1)) {
        QCOMPARE(row.size(), 10);
        QVERIFY(!keys.contains(row[0] + row[1])); // One offer of a supplier for a product.
        keys.insert(row[0] + row[1]);
        QVERIFY(row[2].toInt() >= 1 && row[3].toInt() >= 0 && row[7].toInt() >= 1);
        QCOMPARE(row[2].toInt() % row[7].toInt(), 0);
        QVERIFY(row[4].isEmpty() || Money::parse(row[4])->minor > 0);
        QVERIFY(row[9].endsWith(QStringLiteral(".example")));
    }
    for (const QStringList& row : readCsv(folder.filePath(QStringLiteral("oms_history.csv"))).mid(1)) {
        const auto daily = Quantity::parse(row[1]);
        QVERIFY(daily && daily->tenThousandths > 0 && daily->tenThousandths % 100 == 0); // Two decimals.
    }
    for (const QStringList& row : readCsv(folder.filePath(QStringLiteral("inventory_levels.csv"))).mid(1))
        QVERIFY(Quantity::parse(row[2])->isWhole() && Quantity::parse(row[3])->isWhole()
                && row[3].toInt() >= 0);
    QCOMPARE(readCsv(folder.filePath(QStringLiteral("products.csv"))).size(), 3001);
}

void CatalogueGeneratorTest::isLikeARealCatalogue()
{
    constexpr int kProducts = 10000;
    const CatalogueGenerator generator(5);
    QMap<QString, int> counts;
    for (int index = 0; index < kProducts; ++index) {
        const GeneratedProduct product = generator.product(index);
        if (product.offers.empty() || product.levels.empty() || !product.demand
            || !product.offers.front().unitPrice || !product.offers.front().isActive.value_or(false)) {
            ++counts[QStringLiteral("blocked")];
            continue;
        }
        const SupplierOffer& offer = product.offers.front();
        std::int64_t shortage = product.demand->avgDailyDemand->tenThousandths * *offer.leadTimeDays;
        for (const WarehouseLevel& level : product.levels)
            shortage -= (*level.currentQty - level.reservedQty).tenThousandths;
        if (shortage <= 0) {
            ++counts[QStringLiteral("enough")];
        } else {
            const std::int64_t total = std::max(shortage, offer.moq->tenThousandths) / 100
                * (offer.unitPrice->tenThousandths / 100) / 100;
            ++counts[total > 1000000 ? QStringLiteral("approval") : QStringLiteral("order")];
        }
    }
    const auto between = [&](const char* what, double low, double high) {
        const double share = counts[QLatin1String(what)] / static_cast<double>(kProducts);
        return share >= low && share <= high;
    };
    QVERIFY2(between("blocked", 0.01, 0.05), qPrintable(QString::number(counts[QStringLiteral("blocked")])));
    QVERIFY2(between("enough", 0.3, 0.7), qPrintable(QString::number(counts[QStringLiteral("enough")])));
    QVERIFY2(between("order", 0.2, 0.65), qPrintable(QString::number(counts[QStringLiteral("order")])));
    QVERIFY2(between("approval", 0.002, 0.15),
             qPrintable(QString::number(counts[QStringLiteral("approval")])));
}

void CatalogueGeneratorTest::dailyDemandEndsYesterday()
{
    const QTemporaryDir folder;
    write(folder.path(), 3, 1, true);
    const CsvRows days = readCsv(folder.filePath(QStringLiteral("demand_daily.csv")));
    QCOMPARE(days.last()[1], QStringLiteral("2026-03-01"));
    QCOMPARE((days.size() - 1) % 365, 0);
}

void CatalogueGeneratorTest::refusesWhatCannotBeWritten()
{
    CatalogueCsvOptions options;
    options.products = -1;
    const QTemporaryDir folder;
    QCOMPARE(writeCatalogueCsv(folder.path(), options).error().kind, ErrorKind::Invalid);
    options.products = 1;
    QFile file(folder.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(writeCatalogueCsv(file.fileName() + QStringLiteral("/below"), options).error().kind,
             ErrorKind::Unavailable);
    // A folder where a file should be.
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("products.csv")));
    const auto written = writeCatalogueCsv(folder.path(), options);
    QVERIFY(!written);
    QVERIFY(written.error().message.contains(QStringLiteral("no ordinary file")));
}

void CatalogueGeneratorTest::neverReplacesUnasked()
{
    const QTemporaryDir folder;
    QFile theirs(folder.filePath(QStringLiteral("uom_conversion.csv")));
    QVERIFY(theirs.open(QIODevice::WriteOnly) && theirs.write("theirs") == 6);
    theirs.close();
    CatalogueCsvOptions options;
    options.products = 2;
    const auto refused = writeCatalogueCsv(folder.path(), options);
    QCOMPARE(refused.error().kind, ErrorKind::Refused);
    QVERIFY(refused.error().message.contains(QStringLiteral("--force")));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1); // Nothing half written.
    QCOMPARE(QFileInfo(theirs.fileName()).size(), 6);
    options.replace = true;
    QVERIFY(writeCatalogueCsv(folder.path(), options).isOk());
    QVERIFY(QFileInfo(theirs.fileName()).size() > 6);

    // A link leads out of the folder, also one that leads nowhere.
    const QTemporaryDir elsewhere;
    const QString target = elsewhere.filePath(QStringLiteral("target.csv"));
    QVERIFY(QFile::remove(theirs.fileName()) && QFile::link(target, theirs.fileName()));
    QVERIFY(writeCatalogueCsv(folder.path(), options).error().message.contains(QStringLiteral("link")));
    // Nor the folder itself, be it empty.
    const QString leading = folder.filePath(QStringLiteral("leading"));
    QVERIFY(QFile::link(elsewhere.path(), leading));
    for (const QString& name : {leading, leading + QLatin1Char('/')})
        QVERIFY(writeCatalogueCsv(name, options).error().message.contains(QStringLiteral("link")));
    QVERIFY(QDir(elsewhere.path()).isEmpty());
    QVERIFY(!QFileInfo::exists(target));
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::CatalogueGeneratorTest)
#include "catalogue_generator_test.moc"
