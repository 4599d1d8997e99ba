#pragma once

#include "core/ports/outbox_store.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableWidget;

namespace purchasing::ui {

class Workspace;

/// What waits to be given to suppliers, since when, why, and when it is tried again. Reads only while it is
/// seen.
class OutboxPanel : public QWidget
{
    Q_OBJECT

public:
    explicit OutboxPanel(Workspace& workspace, QWidget* parent = nullptr);

    /// What a message is waiting for, in words.
    [[nodiscard]] static QString stateText(const OutboxMessage& message, const QDateTime& now);

Q_SIGNALS:
    void orderActivated(const QString& poId);
    void failed(const QString& what, const purchasing::Error& error);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void showMessages();
    void tryNow();
    void updateButtons();
    [[nodiscard]] const OutboxMessage* current() const;

    Workspace& m_workspace;
    QTableWidget* m_table;
    QLabel* m_empty;
    QLabel* m_count;
    QPushButton* m_tryNow;
    QPushButton* m_open;
    std::vector<OutboxMessage> m_messages;
};

} // namespace purchasing::ui
