#include "core/mail/folder_channel.h"

#include <QCoreApplication>
#include <QFile>
#include <QUuid>

#include <algorithm>
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
    std::vector<Result<Done>> answers;
    for (const auto& given : all) {
        answers.push_back(settings ? write(given->message, Sender::fromSettings(*settings))
                                   : Result<Done>(settings.error()));
    }
    const bool isAny =
        std::any_of(answers.begin(), answers.end(), [](const Result<Done>& answer) { return answer.isOk(); });
    const QString why = isAny && !syncFolder(m_folder.path()) ? qt_error_string() : QString();
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i]->promise.addResult(
            answers[i] && !why.isEmpty() ? cannotWrite(fileOf(all[i]->message.messageId), why) : answers[i]);
        all[i]->promise.finish();
    }
}

Result<Done> FolderChannel::write(const OutboxMessage& message, const Sender& sender) const
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
        file.close();
        QFile::remove(file.fileName()); // file.remove() keeps what cannot be written to its end.
        return cannotWrite(place, cause);
    }
    file.close();
    if (std::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(place).constData())
        != 0) {
        const QString cause = qt_error_string();
        file.remove();
        return cannotWrite(place, cause);
    }
    return Done{};
}

} // namespace purchasing
