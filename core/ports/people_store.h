#pragma once

#include "core/domain/purchase_order.h"
#include "core/domain/result.h"

#include <QFuture>
#include <QHash>

#include <vector>

namespace purchasing {

/// A person who works with this database. There are no passwords here; logins belong to servers.
struct Person
{
    QString personId;
    QString name;
    bool enabled = true;
};

/// People, the single-operator mode and the installation's settings (company name, address, currency, …).
class PeopleStore
{
public:
    virtual ~PeopleStore() = default;
    [[nodiscard]] virtual QFuture<Result<std::vector<Person>>> people() = 0;
    /// Invalid when the name is empty or taken.
    [[nodiscard]] virtual QFuture<Result<Person>> addPerson(const QString& name, const Actor& actor) = 0;
    [[nodiscard]] virtual QFuture<Result<Done>> setPersonEnabled(const QString& personId, bool enabled,
                                                                 const Actor& actor) = 0;
    /// The operating-system user as a person, made on first use.
    [[nodiscard]] virtual QFuture<Result<Actor>> operatingSystemUser() = 0;
    [[nodiscard]] virtual QFuture<Result<bool>> singleOperator() = 0;
    [[nodiscard]] virtual QFuture<Result<Done>> setSingleOperator(bool on, const Actor& actor) = 0;
    /// All settings by name.
    [[nodiscard]] virtual QFuture<Result<QHash<QString, QString>>> settings() = 0;
    [[nodiscard]] virtual QFuture<Result<Done>> setSetting(const QString& name, const QString& value,
                                                           const Actor& actor) = 0;
};

} // namespace purchasing
