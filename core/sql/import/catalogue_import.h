#pragma once

#include "core/ports/catalogue_importer.h"
#include "core/sql/engine/database.h"

namespace purchasing::sql {

/// Imports CSV files through temporary tables: what is new or changed is found and written by the database.
class SqlCatalogueImporter : public CatalogueImporter
{
public:
    explicit SqlCatalogueImporter(std::shared_ptr<Database> database);
    [[nodiscard]] QFuture<Result<ImportReport>> import(const QString& folder,
                                                       const ImportOptions& options) override;

private:
    std::shared_ptr<Database> m_database;
};

} // namespace purchasing::sql
