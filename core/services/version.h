#pragma once

#include <grpcpp/grpcpp.h>

namespace purchasing::services {

/// Says beside an answer which version of the program gave it, for clients that compare it with theirs.
void tellVersion(grpc::CallbackServerContext& call);

} // namespace purchasing::services
