#pragma once

#include "core/flow/catalogue_plan.h"
#include "ui/planning/product_columns.h"

#include <memory>
#include <vector>

namespace purchasing::ui {

class Workspace;

/// Rows of the planning grid as text for the clipboard, from a snapshot: any thread may put it together.
class ProductRowTexts
{
public:
    ProductRowTexts(const Workspace& workspace, std::vector<int> catalogueRows,
                    std::vector<ProductColumn> columns);

    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    /// Lines of cells with tabs between them, as the grid shows them.
    [[nodiscard]] QString joined(bool withHeaders) const;

private:
    std::shared_ptr<const Catalogue> m_catalogue;
    CataloguePlan m_plan;
    std::shared_ptr<const RuleEngine> m_rules;
    QDate m_today;
    QString m_currency;
    std::vector<int> m_rows;
    std::vector<ProductColumn> m_columns;
};

} // namespace purchasing::ui
