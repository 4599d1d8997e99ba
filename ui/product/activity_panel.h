#pragma once

#include <QWidget>

class QTableWidget;

namespace purchasing::ui {

struct Connection;

/// What happened to the product: evaluations and order events, newest first.
class ActivityPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ActivityPanel(const Connection& connection, QWidget* parent = nullptr);
    void show(const QString& productId);
    using QWidget::show;

private:
    const Connection& m_connection;
    QTableWidget* m_table;
    QString m_productId;
};

} // namespace purchasing::ui
