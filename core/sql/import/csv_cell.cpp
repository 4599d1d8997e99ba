#include "core/sql/import/csv_cell.h"

#include "core/domain/amount.h"
#include "core/domain/mail_address.h"

#include <QCoreApplication>
#include <QDate>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <charconv>
#include <optional>

namespace purchasing::sql {
namespace {

struct CsvCellWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::CsvTables)
};

using Kind = CsvCell::Kind;

CsvCell wrong(QString& problem, const QString& text)
{
    problem = text;
    return {};
}

bool isDigit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/// ASCII that needs no second look, not longer than the column.
bool isPlainText(std::string_view bytes, int longest)
{
    return bytes.size() <= static_cast<std::size_t>(longest)
        && std::all_of(bytes.begin(), bytes.end(), [](char byte) { return byte >= ' ' && byte < 0x7f; });
}

/// The whole number a cell holds as everybody writes it.
std::optional<std::int64_t> plainWhole(std::string_view bytes)
{
    std::int32_t number = 0;
    const auto [end, error] = std::from_chars(bytes.data(), bytes.data() + bytes.size(), number);
    if (error != std::errc() || end != bytes.data() + bytes.size())
        return std::nullopt;
    return number;
}

/// Digits with at most one point, in ten-thousandths; short enough for the column.
std::optional<std::int64_t> plainDecimal(std::string_view bytes, const CsvColumn& column)
{
    const std::size_t point = std::min(bytes.find('.'), bytes.size());
    const std::size_t after = point < bytes.size() ? bytes.size() - point - 1 : 0;
    if (point == 0 || point > static_cast<std::size_t>(column.digits)
        || after > static_cast<std::size_t>(column.decimals))
        return std::nullopt;
    std::int64_t number = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == point)
            continue;
        if (!isDigit(bytes[i]))
            return std::nullopt;
        number = number * 10 + (bytes[i] - '0');
    }
    for (std::size_t place = after; place < 4; ++place)
        number *= 10;
    return number;
}

bool isPlainDay(std::string_view bytes)
{
    if (bytes.size() != 10 || bytes[4] != '-' || bytes[7] != '-')
        return false;
    int parts[3] = {};
    constexpr std::size_t kStarts[] = {0, 5, 8};
    constexpr std::size_t kLengths[] = {4, 2, 2};
    for (int part = 0; part < 3; ++part) {
        for (std::size_t i = 0; i < kLengths[part]; ++i) {
            const char digit = bytes[kStarts[part] + i];
            if (!isDigit(digit))
                return false;
            parts[part] = parts[part] * 10 + (digit - '0');
        }
    }
    return QDate::isValid(parts[0], parts[1], parts[2]);
}

/// What most cells look like, without a QString; nothing where the cell needs the careful reading.
std::optional<CsvCell> plainCell(const CsvColumn& column, std::string_view bytes)
{
    switch (column.type) {
    case CsvType::Id:
    case CsvType::Text:
        if (isPlainText(bytes, column.longest))
            return CsvCell{Kind::Text, 0, bytes};
        break;
    case CsvType::Whole:
        if (const auto number = plainWhole(bytes))
            return CsvCell{Kind::Whole, *number, {}};
        break;
    case CsvType::Decimal:
        if (const auto number = plainDecimal(bytes, column))
            return CsvCell{Kind::Decimal, *number, {}};
        break;
    case CsvType::Flag:
        if (bytes == "1" || bytes == "0")
            return CsvCell{Kind::Whole, bytes == "1" ? 1 : 0, {}};
        break;
    case CsvType::Day:
        if (isPlainDay(bytes))
            return CsvCell{Kind::Text, 0, bytes};
        break;
    }
    return std::nullopt;
}

CsvCell wholeOf(const QString& text, QString& problem)
{
    const std::optional<Quantity> read = Quantity::parse(text);
    if (!read || !read->isWhole()) // 25.0 is one.
        return wrong(problem, CsvCellWords::tr("\"%1\" is not a whole number").arg(text.left(40)));
    if (read->units() < -2147483648LL || read->units() > 2147483647LL)
        return wrong(problem, CsvCellWords::tr("%1 is too large").arg(text.left(40)));
    return {Kind::Whole, read->units(), {}};
}

CsvCell decimalOf(const CsvColumn& column, const QString& text, QString& problem)
{
    const std::optional<Quantity> read = Quantity::parse(text);
    if (!read)
        return wrong(problem,
                     CsvCellWords::tr("\"%1\" is not a number with a point and at most %2 decimals")
                         .arg(text.left(40))
                         .arg(column.decimals));
    std::int64_t step = 1;
    for (int place = column.decimals; place < 4; ++place)
        step *= 10;
    if (read->tenThousandths % step != 0)
        return wrong(
            problem,
            CsvCellWords::tr("%1 has more than %2 decimals").arg(text.left(40)).arg(column.decimals));
    std::int64_t largest = Quantity::kScale;
    for (int digit = 0; digit < column.digits; ++digit)
        largest *= 10;
    if (read->tenThousandths >= largest || read->tenThousandths <= -largest)
        return wrong(problem, CsvCellWords::tr("%1 is too large").arg(text.left(40)));
    return {Kind::Decimal, read->tenThousandths, {}};
}

/// Characters are code points, as the databases count them.
CsvCell textOf(const CsvColumn& column, QString text, std::string& store, QString& problem)
{
    if (column.type == CsvType::Text) { // Spreadsheets break names; that is no part of them.
        static const QRegularExpression breaks(QStringLiteral("\\s*[\\r\\n]+\\s*"));
        text.replace(breaks, QStringLiteral(" "));
    }
    const QList<uint> characters = text.toUcs4();
    if (characters.size() > column.longest)
        return wrong(problem, CsvCellWords::tr("longer than %1 characters").arg(column.longest));
    for (const uint character : characters) {
        if (QChar::category(character) == QChar::Other_Control)
            return wrong(problem, CsvCellWords::tr("contains a control character"));
    }
    store = text.toStdString();
    return {Kind::Text, 0, store};
}

CsvCell flagOf(const QString& text, QString& problem)
{
    const QString word = text.toLower();
    if (word == QLatin1String("1") || word == QLatin1String("true") || word == QLatin1String("yes"))
        return {Kind::Whole, 1, {}};
    if (word == QLatin1String("0") || word == QLatin1String("false") || word == QLatin1String("no"))
        return {Kind::Whole, 0, {}};
    return wrong(problem, CsvCellWords::tr("\"%1\" is neither true nor false").arg(text.left(40)));
}

CsvCell dayOf(const QString& text, QString& problem)
{
    // What is one was taken before: nothing may stand behind it.
    return wrong(problem, CsvCellWords::tr("\"%1\" is not a date like 2026-01-31").arg(text.left(40)));
}

} // namespace

CsvCell readCell(const CsvColumn& column, std::string_view bytes, std::string& store, QString& problem)
{
    if (bytes.empty()) {
        if (!column.mayBeEmpty)
            return wrong(problem, CsvCellWords::tr("must not be empty"));
        // A product has a name, be it an empty one.
        const bool isName = column.type == CsvType::Text && qstrcmp(column.name, "name") == 0;
        return {isName ? Kind::Text : Kind::Null, 0, ""};
    }
    if (const std::optional<CsvCell> plain = plainCell(column, bytes))
        return *plain;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    if (decoder.hasError())
        return wrong(problem, CsvCellWords::tr("is not UTF-8 text"));
    switch (column.type) {
    case CsvType::Id:
    case CsvType::Text: return textOf(column, text, store, problem);
    case CsvType::Whole: return wholeOf(text, problem);
    case CsvType::Decimal: return decimalOf(column, text, problem);
    case CsvType::Flag: return flagOf(text, problem);
    case CsvType::Day: return dayOf(text, problem);
    }
    return {};
}

QString warningOf(const CsvColumn& column, const CsvCell& cell)
{
    if (cell.kind == Kind::Text && column.isAddress
        && recipientsOf(QString::fromUtf8(cell.text.data(), static_cast<qsizetype>(cell.text.size())))
               .isEmpty())
        return CsvCellWords::tr(
            "no e-mail address that a message can go to: orders will not be sent by themselves");
    if (cell.kind != Kind::Whole && cell.kind != Kind::Decimal)
        return {};
    const std::int64_t scale = cell.kind == Kind::Decimal ? Quantity::kScale : 1;
    if (column.least && cell.number < *column.least * scale)
        return CsvCellWords::tr("below %1: the product will be blocked").arg(*column.least);
    if (column.most && cell.number > *column.most * scale)
        return CsvCellWords::tr("above %1: the product will be blocked").arg(*column.most);
    return {};
}

} // namespace purchasing::sql
