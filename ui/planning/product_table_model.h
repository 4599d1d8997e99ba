#pragma once

#include "ui/planning/product_columns.h"

#include <QAbstractTableModel>

#include <array>
#include <bitset>
#include <vector>

namespace purchasing::ui {

class Workspace;

/// Which products the grid shows.
struct ProductFilter
{
    QString text; ///< Every word must occur in id, name, category or supplier, any case.
    std::bitset<5> words; ///< By Word; none set shows all.
    bool overridden = false; ///< Only what a planner has overridden.

    friend bool operator==(const ProductFilter&, const ProductFilter&) = default;
    [[nodiscard]] bool isEmpty() const { return text.isEmpty() && words.none() && !overridden; }
};

/// The planning grid's rows: a view on the workspace's catalogue with its own index vector for sorting and
/// filtering, because a proxy model over a large catalogue is far too slow. Texts are made when a cell is
/// painted.
class ProductTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        ProductIdRole = Qt::UserRole + 1,
        CatalogueRowRole, ///< Row in the workspace.
        WordRole
    };

    explicit ProductTableModel(Workspace& workspace, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    /// Sorts stably, so that sorting by a second column keeps the first one's order within equal values.
    /// Empty cells last.
    void sort(int column, Qt::SortOrder order) override;

    void setFilter(const ProductFilter& filter);
    [[nodiscard]] const ProductFilter& filter() const { return m_filter; }
    /// How many products of the whole catalogue have each word.
    [[nodiscard]] const std::array<int, 5>& wordCounts() const { return m_counts; }
    [[nodiscard]] int overriddenCount() const { return m_overriddenCount; }
    [[nodiscard]] int catalogueRow(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// The shown row of a catalogue row, -1 when it is filtered out.
    [[nodiscard]] int shownRow(int catalogueRow) const;

Q_SIGNALS:
    void countsChanged();

private:
    void rebuildTexts();
    void countWords();
    void updateRows(int changedRow);
    void rebuildRows();
    [[nodiscard]] bool passes(int catalogueRow) const;
    void sortRows(std::vector<int>& rows) const;
    [[nodiscard]] QString accessibleText(int column, int catalogueRow) const;

    Workspace& m_workspace;
    std::vector<int> m_rows; ///< Shown rows as catalogue rows.
    std::vector<QString> m_searchable; ///< Lower-case text of each catalogue row.
    std::array<int, 5> m_counts{};
    int m_overriddenCount = 0;
    ProductFilter m_filter;
    std::vector<QString> m_filterWords;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace purchasing::ui
