#pragma once

#include "core/ports/people_store.h"
#include "core/sql/engine/database.h"

#include <memory>

namespace purchasing::sql {

/// People, the single-operator mode and settings in the database; each change is audited.
class SqlPeopleStore : public PeopleStore
{
public:
    explicit SqlPeopleStore(std::shared_ptr<Database> database);

    /// By name; the program itself is not among them.
    [[nodiscard]] QFuture<Result<std::vector<Person>>> people() override;
    [[nodiscard]] QFuture<Result<Person>> addPerson(const QString& name, const Actor& actor) override;
    [[nodiscard]] QFuture<Result<Done>> setPersonEnabled(const QString& personId, bool enabled,
                                                         const Actor& actor) override;
    /// On a database opened read-only the person is answered without being recorded.
    [[nodiscard]] QFuture<Result<Actor>> operatingSystemUser() override;
    [[nodiscard]] QFuture<Result<bool>> singleOperator() override;
    [[nodiscard]] QFuture<Result<Done>> setSingleOperator(bool on, const Actor& actor) override;
    [[nodiscard]] QFuture<Result<QHash<QString, QString>>> settings() override;
    /// Refuses "single_operator", which has its own act.
    [[nodiscard]] QFuture<Result<Done>> setSetting(const QString& name, const QString& value,
                                                   const Actor& actor) override;

private:
    std::shared_ptr<Database> m_database;
};

} // namespace purchasing::sql
