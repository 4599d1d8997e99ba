#pragma once

#include <QStringList>
#include <QTimer>
#include <QWidget>

class QAction;
class QItemSelectionModel;
class QLabel;

namespace purchasing::ui {

class ProductTableModel;
class Workspace;

/// What the selected products come to, and the way to order them together. Seen while at least two are
/// selected.
class BulkBar : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive the bar; `selection` is of a view on `model` that selects whole rows.
    BulkBar(Workspace& workspace, ProductTableModel& model, QItemSelectionModel& selection,
            QWidget* parent = nullptr);

    [[nodiscard]] QAction* createOrders() const { return m_create; }
    [[nodiscard]] qint64 selectedCount() const;

Q_SIGNALS:
    void createWanted(const QStringList& productIds);

private:
    void update();
    /// Rows of the catalogue from top to bottom; empty when there are more than a batch may have.
    [[nodiscard]] std::vector<int> selectedRows() const;
    [[nodiscard]] QString whyNotCreate(qint64 count, int orders) const;

    Workspace& m_workspace;
    ProductTableModel& m_model;
    QItemSelectionModel& m_selection;
    QLabel* m_text;
    QAction* m_create;
    QTimer m_soon; ///< One look after a burst of changes.
};

} // namespace purchasing::ui
