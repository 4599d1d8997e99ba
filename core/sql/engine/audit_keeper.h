#pragma once

#include "core/domain/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace purchasing::sql {

/// The newest event of an audit log, as it was remembered.
struct AuditHead
{
    qint64 seq = 0;
    QByteArray hash; ///< 32 bytes.
};

/// Remembers the newest event of each audit log outside of its database, signed (Ed25519), so that cutting
/// the log's tail shows. The files are in a folder of the user's, one for each database, the key beside them
/// unless another file is named; whoever can read the key can sign anything. Safe to use from any thread and
/// any number of programs.
class AuditKeeper
{
public:
    /// `keyFile` empty: "audit.key" in the folder, made when it is first needed.
    explicit AuditKeeper(QString folder, QString keyFile = {});

    /// The hash that the log has of an event now; empty where it has none.
    using HashOf = std::function<QByteArray(qint64 seq)>;

    /// Remembers the head, unless a later one is, or the one remembered before is no longer in the log: that
    /// stays, and shows that somebody was at it, whatever is written after. What cannot be written is logged:
    /// it must not undo an order.
    void remember(const QString& database, const AuditHead& head, const HashOf& hashOf) const;
    /// What was remembered of the database; unset where nothing was. Invalid where the signature does not
    /// fit; Unavailable where the key cannot be used.
    [[nodiscard]] Result<std::optional<AuditHead>> remembered(const QString& database) const;
    /// The file in which that is.
    [[nodiscard]] QString fileOf(const QString& database) const;

private:
    /// The seed of the key pair; makes it where there is none.
    [[nodiscard]] Result<QByteArray> key() const;

    QString m_folder;
    QString m_keyFile;
};

} // namespace purchasing::sql
