#include "core/flow/outbox_relay.h"

#include <QRegularExpression>
#include <QTest>

namespace purchasing::tests {
namespace {

const Error kNone{ErrorKind::NotFound, QStringLiteral("No message waits."), {}};
const Error kBroken{ErrorKind::Unavailable, QStringLiteral("no space"), {}};

template <typename T> QFuture<Result<T>> answered(Result<T> answer)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(answer));
    promise.finish();
    return promise.future();
}

/// Messages by their ids, one after the other, and what the relay said about them.
class Letters : public OutboxStore
{
public:
    QFuture<Result<Done>> releaseBatch(const QString&) override { return answered<Done>(Done{}); }
    QFuture<Result<std::vector<OutboxMessage>>> leaseMessages(const QString& owner, int most) override
    {
        owners += owner;
        if (waiting.isEmpty() && trouble)
            return answered<std::vector<OutboxMessage>>(*trouble);
        std::vector<OutboxMessage> messages;
        for (; !waiting.isEmpty() && most > 0; --most) {
            messages.emplace_back();
            messages.back().messageId = waiting.takeFirst();
        }
        return answered<std::vector<OutboxMessage>>(messages);
    }
    QFuture<Result<std::vector<PurchaseOrder>>> messageDelivered(const QString& id,
                                                                 const QString& owner) override
    {
        owners += owner;
        said += QStringLiteral("delivered ") + id;
        return answered<std::vector<PurchaseOrder>>(
            id.startsWith(QLatin1String("lost"))
                ? Result<std::vector<PurchaseOrder>>(kBroken)
                : Result<std::vector<PurchaseOrder>>(std::vector<PurchaseOrder>()));
    }
    QFuture<Result<Done>> messageFailed(const QString& id, const QString& owner,
                                        const QString& error) override
    {
        owners += owner;
        said += QStringLiteral("failed %1: %2").arg(id, error);
        return answered<Done>(Done{});
    }
    QFuture<Result<std::vector<OutboxMessage>>> waitingMessages() override
    {
        return answered<std::vector<OutboxMessage>>(kNone);
    }

    QStringList waiting;
    QStringList said;
    QStringList owners;
    std::optional<Error> trouble;
};

/// Takes every message but those that are called so.
class Channel : public MessageChannel
{
public:
    QFuture<Result<Done>> deliver(const OutboxMessage& message) override
    {
        return answered<Done>(message.messageId.startsWith(QLatin1String("bad")) ? Result<Done>(kBroken)
                                                                                 : Result<Done>(Done{}));
    }
};

} // namespace

/// What the relay does with messages that are due.
class OutboxRelayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachIsGivenAndAnsweredFor()
    {
        const auto letters = std::make_shared<Letters>();
        letters->waiting = {QStringLiteral("a"), QStringLiteral("bad"), QStringLiteral("lost"),
                            QStringLiteral("b")};
        OutboxRelay relay(letters, std::make_shared<Channel>());
        QTest::ignoreMessage(QtWarningMsg,
                             "no space"); // The channel has it, the database does not know it yet.
        QCOMPARE(relay.deliverDue(), 2);
        QCOMPARE(letters->said,
                 (QStringList{QStringLiteral("delivered a"), QStringLiteral("failed bad: no space"),
                              QStringLiteral("delivered lost"), QStringLiteral("delivered b")}));
        QCOMPARE(letters->owners.removeDuplicates(), 6); // One name in all.
        QCOMPARE(relay.deliverDue(), 0);
        OutboxRelay other(letters, std::make_shared<Channel>());
        (void)other.deliverDue();
        QCOMPARE(letters->owners.removeDuplicates(), 1);
        QCOMPARE(letters->owners.size(), 2);
    }

    void whatFailsWasDueAllTheSame()
    {
        const auto letters = std::make_shared<Letters>();
        letters->waiting = {QStringLiteral("bad1"), QStringLiteral("bad2"), QStringLiteral("a")};
        OutboxRelay relay(letters, std::make_shared<Channel>());
        QCOMPARE(relay.deliverTogether(2), 2); // Whoever relays goes on: there may be more.
        QCOMPARE(relay.deliverTogether(2), 1);
        QCOMPARE(relay.deliverTogether(2), 0);
        QCOMPARE(letters->said.size(), 3);
    }

    void onlyTroubleIsLogged()
    {
        const auto letters = std::make_shared<Letters>();
        OutboxRelay relay(letters, std::make_shared<Channel>());
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
        QCOMPARE(relay.deliverDue(), 0);
        letters->trouble = kBroken;
        QTest::ignoreMessage(QtWarningMsg, "no space");
        QCOMPARE(relay.deliverDue(), 0);
    }
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::OutboxRelayTest)
#include "outbox_relay_test.moc"
