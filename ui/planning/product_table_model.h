#pragma once

#include "ui/planning/product_arrangement.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QFuture>
#include <QHash>
#include <QTimer>

namespace purchasing::ui {

class Workspace;

/// The planning grid's rows: a view on the workspace's catalogue with its own index vector for sorting and
/// filtering, because a proxy model over a large catalogue is far too slow. Large catalogues are arranged on
/// other threads; until that is done the rows stay as they were. Texts are made when a cell is painted.
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
    /// Stops an arrangement that is under way and waits for its thread.
    ~ProductTableModel() override;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    /// Sorts by the column, and among equals as it was sorted before.
    void sort(int column, Qt::SortOrder order) override;

    /// Sorts by one more column among those that are equal so far; where it sorts already, the other way
    /// round.
    void addSort(ProductColumn column);
    /// "Sorted by Supplier, then …".
    [[nodiscard]] QString sortInWords() const;
    /// Sorts by these alone.
    void setSort(const std::vector<SortKey>& sort);
    [[nodiscard]] const std::vector<SortKey>& sortKeys() const { return m_sort; }

    void setFilter(const ProductFilter& filter);
    [[nodiscard]] const ProductFilter& filter() const { return m_filter; }
    [[nodiscard]] int overriddenCount() const { return m_arrangement.overridden; }
    /// How many products of the whole catalogue have each word, as far as it is decided.
    [[nodiscard]] const std::array<int, 5>& wordCounts() const { return m_arrangement.counts; }
    /// The workspace's row of a shown one; -1 where the product has just left the catalogue.
    [[nodiscard]] int catalogueRow(int row) const;
    /// The shown rows, from top to bottom, as catalogue rows.
    [[nodiscard]] const std::vector<int>& catalogueRows() const { return m_arrangement.rows; }
    /// The shown row of a catalogue row, -1 when it is filtered out.
    [[nodiscard]] int shownRow(int catalogueRow) const;
    /// Rows are being filtered or sorted on another thread.
    [[nodiscard]] bool isArranging() const { return m_cancelled != nullptr; }

Q_SIGNALS:
    void countsChanged();

private:
    void arrangeSoon();
    void arrangeNow(bool isReset);
    void apply(Arrangement arrangement, std::shared_ptr<const Catalogue> catalogue);
    void updateRow(int catalogueRow);
    void findLookAlikes();
    [[nodiscard]] QString accessibleText(int column, int catalogueRow) const;
    /// Says which other product the id looks like; empty where it is not to be mistaken, and in other
    /// columns.
    [[nodiscard]] QString lookAlikeText(ProductColumn column, const QString& productId) const;

    Workspace& m_workspace;
    Arrangement m_arrangement;
    std::shared_ptr<const Catalogue> m_arranged; ///< What the arrangement's rows number.
    bool m_resetWanted = false; ///< Rows are other products since; kept until an arrangement is shown.
    ProductFilter m_filter;
    std::vector<SortKey> m_sort;
    std::size_t m_chosenKeys =
        1; ///< Of them, by the last click and those with Ctrl; the others are left over.
    std::shared_ptr<std::atomic_bool> m_cancelled; ///< Of the arrangement under way; null when none is.
    QFuture<Arrangement> m_running; ///< The last one begun; the ones before end soon, being cancelled.
    QElapsedTimer m_arranging;
    qint64 m_arrangeTime = 0; ///< Milliseconds that it took last.
    QHash<QString, QString> m_lookAlikes; ///< By id: another one that looks the same.
    std::shared_ptr<const Catalogue> m_compared; ///< Whose ids were, or are being, compared.
    std::shared_ptr<std::atomic_bool> m_comparingCancelled;
    QTimer m_soon; ///< While a plan grows the rows are arranged now and then, not for each block.
};

} // namespace purchasing::ui
