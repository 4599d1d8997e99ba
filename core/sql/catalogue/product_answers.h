#pragma once

#include "core/ports/product_reader.h"
#include "core/sql/engine/connection.h"

#include <QStringList>

#include <vector>

namespace purchasing::sql {

/// What each source says of the product, as the sources say it one by one. Throws Failure for what another
/// try may mend.
[[nodiscard]] ProductAnswers readProduct(Connection& connection, const QString& productId);

/// As readProduct() of each, with a statement per table instead of one per table and product. Different ids.
[[nodiscard]] std::vector<ProductAnswers> readProducts(Connection& connection, const QStringList& productIds);

} // namespace purchasing::sql
