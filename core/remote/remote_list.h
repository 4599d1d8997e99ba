#pragma once

#include "core/ports/sources.h"
#include "core/remote/remote_gather.h"

namespace purchasing::remote {

/// Asks for a piece of a service's list, which may come in several messages: as gather(), where `take` puts
/// the products of a message at the end.
template <typename T, typename Message, typename Request, typename Start, typename Take>
QFuture<ListedPiece<T>> askPiece(const std::shared_ptr<ServiceChannel>& channel, const QString& after,
                                 int most, Start start, Take take)
{
    Request request;
    request.set_after(after.toStdString());
    request.set_limit(most);
    return gather<Listed<T>, Message>(channel, std::move(request), std::move(start), std::move(take));
}

} // namespace purchasing::remote
