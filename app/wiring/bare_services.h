#pragma once

#include "core/flow/purchasing_flow.h"

namespace purchasing {

/// Puts stand-ins in the place of what a PO service lacks that knows the reference system's methods alone:
/// nobody but the operating-system user works there, nothing can be overridden or set, and the rules that are
/// delivered with this program decide in it. What cannot be is Unavailable, and says so.
void standInForPoService(FlowPorts& ports);

} // namespace purchasing
