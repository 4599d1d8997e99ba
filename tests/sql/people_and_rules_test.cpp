#include "core/domain/setting_names.h"

#include "tests/sql/temporary_database.h"

namespace purchasing::sql {

/// People, settings, rule sets and the activity of products.
class PeopleAndRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void operatingSystemUserIsMadeOnce();
    void namesAreTakenOnce();
    void disabledPeopleDoNothing();
    void singleOperatorModeNeedsASecondPersonToLeave();
    void settingsAreKeptAndAudited();
    void rulesArePublishedInTurn();
    void publishingNeedsASecondPersonOutsideSingleOperatorMode();
    void aProposalIsOutdatedOrEnded();
    void oneLoginAsTwoPeopleIsMarkedOrRefused();
    void draftsArePersonal();
    void noDraftOverwritesAnother();
    void publishingKeepsAnotherDraft();
    void activityJoinsEvaluationsAndOrders();
};

void PeopleAndRulesTest::operatingSystemUserIsMadeOnce()
{
    const TemporaryDatabase db;
    const auto again = db.people().operatingSystemUser().result();
    VERIFY_OK(again);
    QCOMPARE(again->personId, db.user.personId);
    QVERIFY(again->singleOperator);
    QVERIFY(again->personId.startsWith(QStringLiteral("os:")));
    const auto people = db.people().people().result();
    QCOMPARE(people->size(), 1U); // The program itself is not a person.
    QVERIFY(people->front().enabled);
}

void PeopleAndRulesTest::namesAreTakenOnce()
{
    const TemporaryDatabase db;
    VERIFY_OK(db.people().addPerson(QStringLiteral("  Second  "), db.user).result());
    VERIFY_ERROR(db.people().addPerson(QStringLiteral("SECOND"), db.user).result(), ErrorKind::Invalid,
                 "already somebody named SECOND");
    VERIFY_ERROR(db.people().addPerson(QStringLiteral("system"), db.user).result(), ErrorKind::Invalid,
                 "already");
    VERIFY_ERROR(db.people().addPerson(QStringLiteral(" "), db.user).result(), ErrorKind::Invalid,
                 "1 to 100");
    VERIFY_ERROR(db.people().addPerson(QString(101, QLatin1Char('x')), db.user).result(), ErrorKind::Invalid,
                 "1 to 100");
    QCOMPARE(db.people().people().result()->size(), 2U);
}

void PeopleAndRulesTest::disabledPeopleDoNothing()
{
    const TemporaryDatabase db;
    const Actor second = db.addPerson(QStringLiteral("Second"));
    VERIFY_OK(db.people().setPersonEnabled(second.personId, false, db.user).result());
    VERIFY_ERROR(db.people().addPerson(QStringLiteral("Third"), second).result(), ErrorKind::Refused,
                 "Second no longer works");
    VERIFY_ERROR(db.rules().saveDraft({testPacks(), 1, {}}, second).result(), ErrorKind::Refused,
                 "no longer works");
    VERIFY_ERROR(db.people().setPersonEnabled(db.user.personId, false, db.user).result(), ErrorKind::Refused,
                 "shut themselves out");
    VERIFY_ERROR(db.people().setPersonEnabled(QStringLiteral("ghost"), true, db.user).result(),
                 ErrorKind::NotFound, "no such person");
    VERIFY_OK(db.people().setPersonEnabled(second.personId, true, db.user).result());
    VERIFY_OK(db.people().addPerson(QStringLiteral("Third"), second).result());
}

void PeopleAndRulesTest::singleOperatorModeNeedsASecondPersonToLeave()
{
    const TemporaryDatabase db;
    const auto changes = [&db] {
        return db.scalar(QStringLiteral("SELECT count(*) FROM audit_event WHERE action = 'mode.changed'"))
            .toInt();
    };
    const int before = changes();
    QVERIFY(db.people().singleOperator().result().value());
    VERIFY_ERROR(db.people().setSingleOperator(false, db.user).result(), ErrorKind::Refused,
                 "Add a second person first");
    (void)db.addPerson(QStringLiteral("Second"));
    VERIFY_OK(db.people().setSingleOperator(false, db.user).result());
    QVERIFY(!db.people().singleOperator().result().value());
    QVERIFY(!db.people().operatingSystemUser().result()->singleOperator);
    VERIFY_OK(db.people().setSingleOperator(true, db.user).result());
    QCOMPARE(changes() - before, 2);
}

void PeopleAndRulesTest::settingsAreKeptAndAudited()
{
    const TemporaryDatabase db;
    QCOMPARE(db.people().settings().result()->value(QStringLiteral("currency")), QStringLiteral("USD"));
    VERIFY_OK(db.people()
                  .setSetting(QStringLiteral("company_name"), QStringLiteral("Any Company"), db.user)
                  .result());
    VERIFY_OK(db.people().setSetting(QStringLiteral("new"), QString(), db.user).result());
    const auto settings = db.people().settings().result();
    QCOMPARE(settings->value(QStringLiteral("company_name")), QStringLiteral("Any Company"));
    QVERIFY(settings->contains(QStringLiteral("new")));
    VERIFY_ERROR(
        db.people().setSetting(QStringLiteral("single_operator"), QStringLiteral("0"), db.user).result(),
        ErrorKind::Refused, "under People");
    VERIFY_ERROR(db.people().setSetting(QStringLiteral("currency"), QStringLiteral("US"), db.user).result(),
                 ErrorKind::Invalid, "three letters");
    VERIFY_OK(db.audit().verify().result());
}

void PeopleAndRulesTest::rulesArePublishedInTurn()
{
    const TemporaryDatabase db;
    auto rules = db.rules();
    std::vector<RulePack> packs = testPacks();
    packs[1].active = true;
    VERIFY_ERROR(rules.publish(packs, 1, QStringLiteral(" "), db.user).result(), ErrorKind::Refused,
                 "Say in up to");
    VERIFY_ERROR(rules.publish({}, 1, QStringLiteral("x"), db.user).result(), ErrorKind::Invalid,
                 "at least one");
    VERIFY_ERROR(rules.publish({packs[0], packs[0]}, 1, QStringLiteral("x"), db.user).result(),
                 ErrorKind::Invalid, "Two rule packs are named purchasing_rules.grl");
    VERIFY_ERROR(rules.publish(testPacks(), 1, QStringLiteral("x"), db.user).result(), ErrorKind::Refused,
                 "the rules in force already, version 1");
    const auto second = rules.publish(packs, 1, QStringLiteral("Winter stock"), db.user).result();
    VERIFY_OK(second);
    QCOMPARE(second->version, std::int64_t{2});
    QCOMPARE(second->author, db.user.name);
    db.clock->advance(std::chrono::minutes(5));
    VERIFY_ERROR(rules.publish(packs, 1, QStringLiteral("Mine"), db.user).result(), ErrorKind::Stale,
                 "Rules version 2 was published by");
    const auto versions = rules.versions().result();
    QCOMPARE(versions->size(), 2U);
    QCOMPARE(versions->front().packs, packs);
    QCOMPARE(versions->front().hash, second->hash);
    QVERIFY(versions->front().hash != versions->back().hash);
    QCOMPARE(versions->back().packs, testPacks());
    QCOMPARE(rules.current().result()->reason, QStringLiteral("Winter stock"));
}

void PeopleAndRulesTest::publishingNeedsASecondPersonOutsideSingleOperatorMode()
{
    const TemporaryDatabase db;
    auto rules = db.rules();
    const Actor second = db.addPerson(QStringLiteral("Second"));
    VERIFY_OK(db.people().setSingleOperator(false, db.user).result());
    const QString why = QStringLiteral("Winter stock");
    VERIFY_ERROR(rules.publish(changedPacks(), 1, why, db.user).result(), ErrorKind::Refused,
                 "needs a second person");
    const auto proposal = rules.propose(changedPacks(), 1, why, db.user).result();
    VERIFY_OK(proposal);
    QCOMPARE(rules.current().result()->version, std::int64_t{1}); // Not in force yet.
    const auto waiting = rules.proposals().result();
    QCOMPARE(waiting->size(), 1U);
    QCOMPARE(waiting->front().author, db.user.name);
    QCOMPARE(waiting->front().authorLogin, db.user.login);
    QCOMPARE(waiting->front().packs, changedPacks());
    VERIFY_ERROR(rules.confirm(proposal->id, proposal->hash, db.user).result(), ErrorKind::Refused,
                 "Nobody confirms their own proposal");
    const Actor ghost{QStringLiteral("ghost"), QStringLiteral("Ghost"), false};
    VERIFY_ERROR(rules.confirm(proposal->id, proposal->hash, ghost).result(), ErrorKind::Refused,
                 "not known here");
    VERIFY_ERROR(rules.confirm(proposal->id, QByteArray(32, 'x'), second).result(), ErrorKind::Stale,
                 "not what you looked at");
    VERIFY_ERROR(rules.confirm(7, proposal->hash, second).result(), ErrorKind::NotFound, "no proposal 7");
    const auto version = rules.confirm(proposal->id, proposal->hash, second).result();
    VERIFY_OK(version);
    QCOMPARE(version->version, std::int64_t{2});
    QCOMPARE(rules.current().result()->author, db.user.name);
    QCOMPARE(rules.current().result()->confirmedBy, QStringLiteral("Second"));
    QCOMPARE(db.scalar(QStringLiteral("SELECT text FROM audit_event ORDER BY seq DESC")).toString(),
             QStringLiteral("Rules version 2 of %1 published, confirmed by Second: Winter stock")
                 .arg(db.user.name));
    QVERIFY(rules.proposals().result()->empty());
    VERIFY_ERROR(rules.confirm(proposal->id, proposal->hash, second).result(), ErrorKind::Conflict,
                 "was confirmed by Second");
    VERIFY_OK(db.audit().verify().result());
}

void PeopleAndRulesTest::aProposalIsOutdatedOrEnded()
{
    const TemporaryDatabase db;
    auto rules = db.rules();
    const Actor second = db.addPerson(QStringLiteral("Second"));
    VERIFY_OK(db.people().setSingleOperator(false, db.user).result());
    VERIFY_ERROR(rules.propose(testPacks(), 1, QStringLiteral("Same"), db.user).result(), ErrorKind::Refused,
                 "nothing would change");
    const auto first = rules.propose(changedPacks(), 1, QStringLiteral("One"), db.user).result();
    const auto late = rules.propose(changedPacks(), 1, QStringLiteral("Two"), db.user).result();
    const auto third = rules.propose(changedPacks(), 1, QStringLiteral("Three"), second).result();
    VERIFY_OK(third);
    VERIFY_OK(rules.withdraw(third->id, db.user).result());
    VERIFY_ERROR(rules.withdraw(third->id, second).result(), ErrorKind::Conflict, "was withdrawn by");
    VERIFY_OK(rules.confirm(first->id, first->hash, second).result());
    VERIFY_ERROR(rules.confirm(late->id, late->hash, second).result(), ErrorKind::Stale,
                 "Rules version 2 of");
}

void PeopleAndRulesTest::oneLoginAsTwoPeopleIsMarkedOrRefused()
{
    const TemporaryDatabase db;
    auto rules = db.rules();
    Actor second = db.addPerson(QStringLiteral("Second"));
    second.login = db.user.login;
    VERIFY_OK(db.people().setSingleOperator(false, db.user).result());
    const auto setting = [&](const char* value) {
        return db.people()
            .setSetting(QLatin1String(kRefuseOneLoginAsTwo), QLatin1String(value), db.user)
            .result();
    };
    const auto first = rules.propose(changedPacks(), 1, QStringLiteral("One"), db.user).result();
    if (isOnMariaDb()) // On by default there.
        VERIFY_ERROR(rules.confirm(first->id, first->hash, second).result(), ErrorKind::Refused,
                     "somebody else's login");
    VERIFY_OK(setting("0"));
    VERIFY_OK(rules.confirm(first->id, first->hash, second).result());
    QVERIFY(
        db.scalar(QStringLiteral("SELECT text FROM audit_event ORDER BY seq DESC"))
            .toString()
            .contains(QStringLiteral("(login %1, which also acted as %2)").arg(second.login, db.user.name)));
    VERIFY_OK(setting("1"));
    const auto next = rules.propose(testPacks(), 2, QStringLiteral("Two"), db.user).result();
    VERIFY_ERROR(rules.confirm(next->id, next->hash, second).result(), ErrorKind::Refused,
                 "somebody else's login");
}

void PeopleAndRulesTest::draftsArePersonal()
{
    const TemporaryDatabase db;
    auto rules = db.rules();
    const Actor second = db.addPerson(QStringLiteral("Second"));
    QVERIFY(rules.draft(db.user).result()->packs.empty());
    std::vector<RulePack> packs = testPacks();
    packs[0].text = QStringLiteral("rule Ω \"quoted\" { // \n }");
    const auto saved = rules.saveDraft({packs, 1, {}}, db.user).result();
    VERIFY_OK(saved);
    const auto draft = rules.draft(db.user).result();
    QCOMPARE(draft->packs, packs);
    QCOMPARE(draft->basedOn, std::int64_t{1});
    QCOMPARE(draft->savedAt, db.clock->now());
    QCOMPARE(draft->revision, saved->revision);
    QVERIFY(rules.draft(second).result()->packs.empty());
    VERIFY_OK(rules.saveDraft({changedPacks(), 1, {}, saved->revision}, db.user).result());
    QCOMPARE(rules.draft(db.user).result()->packs, changedPacks());
    VERIFY_OK(rules.publish(changedPacks(), 1, QStringLiteral("x"), db.user).result());
    QVERIFY(rules.draft(db.user).result()->packs.empty());
    const auto other = rules.saveDraft({packs, 2, {}}, second).result();
    VERIFY_OK(other);
    VERIFY_OK(rules.discardDraft(other->revision, second).result());
    QVERIFY(rules.draft(second).result()->packs.empty());
}

void PeopleAndRulesTest::noDraftOverwritesAnother()
{
    const TemporaryDatabase db;
    auto rules = db.rules();
    std::vector<RulePack> mine = testPacks();
    mine[0].text = QStringLiteral("mine");
    std::vector<RulePack> others = testPacks();
    others[0].text = QStringLiteral("others");
    const auto first = rules.saveDraft({others, 1, {}}, db.user).result();
    VERIFY_OK(first);
    db.clock->advance(std::chrono::seconds(10));
    VERIFY_ERROR(rules.saveDraft({mine, 1, {}}, db.user).result(), ErrorKind::Conflict,
                 "saved elsewhere 10 seconds ago");
    VERIFY_ERROR(rules.discardDraft(0, db.user).result(), ErrorKind::Conflict, "saved elsewhere");
    QCOMPARE(rules.draft(db.user).result()->packs, others);
    // The same save again, as after a connection that broke, is no conflict.
    QCOMPARE(rules.saveDraft({others, 1, {}}, db.user).result()->revision, first->revision);
    // No revision comes twice, even when the clock does not go on, goes back or the draft ends in between.
    const auto second = rules.saveDraft({mine, 1, {}, first->revision}, db.user).result();
    VERIFY_OK(second);
    QVERIFY(second->revision > first->revision);
    db.clock->advance(std::chrono::hours(-1));
    const auto none = rules.discardDraft(second->revision, db.user).result();
    VERIFY_OK(none);
    QVERIFY(none->revision > second->revision);
    VERIFY_ERROR(rules.saveDraft({mine, 1, {}, second->revision}, db.user).result(), ErrorKind::Conflict,
                 "ended elsewhere");
    const auto third = rules.saveDraft({mine, 1, {}, none->revision}, db.user).result();
    VERIFY_OK(third);
    QVERIFY(third->revision > none->revision);
}

/// Publishing ends the draft that was published, but not what another window saved meanwhile.
void PeopleAndRulesTest::publishingKeepsAnotherDraft()
{
    const TemporaryDatabase db;
    auto rules = db.rules();
    std::vector<RulePack> more = testPacks();
    more[0].text += QStringLiteral("\n// more");
    const auto saved = rules.saveDraft({more, 1, {}}, db.user).result();
    VERIFY_OK(saved);
    VERIFY_OK(rules.publish(changedPacks(), 1, QStringLiteral("x"), db.user).result());
    QCOMPARE(rules.draft(db.user).result()->packs, more);
    QCOMPARE(rules.draft(db.user).result()->basedOn, std::int64_t{1});
}

void PeopleAndRulesTest::activityJoinsEvaluationsAndOrders()
{
    const TemporaryDatabase db;
    auto activity = db.activity();
    Decision decision;
    decision.productId = QStringLiteral("PROD-124");
    decision.word = Word::Covered;
    decision.decidedAt = db.clock->now();
    VERIFY_OK(activity.recordEvaluation(decision, QStringLiteral("Covered by an order."), db.user).result());
    const auto entries = activity.activity(decision.productId, 100).result();
    VERIFY_OK(entries);
    QStringList actions;
    for (const HistoryEntry& entry : *entries)
        actions += entry.action;
    QCOMPARE(actions,
             QStringList({QStringLiteral("decision.evaluated"), QStringLiteral("order.sent"),
                          QStringLiteral("order.sending"), QStringLiteral("order.created")}));
    QCOMPARE(entries->front().text, QStringLiteral("Covered by an order."));
    QCOMPARE(entries->front().actorName, db.user.name);
    QCOMPARE(activity.activity(decision.productId, 2).result()->size(), 2U);
    QVERIFY(activity.activity(QStringLiteral("PROD-001"), 100).result()->empty());
    const Actor ghost{QStringLiteral("ghost"), QStringLiteral("Ghost"), false};
    VERIFY_ERROR(activity.recordEvaluation(decision, QString(), ghost).result(), ErrorKind::Refused,
                 "not known here");
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::PeopleAndRulesTest)
#include "people_and_rules_test.moc"
