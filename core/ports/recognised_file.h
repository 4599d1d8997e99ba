#pragma once

#include "core/domain/import_mapping.h"

#include <QLocale>
#include <QStringList>

#include <vector>

namespace purchasing {

/// Something about a file that could be meant in more than one way, and that somebody has to say.
struct ImportQuestion
{
    enum class About {
        Sheet, ///< Of a workbook with several that hold something.
        Encoding,
        Separator,
        Decimal,
        Days,
        Column, ///< Which field the column `subject` fills.
        Field ///< Where the field `subject` comes from: a column, or one value for every row.
    };

    About about = About::Column;
    QString subject;
    QString text; ///< The question in words, with what it is about.
    QStringList candidates; ///< Words as a mapping has them, fields, or headers; may be empty.
};

/// One of our fields that columns of people's files can fill.
struct ImportField
{
    QString field; ///< "unit_price"
    QString title; ///< "Unit price"
    bool isNumber = false;

    /// A value in our own form as the language writes it: decimals behind its sign. Null stays null.
    [[nodiscard]] QString inWords(const QString& value) const
    {
        return isNumber ? QString(value).replace(QLatin1Char('.'), QLocale().decimalPoint()) : value;
    }
};

struct PreviewCell
{
    QString text; ///< As it was understood; of a column that is not taken, as it stands in the file.
    QString problem;
};

struct PreviewRow
{
    int line = 0;
    std::vector<PreviewCell> cells; ///< By column of the mapping.
    QString leftOut; ///< Why the row is none: a sum, a note; empty where it is one.
};

/// What a file is, as far as its beginning tells.
struct RecognisedFile
{
    QString path;
    QString text; ///< Where its text is: the file itself, or what the sheet of a workbook was unpacked to.
    QStringList sheets; ///< Of a workbook, those that hold something; empty for a file of text.
    QString
        ownTable; ///< "products.csv" where the file has exactly that form; its mapping is not needed then.
    FileMapping mapping; ///< All of it, with every column of the file.
    std::vector<ImportQuestion> questions; ///< Until they are answered the file cannot be taken.
    QStringList notes; ///< What was seen and decided, in sentences.
    QStringList lacking; ///< Fields that new rows will not have, which blocks their products.
    QStringList tables; ///< Which of the tables it fills: "products", "supplier_info".
    std::vector<PreviewRow> preview;
    QString problem; ///< Why it is no file that can be taken at all; empty where it is.

    [[nodiscard]] bool canBeTaken() const { return problem.isEmpty() && questions.empty(); }
};

} // namespace purchasing
