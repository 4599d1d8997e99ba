#include "ui/shell/diagnostics.h"

#include "ui/workspace/when_ready.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QLocale>
#include <QProxyStyle>
#include <QScreen>
#include <QSettings>
#include <QStyle>
#include <QSysInfo>
#include <QTimer>
#include <QWidget>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <utility>

namespace purchasing::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kDiagnosticsPatience = 3s; // For a database that does not answer.
constexpr int kLongestValue = 60; // What is longer was typed, or is a layout.
/// Of the style that ours lies over: ours has no name.
QString styleName()
{
    const auto* ours = qobject_cast<const QProxyStyle*>(QApplication::style());
    return ours ? ours->baseStyle()->name() : QApplication::style()->name();
}

/// Settings whose values help and never are a secret; of all others only the names are told.
constexpr std::array kHarmless{"appearance", "language",  "asksAtStart",         "window/mode",
                               "shortcuts/", "help/zoom", "planning/createSends"};
/// What a saved connection may tell: no user, no file of a key, no address with a name in it.
constexpr std::array kHarmlessOfConnections{
    "kind",    "readOnly", "production",      "confirmSending",    "tls",
    "timeout", "port",     "servicesTimeout", "suppliersConfirmed"};

bool isHarmless(const QString& key)
{
    if (key.startsWith(QLatin1String("connections/")))
        return std::any_of(
            kHarmlessOfConnections.begin(), kHarmlessOfConnections.end(),
            [&key](const char* name) { return key.section(QLatin1Char('/'), -1) == QLatin1String(name); });
    return std::any_of(kHarmless.begin(), kHarmless.end(),
                       [&key](const char* name) { return key.startsWith(QLatin1String(name)); });
}

QString timeInWords(const QDateTime& at)
{
    return at.toUTC().toString(Qt::ISODate);
}

QStringList programAndMachine(const QWidget& window)
{
    QStringList lines{
        QStringLiteral("Purchasing Flow Planner %1").arg(QApplication::applicationVersion()),
        QStringLiteral("Copied %1").arg(timeInWords(QDateTime::currentDateTimeUtc())),
        QStringLiteral("Qt %1 (built with %2)")
            .arg(QLatin1String(qVersion()), QStringLiteral(QT_VERSION_STR)),
        QStringLiteral("System %1, %2")
            .arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture()),
        QStringLiteral("Platform %1, style %2, font %3 %4 pt")
            .arg(QGuiApplication::platformName(), styleName(), QApplication::font().family())
            .arg(QApplication::font().pointSizeF()),
        QStringLiteral("Locale %1, of the system %2").arg(QLocale().name(), QLocale::system().name())};
    for (const QScreen* screen : QGuiApplication::screens())
        lines << QStringLiteral("Screen %1x%2, scale %3, %4 dpi%5")
                     .arg(screen->size().width())
                     .arg(screen->size().height())
                     .arg(screen->devicePixelRatio())
                     .arg(screen->logicalDotsPerInch())
                     .arg(screen == window.screen() ? QStringLiteral(", shows the window") : QString());
    lines << QStringLiteral("Window %1x%2").arg(window.width()).arg(window.height());
    return lines;
}

QStringList dataAndPeople(const Workspace& workspace)
{
    const Connection& connection = workspace.connection();
    const CatalogueFeed& feed = workspace.feed();
    QStringList lines{
        QStringLiteral("Database %1").arg(connection.database),
        QStringLiteral("Place %1").arg(connection.location),
        QStringLiteral("Read-only: %1")
            .arg(connection.readOnly ? connection.readOnlyReason : QStringLiteral("no")),
        QStringLiteral("Single operator: %1")
            .arg(workspace.identity().actor().singleOperator ? QStringLiteral("yes") : QStringLiteral("no")),
        QStringLiteral("Products %1").arg(feed.productCount())};
    for (const QString& limitation : connection.limitations)
        lines << QStringLiteral("Limitation: %1").arg(limitation);
    for (const SourceOutage& outage : feed.outages())
        lines << QStringLiteral("Outage: %1").arg(outageInWords(outage));
    if (!feed.staleReason().isEmpty())
        lines << QStringLiteral("Problem: %1").arg(feed.staleReason());
    return lines;
}

QString outboxInWords(const Result<std::vector<OutboxMessage>>& waiting)
{
    if (!waiting)
        return QStringLiteral("Outbox: %1").arg(waiting.error().message);
    QStringList lines{QStringLiteral("Outbox: %1 waiting").arg(waiting->size())};
    for (const OutboxMessage& message : *waiting) {
        lines << QStringLiteral("  %1, %2 order(s), attempts %3, not before %4%5")
                     .arg(message.state)
                     .arg(message.orders.size())
                     .arg(message.attempts)
                     .arg(timeInWords(message.notBefore),
                          message.lastError.isEmpty() ? QString() : QStringLiteral(": ") + message.lastError);
    }
    return lines.join(QLatin1Char('\n'));
}

QString rulesInWords(const Result<RuleSetVersion>& rules)
{
    return rules ? QStringLiteral("Rule set version %1, %2 packs, hash %3")
                       .arg(rules->version)
                       .arg(rules->packs.size())
                       .arg(QString::fromLatin1(rules->hash.toHex()))
                 : QStringLiteral("Rule set: %1").arg(rules.error().message);
}

QStringList failuresInWords(const std::vector<PastFailure>& failures)
{
    if (failures.empty())
        return {QStringLiteral("Nothing failed since the window was opened")};
    QStringList lines;
    for (const PastFailure& failure : failures)
        lines
            << QStringLiteral("Failed %1: %2: %3").arg(timeInWords(failure.at), failure.what, failure.detail);
    return lines;
}

} // namespace

QStringList settingsInWords(const QSettings& settings)
{
    QStringList lines;
    for (const QString& key : settings.allKeys()) {
        const QVariant value = settings.value(key);
        QString shown =
            value.canConvert<QString>() ? value.toString() : value.toStringList().join(QStringLiteral(", "));
        if (!shown.isEmpty() && (!isHarmless(key) || shown.size() > kLongestValue))
            shown = QStringLiteral("(set)");
        lines << QStringLiteral("Setting %1 = %2").arg(key, shown);
    }
    return lines;
}

void gatherDiagnostics(Workspace& workspace, QSettings& settings, const std::vector<PastFailure>& failures,
                       QWidget& window, std::function<void(const QString&)> done)
{
    const QString before = (programAndMachine(window) + dataAndPeople(workspace)).join(QLatin1Char('\n'));
    const QString after = (failuresInWords(failures) + settingsInWords(settings)).join(QLatin1Char('\n'));
    struct Answers
    {
        QString rules = QStringLiteral("Rule set: the database does not answer");
        QString outbox = QStringLiteral("Outbox: the database does not answer");
        int missing = 2;
        bool isDone = false;
    };
    const auto answers = std::make_shared<Answers>();
    const auto finish = [answers, before, after, done] {
        if (!std::exchange(answers->isDone, true))
            done(QStringList{before, answers->rules, answers->outbox, after}.join(QLatin1Char('\n')));
    };
    const auto take = [answers, finish](QString Answers::*part, const QString& text) {
        (*answers).*part = text;
        if (--answers->missing == 0)
            finish();
    };
    QTimer::singleShot(kDiagnosticsPatience, &window, finish); // Most wanted when a database is dead.
    const FlowPorts& ports = workspace.connection().ports;
    whenReady(ports.rules->current(), &window,
              [take](const Result<RuleSetVersion>& rules) { take(&Answers::rules, rulesInWords(rules)); });
    if (!ports.outbox)
        return take(&Answers::outbox, QStringLiteral("Outbox: the services send"));
    whenReady(ports.outbox->waitingMessages(), &window,
              [take](const Result<std::vector<OutboxMessage>>& waiting) {
                  take(&Answers::outbox, outboxInWords(waiting));
              });
}

} // namespace purchasing::ui
