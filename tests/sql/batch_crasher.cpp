// A program to be killed: orders a batch of products and says which order was acknowledged to it.
//
//   batch_crasher PLACE PRODUCT…

#include "core/flow/order_batch.h"

#include <QCoreApplication>

#include <unistd.h>

#include "tests/sql/flow_ports.h"
#include "tests/sql/test_place.h"

namespace purchasing::sql {
namespace {

/// One line in one system call, so that a kill cannot leave half of it.
void say(const QString& line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    if (::write(STDOUT_FILENO, bytes.constData(), static_cast<std::size_t>(bytes.size())) != bytes.size())
        ::_exit(3);
}

int run(const QStringList& arguments)
{
    EmbeddedOptions options;
    options.busyTimeoutMs = 20000;
    const auto database = openPlace(arguments.at(1), options);
    if (!database)
        qFatal("%s", qPrintable(database.error().message + database.error().detail));
    PurchasingFlow flow(portsOn(*database));
    const Actor user = flow.ports().people->operatingSystemUser().result().value();
    OrderBatch batch(flow, user, arguments.mid(2));
    auto lines = batch.read(batch.intent().items).result();
    say(QStringLiteral("read"));
    const auto made =
        batch
            .make(std::move(lines).value(),
                  [](std::size_t, const BatchLine& line) {
                      say(line.order ? QStringLiteral("made %1").arg(line.order->poId) : line.failure);
                  })
            .result();
    return made ? 0 : 1;
}

} // namespace
} // namespace purchasing::sql

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    return purchasing::sql::run(QCoreApplication::arguments());
}
