// A program to be killed while it brings a database up to date: migration_crasher FILE POINT kills itself at
// that point of the work and otherwise says how many points there were.

#include "core/sql/opening/embedded_database.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    const int point = QCoreApplication::arguments().at(2).toInt();
    int reached = 0;
    purchasing::sql::EmbeddedOptions options;
    options.progress = [&](const QString&, double) {
        if (++reached == point)
            ::raise(SIGKILL);
    };
    const auto opened = purchasing::sql::openEmbedded(QCoreApplication::arguments().at(1), options);
    if (!opened) {
        std::fprintf(stderr, "%s (%s)\n", qPrintable(opened.error().message),
                     qPrintable(opened.error().detail));
        return 1;
    }
    std::printf("%d\n", reached);
    return 0;
}
