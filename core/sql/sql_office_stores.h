#pragma once

#include "core/ports/activity_store.h"
#include "core/ports/people_store.h"
#include "core/ports/rule_store.h"
#include "core/sql/database.h"

namespace purchasing::sql {

/// Published rule sets and drafts in rule_set_version and rule_draft.
class SqlRuleStore : public RuleStore
{
public:
    explicit SqlRuleStore(std::shared_ptr<Database> database);
    [[nodiscard]] QFuture<Result<RuleSetVersion>> current() override;
    [[nodiscard]] QFuture<Result<std::vector<RuleSetVersion>>> versions() override;
    [[nodiscard]] QFuture<Result<RuleSetVersion>> publish(const std::vector<RulePack>& packs,
                                                          std::int64_t basedOn, const QString& reason,
                                                          const Actor& author,
                                                          const std::optional<Actor>& secondPerson) override;
    [[nodiscard]] QFuture<Result<std::optional<RuleDraft>>> draft(const Actor& author) override;
    [[nodiscard]] QFuture<Result<Done>> saveDraft(const RuleDraft& draft, const Actor& author) override;
    [[nodiscard]] QFuture<Result<Done>> discardDraft(const Actor& author) override;

private:
    std::shared_ptr<Database> m_database;
};

/// People and settings in person and setting.
class SqlPeopleStore : public PeopleStore
{
public:
    explicit SqlPeopleStore(std::shared_ptr<Database> database);
    [[nodiscard]] QFuture<Result<std::vector<Person>>> people() override;
    [[nodiscard]] QFuture<Result<Person>> addPerson(const QString& name, const Actor& actor) override;
    [[nodiscard]] QFuture<Result<Done>> setPersonEnabled(const QString& personId, bool enabled,
                                                         const Actor& actor) override;
    [[nodiscard]] QFuture<Result<Actor>> operatingSystemUser() override;
    [[nodiscard]] QFuture<Result<bool>> singleOperator() override;
    [[nodiscard]] QFuture<Result<Done>> setSingleOperator(bool on, const Actor& actor) override;
    [[nodiscard]] QFuture<Result<QHash<QString, QString>>> settings() override;
    [[nodiscard]] QFuture<Result<Done>> setSetting(const QString& name, const QString& value,
                                                   const Actor& actor) override;

private:
    std::shared_ptr<Database> m_database;
};

/// Evaluations together with the audit events of a product.
class SqlActivityStore : public ActivityStore
{
public:
    explicit SqlActivityStore(std::shared_ptr<Database> database);
    [[nodiscard]] QFuture<Result<Done>> recordEvaluation(const Decision& decision, const QString& sentence,
                                                         const Actor& actor) override;
    [[nodiscard]] QFuture<Result<std::vector<HistoryEntry>>> activity(const QString& productId,
                                                                      int limit) override;

private:
    std::shared_ptr<Database> m_database;
};

} // namespace purchasing::sql
