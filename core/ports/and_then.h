#pragma once

#include <QFuture>
#include <QList>
#include <QPromise>
#include <QThreadPool>

#include <atomic>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

// What follows upon an answer. QFuture's own then(), unwrap() and whenAll() must not be used: where one
// thread attaches in the very moment in which another one answers, Qt 6.4 runs what was attached on both, and
// the second one crashes on a promise that the first one took.

namespace purchasing {

struct FutureAccess;

} // namespace purchasing

/// Reaches what a future shares with its promise: QFuture is its own friend.
template <> class QFuture<purchasing::FutureAccess>
{
public:
    template <typename T> [[nodiscard]] static QFutureInterfaceBase& of(const QFuture<T>& future)
    {
        return future.d;
    }
};

namespace purchasing {

struct FutureAccess : QFutureInterfaceBase
{
    using Step = std::function<void(const QFutureInterfaceBase&)>;
    static void attach(QFutureInterfaceBase& shared, Step step)
    {
        constexpr void (QFutureInterfaceBase::*kAttach)(Step) = &FutureAccess::setContinuation;
        (shared.*kAttach)(std::move(step));
    }
};

/// Calls `step(QFuture<T>)` once, when the future is finished: on the thread that finishes it, or at once
/// where it is. A future has room for one step.
template <typename T, typename Step> void whenFinished(const QFuture<T>& future, Step step)
{
    struct Once
    {
        explicit Once(Step given)
            : step(std::move(given))
        {
        }
        std::optional<Step> step;
        std::atomic_flag isTaken = ATOMIC_FLAG_INIT;
    };
    const auto once = std::make_shared<Once>(std::move(step));
    FutureAccess::attach(QFuture<FutureAccess>::of(future), [once](const QFutureInterfaceBase& shared) {
        if (once->isTaken.test_and_set())
            return;
        (*once->step)(QFutureInterface<T>(shared).future());
        once->step.reset(); // Nothing that it holds outlives it.
    });
}

namespace following {

template <typename T> struct Unwrapped
{
    using Type = T;
    static constexpr bool kIsFuture = false;
};
template <typename T> struct Unwrapped<QFuture<T>>
{
    using Type = T;
    static constexpr bool kIsFuture = true;
};

/// Gives the promise what `make` makes of the answer, or what was thrown. Where nobody answers, the promise
/// is given up, which cancels its future.
template <typename T, typename Answered, typename Make>
void fulfil(QPromise<T>& promise, QFuture<Answered>& finished, Make& make)
{
    try {
        finished.waitForFinished(); // Throws what was thrown instead of an answer.
        if (finished.resultCount() == 0)
            return;
        if constexpr (std::is_void_v<T>)
            make(finished.result());
        else
            promise.addResult(make(finished.result()));
    } catch (...) {
        promise.setException(std::current_exception());
    }
    promise.finish();
}

/// As fulfil(), for `make` that returns a future: with its answer, once it has come.
template <typename T, typename Answered, typename Make>
void fulfilLater(QPromise<T>& promise, QFuture<Answered>& finished, Make& make)
{
    try {
        finished.waitForFinished();
        if (finished.resultCount() == 0)
            return;
        const QFuture<T> made = make(finished.result());
        whenFinished(made, [promise = std::move(promise)](QFuture<T> last) mutable {
            const auto same = [](T answer) { return answer; };
            fulfil(promise, last, same);
        });
    } catch (...) {
        promise.setException(std::current_exception());
        promise.finish();
    }
}

/// What a function makes of an answer, and for whom.
template <typename T, typename Function> struct Follower
{
    using Made = std::invoke_result_t<Function&, const T&>;
    using Answer = typename Unwrapped<Made>::Type;

    explicit Follower(Function given)
        : function(std::move(given))
    {
        promise.start();
    }
    void follow(QFuture<T> finished)
    {
        if constexpr (Unwrapped<Made>::kIsFuture)
            fulfilLater(promise, finished, function);
        else
            fulfil(promise, finished, function);
    }

    Function function;
    QPromise<Answer> promise;
};

} // namespace following

/// What `function` makes of the answer when it comes; where it returns a future itself, that one's answer. On
/// the thread that answers, or at once where the answer is there: nothing may wait in it.
template <typename T, typename Function> auto andThen(const QFuture<T>& future, Function function)
{
    following::Follower<T, Function> follower(std::move(function));
    auto answer = follower.promise.future();
    whenFinished(future, [follower = std::move(follower)](QFuture<T> finished) mutable {
        follower.follow(std::move(finished));
    });
    return answer;
}

/// As above, on a thread of the pool.
template <typename T, typename Function>
auto andThen(const QFuture<T>& future, QThreadPool& pool, Function function)
{
    const auto follower = std::make_shared<following::Follower<T, Function>>(std::move(function));
    auto answer = follower->promise.future();
    whenFinished(future, [follower, &pool](const QFuture<T>& finished) {
        pool.start([follower, finished] { follower->follow(finished); });
    });
    return answer;
}

/// The same futures, once all of them are finished.
template <typename T> QFuture<QList<QFuture<T>>> allFinished(const QList<QFuture<T>>& futures)
{
    struct All
    {
        QPromise<QList<QFuture<T>>> promise;
        QList<QFuture<T>> futures;
        std::atomic<qsizetype> left;
    };
    const auto all = std::make_shared<All>();
    all->futures = futures;
    all->left = futures.size();
    all->promise.start();
    auto answer = all->promise.future();
    if (futures.isEmpty()) {
        all->promise.addResult(futures);
        all->promise.finish();
    }
    for (const QFuture<T>& future : futures) {
        whenFinished(future, [all](const QFuture<T>&) {
            if (all->left.fetch_sub(1) > 1)
                return;
            all->promise.addResult(std::move(all->futures));
            all->promise.finish();
        });
    }
    return answer;
}

} // namespace purchasing
