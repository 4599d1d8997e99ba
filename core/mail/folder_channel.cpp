#include "core/mail/folder_channel.h"

#include <QCoreApplication>
#include <QFile>
#include <QUuid>
#include <QtConcurrent>

#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace purchasing {
namespace {

struct FolderChannelWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::FolderChannel)
};

Error cannotWrite(const QString& file, const QString& cause)
{
    return {ErrorKind::Unavailable,
            FolderChannelWords::tr("The message could not be written to %1: %2.").arg(file, cause),
            {}};
}

/// Makes a rename durable: on Linux it is safe only when the folder itself was synced.
bool syncFolder(const QString& folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY);
    if (descriptor < 0)
        return false;
    const bool synced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return synced;
}

} // namespace

FolderChannel::FolderChannel(const QString& folder, std::shared_ptr<PeopleStore> settings,
                             OrderDocument document, std::shared_ptr<Clock> clock, const QString& owner)
    : m_folder(folder, owner)
    , m_settings(std::move(settings))
    , m_document(std::move(document))
    , m_clock(std::move(clock))
{
    m_pool.setMaxThreadCount(1);
}

FolderChannel::~FolderChannel()
{
    m_pool.waitForDone();
}

QFuture<Result<Done>> FolderChannel::deliver(const OutboxMessage& message)
{
    return QtConcurrent::run(&m_pool, [this, message] { return write(message); });
}

QString FolderChannel::fileOf(const QString& messageId) const
{
    return m_folder.path() + QLatin1Char('/') + messageId + QStringLiteral(".eml");
}

Result<Done> FolderChannel::write(const OutboxMessage& message) const
{
    const Result<QHash<QString, QString>> settings = m_settings->settings().result();
    if (!settings)
        return settings.error();
    const Sender sender = Sender::fromSettings(*settings);
    std::vector<QByteArray> documents;
    for (const PurchaseOrder& order : message.orders) {
        if (!m_document)
            break;
        Result<QByteArray> document = m_document(order, sender);
        if (!document)
            return document.error();
        documents.push_back(std::move(document).value());
    }

    const QString place = fileOf(message.messageId);
    if (const QString why = m_folder.claim(); !why.isEmpty())
        return cannotWrite(place, why);
    // Each relay writes its own: two may have the same message when a lease ran out.
    QFile file(place + QStringLiteral(".%1.part").arg(QUuid::createUuid().toString(QUuid::Id128)));
    // What is ordered at what price is nobody else's business.
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return cannotWrite(place, file.errorString());
    const QByteArray bytes =
        composeOrderMessage(message.messageId, message.orders, sender, documents, m_clock->now());
    if (file.write(bytes) != bytes.size() || !file.flush() || ::fsync(file.handle()) != 0) {
        const QString cause = file.errorString();
        file.remove();
        return cannotWrite(place, cause);
    }
    file.close();
    if (std::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(place).constData()) != 0
        || !syncFolder(m_folder.path())) {
        const QString cause = qt_error_string();
        file.remove();
        return cannotWrite(place, cause);
    }
    return Done{};
}

} // namespace purchasing
