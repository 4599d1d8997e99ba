#pragma once

#include "core/ports/product_reader.h"
#include "core/sql/engine/database.h"

#include <memory>

namespace purchasing::sql {

/// All of a product in one transaction of one database. Any thread.
class SqlProductReader : public ProductReader
{
public:
    explicit SqlProductReader(std::shared_ptr<Database> database);
    [[nodiscard]] QFuture<Result<ProductAnswers>> read(const QString& productId) override;

private:
    std::shared_ptr<Database> m_database;
};

} // namespace purchasing::sql
