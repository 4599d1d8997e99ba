#include "core/sql/import/recognition/header_line.h"

#include "core/sql/import/recognition/people_numbers.h"
#include "core/sql/import/recognition/row_kind.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace purchasing::sql {
namespace {

struct HeaderLineWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::Recognition)
};

constexpr std::size_t kLastHeader = 40;
constexpr int kLeastNames = 2;

QString headerText(const std::string& cell)
{
    const std::string_view text = trimmedCell(cell);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).simplified();
}

HeaderPlace headerPlaceAt(const FileSample& sample, std::size_t record)
{
    return {true, static_cast<int>(record), sample.records[record].line};
}

bool hasNumberCell(const std::vector<std::string>& cells)
{
    return std::any_of(cells.begin(), cells.end(), [](const std::string& cell) {
        const auto kind = readPeopleNumber(headerText(cell)).kind;
        return kind != PeopleNumber::Kind::None && kind != PeopleNumber::Kind::Nothing;
    });
}

std::size_t filledCells(const std::vector<std::string>& cells)
{
    return static_cast<std::size_t>(std::count_if(
        cells.begin(), cells.end(), [](const std::string& cell) { return !trimmedCell(cell).empty(); }));
}

} // namespace

HeaderPlace findHeader(const FileSample& sample, const FileMapping& given)
{
    if (given.form.headerLine == FileForm::kNoHeader)
        return {true, -1, FileForm::kNoHeader};
    const std::size_t end = std::min(sample.records.size(), kLastHeader);
    for (std::size_t i = 0; i < sample.records.size(); ++i) {
        if (sample.records[i].line == given.form.headerLine)
            return headerPlaceAt(sample, i);
    }
    if (given.form.headerLine > 0)
        return {};
    for (std::size_t i = 0; given.onlyThese && i < end; ++i) {
        if (hasColumnsOf(given, sample.records[i].cells))
            return headerPlaceAt(sample, i);
    }
    std::size_t best = end;
    int names = 0;
    for (std::size_t i = 0; i < end; ++i) {
        const int here = namedFieldsIn(sample.records[i].cells);
        if (here > names && filledCells(sample.records[i].cells) >= 2) {
            names = here;
            best = i;
        }
    }
    if (names >= kLeastNames || (names == 1 && !hasNumberCell(sample.records[best].cells)))
        return headerPlaceAt(sample, best);
    // No name is known: the first record without numbers above one that has some.
    for (std::size_t i = 0; i + 1 < end; ++i) {
        const std::size_t filled = filledCells(sample.records[i].cells);
        if (filled >= 2 && filled == sample.records[i].cells.size() && !hasNumberCell(sample.records[i].cells)
            && hasNumberCell(sample.records[i + 1].cells) && sample.records[i + 1].cells.size() == filled)
            return headerPlaceAt(sample, i);
    }
    return {};
}

std::vector<QString> headersAt(const FileSample& sample, const HeaderPlace& place)
{
    std::size_t width = 0;
    for (const FileSample::Record& record : sample.records)
        width = std::max(width, record.cells.size());
    std::vector<std::string> cells(place.record < 0
                                       ? std::vector<std::string>(width)
                                       : sample.records[static_cast<std::size_t>(place.record)].cells);
    std::vector<QString> headers;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        QString header = headerText(cells[i]);
        if (header.isEmpty())
            header = HeaderLineWords::tr("Column %1").arg(i + 1);
        const QString base = header;
        for (int other = 2; std::find(headers.begin(), headers.end(), header) != headers.end(); ++other)
            header = QStringLiteral("%1 (%2)").arg(base).arg(other);
        headers.push_back(header);
    }
    // Separators behind the last column make none.
    while (!cells.empty() && trimmedCell(cells.back()).empty() && place.record >= 0) {
        cells.pop_back();
        headers.pop_back();
    }
    return headers;
}

bool hasColumnsOf(const FileMapping& mapping, const std::vector<std::string>& cells)
{
    QStringList headers;
    for (const std::string& cell : cells)
        headers += headerText(cell);
    return std::all_of(mapping.columns.begin(), mapping.columns.end(),
                       [&headers](const MappedColumn& column) {
                           return column.field.isEmpty() || headers.contains(column.header);
                       });
}

} // namespace purchasing::sql
