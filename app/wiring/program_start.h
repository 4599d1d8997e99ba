#pragma once

namespace purchasing {

/// What every program does before its application object is made: where a thread cannot be started, or memory
/// runs out, it says so on standard error and ends with exit code 1. Qt only warns, and then waits for ever
/// for what the thread should have done.
void endWhereThreadsCannotStart();

/// Says that no more threads can be started, and why, and ends the program at once, from any thread.
[[noreturn]] void endForWantOfThreads(const char* cause);

/// What a program that asks services does when all of its own is gone: writes out what is buffered and ends
/// with the exit code, without the libraries' static destructors; what is registered for that with
/// std::at_quick_exit is done. gRPC lets go of finished calls on threads of its own, which would run into
/// what static destructors take down.
[[noreturn]] void endWithoutStatics(int exitCode);

/// What every program does after its application object was made, which takes over the user's locale: C
/// functions read and write numbers with a point, whatever the language. QLocale keeps the user's.
void readNumbersWithAPoint();

} // namespace purchasing
