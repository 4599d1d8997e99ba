#include "app/services/service_log.h"

#include "core/ports/call_context.h"
#include "core/ports/span.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace purchasing {
namespace {

struct Log
{
    LogSettings settings;
    int handle = STDERR_FILENO;
};
/// Written once, before there are threads, and kept until the process ends.
Log& theLog()
{
    static Log log;
    return log;
}

const char* levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg: return "debug";
    case QtInfoMsg: return "info";
    case QtWarningMsg: return "warning";
    case QtCriticalMsg: return "critical";
    case QtFatalMsg: break;
    }
    return "fatal";
}

QString traceId()
{
    return QString::fromLatin1(traceIdOf(CallContext::current().traceParent));
}

QByteArray asJson(const QString& time, const char* level, const QMessageLogContext& context,
                  const QString& message)
{
    QJsonObject line{{QStringLiteral("time"), time},
                     {QStringLiteral("level"), QLatin1String(level)},
                     {QStringLiteral("service"), theLog().settings.service},
                     {QStringLiteral("category"), QLatin1String(context.category ? context.category : "")},
                     {QStringLiteral("message"), message}};
    if (const QString trace = traceId(); !trace.isEmpty())
        line.insert(QStringLiteral("trace_id"), trace);
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

void write(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    const QString time = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    const char* level = levelOf(type);
    const QByteArray line = theLog().settings.isJson
        ? asJson(time, level, context, message)
        : QStringLiteral("%1 %2 %3").arg(time, QLatin1String(level), message).toUtf8();
    // One call a line: lines of several threads and programs do not run into each other.
    const QByteArray whole = line + '\n';
    [[maybe_unused]] const auto written =
        ::write(theLog().handle, whole.constData(), static_cast<std::size_t>(whole.size()));
}

} // namespace

Result<Done> startLog(const LogSettings& settings)
{
    theLog().settings = settings;
    if (!settings.file.isEmpty()) {
        const int handle = ::open(QFile::encodeName(settings.file).constData(),
                                  O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        if (handle < 0) {
            return Error{ErrorKind::Unavailable,
                         QStringLiteral("LOG_FILE: %1 cannot be written: %2.")
                             .arg(QDir::toNativeSeparators(settings.file),
                                  QString::fromLocal8Bit(std::strerror(errno))),
                         {}};
        }
        theLog().handle = handle;
    }
    qInstallMessageHandler(&write);
    return Done{};
}

} // namespace purchasing
