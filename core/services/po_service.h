#pragma once

#include "core/ports/activity_store.h"
#include "core/ports/audit_store.h"
#include "core/ports/batch_store.h"
#include "core/ports/order_store.h"
#include "core/ports/outbox_store.h"
#include "core/ports/override_store.h"
#include "core/ports/people_store.h"
#include "core/ports/rule_store.h"
#include "core/services/change_hub.h"
#include "core/services/health.h"

#include "po.grpc.pb.h"

#include <QThreadPool>

#include <functional>
#include <memory>

namespace purchasing::services {

/// What the Purchase Order service stands on: po_db and nothing else.
struct PoPorts
{
    std::shared_ptr<OrderStore> orders;
    std::shared_ptr<OverrideStore> overrides;
    std::shared_ptr<PeopleStore> people;
    std::shared_ptr<RuleStore> rules;
    std::shared_ptr<ActivityStore> activity;
    std::shared_ptr<BatchStore> batches;
    std::shared_ptr<OutboxStore> outbox;
    std::shared_ptr<AuditStore> audit;
    std::shared_ptr<ChangeHub> changes;
    std::shared_ptr<TokenStore> tokens;
    /// Gives waiting messages to the channel; blocks until nothing is due.
    std::function<void()> deliverOutbox;
    Money approvalLimit{1000000}; ///< PO_APPROVAL_LIMIT: a draft above it needs approval.
};

/// Owns the orders: creates, approves, sends and tells of them; knows the people and their tokens. Who acts
/// is who called, never a name in a message. Any thread.
class PoService : public po::PoService::CallbackService
{
public:
    PoService(PoPorts ports, Entrance entrance);
    ~PoService() override;

    grpc::ServerUnaryReactor* Create(grpc::CallbackServerContext* call, const po::CreateRequest* request,
                                     po::CreateResponse* response) override;
    grpc::ServerUnaryReactor* Send(grpc::CallbackServerContext* call, const po::SendRequest* request,
                                   po::SendResponse* response) override;
    grpc::ServerUnaryReactor* HealthCheck(grpc::CallbackServerContext* call, const po::HealthRequest*,
                                          po::HealthResponse* response) override;
    grpc::ServerUnaryReactor* Get(grpc::CallbackServerContext* call, const po::GetRequest* request,
                                  po::OrderResponse* response) override;
    grpc::ServerUnaryReactor* OrderOfKey(grpc::CallbackServerContext* call,
                                         const po::OrderOfKeyRequest* request,
                                         po::OrderResponse* response) override;
    grpc::ServerWriteReactor<po::OrderPiece>* List(grpc::CallbackServerContext* call,
                                                   const po::ListRequest* request) override;
    grpc::ServerUnaryReactor* OpenOrders(grpc::CallbackServerContext* call,
                                         const po::OpenOrdersRequest* request,
                                         po::OpenOrdersResponse* response) override;
    grpc::ServerWriteReactor<po::OpenOrdersPiece>* ListOpenOrders(grpc::CallbackServerContext* call,
                                                                  const po::ListOpenOrdersRequest*) override;
    grpc::ServerUnaryReactor* Approve(grpc::CallbackServerContext* call, const po::DecideRequest* request,
                                      po::OrderResponse* response) override;
    grpc::ServerUnaryReactor* Reject(grpc::CallbackServerContext* call, const po::DecideRequest* request,
                                     po::OrderResponse* response) override;
    grpc::ServerUnaryReactor* Cancel(grpc::CallbackServerContext* call, const po::DecideRequest* request,
                                     po::OrderResponse* response) override;
    grpc::ServerUnaryReactor* Receive(grpc::CallbackServerContext* call, const po::DecideRequest* request,
                                      po::OrderResponse* response) override;
    grpc::ServerUnaryReactor* CloseShort(grpc::CallbackServerContext* call, const po::DecideRequest* request,
                                         po::OrderResponse* response) override;
    grpc::ServerUnaryReactor* History(grpc::CallbackServerContext* call, const po::HistoryRequest* request,
                                      po::HistoryResponse* response) override;
    grpc::ServerUnaryReactor* FindOverride(grpc::CallbackServerContext* call,
                                           const po::OverrideRequest* request,
                                           po::OverrideResponse* response) override;
    grpc::ServerUnaryReactor* ListOverrides(grpc::CallbackServerContext* call,
                                            const po::ListOverridesRequest* request,
                                            po::ListOverridesResponse* response) override;
    grpc::ServerUnaryReactor* SetOverride(grpc::CallbackServerContext* call,
                                          const po::SetOverrideRequest* request,
                                          po::OverrideResponse* response) override;
    grpc::ServerUnaryReactor* ClearOverride(grpc::CallbackServerContext* call,
                                            const po::ClearOverrideRequest* request,
                                            po::DoneResponse* response) override;
    grpc::ServerUnaryReactor* ListPeople(grpc::CallbackServerContext* call,
                                         const po::ListPeopleRequest* request,
                                         po::ListPeopleResponse* response) override;
    grpc::ServerUnaryReactor* AddPerson(grpc::CallbackServerContext* call,
                                        const po::AddPersonRequest* request,
                                        po::AddPersonResponse* response) override;
    grpc::ServerUnaryReactor* EnablePerson(grpc::CallbackServerContext* call,
                                           const po::EnablePersonRequest* request,
                                           po::DoneResponse* response) override;
    grpc::ServerUnaryReactor* SingleOperator(grpc::CallbackServerContext* call,
                                             const po::SingleOperatorRequest* request,
                                             po::SingleOperatorResponse* response) override;
    grpc::ServerUnaryReactor* SetSingleOperator(grpc::CallbackServerContext* call,
                                                const po::SetSingleOperatorRequest* request,
                                                po::DoneResponse* response) override;
    grpc::ServerUnaryReactor* SetSetting(grpc::CallbackServerContext* call,
                                         const po::SetSettingRequest* request,
                                         po::DoneResponse* response) override;
    grpc::ServerUnaryReactor* Activity(grpc::CallbackServerContext* call, const po::ActivityRequest* request,
                                       po::HistoryResponse* response) override;
    grpc::ServerUnaryReactor* Settings(grpc::CallbackServerContext* call, const po::SettingsRequest*,
                                       po::SettingsResponse* response) override;
    grpc::ServerUnaryReactor* WhoAmI(grpc::CallbackServerContext* call, const po::ActorRequest*,
                                     po::ActorResponse* response) override;
    grpc::ServerUnaryReactor* RecordEvaluation(grpc::CallbackServerContext* call,
                                               const po::EvaluationRequest* request,
                                               po::DoneResponse*) override;
    grpc::ServerUnaryReactor* Identify(grpc::CallbackServerContext* call, const po::IdentifyRequest* request,
                                       po::IdentifyResponse* response) override;
    grpc::ServerUnaryReactor* IssueToken(grpc::CallbackServerContext* call,
                                         const po::IssueTokenRequest* request,
                                         po::IssueTokenResponse* response) override;
    grpc::ServerUnaryReactor* ListTokens(grpc::CallbackServerContext* call, const po::ListTokensRequest*,
                                         po::ListTokensResponse* response) override;
    grpc::ServerUnaryReactor* RevokeToken(grpc::CallbackServerContext* call,
                                          const po::RevokeTokenRequest* request, po::DoneResponse*) override;
    grpc::ServerUnaryReactor* SetRoles(grpc::CallbackServerContext* call, const po::SetRolesRequest* request,
                                       po::DoneResponse*) override;
    grpc::ServerUnaryReactor* RulesInForce(grpc::CallbackServerContext* call, const po::RulesInForceRequest*,
                                           po::RulesInForceResponse* response) override;
    grpc::ServerUnaryReactor* BeginBatch(grpc::CallbackServerContext* call, const po::BatchRequest* request,
                                         po::DoneResponse*) override;
    grpc::ServerUnaryReactor* UnfinishedBatches(grpc::CallbackServerContext* call,
                                                const po::UnfinishedBatchesRequest*,
                                                po::UnfinishedBatchesResponse* response) override;
    grpc::ServerUnaryReactor* CloseBatch(grpc::CallbackServerContext* call, const po::BatchIdRequest* request,
                                         po::DoneResponse*) override;
    grpc::ServerUnaryReactor* ReleaseBatch(grpc::CallbackServerContext* call,
                                           const po::BatchIdRequest* request, po::DoneResponse*) override;
    grpc::ServerWriteReactor<po::OutboxMessage>* ListOutbox(grpc::CallbackServerContext* call,
                                                            const po::ListOutboxRequest*) override;
    grpc::ServerUnaryReactor* VerifyAudit(grpc::CallbackServerContext* call, const po::VerifyAuditRequest*,
                                          po::VerifyAuditResponse* response) override;
    grpc::ServerWriteReactor<wire::Changed>* Watch(grpc::CallbackServerContext* call,
                                                   const wire::WatchRequest*) override;

private:
    /// What the rules decided, from the Orchestrator alone.
    [[nodiscard]] QFuture<Result<PurchaseOrder>> createDecided(const po::CreateRequest& request,
                                                               const Caller& caller);
    /// What a client says that knows no decision.
    [[nodiscard]] QFuture<Result<PurchaseOrder>> createDraft(const po::CreateRequest& request,
                                                             const Caller& caller);
    /// The order after it was given to the channel, where it shall be sent by itself.
    [[nodiscard]] QFuture<Result<PurchaseOrder>> sentSoon(const Result<PurchaseOrder>& order);

    Gate m_gate;
    PoPorts m_ports;
    HealthProbe m_probe;
    QThreadPool m_delivery; ///< Waits for channels; last member, so that it ends first.
};

} // namespace purchasing::services
