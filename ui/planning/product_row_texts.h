#pragma once

#include "core/flow/catalogue_plan.h"
#include "ui/planning/product_columns.h"

#include <memory>
#include <vector>

namespace purchasing::ui {

class Workspace;

/// What is copied of rows: values that another program computes with (ISO dates, plain numbers), or the texts
/// of the grid.
enum class RowCopy { Values, ValuesWithHeaders, AsShown };

/// Rows of the planning grid as text for the clipboard, from a snapshot: any thread may put it together.
class ProductRowTexts
{
public:
    ProductRowTexts(const Workspace& workspace, std::vector<int> catalogueRows,
                    std::vector<ProductColumn> columns);

    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    /// Lines of cells with tabs between them.
    [[nodiscard]] QString joined(RowCopy copy) const;

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
