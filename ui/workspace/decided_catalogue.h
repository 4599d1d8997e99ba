#pragma once

#include "core/domain/decision.h"
#include "core/flow/catalogue_plan.h"
#include "core/flow/rule_engine.h"
#include "core/ports/clock.h"

#include <QCache>
#include <QDate>
#include <QString>

#include <memory>
#include <vector>

namespace purchasing::ui {

/// The products with what the rules decide of them, as the screen shows them at the moment. Read on the GUI
/// thread only; CatalogueFeed changes it and tells.
class DecidedCatalogue
{
public:
    [[nodiscard]] QDateTime now() const { return m_clock->now(); }
    [[nodiscard]] QDate today() const { return now().toLocalTime().date(); }

    /// All products by ascending id; rows below number them. A snapshot: keep the pointer to read it
    /// elsewhere.
    [[nodiscard]] const std::shared_ptr<const Catalogue>& catalogue() const { return m_catalogue; }
    /// The decisions of the catalogue's products as far as they were made; counts and sums come from here.
    [[nodiscard]] const CataloguePlan& plan() const { return m_plan; }
    /// The rules that made the decisions shown: cells, counts, sums and order come from the same ones. Null
    /// until the first are there.
    [[nodiscard]] std::shared_ptr<const RuleEngine> rules() const { return m_rules; }
    [[nodiscard]] int productCount() const { return m_catalogue->size(); }
    /// One product with its decision, made now where the plan has not come to it. `row` must be in the
    /// catalogue; the reference is good until the next call.
    struct Product
    {
        ProductFacts facts;
        Decision decision;
    };
    [[nodiscard]] const Product& product(int row) const;
    [[nodiscard]] ProductFacts facts(int row) const { return m_catalogue->facts(row); }
    [[nodiscard]] Decision decision(int row) const { return product(row).decision; }
    /// What the plan keeps of the product's decision; null where it has not come to it.
    [[nodiscard]] const PlannedProduct* planned(int row) const { return m_plan.at(*m_catalogue, row); }
    /// -1 for a product that is not in the catalogue.
    [[nodiscard]] int rowOf(const QString& productId) const { return m_catalogue->rowOf(productId); }
    /// The block of the snapshot that holds the product; null for a product that is not in the catalogue.
    /// While it is the same, so is the product.
    [[nodiscard]] Catalogue::Block blockOf(const QString& productId) const;
    /// The sources that cannot be read; the rest is as fresh as ever.
    [[nodiscard]] const std::vector<SourceOutage>& outages() const { return m_catalogue->outages(); }
    /// Decides the product once more from the loaded facts and says why; with `rules`, by those instead.
    [[nodiscard]] ExplainedDecision explain(int row, const RuleEngine* rules = nullptr) const;

protected:
    explicit DecidedCatalogue(std::shared_ptr<Clock> clock);
    ~DecidedCatalogue() = default;

    /// The day that the plan is for; null before there is one.
    [[nodiscard]] QDate plannedDay() const { return m_plannedDay; }
    /// Plans for that day from now on; decisions of another day go.
    void planFor(const QDate& day);
    /// Decides by these rules from now on; what others decided goes.
    void decideBy(std::shared_ptr<const RuleEngine> rules);
    /// More of the same plan is there.
    void growPlan(CataloguePlan plan) { m_plan = std::move(plan); }
    /// Shows these products, with the decisions that `plan` has of them.
    void replace(std::shared_ptr<const Catalogue> catalogue, CataloguePlan plan);

private:
    std::shared_ptr<Clock> m_clock;
    std::shared_ptr<const Catalogue> m_catalogue = std::make_shared<const Catalogue>();
    CataloguePlan m_plan;
    QDate m_plannedDay;
    std::shared_ptr<const RuleEngine> m_rules; ///< Of the plan.
    mutable QCache<int, Product> m_looked; ///< What the screen shows at the moment.
};

} // namespace purchasing::ui
