#include "app/wiring/services_installation.h"

#include <QFile>

#include "tests/services/service_call.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 20000;

Installation installationOn(const RunningServices& services)
{
    ServicesSettings settings;
    for (const ServicePlace& place : kServicePlaces)
        settings.*place.address = QString::fromStdString(services.address(place.name));
    Result<Installation> opened = openServicesInstallation(settings);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    return *opened;
}

std::vector<RulePack> withComment(std::vector<RulePack> packs, const char* comment)
{
    packs.front().text += QStringLiteral("\n// %1\n").arg(QLatin1String(comment));
    return packs;
}

} // namespace

/// The ports over the wire do what those behind them do, and say the same where they refuse.
class RemotePortsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_services = std::make_unique<RunningServices>();
        m_far = std::make_unique<Installation>(installationOn(*m_services));
        m_actor = *m_far->ports.people->operatingSystemUser().result();
    }
    void cleanup()
    {
        m_far.reset();
        m_services.reset();
    }

    void wholeCataloguesAreTheSame()
    {
        const auto far = m_far->catalogue->load({}, {}, {}).result();
        QVERIFY2(far, far ? "" : qPrintable(far.error().message));
        const QStringList products = demoProducts(near());
        QVERIFY((*far)->size() >= products.size());
        for (int row = 0; row < (*far)->size(); ++row) {
            const ProductFacts facts = (*far)->facts(row);
            const auto offers = near().suppliers->offers(facts.product.productId).result();
            QCOMPARE(facts.suppliers.has_value(), offers.isOk());
            if (offers)
                QVERIFY2(*facts.suppliers == *offers, qPrintable(facts.product.productId));
            const auto levels = near().inventory->levels(facts.product.productId).result();
            if (levels)
                QVERIFY2(*facts.warehouses == *levels, qPrintable(facts.product.productId));
            const auto open = near().orders->openOrders(facts.product.productId).result();
            QCOMPARE(facts.openOrders->size(), open->orders.size());
            QCOMPARE(facts.ordersVersion, open->version);
        }
        // What is unchanged is shared with what was there before.
        const auto again = m_far->catalogue->load({}, {}, *far).result();
        QVERIFY(again);
        QCOMPARE((*again)->blocks().front(), (*far)->blocks().front());
    }

    void whatIsWrittenIsTold()
    {
        QVERIFY(m_far->catalogue->load({}, {}, {}).result());
        QVERIFY(!m_far->catalogue->changes().result()->needsReload);
        PurchasingFlow flow(near());
        QVERIFY(flow.run({QStringLiteral("PROD-002"), {}, m_actor}, QStringLiteral("k")).result());
        CatalogueChanges told;
        const auto isTold = [&] {
            const auto changes = m_far->catalogue->changes().result();
            if (changes)
                told.fresh.insert(told.fresh.end(), changes->fresh.begin(), changes->fresh.end());
            return std::any_of(told.fresh.begin(), told.fresh.end(), [](const ProductFacts& facts) {
                return facts.product.productId == QLatin1String("PROD-002") && !facts.openOrders->empty();
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(isTold(), kPatience);
        // What belongs to no product is told, too.
        QVERIFY(near()
                    .people->setSetting(QStringLiteral("company_name"), QStringLiteral("ACME"), m_actor)
                    .result());
        bool isNoticed = false;
        const auto notice = [&] {
            const auto changes = m_far->catalogue->changes().result();
            isNoticed = isNoticed || (changes && changes->hasChanges);
            return isNoticed;
        };
        QTRY_VERIFY_WITH_TIMEOUT(notice(), kPatience);
    }

    void batchesAreRemembered()
    {
        BatchIntent intent;
        intent.batchId = QStringLiteral("00000000-0000-4000-8000-000000000001");
        intent.items = {{QStringLiteral("PROD-001"), QStringLiteral("SUP-001"), QStringLiteral("a")},
                        {QStringLiteral("PROD-002"), {}, QStringLiteral("b")}};
        QVERIFY(m_far->ports.batches->begin(intent, m_actor).result());
        const auto open = m_far->ports.batches->unfinished(m_actor).result();
        QCOMPARE(open->size(), std::size_t{1});
        QCOMPARE(open->front().items.size(), std::size_t{2});
        QCOMPARE(open->front().items.front().supplierId, QStringLiteral("SUP-001"));
        QVERIFY(open->front().startedAt.isValid());
        // Its orders wait for each other in the outbox, until it is released.
        for (const BatchItem& item : intent.items) {
            const FlowRequest request{item.productId, {}, m_actor, intent.batchId};
            const auto made = m_far->ports.orchestrator->run(request, item.idempotencyKey).result();
            QVERIFY2(made && made->order, made ? "" : qPrintable(made.error().message));
        }
        const auto waiting = m_far->ports.outbox->waitingMessages().result();
        QVERIFY2(waiting, waiting ? "" : qPrintable(waiting.error().message));
        QCOMPARE(waiting->size(), near().outbox->waitingMessages().result()->size());
        QVERIFY(!waiting->empty());
        QVERIFY(m_far->ports.outbox->releaseBatch(intent.batchId).result());
        QTRY_COMPARE_WITH_TIMEOUT(
            m_far->ports.orders->list({{}, QStringLiteral("PROD-002"), 1}).result()->front().state,
            OrderState::Sent, kPatience);
        QVERIFY(m_far->ports.batches->close(intent.batchId, m_actor).result());
        QVERIFY(m_far->ports.batches->unfinished(m_actor).result()->empty());
        QCOMPARE(m_far->ports.batches->begin({}, m_actor).result().error().kind, ErrorKind::Invalid);
        // Sending is the service's.
        QCOMPARE(m_far->ports.outbox->leaseMessages(QStringLiteral("me"), 1).result().error().kind,
                 ErrorKind::Refused);
    }

    void draftsAreKept()
    {
        RuleStore& rules = *m_far->ports.rules;
        const auto none = rules.draft(m_actor).result();
        QVERIFY(none && none->packs.empty());
        const RuleSetVersion current = *rules.current().result();
        QVERIFY(!current.packs.empty());
        RuleDraft draft{withComment(current.packs, "draft"), current.version, {}, none->revision};
        const auto saved = rules.saveDraft(draft, m_actor).result();
        QVERIFY2(saved, saved ? "" : qPrintable(saved.error().message));
        QCOMPARE(near().rules->draft(m_actor).result()->packs, draft.packs);
        // Another window of theirs was quicker.
        draft.packs = withComment(current.packs, "late");
        const auto late = rules.saveDraft(draft, m_actor).result();
        QVERIFY(!late);
        QCOMPARE(late.error().kind, ErrorKind::Conflict);
        QVERIFY(rules.discardDraft(saved->revision, m_actor).result()->packs.empty());
    }

    void rulesArePublished()
    {
        RuleStore& rules = *m_far->ports.rules;
        const RuleSetVersion current = *rules.current().result();
        const auto packs = withComment(current.packs, "second");
        QCOMPARE(rules.publish(packs, current.version, {}, m_actor).result().error().kind,
                 ErrorKind::Refused);
        const auto published =
            rules.publish(packs, current.version, QStringLiteral("A try"), m_actor).result();
        QVERIFY2(published, published ? "" : qPrintable(published.error().message));
        QCOMPARE(published->version, current.version + 1);
        QCOMPARE(rules.current().result()->packs, packs);
        QCOMPARE(rules.current().result()->version, published->version);
        QCOMPARE(rules.publish(packs, current.version, QStringLiteral("Late"), m_actor).result().error().kind,
                 ErrorKind::Stale);
        auto broken = packs;
        broken.front().text = QStringLiteral("rule");
        QCOMPARE(rules.publish(broken, published->version, QStringLiteral("Broken"), m_actor)
                     .result()
                     .error()
                     .kind,
                 ErrorKind::Invalid);
        const auto versions = rules.versions().result();
        QVERIFY(versions);
        QCOMPARE(versions->size(), near().rules->versions().result()->size());
        QCOMPARE(versions->front().reason, QStringLiteral("A try"));
    }

    void rulesAreProposed()
    {
        RuleStore& rules = *m_far->ports.rules;
        const RuleSetVersion current = *rules.current().result();
        QVERIFY(near().people->addPerson(QStringLiteral("Ann"), m_actor).result());
        QVERIFY(near().people->setSingleOperator(false, m_actor).result());
        const auto proposal = rules
                                  .propose(withComment(current.packs, "proposed"), current.version,
                                           QStringLiteral("Better"), m_actor)
                                  .result();
        QVERIFY2(proposal, proposal ? "" : qPrintable(proposal.error().message));
        const auto waiting = rules.proposals().result();
        QCOMPARE(waiting->size(), std::size_t{1});
        QCOMPARE(waiting->front().hash, proposal->hash);
        // Nobody confirms their own.
        QCOMPARE(rules.confirm(proposal->id, proposal->hash, m_actor).result().error().kind,
                 ErrorKind::Refused);
        QVERIFY(rules.withdraw(proposal->id, m_actor).result());
        QVERIFY(rules.proposals().result()->empty());
        QCOMPARE(rules.withdraw(proposal->id, m_actor).result().error().kind, ErrorKind::Conflict);
    }

    /// What a person saw is ordered through the Orchestrator, or nothing is.
    void whatWasSeenIsOrdered()
    {
        const FlowRequest request{QStringLiteral("PROD-002"), {}, m_actor};
        Orchestrator& orchestrator = *m_far->ports.orchestrator;
        const auto seen = orchestrator.evaluate(request).result();
        QVERIFY2(seen, seen ? "" : qPrintable(seen.error().message));
        QCOMPARE(seen->explained.decision.outputs.orderQty, Quantity::whole(245));
        QVERIFY(!seen->explained.rules.empty());
        Decision other = seen->explained.decision;
        other.outputs.orderQty = Quantity::whole(244);
        QCOMPARE(orchestrator.order(other, request, QStringLiteral("k1"), true).result().error().kind,
                 ErrorKind::Stale);
        const auto made =
            orchestrator.order(seen->explained.decision, request, QStringLiteral("k2"), true).result();
        QVERIFY2(made && made->order, made ? "" : qPrintable(made.error().message));
        QCOMPARE(made->order->state, OrderState::Approved); // To be looked at before it is sent.
        const auto again =
            orchestrator.order(seen->explained.decision, request, QStringLiteral("k2"), true).result();
        QVERIFY(again && again->isReplayed);
        QCOMPARE(again->order->poId, made->order->poId);
        // The PO service believes nobody else that the rules decided something.
        OrderRequest decided;
        decided.order = *made->order;
        QVERIFY(!m_far->ports.orders->create(decided, m_actor).result());
    }

private:
    [[nodiscard]] const FlowPorts& near() const { return m_services->ports(); }

    std::unique_ptr<RunningServices> m_services;
    std::unique_ptr<Installation> m_far;
    Actor m_actor;
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::RemotePortsTest)
#include "remote_ports_test.moc"
