#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace purchasing::sql {

/// Whether the number in a cell is a moment, by how the workbook shows it ("dd.mm.yyyy", but not "0.00 \d").
[[nodiscard]] bool showsMoments(const QString& format);
/// The same for the formats that have only a number in workbooks.
[[nodiscard]] bool showsMoments(int builtIn);

/// A number as the workbook stores it ("0.10000000000000001", "1E-3") in plain digits, as a spreadsheet
/// understands it: with 15 digits. The text itself where it is no number.
[[nodiscard]] QString plainNumber(const QString& stored);

/// A moment as days since the workbook's first one: "2026-03-09", or with its time of day where it has one.
/// The text itself where it is none that a calendar has.
[[nodiscard]] QString momentOf(const QString& stored, bool countsFrom1904);

} // namespace purchasing::sql
