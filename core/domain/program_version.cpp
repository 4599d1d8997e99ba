#include "core/domain/program_version.h"

namespace purchasing {

const char* programVersion()
{
    return PURCHASING_VERSION;
}

} // namespace purchasing
