#include "app/wiring/program_start.h"

#include <QString>
#include <QtGlobal>

#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>
#include <string>
#include <unistd.h>

namespace purchasing {
namespace {

QtMessageHandler usualHandler = nullptr;

/// Writes without anything that may itself need memory or a thread, and ends: other threads may be anywhere.
/// What is stored is whole, as after a power cut.
[[noreturn]] void sayAndEnd(const char* sentence, const char* cause)
{
    for (const char* text : {sentence, cause, "\n"}) {
        if (::write(STDERR_FILENO, text, std::strlen(text)) < 0)
            break;
    }
    ::_exit(EXIT_FAILURE);
}

void handleMessage(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    if (text.startsWith(QLatin1String("QThread::start:"))) {
        const qsizetype reason = text.indexOf(QLatin1Char('('));
        endForWantOfThreads(reason < 0 ? "" : text.mid(reason).toUtf8().constData());
    }
    usualHandler(type, context, text);
}

[[noreturn]] void handleTermination()
{
    if (const std::exception_ptr failure = std::current_exception()) {
        try {
            std::rethrow_exception(failure);
        } catch (const std::bad_alloc&) {
            sayAndEnd("The memory is used up, so the program ends.", "");
        } catch (...) {
            // Anything else is a mistake of ours: the core dump shows where.
        }
    }
    std::abort();
}

} // namespace

void endForWantOfThreads(const char* cause)
{
    sayAndEnd("No more threads can be started, so the program ends. Allow it more processes (ulimit -u) "
              "or more memory (ulimit -v). ",
              cause);
}

void endWhereThreadsCannotStart()
{
    usualHandler = qInstallMessageHandler(&handleMessage);
    std::set_terminate(&handleTermination);
}

void endWithoutStatics(int exitCode)
{
    std::fflush(nullptr);
    std::quick_exit(exitCode);
}

void readNumbersWithAPoint()
{
    std::setlocale(LC_NUMERIC, "C");
}

} // namespace purchasing
