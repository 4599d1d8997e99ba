#pragma once

#include "core/domain/result.h"
#include "core/flow/purchasing_flow.h"
#include "core/mail/folder_channel.h"
#include "core/ports/catalogue_importer.h"
#include "core/ports/catalogue_source.h"

#include <QString>

#include <memory>

namespace purchasing {

/// Everything that runs on one embedded database file, wired together.
struct Installation
{
    QString file;
    QString readOnlyReason; ///< Empty when the file can be written.
    FlowPorts ports;
    std::shared_ptr<CatalogueSource> catalogue;
    std::shared_ptr<CatalogueImporter> importer;
    std::shared_ptr<FolderChannel> channel;
};

/// The database that planner and command line share when none is named: in the user's data folder.
[[nodiscard]] QString defaultDatabaseFile();

/// Opens, or on first start makes and fills, the embedded database. Messages to suppliers go into the folder
/// "outbox" beside it, with a PDF when `document` is given. Blocks.
[[nodiscard]] Result<Installation> openInstallation(const QString& file, OrderDocument document = {});

} // namespace purchasing
