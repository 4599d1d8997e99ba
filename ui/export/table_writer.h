#pragma once

#include "core/domain/amount.h"
#include "core/domain/result.h"

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <variant>
#include <vector>

namespace purchasing::ui {

/// A number as exact decimal: `scaled` divided by ten to the power of `decimals`.
struct ExactNumber
{
    std::int64_t scaled = 0;
    int decimals = 0;

    [[nodiscard]] static ExactNumber of(Quantity quantity) { return {quantity.tenThousandths, 4}; }
    [[nodiscard]] static ExactNumber of(Money money) { return {money.minor, 2}; }
    /// As money where it is whole in its minor unit.
    [[nodiscard]] static ExactNumber of(UnitPrice price)
    {
        constexpr std::int64_t kStep = UnitPrice::kScale / Money::kScale;
        return price.tenThousandths % kStep == 0 ? ExactNumber{price.tenThousandths / kStep, 2}
                                                 : ExactNumber{price.tenThousandths, 4};
    }
    /// Plain digits with this decimal point and without trailing zeros, but money keeps its two decimals.
    [[nodiscard]] QString toString(char point = '.') const;
    [[nodiscard]] double toDouble() const;
};

/// What a cell is, not how the screen writes it; monostate is an empty cell. Texts stay texts whatever they
/// look like.
using Cell = std::variant<std::monostate, QString, ExactNumber, QDate, QDateTime>;

/// Rows that are made one after the other while they are written, so that they never stand in memory at once.
struct Table
{
    QStringList headers;
    std::int64_t rowCount = 0;
    /// Fills the cells of a row, as many as there are headers. Called by the writer's thread, rows ascending.
    std::function<void(std::int64_t row, std::vector<Cell>& cells)> row;
};

enum class FileFormat { Csv, Xlsx };

/// What a CSV file looks like.
struct CsvForm
{
    char separator = ',';
    char decimalPoint = '.';
    bool byteOrderMark = true; ///< Without it, some spreadsheets do not see that the file is UTF-8.
};

/// How a writer reports and is stopped.
struct WriteJob
{
    std::shared_ptr<std::atomic_bool> cancelled; ///< May be null.
    std::function<void(std::int64_t rows)>
        progress; ///< Now and then, with all rows before a workbook is packed.

    [[nodiscard]] bool isCancelled() const { return cancelled && cancelled->load(std::memory_order_relaxed); }
};

/// The text, with an apostrophe in front where a spreadsheet would compute it instead of showing it.
[[nodiscard]] QString inertText(const QString& text);

/// The cell as other programs read it in every language: a plain number, an ISO date, an inert text.
[[nodiscard]] QString plainCellText(const Cell& cell);

/// One line of a CSV file, with its line end. Texts are quoted; one that a spreadsheet would compute gets an
/// apostrophe in front. Numbers and dates never do.
[[nodiscard]] QByteArray csvLine(const std::vector<Cell>& cells, const CsvForm& form);

/// Rows between two looks at cancel, progress and the disk.
inline constexpr std::int64_t kRowsBetweenLooks = 1000;

/// Write the table into `file`, which is replaced only when everything is written: a failure, a cancel or a
/// crash leaves it as it was. The error says in words what is wrong. Run it on a worker thread.
[[nodiscard]] Result<Done> writeCsv(const Table& table, const QString& file, const CsvForm& form,
                                    const WriteJob& job = {});
/// In a workbook every text is a string, so nothing is computed; numbers and dates are what they are.
[[nodiscard]] Result<Done> writeXlsx(const Table& table, const QString& file, const WriteJob& job = {});

/// The most rows a worksheet takes, below its header.
inline constexpr std::int64_t kMostWorksheetRows = 1048575;

} // namespace purchasing::ui
