#include "core/remote/remote_batches.h"

#include "core/remote/po_call.h"

namespace purchasing::remote {

RemoteBatchStore::RemoteBatchStore(std::shared_ptr<ServiceChannel> po)
    : m_po(std::move(po))
{
}

QFuture<Result<Done>> RemoteBatchStore::begin(const BatchIntent& intent, const Actor& /*actor*/)
{
    po::BatchRequest request;
    request.set_batch_id(intent.batchId.toStdString());
    for (const BatchItem& item : intent.items) {
        po::BatchItem& message = *request.add_items();
        message.set_product_id(item.productId.toStdString());
        message.set_supplier_id(item.supplierId.toStdString());
        message.set_idempotency_key(item.idempotencyKey.toStdString());
    }
    return askDone(m_po, std::move(request), PURCHASING_PO(BeginBatch));
}

QFuture<Result<std::vector<BatchIntent>>> RemoteBatchStore::unfinished(const Actor& /*actor*/)
{
    return askPo<std::vector<BatchIntent>, po::UnfinishedBatchesResponse>(
        m_po, po::UnfinishedBatchesRequest(), PURCHASING_PO(UnfinishedBatches),
        [](const po::UnfinishedBatchesResponse& response) -> Result<std::vector<BatchIntent>> {
            std::vector<BatchIntent> batches;
            for (const po::BatchRequest& message : response.batches()) {
                BatchIntent& batch = batches.emplace_back();
                batch.batchId = wire::text(message.batch_id());
                batch.startedAt = wire::timeOf(message.started_at_us());
                for (const po::BatchItem& item : message.items())
                    batch.items.push_back({wire::text(item.product_id()), wire::text(item.supplier_id()),
                                           wire::text(item.idempotency_key())});
            }
            return batches;
        });
}

QFuture<Result<Done>> RemoteBatchStore::close(const QString& batchId, const Actor& /*actor*/)
{
    po::BatchIdRequest request;
    request.set_batch_id(batchId.toStdString());
    return askDone(m_po, std::move(request), PURCHASING_PO(CloseBatch));
}

} // namespace purchasing::remote
