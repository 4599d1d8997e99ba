#pragma once

#include "core/flow/purchasing_flow.h"
#include "core/mail/folder_channel.h"
#include "core/ports/catalogue_importer.h"
#include "core/ports/catalogue_source.h"

#include <QColor>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace purchasing::ui {

/// What the application is connected to; app/planner fills it.
struct Connection
{
    QString name; ///< Shown in the title bar and the status bar.
    QString database; ///< Its kind, version and schema, for diagnostics: "SQLite, schema 9".
    QString location; ///< The file or host, for tooltips.
    bool readOnly = false;
    QString readOnlyReason;
    QString tag; ///< Warns of a place where mistakes cost money ("PRODUCTION"); empty elsewhere.
    QColor tagColor;
    bool confirmsSending = false; ///< A person is asked before an order goes to a supplier.
    bool isRemote = false; ///< Services own the data: they send orders, and know who acts.
    QStringList limitations; ///< What the databases lack and what that costs, in sentences.
    std::function<bool()> isIdle; ///< Says whether letting go of it takes no time; may be empty.
    FlowPorts ports;
    std::shared_ptr<CatalogueSource> catalogue;
    std::shared_ptr<CatalogueImporter> importer; ///< Null where the catalogue is not ours to change.
    std::shared_ptr<FolderChannel> channel; ///< Null where nothing is sent from here.

    [[nodiscard]] QDateTime now() const { return ports.clock->now(); }
};

} // namespace purchasing::ui
