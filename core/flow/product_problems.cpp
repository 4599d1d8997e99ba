#include "core/flow/product_problems.h"

#include "core/domain/fact_schema.h"
#include "core/flow/override_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace purchasing {
namespace {

/// Kept in English, which problemsInWords() says again in any language.
QString kept(const char* words)
{
    return QString::fromUtf8(words);
}

class Problems
{
public:
    void add(const char* code, const QString& text) { m_list.push_back({QLatin1String(code), text}); }
    /// Names a source that gave nothing, unless its failure is named already: what is not known must block.
    void addUnlessNamed(const ProductFacts& facts, const char* source, const QString& text)
    {
        const QString name = QLatin1String(source);
        const bool named =
            std::any_of(facts.sourceProblems.begin(), facts.sourceProblems.end(),
                        [&name](const Problem& problem) { return problem.code.contains(name); });
        if (!named)
            m_list.push_back({QStringLiteral("unknown:") + name, text});
    }
    [[nodiscard]] std::vector<Problem> take() { return std::move(m_list); }

private:
    std::vector<Problem> m_list;
};

template <typename T> bool isNegative(const std::optional<T>& amount)
{
    return amount && *amount < T{};
}

void checkDemand(const ProductFacts& facts, const grl::Program& program, Problems& problems)
{
    if (!facts.demand) {
        problems.addUnlessNamed(facts, "demand",
                                kept(QT_TRANSLATE_NOOP("purchasing::Problem", "no demand record")));
        return;
    }
    if (!facts.demand->avgDailyDemand)
        problems.add("missing:avg_daily_demand",
                     kept(QT_TRANSLATE_NOOP("purchasing::Problem", "no daily demand")));
    else if (isNegative(facts.demand->avgDailyDemand))
        problems.add("negative:avg_daily_demand",
                     kept(QT_TRANSLATE_NOOP("purchasing::Problem", "negative daily demand")));
    if (facts.demand->trend.isEmpty() && program.readsFact(indexOf(Fact::Trend)))
        problems.add("missing:trend", kept(QT_TRANSLATE_NOOP("purchasing::Problem", "trend unknown")));
}

void checkInventory(const ProductFacts& facts, const grl::Program& program, Problems& problems)
{
    if (!facts.warehouses) {
        problems.addUnlessNamed(facts, "inventory",
                                kept(QT_TRANSLATE_NOOP("purchasing::Problem", "inventory unknown")));
        return;
    }
    const bool readsStock =
        program.readsFact(indexOf(Fact::AvailableQty)) || program.readsFact(indexOf(Fact::CurrentQty));
    if (facts.warehouses->empty()) {
        if (readsStock || program.readsFact(indexOf(Fact::ReservedQty))
            || program.readsFact(indexOf(Fact::WarehouseId)))
            problems.add("no-inventory",
                         kept(QT_TRANSLATE_NOOP("purchasing::Problem", "no inventory record")));
        return;
    }
    if (readsStock && !facts.currentQty())
        problems.add("missing:current_qty",
                     kept(QT_TRANSLATE_NOOP("purchasing::Problem", "stock quantity unknown")));
    for (const WarehouseLevel& level : *facts.warehouses) {
        if (level.onOrderQty < Quantity{}) {
            problems.add("negative:on_order_qty",
                         kept(QT_TRANSLATE_NOOP("purchasing::Problem", "negative quantity on order")));
            break;
        }
    }
}

void checkSupplier(const ProductFacts& facts, const grl::Program& program, Problems& problems)
{
    if (!facts.suppliers) {
        problems.addUnlessNamed(facts, "supplier",
                                kept(QT_TRANSLATE_NOOP("purchasing::Problem", "supplier unknown")));
        return;
    }
    const SupplierOffer* supplier = facts.supplier();
    if (!supplier) {
        problems.add("no-supplier", kept(QT_TRANSLATE_NOOP("purchasing::Problem", "no supplier")));
        return;
    }
    if (!facts.chosenSupplierId.isEmpty() && supplier->supplierId != facts.chosenSupplierId)
        problems.add(
            "supplier-gone",
            kept(QT_TRANSLATE_NOOP("purchasing::Problem", "supplier %1 no longer offers this product"))
                .arg(facts.chosenSupplierId));
    if (!supplier->isActive && program.readsFact(indexOf(Fact::IsActive)))
        problems.add(
            "missing:is_active",
            kept(QT_TRANSLATE_NOOP("purchasing::Problem", "unknown whether the supplier is active")));
    if (!supplier->leadTimeDays)
        problems.add("missing:lead_time_days",
                     kept(QT_TRANSLATE_NOOP("purchasing::Problem", "no lead time")));
    else if (*supplier->leadTimeDays < 0)
        problems.add("negative:lead_time_days",
                     kept(QT_TRANSLATE_NOOP("purchasing::Problem", "negative lead time")));
    else if (*supplier->leadTimeDays > kLongestLeadTimeDays)
        problems.add("absurd:lead_time_days",
                     kept(QT_TRANSLATE_NOOP("purchasing::Problem", "a lead time of %1 days is not possible"))
                         .arg(*supplier->leadTimeDays));
    else if (facts.demand && facts.demand->avgDailyDemand && !facts.requiredQty())
        problems.add(
            "overflow:required_qty",
            kept(QT_TRANSLATE_NOOP("purchasing::Problem", "the required quantity is too large to be held")));
    if (program.readsFact(indexOf(Fact::Moq)) && !supplier->moq)
        problems.add("missing:moq",
                     kept(QT_TRANSLATE_NOOP("purchasing::Problem", "no minimum order quantity")));
    else if (isNegative(supplier->moq))
        problems.add("negative:moq",
                     kept(QT_TRANSLATE_NOOP("purchasing::Problem", "negative minimum order quantity")));
    if (program.readsFact(indexOf(Fact::UnitPrice)) && !supplier->unitPrice)
        problems.add("no-price", kept(QT_TRANSLATE_NOOP("purchasing::Problem", "no price")));
    else if (isNegative(supplier->unitPrice))
        problems.add("negative:unit_price", kept(QT_TRANSLATE_NOOP("purchasing::Problem", "negative price")));
    if (program.readsFact(indexOf(Fact::OrderMultiple)) && !supplier->orderMultiple)
        problems.add("missing:order_multiple",
                     kept(QT_TRANSLATE_NOOP("purchasing::Problem", "no order multiple")));
    else if (supplier->orderMultiple && *supplier->orderMultiple <= Quantity{})
        problems.add("invalid:order_multiple",
                     kept(QT_TRANSLATE_NOOP("purchasing::Problem", "order multiple is not above zero")));
}

void checkUnits(const ProductFacts& facts, const grl::Program& program, Problems& problems)
{
    const bool readsUnits = program.readsFact(indexOf(Fact::ConversionFactor))
        || program.readsFact(indexOf(Fact::FromUom)) || program.readsFact(indexOf(Fact::ToUom));
    if (!readsUnits)
        return;
    if (!facts.units) {
        problems.addUnlessNamed(facts, "units",
                                kept(QT_TRANSLATE_NOOP("purchasing::Problem", "units unknown")));
        return;
    }
    if (facts.units->empty())
        problems.add("no-conversion", kept(QT_TRANSLATE_NOOP("purchasing::Problem", "no unit conversion")));
    else if (!facts.units->front().factor)
        problems.add("missing:conversion_factor",
                     kept(QT_TRANSLATE_NOOP("purchasing::Problem", "unit conversion without a factor")));
}

} // namespace

std::vector<Problem> problemsOf(const ProductFacts& facts, const grl::Program& program)
{
    Problems problems;
    checkDemand(facts, program, problems);
    checkInventory(facts, program, problems);
    checkSupplier(facts, program, problems);
    checkUnits(facts, program, problems);
    if (!facts.openOrders)
        problems.addUnlessNamed(facts, "orders",
                                kept(QT_TRANSLATE_NOOP("purchasing::Problem", "open orders unknown")));
    // A planner's quantity holds for the facts they saw, until somebody says that it still does.
    if (const QStringList changes = changesSinceOverride(facts); !changes.isEmpty())
        problems.add("stale-override",
                     kept(QT_TRANSLATE_NOOP("purchasing::Problem",
                                            "the override is stale (%1): confirm it, or revert it"))
                         .arg(changes.join(QStringLiteral(", "))));
    std::vector<Problem> all = facts.sourceProblems;
    for (Problem& problem : problems.take())
        all.push_back(std::move(problem));
    return all;
}

std::vector<Problem> problemsOf(const DecisionOutputs& outputs, const ProductFacts& facts)
{
    Problems problems;
    if (!outputs.supplierError.isEmpty()) {
        // The delivered rule's English sentence is known here so that it can be shown in the planner's
        // language.
        problems.add("supplier-error",
                     outputs.supplierError == QLatin1String("Supplier is not active")
                         ? kept(QT_TRANSLATE_NOOP("purchasing::Problem", "supplier is not active"))
                         : outputs.supplierError);
    }
    const SupplierOffer* supplier = facts.supplier();
    if (outputs.orderQty > Quantity{} && supplier && supplier->unitPrice
        && *supplier->unitPrice == UnitPrice{})
        problems.add("no-price", kept(QT_TRANSLATE_NOOP("purchasing::Problem", "no price")));
    if ((outputs.needReorder || outputs.shouldCreatePo) && outputs.orderQty > Quantity{}
        && !outputs.orderQty.isWhole())
        problems.add(
            "fractional-quantity",
            kept(QT_TRANSLATE_NOOP("purchasing::Problem",
                                   "%1 is not a whole number of units; switch the order multiples pack on"))
                .arg(outputs.orderQty.toString()));
    if (outputs.shouldCreatePo) {
        const bool adds = outputs.finalAmount == outputs.totalAmount - outputs.discountAmount
            && outputs.grandTotal == outputs.finalAmount + outputs.taxAmount;
        bool multiplies = supplier && supplier->unitPrice;
        if (multiplies && outputs.orderQty.isWhole())
            multiplies = supplier->unitPrice->times(outputs.orderQty.units()) == outputs.totalAmount;
        if (!adds || !multiplies)
            problems.add("amounts",
                         kept(QT_TRANSLATE_NOOP("purchasing::Problem", "the rules' amounts do not add up")));
        if (outputs.orderQty <= Quantity{})
            problems.add("no-quantity",
                         kept(QT_TRANSLATE_NOOP("purchasing::Problem",
                                                "the rules create an order without a quantity")));
        // An approval that the rules forgot or contradict must not count as given.
        const bool approved = outputs.poStatus == QLatin1String("approved");
        if (!approved && outputs.poStatus != QLatin1String("pending_approval"))
            problems.add(
                "no-approval",
                kept(QT_TRANSLATE_NOOP("purchasing::Problem",
                                       "the rules create an order but do not say whether it is approved")));
        else if (approved && (outputs.requiresApproval || outputs.approvalStatus == QLatin1String("pending")))
            problems.add("approval-contradiction",
                         kept(QT_TRANSLATE_NOOP("purchasing::Problem",
                                                "the rules approve an order that they say needs approval")));
    }
    return problems.take();
}

} // namespace purchasing
