#include "core/ports/and_then.h"

#include <QTest>

#include <stdexcept>
#include <thread>

namespace purchasing::tests {
namespace {

QString inWords(int number)
{
    return QString::number(number);
}

} // namespace

class AndThenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsThereIsFollowedAtOnce()
    {
        const QFuture<QString> made = andThen(QtFuture::makeReadyFuture(7), &inWords);
        QVERIFY(made.isFinished());
        QCOMPARE(made.result(), QStringLiteral("7"));
    }

    void whatComesIsFollowedWhenItComes()
    {
        QPromise<int> promise;
        promise.start();
        const QFuture<QString> made = andThen(promise.future(), &inWords);
        QVERIFY(!made.isFinished());
        promise.addResult(8);
        QVERIFY(!made.isFinished());
        promise.finish();
        QVERIFY(made.isFinished());
        QCOMPARE(made.result(), QStringLiteral("8"));
    }

    void anotherFutureIsWaitedFor()
    {
        QPromise<QString> last;
        last.start();
        const QFuture<QString> made =
            andThen(QtFuture::makeReadyFuture(1), [next = last.future()](int) { return next; });
        QVERIFY(!made.isFinished());
        last.addResult(QStringLiteral("last"));
        last.finish();
        QCOMPARE(made.result(), QStringLiteral("last"));
    }

    void nothingNeedComeOfIt()
    {
        int seen = 0;
        const QFuture<void> made =
            andThen(QtFuture::makeReadyFuture(9), [&seen](int value) { seen = value; });
        QVERIFY(made.isFinished());
        QCOMPARE(seen, 9);
    }

    void itFollowsOnAThreadOfThePool()
    {
        QThreadPool pool;
        const QFuture<bool> made =
            andThen(QtFuture::makeReadyFuture(1), pool,
                    [here = QThread::currentThread()](int) { return QThread::currentThread() != here; });
        QVERIFY(made.result());
    }

    void whatIsThrownGoesAlong_data()
    {
        QTest::addColumn<bool>("before");
        QTest::newRow("instead of an answer") << true;
        QTest::newRow("by what follows") << false;
    }

    void whatIsThrownGoesAlong()
    {
        QFETCH(bool, before);
        QPromise<int> promise;
        promise.start();
        QFuture<QString> made =
            andThen(promise.future(), [](int) -> QString { throw std::runtime_error("by what follows"); });
        QFuture<QString> last =
            andThen(made, [](const QString& text) { return QtFuture::makeReadyFuture(text); });
        if (before)
            promise.setException(std::make_exception_ptr(std::runtime_error("instead of an answer")));
        else
            promise.addResult(1);
        promise.finish();
        QString said;
        try {
            last.waitForFinished();
        } catch (const std::runtime_error& error) {
            said = QString::fromUtf8(error.what());
        }
        QCOMPARE(said, QString::fromUtf8(QTest::currentDataTag()));
    }

    void whoeverIsGivenUpAnswersNobody()
    {
        bool isFollowed = false;
        QFuture<void> made;
        {
            QPromise<int> promise;
            promise.start();
            made = andThen(promise.future(), [&isFollowed](int) { isFollowed = true; });
        }
        QVERIFY(made.isFinished());
        QVERIFY(made.isCanceled());
        QVERIFY(!isFollowed);
    }

    void nothingThatItHoldsOutlivesIt()
    {
        const auto held = std::make_shared<int>(1);
        QPromise<int> promise;
        promise.start();
        const QFuture<int> made = andThen(promise.future(), [held](int value) { return value + *held; });
        QCOMPARE(held.use_count(), 2L);
        promise.addResult(1);
        promise.finish();
        QCOMPARE(made.result(), 2);
        QCOMPARE(held.use_count(), 1L);
    }

    void allAreWaitedFor()
    {
        QCOMPARE(allFinished(QList<QFuture<int>>()).result().size(), qsizetype{0});
        std::vector<QPromise<int>> promises(3);
        QList<QFuture<int>> futures;
        for (QPromise<int>& promise : promises) {
            promise.start();
            futures << promise.future();
        }
        const QFuture<QList<QFuture<int>>> all = allFinished(futures);
        for (const std::size_t i : {2U, 0U, 1U}) {
            QVERIFY(!all.isFinished());
            promises[i].addResult(static_cast<int>(i));
            promises[i].finish();
        }
        QVERIFY(all.isFinished());
        for (int i = 0; i < 3; ++i)
            QCOMPARE(all.result().at(i).result(), i);
    }

    /// One thread answers in the moment in which another one says what follows: it follows once.
    void attachingMeetsAnswering()
    {
        constexpr int kRounds = 300000;
        std::atomic<QPromise<int>*> toAnswer = nullptr;
        std::atomic_bool isOver = false;
        std::thread answering([&] {
            while (!isOver) {
                const std::unique_ptr<QPromise<int>> promise(toAnswer.exchange(nullptr));
                if (!promise) {
                    std::this_thread::yield();
                    continue;
                }
                promise->addResult(1);
                promise->finish();
            }
        });
        std::atomic_int followed = 0;
        for (int i = 0; i < kRounds; ++i) {
            auto promise = std::make_unique<QPromise<int>>();
            promise->start();
            const QFuture<int> future = promise->future();
            toAnswer = promise.release();
            for (std::atomic_int pause = i % 97; pause > 0; --pause) { }
            (void)andThen(future, [&followed](int value) { return followed += value; }).result();
            while (toAnswer.load())
                std::this_thread::yield();
        }
        isOver = true;
        answering.join();
        QCOMPARE(followed.load(), kRounds);
    }
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::AndThenTest)
#include "and_then_test.moc"
