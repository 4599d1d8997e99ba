#include "app/wiring/bare_services.h"

#include "core/flow/delivered_rules.h"

#include <pwd.h>
#include <unistd.h>

namespace purchasing {
namespace {

template <typename T> QFuture<Result<T>> ready(Result<T> result)
{
    return QtFuture::makeReadyFuture(std::move(result));
}

template <typename T> QFuture<Result<T>> lacking(const char* what)
{
    return ready<T>(Error{
        ErrorKind::Unavailable, QStringLiteral("The PO service knows no %1.").arg(QLatin1String(what)), {}});
}

QString loginName()
{
    const passwd* account = ::getpwuid(::geteuid());
    return account ? QString::fromLocal8Bit(account->pw_name) : QStringLiteral("user %1").arg(::geteuid());
}

class NoOverrides : public OverrideStore
{
public:
    QFuture<Result<std::optional<Override>>> find(const QString& /*productId*/) override
    {
        return ready<std::optional<Override>>(std::optional<Override>());
    }
    QFuture<Result<std::vector<Override>>> list() override
    {
        return ready<std::vector<Override>>(std::vector<Override>());
    }
    QFuture<Result<Override>> set(const Override& /*wanted*/, std::int64_t /*seen*/,
                                  const Actor& /*actor*/) override
    {
        return lacking<Override>("overrides");
    }
    QFuture<Result<Done>> clear(const QString& /*productId*/, std::int64_t /*seen*/,
                                const Actor& /*actor*/) override
    {
        return lacking<Done>("overrides");
    }
};

class LoginAlone : public PeopleStore
{
public:
    QFuture<Result<std::vector<Person>>> people() override
    {
        return ready<std::vector<Person>>(std::vector<Person>{{loginName(), loginName(), true}});
    }
    QFuture<Result<Person>> addPerson(const QString& /*name*/, const Actor& /*actor*/) override
    {
        return lacking<Person>("people");
    }
    QFuture<Result<Done>> setPersonEnabled(const QString& /*personId*/, bool /*enabled*/,
                                           const Actor& /*actor*/) override
    {
        return lacking<Done>("people");
    }
    QFuture<Result<Actor>> operatingSystemUser() override
    {
        return ready<Actor>(Actor{loginName(), loginName(), true, loginName()});
    }
    QFuture<Result<bool>> singleOperator() override { return ready<bool>(true); }
    QFuture<Result<Done>> setSingleOperator(bool /*on*/, const Actor& /*actor*/) override
    {
        return lacking<Done>("people");
    }
    QFuture<Result<QHash<QString, QString>>> settings() override
    {
        return ready<QHash<QString, QString>>(QHash<QString, QString>());
    }
    QFuture<Result<Done>> setSetting(const QString& /*name*/, const QString& /*value*/,
                                     const Actor& /*actor*/) override
    {
        return lacking<Done>("settings");
    }
};

class NoActivity : public ActivityStore
{
public:
    QFuture<Result<Done>> recordEvaluation(const Decision& /*decision*/, const QString& /*sentence*/,
                                           const Actor& /*actor*/) override
    {
        return lacking<Done>("history");
    }
    QFuture<Result<std::vector<HistoryEntry>>> activity(const QString& /*productId*/, int /*limit*/) override
    {
        return lacking<std::vector<HistoryEntry>>("history");
    }
};

class DeliveredRules : public RuleStore
{
public:
    QFuture<Result<RuleSetVersion>> current() override { return ready<RuleSetVersion>(delivered()); }
    QFuture<Result<std::vector<RuleSetVersion>>> versions() override
    {
        return ready<std::vector<RuleSetVersion>>(std::vector<RuleSetVersion>{delivered()});
    }
    QFuture<Result<RuleSetVersion>> publish(const std::vector<RulePack>& /*packs*/, std::int64_t /*basedOn*/,
                                            const QString& /*reason*/, const Actor& /*author*/) override
    {
        return lacking<RuleSetVersion>("rules");
    }
    QFuture<Result<RuleProposal>> propose(const std::vector<RulePack>& /*packs*/, std::int64_t /*basedOn*/,
                                          const QString& /*reason*/, const Actor& /*author*/) override
    {
        return lacking<RuleProposal>("rules");
    }
    QFuture<Result<std::vector<RuleProposal>>> proposals() override
    {
        return ready<std::vector<RuleProposal>>(std::vector<RuleProposal>());
    }
    QFuture<Result<RuleSetVersion>> confirm(std::int64_t /*proposalId*/, const QByteArray& /*hash*/,
                                            const Actor& /*actor*/) override
    {
        return lacking<RuleSetVersion>("rules");
    }
    QFuture<Result<Done>> withdraw(std::int64_t /*proposalId*/, const Actor& /*actor*/) override
    {
        return lacking<Done>("rules");
    }
    QFuture<Result<RuleDraft>> draft(const Actor& /*author*/) override
    {
        return ready<RuleDraft>(RuleDraft());
    }
    QFuture<Result<RuleDraft>> saveDraft(const RuleDraft& /*draft*/, const Actor& /*author*/) override
    {
        return lacking<RuleDraft>("drafts");
    }
    QFuture<Result<RuleDraft>> discardDraft(std::int64_t /*revision*/, const Actor& /*author*/) override
    {
        return lacking<RuleDraft>("drafts");
    }

private:
    static RuleSetVersion delivered()
    {
        RuleSetVersion rules;
        rules.version = 1;
        rules.packs = deliveredRules();
        rules.hash = ruleSetHash(rules.packs);
        return rules;
    }
};

} // namespace

void standInForPoService(FlowPorts& ports)
{
    ports.overrides = std::make_shared<NoOverrides>();
    ports.people = std::make_shared<LoginAlone>();
    ports.activity = std::make_shared<NoActivity>();
    ports.rules = std::make_shared<DeliveredRules>();
    ports.decisions = nullptr;
    ports.orchestrator = nullptr;
    ports.batches = nullptr;
    ports.outbox = nullptr;
    ports.audit = nullptr;
}

} // namespace purchasing
