#pragma once

#include <grpcpp/grpcpp.h>

#include <memory>
#include <vector>

// Only for the sources of this folder: no other room sees gRPC's types.

namespace purchasing::remote {

/// Makes sure that channels that will be let go of are waited for at the program's end, at exit() and, for at
/// most two seconds, at quick_exit(). Call it before the first channel is made.
void expectFarewells();

/// Lets go of channels once no call has them any more, on a thread of its own. The last channel of a program
/// takes gRPC's threads for callbacks with it and waits for them; a call that ends there and had the last
/// reference would wait for itself, and the queue be gone under its thread ("assertion failed: prior > 0",
/// gRPC 1.51). Any thread, those of gRPC too; does not wait.
void letGo(std::vector<std::shared_ptr<grpc::Channel>> channels);

} // namespace purchasing::remote
