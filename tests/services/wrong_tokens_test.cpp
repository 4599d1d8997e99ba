#include "core/services/identity.h"

#include "orchestrator.grpc.pb.h"
#include "policy.pb.h"

#include <grpcpp/grpcpp.h>

#include <vector>

#include "tests/services/http_exchange.h"
#include "tests/services/service_call.h"

namespace purchasing::services {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

/// A clock that goes when the test says so.
struct Clock
{
    WrongTokens::Clock::time_point now{};
    [[nodiscard]] std::function<WrongTokens::Clock::time_point()> reader()
    {
        return [this] { return now; };
    }
};

/// Knows one token, "pf_good", and counts who asks.
class OneToken : public TokenStore
{
public:
    QFuture<Result<IssuedToken>> issue(const QString&, Roles, int, const Actor&) override
    {
        return no<IssuedToken>();
    }
    QFuture<Result<std::vector<AccessToken>>> tokens() override { return no<std::vector<AccessToken>>(); }
    QFuture<Result<Done>> revoke(const QString&, const Actor&) override { return no<Done>(); }
    QFuture<Result<Done>> setRoles(const QString&, Roles, const Actor&) override { return no<Done>(); }
    QFuture<Result<TokenHolder>> identify(const QString& secret) override
    {
        ++asked;
        if (secret != QLatin1String("pf_good"))
            return no<TokenHolder>();
        return QtFuture::makeReadyFuture(Result<TokenHolder>(
            TokenHolder{{QStringLiteral("p1"), QStringLiteral("Ann"), false}, kAllRoles}));
    }
    int asked = 0;

private:
    template <typename T> QFuture<Result<T>> no()
    {
        return QtFuture::makeReadyFuture(
            Result<T>(Error{ErrorKind::NotFound, QStringLiteral("No such token."), {}}));
    }
};

/// Somebody who shows tokens, and what they were told.
struct Door
{
    Door() { policy.add_people("anyone"); }

    void show(const char* token, const std::string& address, const QString& service = {})
    {
        last.reset();
        identity.admit(
            {QLatin1String(token), service, address}, policy, [this](const Caller&) { ++admitted; },
            [this](const Refusal& refusal) { last = refusal; });
    }

    Clock clock;
    std::shared_ptr<OneToken> store = std::make_shared<OneToken>();
    std::vector<std::pair<milliseconds, std::function<void()>>> waiting;
    Identity identity{Identity::Trust{{},
                                      {},
                                      true,
                                      store,
                                      std::make_shared<WrongTokens>(20, clock.reader()),
                                      [this](milliseconds pause, std::function<void()> then) {
                                          waiting.emplace_back(pause, std::move(then));
                                      }}};
    Policy policy;
    int admitted = 0;
    std::optional<Refusal> last;
};

} // namespace

/// Whoever shows wrong tokens waits, and nobody else.
class WrongTokensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachWaitsLongerThanTheOneBefore()
    {
        Clock clock;
        WrongTokens tokens(20, clock.reader());
        milliseconds before{0};
        for (int i = 1; i <= 20; ++i) {
            QCOMPARE(tokens.closedFor("192.0.2.1").count(), 0);
            const milliseconds pause = tokens.note("192.0.2.1");
            QVERIFY2(i < 7 ? pause > before : pause == before, qPrintable(QString::number(i)));
            before = pause;
        }
        QCOMPARE(tokens.closedFor("192.0.2.1"), seconds(60));
        QCOMPARE(tokens.closedFor("192.0.2.2").count(), 0);
        clock.now += milliseconds(58500);
        QCOMPARE(tokens.closedFor("192.0.2.1"), seconds(2));
        clock.now += milliseconds(1500);
        QCOMPARE(tokens.closedFor("192.0.2.1").count(), 0);
        QCOMPARE(tokens.note("192.0.2.1"), milliseconds(100)); // As if nothing had been.
    }

    void anIpv6NetworkIsOneAddress()
    {
        QCOMPARE(networkOf("2001:db8::1"), networkOf("2001:db8::ffff:2"));
        QVERIFY(networkOf("2001:db8:0:1::1") != networkOf("2001:db8:0:2::1"));
        QCOMPARE(networkOf("::ffff:192.0.2.1"), std::string("192.0.2.1"));
        QCOMPARE(networkOf("192.0.2.1"), std::string("192.0.2.1"));
    }

    void noLimitNeverWaits()
    {
        WrongTokens tokens(0);
        for (int i = 0; i < 100; ++i)
            QCOMPARE(tokens.note("192.0.2.1").count(), 0);
        QCOMPARE(tokens.closedFor("192.0.2.1").count(), 0);
    }

    void aRefusalIsHeldBackAndThenNothingIsLookedAt()
    {
        Door door;
        for (int i = 0; i < 20; ++i) {
            door.show("pf_bad", "192.0.2.1");
            QVERIFY2(!door.last, "A wrong token was refused at once.");
        }
        QCOMPARE(door.waiting.size(), std::size_t{20});
        door.waiting.back().second();
        QVERIFY(door.last && door.last->kind == Refusal::Kind::Unknown);
        QCOMPARE(door.store->asked, 20);

        door.show("pf_bad", "192.0.2.1");
        QVERIFY(door.last && door.last->kind == Refusal::Kind::TooMany);
        QCOMPARE(door.last->retryAfter, seconds(60));
        // Not even a good one, which could be the last of many guesses.
        door.show("pf_good", "192.0.2.1");
        QVERIFY(door.last && door.last->kind == Refusal::Kind::TooMany);
        QCOMPARE(door.store->asked, 20); // Nobody was asked.

        door.show("pf_good", "192.0.2.2");
        QVERIFY(!door.last);
        QCOMPARE(door.admitted, 1);
        // Known by now: even beside whoever guesses there.
        door.show("pf_good", "192.0.2.1");
        QCOMPARE(door.admitted, 2);
        door.clock.now += std::chrono::minutes(1);
        door.show("pf_bad", "192.0.2.1");
        QVERIFY(!door.last); // Looked at again.
        QCOMPARE(door.waiting.back().first, milliseconds(100));
    }

    void aServicePassesOnWhatOthersShow()
    {
        Door door;
        for (int i = 0; i < 50; ++i) {
            door.show("pf_bad", "192.0.2.1", QStringLiteral("orchestrator"));
            QVERIFY(door.last && door.last->kind == Refusal::Kind::Unknown);
        }
        QVERIFY(door.waiting.empty());
    }

    void overTheWire()
    {
        const tests::RunningServices services({}, 1000, {},
                                              [](ServiceOptions& options) { options.wrongTokens = 2; });
        const auto& ports = services.ports();
        const Actor us = *ports.people->operatingSystemUser().result();
        const auto person = ports.people->addPerson(QStringLiteral("Ann"), us).result();
        const auto token = ports.tokens->issue(person->personId, Role::Planner, 1, us).result();
        const auto ask = [&services](const QByteArray& shown) {
            return tests::exchange(services.httpPort(),
                                   tests::flowRequest("PROD-002", "Authorization: Bearer " + shown + "\r\n"));
        };
        const QByteArray good = token->secret.toLatin1();
        QCOMPARE(ask(good).status, 200);
        QCOMPARE(ask("pf_bad").status, 401);
        QCOMPARE(ask("pf_bad").status, 401);
        const tests::HttpAnswer closed = ask("pf_bad");
        QCOMPARE(closed.status, 429);
        QVERIFY(closed.headers.value("retry-after").toInt() >= 1);
        QCOMPARE(ask(good).status, 200);

        const auto stub =
            orchestrator::OrchestratorService::NewStub(tests::channelTo(services.address("orchestrator")));
        grpc::ClientContext context;
        context.AddMetadata("authorization", "Bearer pf_bad");
        context.set_wait_for_ready(true);
        orchestrator::FlowRequest request;
        request.set_product_id("PROD-002");
        orchestrator::FlowResponse response;
        QCOMPARE(stub->Flow(&context, request, &response).error_code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
        QCOMPARE(context.GetServerTrailingMetadata().count("retry-after"), std::size_t{1});
    }
};

} // namespace purchasing::services

QTEST_GUILESS_MAIN(purchasing::services::WrongTokensTest)
#include "wrong_tokens_test.moc"
