#include "app/services/trace_output.h"

#include "core/services/collector.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QUrl>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace purchasing {
namespace {

constexpr int kUsualCollectorPort = 4318;

services::Collector collectorAt(const QUrl& url)
{
    const QString path = url.path();
    return {url.host().toStdString(), std::to_string(url.port(kUsualCollectorPort)),
            path.isEmpty() || path == QLatin1String("/") ? "/v1/traces" : path.toStdString()};
}

/// A file that is closed when nobody writes any more.
std::shared_ptr<const int> opened(const QString& file)
{
    const int handle =
        ::open(QFile::encodeName(file).constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (handle < 0)
        return nullptr;
    return {new int(handle), [](const int* kept) {
                ::close(*kept);
                delete kept;
            }};
}

bool writeLine(int handle, const QByteArray& json)
{
    // One call a line: lines of several programs do not run into each other.
    const QByteArray line = json + '\n';
    return ::write(handle, line.constData(), static_cast<std::size_t>(line.size())) == line.size();
}

} // namespace

QString whyNoCollector(const QString& text)
{
    const QUrl url(text);
    const QHostAddress host(url.host());
    const bool isHere = url.host() == QLatin1String("localhost") || (!host.isNull() && host.isLoopback());
    if (url.isValid() && url.scheme() == QLatin1String("http") && isHere)
        return {};
    return QStringLiteral(
        "it must be http://127.0.0.1:4318/v1/traces or the like on this machine, because spans are "
        "sent in plain text. A collector here passes them on.");
}

Result<std::shared_ptr<services::SpanExport>> openTrace(const TraceSettings& settings)
{
    if (!settings.isOn())
        return std::shared_ptr<services::SpanExport>();
    std::shared_ptr<const int> handle;
    if (!settings.file.isEmpty()) {
        handle = opened(settings.file);
        if (!handle) {
            return Error{ErrorKind::Unavailable,
                         QStringLiteral("TRACE_FILE: %1 cannot be written: %2.")
                             .arg(QDir::toNativeSeparators(settings.file),
                                  QString::fromLocal8Bit(std::strerror(errno))),
                         {}};
        }
    }
    return std::make_shared<services::SpanExport>(
        settings.service, [handle, url = QUrl(settings.collector)](const QByteArray& otlp) {
            const bool isWritten = !handle || writeLine(*handle, otlp);
            return (url.isEmpty() || collectorAt(url).post(otlp)) && isWritten;
        });
}

} // namespace purchasing
