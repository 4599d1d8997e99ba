#include "app/services/service_group.h"
#include "app/services/service_options.h"
#include "app/services/service_setup.h"
#include "app/wiring/orderly_end.h"
#include "app/wiring/program_start.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <cstdio>

namespace {

using namespace purchasing;

int sayWhyNot(const Error& error)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(error.message));
    return 1;
}

void say(const QString& line)
{
    std::printf("%s\n", qUtf8Printable(line));
}

void sayHowToTry(const ServiceGroup& group, const QString& place)
{
    say(QStringLiteral("Serving %1").arg(place));
    for (const QString& line : group.places())
        say(QStringLiteral("  ") + line);
    if (group.httpPort() != 0) {
        say(QStringLiteral("Try it:\n  curl -X POST localhost:%1/purchasing/flow "
                           "-H 'Content-Type: application/json' -d '{\"product_id\":\"PROD-002\"}'")
                .arg(group.httpPort()));
    }
    say(QStringLiteral("Ctrl+C ends it."));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
{
    endWhereThreadsCannotStart();
    QCoreApplication application(argc, argv); // Qt Sql needs one.
    readNumbersWithAPoint();
    int exitCode = 0;
    const std::optional<ServiceOptions> options = readOptions(argc, argv, exitCode);
    if (!options)
        return exitCode;
    QLoggingCategory::setFilterRules(QStringLiteral("purchasing.flow.info=true"));
    qSetMessagePattern(QStringLiteral("%{time yyyy-MM-ddThh:mm:ss.zzz} %{type} %{message}"));

    Result<ServiceSetup> setup = setUp(*options);
    if (!setup)
        return sayWhyNot(setup.error());
    const QString place = setup->place;
    ServiceGroup group(std::move(setup).value(), *options);
    if (const Result<Done> started = group.start(); !started)
        return sayWhyNot(started.error());
    const OrderlyEnd end([&application] { application.quit(); });
    sayHowToTry(group, place);
    (void)application.exec();
    group.drain();
    return 0;
}
