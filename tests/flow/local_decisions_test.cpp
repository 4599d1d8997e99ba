#include "core/domain/approval_ceiling.h"
#include "core/flow/delivered_rules.h"
#include "core/flow/local_decisions.h"
#include "core/flow/rule_engine.h"

#include <QTest>

#include "tests/flow/product_builder.h"

namespace purchasing::tests {
namespace {

const Error kOut{ErrorKind::Unavailable, QStringLiteral("connection refused"), {}};

template <typename T> QFuture<Result<T>> answered(Result<T> answer)
{
    return QtFuture::makeReadyFuture(std::move(answer));
}

template <typename T> QFuture<Result<T>> notAsked()
{
    return answered<T>(Error{ErrorKind::Internal, QStringLiteral("not asked for"), {}});
}

/// One set of rules in force, or why there is none; nobody asks for more.
class RulesAs : public RuleStore
{
public:
    QFuture<Result<RuleSetVersion>> current() override
    {
        ++reads;
        return answered(set);
    }
    QFuture<Result<std::int64_t>> currentVersion() override { return answered(version); }
    QFuture<Result<std::vector<RuleSetVersion>>> versions() override
    {
        return notAsked<std::vector<RuleSetVersion>>();
    }
    QFuture<Result<RuleSetVersion>> publish(const std::vector<RulePack>&, std::int64_t, const QString&,
                                            const Actor&) override
    {
        return notAsked<RuleSetVersion>();
    }
    QFuture<Result<RuleProposal>> propose(const std::vector<RulePack>&, std::int64_t, const QString&,
                                          const Actor&) override
    {
        return notAsked<RuleProposal>();
    }
    QFuture<Result<std::vector<RuleProposal>>> proposals() override
    {
        return notAsked<std::vector<RuleProposal>>();
    }
    QFuture<Result<RuleSetVersion>> confirm(std::int64_t, const QByteArray&, const Actor&) override
    {
        return notAsked<RuleSetVersion>();
    }
    QFuture<Result<Done>> withdraw(std::int64_t, const Actor&) override { return notAsked<Done>(); }
    QFuture<Result<RuleDraft>> draft(const Actor&) override { return notAsked<RuleDraft>(); }
    QFuture<Result<RuleDraft>> saveDraft(const RuleDraft&, const Actor&) override
    {
        return notAsked<RuleDraft>();
    }
    QFuture<Result<RuleDraft>> discardDraft(std::int64_t, const Actor&) override
    {
        return notAsked<RuleDraft>();
    }

    void publish(std::int64_t number)
    {
        RuleSetVersion newest;
        newest.version = number;
        newest.packs = deliveredRules();
        set = newest;
        version = number;
    }

    Result<RuleSetVersion> set = kOut;
    Result<std::int64_t> version = kOut;
    int reads = 0;
};

/// Settings, or their failure.
class SettingsAs : public PeopleStore
{
public:
    QFuture<Result<QHash<QString, QString>>> settings() override { return answered(all); }
    QFuture<Result<std::vector<Person>>> people() override { return notAsked<std::vector<Person>>(); }
    QFuture<Result<Person>> addPerson(const QString&, const Actor&) override { return notAsked<Person>(); }
    QFuture<Result<Done>> setPersonEnabled(const QString&, bool, const Actor&) override
    {
        return notAsked<Done>();
    }
    QFuture<Result<Actor>> operatingSystemUser() override { return notAsked<Actor>(); }
    QFuture<Result<bool>> singleOperator() override { return notAsked<bool>(); }
    QFuture<Result<Done>> setSingleOperator(bool, const Actor&) override { return notAsked<Done>(); }
    QFuture<Result<Done>> setSetting(const QString&, const QString&, const Actor&) override
    {
        return notAsked<Done>();
    }

    Result<QHash<QString, QString>> all = QHash<QString, QString>();
};

} // namespace

/// The rules in force, compiled in this process.
class LocalDecisionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_rules = std::make_shared<RulesAs>();
        m_people = std::make_shared<SettingsAs>();
        m_decisions = std::make_unique<LocalDecisions>(m_rules, m_people);
        m_rules->publish(3);
    }

    void rulesAreReadOnceForEachVersion()
    {
        const auto first = m_decisions->rulesInForce();
        QVERIFY(first.isOk());
        QCOMPARE((*first)->ruleSetVersion(), 3);
        QCOMPARE(m_decisions->rulesInForce()->get(), first->get());
        QCOMPARE(m_rules->reads, 1);
        m_rules->publish(4);
        QCOMPARE((*m_decisions->rulesInForce())->ruleSetVersion(), 4);
        QCOMPARE(m_rules->reads, 2);
    }

    void theCeilingIsThatOfNow()
    {
        QCOMPARE((*m_decisions->rulesInForce())->ceiling(), std::optional<Money>());
        m_people->all = QHash<QString, QString>{{QLatin1String(kApprovalCeiling), QStringLiteral("500.00")}};
        QCOMPARE((*m_decisions->rulesInForce())->ceiling(), std::optional<Money>(Money{50000}));
        QCOMPARE(m_rules->reads, 1);
        m_people->all = QHash<QString, QString>();
        QCOMPARE((*m_decisions->rulesInForce())->ceiling(), std::optional<Money>());
    }

    /// What cannot be read is never taken from before: the rules may be other ones by now.
    void whatCannotBeReadIsSaid()
    {
        const auto refusal = [this] {
            const auto decided = m_decisions->decide(ordinaryProduct(), QDate(2026, 1, 15)).result();
            return decided ? QString() : decided.error().message;
        };
        QCOMPARE(refusal(), QString());
        m_rules->version = kOut;
        QCOMPARE(refusal(), kOut.message);
        m_rules->publish(3);
        m_people->all = kOut;
        QCOMPARE(refusal(), kOut.message);
        m_people->all = QHash<QString, QString>();
        m_rules->version = 4;
        m_rules->set = kOut;
        QCOMPARE(refusal(), kOut.message);
        RuleSetVersion broken;
        broken.version = 4;
        broken.packs = {{QStringLiteral("x.grl"), QStringLiteral("rule {"), true}};
        m_rules->set = broken;
        QVERIFY(!refusal().isEmpty());
        m_rules->publish(4);
        QCOMPARE(refusal(), QString());
    }

    void rulesThatWereReadBesideTheFactsAreTaken()
    {
        m_rules->version = kOut; // Not asked.
        m_people->all = kOut;
        const auto decided = m_decisions->decide(ordinaryProduct(), QDate(2026, 1, 15), {3, {}});
        QVERIFY(decided.isOk());
        QCOMPARE(decided->decision.basis.ruleSetVersion, 3);
        m_rules->set = kOut;
        QVERIFY(!m_decisions->decide(ordinaryProduct(), QDate(2026, 1, 15), {4, {}}).isOk());
    }

private:
    std::shared_ptr<RulesAs> m_rules;
    std::shared_ptr<SettingsAs> m_people;
    std::unique_ptr<LocalDecisions> m_decisions;
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::LocalDecisionsTest)
#include "local_decisions_test.moc"
