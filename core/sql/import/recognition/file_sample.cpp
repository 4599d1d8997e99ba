#include "core/sql/import/recognition/file_sample.h"

#include "core/sql/import/recognition/column_names.h"
#include "core/sql/import/recognition/row_kind.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace purchasing::sql {
namespace {

constexpr std::size_t kLargestSample = 4U << 20;
constexpr std::size_t kRecordsOfSeparators = 200;
constexpr std::size_t kFurthestHeader = 40; // Titles above a header are seldom longer.
constexpr double kLeastShare = 0.5;
constexpr double kClearlyBetter = 0.2;

SeparatorFit fitOf(const FileSample& sample, char separator)
{
    SeparatorFit fit{separator};
    QMap<std::size_t, int> records; // By how many cells they have.
    for (std::size_t i = 0; i < sample.records.size(); ++i) {
        const std::vector<std::string>& cells = sample.records[i].cells;
        if (i < kFurthestHeader)
            fit.namedFields = std::max(fit.namedFields, namedFieldsIn(cells));
        if (cells.size() > 1)
            ++records[cells.size()];
    }
    if (!records.isEmpty())
        fit.share =
            *std::max_element(records.begin(), records.end()) / static_cast<double>(sample.records.size());
    if (!sample.error.isEmpty()) // Quotes stand where they should not: another separator fits better.
        fit.share /= 2;
    return fit;
}

} // namespace

FileSample readSample(const QString& file, const TextForm& form, std::size_t records)
{
    FileSample sample;
    CsvReader reader(file, form);
    std::size_t bytes = 0;
    while (sample.records.size() < records && bytes < kLargestSample && reader.next()) {
        for (const std::string& cell : reader.cells())
            bytes += cell.size() + sizeof(std::string);
        sample.records.push_back({reader.line(), reader.cells()});
    }
    sample.error = reader.error();
    return sample;
}

SeparatorGuess guessSeparator(const QString& file, const QString& encoding)
{
    SeparatorGuess guess;
    for (const char separator : {',', ';', '\t', '|'}) {
        const SeparatorFit fit =
            fitOf(readSample(file, {encoding, separator}, kRecordsOfSeparators), separator);
        if (fit.share >= kLeastShare || fit.namedFields >= 2)
            guess.fits.push_back(fit);
    }
    std::stable_sort(guess.fits.begin(), guess.fits.end(), [](const SeparatorFit& a, const SeparatorFit& b) {
        return a.namedFields != b.namedFields ? a.namedFields > b.namedFields : a.share > b.share;
    });
    for (const SeparatorFit& fit : guess.fits) {
        const SeparatorFit& best = guess.fits.front();
        guess.equal += fit.namedFields == best.namedFields && fit.share > best.share - kClearlyBetter ? 1 : 0;
    }
    return guess;
}

int namedFieldsIn(const std::vector<std::string>& cells)
{
    QSet<QString> fields;
    for (const std::string& cell : cells) {
        const std::vector<NamedField> named =
            fieldsNamed(QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())));
        if (!named.empty())
            fields.insert(named.front().field);
    }
    return static_cast<int>(fields.size());
}

} // namespace purchasing::sql
