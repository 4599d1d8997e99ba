#pragma once

#include "core/domain/catalogue_mapping.h"

#include <QMap>
#include <QStringList>

#include <vector>

namespace purchasing {

/// A column that this program reads, and what it is called to people.
struct WantedColumn
{
    QString name; ///< "unit_price".
    QString title;
    bool isNeeded = false; ///< Nothing can be decided without it, or a value that is the same in every row.
    QString cost; ///< What is lost without it; empty where nothing to speak of.
};

/// A table that this program reads.
struct WantedTable
{
    QString schema; ///< "supplier".
    QString name; ///< "supplier_info".
    QString title;
    std::vector<WantedColumn> columns;
    QString cost; ///< Of there being none.
};

struct OfferedColumn
{
    QString name;
    QString type; ///< As the server calls it.
    QString sample; ///< From the first row; empty where there is none.
};

/// A table or view that a server has.
struct OfferedTable
{
    QString name;
    std::vector<OfferedColumn> columns;
};

/// What a server has, what this program wants of it, and which of it seems to be which.
struct TableChoice
{
    std::vector<WantedTable> wanted;
    QMap<QString, std::vector<OfferedTable>> offered; ///< By schema ("supplier").
    CatalogueMapping found; ///< Only what has other names than ours.
    /// By our table and theirs: which of its columns seem to be ours, should that table be chosen.
    QMap<QString, QMap<QString, TableMapping>> likely;
    QStringList notes; ///< What could not be told, a sentence each.
};

} // namespace purchasing
