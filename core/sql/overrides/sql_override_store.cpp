#include "core/sql/overrides/sql_override_store.h"

#include "core/sql/audit/actors.h"
#include "core/sql/audit/audit_log.h"
#include "core/sql/engine/errors/error_words.h"
#include "core/sql/overrides/override_basis.h"
#include "core/sql/overrides/override_rows.h"

#include <QDateTime>
#include <QStringList>

namespace purchasing::sql {
namespace {

constexpr int kLongestReason = 2000;

void requirePossible(Connection& connection, const Override& wanted)
{
    const auto require = [](bool holds, const QString& sentence) {
        if (!holds)
            throw Failure(ErrorKind::Invalid, sentence);
    };
    require(!wanted.reason.trimmed().isEmpty(), ErrorWords::tr("An override needs a reason."));
    require(wanted.reason.size() <= kLongestReason,
            ErrorWords::tr("A reason has at most %1 characters.").arg(kLongestReason));
    require(wanted.qty >= 0 && wanted.qty <= kLargestOverride,
            ErrorWords::tr("A quantity of %1 cannot be ordered.").arg(wanted.qty));
    require(wanted.qty > 0 || !wanted.supplierId.isEmpty(),
            ErrorWords::tr("An override needs a quantity or a supplier."));
    requireKnownProduct(connection, wanted.productId);
    if (!wanted.supplierId.isEmpty() && connection.dialect().ownDatabase() != QLatin1String("po")) {
        require(findOffer(connection, wanted.productId, wanted.supplierId).has_value(),
                ErrorWords::tr("%1 does not offer %2.").arg(wanted.supplierId, wanted.productId));
    }
}

/// Throws a Conflict unless the override is still the one that the caller saw.
void requireSeen(Connection& connection, const QString& productId, qint64 seenVersion, const QDateTime& now)
{
    if (overrideVersion(connection, productId) != seenVersion) {
        throw Failure(ErrorKind::Conflict,
                      ErrorWords::tr("%1: %2. Look at it again.")
                          .arg(productId, overrideChange(connection, productId, now)));
    }
}

QString setText(const Override& wanted)
{
    QStringList parts;
    if (wanted.qty > 0)
        parts += QStringLiteral("quantity %1").arg(wanted.qty);
    if (!wanted.supplierId.isEmpty())
        parts += QStringLiteral("supplier %1").arg(wanted.supplierId);
    return QStringLiteral("%1 overridden: %2. Reason: %3")
        .arg(wanted.productId, parts.join(QLatin1String(", ")), wanted.reason.trimmed());
}

qint64 appendSet(Connection& connection, const Override& wanted, const QString& basis, const Actor& actor,
                 const QDateTime& now)
{
    AuditEvent event{
        now, actor, QStringLiteral("override.set"), wanted.productId, wanted.productId, setText(wanted), {}};
    event.payload.insert(QStringLiteral("qty"), static_cast<qint64>(wanted.qty));
    event.payload.insert(QStringLiteral("supplier"), wanted.supplierId);
    event.payload.insert(QStringLiteral("basis"), basis);
    return appendEvent(connection, event);
}

} // namespace

SqlOverrideStore::SqlOverrideStore(std::shared_ptr<Database> database)
    : m_database(std::move(database))
{
}

QFuture<Result<std::optional<Override>>> SqlOverrideStore::find(const QString& productId)
{
    return m_database->read([productId](Connection& connection) -> Result<std::optional<Override>> {
        return findOverride(connection, productId);
    });
}

QFuture<Result<std::vector<Override>>> SqlOverrideStore::list()
{
    return m_database->read(
        [](Connection& connection) -> Result<std::vector<Override>> { return readOverrides(connection); });
}

QFuture<Result<Override>> SqlOverrideStore::set(const Override& wanted, std::int64_t seenVersion,
                                                const Actor& actor)
{
    return m_database->write([wanted, seenVersion, actor,
                              clock = &m_database->clock()](Connection& connection) -> Result<Override> {
        const QDateTime now = clock->now();
        const Actor by = knownActor(connection, actor);
        requirePossible(connection, wanted);
        requireSeen(connection, wanted.productId, seenVersion, now);
        const QString basis = toJson(wanted.basis);
        const qint64 event = appendSet(connection, wanted, basis, by, now);
        QVariantList values = {event,
                               static_cast<qint64>(wanted.qty),
                               wanted.supplierId,
                               wanted.reason.trimmed(),
                               basis,
                               by.personId,
                               toMicroseconds(now),
                               wanted.productId};
        connection.execute(
            seenVersion == 0
                ? QStringLiteral("INSERT INTO {po}product_override(event, qty, supplier_id, reason, basis, "
                                 "set_by, set_at_us, product_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                : QStringLiteral("UPDATE {po}product_override SET event = ?, qty = ?, supplier_id = ?, "
                                 "reason = ?, basis = ?, set_by = ?, set_at_us = ? WHERE product_id = ?"),
            values);
        return findOverride(connection, wanted.productId).value();
    });
}

QFuture<Result<Done>> SqlOverrideStore::clear(const QString& productId, std::int64_t seenVersion,
                                              const Actor& actor)
{
    return m_database->write([productId, seenVersion, actor,
                              clock = &m_database->clock()](Connection& connection) -> Result<Done> {
        const QDateTime now = clock->now();
        const Actor by = knownActor(connection, actor);
        if (overrideVersion(connection, productId) == 0) {
            throw Failure(ErrorKind::NotFound,
                          ErrorWords::tr("%1 has no override: %2.")
                              .arg(productId, overrideChange(connection, productId, now)));
        }
        requireSeen(connection, productId, seenVersion, now);
        AuditEvent event{
            now,       by,        QStringLiteral("override.cleared"),
            productId, productId, QStringLiteral("The override of %1 was removed.").arg(productId),
            {}};
        event.payload.insert(QStringLiteral("version"), static_cast<qint64>(seenVersion));
        appendEvent(connection, event); // First: the schema lets go of nothing that is not noted down.
        connection.execute(QStringLiteral("DELETE FROM {po}product_override WHERE product_id = ?"),
                           {productId});
        return Done{};
    });
}

} // namespace purchasing::sql
