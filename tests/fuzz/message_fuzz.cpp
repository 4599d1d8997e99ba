#include "core/proto/wire_facts.h"
#include "core/proto/wire_orders.h"
#include "core/proto/wire_requests.h"
#include "core/proto/wire_rules.h"
#include "core/proto/wire_values.h"

#include "inventory.pb.h"
#include "oms.pb.h"
#include "orchestrator.pb.h"
#include "supplier.pb.h"
#include "uom.pb.h"

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <functional>
#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>
#include <memory>
#include <utility>
#include <vector>

#include "tests/fuzz/fuzz_promise.h"

// Every request message of every service, with all that our conversions make of what is in it.

namespace {

using namespace purchasing;
using fuzz::require;
using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::FileDescriptor;
using google::protobuf::Message;

/// The request messages, in an order that stays.
std::vector<const Descriptor*> requests()
{
    std::vector<const Descriptor*> found;
    for (const FileDescriptor* file :
         {oms::HistoryRequest::descriptor()->file(), inventory::LevelsRequest::descriptor()->file(),
          supplier::InfoRequest::descriptor()->file(), uom::ConversionRequest::descriptor()->file(),
          rule_engine::EvaluateRequest::descriptor()->file(), po::CreateRequest::descriptor()->file(),
          rule_sets::PublishRequest::descriptor()->file(), orchestrator::FlowRequest::descriptor()->file()}) {
        for (int i = 0; i < file->service_count(); ++i) {
            for (int j = 0; j < file->service(i)->method_count(); ++j)
                found.push_back(file->service(i)->method(j)->input_type());
        }
    }
    return found;
}

/// What our type holds of a message survives the wire.
template <typename Kind> void roundTrip(const Message& message)
{
    using wire::fromWire;
    using wire::toWire;
    const auto value = fromWire(static_cast<const Kind&>(message));
    const Kind once = toWire(value);
    const auto again = fromWire(once);
    if constexpr (std::equality_comparable<decltype(value)>)
        require(again == value);
    const Kind twice = toWire(again);
    require(once.SerializeAsString() == twice.SerializeAsString());
}

template <typename Kind> void checked(const Message& message)
{
    const auto& request = static_cast<const Kind&>(message);
    if constexpr (std::is_same_v<Kind, rule_engine::EvaluateRequest>) {
        (void)wire::factsOf(request);
    } else {
        (void)(request.has_decided() ? wire::requestOf(request).order.qty : wire::draftOf(request).qty);
    }
}

using Conversion = std::function<void(const Message&)>;

/// In an order that stays.
const std::vector<std::pair<const Descriptor*, Conversion>>& conversions()
{
    static const std::vector<std::pair<const Descriptor*, Conversion>> kConversions = {
        {wire::Demand::descriptor(), &roundTrip<wire::Demand>},
        {wire::WarehouseLevel::descriptor(), &roundTrip<wire::WarehouseLevel>},
        {wire::SupplierOffer::descriptor(), &roundTrip<wire::SupplierOffer>},
        {wire::UnitConversion::descriptor(), &roundTrip<wire::UnitConversion>},
        {wire::Override::descriptor(), &roundTrip<wire::Override>},
        {wire::DecisionBasis::descriptor(), &roundTrip<wire::DecisionBasis>},
        {wire::DecisionOutputs::descriptor(), &roundTrip<wire::DecisionOutputs>},
        {wire::Decision::descriptor(), &roundTrip<wire::Decision>},
        {wire::ProductFacts::descriptor(), &roundTrip<wire::ProductFacts>},
        {po::PurchaseOrder::descriptor(), &roundTrip<po::PurchaseOrder>},
        {po::RequestKey::descriptor(), &roundTrip<po::RequestKey>},
        {rule_sets::RuleSet::descriptor(), &roundTrip<rule_sets::RuleSet>},
        {rule_engine::EvaluateRequest::descriptor(), &checked<rule_engine::EvaluateRequest>},
        {po::CreateRequest::descriptor(), &checked<po::CreateRequest>},
    };
    return kConversions;
}

/// The requests, and what is in them by itself, too: deep inside it is seldom met.
std::vector<const Descriptor*> kinds()
{
    std::vector<const Descriptor*> found = requests();
    for (const auto& conversion : conversions())
        found.push_back(conversion.first);
    return found;
}

/// Converts the message and all that are in it.
void convert(const Message& message)
{
    const auto found =
        std::find_if(conversions().begin(), conversions().end(), [&message](const auto& conversion) {
            return conversion.first == message.GetDescriptor();
        });
    if (found != conversions().end()) {
        try {
            found->second(message);
        } catch (const wire::OutOfRange& value) {
            require(!value.field.isEmpty());
        } catch (const wire::BadRequest& request) {
            require(!request.sentence.isEmpty());
        }
    }
    std::vector<const FieldDescriptor*> fields;
    const auto* reflection = message.GetReflection();
    reflection->ListFields(message, &fields);
    for (const FieldDescriptor* field : fields) {
        if (field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE)
            continue;
        if (!field->is_repeated()) {
            convert(reflection->GetMessage(message, field));
            continue;
        }
        for (int i = 0; i < reflection->FieldSize(message, field); ++i)
            convert(reflection->GetRepeatedMessage(message, field, i));
    }
}

} // namespace

/// The first byte chooses the message, the others are it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const std::vector<const Descriptor*> kKinds = kinds();
    if (size == 0)
        return 0;
    const Descriptor* kind = kKinds[data[0] % kKinds.size()];
    const std::unique_ptr<Message> message(
        google::protobuf::MessageFactory::generated_factory()->GetPrototype(kind)->New());
    if (!message->ParseFromArray(data + 1, static_cast<int>(size - 1)))
        return 0;
    // Without a state nothing else of an order is looked at, and no fuzzer guesses a word.
    if (auto* order = google::protobuf::DynamicCastToGenerated<po::PurchaseOrder>(message.get());
        order && order->status().empty())
        order->set_status("draft");
    convert(*message);
    return 0;
}
