#include "app/services/service_key.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

namespace purchasing {
namespace {

constexpr int kBytes = 32;

Error cannot(const QString& what, const QString& file)
{
    return {ErrorKind::Unavailable,
            QStringLiteral("%1 %2: %3.")
                .arg(what, QDir::toNativeSeparators(file), QString::fromLocal8Bit(std::strerror(errno))),
            {}};
}

/// Two programs may start at once: the file is there whole or not at all, and only one of them makes it.
bool make(const QString& file)
{
    QDir().mkpath(QFileInfo(file).absolutePath());
    QByteArray beside = QFile::encodeName(file) + ".XXXXXX"; // A template for the system.
    const int handle = ::mkstemp(beside.data()); // 0600.
    if (handle < 0)
        return false;
    quint32 random[kBytes / sizeof(quint32)];
    QRandomGenerator::system()->fillRange(random);
    const QByteArray key = QByteArray(reinterpret_cast<const char*>(random), kBytes).toHex() + '\n';
    const bool isWritten =
        ::write(handle, key.constData(), static_cast<std::size_t>(key.size())) == key.size()
        && ::fsync(handle) == 0;
    ::close(handle);
    const bool isThere = isWritten
        && (::link(beside.constData(), QFile::encodeName(file).constData()) == 0 || errno == EEXIST);
    ::unlink(beside.constData());
    return isThere;
}

} // namespace

Result<QString> serviceKey(const QString& file)
{
    if (!QFileInfo::exists(file) && !make(file))
        return cannot(QStringLiteral("Cannot make the services' key"), file);
    QFile opened(file);
    if (!opened.open(QIODevice::ReadOnly))
        return cannot(QStringLiteral("Cannot read the services' key"), file);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (opened.permissions() & others) {
        return Error{
            ErrorKind::Refused,
            QStringLiteral("%1 can be read by others. Run: chmod 600 %1").arg(QDir::toNativeSeparators(file)),
            {}};
    }
    const QString key = QString::fromLatin1(opened.readAll()).trimmed();
    const bool isHex = std::all_of(key.begin(), key.end(), [](QChar c) {
        return c.isDigit() || (c >= QLatin1Char('a') && c <= QLatin1Char('f'));
    });
    if (key.size() < kBytes * 2 || !isHex) {
        return Error{ErrorKind::Invalid,
                     QStringLiteral("%1 holds no key. Delete it, and it is made anew.")
                         .arg(QDir::toNativeSeparators(file)),
                     {}};
    }
    return key;
}

} // namespace purchasing
