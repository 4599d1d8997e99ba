#pragma once

#include "core/sql/import/csv_reader.h"

#include <string>
#include <vector>

namespace purchasing::sql {

/// The first records of a file, blank lines left out.
struct FileSample
{
    struct Record
    {
        int line = 0;
        std::vector<std::string> cells;
    };

    std::vector<Record> records;
    QString error; ///< What is wrong with the file before the sample ends.
};

/// Reads at most `records`, and some megabytes.
[[nodiscard]] FileSample readSample(const QString& file, const TextForm& form, std::size_t records);

/// What a separator makes of the file's beginning.
struct SeparatorFit
{
    char separator = ',';
    int namedFields = 0; ///< Most headers in one record that are known by name.
    double share = 0; ///< Of the records, those that have the most usual number of cells, if more than one.
};

/// The separators that make a table of the file, the best first. Those that are as good as the best one are
/// `equal`.
struct SeparatorGuess
{
    std::vector<SeparatorFit> fits;
    std::size_t equal = 0;
};

[[nodiscard]] SeparatorGuess guessSeparator(const QString& file, const QString& encoding);

/// How many of the cells are names of different fields.
[[nodiscard]] int namedFieldsIn(const std::vector<std::string>& cells);

} // namespace purchasing::sql
