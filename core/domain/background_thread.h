#pragma once

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace purchasing {

/// Lets the calling thread step back for good wherever another thread wants its core, so that a window stays
/// quick while all cores compute. Of Qt's thread priorities Linux knows only "idle", which would starve
/// beside any busy program.
inline void yieldToWindows()
{
#ifdef Q_OS_LINUX
    constexpr int kNice = 4; // More would starve it beside other busy programs, too.
    (void)::setpriority(PRIO_PROCESS, static_cast<id_t>(::syscall(SYS_gettid)), kNice);
#endif
}

} // namespace purchasing
