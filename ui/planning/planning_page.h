#pragma once

#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QSettings;
class QLineEdit;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace purchasing {
enum class Word;
}

namespace purchasing::ui {

enum class ProductColumn;
enum class RowCopy;

class BulkBar;
class FilterHeader;
class SavedViews;
struct GridView;
struct ExportSource;
class ProductTableModel;
class StatePanel;
class Workspace;

/// Planning mode: the chips with counts, the filter and the product grid, or what there is instead of a grid.
class PlanningPage : public QWidget
{
    Q_OBJECT

public:
    explicit PlanningPage(Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] QString currentProduct() const;
    /// Selects and shows the product, clearing filters that hide it. False when the catalogue has no such
    /// product.
    bool selectProduct(const QString& productId);
    [[nodiscard]] QTableView* grid() const { return m_grid; }
    [[nodiscard]] ProductTableModel& model() const { return *m_model; }
    [[nodiscard]] BulkBar& bulkBar() const { return *m_bulk; }
    /// The grid as it is now, for a file.
    [[nodiscard]] ExportSource exportSource() const;
    void focusFilter();
    void clearFilters();
    /// The row of filters under the grid's header.
    [[nodiscard]] FilterHeader& filterHeader() const { return *m_header; }
    /// How many products are selected and what ordering them comes to; empty for fewer than two.
    [[nodiscard]] QString selectionInWords() const;
    /// Adds "Filter by this value" and its kin for the current cell.
    void addFilterActions(QMenu& menu);
    /// Copies the selected rows; many are put together on another thread.
    void copySelection(RowCopy copied);
    /// Lets the person choose which columns are shown, and their order.
    void chooseColumns();

    /// Filters, sort order and columns as they are.
    [[nodiscard]] GridView view() const;
    void showView(const GridView& view);
    /// Keeps named views in the settings, which must outlive the page, and offers them in the returned menu.
    QMenu* keepViewsIn(QSettings& settings);

    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray& state);

Q_SIGNALS:
    void currentProductChanged(const QString& productId);
    /// Whether the current product's row is in the grid, or hidden by filters.
    void currentShownChanged(bool shown);
    void productActivated(const QString& productId);
    /// There is nothing to plan, and somebody wants to bring it.
    void importWanted();
    void contextMenuWanted(const QPoint& globalPosition);
    void done(const QString& message);

protected:
    /// Down in the filter enters the grid.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildChips(QWidget* bar);
    [[nodiscard]] QToolButton* chip(Word word) const;
    void applyFilter();
    void updateChips();
    void updateState();
    void restoreSelection();
    void enterGrid();
    void tellCurrentShown();
    void letNameGiveWay();
    void filterBy(ProductColumn column, const QString& typed);
    void showColumnMenu(const QPoint& position);

    Workspace& m_workspace;
    ProductTableModel* m_model = nullptr;
    QTableView* m_grid = nullptr;
    FilterHeader* m_header = nullptr;
    QLineEdit* m_search = nullptr;
    QList<QToolButton*> m_chips; ///< One for each word, then "All".
    QToolButton* m_overriddenChip = nullptr;
    BulkBar* m_bulk = nullptr;
    QPushButton* m_viewButton = nullptr;
    QStackedWidget* m_stack = nullptr;
    StatePanel* m_statePanel = nullptr;
    StatePanel* m_noMatch = nullptr; ///< In the grid, under its filter row.
    QLabel* m_countLabel = nullptr;
    QString m_currentId; ///< Survives model resets.
    int m_copies = 0; ///< Numbers what was copied, so that the last one wins.
    bool m_restoring = false;
    bool m_currentShown = true;
    int m_fittingName = 0; ///< The width of the names that nobody made wider or narrower.
};

} // namespace purchasing::ui
