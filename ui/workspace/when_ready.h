#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace purchasing::ui {

/// Calls `callback` on the thread of `context` with the result of `future`, or never if `context` is
/// destroyed or the future is cancelled first. Qt 6.4's own then(context) aborts when the context has died.
///
/// Call it on the thread of `context`. Work must report failure as a value: an exception counts as cancelled.
template <typename T, typename Callback>
void whenReady(const QFuture<T>& future, QObject* context, Callback callback)
{
    auto* watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, callback = std::move(callback)]() mutable {
                         watcher->deleteLater();
                         if (!watcher->isCanceled() && watcher->future().resultCount() > 0)
                             callback(watcher->result());
                     });
    watcher->setFuture(future);
}

} // namespace purchasing::ui
