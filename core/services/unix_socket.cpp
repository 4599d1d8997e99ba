#include "core/services/unix_socket.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace purchasing::services {
namespace {

Error cannotListen(const QString& file, const QString& why)
{
    return {ErrorKind::Unavailable,
            QStringLiteral("Cannot listen on %1: %2").arg(QDir::toNativeSeparators(file), why),
            {}};
}

/// 0 where somebody listens there, else why not.
int connectTo(const sockaddr_un& place)
{
    const int handle = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    const int answer = ::connect(handle, reinterpret_cast<const sockaddr*>(&place), sizeof place);
    const int why = answer == 0 ? 0 : errno;
    ::close(handle);
    return why;
}

} // namespace

QString socketFileOf(const QString& address)
{
    return address.mid(address.indexOf(QLatin1Char(':')) + 1);
}

Result<Done> makeRoomForSocket(const QString& file)
{
    const QByteArray name = QFile::encodeName(file);
    sockaddr_un place{};
    place.sun_family = AF_UNIX;
    if (!QFileInfo(file).isAbsolute() || static_cast<std::size_t>(name.size()) >= sizeof place.sun_path)
        return cannotListen(
            file,
            QStringLiteral("it must be a whole path of at most %1 bytes.").arg(sizeof place.sun_path - 1));
    std::memcpy(place.sun_path, name.constData(), static_cast<std::size_t>(name.size()));
    const QByteArray folder = QFile::encodeName(QFileInfo(file).absolutePath());
    if (::mkdir(folder.constData(), 0700) != 0 && errno != EEXIST)
        return cannotListen(file,
                            QStringLiteral("its folder cannot be made: %1.")
                                .arg(QString::fromLocal8Bit(std::strerror(errno))));
    struct stat there
    {
    };
    if (::lstat(name.constData(), &there) != 0)
        return Done{};
    if (!S_ISSOCK(there.st_mode))
        return cannotListen(file, QStringLiteral("something else has that name."));
    if (const int why = connectTo(place); why != ECONNREFUSED)
        return cannotListen(file, QStringLiteral("another program listens there."));
    ::unlink(name.constData());
    return Done{};
}

} // namespace purchasing::services
