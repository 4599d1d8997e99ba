#pragma once

#include "ui/workspace/connection.h"

#include <QDialog>

#include <optional>

class QLabel;

namespace purchasing::ui {

class Connections;
struct ConnectionProfile;

/// What a person sees who has not chosen any data yet, or whose data cannot be opened: the demo, a
/// connection, one of the last ones, and how to begin.
class WelcomeDialog : public QDialog
{
    Q_OBJECT

public:
    /// `problem` says why what was to be opened is not; may be empty.
    explicit WelcomeDialog(Connections& connections, const QString& problem = {}, QWidget* parent = nullptr);

    /// What was opened; unset unless the dialog was accepted.
    [[nodiscard]] std::optional<Connection> takeConnection();

private:
    void open(const ConnectionProfile& profile);
    void makeEmpty();
    void chooseConnection(const QString& id, const QString& problem);
    void showProblem(const QString& problem);

    Connections& m_connections;
    QLabel* m_problem;
    std::optional<Connection> m_connection;
};

} // namespace purchasing::ui
