#pragma once

#include <QDialog>

class QHeaderView;
class QListWidget;
class QListWidgetItem;
class QPushButton;
class QTableView;

namespace purchasing::ui {

enum class ProductColumn;

/// The width of a column that nobody made wider or narrower: its header is seen whole in every language.
/// Where there is little room the name gives way to the quantity and the total.
[[nodiscard]] int fittingWidth(const QHeaderView& header, ProductColumn column);

/// Shows the planning grid's columns as a new user sees them, with their usual widths.
void showDefaultColumns(QTableView& grid);

/// View ▸ Columns: which columns the planning grid shows, in which order. Drag them or use the buttons.
class ColumnsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `grid` must outlive the dialog.
    explicit ColumnsDialog(QTableView& grid, QWidget* parent = nullptr);

public Q_SLOTS:
    void accept() override;

private:
    void add(int column, bool isShown);
    void fillDefaults();
    void moveCurrent(int by);
    void updateButtons();

    QTableView& m_grid;
    QListWidget* m_list;
    QPushButton* m_up;
    QPushButton* m_down;
    bool m_wasReset = false; ///< Widths are reset too.
};

} // namespace purchasing::ui
