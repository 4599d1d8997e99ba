#pragma once

#include "core/ports/batch_store.h"
#include "core/remote/service_channel.h"

#include <memory>

namespace purchasing::remote {

/// The batches that the PO service remembers. Whose they are is who calls: the actors in the calls are not
/// passed on. Any thread.
class RemoteBatchStore : public BatchStore
{
public:
    explicit RemoteBatchStore(std::shared_ptr<ServiceChannel> po);
    [[nodiscard]] QFuture<Result<Done>> begin(const BatchIntent& intent, const Actor& actor) override;
    [[nodiscard]] QFuture<Result<std::vector<BatchIntent>>> unfinished(const Actor& actor) override;
    [[nodiscard]] QFuture<Result<Done>> close(const QString& batchId, const Actor& actor) override;

private:
    std::shared_ptr<ServiceChannel> m_po;
};

} // namespace purchasing::remote
