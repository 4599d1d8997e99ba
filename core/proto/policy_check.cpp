// Ends the build where a method of a service does not declare who may call it.

#include "inventory.pb.h"
#include "oms.pb.h"
#include "orchestrator.pb.h"
#include "po.pb.h"
#include "policy.pb.h"
#include "rule_engine.pb.h"
#include "rule_sets.pb.h"
#include "supplier.pb.h"
#include "uom.pb.h"

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <string>

namespace {

constexpr const char* kRoles[] = {"planner", "approver", "rule_author", "admin", "auditor", "anyone"};
constexpr const char* kServices[] = {"oms",   "inventory", "supplier",     "uom",
                                     "rules", "po",        "orchestrator", "any"};

template <typename Known>
bool areKnown(const google::protobuf::RepeatedPtrField<std::string>& names, const Known& known)
{
    return std::all_of(names.begin(), names.end(), [&known](const std::string& name) {
        return std::find(std::begin(known), std::end(known), name) != std::end(known);
    });
}

const char* whyBad(const google::protobuf::MethodDescriptor& method)
{
    if (!method.options().HasExtension(purchasing::policy))
        return "declares no policy";
    const purchasing::Policy& policy = method.options().GetExtension(purchasing::policy);
    if (!policy.everybody() && policy.people_size() == 0 && policy.services_size() == 0)
        return "may be called by nobody";
    if (!areKnown(policy.people(), kRoles) || !areKnown(policy.services(), kServices))
        return "names a role or service that does not exist";
    if (policy.on_behalf() && policy.services_size() == 0)
        return "is called in somebody's name by no service";
    return nullptr;
}

} // namespace

int main()
{
    int bad = 0;
    for (const google::protobuf::Descriptor* message :
         {oms::HealthRequest::descriptor(), inventory::HealthRequest::descriptor(),
          supplier::HealthRequest::descriptor(), uom::HealthRequest::descriptor(),
          rule_engine::HealthRequest::descriptor(), po::HealthRequest::descriptor(),
          rule_sets::DraftRequest::descriptor(), orchestrator::HealthRequest::descriptor()}) {
        const google::protobuf::ServiceDescriptor* service = message->file()->service(0);
        for (int i = 0; i < service->method_count(); ++i) {
            const char* why = whyBad(*service->method(i));
            if (!why)
                continue;
            std::fprintf(stderr, "%s %s.\n", service->method(i)->full_name().c_str(), why);
            ++bad;
        }
    }
    return bad == 0 ? 0 : 1;
}
