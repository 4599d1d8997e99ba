#pragma once

#include "core/ports/catalogue_importer.h"
#include "core/sql/engine/database.h"

#include <QThreadPool>

namespace purchasing::sql {

/// Imports CSV files through temporary tables: what is new or changed is found and written by the database.
class SqlCatalogueImporter : public CatalogueImporter
{
public:
    explicit SqlCatalogueImporter(std::shared_ptr<Database> database);
    [[nodiscard]] QFuture<Result<ImportReport>> import(const QString& folder,
                                                       const ImportOptions& options) override;
    [[nodiscard]] std::vector<ImportField> fields() const override;
    [[nodiscard]] QFuture<std::vector<RecognisedFile>> recognise(const QString& path,
                                                                 const std::vector<FileMapping>& given,
                                                                 const FileMapping& corrections) override;
    [[nodiscard]] QFuture<Result<ImportReport>> import(const std::vector<RecognisedFile>& files,
                                                       const ImportOptions& options) override;

private:
    std::shared_ptr<Database> m_database;
    QThreadPool m_fileReaders; ///< Recognising asks no database.
};

} // namespace purchasing::sql
