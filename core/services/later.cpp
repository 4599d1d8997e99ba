#include "core/services/later.h"

#include <grpcpp/alarm.h>

#include <memory>

namespace purchasing::services {

void later(std::chrono::milliseconds pause, std::function<void()> then)
{
    // The alarm lives until it has rung.
    auto alarm = std::make_shared<grpc::Alarm>();
    grpc::Alarm& ringing = *alarm;
    ringing.Set(std::chrono::system_clock::now() + pause, [alarm, then = std::move(then)](bool) mutable {
        then();
        alarm.reset();
    });
}

} // namespace purchasing::services
