#pragma once

#include "core/ports/database_answer.h"
#include "ui/connect/connection_profile.h"

#include <QWidget>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QTableWidget;

namespace purchasing::ui {

class Connections;

/// The answers of a connection's databases or services while it is tried, one row each, and what they come
/// to.
class ConnectionTrial : public QWidget
{
    Q_OBJECT

public:
    enum class Verdict {
        None, ///< Nothing was tried, or it is not over.
        Usable,
        Partly, ///< Databases of the catalogue cannot be used; the orders can.
        Unusable
    };

    explicit ConnectionTrial(Connections& connections, QWidget* parent = nullptr);
    /// Late answers reach nobody.
    ~ConnectionTrial() override;

    /// Tries the profile; finished() tells.
    void start(const ConnectionProfile& profile);
    /// Stops waiting; what is under way ends by itself.
    void cancel();
    /// Forgets the answers: the fields have changed since.
    void clear();

    [[nodiscard]] bool isRunning() const { return m_waiting > 0; }
    [[nodiscard]] Verdict verdict() const;
    /// The one that is needed knows nobody by this name and secret.
    [[nodiscard]] bool wasRefused() const;

Q_SIGNALS:
    void finished();

private:
    void take(int row, const DatabaseAnswer& answer);
    void summarize();

    Connections& m_connections;
    QTableWidget* m_table;
    QLabel* m_summary;
    std::vector<std::optional<DatabaseAnswer>> m_answers; ///< By row.
    std::size_t m_needed = 0; ///< The row without which nothing is of use.
    bool m_areServices = false;
    int m_waiting = 0;
    std::unique_ptr<QObject> m_round; ///< The context of the answers; another try has another one.
    std::shared_ptr<std::atomic_bool> m_cancelled;
};

} // namespace purchasing::ui
