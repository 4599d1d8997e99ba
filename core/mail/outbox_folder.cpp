#include "core/mail/outbox_folder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace purchasing {
namespace {

struct OutboxFolderWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::OutboxFolder)
};

QString markOf(const QString& folder)
{
    return folder + QStringLiteral("/.database");
}

/// Whom the folder belongs to; empty where nobody has claimed it.
QString ownerOf(const QString& folder)
{
    QFile mark(markOf(folder));
    return mark.open(QIODevice::ReadOnly) ? QString::fromUtf8(mark.read(4000)).trimmed() : QString();
}

} // namespace

OutboxFolder::OutboxFolder(const QString& folder, QString owner)
    : m_path(folder)
    , m_owner(std::move(owner))
{
    const QString present = ownerOf(folder);
    if (!m_owner.isEmpty() && !present.isEmpty() && present != m_owner) {
        QString suffix = m_owner;
        m_path += QLatin1Char('-') + suffix.replace(QLatin1Char('/'), QLatin1Char('_'));
    }
}

QString OutboxFolder::claim() const
{
    if (!QDir().mkpath(m_path))
        return OutboxFolderWords::tr("the folder cannot be made");
    if (m_owner.isEmpty())
        return {};
    // Written whole under another name and linked, so that of two programs one owner remains.
    const QString draft = markOf(m_path) + QStringLiteral(".%1").arg(::getpid());
    if (ownerOf(m_path).isEmpty()) {
        QFile mark(draft);
        const QByteArray owner = m_owner.toUtf8() + '\n';
        if (!mark.open(QIODevice::WriteOnly | QIODevice::Truncate) || mark.write(owner) != owner.size())
            return mark.errorString();
        mark.close();
        // Where there are no hard links, a renaming that replaces nothing has to do.
        if (::link(QFile::encodeName(draft).constData(), QFile::encodeName(markOf(m_path)).constData()) != 0
            && errno != EEXIST)
            (void)QFile::rename(draft, markOf(m_path));
        QFile::remove(draft);
    }
    return ownerOf(m_path) == m_owner
        ? QString()
        : OutboxFolderWords::tr("the folder belongs to another database, %1; start the program again")
              .arg(ownerOf(m_path));
}

} // namespace purchasing
