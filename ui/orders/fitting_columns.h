#pragma once

#include <QObject>

#include <vector>

class QTableView;

namespace purchasing::ui {

/// Gives columns of a list the width of the names in them: beyond a usual name's only where there is room
/// that nothing else needs. A column that somebody made wider or narrower stays so. The list owns it.
class FittingColumns : public QObject
{
    Q_OBJECT

public:
    /// The first column gets room before the next ones.
    FittingColumns(QTableView& view, const std::vector<int>& columns);

    /// To be called when the list shows other rows.
    void fit();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    struct Column
    {
        int column = 0;
        int usual = 0; ///< Never narrower.
        int fitted = 0;
        int content = 0; ///< As wide as what it holds.
    };

    void share();

    QTableView& m_view;
    std::vector<Column> m_columns;
};

} // namespace purchasing::ui
