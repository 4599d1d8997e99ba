#pragma once

#include <QWidget>

class QTableWidget;

namespace purchasing::ui {

class Workspace;

/// What happened to the product: evaluations and order events, newest first.
class ActivityPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ActivityPanel(Workspace& workspace, QWidget* parent = nullptr);
    void show(const QString& productId);
    using QWidget::show;

private:
    Workspace& m_workspace;
    QTableWidget* m_table;
    QString m_productId;
};

} // namespace purchasing::ui
