#pragma once

#include "core/ports/override_store.h"
#include "core/sql/engine/database.h"

#include <memory>

namespace purchasing::sql {

/// The override store on a database.
class SqlOverrideStore : public OverrideStore
{
public:
    explicit SqlOverrideStore(std::shared_ptr<Database> database);
    [[nodiscard]] QFuture<Result<std::optional<Override>>> find(const QString& productId) override;
    [[nodiscard]] QFuture<Result<std::vector<Override>>> list() override;
    [[nodiscard]] QFuture<Result<Override>> set(const Override& wanted, std::int64_t seenVersion,
                                                const Actor& actor) override;
    [[nodiscard]] QFuture<Result<Done>> clear(const QString& productId, std::int64_t seenVersion,
                                              const Actor& actor) override;

private:
    std::shared_ptr<Database> m_database;
};

} // namespace purchasing::sql
