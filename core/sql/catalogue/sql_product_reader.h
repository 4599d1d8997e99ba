#pragma once

#include "core/ports/product_reader.h"
#include "core/sql/engine/database.h"
#include "core/sql/engine/shared_turns.h"

#include <memory>

namespace purchasing::sql {

/// All of a product in one transaction of one database; products that are asked for while others are read
/// share the next statements. Any thread.
class SqlProductReader : public ProductReader
{
public:
    explicit SqlProductReader(std::shared_ptr<Database> database);
    [[nodiscard]] QFuture<Result<ProductAnswers>> read(const QString& productId) override;

private:
    std::shared_ptr<Database> m_database;
    SharedTurns<QString, ProductAnswers> m_turns; ///< Does not keep the database: its threads end these.
};

} // namespace purchasing::sql
