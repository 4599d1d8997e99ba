#include "app/services/service_group.h"
#include "app/services/service_log.h"
#include "app/services/service_options.h"
#include "app/services/service_setup.h"
#include "app/services/tls_files.h"
#include "app/wiring/orderly_end.h"
#include "app/wiring/program_start.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <google/protobuf/stubs/logging.h>
#include <grpc/support/log.h>
#include <string_view>
#include <vector>

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

void sayHowToTry(const ServiceGroup& group, const QString& place, const ServiceOptions& options)
{
    say(QStringLiteral("Serving %1").arg(place));
    for (const QString& line : group.places())
        say(QStringLiteral("  ") + line);
    if (options.serves("orchestrator")) {
        const bool isEncrypted = options.servesEncrypted();
        const QString socket = options.placeOf("orchestrator-http").section(QLatin1Char(':'), 1);
        say(QStringLiteral("Try it:\n  curl %2-X POST %3://localhost%1/purchasing/flow "
                           "-H 'Content-Type: application/json' -d '{\"product_id\":\"PROD-002\"}'")
                .arg(group.httpPort() == 0 ? QString() : QStringLiteral(":%1").arg(group.httpPort()),
                     isEncrypted ? QStringLiteral("--cacert ca.crt -H \"Authorization: Bearer $TOKEN\" ")
                         : isUnixAddress(options.address) ? QStringLiteral("--unix-socket '%1' ").arg(socket)
                                                          : QString(),
                     isEncrypted ? QStringLiteral("https") : QStringLiteral("http")));
    }
    say(QStringLiteral("Ctrl+C ends it."));
    std::fflush(stdout);
}

/// "purchasing-services certificates FOLDER".
int makeCertificatesFor(int argc, char** argv)
{
    std::string folder;
    std::vector<std::string> hosts;
    CLI::App app("Makes a certificate authority and certificates of all services for a try-out");
    app.name("purchasing-services certificates");
    app.add_option("folder", folder, "Where they are put")->required();
    app.add_option("--host", hosts,
                   "A name or address besides localhost that they are good for; may be repeated");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    const auto listOf = [](const std::vector<std::string>& names) {
        QStringList list;
        for (const std::string& name : names)
            list << QString::fromStdString(name);
        return list;
    };
    const Result<QStringList> files =
        makeCertificates(QString::fromStdString(folder), listOf(kServiceNames), listOf(hosts));
    if (!files)
        return sayWhyNot(files.error());
    for (const QString& file : *files)
        say(file);
    say(QStringLiteral("Keep ca.key where no service runs. Give each program its own three: "
                       "TLS_CERT=oms.crt TLS_KEY=oms.key TLS_CA=ca.crt"));
    return 0;
}

/// gRPC starts threads of its own; where it cannot, it aborts after a line of its own.
void endWhereGrpcCannotGoOn(gpr_log_func_args* line)
{
    if (std::string_view(line->message).find("created()") != std::string_view::npos)
        endForWantOfThreads(line->message);
    std::fprintf(stderr, "%s:%d: %s\n", line->file, line->line, line->message);
}

int run(int argc, char** argv)
{
    if (argc > 1 && std::string_view(argv[1]) == "certificates")
        return makeCertificatesFor(argc - 1, argv + 1);
    endWhereThreadsCannotStart();
    QCoreApplication application(argc, argv); // Qt Sql needs one.
    readNumbersWithAPoint();
    int exitCode = 0;
    const std::optional<ServiceOptions> options = readOptions(argc, argv, exitCode);
    if (!options)
        return exitCode;
    QLoggingCategory::setFilterRules(
        QStringLiteral("purchasing.flow.info=true\npurchasing.services.info=true"));
    if (const Result<Done> log = startLog(options->log); !log)
        return sayWhyNot(log.error());
    endWhereThreadsCannotStart(); // Again: the log took the messages over.
    gpr_set_log_function(&endWhereGrpcCannotGoOn);

    Result<ServiceSetup> setup = setUp(*options);
    if (!setup)
        return sayWhyNot(setup.error());
    const QString place = setup->place;
    ServiceGroup group(std::move(setup).value(), *options);
    if (const Result<Done> started = group.start(); !started)
        return sayWhyNot(started.error());
    const OrderlyEnd end([&application] { application.quit(); });
    sayHowToTry(group, place, *options);
    (void)application.exec();
    group.drain();
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    // What strangers send in a wrong form is answered; a line of the library for each would fill the log.
    google::protobuf::SetLogHandler(nullptr);
    endWithoutStatics(run(argc, argv));
}
