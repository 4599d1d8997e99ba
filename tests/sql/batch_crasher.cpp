// A program to be killed: orders a batch of products and says which order was acknowledged to it. With a
// folder in BATCH_CRASHER_FOLDER it gives the messages to the suppliers there.
//
//   batch_crasher PLACE PRODUCT…

#include "core/flow/order_batch.h"
#include "core/flow/outbox_relay.h"
#include "core/mail/folder_channel.h"

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
    FlowPorts ports = portsOn(*database);
    std::function<void()> deliver;
    if (const QString folder = qEnvironmentVariable("BATCH_CRASHER_FOLDER"); !folder.isEmpty()) {
        RelaySettings settings;
        settings.lease = settings.batchHold = std::chrono::seconds(1); // The test waits for both.
        ports.orders = std::make_shared<SqlOrderStore>(*database, settings);
        const auto relay = std::make_shared<OutboxRelay>(
            ports.outbox, std::make_shared<FolderChannel>(folder, ports.people));
        deliver = [relay] { relay->deliverDue(); };
    }
    PurchasingFlow flow(ports, deliver);
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
