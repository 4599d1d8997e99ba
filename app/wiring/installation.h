#pragma once

#include "app/wiring/environment.h"
#include "core/domain/result.h"
#include "core/flow/purchasing_flow.h"
#include "core/mail/folder_channel.h"
#include "core/ports/catalogue_importer.h"
#include "core/ports/catalogue_source.h"
#include "core/ports/change_source.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace purchasing {

/// Everything that runs on one database, wired together.
struct Installation
{
    QString file; ///< The embedded file, or the name of the server's database.
    QString database; ///< Its kind, version and schema, for diagnostics.
    QStringList limitations; ///< What databases of another system lack and what that costs, in sentences.
    QString readOnlyReason; ///< Empty when the file can be written.
    bool isRemote = false; ///< Others own the data, and say who acts.
    FlowPorts ports;
    std::shared_ptr<CatalogueSource> catalogue;
    std::shared_ptr<ChangeSource> changes; ///< Null where others own the data.
    std::shared_ptr<CatalogueImporter> importer; ///< Null where the catalogue is not ours to change.
    std::shared_ptr<FolderChannel> channel; ///< Null where nothing is sent from here.
    std::function<bool()> isIdle; ///< Says whether letting go of everything takes no time.
};

/// The ports of one service on its own database of a server ("oms", "inventory", "supplier", "uom" or "po"):
/// what it does not own is null. `suppliers` says what is offered, for "po". Blocks.
[[nodiscard]] Result<Installation> openMysqlService(const Environment& environment, const QString& schema,
                                                    std::shared_ptr<SupplierSource> suppliers = nullptr);

/// The database that planner and command line share when none is named: in the user's data folder.
[[nodiscard]] QString defaultDatabaseFile();

/// What is made where the file of an embedded database does not exist.
enum class NewDatabase { None, Demo, Empty };

/// Opens the embedded database, or makes it first where there is none and that is wanted; with `readOnly` it
/// must exist. AUDIT_KEY_FILE may name the key that signs the audit log's newest event. Messages to suppliers
/// go into the folder "outbox" beside it, with a PDF when `document` is given. Blocks.
[[nodiscard]] Result<Installation> openInstallation(const QString& file, OrderDocument document = {},
                                                    bool readOnly = false,
                                                    NewDatabase whenMissing = NewDatabase::Demo);

/// Opens the five databases of a MySQL or MariaDB server, which must have been set up. Messages to suppliers
/// go into the folder OUTBOX_DIR, or one in the user's data folder. Blocks.
[[nodiscard]] Result<Installation> openMysqlInstallation(const Environment& environment,
                                                         OrderDocument document = {});

/// The same for programs that can show what is missing: databases of the catalogue need not be readable.
/// Messages go into `outbox`; empty is a folder in the user's data folder.
[[nodiscard]] Result<Installation> openMysqlInstallation(const MysqlSettings& settings, const QString& outbox,
                                                         OrderDocument document = {});

} // namespace purchasing
