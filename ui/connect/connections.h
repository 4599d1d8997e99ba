#pragma once

#include "core/domain/result.h"
#include "core/ports/database_answer.h"
#include "core/ports/table_choice.h"
#include "ui/connect/connection_list.h"
#include "ui/connect/secret_store.h"
#include "ui/workspace/connection.h"

#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace purchasing::ui {

/// Everything about connecting that lives as long as the program: the saved connections, their passwords, and
/// the threads on which connecting takes its time.
class Connections : public QObject
{
    Q_OBJECT

public:
    /// Opens what a profile names, password included. Runs on a worker thread and may block.
    using Open = std::function<Result<Connection>(const ConnectionProfile& profile)>;
    /// Tries one of the databases or services of a profile, by its number from 0. Runs on worker threads and
    /// may block.
    using Probe = std::function<DatabaseAnswer(const ConnectionProfile& profile, int database)>;

    /// Looks which tables of a server hold the catalogue. Runs on worker threads and may block.
    using Detect = std::function<Result<TableChoice>(const ConnectionProfile& profile)>;

    /// `settings` must outlive it; `demoFile` is the database of the data folder.
    Connections(QSettings& settings, const QString& demoFile, Open open, Probe probe);
    void setDetect(Detect detect) { m_detect = std::move(detect); }
    /// Waits for what is still connecting.
    ~Connections() override;

    /// Says why this program cannot work over services, as a sentence; empty, as at first, where it can.
    void setWhyNoServices(const QString& reason) { m_whyNoServices = reason; }
    [[nodiscard]] const QString& whyNoServices() const { return m_whyNoServices; }

    [[nodiscard]] ConnectionList& list() { return m_list; }
    [[nodiscard]] SecretStore& secrets() { return m_secrets; }

    /// Opens the profile, with the kept password where it has none, and gives the result to `callback` on the
    /// GUI thread; never when `context` was destroyed.
    void open(ConnectionProfile profile, QObject* context,
              std::function<void(const Result<Connection>& result)> callback);
    /// Opens the profile while a window says so, from which it can be cancelled. A password or token that is
    /// not kept is asked for where nobody is let in without, and kept once it is right.
    [[nodiscard]] Result<Connection> openWaiting(const ConnectionProfile& profile, QWidget* parent);

    /// Whether nobody is let in like this: by this name, or with this password or token.
    [[nodiscard]] static bool isRefusal(const Error& error);

    /// How many databases or services a profile has to be tried.
    [[nodiscard]] static int databaseCount(const ConnectionProfile& profile);
    /// The number of the one without which nothing is of use: it has the orders.
    [[nodiscard]] static int neededDatabase(const ConnectionProfile& profile);
    /// Tries each database of the profile, all at once, and gives each answer with its row to `callback` on
    /// the GUI thread; never when `context` was destroyed. Those not yet begun end when `cancelled` is set.
    void probe(ConnectionProfile profile, QObject* context, std::shared_ptr<std::atomic_bool> cancelled,
               std::function<void(int row, const DatabaseAnswer& answer)> callback);
    /// Looks which tables of the profile's server hold the catalogue, and gives the answer to `callback` on
    /// the GUI thread; never when `context` was destroyed.
    void detect(ConnectionProfile profile, QObject* context,
                std::function<void(const Result<TableChoice>& choice)> callback);

private:
    /// Tries the profile, which gets its kept password.
    [[nodiscard]] Result<Connection> tryWaiting(ConnectionProfile& profile, QWidget* parent);
    /// The password or token as somebody types it, told why the one before was not taken; unset where they
    /// do not.
    [[nodiscard]] static std::optional<QString> askSecret(const ConnectionProfile& profile,
                                                          const QString& problem, QWidget* parent);
    /// Goes on with the profile once it has its kept password, if there is one.
    void withSecret(ConnectionProfile profile, QObject* context,
                    std::function<void(const ConnectionProfile& profile)> goOn);

    ConnectionList m_list;
    SecretStore m_secrets;
    QString m_whyNoServices;
    Open m_open;
    Probe m_probe;
    Detect m_detect;
    QThreadPool m_pool; ///< Threads wait here, they do not compute. Last, so that it ends first.
};

} // namespace purchasing::ui
