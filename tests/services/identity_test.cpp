#include "app/services/tls_files.h"

#include "orchestrator.grpc.pb.h"
#include "policy.pb.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <grpcpp/generic/generic_stub.h>

#include <future>
#include <google/protobuf/descriptor.h>
#include <optional>

#include "tests/services/running_services.h"

namespace purchasing::tests {
namespace {

/// Somebody who calls, and what they are.
struct Somebody
{
    QString name;
    QString certificate = {}; ///< "orchestrator"; empty: none.
    QString token = {};
    std::optional<Role> role = {}; ///< That the token is for; unset: it is good for nothing.
};

bool names(const google::protobuf::RepeatedPtrField<std::string>& list, const std::string& name)
{
    return std::find(list.begin(), list.end(), name) != list.end();
}

/// What the policy says of them, in the words of the table: nothing of this is how the program decides it.
enum class Verdict { Admitted, Unknown, Forbidden };
Verdict verdictOn(const Somebody& somebody, const Policy& policy)
{
    if (policy.everybody())
        return Verdict::Admitted;
    const bool roleSuffices = somebody.role
        && (names(policy.people(), "anyone") || names(policy.people(), textOf(*somebody.role).toStdString()));
    const bool isServiceOfIt = !somebody.certificate.isEmpty()
        && (names(policy.services(), "any") || names(policy.services(), somebody.certificate.toStdString()));
    if (isServiceOfIt && !policy.on_behalf())
        return Verdict::Admitted;
    if (isServiceOfIt && somebody.role && policy.people().empty())
        return Verdict::Admitted;
    if (roleSuffices)
        return Verdict::Admitted;
    const bool hasShownSomething = somebody.role || (!somebody.certificate.isEmpty() && !isServiceOfIt);
    return hasShownSomething ? Verdict::Forbidden : Verdict::Unknown;
}

/// A store of tokens that cannot be asked.
class NoTokens : public TokenStore
{
public:
    QFuture<Result<IssuedToken>> issue(const QString&, Roles, int, const Actor&) override
    {
        return out<IssuedToken>();
    }
    QFuture<Result<std::vector<AccessToken>>> tokens() override { return out<std::vector<AccessToken>>(); }
    QFuture<Result<Done>> revoke(const QString&, const Actor&) override { return out<Done>(); }
    QFuture<Result<Done>> setRoles(const QString&, Roles, const Actor&) override { return out<Done>(); }
    QFuture<Result<TokenHolder>> identify(const QString&) override { return out<TokenHolder>(); }

private:
    template <typename T> QFuture<Result<T>> out()
    {
        return QtFuture::makeReadyFuture(
            Result<T>(Error{ErrorKind::Unavailable, QStringLiteral("po-service does not answer."), {}}));
    }
};
/// How the answer differs from what the policy says of the caller; empty where it does not.
QString differenceFrom(const Policy& policy, Somebody somebody, const grpc::Status& status)
{
    if (somebody.certificate == QLatin1String("planner"))
        somebody.certificate.clear(); // No service's.
    Verdict wanted = verdictOn(somebody, policy);
    // A token that is good for nothing is not looked up where no token would do.
    if (wanted == Verdict::Unknown && !somebody.token.isEmpty() && policy.people().empty())
        wanted = Verdict::Forbidden;
    const Verdict told = status.error_code() == grpc::StatusCode::UNAUTHENTICATED ? Verdict::Unknown
        : status.error_code() == grpc::StatusCode::PERMISSION_DENIED              ? Verdict::Forbidden
                                                                                  : Verdict::Admitted;
    return told == wanted ? QString()
                          : QStringLiteral("%1 %2")
                                .arg(status.error_code())
                                .arg(QString::fromStdString(status.error_message()));
}

} // namespace

/// Encrypted services: whoever calls any of their methods or routes gets what the policy table says.
class IdentityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyMethodAdmitsWhomItsPolicyNames();
    void aRouteAdmitsWhomItsMethodAdmits();
    void aStrangersCertificateIsRefused();
    void whoActsIsTheTokensPerson();
    void aRevokedTokenIsForgotten();
    void nobodyIsAskedWhereTheStoreIsOut();

private:
    [[nodiscard]] std::string pem(const QString& name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    }
    [[nodiscard]] std::shared_ptr<grpc::Channel> channelAs(const std::string& service,
                                                           const QString& certificate) const
    {
        grpc::SslCredentialsOptions options;
        options.pem_root_certs = pem(QStringLiteral("ca.crt"));
        if (!certificate.isEmpty()) {
            options.pem_cert_chain = pem(certificate + QStringLiteral(".crt"));
            options.pem_private_key = pem(certificate + QStringLiteral(".key"));
        }
        return grpc::CreateChannel(m_services->address(service), grpc::SslCredentials(options));
    }
    /// Calls a method with an empty request; the status tells who was admitted.
    [[nodiscard]] grpc::Status callEmpty(const std::string& service, const std::string& method,
                                         const Somebody& somebody,
                                         std::chrono::seconds patience = std::chrono::seconds(30)) const;
    [[nodiscard]] Somebody holderOf(Role role);
    [[nodiscard]] int statusOfFlow(const QString& token);

    QTemporaryDir m_folder;
    std::unique_ptr<RunningServices> m_services;
    std::vector<Somebody> m_everybody;
    std::map<std::pair<std::string, QString>, std::shared_ptr<grpc::Channel>> m_channels;
};

Somebody IdentityTest::holderOf(Role role)
{
    const FlowPorts& ports = m_services->ports();
    const Actor us = *ports.people->operatingSystemUser().result();
    static int count = 0;
    const QString name = QStringLiteral("Holder %1 of %2").arg(++count).arg(textOf(role));
    const Result<Person> person = ports.people->addPerson(name, us).result();
    const Result<IssuedToken> token = ports.tokens->issue(person->personId, role, 1, us).result();
    if (!token)
        qFatal("%s", qPrintable(token.error().message));
    return {name, {}, token->secret, role};
}

void IdentityTest::initTestCase()
{
    QStringList services;
    for (const std::string& name : kServiceNames)
        services << QString::fromStdString(name);
    const auto made = makeCertificates(m_folder.path(), services, {});
    QVERIFY2(made.isOk(), made ? "" : qPrintable(made.error().message));
    const TlsIdentity tls{pem(QStringLiteral("orchestrator.crt")), pem(QStringLiteral("orchestrator.key")),
                          pem(QStringLiteral("ca.crt"))};
    m_services = std::make_unique<RunningServices>(std::function<void(FlowPorts&)>(), 1000, tls,
                                                   [](ServiceOptions& options) { options.wrongTokens = 0; });

    m_everybody.push_back({QStringLiteral("nobody")});
    m_everybody.push_back({QStringLiteral("a bad token"), {}, QStringLiteral("pf_1_2")});
    Somebody revoked = holderOf(Role::Planner);
    const FlowPorts& ports = m_services->ports();
    const QString id = ports.tokens->tokens().result()->front().tokenId;
    QVERIFY(ports.tokens->revoke(id, *ports.people->operatingSystemUser().result()).result().isOk());
    m_everybody.push_back({QStringLiteral("a revoked token"), {}, revoked.token});
    for (const Role role : {Role::Approver, Role::RuleAuthor, Role::Admin, Role::Auditor}) {
        m_everybody.push_back(holderOf(role));
        Somebody through = m_everybody.back();
        through.certificate = QStringLiteral("orchestrator");
        through.name += QStringLiteral(" through the orchestrator");
        m_everybody.push_back(through);
    }
    const Actor us = *ports.people->operatingSystemUser().result();
    const Result<Person> planner = ports.people->addPerson(QStringLiteral("Planner"), us).result();
    const auto token = ports.tokens->issue(planner->personId, Role::Planner, 1, us).result();
    QVERIFY(token.isOk());
    m_everybody.push_back({QStringLiteral("Planner"), {}, token->secret, Role::Planner});
    m_everybody.push_back({QStringLiteral("Planner through the orchestrator"), QStringLiteral("orchestrator"),
                           token->secret, Role::Planner});
    for (const QString& service : services + QStringList{QStringLiteral("planner")})
        m_everybody.push_back({QStringLiteral("the certificate of ") + service, service});
}

grpc::Status IdentityTest::callEmpty(const std::string& service, const std::string& method,
                                     const Somebody& somebody, std::chrono::seconds patience) const
{
    const auto known = m_channels.find({service, somebody.certificate});
    grpc::GenericStub stub(known == m_channels.end() ? channelAs(service, somebody.certificate)
                                                     : known->second);
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + patience);
    if (!somebody.token.isEmpty())
        context.AddMetadata("authorization", "Bearer " + somebody.token.toStdString());
    grpc::CompletionQueue queue;
    const grpc::ByteBuffer nothing = [] {
        const grpc::Slice empty("");
        return grpc::ByteBuffer(&empty, 1);
    }();
    const auto call = stub.PrepareUnaryCall(&context, method, nothing, &queue);
    grpc::ByteBuffer answer;
    grpc::Status status;
    call->StartCall();
    call->Finish(&answer, &status, nullptr);
    void* tag = nullptr;
    bool ok = false;
    queue.Next(&tag, &ok);
    return status;
}

void IdentityTest::everyMethodAdmitsWhomItsPolicyNames()
{
    const std::vector<std::pair<std::string, std::string>> portOf = {
        {"oms.OmsService", "oms"},
        {"inventory.InventoryService", "inventory"},
        {"supplier.SupplierService", "supplier"},
        {"uom.UomService", "uom"},
        {"rule_engine.RuleEngineService", "rules"},
        {"rule_sets.RuleSetService", "rules"},
        {"rule_sets.RuleSetService", "po"},
        {"po.PoService", "po"},
        {"orchestrator.OrchestratorService", "orchestrator"}};
    int cells = 0;
    for (const auto& [fullName, port] : portOf) {
        const auto* service = google::protobuf::DescriptorPool::generated_pool()->FindServiceByName(fullName);
        QVERIFY(service);
        for (const Somebody& somebody : m_everybody) {
            std::shared_ptr<grpc::Channel>& channel = m_channels[{port, somebody.certificate}];
            if (!channel)
                channel = channelAs(port, somebody.certificate);
        }
        for (int i = 0; i < service->method_count(); ++i) {
            const google::protobuf::MethodDescriptor& method = *service->method(i);
            // Together, because those who are admitted to a watch watch until their time is over.
            std::vector<std::future<grpc::Status>> asked;
            for (const Somebody& somebody : m_everybody) {
                asked.push_back(
                    std::async(std::launch::async, [this, &somebody, &method, place = port, name = fullName] {
                        return callEmpty(place, "/" + name + "/" + method.name(), somebody,
                                         std::chrono::seconds(method.name() == "Watch" ? 2 : 30));
                    }));
            }
            for (std::size_t j = 0; j < m_everybody.size(); ++j) {
                const grpc::Status status = asked[j].get();
                const QString difference =
                    differenceFrom(method.options().GetExtension(purchasing::policy), m_everybody[j], status);
                QVERIFY2(difference.isEmpty(),
                         qPrintable(QString::fromStdString(method.full_name() + " at " + port + " as ")
                                    + m_everybody[j].name + QStringLiteral(": ") + difference));
                ++cells;
            }
        }
    }
    QVERIFY2(cells > 1200, qPrintable(QString::number(cells)));
}

int IdentityTest::statusOfFlow(const QString& token)
{
    QNetworkRequest request(
        QUrl(QStringLiteral("https://127.0.0.1:%1/purchasing/flow").arg(m_services->httpPort())));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(
        QSslCertificate::fromData(QByteArray::fromStdString(pem(QStringLiteral("ca.crt")))));
    request.setSslConfiguration(tls);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token.toUtf8());
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(network.post(request, R"({"product_id":"NO-SUCH"})"));
    if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }, 30000))
        return -1;
    if (reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isNull())
        qWarning("%s", qPrintable(reply->errorString()));
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

void IdentityTest::aRouteAdmitsWhomItsMethodAdmits()
{
    for (const Somebody& somebody : m_everybody) {
        if (!somebody.certificate.isEmpty())
            continue; // Over HTTP nobody shows one.
        const int wanted = !somebody.role ? 401 : *somebody.role == Role::Planner ? 404 : 403;
        QVERIFY2(statusOfFlow(somebody.token) == wanted, qPrintable(somebody.name));
    }
}

void IdentityTest::aStrangersCertificateIsRefused()
{
    const QTemporaryDir elsewhere;
    QVERIFY(makeCertificates(elsewhere.path(), {QStringLiteral("orchestrator")}, {}).isOk());
    const auto strange = [&elsewhere](const char* name) {
        QFile file(elsewhere.filePath(QLatin1String(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    };
    grpc::SslCredentialsOptions options;
    options.pem_root_certs = pem(QStringLiteral("ca.crt"));
    options.pem_cert_chain = strange("orchestrator.crt");
    options.pem_private_key = strange("orchestrator.key");
    m_channels[{"po", QStringLiteral("strange")}] =
        grpc::CreateChannel(m_services->address("po"), grpc::SslCredentials(options));
    const Somebody stranger{QStringLiteral("stranger"), QStringLiteral("strange")};
    QCOMPARE(callEmpty("po", "/po.PoService/RulesInForce", stranger).error_code(),
             grpc::StatusCode::UNAVAILABLE);
    // Nor does one who speaks plain text get anywhere.
    m_channels[{"po", QStringLiteral("plain")}] =
        grpc::CreateChannel(m_services->address("po"), grpc::InsecureChannelCredentials());
    const Somebody plain{QStringLiteral("plain"), QStringLiteral("plain")};
    QCOMPARE(callEmpty("po", "/po.PoService/HealthCheck", plain).error_code(), grpc::StatusCode::UNAVAILABLE);
}

void IdentityTest::whoActsIsTheTokensPerson()
{
    const auto planner = std::find_if(m_everybody.begin(), m_everybody.end(), [](const Somebody& somebody) {
        return somebody.name == QLatin1String("Planner");
    });
    const auto stub = orchestrator::OrchestratorService::NewStub(channelAs("orchestrator", {}));
    orchestrator::FlowRequest request;
    request.set_product_id("PROD-002");
    orchestrator::FlowResponse response;
    grpc::ClientContext context;
    context.AddMetadata("authorization", "Bearer " + planner->token.toStdString());
    const grpc::Status status = stub->Flow(&context, request, &response);
    QVERIFY2(status.ok(), status.error_message().c_str());
    const auto order =
        m_services->ports().orders->find(QString::fromStdString(response.po().po_id())).result();
    QVERIFY(order.isOk());
    QCOMPARE(order->createdByName, QStringLiteral("Planner"));
    const auto history = m_services->ports().orders->history(order->poId).result();
    const auto created = std::find_if(history->begin(), history->end(), [](const HistoryEntry& entry) {
        return entry.action == QLatin1String("order.created");
    });
    QVERIFY(created != history->end());
    QVERIFY2(created->login.startsWith(QStringLiteral("token ")), qPrintable(created->login));
}

void IdentityTest::aRevokedTokenIsForgotten()
{
    const Somebody holder = holderOf(Role::Planner);
    QCOMPARE(statusOfFlow(holder.token), 404);
    const FlowPorts& ports = m_services->ports();
    const QString id = ports.tokens->tokens().result()->front().tokenId;
    QVERIFY(ports.tokens->revoke(id, *ports.people->operatingSystemUser().result()).result().isOk());
    // It is remembered for ten seconds.
    QTRY_COMPARE_WITH_TIMEOUT(statusOfFlow(holder.token), 401, 20000);
}

void IdentityTest::nobodyIsAskedWhereTheStoreIsOut()
{
    m_channels.clear();
    const TlsIdentity tls{pem(QStringLiteral("orchestrator.crt")), pem(QStringLiteral("orchestrator.key")),
                          pem(QStringLiteral("ca.crt"))};
    m_services = std::make_unique<RunningServices>(
        [](FlowPorts& ports) { ports.tokens = std::make_shared<NoTokens>(); }, 1000, tls);
    QCOMPARE(statusOfFlow(QStringLiteral("pf_1_2")), 503);
    const Somebody somebody{QStringLiteral("somebody"), {}, QStringLiteral("pf_1_2")};
    QCOMPARE(callEmpty("oms", "/oms.OmsService/GetHistory", somebody).error_code(),
             grpc::StatusCode::UNAVAILABLE);
}

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::IdentityTest)
#include "identity_test.moc"
