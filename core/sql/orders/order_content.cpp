#include "core/sql/orders/order_content.h"

#include "core/domain/digest.h"
#include "core/sql/engine/errors/error_words.h"
#include "core/sql/engine/errors/failure.h"

#include <QDateTime>
#include <QJsonDocument>

namespace purchasing::sql {
namespace {

constexpr qint64 kLargestQty = 1000000000;
constexpr qint64 kLongestLeadTime = 36500;
constexpr int kMostApprovals = 5;

void require(bool holds, const QString& sentence)
{
    if (!holds)
        throw Failure(ErrorKind::Refused, sentence);
}

bool isJson(const QString& text)
{
    QJsonParseError error;
    (void)QJsonDocument::fromJson(text.toUtf8(), &error);
    return error.error == QJsonParseError::NoError;
}

} // namespace

QByteArray contentHash(const PurchaseOrder& order)
{
    if (order.contentFormat != 1 && order.contentFormat != 2)
        return {}; // Nobody knows what that would be.
    const bool inCents = order.contentFormat == 1;
    Digest digest(inCents ? "purchase-order-1" : "purchase-order-2");
    digest.add(order.productId).add(order.productName).add(order.supplierId).add(order.supplierName);
    digest.add(order.supplierEmail).add(qint64{order.qty}).add(order.uom).add(order.currency);
    digest.add(qint64{inCents ? order.unitPrice.tenThousandths / 100 : order.unitPrice.tenThousandths});
    digest.add(qint64{order.total.minor}).add(qint64{order.discount.minor});
    digest.add(qint64{order.tax.minor}).add(qint64{order.toPay.minor}).add(qint64{order.leadTimeDays});
    digest.add(qint64{order.ruleSetVersion.value_or(0)}).add(order.factsJson).add(order.decisionJson);
    digest.add(qint64{order.approvalsRequired}).add(qint64{order.sendIntended});
    if (!inCents)
        digest.add(order.batchId);
    return digest.result();
}

QByteArray requestHash(const RequestKey& key)
{
    Digest digest("order-request-2");
    digest.add(key.method).add(key.productId).add(key.supplierId).add(qint64{key.qty});
    return digest.result();
}

void requirePossible(const PurchaseOrder& order)
{
    const auto isId = [](const QString& id) { return !id.isEmpty() && id.size() <= 50; };
    require(isId(order.productId), ErrorWords::tr("The order names no product."));
    require(isId(order.supplierId), ErrorWords::tr("The order names no supplier."));
    require(order.qty >= 1 && order.qty <= kLargestQty,
            ErrorWords::tr("A quantity of %1 cannot be ordered.").arg(order.qty));
    require(order.unitPrice.tenThousandths > 0, ErrorWords::tr("%1 has no price.").arg(order.productId));
    require(order.leadTimeDays >= 0 && order.leadTimeDays <= kLongestLeadTime,
            ErrorWords::tr("A lead time of %1 days is impossible.").arg(order.leadTimeDays));
    require(order.approvalsRequired >= 0 && order.approvalsRequired <= kMostApprovals,
            ErrorWords::tr("%1 approvals cannot be required.").arg(order.approvalsRequired));
    require(order.unitPrice.times(order.qty) == order.total,
            ErrorWords::tr("The total of %1 is not %2 times %3.")
                .arg(order.total.toString())
                .arg(order.qty)
                .arg(order.unitPrice.toString()));
    require(order.discount.minor >= 0 && order.discount <= order.total,
            ErrorWords::tr("A discount of %1 is impossible.").arg(order.discount.toString()));
    std::int64_t toPay = 0;
    require(order.tax.minor >= 0
                && !__builtin_add_overflow(order.total.minor - order.discount.minor, order.tax.minor, &toPay)
                && toPay == order.toPay.minor,
            ErrorWords::tr("The amount to pay of %1 does not follow from total, discount and tax.")
                .arg(order.toPay.toString()));
    if (!isJson(order.factsJson) || !isJson(order.decisionJson))
        throw Failure(ErrorKind::Invalid, ErrorWords::tr("The decision behind the order cannot be read."));
}

} // namespace purchasing::sql
