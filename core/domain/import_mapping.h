#pragma once

#include "core/domain/result.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace purchasing {

/// In which order a file writes the parts of a date that says it in numbers alone.
enum class DayOrder { Unknown, YearMonthDay, DayMonthYear, MonthDayYear };

/// How a file's bytes become cells, and its cells values. What is unset is recognised.
struct FileForm
{
    static constexpr int kFindHeader = -1;
    static constexpr int kNoHeader = 0;

    QString sheet; ///< Of a workbook; empty for a file of text, or for the first one that holds something.
    QString encoding; ///< "UTF-8", "UTF-16LE", "windows-1252", …
    QChar separator;
    QChar decimal; ///< Point or comma; null also where no number of the file needs it.
    DayOrder days = DayOrder::Unknown;
    int headerLine = kFindHeader; ///< Counted from 1.
};

struct MappedColumn
{
    QString header; ///< As it stands in the file; "Column 3" where there is none.
    QString field; ///< Which of our fields it fills; empty: none.
};

/// How a file of somebody else fills our fields: corrections before it is recognised, all of it afterwards.
struct FileMapping
{
    FileForm form;
    std::vector<MappedColumn> columns;
    QMap<QString, QString> values; ///< Fields that are the same in every row, such as the supplier.
    bool onlyThese = false; ///< Columns that are not named are not taken, rather than recognised.

    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] const MappedColumn* column(const QString& header) const;
    void setColumn(const QString& header, const QString& field);
};

/// Mappings as a file that people read, correct and keep under version control. One that is read names all
/// columns that are taken.
[[nodiscard]] QByteArray mappingsToJson(const std::vector<FileMapping>& mappings);
[[nodiscard]] Result<std::vector<FileMapping>> mappingsFromJson(const QByteArray& json);

/// Encodings that a file of text may have which does not tell its own, the usual ones first.
[[nodiscard]] QStringList codePages();

/// Signs and orders as people name them on a command line and in a mapping; nullopt for anything else.
[[nodiscard]] std::optional<QChar> separatorFromWord(const QString& word);
[[nodiscard]] QString wordOfSeparator(QChar separator);
[[nodiscard]] std::optional<QChar> decimalFromWord(const QString& word);
[[nodiscard]] QString wordOfDecimal(QChar decimal);
[[nodiscard]] std::optional<DayOrder> dayOrderFromWord(const QString& word);
[[nodiscard]] QString wordOfDayOrder(DayOrder order);

} // namespace purchasing
