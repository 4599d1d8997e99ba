#pragma once

#include "core/domain/result.h"
#include "ui/connect/connection_profile.h"
#include "ui/workspace/connection.h"

#include <QDialog>

#include <optional>

class QLabel;
class QListWidget;
class QPushButton;

namespace purchasing::ui {

class ConnectionForm;
class ConnectionTrial;
class Connections;

/// File ▸ Connect: the saved connections beside the form of one of them. Connecting tries every database
/// first and says what is missing; what the program is connected to stays as it is until another connection
/// is open.
class ConnectDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ConnectDialog(Connections& connections, QWidget* parent = nullptr);
    ~ConnectDialog() override;

    /// Shows this connection, and why it could not be opened where that is why one is here.
    void select(const QString& id, const QString& problem = {});
    /// What was opened; unset unless the dialog was accepted.
    [[nodiscard]] std::optional<Connection> takeConnection();

public Q_SLOTS:
    /// Stops what is under way, else closes the dialog.
    void reject() override;

private:
    void fillList(const QString& selectedId);
    void showSelected();
    void rememberEdits();
    void addNew();
    void removeSelected();
    void save();
    void chooseTables();
    void test();
    void connectNow();
    void openNow(MissingFile whenMissing = MissingFile::Refuse);
    void testFinished();
    void update();
    void say(const QString& sentence, bool isProblem);

    Connections& m_connections;
    QListWidget* m_list;
    ConnectionForm* m_form;
    ConnectionTrial* m_trial;
    QLabel* m_message;
    QPushButton* m_remove = nullptr;
    QPushButton* m_test = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_connect = nullptr;
    QPushButton* m_cancel = nullptr;
    std::unique_ptr<QObject> m_opening; ///< The context of what is being opened.
    bool m_connectAfterTrial = false;
    std::optional<ConnectionProfile> m_unsaved; ///< A new one; it is in the list, without an id.
    std::optional<Connection> m_connection;
};

} // namespace purchasing::ui
