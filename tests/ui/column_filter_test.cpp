#include "ui/planning/filter_columns.h"

#include <QLocale>
#include <QTest>

#include <cmath>
#include <limits>

namespace purchasing::ui {

/// What may be typed into the filter row and what it lets through.
class ColumnFilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void texts_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("passes");
        const auto row = [](const char* typed, const char* text, bool passes) {
            QTest::addRow("%s in %s", typed, text)
                << QString::fromUtf8(typed) << QString::fromUtf8(text) << passes;
        };
        row("bolt", "Hex BOLT M8", true);
        row("bolt", "Nut", false);
        row("Müller", "MÜLLER GmbH", true);
        row(" bolt ", "bolts", true);
        row("=bolt", "Bolt", true);
        row("=bolt", "Bolts", false);
        row("<>bolt", "Bolts", true);
        row("<>bolt", "bolt", false);
        row("=", "", true);
        row("=", "x", false);
        row("<>", "", false);
        row("<>", "x", true);
        row(">5", "a >5 b", true); // A text knows no greater.
        row("a..b", "a..b", true);
    }

    void texts()
    {
        QFETCH(QString, typed);
        QFETCH(QString, text);
        QFETCH(bool, passes);
        const auto filter = ColumnFilter::parse(filterColumn(ProductColumn::Name), typed, {});
        QVERIFY(filter.isOk());
        QCOMPARE(filter->passes(text), passes);
    }

    void numbers_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QList<double>>("passing");
        QTest::addColumn<QList<double>>("failing");
        constexpr double none = std::numeric_limits<double>::quiet_NaN();
        const auto row = [](const char* typed, const QList<double>& passing, const QList<double>& failing) {
            QTest::addRow("%s", typed) << QString::fromUtf8(typed) << passing << failing;
        };
        row(">10", {10.0001, 11}, {10, 9, none});
        row(">=10", {10, 11}, {9.9999, none});
        row("< 10", {9.9999, -5}, {10, none});
        row("<=5", {5, -1}, {5.0001});
        row("10..20", {10, 15.5, 20}, {9.9999, 20.0001, none});
        row("-5..-1", {-5, -1}, {0, -6});
        row("=0", {0}, {0.0001, -0.0001, none});
        row("0.29", {0.29}, {0.2901, 0.2899});
        row("<>0", {1, -1, none}, {0});
        row("empty", {none}, {0, 1});
        row("=", {none}, {0});
        row("<>", {0}, {none});
    }

    void numbers()
    {
        QFETCH(QString, typed);
        QFETCH(QList<double>, passing);
        QFETCH(QList<double>, failing);
        const auto filter = ColumnFilter::parse(filterColumn(ProductColumn::Shortage), typed, {});
        QVERIFY(filter.isOk());
        for (const double number : passing)
            QVERIFY2(filter->passes(std::round(number * 10000)), qPrintable(QString::number(number)));
        for (const double number : failing)
            QVERIFY2(!filter->passes(std::round(number * 10000)), qPrintable(QString::number(number)));
    }

    void amountsAreInTheirMinorUnit()
    {
        const auto filter =
            ColumnFilter::parse(filterColumn(ProductColumn::Total), QStringLiteral(">10000.00"), {});
        QVERIFY(filter.isOk());
        QVERIFY(filter->passes(1000001.0));
        QVERIFY(!filter->passes(1000000.0));
    }

    void coverIsComparedAsItIsShown()
    {
        const auto filter =
            ColumnFilter::parse(filterColumn(ProductColumn::Cover), QStringLiteral("=3.2"), {});
        QVERIFY(filter.isOk());
        QVERIFY(filter->passes(3.1777));
        QVERIFY(!filter->passes(3.3));
    }

    void germanNumbers()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        const auto passes = [](const char* typed, double key) {
            const auto filter =
                ColumnFilter::parse(filterColumn(ProductColumn::Total), QLatin1String(typed), {});
            return filter && filter->passes(key);
        };
        QVERIFY(passes("=1.234,50", 123450));
        QVERIFY(passes("=1234,5", 123450));
        QVERIFY(passes("=1234.5", 123450)); // A point cannot be meant otherwise here.
        QVERIFY(passes("=1.234", 123400));
    }

    void days_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("first"); // Days from today that pass.
        QTest::addColumn<int>("last");
        QTest::newRow("today") << QStringLiteral("today") << 0 << 0;
        QTest::newRow("before") << QStringLiteral("<today+7") << -99 << 6;
        QTest::newRow("until") << QStringLiteral("<= today + 7") << -99 << 7;
        QTest::newRow("ago") << QStringLiteral("<Today-1") << -99 << -2;
        QTest::newRow("range") << QStringLiteral("today..today+2") << 0 << 2;
        QTest::newRow("iso") << QStringLiteral("=2026-02-02") << 2 << 2;
        QTest::newRow("iso range") << QStringLiteral("2026-01-30..2026-02-02") << -1 << 2;
    }

    void days()
    {
        QFETCH(QString, typed);
        QFETCH(int, first);
        QFETCH(int, last);
        const QDate today(2026, 1, 31);
        const auto filter = ColumnFilter::parse(filterColumn(ProductColumn::OrderBy), typed, today);
        QVERIFY(filter.isOk());
        for (int day = -99; day <= 99; ++day)
            QCOMPARE(filter->passes(static_cast<double>(today.addDays(day).toJulianDay())),
                     day >= first && day <= last);
    }

    void mistakesSayWhatCanBeTyped_data()
    {
        QTest::addColumn<ProductColumn>("column");
        QTest::addColumn<QString>("typed");
        for (const char* typed :
             {">", "<", "abc", "1..2..3", "5..1", ">1..2", "..", "1..", "nan", "inf", "> 1 2"})
            QTest::addRow("number %s", typed) << ProductColumn::Total << QString::fromUtf8(typed);
        for (const char* typed : {"today*2", "<31.31.2026", "tomorrow", "today7", "2026-13-01", ">="})
            QTest::addRow("day %s", typed) << ProductColumn::OrderBy << QString::fromUtf8(typed);
        QTest::newRow("no filter") << ProductColumn::Decided << QStringLiteral("1");
    }

    void mistakesSayWhatCanBeTyped()
    {
        QFETCH(ProductColumn, column);
        QFETCH(QString, typed);
        const auto filter = ColumnFilter::parse(filterColumn(column), typed, QDate(2026, 1, 31));
        QVERIFY(!filter.isOk());
        QVERIFY(!filter.error().message.isEmpty());
    }
};

} // namespace purchasing::ui

QTEST_GUILESS_MAIN(purchasing::ui::ColumnFilterTest)
#include "column_filter_test.moc"
