#include "app/wiring/installation.h"
#include "core/flow/history_words.h"
#include "core/flow/outbox_relay.h"
#include "core/flow/purchasing_flow.h"
#include "core/flow/sentence_forms.h"

#include <QLocale>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include "tests/flow/loud_forms.h"

namespace purchasing::tests {
namespace {

const std::set<std::string> kHistoryContexts{"purchasing::History", "purchasing::DecisionWords",
                                             "purchasing::Problem", "purchasing::RuleEngine",
                                             "purchasing::RuleRun", "purchasing::PurchasingFlow"};

} // namespace

/// What happened is kept in one language and read in any.
class HistoryWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentencesAreSaidAgain_data();
    void sentencesAreSaidAgain();
    void amountsAreWrittenAsElsewhere();
    void everythingThatHappensIsKnown();
};

void HistoryWordsTest::sentencesAreSaidAgain_data()
{
    QTest::addColumn<QString>("kept");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* kept, const char* said) {
        QTest::newRow(kept) << QString::fromUtf8(kept) << QString::fromUtf8(said);
    };
    row("PO-2026-000001 created: 5 of P from Acme before tax for EUR 1.00 before tax; a draft.",
        "PO-2026-000001 CREATED: 5 OF P FROM Acme before tax FOR 1,00\u00A0\u20AC BEFORE TAX; A DRAFT.");
    row("PO-2026-000001 created: 1600 of P from Acme for USD 12000.00 before tax; approved by the rules.",
        "PO-2026-000001 CREATED: 1.600 OF P FROM Acme FOR 12.000,00\u00A0$ BEFORE TAX; APPROVED BY THE "
        "RULES.");
    row("PO-2026-000001 approved by Ann.", "PO-2026-000001 APPROVED BY Ann.");
    row("PO-2026-000001 approved by its creator, single operator.",
        "PO-2026-000001 APPROVED BY ITS CREATOR, SINGLE OPERATOR.");
    row("PO-2026-000001 approved by Ann (login b, which also acted as Ben); 1 of 2 approvals given.",
        "PO-2026-000001 APPROVED BY Ann (LOGIN b, WHICH ALSO ACTED AS Ben); 1 OF 2 APPROVALS GIVEN.");
    row("PO-2026-000001 rejected by Ann: too dear: 5 approved by Ben.",
        "PO-2026-000001 REJECTED BY Ann: too dear: 5 approved by Ben.");
    row("PO-2026-000001 cancelled by Ann.", "PO-2026-000001 CANCELLED BY Ann.");
    row("PO-2026-000001 cancelled by Ann: a\nb", "PO-2026-000001 CANCELLED BY Ann: a\nb");
    row("PO-2026-000001 was sent to Acme.", "PO-2026-000001 WAS SENT TO Acme.");
    row("PO-2026-000001 was sent to Acme in one message with PO-2026-000002 and 3 more.",
        "PO-2026-000001 WAS SENT TO Acme IN ONE MESSAGE WITH PO-2026-000002 AND 3 MORE.");
    row("PO-2026-000001 was sent to Acme in one message with PO-2026-000002.",
        "PO-2026-000001 WAS SENT TO Acme IN ONE MESSAGE WITH PO-2026-000002.");
    row("Sending PO-2026-000001 failed: 550 no such user", "SENDING PO-2026-000001 FAILED: 550 no such user");
    row("P overridden: quantity 240, supplier S-2. Reason: fair",
        "P OVERRIDDEN: QUANTITY 240, SUPPLIER S-2. REASON: fair");
    row("P overridden: supplier S-2. Reason: fair", "P OVERRIDDEN: SUPPLIER S-2. REASON: fair");
    row("blocked: no supplier; no price", "BLOCKED: NO SUPPLIER; NO PRICE");
    row("blocked: 2.5 is not a whole number of units; switch the order multiples pack on",
        "BLOCKED: 2,5 IS NOT A WHOLE NUMBER OF UNITS; SWITCH THE ORDER MULTIPLES PACK ON");
    row("blocked: the rules failed: Rule \"A; b\" could not be evaluated: the function has no result for x",
        "BLOCKED: THE RULES FAILED: RULE \"A; b\" COULD NOT BE EVALUATED: THE FUNCTION HAS NO RESULT FOR x");
    row("order 5 from Acme for 1.00 before tax, needs approval",
        "ORDER 5 FROM Acme FOR 1,00 BEFORE TAX, NEEDS APPROVAL");
    row("order 312 from Acme for 385182.72 before tax, approved automatically",
        "ORDER 312 FROM Acme FOR 385.182,72 BEFORE TAX, APPROVED AUTOMATICALLY");
    // Nobody knows its form: as it is, signs of gaps included.
    row("Something else happened to %1.", "Something else happened to %1.");
    row("", "");
}

void HistoryWordsTest::sentencesAreSaidAgain()
{
    QFETCH(const QString, kept);
    QFETCH(const QString, said);
    const QLocale before;
    const auto restored = qScopeGuard([&before] { QLocale::setDefault(before); });
    QLocale::setDefault(QLocale(QLocale::German));
    LoudForms loud(kHistoryContexts);
    QVERIFY(QCoreApplication::installTranslator(&loud));
    QCOMPARE(historyInWords(kept), said);
}

/// In the language it is kept in, too, amounts are written as elsewhere in the program.
void HistoryWordsTest::amountsAreWrittenAsElsewhere()
{
    const QLocale before;
    const auto restored = qScopeGuard([&before] { QLocale::setDefault(before); });
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(
        historyInWords(QStringLiteral(
            "PO-2026-000001 created: 1600 of P from Acme for USD 12000.00 before tax; a draft.")),
        QStringLiteral("PO-2026-000001 created: 1,600 of P from Acme for $12,000.00 before tax; a draft."));
    const QString rejected = QStringLiteral("PO-2026-000001 rejected by Ann: 12000.00 is too dear");
    QCOMPARE(historyInWords(rejected), rejected); // Somebody's own words.
}

/// Whatever people do to orders and overrides: its sentence is among the known ones.
void HistoryWordsTest::everythingThatHappensIsKnown()
{
    LoudForms loud(kHistoryContexts); // Whoever decided spoke another language.
    QVERIFY(QCoreApplication::installTranslator(&loud));
    QTemporaryDir folder;
    Result<Installation> opened = openInstallation(folder.filePath(QStringLiteral("demo.sqlite")));
    QVERIFY(opened.isOk());
    FlowPorts& ports = opened->ports;
    const Actor actor = ports.people->operatingSystemUser().result().value();
    const auto relay = std::make_shared<OutboxRelay>(ports.outbox, opened->channel);
    PurchasingFlow flow(ports, [relay] { relay->deliverDue(); });

    Override wanted;
    wanted.productId = QStringLiteral("PROD-101");
    wanted.qty = 240;
    wanted.reason = QStringLiteral("Fair in May");
    const auto set = ports.overrides->set(wanted, 0, actor).result();
    QVERIFY2(set.isOk(), qPrintable(set.isOk() ? QString() : set.error().message));
    QVERIFY(ports.overrides->clear(wanted.productId, set->version, actor).result().isOk());
    QVERIFY(ports.overrides->set(wanted, 0, actor).result().isOk());

    std::vector<PurchaseOrder> waiting;
    for (const char* product :
         {"PROD-002", "PROD-101", "PROD-103", "PROD-158", "PROD-166", "PROD-157", "PROD-124", "PROD-111"}) {
        const auto outcome = flow.run({QLatin1String(product), {}, actor}, {}).result();
        if (!outcome.isOk() || !outcome->order)
            continue;
        if (outcome->order->state == OrderState::PendingApproval)
            waiting.push_back(*outcome->order);
        if (outcome->order->state == OrderState::Sent && outcome->order->qty > 10) {
            const auto part =
                ports.orders->receive(outcome->order->poId, outcome->order->version, 5, actor).result();
            QVERIFY(part.isOk());
            QVERIFY(
                ports.orders
                    ->closeShort(part->poId, part->version, QStringLiteral("The rest was damaged."), actor)
                    .result()
                    .isOk());
        }
    }
    QVERIFY(waiting.size() >= 3);
    const auto approved =
        ports.orders->approve(waiting[0].poId, waiting[0].version, waiting[0].contentHash, actor).result();
    QVERIFY2(approved.isOk(), qPrintable(approved.isOk() ? QString() : approved.error().message));
    QVERIFY(ports.orders->requestSend(approved->poId, actor).result().isOk());
    QVERIFY(ports.orders->reject(waiting[1].poId, waiting[1].version, QStringLiteral("Too dear."), actor)
                .result()
                .isOk());
    QVERIFY(ports.orders->cancel(waiting[2].poId, waiting[2].version, QString(), actor).result().isOk());

    QSet<QString> actions;
    int seen = 0;
    const auto orders = ports.orders->list({{}, {}, 100}).result();
    QVERIFY(orders.isOk());
    QStringList products{QStringLiteral("PROD-124"), QStringLiteral("PROD-111")};
    for (const PurchaseOrder& order : *orders)
        products += order.productId;
    products.removeDuplicates();
    for (const QString& product : products) {
        const auto entries = ports.activity->activity(product, 100).result();
        QVERIFY(entries.isOk());
        for (const HistoryEntry& entry : *entries) {
            QVERIFY2(historyForms().phraseOf(entry.text),
                     qPrintable(entry.action + QStringLiteral(": ") + entry.text));
            actions += entry.action;
            ++seen;
        }
    }
    // Why it was blocked is kept in English, whoever decided, and said in the reader's language.
    QVERIFY(flow.run({QStringLiteral("PROD-112"), {}, actor}, {}).result().isOk());
    const auto lastOf = [&ports](const char* product) { // It is noted a moment later.
        const auto entries = ports.activity->activity(QLatin1String(product), 1).result();
        return entries.isOk() && !entries->empty() ? entries->front().text : QString();
    };
    QTRY_VERIFY_WITH_TIMEOUT(!lastOf("PROD-112").isEmpty(), 15000);
    const QString kept = lastOf("PROD-112");
    QVERIFY2(kept.startsWith(QStringLiteral("blocked: unknown whether")), qPrintable(kept));
    QVERIFY2(historyInWords(kept).startsWith(QStringLiteral("BLOCKED: UNKNOWN WHETHER")), qPrintable(kept));
    QVERIFY2(actions.size() >= 10, qPrintable(actions.values().join(QLatin1Char(' '))));
    qInfo("%d sentences of %d kinds", seen, static_cast<int>(actions.size()));
}

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::HistoryWordsTest)
#include "history_words_test.moc"
