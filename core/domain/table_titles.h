#pragma once

#include <QString>

namespace purchasing {

/// What people call a table of the catalogue: "Suppliers" for "supplier_info". Other names stay as they are.
[[nodiscard]] QString titleOfTable(const QString& table);

} // namespace purchasing
