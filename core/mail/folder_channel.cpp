#include "core/mail/folder_channel.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace purchasing {
namespace {

constexpr std::size_t kOpenTogether = 64;

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

/// Why it could not be written, when what was written of it is gone again.
Error thrownAway(QFile& part, const QString& place, const QString& cause)
{
    part.close();
    QFile::remove(part.fileName()); // part.remove() keeps what cannot be written to its end.
    return cannotWrite(place, cause);
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
    auto given = std::make_shared<Given>();
    given->message = message;
    given->promise.start();
    auto future = given->promise.future();
    {
        const std::scoped_lock lock(m_mutex);
        m_given.push_back(std::move(given));
    }
    m_pool.start([this] { writeGiven(); });
    return future;
}

QString FolderChannel::fileOf(const QString& messageId) const
{
    return m_folder.path() + QLatin1Char('/') + messageId + QStringLiteral(".eml");
}

void FolderChannel::writeGiven()
{
    std::vector<std::shared_ptr<Given>> all;
    {
        const std::scoped_lock lock(m_mutex);
        all.swap(m_given);
    }
    if (all.empty())
        return; // Written with others.
    const Result<QHash<QString, QString>> settings = m_settings->settings().result();
    for (std::size_t from = 0; from < all.size(); from += kOpenTogether) {
        const std::span<const std::shared_ptr<Given>> group(all.data() + from,
                                                            std::min(kOpenTogether, all.size() - from));
        const std::vector<Result<Done>> answers = settings
            ? write(group, Sender::fromSettings(*settings))
            : std::vector<Result<Done>>(group.size(), settings.error());
        for (std::size_t i = 0; i < group.size(); ++i) {
            group[i]->promise.addResult(answers[i]);
            group[i]->promise.finish();
        }
    }
}

std::vector<Result<Done>> FolderChannel::write(std::span<const std::shared_ptr<Given>> group,
                                               const Sender& sender) const
{
    std::vector<std::unique_ptr<QFile>> parts(group.size());
    std::vector<Result<Done>> answers(group.size(), Done{});
    const QString unclaimed = m_folder.claim();
    for (std::size_t i = 0; i < group.size(); ++i) {
        auto part = unclaimed.isEmpty()
            ? writePart(group[i]->message, sender)
            : Result<std::unique_ptr<QFile>>(cannotWrite(fileOf(group[i]->message.messageId), unclaimed));
        if (part)
            parts[i] = std::move(part).value();
        else
            answers[i] = part.error();
    }
    // Only when all are written: the file system writes down for the first what the others need as well.
    bool isAny = false;
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (!parts[i])
            continue;
        answers[i] = putInPlace(*parts[i], fileOf(group[i]->message.messageId));
        isAny |= answers[i].isOk();
    }
    const QString why = isAny && !syncFolder(m_folder.path()) ? qt_error_string() : QString();
    for (std::size_t i = 0; i < group.size() && !why.isEmpty(); ++i) {
        if (answers[i])
            answers[i] = cannotWrite(fileOf(group[i]->message.messageId), why);
    }
    return answers;
}

Result<std::unique_ptr<QFile>> FolderChannel::writePart(const OutboxMessage& message,
                                                        const Sender& sender) const
{
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
    // Each relay writes its own: two may have the same message when a lease ran out.
    auto file = std::make_unique<QFile>(
        place + QStringLiteral(".%1.part").arg(QUuid::createUuid().toString(QUuid::Id128)));
    // What is ordered at what price is nobody else's business.
    if (!file->open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return cannotWrite(place, file->errorString());
    const QByteArray bytes =
        composeOrderMessage(message.messageId, message.orders, sender, documents, m_clock->now());
    if (file->write(bytes) != bytes.size() || !file->flush())
        return thrownAway(*file, place, file->errorString());
    return file;
}

Result<Done> FolderChannel::putInPlace(QFile& part, const QString& place)
{
    if (::fsync(part.handle()) != 0)
        return thrownAway(part, place, qt_error_string());
    part.close();
    if (std::rename(QFile::encodeName(part.fileName()).constData(), QFile::encodeName(place).constData())
        != 0)
        return thrownAway(part, place, qt_error_string());
    return Done{};
}

} // namespace purchasing
