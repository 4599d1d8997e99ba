#include "ui/connect/connections.h"

#include "ui/workspace/when_ready.h"

#include <QEventLoop>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QProgressDialog>
#include <QtConcurrent>

#include <optional>

namespace purchasing::ui {
namespace {

constexpr int kThreads = 16; // Two tries of five databases that hang leave room for a third.
constexpr int kWorthShowingMs = 400;
constexpr int kPasswordWidth = 340;
constexpr int kOrdersService = 5; // Among kServicePlaces.
constexpr int kServerDatabases = 5; // OMS, Inventory, Supplier, UOM and orders.

} // namespace

Connections::Connections(QSettings& settings, const QString& demoFile, Open open, Probe probe)
    : m_list(settings, demoFile)
    , m_open(std::move(open))
    , m_probe(std::move(probe))
{
    m_pool.setMaxThreadCount(kThreads);
}

Connections::~Connections()
{
    m_pool.waitForDone();
}

void Connections::open(ConnectionProfile profile, QObject* context,
                       std::function<void(const Result<Connection>&)> callback)
{
    withSecret(std::move(profile), context,
               [this, context, callback = std::move(callback)](const ConnectionProfile& whole) {
                   whenReady(QtConcurrent::run(&m_pool, m_open, whole), context, callback);
               });
}

Result<Connection> Connections::openWaiting(const ConnectionProfile& profile, QWidget* parent)
{
    ConnectionProfile tried = profile;
    bool isTyped = false;
    for (;;) {
        const Result<Connection> opened = tryWaiting(tried, parent);
        if (opened && isTyped && !tried.id.isEmpty())
            m_secrets.keep(tried.id, *tried.secret());
        // Who was asked for no password has not mistyped it.
        const bool mayLackSecret =
            !opened && tried.secret() && (isTyped || tried.secret()->isEmpty()) && isRefusal(opened.error());
        if (!mayLackSecret)
            return opened;
        const std::optional<QString> typed =
            askSecret(tried, isTyped ? opened.error().message : QString(), parent);
        if (!typed)
            return Error{ErrorKind::Cancelled, tr("Opening %1 was cancelled.").arg(profile.name), {}};
        *tried.secret() = *typed;
        isTyped = true;
    }
}

Result<Connection> Connections::tryWaiting(ConnectionProfile& profile, QWidget* parent)
{
    QProgressDialog window(tr("Opening %1…").arg(profile.name), tr("Cancel"), 0, 0, parent);
    window.setObjectName(QStringLiteral("dialog.opening"));
    window.setWindowTitle(tr("Opening"));
    window.setWindowModality(Qt::ApplicationModal);
    window.setMinimumDuration(kWorthShowingMs);
    QEventLoop loop;
    std::optional<Result<Connection>> answer;
    withSecret(profile, &loop, [&](const ConnectionProfile& whole) {
        profile = whole;
        whenReady(QtConcurrent::run(&m_pool, m_open, whole), &loop, [&](const Result<Connection>& result) {
            answer = result;
            loop.quit();
        });
    });
    connect(&window, &QProgressDialog::canceled, &loop, &QEventLoop::quit);
    if (!answer)
        loop.exec();
    return answer ? *answer
                  : Result<Connection>(
                      Error{ErrorKind::Cancelled, tr("Opening %1 was cancelled.").arg(profile.name), {}});
}

std::optional<QString> Connections::askSecret(const ConnectionProfile& profile, const QString& problem,
                                              QWidget* parent)
{
    const QString wanted = profile.kind == ConnectionKind::Services
        ? tr("Your token for %1:").arg(profile.name)
        : tr("Password of %1 for %2:").arg(profile.server.user, profile.name);
    QInputDialog dialog(parent);
    dialog.setObjectName(QStringLiteral("dialog.password"));
    dialog.setWindowTitle(profile.kind == ConnectionKind::Services ? tr("Token") : tr("Password"));
    dialog.setLabelText(problem.isEmpty() ? wanted : problem + QLatin1String("\n\n") + wanted);
    dialog.setTextEchoMode(QLineEdit::Password);
    dialog.setOkButtonText(tr("&Open"));
    if (auto* label = dialog.findChild<QLabel*>()) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true); // What a server says may be long.
        label->setMinimumWidth(kPasswordWidth);
    }
    if (auto* edit = dialog.findChild<QLineEdit*>()) {
        edit->setObjectName(QStringLiteral("edit.askedPassword"));
        edit->setAccessibleName(wanted);
    }
    return dialog.exec() == QDialog::Accepted ? std::optional(dialog.textValue()) : std::nullopt;
}

bool Connections::isRefusal(const Error& error)
{
    return error.kind == ErrorKind::Refused || error.kind == ErrorKind::Forbidden;
}

int Connections::databaseCount(const ConnectionProfile& profile)
{
    if (profile.kind == ConnectionKind::Services) {
        // The Orchestrator comes last, and need not be there.
        const int all = static_cast<int>(std::size(kServicePlaces));
        return profile.services.orchestrator.isEmpty() ? all - 1 : all;
    }
    return profile.kind == ConnectionKind::Mysql ? kServerDatabases : 1;
}

int Connections::neededDatabase(const ConnectionProfile& profile)
{
    return profile.kind == ConnectionKind::Services ? kOrdersService : databaseCount(profile) - 1;
}

void Connections::probe(ConnectionProfile profile, QObject* context,
                        std::shared_ptr<std::atomic_bool> cancelled,
                        std::function<void(int, const DatabaseAnswer&)> callback)
{
    withSecret(std::move(profile), context, [=, this](const ConnectionProfile& whole) {
        for (int row = 0; row < databaseCount(whole); ++row) {
            const auto work = [this, whole, row, cancelled]() -> DatabaseAnswer {
                return cancelled->load() ? DatabaseAnswer{} : m_probe(whole, row);
            };
            whenReady(QtConcurrent::run(&m_pool, work), context,
                      [row, callback](const DatabaseAnswer& answer) { callback(row, answer); });
        }
    });
}

void Connections::detect(ConnectionProfile profile, QObject* context,
                         std::function<void(const Result<TableChoice>&)> callback)
{
    withSecret(std::move(profile), context,
               [this, context, callback = std::move(callback)](const ConnectionProfile& whole) {
                   whenReady(QtConcurrent::run(&m_pool, m_detect, whole), context, callback);
               });
}

void Connections::withSecret(ConnectionProfile profile, QObject* context,
                             std::function<void(const ConnectionProfile&)> goOn)
{
    if (!profile.secret() || !profile.secret()->isEmpty() || profile.id.isEmpty())
        return goOn(profile);
    // One that is not kept is tried as it is: a server may ask for none.
    m_secrets.find(profile.id, context, [profile, goOn = std::move(goOn)](const QString& password) mutable {
        *profile.secret() = password;
        goOn(profile);
    });
}

} // namespace purchasing::ui
