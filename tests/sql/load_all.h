#pragma once

#include "core/ports/catalogue_source.h"

#include <vector>

namespace purchasing::sql {

/// Loads the whole catalogue and unpacks it.
inline Result<std::vector<ProductFacts>> loadAll(CatalogueSource& source, LoadProgress progress = {})
{
    const auto loaded = source.load(std::move(progress), nullptr, nullptr).result();
    if (!loaded)
        return loaded.error();
    std::vector<ProductFacts> all;
    for (int row = 0; row < (*loaded)->size(); ++row)
        all.push_back((*loaded)->facts(row));
    return all;
}

inline Result<std::vector<ProductFacts>> loadAll(CatalogueSource&& source, LoadProgress progress = {})
{
    return loadAll(source, std::move(progress));
}

} // namespace purchasing::sql
