#include "core/services/version.h"

namespace purchasing::services {

void tellVersion(grpc::CallbackServerContext& call)
{
    call.AddTrailingMetadata("purchasing-version", PURCHASING_VERSION);
}

} // namespace purchasing::services
