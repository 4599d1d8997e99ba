#pragma once

#include "core/domain/result.h"
#include "core/domain/rule_set.h"
#include "core/remote/service_channel.h"

#include <QString>

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>

namespace purchasing::remote {

/// The rules in force for an engine that has no database: the PO service says which hash decides, and the
/// texts are kept in a folder, where several engines may share them. Texts are believed only with that hash.
/// Any thread.
class RemoteRules
{
public:
    /// `folder` is RULES_DIR; it is made where there is none.
    RemoteRules(std::shared_ptr<ServiceChannel> po, QString folder);

    /// The version in force, as of a second ago at most. Waits for the PO service; without its answer nobody
    /// knows what is in force. An order checks its version once more, so that a version replaced within that
    /// second makes no order.
    [[nodiscard]] Result<RuleSetVersion> inForce();

private:
    [[nodiscard]] Result<RuleSetVersion> askForTexts();
    [[nodiscard]] std::optional<RuleSetVersion> kept(const QByteArray& hash) const;
    void keep(const RuleSetVersion& rules) const;
    [[nodiscard]] QString fileOf(const QByteArray& hash) const;

    std::shared_ptr<ServiceChannel> m_po;
    QString m_folder;
    std::mutex m_mutex; ///< Guards what follows.
    std::optional<RuleSetVersion> m_known;
    std::chrono::steady_clock::time_point m_asked;
    std::optional<Error> m_failure; ///< Of the last question, for those who queued behind it.
    std::chrono::steady_clock::time_point m_failed;
};

} // namespace purchasing::remote
