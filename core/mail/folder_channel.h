#pragma once

#include "core/mail/order_message.h"
#include "core/mail/outbox_folder.h"
#include "core/ports/clock.h"
#include "core/ports/message_channel.h"
#include "core/ports/people_store.h"

#include <QFile>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace purchasing {

/// The channel until SMTP exists: writes each message as a file into a folder, named by the message's id. The
/// file is written beside its place, synced and renamed, so it is there whole or not at all, and repeating it
/// is harmless. What is given while others are written is written next, together, and synced together.
class FolderChannel : public MessageChannel
{
public:
    /// `document` makes the PDF that is attached; without it messages are text only.
    /// `owner` names the database whose folder it is (OutboxFolder).
    FolderChannel(const QString& folder, std::shared_ptr<PeopleStore> settings, OrderDocument document = {},
                  std::shared_ptr<Clock> clock = std::make_shared<Clock>(), const QString& owner = {});
    ~FolderChannel() override;

    [[nodiscard]] QFuture<Result<Done>> deliver(const OutboxMessage& message) override;
    [[nodiscard]] const QString& folder() const { return m_folder.path(); }
    /// Where the message with this id is or will be.
    [[nodiscard]] QString fileOf(const QString& messageId) const;

private:
    struct Given
    {
        OutboxMessage message;
        QPromise<Result<Done>> promise;
    };

    /// Writes all that was given.
    void writeGiven();
    /// Writes each and says what became of it.
    [[nodiscard]] std::vector<Result<Done>> write(std::span<const std::shared_ptr<Given>> group,
                                                  const Sender& sender) const;
    /// Writes one beside its place; nothing of it is safe yet.
    [[nodiscard]] Result<std::unique_ptr<QFile>> writePart(const OutboxMessage& message,
                                                           const Sender& sender) const;
    /// Makes what is written safe and gives it its name.
    [[nodiscard]] static Result<Done> putInPlace(QFile& part, const QString& place);

    OutboxFolder m_folder;
    std::shared_ptr<PeopleStore> m_settings;
    OrderDocument m_document;
    std::shared_ptr<Clock> m_clock;
    std::mutex m_mutex; ///< Guards what follows.
    std::vector<std::shared_ptr<Given>> m_given;
    QThreadPool m_pool;
};

} // namespace purchasing
