#pragma once

#include <map>

#include "tests/services/order_invariants.h"
#include "tests/services/separate_services.h"
#include "tests/services/service_call.h"

namespace purchasing::tests {

/// How long whoever asks waits: longer than a flow may take.
inline constexpr std::chrono::seconds kPatienceOfCaller{10};

struct FlowAnswer
{
    grpc::Status status;
    orchestrator::FlowResponse response;
    std::chrono::milliseconds took{0};

    /// What cannot be read is not guessed: the product is blocked, and its answer says so.
    [[nodiscard]] bool isOrdered() const { return status.ok() && response.has_po(); }
};

/// Seven programs with a network before one of them that can be made bad, and products that need an order.
class FaultLab
{
public:
    using Wire = SeparateServices::Wire;

    FaultLab(const std::string& link, Wire wire)
        : m_link(link)
        , m_services(SeparateServices::On::File, wire, {}, {link})
        , m_channel(m_services.channelTo("orchestrator"))
        , m_flows(orchestrator::OrchestratorService::NewStub(m_channel))
    {
        if (wire == Wire::Encrypted)
            m_token = tokenOfPlanner();
        for (const QString& id : demoProducts(m_services.beside())) {
            orchestrator::OutcomeResponse response;
            if (!evaluate(id, response, true))
                continue;
            const auto& outputs = response.explained().decision().outputs();
            if (!outputs.should_create_po())
                continue;
            m_products << id;
            m_invariants.wanted.insert(id, outputs.order_qty_e4() / Quantity::kScale);
        }
    }

    [[nodiscard]] bool isUsedUp() const { return m_products.isEmpty(); }
    [[nodiscard]] QString takeProduct() { return m_products.takeFirst(); }
    [[nodiscard]] FaultProxy& network() { return m_services.proxy(m_link); }
    [[nodiscard]] const OrderInvariants& invariants() const { return m_invariants; }

    /// `waits`: for a connection, too. Our own way is only made while somebody waits for it.
    [[nodiscard]] FlowAnswer flow(const QString& productId, const QString& key, bool waits = false)
    {
        FlowAnswer answer;
        orchestrator::FlowRequest request;
        request.set_product_id(productId.toStdString());
        request.set_idempotency_key(key.toStdString());
        grpc::ClientContext context;
        prepare(context, kPatienceOfCaller);
        context.set_wait_for_ready(waits);
        const auto begin = std::chrono::steady_clock::now();
        answer.status = m_flows->Flow(&context, request, &answer.response);
        answer.took =
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
        return answer;
    }
    /// Whether everybody whom a flow asks can be asked.
    [[nodiscard]] bool isWhole()
    {
        orchestrator::OutcomeResponse response;
        return evaluate(m_invariants.wanted.begin().key(), response, true)
            && response.explained().decision().problems_size() == 0;
    }
    /// Orders another product each time until one is answered: after a start connections may take more
    /// than one try. Gives what went each way meanwhile.
    [[nodiscard]] std::map<Way, qint64> measure(bool isNewConnection)
    {
        std::string why;
        for (int attempt = 0; attempt < 20 && !isUsedUp(); ++attempt) {
            std::map<Way, qint64> bytes;
            for (const Way way : {Way::ToServer, Way::ToClient})
                bytes[way] = -network().passed(way);
            if (isNewConnection)
                connectAnew();
            const FlowAnswer answer =
                flow(takeProduct(), QStringLiteral("measure-%1").arg(m_products.size()));
            for (auto& [way, count] : bytes)
                count += network().passed(way);
            if (answer.status.ok())
                return bytes;
            why = answer.status.error_message();
            QTest::qWait(200);
        }
        qFatal("Nothing is answered though the network is good: %s", why.c_str());
    }
    /// Whoever is connected notices that they are no more, and begins to connect. Our own way does so only
    /// while somebody looks.
    void connectAnew()
    {
        network().dropConnections();
        m_channel->WaitForStateChange(GRPC_CHANNEL_READY,
                                      std::chrono::system_clock::now() + std::chrono::milliseconds(30));
        (void)m_channel->GetState(true);
    }
    /// The orders of the product that were made here.
    [[nodiscard]] std::vector<PurchaseOrder> ordersOf(const QString& productId) const
    {
        OrderFilter filter;
        filter.productId = productId;
        auto orders = m_services.orders()->list(filter).result();
        if (!orders)
            qFatal("%s", qPrintable(orders.error().message));
        std::erase_if(*orders,
                      [this](const PurchaseOrder& order) { return order.createdAt < m_invariants.since; });
        return *orders;
    }

private:
    [[nodiscard]] QString tokenOfPlanner() const
    {
        const FlowPorts& ports = m_services.beside();
        const Actor us = *ports.people->operatingSystemUser().result();
        const Result<Person> ann = ports.people->addPerson(QStringLiteral("Ann"), us).result();
        const auto issued = ports.tokens->issue(ann->personId, Role::Planner, 1, us).result();
        if (!issued)
            qFatal("%s", qPrintable(issued.error().message));
        return issued->secret;
    }
    bool evaluate(const QString& productId, orchestrator::OutcomeResponse& response, bool waits)
    {
        orchestrator::EvaluateRequest request;
        request.set_product_id(productId.toStdString());
        grpc::ClientContext context;
        prepare(context, kPatienceOfCaller);
        context.set_wait_for_ready(waits);
        return m_flows->Evaluate(&context, request, &response).ok();
    }
    void prepare(grpc::ClientContext& context, std::chrono::seconds patience) const
    {
        context.set_deadline(std::chrono::system_clock::now() + patience);
        if (!m_token.isEmpty())
            context.AddMetadata("authorization", "Bearer " + m_token.toStdString());
    }

    std::string m_link;
    SeparateServices m_services;
    std::shared_ptr<grpc::Channel> m_channel;
    std::unique_ptr<orchestrator::OrchestratorService::Stub> m_flows;
    QString m_token; ///< Empty where nobody need show one.
    OrderInvariants m_invariants{
        m_services.beside(), m_services.outbox(), {}, QDateTime::currentDateTimeUtc()};
    QStringList m_products;
};

} // namespace purchasing::tests
