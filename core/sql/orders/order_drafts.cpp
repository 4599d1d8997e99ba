#include "core/domain/approval_ceiling.h"
#include "core/sql/audit/actors.h"
#include "core/sql/engine/errors/error_words.h"
#include "core/sql/orders/order_content.h"
#include "core/sql/orders/order_rows.h"
#include "core/sql/orders/order_steps.h"
#include "core/sql/products/catalogue_rows.h"

#include <QDateTime>

namespace purchasing::sql {
namespace {

Money expectedTotal(const DraftOrder& draft)
{
    const auto total = draft.unitPrice.times(draft.qty);
    if (!total)
        throw Failure(ErrorKind::Invalid, ErrorWords::tr("The total is more than can be held."));
    if (draft.total != Money{} && draft.total != *total) {
        throw Failure(ErrorKind::Invalid,
                      ErrorWords::tr("The total is %1, but %2 at %3 are %4.")
                          .arg(draft.total.toString())
                          .arg(draft.qty)
                          .arg(draft.unitPrice.toString(), total->toString()));
    }
    return *total;
}

/// What our own tables add; whoever has no catalogue leaves it open.
void describe(Connection& connection, PurchaseOrder& order)
{
    if (connection.dialect().whyUnreadable(QStringLiteral("oms")).isEmpty())
        order.productName = findProductName(connection, order.productId).name;
    if (!connection.dialect().whyUnreadable(QStringLiteral("supplier")).isEmpty())
        return;
    if (const auto offer = findOffer(connection, order.productId, order.supplierId)) {
        order.supplierName = offer->name;
        order.supplierEmail = offer->email;
        order.leadTimeDays = offer->leadTimeDays.value_or(0);
    }
}

} // namespace

PurchaseOrder createDraftOrder(Connection& connection, const DraftOrder& draft, const Actor& actor,
                               const QDateTime& now)
{
    const Actor person = knownActor(connection, actor);
    for (const QString& id : {draft.productId, draft.supplierId}) {
        if (id.trimmed().isEmpty() || id.toUcs4().size() > 50)
            throw Failure(ErrorKind::Invalid,
                          ErrorWords::tr("An order needs the ids of a product and a supplier, "
                                         "of at most 50 characters."));
    }
    PurchaseOrder order;
    order.productId = draft.productId;
    order.supplierId = draft.supplierId;
    order.qty = draft.qty;
    order.uom = QStringLiteral("pcs");
    order.unitPrice = draft.unitPrice;
    order.total = expectedTotal(draft);
    order.toPay = order.total;
    order.currency = storedSetting(connection, QStringLiteral("currency")).toString();
    order.factsJson = QStringLiteral("{}");
    order.decisionJson = QStringLiteral("{}");
    order.state = OrderState::Draft;
    const std::optional<Money> ceiling =
        ceilingOf(storedSetting(connection, QLatin1String(kApprovalCeiling)).toString());
    order.approvalsRequired =
        order.total > draft.approvalLimit || (ceiling && order.total > *ceiling) ? 1 : 0;
    describe(connection, order);
    requirePossible(order);
    // Decisions made before it did not know of it.
    raiseBasis(connection, {order.productId});
    return requireOrder(connection, insertOrder(connection, {order, {}, person, {}}, now).poId);
}

PurchaseOrder submitDraft(Connection& connection, const PurchaseOrder& order, const Actor& person,
                          const QDateTime& now)
{
    OrderChange change;
    change.to = OrderState::PendingApproval;
    change.action = QStringLiteral("order.submitted");
    change.text = QStringLiteral("%1 waits for approval before it is sent, as %2 asked.")
                      .arg(order.number, person.name);
    return changeOrder(connection, order, change, person, now);
}

} // namespace purchasing::sql
