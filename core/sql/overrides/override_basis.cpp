#include "core/sql/overrides/override_basis.h"

#include "core/sql/engine/errors/error_words.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace purchasing::sql {
namespace {

const QString kDemand = QStringLiteral("avg_daily_demand");
const QString kAvailable = QStringLiteral("available_qty");
const QString kOnOrder = QStringLiteral("on_order_qty");
const QString kSupplier = QStringLiteral("supplier_id");
const QString kMoq = QStringLiteral("moq");
const QString kMultiple = QStringLiteral("order_multiple");
const QString kLeadTime = QStringLiteral("lead_time_days");
const QString kPrice = QStringLiteral("unit_price");
const QString kActive = QStringLiteral("is_active");

/// Reads members, which may be missing; remembers whether one that is there makes no sense.
class Reader
{
public:
    explicit Reader(const QJsonObject& object)
        : m_object(object)
    {
    }

    template <typename Amount> std::optional<Amount> amount(const QString& name)
    {
        if (!m_object.contains(name))
            return std::nullopt;
        const std::optional<Amount> value = Amount::parse(m_object.value(name).toString());
        m_isGood &= value.has_value();
        return value;
    }

    std::optional<std::int64_t> integer(const QString& name)
    {
        if (!m_object.contains(name))
            return std::nullopt;
        bool isInteger = false;
        const qint64 value = m_object.value(name).toString().toLongLong(&isInteger);
        m_isGood &= isInteger;
        return value;
    }

    [[nodiscard]] bool isGood() const { return m_isGood; }

private:
    const QJsonObject& m_object;
    bool m_isGood = true;
};

} // namespace

QString toJson(const OverrideBasis& basis)
{
    QJsonObject object;
    const auto amount = [&object](const QString& name, const auto& value) {
        if (value)
            object.insert(name, value->toString());
    };
    amount(kDemand, basis.dailyDemand);
    amount(kAvailable, basis.availableQty);
    amount(kOnOrder, basis.onOrderQty);
    if (!basis.supplierId.isEmpty())
        object.insert(kSupplier, basis.supplierId);
    amount(kMoq, basis.moq);
    amount(kMultiple, basis.orderMultiple);
    if (basis.leadTimeDays)
        object.insert(kLeadTime, QString::number(*basis.leadTimeDays));
    amount(kPrice, basis.unitPrice);
    if (basis.supplierActive)
        object.insert(kActive, *basis.supplierActive);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<OverrideBasis> overrideBasisFromJson(const QString& text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    const QJsonObject object = document.object();
    Reader reader(object);
    OverrideBasis basis;
    basis.dailyDemand = reader.amount<Quantity>(kDemand);
    basis.availableQty = reader.amount<Quantity>(kAvailable);
    basis.onOrderQty = reader.amount<Quantity>(kOnOrder);
    basis.supplierId = object.value(kSupplier).toString();
    basis.moq = reader.amount<Quantity>(kMoq);
    basis.orderMultiple = reader.amount<Quantity>(kMultiple);
    basis.leadTimeDays = reader.integer(kLeadTime);
    basis.unitPrice = reader.amount<UnitPrice>(kPrice);
    if (object.contains(kActive))
        basis.supplierActive = object.value(kActive).toBool();
    if (!document.isObject() || !reader.isGood())
        return Error{ErrorKind::Invalid, ErrorWords::tr("What the override was made on cannot be read."),
                     text};
    return basis;
}

} // namespace purchasing::sql
