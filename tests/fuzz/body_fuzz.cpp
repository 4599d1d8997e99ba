#include "core/proto/wire_requests.h"
#include "core/proto/wire_values.h"

#include <QByteArray>

#include <cstdint>
#include <string>

#include "tests/fuzz/fuzz_promise.h"

// The bodies of the HTTP requests, as the Orchestrator and the Rule Engine read them.

namespace {

using namespace purchasing;
using fuzz::require;

void readFlow(const std::string& body)
{
    const Result<QString> id = wire::productIdIn(body);
    if (id)
        require(wire::whyNoId(*id).isEmpty());
    else
        require(id.error().kind == ErrorKind::Invalid && !id.error().message.isEmpty());
}

void readEvaluation(const std::string& body)
{
    const Result<rule_engine::EvaluateRequest> request = wire::evaluateRequestIn(body);
    if (!request) {
        require(request.error().kind == ErrorKind::Invalid && !request.error().message.isEmpty());
        return;
    }
    try {
        const ProductFacts facts = wire::factsOf(*request);
        require(facts.demand.has_value() == request->has_oms_data());
        require(facts.suppliers.has_value() == request->has_supplier_data());
    } catch (const wire::OutOfRange& value) {
        require(!value.field.isEmpty());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string body(reinterpret_cast<const char*>(data), size);
    if (wire::isTooDeep(body))
        return 0; // Answered before it is read.
    readFlow(body);
    readEvaluation(body);
    return 0;
}
