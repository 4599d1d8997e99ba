#pragma once

#include "core/domain/purchase_order.h"
#include "core/domain/role.h"

#include <QByteArray>
#include <QDateTime>
#include <QFuture>

#include <vector>

namespace purchasing {

/// What is known of a token; never the token itself, of which only a hash is kept.
struct AccessToken
{
    QString tokenId;
    QString personId;
    QString personName;
    Roles roles;
    QDateTime issuedAt; ///< UTC, like the others.
    QDateTime expiresAt;
    QDateTime revokedAt; ///< Invalid: it was not revoked.
};

/// A token as it is shown once, to whoever shall use it.
struct IssuedToken
{
    AccessToken known;
    QString secret; ///< What is shown to a service: "pf_…".
};

/// Who a token stands for, and what it allows.
struct TokenHolder
{
    Actor actor;
    Roles roles;
};

/// The roles of people and the tokens by which services know them. Whoever holds the database's credentials
/// makes the first one.
class TokenStore
{
public:
    virtual ~TokenStore() = default;

    /// A new token for `days` (1 to 366), with some of the person's roles; somebody who has no roles yet gets
    /// these. Refused where they have others or are not enabled.
    [[nodiscard]] virtual QFuture<Result<IssuedToken>> issue(const QString& personId, Roles roles, int days,
                                                             const Actor& actor) = 0;
    /// Newest first, those that are over too.
    [[nodiscard]] virtual QFuture<Result<std::vector<AccessToken>>> tokens() = 0;
    /// From now on it stands for nobody. Repeating is harmless; NotFound where there is none.
    [[nodiscard]] virtual QFuture<Result<Done>> revoke(const QString& tokenId, const Actor& actor) = 0;
    /// Gives a person these roles in the place of those before; their tokens keep only what is among them.
    /// Refused where two of them exclude each other, or where people change their own.
    [[nodiscard]] virtual QFuture<Result<Done>> setRoles(const QString& personId, Roles roles,
                                                         const Actor& actor) = 0;
    /// Who shows this token. NotFound for one that was never issued or not as it is stored; Refused, with the
    /// reason, for one that is over, and for a person who is not enabled.
    [[nodiscard]] virtual QFuture<Result<TokenHolder>> identify(const QString& secret) = 0;
};

} // namespace purchasing
