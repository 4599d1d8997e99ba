#include "core/sql/import/recognition/column_match.h"

#include "core/sql/import/recognition/column_names.h"
#include "core/sql/import/recognition/import_fields.h"
#include "core/sql/import/recognition/own_form.h"
#include "core/sql/import/recognition/people_days.h"
#include "core/sql/import/recognition/people_numbers.h"
#include "core/sql/import/recognition/row_kind.h"

#include <QCoreApplication>

#include <algorithm>

namespace purchasing::sql {
namespace {

struct ColumnMatchWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::Recognition)
};

using Question = ImportQuestion;

constexpr std::size_t kRowsLookedAt = 500;

QString textOfCell(const std::vector<std::string>& cells, std::size_t column)
{
    if (column >= cells.size())
        return {};
    const std::string_view cell = trimmedCell(cells[column]);
    return withoutGuards(QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())));
}

Question columnQuestion(const QString& header, const QString& text, const QStringList& candidates)
{
    return {Question::About::Column, header, text, candidates};
}

} // namespace

ColumnMatch::ColumnMatch(std::vector<QString> headers, const std::vector<FileSample::Record>& rows)
    : m_isOpen(headers.size(), true)
    , m_rows(rows)
    , m_isOwnExport(ownExportWith(headers) == OwnExport::Products)
{
    for (const QString& header : headers)
        m_columns.push_back({header, {}});
}

void ColumnMatch::take(const FileMapping& given, bool onlyThese)
{
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const MappedColumn* said = given.column(m_columns[i].header);
        if (said) {
            m_columns[i].field = said->field;
            m_said += said->header;
        }
        if (said || onlyThese)
            m_isOpen[i] = false;
    }
}

void ColumnMatch::find(std::vector<ImportQuestion>& questions, QStringList& notes)
{
    if (m_isOwnExport) {
        // The list shows one supplier by name and sums over warehouses, which are no rows of any table.
        static const QStringList known{QStringLiteral("product_id"), QStringLiteral("name"),
                                       QStringLiteral("category"), QStringLiteral("avg_daily_demand"),
                                       QStringLiteral("trend")};
        notes += ColumnMatchWords::tr(
            "This is a list of products that the planner wrote. Its names, categories and "
            "demand are taken; the rest is computed, or is kept by supplier or warehouse.");
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            for (const NamedField& named : fieldsNamed(m_columns[i].header)) {
                if (m_isOpen[i] && known.contains(named.field) && !columnOf(named.field)) {
                    m_columns[i].field = named.field;
                    m_isOpen[i] = false;
                }
            }
            m_isOpen[i] = false;
        }
        return;
    }
    for (int rank = 0; rank <= vaguestRank(); ++rank)
        takeRank(rank, questions);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        // Elsewhere it may be a customer's.
        if (m_isOpen[i] && columnOf(QStringLiteral("supplier_id")) && !columnOf(QStringLiteral("email"))
            && holds(i) == Holds::Addresses)
            m_columns[i].field = QStringLiteral("email");
    }
    findQuantity(questions);
    findPriceUnit(questions);
}

const MappedColumn* ColumnMatch::columnOf(const QString& field) const
{
    const auto found = std::find_if(m_columns.begin(), m_columns.end(),
                                    [&field](const MappedColumn& column) { return column.field == field; });
    return found == m_columns.end() ? nullptr : &*found;
}

QStringList ColumnMatch::idLike() const
{
    QStringList headers;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const Holds what = m_columns[i].field.isEmpty() ? holds(i) : Holds::Nothing;
        if (what == Holds::Ids || what == Holds::Numbers)
            headers += m_columns[i].header;
    }
    return headers;
}

/// What most cells of the column are.
ColumnMatch::Holds ColumnMatch::holds(std::size_t column) const
{
    int filled = 0;
    int numbers = 0;
    int percents = 0;
    int words = 0;
    int addresses = 0;
    for (std::size_t i = 0; i < std::min(m_rows.size(), kRowsLookedAt); ++i) {
        const QString text = textOfCell(m_rows[i].cells, column);
        if (text.isEmpty())
            continue;
        ++filled;
        const PeopleNumber number = readPeopleNumber(text);
        using Kind = PeopleNumber::Kind;
        numbers += number.kind == Kind::Certain || number.kind == Kind::Ambiguous ? 1 : 0;
        percents += number.kind == Kind::Percent ? 1 : 0;
        words += text.contains(QLatin1Char(' ')) ? 1 : 0;
        addresses += text.contains(QLatin1Char('@')) && !text.startsWith(QLatin1Char('@')) ? 1 : 0;
    }
    const auto most = [filled](int count) { return count * 2 > filled; };
    if (filled == 0)
        return Holds::Nothing;
    if (most(addresses))
        return Holds::Addresses;
    if (most(percents))
        return Holds::Percents;
    if (most(numbers))
        return Holds::Numbers;
    return words * 4 > filled ? Holds::Words : Holds::Ids;
}

/// Whether what the column holds can be meant by the field.
bool ColumnMatch::suits(std::size_t column, const QString& field) const
{
    const Holds what = holds(column);
    const CsvColumn* ours = columnOfField(field);
    if (what == Holds::Nothing || !ours)
        return true;
    switch (ours->type) {
    case CsvType::Id: return what != Holds::Words && what != Holds::Percents;
    case CsvType::Whole:
    case CsvType::Decimal: return what == Holds::Numbers;
    default: return true;
    }
}

/// Gives fields to the columns that are named for them with this rank.
void ColumnMatch::takeRank(int rank, std::vector<ImportQuestion>& questions)
{
    QMap<QString, std::vector<std::size_t>> wanted;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (!m_isOpen[i])
            continue;
        for (const NamedField& named : fieldsNamed(m_columns[i].header)) {
            if (named.rank == rank && !columnOf(named.field)
                && (rank == 0 || suits(i, named.field) || (rank < 2 && holds(i) != Holds::Percents)))
                wanted[named.field].push_back(i);
        }
    }
    for (auto entry = wanted.begin(); entry != wanted.end(); ++entry) {
        const std::vector<std::size_t>& columns = entry.value(); // No name means two fields with one rank.
        for (const std::size_t i : columns)
            m_isOpen[i] = false;
        if (columns.size() == 1) {
            m_columns[columns.front()].field = entry.key();
            continue;
        }
        QStringList headers;
        for (const std::size_t i : columns)
            headers += m_columns[i].header;
        questions.push_back(
            {Question::About::Field, entry.key(),
             ColumnMatchWords::tr("Several columns may be the field \"%1\": %2. Which one is it?")
                 .arg(titleOfField(entry.key()), headers.join(QStringLiteral(", "))),
             headers});
    }
}

/// "Quantity" is stock in one file, sales in another, and what was ordered in a third.
void ColumnMatch::findQuantity(std::vector<ImportQuestion>& questions)
{
    const auto found = std::find_if(m_columns.begin(), m_columns.end(), [](const MappedColumn& column) {
        return column.field == QLatin1String("qty");
    });
    if (found == m_columns.end() || m_said.contains(found->header)
        || fieldsNamed(found->header).front().rank < kVagueRank)
        return;
    MappedColumn& column = *found;
    const auto has = [this](const char* field) { return columnOf(QLatin1String(field)) != nullptr; };
    const auto ask = [&](const QString& text, const QStringList& candidates) {
        questions.push_back(columnQuestion(column.header, text.arg(column.header), candidates));
    };
    const bool isOfPurchases = has("unit_price") || has("supplier_id") || has("supplier_name");
    if (has("day") && !isOfPurchases)
        return;
    column.field.clear();
    if (has("day"))
        ask(ColumnMatchWords::tr(
                "\"%1\" may be what was sold or what was ordered on a day; only demand is taken."),
            {QStringLiteral("qty"), QString()});
    else if (!has("current_qty") && has("warehouse_id"))
        column.field = QStringLiteral("current_qty");
    else if (!has("current_qty"))
        ask(ColumnMatchWords::tr(
                "\"%1\" may be the stock, the minimum order quantity or how many are packed together."),
            {QStringLiteral("current_qty"), QStringLiteral("moq"), QStringLiteral("order_multiple"),
             QString()});
}

/// A price of a hundred is no price of one.
void ColumnMatch::findPriceUnit(std::vector<ImportQuestion>& questions)
{
    static const QStringList names{QStringLiteral("preiseinheit"), QStringLiteral("priceunit"),
                                   QStringLiteral("pe"), QStringLiteral("per"), QStringLiteral("unitprix")};
    const MappedColumn* price = columnOf(QStringLiteral("unit_price"));
    if (!price || m_said.contains(price->header))
        return;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (!m_isOpen[i] || !names.contains(plainHeader(m_columns[i].header)) || holds(i) != Holds::Numbers)
            continue;
        const bool isOne = std::all_of(m_rows.begin(), m_rows.end(), [i](const FileSample::Record& row) {
            const QString text = textOfCell(row.cells, i);
            return text.isEmpty() || readPeopleNumber(text, QLatin1Char('.')).digits == QLatin1String("1");
        });
        if (!isOne)
            questions.push_back(columnQuestion(
                price->header,
                ColumnMatchWords::tr(
                    "\"%1\" says that some prices are for more than one piece, which are not computed.")
                    .arg(m_columns[i].header),
                {QString(), QStringLiteral("unit_price")}));
    }
}

} // namespace purchasing::sql
