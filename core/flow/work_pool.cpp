#include "core/flow/work_pool.h"

namespace purchasing {

QThreadPool& workPool()
{
    static QThreadPool pool;
    return pool;
}

} // namespace purchasing
