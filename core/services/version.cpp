#include "core/services/version.h"

#include "core/domain/program_version.h"

namespace purchasing::services {

void tellVersion(grpc::CallbackServerContext& call)
{
    call.AddTrailingMetadata("purchasing-version", programVersion());
}

} // namespace purchasing::services
