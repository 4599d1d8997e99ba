#include "core/proto/wire_requests.h"

#include "core/proto/wire_facts.h"
#include "core/proto/wire_orders.h"
#include "core/proto/wire_values.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <google/protobuf/util/json_util.h>

namespace purchasing::wire {
namespace {

constexpr int kLongestId = 50; // Code points; contracts/data.md.

Error noBody(const QString& sentence)
{
    return {ErrorKind::Invalid, sentence, {}};
}

} // namespace

QString whyNoId(const QString& id)
{
    if (id.isEmpty())
        return QStringLiteral("product_id is missing.");
    const auto points = id.toUcs4();
    if (points.size() > kLongestId)
        return QStringLiteral("product_id has more than %1 characters.").arg(kLongestId);
    for (const char32_t point : points) {
        if (QChar::category(point) == QChar::Other_Control)
            return QStringLiteral("product_id contains a control character.");
    }
    return {};
}

QString goodId(const std::string& id)
{
    const QString text = wire::text(id);
    if (const QString why = whyNoId(text); !why.isEmpty())
        throw BadRequest{why};
    return text;
}

bool isTooDeep(const std::string& json)
{
    int depth = 0;
    bool isText = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (isText) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                isText = false;
        } else if (c == '"') {
            isText = true;
        } else if (c == '{' || c == '[') {
            if (++depth > kDeepestJson)
                return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

Result<QString> productIdIn(const std::string& body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(body), &error);
    if (!document.isObject()) {
        return noBody(error.error == QJsonParseError::NoError
                          ? QStringLiteral("The body is no JSON object.")
                          : QStringLiteral("The body is no JSON: %1.").arg(error.errorString()));
    }
    const QJsonValue id = document.object().value(QStringLiteral("product_id"));
    if (!id.isString())
        return noBody(QStringLiteral("product_id is missing or no text."));
    if (const QString why = whyNoId(id.toString()); !why.isEmpty())
        return noBody(why);
    return id.toString();
}

Result<rule_engine::EvaluateRequest> evaluateRequestIn(const std::string& body)
{
    rule_engine::EvaluateRequest request;
    google::protobuf::util::JsonParseOptions options;
    options.ignore_unknown_fields = true;
    const auto read = google::protobuf::util::JsonStringToMessage(body, &request, options);
    if (!read.ok()) {
        return noBody(QStringLiteral("The body is no request: %1.")
                          .arg(QString::fromStdString(read.ToString()).left(200)));
    }
    return request;
}

purchasing::ProductFacts factsOf(const rule_engine::EvaluateRequest& request)
{
    const rule_engine::OmsData& oms = request.oms_data();
    const rule_engine::InventoryData& stock = request.inventory_data();
    const rule_engine::SupplierData& supplier = request.supplier_data();
    purchasing::ProductFacts facts;
    facts.asOf = QDateTime::currentDateTimeUtc();
    facts.product.productId = text(oms.product_id());
    // An answer about another product is no answer.
    for (const std::string& other : {stock.product_id(), supplier.product_id()}) {
        if (!other.empty() && !oms.product_id().empty() && other != oms.product_id())
            throw OutOfRange{QStringLiteral("product_id")};
    }
    facts.units.emplace();
    facts.openOrders.emplace();
    const auto demand = Quantity::fromDouble(oms.avg_daily_demand());
    if (!demand)
        throw OutOfRange{QStringLiteral("avg_daily_demand")};
    const auto price = UnitPrice::fromDouble(supplier.unit_price());
    if (!price)
        throw OutOfRange{QStringLiteral("unit_price")};
    // A zero in a field is a value; a message that is missing is a source that failed.
    if (request.has_oms_data())
        facts.demand = purchasing::Demand{*demand, text(oms.trend()), {}};
    if (request.has_inventory_data())
        facts.warehouses = {{text(stock.warehouse_id()),
                             Quantity::whole(std::int64_t{stock.available_qty()} + stock.reserved_qty()),
                             Quantity::whole(stock.reserved_qty()),
                             {},
                             {}}};
    if (!request.has_supplier_data())
        return facts;
    purchasing::SupplierOffer offer;
    offer.supplierId = text(supplier.supplier_id());
    offer.moq = Quantity::whole(supplier.moq());
    offer.leadTimeDays = supplier.lead_time_days();
    offer.unitPrice = *price;
    offer.isActive = supplier.is_active();
    offer.orderMultiple = Quantity::whole(1);
    facts.suppliers = {offer};
    return facts;
}

OrderRequest requestOf(const po::CreateRequest& message)
{
    OrderRequest request;
    request.key = fromWire(message.key());
    request.order = fromWire(message.decided());
    request.pendingApproval = message.pending_approval();
    request.sendIntended = message.send_intended();
    request.withoutAddress = message.without_address();
    request.basis = fromWire(message.basis());
    return request;
}

DraftOrder draftOf(const po::CreateRequest& message)
{
    if (message.has_key() || message.send_intended() || message.pending_approval() || message.has_basis())
        throw BadRequest{QStringLiteral("What goes with a decision means nothing without one.")};
    DraftOrder draft;
    draft.productId = goodId(message.product_id());
    draft.supplierId = goodId(message.supplier_id());
    draft.qty = message.qty();
    const auto price = UnitPrice::fromDouble(message.unit_price());
    const auto total = Money::fromDouble(message.total_amount());
    if (!price)
        throw OutOfRange{QStringLiteral("unit_price")};
    if (!total)
        throw OutOfRange{QStringLiteral("total_amount")};
    draft.unitPrice = *price;
    draft.total = *total;
    return draft;
}

} // namespace purchasing::wire
