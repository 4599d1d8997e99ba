#pragma once

#include "core/ports/database_settings.h"

#include <vector>

namespace purchasing::sql {

/// A column that is read from a table of the catalogue, and what it costs to be without it.
struct CatalogueColumn
{
    enum class Holds { Text, Number, Day, Moment };
    enum class MayLack {
        Never, ///< Nothing can be decided without it.
        Mapped, ///< Where somebody has said which columns another system has.
        Always ///< Only our own script makes it.
    };

    const char* name;
    Holds holds = Holds::Text;
    MayLack mayLack = MayLack::Never;
    const char* fallback = nullptr; ///< SQL for what is missing.
    const char* cost = nullptr; ///< What does not work without it, as part of a sentence; none to speak of.
};

/// A table of the catalogue.
struct CatalogueTable
{
    const char* schema; ///< "supplier".
    QString DatabaseNames::*database;
    const char* name;
    std::vector<CatalogueColumn> columns;
    CatalogueColumn::MayLack mayLack; ///< The table as a whole.
    const char* cost;
};

/// What it costs to be without a column or table, as part of a sentence in the language of the program.
[[nodiscard]] QString costInWords(const char* cost);

/// Whether a column of the server's `type` ("varchar") may hold that: a text or moment where a number belongs
/// would be read row by row as something nobody meant.
[[nodiscard]] bool hasTypeFor(CatalogueColumn::Holds holds, const QString& type);

/// All that is read of a server's catalogue.
[[nodiscard]] const std::vector<CatalogueTable>& catalogueTables();

} // namespace purchasing::sql
