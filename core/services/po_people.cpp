#include "core/proto/wire_facts.h"
#include "core/proto/wire_orders.h"
#include "core/services/po_service.h"

namespace purchasing::services {
namespace {

constexpr auto kNothing = [](const Done&) {};

void put(const Person& person, po::KnownPerson& message)
{
    message.set_person_id(person.personId.toStdString());
    message.set_name(person.name.toStdString());
    message.set_enabled(person.enabled);
}

} // namespace

// What po_db keeps beside the orders: overrides, people, settings and activity.

grpc::ServerUnaryReactor* PoService::FindOverride(grpc::CallbackServerContext* call,
                                                  const po::OverrideRequest* request,
                                                  po::OverrideResponse* response)
{
    return reply(
        call, m_gate, "FindOverride",
        [this, request](const Caller&) { return m_ports.overrides->find(wire::text(request->product_id())); },
        [response](const std::optional<Override>& found) {
            if (found)
                *response->mutable_overridden() = wire::toWire(*found);
        });
}

grpc::ServerUnaryReactor* PoService::ListOverrides(grpc::CallbackServerContext* call,
                                                   const po::ListOverridesRequest*,
                                                   po::ListOverridesResponse* response)
{
    return reply(
        call, m_gate, "ListOverrides", [this](const Caller&) { return m_ports.overrides->list(); },
        [response](const std::vector<Override>& overrides) {
            for (const Override& overridden : overrides)
                *response->add_overrides() = wire::toWire(overridden);
        });
}

grpc::ServerUnaryReactor* PoService::SetOverride(grpc::CallbackServerContext* call,
                                                 const po::SetOverrideRequest* request,
                                                 po::OverrideResponse* response)
{
    return reply(
        call, m_gate, "SetOverride",
        [this, request](const Caller& caller) {
            return m_ports.overrides->set(wire::fromWire(request->wanted()), request->seen_version(),
                                          personOf(caller));
        },
        [response](const Override& stored) { *response->mutable_overridden() = wire::toWire(stored); });
}

grpc::ServerUnaryReactor* PoService::ClearOverride(grpc::CallbackServerContext* call,
                                                   const po::ClearOverrideRequest* request, po::DoneResponse*)
{
    return reply(
        call, m_gate, "ClearOverride",
        [this, request](const Caller& caller) {
            return m_ports.overrides->clear(wire::text(request->product_id()), request->seen_version(),
                                            personOf(caller));
        },
        kNothing);
}

grpc::ServerUnaryReactor* PoService::ListPeople(grpc::CallbackServerContext* call,
                                                const po::ListPeopleRequest*,
                                                po::ListPeopleResponse* response)
{
    return reply(
        call, m_gate, "ListPeople", [this](const Caller&) { return m_ports.people->people(); },
        [response](const std::vector<Person>& people) {
            for (const Person& person : people)
                put(person, *response->add_people());
        });
}

grpc::ServerUnaryReactor* PoService::AddPerson(grpc::CallbackServerContext* call,
                                               const po::AddPersonRequest* request,
                                               po::AddPersonResponse* response)
{
    return reply(
        call, m_gate, "AddPerson",
        [this, request](const Caller& caller) {
            return m_ports.people->addPerson(wire::text(request->name()), personOf(caller));
        },
        [response](const Person& person) { put(person, *response->mutable_person()); });
}

grpc::ServerUnaryReactor* PoService::EnablePerson(grpc::CallbackServerContext* call,
                                                  const po::EnablePersonRequest* request, po::DoneResponse*)
{
    return reply(
        call, m_gate, "EnablePerson",
        [this, request](const Caller& caller) {
            return m_ports.people->setPersonEnabled(wire::text(request->person_id()), request->enabled(),
                                                    personOf(caller));
        },
        kNothing);
}

grpc::ServerUnaryReactor* PoService::SingleOperator(grpc::CallbackServerContext* call,
                                                    const po::SingleOperatorRequest*,
                                                    po::SingleOperatorResponse* response)
{
    return reply(
        call, m_gate, "SingleOperator", [this](const Caller&) { return m_ports.people->singleOperator(); },
        [response](bool isOn) { response->set_on(isOn); });
}

grpc::ServerUnaryReactor* PoService::SetSingleOperator(grpc::CallbackServerContext* call,
                                                       const po::SetSingleOperatorRequest* request,
                                                       po::DoneResponse*)
{
    return reply(
        call, m_gate, "SetSingleOperator",
        [this, request](const Caller& caller) {
            return m_ports.people->setSingleOperator(request->on(), personOf(caller));
        },
        kNothing);
}

grpc::ServerUnaryReactor* PoService::Settings(grpc::CallbackServerContext* call, const po::SettingsRequest*,
                                              po::SettingsResponse* response)
{
    return reply(
        call, m_gate, "Settings", [this](const Caller&) { return m_ports.people->settings(); },
        [response](const QHash<QString, QString>& settings) {
            for (auto it = settings.begin(); it != settings.end(); ++it)
                (*response->mutable_settings())[it.key().toStdString()] = it.value().toStdString();
        });
}

grpc::ServerUnaryReactor* PoService::SetSetting(grpc::CallbackServerContext* call,
                                                const po::SetSettingRequest* request, po::DoneResponse*)
{
    return reply(
        call, m_gate, "SetSetting",
        [this, request](const Caller& caller) {
            return m_ports.people->setSetting(wire::text(request->name()), wire::text(request->value()),
                                              personOf(caller));
        },
        kNothing);
}

grpc::ServerUnaryReactor* PoService::WhoAmI(grpc::CallbackServerContext* call, const po::ActorRequest*,
                                            po::ActorResponse* response)
{
    return reply(
        call, m_gate, "WhoAmI",
        [](const Caller& caller) { return QtFuture::makeReadyFuture(Result<Actor>(personOf(caller))); },
        [response](const Actor& actor) { *response->mutable_actor() = wire::toWire(actor); });
}

grpc::ServerUnaryReactor* PoService::RecordEvaluation(grpc::CallbackServerContext* call,
                                                      const po::EvaluationRequest* request, po::DoneResponse*)
{
    return reply(
        call, m_gate, "RecordEvaluation",
        [this, request](const Caller& caller) {
            return m_ports.activity->recordEvaluation(wire::fromWire(request->decision()),
                                                      wire::text(request->sentence()), personOf(caller));
        },
        kNothing);
}

grpc::ServerUnaryReactor* PoService::Activity(grpc::CallbackServerContext* call,
                                              const po::ActivityRequest* request,
                                              po::HistoryResponse* response)
{
    return reply(
        call, m_gate, "Activity",
        [this, request](const Caller&) {
            return m_ports.activity->activity(wire::text(request->product_id()), request->limit());
        },
        [response](const std::vector<HistoryEntry>& entries) {
            for (const HistoryEntry& entry : entries)
                *response->add_entries() = wire::toWire(entry);
        });
}

} // namespace purchasing::services
