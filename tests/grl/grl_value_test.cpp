#include "core/grl/functions/value_operators.h"
#include "core/grl/values/json.h"

#include <QTest>

#include <limits>
#include <random>

#include "tests/grl/support/rule_packs.h"

using namespace purchasing::grl;
using namespace purchasing::tests;

namespace {

Decimal dec(const char* text)
{
    return Decimal::parse(text).value();
}

QString shown(const std::optional<Decimal>& value)
{
    return value ? q(value->toString()) : QStringLiteral("nothing");
}

const char* const kLargest = "170141183460469231731687303715884105727"; // 2^127 - 1

} // namespace

/// Decimals, values and their JSON form.
class GrlValueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decimalsAreReadAndWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written");
        const auto row = [](const char* text, const char* written) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(written);
        };
        row("0", "0");
        row("-0.0", "0");
        row("00012.500", "12.5");
        row("+.25", "0.25");
        row("-.5", "-0.5");
        row("1.", "1");
        row("1E6", "1000000");
        row("6.67e-11", "0.0000000000667");
        row("-1234567890.0987654321", "-1234567890.0987654321");
        row(kLargest, kLargest);
        row("170141183460469231731687303715884105728", "nothing");
        row("1e38", "100000000000000000000000000000000000000");
        row("1e39", "nothing");
        row("1e-38", "0.00000000000000000000000000000000000001");
        row("1e-39", "nothing");
        row("1e999999999999999999999", "nothing");
        row("0e999999999999999999999", "0");
        row("", "nothing");
        row(".", "nothing");
        row("1.2.3", "nothing");
        row("1e", "nothing");
        row("12x", "nothing");
        row(" 1", "nothing");
    }

    void decimalsAreReadAndWritten()
    {
        QFETCH(QString, text);
        QFETCH(QString, written);
        QCOMPARE(shown(Decimal::parse(text.toStdString())), written);
    }

    void arithmeticIsExactOrReported()
    {
        QCOMPARE(shown(dec("0.1").plus(dec("0.2"))), QStringLiteral("0.3"));
        QCOMPARE(shown(dec("88.5").times(dec("15.99"))), QStringLiteral("1415.115"));
        QCOMPARE(shown(dec("18.8").times(dec("3"))->minus(dec("50"))), QStringLiteral("6.4"));
        QCOMPARE(shown(dec(kLargest).plus(dec("1"))), QStringLiteral("nothing"));
        QCOMPARE(shown(dec(kLargest).negated().minus(dec("1"))), QStringLiteral("nothing"));
        QCOMPARE(shown(dec(kLargest).times(dec("2"))), QStringLiteral("nothing"));
        QCOMPARE(shown(dec(kLargest).times(dec("1.0"))), q(kLargest));
        // Trailing zeros make room: 1e30 with 8 decimals times 1e-30 with as many.
        const Decimal padded = Decimal::fromParts(powerOfTen(38), 8);
        QCOMPARE(shown(padded.times(dec("0.000000000000000000000000000001"))), QStringLiteral("1"));
        QCOMPARE(shown(padded.plus(dec("0.000000001"))), QStringLiteral("nothing"));
        QCOMPARE(shown(dec("7.5").remainder(dec("-2"))), QStringLiteral("1.5"));
        QCOMPARE(shown(dec("-7.5").remainder(dec("2"))), QStringLiteral("-1.5"));
        QCOMPARE(shown(dec("1").remainder(dec("0"))), QStringLiteral("nothing"));
    }

    void divisionKeepsTwelveDecimals_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::addColumn<QString>("result");
        const auto row = [](const char* left, const char* right, const char* result) {
            QTest::newRow(
                qPrintable(QStringLiteral("%1 / %2").arg(QLatin1String(left), QLatin1String(right))))
                << QString::fromLatin1(left) << QString::fromLatin1(right) << QString::fromLatin1(result);
        };
        row("1", "3", "0.333333333333");
        row("2", "3", "0.666666666667");
        row("-2", "3", "-0.666666666667");
        row("88.5", "20", "4.425");
        row("1", "0", "nothing");
        row("0.0000000000005", "1", "0.000000000001");
        row("-0.0000000000005", "1", "-0.000000000001");
        row("0.00000000000049", "1", "0");
        row("0.00000000000000000000000000000000000001", "1", "0");
        row("1", "0.00000000000000000000000001", "100000000000000000000000000");
        row("1", "0.000000000000000000000000001", "nothing"); // with its twelve decimals beyond 128 bits
        row(kLargest, kLargest, "1");
        row("17014118346046923173168730371588410572", kLargest, "0.1");
    }

    void divisionKeepsTwelveDecimals()
    {
        QFETCH(QString, left);
        QFETCH(QString, right);
        QFETCH(QString, result);
        QCOMPARE(shown(dec(qPrintable(left)).dividedBy(dec(qPrintable(right)))), result);
    }

    void roundingGoesAwayFromZero()
    {
        QCOMPARE(q(dec("1415.115").rounded(2).toString()), QStringLiteral("1415.12"));
        QCOMPARE(q(dec("-1415.115").rounded(2).toString()), QStringLiteral("-1415.12"));
        QCOMPARE(q(dec("1415.1149999").rounded(2).toString()), QStringLiteral("1415.11"));
        QCOMPARE(q(dec("1599").rounded(2).toFixedString()), QStringLiteral("1599"));
        QCOMPARE(q(Decimal::fromParts(159900, 2).toFixedString()), QStringLiteral("1599.00"));
        QCOMPARE(q(dec("1250").rounded(-2).toString()), QStringLiteral("1300"));
        QCOMPARE(q(dec("2.5").roundedToEven(0).toString()), QStringLiteral("2"));
        QCOMPARE(q(dec("3.5").roundedToEven(0).toString()), QStringLiteral("4"));
        QCOMPARE(q(dec("-0.1").ceil().toString()), QStringLiteral("0"));
        QCOMPARE(q(dec("-0.1").floor().toString()), QStringLiteral("-1"));
        QCOMPARE(dec("1000000000000000000").storedAt(0).value(), std::int64_t{1'000'000'000'000'000'000});
        QVERIFY(!dec("1000000000000000000.5").storedAt(0));
        QCOMPARE(dec("-10000000000000000").storedAt(2).value(), std::int64_t{-1'000'000'000'000'000'000});
        QVERIFY(!dec("10000000000000000.01").storedAt(2));
    }

    void comparisonNeverOverflows()
    {
        QVERIFY(dec(kLargest) > dec("0.00000000000000000000000000000000000001"));
        QVERIFY(dec(kLargest).negated() < dec("-0.00000000000000000000000000000000000001"));
        QVERIFY(dec("1.50") == dec("1.5"));
        QVERIFY(dec("-0.2") < dec("-0.19999999999999999999"));
    }

    void sumsAgreeWithIntegers()
    {
        std::mt19937_64 random(5);
        for (int round = 0; round < 20'000; ++round) {
            const auto a = static_cast<std::int64_t>(random() % 2'000'000'000) - 1'000'000'000;
            const auto b = static_cast<std::int64_t>(random() % 2'000'000'000) - 1'000'000'000;
            const auto left = Decimal::fromParts(a, 2);
            const auto right = Decimal::fromParts(b, 4);
            QVERIFY(left.plus(right) == Decimal::fromParts(static_cast<Int128>(a) * 100 + b, 4));
            QVERIFY(left.times(right) == Decimal::fromParts(static_cast<Int128>(a) * b, 6));
            QCOMPARE((left < right), a * 100 < b);
            QVERIFY(Decimal::parse(left.toString()) == left);
        }
    }

    void doublesBecomeTheirShortestText()
    {
        QCOMPARE(shown(Decimal::fromDouble(0.07)), QStringLiteral("0.07"));
        QCOMPARE(shown(Decimal::fromDouble(10000.01)), QStringLiteral("10000.01"));
        QCOMPARE(shown(Decimal::fromDouble(1e-300)), QStringLiteral("0"));
        QCOMPARE(shown(Decimal::fromDouble(1e300)), QStringLiteral("nothing"));
        QCOMPARE(shown(Decimal::fromDouble(std::numeric_limits<double>::quiet_NaN())),
                 QStringLiteral("nothing"));
        QCOMPARE(dec("15.99").toDouble(), 15.99);
    }

    void numbersCompareByValueAcrossKinds()
    {
        QVERIFY(Value(5) == Value(5.0));
        QVERIFY(Value(5) == Value(dec("5.00")));
        QVERIFY(!(Value(std::int64_t{9007199254740993}) == Value(9007199254740992.0)));
        QVERIFY(compareNumbers(Value(INT64_MAX), Value(9223372036854775807.0)) < 0);
        QVERIFY(compareNumbers(Value(-0.5), Value(0)) < 0);
        const Value nan(std::numeric_limits<double>::quiet_NaN());
        std::string error;
        QVERIFY(!(nan == nan));
        for (const Operator op :
             {Operator::Less, Operator::LessEqual, Operator::Greater, Operator::GreaterEqual})
            QCOMPARE(applyOperator(op, nan, Value(1), error)->asBool(), false);
        QCOMPARE(applyOperator(Operator::NotEqual, nan, nan, error)->asBool(), true);
    }

    void integerLimitsAreReported_data()
    {
        QTest::addColumn<int>("op");
        QTest::addColumn<qint64>("left");
        QTest::addColumn<qint64>("right");
        QTest::newRow("max + 1") << static_cast<int>(Operator::Add) << qint64{INT64_MAX} << qint64{1};
        QTest::newRow("min - 1") << static_cast<int>(Operator::Subtract) << qint64{INT64_MIN} << qint64{1};
        QTest::newRow("max * 2") << static_cast<int>(Operator::Multiply) << qint64{INT64_MAX} << qint64{2};
        QTest::newRow("min / -1") << static_cast<int>(Operator::Divide) << qint64{INT64_MIN} << qint64{-1};
        QTest::newRow("1 / 0") << static_cast<int>(Operator::Divide) << qint64{1} << qint64{0};
        QTest::newRow("1 % 0") << static_cast<int>(Operator::Modulo) << qint64{1} << qint64{0};
    }

    void integerLimitsAreReported()
    {
        QFETCH(int, op);
        QFETCH(qint64, left);
        QFETCH(qint64, right);
        std::string error;
        QVERIFY(!applyOperator(static_cast<Operator>(op), Value(std::int64_t{left}),
                               Value(std::int64_t{right}), error));
        QVERIFY(!error.empty());
    }

    void sharedValuesAreCopiedBeforeTheyChange()
    {
        Value first(Value::Array{Value(1)});
        Value second = first;
        second.editArray().emplace_back(2);
        QCOMPARE(q(first.toText()), QStringLiteral("[1]"));
        QCOMPARE(q(second.toText()), QStringLiteral("[1, 2]"));
    }

    void jsonKeepsIntegersAndRefusesWhatIsLost_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written"); // or "error: part of the message"
        const auto row = [](const char* text, const char* written) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(written);
        };
        row("9223372036854775807", "9223372036854775807");
        row("-9223372036854775808", "-9223372036854775808");
        row("9223372036854775808", "error: larger than 64 bits");
        row("-9223372036854775809", "error: larger than 64 bits");
        row("123456789012345678901234567890", "error: larger than 64 bits");
        row("1e999", "error: ");
        row("NaN", "error: ");
        row("1.0", "1.0");
        row("0.1", "0.1");
        row("[1, [2, {\"b\": null, \"a\": true}]]", "[1,[2,{\"a\":true,\"b\":null}]]");
        row("\"\\u00e9\\n\"", "\"é\\n\"");
        row("{\"a\": 1, \"a\": 2}", "error: occurs twice");
        row("{\"a.b\": 1, \"a\": {\"c\": 2}}", "{\"a\":{\"b\":1,\"c\":2}}");
        row("{\"a.b\": 1, \"a.b\": 2}", "error: occurs twice");
        row("{\"a\": 1, \"a.b\": 2}", "error: occurs twice");
        row("{\"a..b\": 1}", "error: empty part");
        row("{\"a\": {\"b.c\": 1}}", "{\"a\":{\"b.c\":1}}");
        row("{\"a\": 1", "error: ");
        row("", "error: ");
        row("1 2", "error: ");
    }

    void jsonKeepsIntegersAndRefusesWhatIsLost()
    {
        QFETCH(QString, text);
        QFETCH(QString, written);
        const JsonResult result = fromJson(text.toStdString());
        if (written.startsWith(QLatin1String("error: "))) {
            QVERIFY2(!result.value, result.value ? toJson(*result.value).c_str() : "");
            QVERIFY2(q(result.error).contains(written.mid(7)) && !result.error.empty(), result.error.c_str());
            return;
        }
        QVERIFY2(result.value, result.error.c_str());
        QCOMPARE(q(toJson(*result.value)), written);
    }

    void jsonNestingIsLimited()
    {
        const auto nested = [](int depth) {
            return std::string(static_cast<std::size_t>(depth), '[')
                + std::string(static_cast<std::size_t>(depth), ']');
        };
        QVERIFY(fromJson(nested(kMaxJsonDepth)).value);
        QVERIFY(!fromJson(nested(kMaxJsonDepth + 1)).value);
        QVERIFY(!fromJson(std::string(1'000'000, '[')).value);
    }

    void jsonNumbersCanBeReadExactly()
    {
        const JsonResult result = fromJson("12345678901234.5678", JsonNumbers::Decimal);
        QVERIFY(result.value);
        QCOMPARE(q(toJson(*result.value)), QStringLiteral("12345678901234.5678"));
    }

    void invalidTextIsReplacedInJson() { QCOMPARE(q(toJsonText("a\xFF")), QStringLiteral("\"a\uFFFD\"")); }
};

QTEST_APPLESS_MAIN(GrlValueTest)
#include "grl_value_test.moc"
