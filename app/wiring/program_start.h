#pragma once

namespace purchasing {

/// What every program does before its application object is made: where a thread cannot be started, or memory
/// runs out, it says so on standard error and ends with exit code 1. Qt only warns, and then waits for ever
/// for what the thread should have done.
void endWhereThreadsCannotStart();

/// What every program does after its application object was made, which takes over the user's locale: C
/// functions read and write numbers with a point, whatever the language. QLocale keeps the user's.
void readNumbersWithAPoint();

} // namespace purchasing
