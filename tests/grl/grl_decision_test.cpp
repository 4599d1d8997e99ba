#include "core/domain/fact_schema.h"

#include <QTest>

#include <algorithm>

#include "tests/grl/support/rule_packs.h"

using namespace purchasing;
using namespace purchasing::grl;
using namespace purchasing::tests;

namespace {

struct Input
{
    const char* required;
    const char* available;
    const char* moq;
    const char* price;
    bool active = true;
    const char* multiple = "1";
    const char* onOrder = "0";
};

Value number(const char* text)
{
    return Value(Decimal::parse(text).value());
}

FactRow rowOf(const Input& input)
{
    FactRow row(purchasingSchema());
    row.set(indexOf(Fact::RequiredQty), number(input.required));
    row.set(indexOf(Fact::AvailableQty), number(input.available));
    row.set(indexOf(Fact::Moq), number(input.moq));
    row.set(indexOf(Fact::UnitPrice), number(input.price));
    row.set(indexOf(Fact::OrderMultiple), number(input.multiple));
    row.set(indexOf(Fact::OnOrderQty), number(input.onOrder));
    row.set(indexOf(Fact::IsActive), Value(input.active));
    row.set(indexOf(Fact::SupplierId), Value("SUP-001"));
    return row;
}

// The results named in the row, all others must have their defaults.
struct Expected
{
    std::vector<std::pair<Fact, const char*>> facts;
};

QString shown(const FactRow& row)
{
    QString text;
    for (std::size_t fact = indexOf(Fact::Shortage); fact < row.size(); ++fact) {
        const Value& value = row.at(fact);
        const bool decimal = value.kind() == Value::Kind::Decimal;
        text += q(row.schema()->at(fact).name) + QLatin1Char('=')
            + q(decimal ? value.asDecimal().toString() : value.toText()) + QLatin1Char(' ');
    }
    return text;
}

QString shown(const Expected& expected)
{
    FactRow row(purchasingSchema());
    for (const auto& [fact, text] : expected.facts) {
        const FactType type = purchasingSchema().at(indexOf(fact)).type;
        if (type == FactType::Bool)
            row.set(indexOf(fact), Value(std::string_view(text) == "true"));
        else if (type == FactType::Text)
            row.set(indexOf(fact), Value(text));
        else
            row.set(indexOf(fact), number(text));
    }
    return shown(row);
}

} // namespace

Q_DECLARE_METATYPE(Input)
Q_DECLARE_METATYPE(Expected)

/// The decision tables: what must come out, row by row.
class GrlDecisionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void packsLoadWithoutAnyDiagnostic_data()
    {
        QTest::addColumn<QString>("file");
        for (const char* file : {"purchasing_rules.grl", "order_multiples.grl", "open_orders.grl",
                                 "overrides.grl", "safety_stock.grl", "full_cases.grl"})
            QTest::newRow(file) << QString::fromLatin1(file);
    }

    void packsLoadWithoutAnyDiagnostic()
    {
        QFETCH(QString, file);
        const Pack pack = rulePack(file.toStdString());
        QVERIFY(!pack.text.empty());
        const Compilation compilation = compile(std::span(&pack, 1), {&purchasingSchema()});
        QCOMPARE(q(describe(compilation.diagnostics)), QString());
        QVERIFY(compilation.program);
        for (const RuleInfo& rule : compilation.program->rules())
            QVERIFY2(rule.noLoop, rule.name.c_str());
    }

    void theBasePackHasFifteenRulesWithTheirSaliences()
    {
        const auto program = compileTyped(basePacks());
        QVERIFY(program);
        QStringList rules;
        for (const RuleInfo& rule : program->rules())
            rules << QStringLiteral("%1 %2").arg(rule.salience).arg(q(rule.name));
        const QStringList expected{QStringLiteral("120 CalculateShortage"),
                                   QStringLiteral("115 ValidateSupplierActive"),
                                   QStringLiteral("110 OrderMOQWhenShortageIsLess"),
                                   QStringLiteral("110 OrderShortageWhenAboveMOQ"),
                                   QStringLiteral("105 CalculateOrderTotal"),
                                   QStringLiteral("100 SetReorderFlag"),
                                   QStringLiteral("100 NoReorderNeeded"),
                                   QStringLiteral("95 FlagHighValueOrders"),
                                   QStringLiteral("90 AutoApproveOrders"),
                                   QStringLiteral("85 ApplyBulkDiscount"),
                                   QStringLiteral("85 NoDiscount"),
                                   QStringLiteral("80 CalculateTax"),
                                   QStringLiteral("75 CreatePurchaseOrderIfApproved"),
                                   QStringLiteral("75 CreatePurchaseOrderPendingApproval"),
                                   QStringLiteral("70 SendPOToSupplier")};
        QCOMPARE(rules, expected);
    }

    void decides_data()
    {
        QTest::addColumn<bool>("defaultSet");
        QTest::addColumn<Input>("input");
        QTest::addColumn<Expected>("expected");
        QTest::addColumn<QString>("fired");
        using enum Fact;
        const auto autoOrder = [](const char* shortage, const char* order, const char* total, const char* tax,
                                  const char* grand) {
            return Expected{{{Shortage, shortage},
                             {OrderQty, order},
                             {TotalAmount, total},
                             {FinalAmount, total},
                             {TaxAmount, tax},
                             {GrandTotal, grand},
                             {NeedReorder, "true"},
                             {ShouldCreatePo, "true"},
                             {ShouldSendPo, "true"},
                             {ApprovalStatus, "auto_approved"},
                             {PoStatus, "approved"},
                             {SendMethod, "email"}}};
        };
        const auto pendingOrder = [](const char* shortage, const char* order, const char* total,
                                     const char* discount, const char* final, const char* tax,
                                     const char* grand) {
            return Expected{{{Shortage, shortage},
                             {OrderQty, order},
                             {TotalAmount, total},
                             {DiscountAmount, discount},
                             {FinalAmount, final},
                             {TaxAmount, tax},
                             {GrandTotal, grand},
                             {NeedReorder, "true"},
                             {RequiresApproval, "true"},
                             {ShouldCreatePo, "true"},
                             {ApprovalStatus, "pending"},
                             {PoStatus, "pending_approval"}}};
        };
        const QString above =
            QStringLiteral("CalculateShortage OrderShortageWhenAboveMOQ CalculateOrderTotal "
                           "SetReorderFlag AutoApproveOrders NoDiscount CalculateTax "
                           "CreatePurchaseOrderIfApproved SendPOToSupplier");
        const QString below = QString(above).replace(QStringLiteral("OrderShortageWhenAboveMOQ"),
                                                     QStringLiteral("OrderMOQWhenShortageIsLess"));
        const QString pending =
            QStringLiteral("CalculateShortage OrderShortageWhenAboveMOQ CalculateOrderTotal "
                           "SetReorderFlag FlagHighValueOrders NoDiscount CalculateTax "
                           "CreatePurchaseOrderPendingApproval");
        const QString bulk =
            QString(pending).replace(QStringLiteral("NoDiscount"), QStringLiteral("ApplyBulkDiscount"));

        QTest::newRow("above moq") << false << Input{"100", "20", "50", "10"}
                                   << autoOrder("80", "80", "800", "64", "864") << above;
        QTest::newRow("below moq") << false << Input{"100", "80", "50", "10"}
                                   << autoOrder("20", "50", "500", "40", "540") << below;
        QTest::newRow("exactly moq") << false << Input{"100", "50", "50", "10"}
                                     << autoOrder("50", "50", "500", "40", "540") << above;
        QTest::newRow("exactly 10000") << false << Input{"1000", "0", "10", "10"}
                                       << autoOrder("1000", "1000", "10000", "800", "10800") << above;
        QTest::newRow("a cent above 10000")
            << false << Input{"1", "0", "1", "10000.01"}
            << pendingOrder("1", "1", "10000.01", "0", "10000.01", "800", "10800.01") << pending;
        QTest::newRow("a cent below 50000")
            << false << Input{"1", "0", "1", "49999.99"}
            << pendingOrder("1", "1", "49999.99", "0", "49999.99", "4000", "53999.99") << pending;
        QTest::newRow("exactly 50000")
            << false << Input{"5000", "0", "10", "10"}
            << pendingOrder("5000", "5000", "50000", "5000", "45000", "3600", "48600") << bulk;
        QTest::newRow("inactive") << false << Input{"100", "20", "50", "10", false}
                                  << Expected{{{SupplierError, "Supplier is not active"}}}
                                  << QStringLiteral(
                                         "CalculateShortage ValidateSupplierActive NoReorderNeeded");
        QTest::newRow("nothing required")
            << false << Input{"0", "20", "50", "10"} << Expected{} << QStringLiteral("NoReorderNeeded");
        QTest::newRow("negative stock") << false << Input{"100", "-20", "50", "10"}
                                        << autoOrder("120", "120", "1200", "96", "1296") << above;
        QTest::newRow("surplus") << false << Input{"100", "140", "50", "10"} << Expected{{{Shortage, "-40"}}}
                                 << QStringLiteral("CalculateShortage NoReorderNeeded");
        QTest::newRow("no price") << false << Input{"100", "20", "50", "0"}
                                  << Expected{{{Shortage, "80"}, {OrderQty, "80"}, {NeedReorder, "true"}}}
                                  << QStringLiteral(
                                         "CalculateShortage OrderShortageWhenAboveMOQ SetReorderFlag");
        QTest::newRow("rounds to the cent")
            << false << Input{"108.5", "20", "20", "15.99"}
            << autoOrder("88.5", "88.5", "1415.12", "113.21", "1528.33") << above;
        QTest::newRow("exact to the limit") << false << Input{"56.4", "50", "1", "1562.50"} // 18.8 * 3 - 50
                                            << autoOrder("6.4", "6.4", "10000", "800", "10800") << above;

        const QString withMultiple =
            QString(above).replace(QStringLiteral("CalculateOrderTotal"),
                                   QStringLiteral("RoundToOrderMultiple CalculateOrderTotal"));
        QTest::newRow("PROD-001") << true << Input{"108.5", "20", "20", "15.99", true, "20"}
                                  << autoOrder("88.5", "100", "1599", "127.92", "1726.92") << withMultiple;
        QTest::newRow("PROD-002") << true << Input{"250", "5", "100", "15.50"}
                                  << autoOrder("245", "245", "3797.5", "303.8", "4101.3") << withMultiple;
        QTest::newRow("PROD-003") << true << Input{"110", "7", "10", "25", true, "10"}
                                  << autoOrder("103", "110", "2750", "220", "2970") << withMultiple;
        QTest::newRow("covered by open orders")
            << true << Input{"100", "20", "50", "10", true, "1", "100"} << Expected{{{Shortage, "0"}}}
            << QStringLiteral("CalculateShortage DeductOpenOrders NoReorderNeeded");
        QTest::newRow("partly covered") << true << Input{"100", "20", "50", "10", true, "1", "20"}
                                        << autoOrder("60", "60", "600", "48", "648")
                                        << QString(withMultiple)
                                               .replace(QStringLiteral("CalculateShortage"),
                                                        QStringLiteral("CalculateShortage DeductOpenOrders"));
    }

    void decides()
    {
        QFETCH(bool, defaultSet);
        QFETCH(Input, input);
        QFETCH(Expected, expected);
        QFETCH(QString, fired);
        const auto program = compileTyped(defaultSet ? defaultPacks() : basePacks());
        QVERIFY(program);
        Interpreter interpreter(program);
        const FactRow row = rowOf(input);

        for (const Evaluation evaluation : {Evaluation::Incremental, Evaluation::Full}) {
            RunOptions options;
            options.evaluation = evaluation;
            const RunResult result = interpreter.run(row, options);
            QVERIFY2(result.ok(), result.ok() ? "" : result.error->message.c_str());
            QCOMPARE(shown(result.facts), shown(expected));
            QStringList names;
            for (const std::string& name : firedNames(*program, result.fired))
                names << q(name);
            QCOMPARE(names.join(QLatin1Char(' ')), fired);
            QCOMPARE(result.log.size(), result.fired.size());
            QCOMPARE(q(describe(result.diagnostics)), QString());
        }

        FactRow decided = row;
        std::vector<std::size_t> decidedRules;
        QVERIFY(interpreter.decide(decided, {}, &decidedRules));
        QCOMPARE(shown(decided), shown(expected));
        QCOMPARE(decidedRules, interpreter.run(row).fired);
    }

    void optionalPacksChangeTheOrder_data()
    {
        QTest::addColumn<QString>("pack");
        QTest::addColumn<QString>("trend");
        QTest::addColumn<QString>("shortage");
        QTest::addColumn<QString>("orderQty");
        const auto row = [](const char* pack, const char* trend, const char* shortage, const char* orderQty) {
            QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(pack), QLatin1String(trend))))
                << QString::fromLatin1(pack) << QString::fromLatin1(trend) << QString::fromLatin1(shortage)
                << QString::fromLatin1(orderQty);
        };
        row("safety_stock.grl", "increasing", "166", "180"); // 88.5 and five days of 15.5
        row("safety_stock.grl", "stable", "135", "140");
        row("safety_stock.grl", "decreasing", "104", "120");
        row("safety_stock.grl", "", "88.5", "100");
        row("safety_stock.grl", "Increasing ", "166", "180"); // However it is written.
        row("safety_stock.grl", "\tSTABLE", "135", "140");
        row("safety_stock.grl", "rising", "88.5", "100");
        row("full_cases.grl", "stable", "88.5", "120"); // A multiple of 20 and of 12.
    }

    void optionalPacksChangeTheOrder()
    {
        QFETCH(QString, pack);
        QFETCH(QString, trend);
        auto packs = defaultPacks();
        packs.push_back(rulePack(pack.toStdString()));
        const auto program = compileTyped(packs);
        QVERIFY(program);
        FactRow row = rowOf({"108.5", "20", "20", "15.99", true, "20"});
        row.set(indexOf(Fact::AvgDailyDemand), number("15.5"));
        row.set(indexOf(Fact::Trend), Value(trend.toStdString()));
        row.set(indexOf(Fact::ConversionFactor), number("12"));
        QVERIFY(Interpreter(program).decide(row));
        QTEST(q(row.at(indexOf(Fact::Shortage)).asDecimal().toString()), "shortage");
        QTEST(q(row.at(indexOf(Fact::OrderQty)).asDecimal().toString()), "orderQty");
    }

    void anUnknownTrendIsSaid()
    {
        auto packs = defaultPacks();
        packs.push_back(rulePack("safety_stock.grl"));
        FactRow row = rowOf({"100", "20", "20", "15.99"});
        row.set(indexOf(Fact::AvgDailyDemand), number("15.5"));
        row.set(indexOf(Fact::Trend), Value("rising"));
        const RunResult result = Interpreter(compileTyped(packs)).run(row);
        QVERIFY(std::count(result.log.begin(), result.log.end(),
                           "No safety stock: the trend \"rising\" is not known")
                == 1);
    }

    void casesAndMultiplesAreKeptTogether_data()
    {
        QTest::addColumn<QString>("need");
        QTest::addColumn<QString>("multiple");
        QTest::addColumn<QString>("factor");
        QTest::addColumn<QString>("orderQty");
        QTest::addColumn<QString>("error");
        QTest::newRow("nothing in common") << "8"
                                           << "5"
                                           << "12"
                                           << "60"
                                           << "";
        QTest::newRow("one holds the other") << "61"
                                             << "6"
                                             << "12"
                                             << "72"
                                             << "";
        QTest::newRow("exactly") << "60"
                                 << "5"
                                 << "12"
                                 << "60"
                                 << "";
        QTest::newRow("a case of one") << "8"
                                       << "5"
                                       << "1"
                                       << "10"
                                       << "";
        QTest::newRow("no case at all") << "8"
                                        << "5"
                                        << "0"
                                        << "10"
                                        << "";
        QTest::newRow("a fractional case") << "8"
                                           << "5"
                                           << "12.5"
                                           << "0"
                                           << "Cases of 12.5 in multiples of 5 do not come to whole units";
        QTest::newRow("half a unit") << "8"
                                     << "5"
                                     << "0.5"
                                     << "0"
                                     << "Cases of 0.5 in multiples of 5 do not come to whole units";
        QTest::newRow("a fractional multiple")
            << "8"
            << "2.5"
            << "12"
            << "0"
            << "Cases of 12 in multiples of 2.5 do not come to whole units";
    }

    void casesAndMultiplesAreKeptTogether()
    {
        QFETCH(QString, need);
        QFETCH(QString, multiple);
        QFETCH(QString, factor);
        auto packs = defaultPacks();
        packs.push_back(rulePack("full_cases.grl"));
        Input input{"0", "0", "1", "10"};
        const std::string required = need.toStdString();
        const std::string step = multiple.toStdString();
        input.required = required.c_str();
        input.multiple = step.c_str();
        FactRow row = rowOf(input);
        row.set(indexOf(Fact::ConversionFactor), number(factor.toStdString().c_str()));
        RunOptions strict;
        strict.strict = true;
        const RunResult result = Interpreter(compileTyped(packs)).run(row, strict);
        QVERIFY2(result.ok(), result.error ? result.error->message.c_str() : "");
        QTEST(q(result.facts.at(indexOf(Fact::OrderQty)).asDecimal().toString()), "orderQty");
        QTEST(q(result.facts.at(indexOf(Fact::SupplierError)).asText()), "error");
    }
};

QTEST_APPLESS_MAIN(GrlDecisionTest)
#include "grl_decision_test.moc"
