#pragma once

#include "core/domain/result.h"
#include "core/remote/service_channel.h"

#include <QSet>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace purchasing::remote {

/// What was written behind one service since somebody asked last.
struct WatchedChanges
{
    bool hasChanges = false;
    bool everything = false; ///< More than can be told product by product.
    QSet<QString> productIds;
    std::optional<Error> failure; ///< The stream is broken; it is begun again by itself.
    bool wasBroken = false; ///< What was written meanwhile is not known.
};

/// Listens to the watch of one service ("oms", "inventory", "supplier", "uom" or "po") for as long as it
/// lives, and begins again, with pauses, where the stream breaks. Any thread.
class RemoteWatch
{
public:
    RemoteWatch(std::shared_ptr<ServiceChannel> channel, QString service);
    /// Ends the stream and waits for its end.
    ~RemoteWatch();
    RemoteWatch(const RemoteWatch&) = delete;
    RemoteWatch& operator=(const RemoteWatch&) = delete;

    /// Forgets what came so far: everything is being read now. Waits until a stream stands or has failed, at
    /// most `patience`.
    void startAfresh(std::chrono::milliseconds patience);
    /// What came since the last call; begins to listen where nobody does, no more often than once a second.
    [[nodiscard]] WatchedChanges take();

private:
    struct State;
    class Reader;

    void listen();

    std::shared_ptr<ServiceChannel> m_channel;
    QString m_service;
    std::shared_ptr<State> m_state;
};

} // namespace purchasing::remote
