// A program to be killed: works on orders and says on its standard output what was acknowledged to it.
//
//   order_crasher FILE work FOLDER NAME   creates, approves and sends orders without end, messages into
//   FOLDER order_crasher FILE race COUNT NAME    asks COUNT times for the first order of PROD-001, each with
//   a key of its own

#include "core/sql/opening/embedded_database.h"
#include "core/sql/people/sql_people_store.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cstdio>
#include <unistd.h>

#include "tests/sql/order_request.h"
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

/// What the folder channel does: written, then put in its place; repeating it is harmless.
void deliver(const QString& folder, const OutboxMessage& message)
{
    QFile draft(folder + QStringLiteral("/.%1.%2").arg(message.messageId).arg(::getpid()));
    if (!draft.open(QIODevice::WriteOnly) || draft.write(message.orders.front().number.toUtf8()) < 0)
        ::_exit(4);
    draft.close();
    const QByteArray to = QFile::encodeName(folder + QLatin1Char('/') + message.messageId);
    if (std::rename(QFile::encodeName(draft.fileName()).constData(), to.constData()) != 0)
        ::_exit(5);
}

int work(const std::shared_ptr<Database>& database, const QString& folder, const QString& name)
{
    SqlOrderStore store(database);
    SqlOutboxStore outbox(database);
    const Actor user = SqlPeopleStore(database).operatingSystemUser().result().value();
    for (int i = 0;; ++i) {
        const bool pending = i % 3 == 0;
        OrderRequest request =
            requestFor(database, pending ? QStringLiteral("PROD-104") : QStringLiteral("PROD-001"),
                       pending ? QStringLiteral("SUP-101") : QStringLiteral("SUP-001"), 1 + i % 7,
                       QStringLiteral("%1-%2").arg(name).arg(i));
        request.pendingApproval = pending;
        request.sendIntended = !pending;
        const auto made = store.create(request, user).result();
        if (!made) {
            if (made.error().kind != ErrorKind::Stale)
                qFatal("%s", qPrintable(made.error().message + made.error().detail));
            continue;
        }
        say(QStringLiteral("created %1 %2 %3").arg(made->poId, made->number, request.key.key));
        if (pending) {
            const auto approved = store.approve(made->poId, made->version, made->contentHash, user).result();
            if (!approved)
                qFatal("%s", qPrintable(approved.error().message + approved.error().detail));
            say(QStringLiteral("approved %1").arg(made->poId));
            if (store.requestSend(made->poId, user).result())
                say(QStringLiteral("requested %1").arg(made->poId));
        }
        while (const auto message = leaseOne(outbox, name)) {
            deliver(folder, *message);
            const auto sent = outbox.messageDelivered(message->messageId, name).result();
            if (sent)
                say(QStringLiteral("sent %1").arg(sent->front().poId));
        }
    }
}

int race(const std::shared_ptr<Database>& database, int count, const QString& name)
{
    SqlOrderStore store(database);
    SqlOutboxStore outbox(database);
    const Actor user = SqlPeopleStore(database).operatingSystemUser().result().value();
    OrderRequest request =
        requestFor(database, QStringLiteral("PROD-001"), QStringLiteral("SUP-001"), 100, QString());
    request.basis.ordersVersion = 0;
    say(QStringLiteral("ready"));
    if (std::getchar() == EOF) // The start for all at once.
        return 6;
    std::vector<QFuture<Result<PurchaseOrder>>> asked;
    for (int i = 0; i < count; ++i) {
        request.key.key = QStringLiteral("%1-%2").arg(name).arg(i);
        asked.push_back(store.create(request, user));
    }
    for (QFuture<Result<PurchaseOrder>>& future : asked) {
        const auto made = future.result();
        if (made)
            say(QStringLiteral("made ") + made->poId);
        else
            say(made.error().kind == ErrorKind::Stale ? QStringLiteral("stale") : made.error().message);
    }
    return 0;
}

int run(const QStringList& arguments)
{
    EmbeddedOptions options;
    options.busyTimeoutMs = 20000;
    const auto database = openPlace(arguments.at(1), options);
    if (!database)
        qFatal("%s", qPrintable(database.error().message + database.error().detail));
    if (arguments.at(2) == QLatin1String("race"))
        return race(*database, arguments.at(3).toInt(), arguments.at(4));
    return work(*database, arguments.at(3), arguments.at(4));
}

} // namespace
} // namespace purchasing::sql

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    return purchasing::sql::run(QCoreApplication::arguments());
}
