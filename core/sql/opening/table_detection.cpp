#include "core/sql/opening/table_detection.h"

#include "core/sql/engine/errors/error_words.h"
#include "core/sql/engine/server/catalogue_tables.h"
#include "core/sql/engine/server/mysql_shape.h"
#include "core/sql/engine/server/mysql_tls.h"
#include "core/sql/engine/server/table_reading.h"
#include "core/sql/import/recognition/column_names.h"
#include "core/sql/import/recognition/import_fields.h"
#include "core/sql/opening/mysql_database.h"

#include <QCoreApplication>

#include <algorithm>

namespace purchasing::sql {
namespace {

struct TableDetectionWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::TableDetection)
};

constexpr int kMostDetectedColumns = 5000; ///< Of a database.
constexpr int kSampledTables = 60;
constexpr int kSampleLength = 40;

QString titleOf(const CatalogueTable& table)
{
    const QLatin1String name(table.name);
    return name == QLatin1String("oms_history")     ? TableDetectionWords::tr("Demand")
        : name == QLatin1String("products")         ? TableDetectionWords::tr("Products")
        : name == QLatin1String("demand_daily")     ? TableDetectionWords::tr("Demand by day")
        : name == QLatin1String("inventory_levels") ? TableDetectionWords::tr("Stock")
        : name == QLatin1String("supplier_info")    ? TableDetectionWords::tr("Supplier prices")
                                                    : TableDetectionWords::tr("Units");
}

QString titleOf(const CatalogueColumn& column)
{
    const QString name = QLatin1String(column.name);
    return name == QLatin1String("last_updated") ? TableDetectionWords::tr("Changed at") : titleOfField(name);
}

/// Which column of ours only keeps rows apart, and is nothing to choose.
bool isChosen(const CatalogueColumn& column)
{
    return qstrcmp(column.name, "id") != 0;
}

std::vector<OfferedTable> tablesOf(Connection& connection, const QString& database)
{
    std::vector<OfferedTable> tables;
    Rows rows = connection.query(
        QStringLiteral("SELECT table_name, column_name, lower(data_type) FROM information_schema.columns "
                       "WHERE table_schema = ? ORDER BY table_name, ordinal_position LIMIT %1")
            .arg(kMostDetectedColumns),
        {database});
    while (rows.next()) {
        if (tables.empty() || tables.back().name != rows.text(0))
            tables.push_back({rows.text(0), {}});
        tables.back().columns.push_back({rows.text(1), rows.text(2), {}});
    }
    return tables;
}

/// Lets each column show what it holds, where that can be read at all.
void sample(Connection& connection, const QString& database, OfferedTable& table)
{
    QStringList columns;
    for (const OfferedColumn& column : table.columns)
        columns +=
            QStringLiteral("LEFT(CAST(%1 AS CHAR), %2)").arg(quotedName(column.name)).arg(kSampleLength);
    try {
        Rows rows = connection.query(
            QStringLiteral("SELECT %1 FROM %2.%3 LIMIT 1")
                .arg(columns.join(QLatin1String(", ")), quotedName(database), quotedName(table.name)));
        if (!rows.next())
            return;
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            table.columns[i].sample = rows.text(static_cast<int>(i));
    } catch (const Failure& failure) {
        if (failure.isDisconnect())
            throw; // Else it is a table that this user may not read.
    }
}

/// How well a column may be ours: 0 for not at all.
int likeness(const OfferedColumn& column, const CatalogueColumn& ours)
{
    if (!hasTypeFor(ours.holds, column.type))
        return 0;
    const QString field = QLatin1String(ours.name);
    if (column.name.compare(field, Qt::CaseInsensitive) == 0)
        return 10;
    if (ours.holds == CatalogueColumn::Holds::Moment) {
        static const QStringList moments =
            QStringLiteral("updatedat modifiedat changedat lastmodified lastchange "
                           "lastupdate modified changed aenderungsdatum geaendertam "
                           "letzteaenderung writedate tstamp")
                .split(QLatin1Char(' '));
        return moments.contains(plainHeader(column.name)) ? 6 : 0;
    }
    for (const NamedField& named : fieldsNamed(column.name)) {
        if (named.field == field)
            return std::max(1, 8 - 2 * named.rank);
    }
    return 0;
}

/// What one of their tables would be as one of ours.
struct Candidate
{
    const OfferedTable* table = nullptr;
    TableMapping mapping;
    int score = 0;
    bool isOurs = false; ///< It has our names.
};

/// What a table is about: without these another system's table is another one.
bool isAbout(const CatalogueTable& table, const QString& column)
{
    static const QStringList others = {QStringLiteral("moq"), QStringLiteral("lead_time_days"),
                                       QStringLiteral("is_active")};
    for (const CatalogueColumn& ours : table.columns) {
        if (column == QLatin1String(ours.name))
            return ours.mayLack == CatalogueColumn::MayLack::Never && !others.contains(column);
    }
    return false;
}

/// Which of its columns seem to be ours, if it is this table.
Candidate candidateOf(const CatalogueTable& ours, const OfferedTable& theirs)
{
    Candidate candidate{&theirs, {theirs.name, {}, {}}, 0, theirs.name == QLatin1String(ours.name)};
    // The surest pairs first, so that "id" is the product only where nothing else is.
    struct Pair
    {
        int likeness;
        const CatalogueColumn* ours;
        const OfferedColumn* theirs;
    };
    std::vector<Pair> pairs;
    for (const CatalogueColumn& column : ours.columns) {
        for (const OfferedColumn& offered : theirs.columns) {
            if (const int like = isChosen(column) ? likeness(offered, column) : 0)
                pairs.push_back({like, &column, &offered});
        }
    }
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const Pair& a, const Pair& b) { return a.likeness > b.likeness; });
    QStringList taken;
    for (const Pair& pair : pairs) {
        const QString column = QLatin1String(pair.ours->name);
        if (candidate.mapping.columns.contains(column) || taken.contains(pair.theirs->name))
            continue;
        candidate.mapping.columns.insert(column, pair.theirs->name);
        taken += pair.theirs->name;
        candidate.score += pair.likeness;
        candidate.isOurs = candidate.isOurs && column == pair.theirs->name;
    }
    candidate.score += candidate.isOurs ? 100 : 0;
    return candidate;
}

/// Whether it has what our table is about.
bool mayBe(const Candidate& candidate, const CatalogueTable& ours)
{
    return std::all_of(ours.columns.begin(), ours.columns.end(), [&](const CatalogueColumn& column) {
        const QString name = QLatin1String(column.name);
        return !isAbout(ours, name) || candidate.mapping.columns.contains(name);
    });
}

/// Finds which of their tables is `ours`; a choice between equals is left to a person.
void choose(const CatalogueTable& ours, const std::vector<OfferedTable>& offered, TableChoice& choice)
{
    std::vector<Candidate> candidates;
    const QString name = QLatin1String(ours.name);
    for (const OfferedTable& table : offered) {
        Candidate candidate = candidateOf(ours, table);
        choice.likely[name].insert(table.name, candidate.mapping);
        if (mayBe(candidate, ours))
            candidates.push_back(std::move(candidate));
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
    if (candidates.empty()) {
        if (ours.mayLack != CatalogueColumn::MayLack::Always) // Else it need not even be said.
            choice.found.tables.insert(name, {});
        choice.notes += TableDetectionWords::tr("%1: no table seems to hold it.").arg(titleOf(ours));
        return;
    }
    const Candidate& best = candidates.front();
    if (best.isOurs)
        return;
    choice.found.tables.insert(name, best.mapping);
    for (std::size_t i = 1; i < candidates.size(); ++i) {
        if (candidates[i].score * 5 < best.score * 4)
            break;
        choice.notes += TableDetectionWords::tr("%1: %2 was taken; %3 may be meant, too.")
                            .arg(titleOf(ours), best.table->name, candidates[i].table->name);
    }
    for (const CatalogueColumn& column : ours.columns) {
        if (column.mayLack == CatalogueColumn::MayLack::Never
            && !best.mapping.columns.contains(QLatin1String(column.name))) {
            choice.notes +=
                TableDetectionWords::tr("%1: say which column is \"%2\", or a value for every row.")
                    .arg(titleOf(ours), titleOf(column));
        }
    }
}

} // namespace

std::vector<WantedTable> wantedTables()
{
    std::vector<WantedTable> wanted;
    for (const CatalogueTable& table : catalogueTables()) {
        WantedTable one{QLatin1String(table.schema),
                        QLatin1String(table.name),
                        titleOf(table),
                        {},
                        costInWords(table.cost)};
        for (const CatalogueColumn& column : table.columns) {
            if (isChosen(column)) {
                one.columns.push_back({QLatin1String(column.name), titleOf(column),
                                       column.mayLack == CatalogueColumn::MayLack::Never,
                                       costInWords(column.cost)});
            }
        }
        wanted.push_back(std::move(one));
    }
    return wanted;
}

Result<TableChoice> detectTables(const MysqlSettings& settings)
{
    try {
        checkServer(settings);
        Connection connection(mysqlConnection(settings, QString()));
        TableChoice choice;
        choice.wanted = wantedTables();
        int sampled = 0;
        for (const QString& schema : catalogueSchemas()) {
            const QString database = databaseOf(settings.names, schema);
            std::vector<OfferedTable> tables = tablesOf(connection, database);
            if (tables.empty()) {
                choice.notes +=
                    TableDetectionWords::tr("%1: there is no such database, or nothing in it may be seen.")
                        .arg(database);
            }
            for (OfferedTable& table : tables) {
                if (sampled++ < kSampledTables)
                    sample(connection, database, table);
            }
            choice.offered.insert(schema, std::move(tables));
        }
        for (const CatalogueTable& table : catalogueTables())
            choose(table, choice.offered.value(QLatin1String(table.schema)), choice);
        return choice;
    } catch (const Failure& failure) {
        return failure.error();
    } catch (const std::exception& exception) {
        return Error{ErrorKind::Internal, ErrorWords::tr("The databases could not be looked through."),
                     QString::fromUtf8(exception.what())};
    }
}

} // namespace purchasing::sql
