#pragma once

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>
#include <string>
#include <vector>

namespace purchasing::wire {

/// The product that a message is about: its product_id, or that of a message in it; empty where there is
/// none.
[[nodiscard]] inline std::string productOf(const google::protobuf::Message& message, int depth = 2)
{
    using google::protobuf::FieldDescriptor;
    const auto* reflection = message.GetReflection();
    const FieldDescriptor* id = message.GetDescriptor()->FindFieldByName("product_id");
    if (id && id->cpp_type() == FieldDescriptor::CPPTYPE_STRING && !id->is_repeated()) {
        if (std::string found = reflection->GetString(message, id); !found.empty())
            return found;
    }
    std::vector<const FieldDescriptor*> fields;
    if (depth > 0)
        reflection->ListFields(message, &fields);
    for (const FieldDescriptor* field : fields) {
        if (field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE || field->is_repeated())
            continue;
        if (std::string found = productOf(reflection->GetMessage(message, field), depth - 1); !found.empty())
            return found;
    }
    return {};
}

} // namespace purchasing::wire
