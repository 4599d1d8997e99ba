#include "core/sql/engine/server/table_reading.h"

#include "core/sql/engine/errors/error_words.h"

#include <QRegularExpression>

namespace purchasing::sql {
namespace {

void requireType(CatalogueColumn::Holds holds, const QString& column, const QString& type,
                 const QString& where)
{
    if (hasTypeFor(holds, type))
        return;
    const QString words = holds == CatalogueColumn::Holds::Number
        ? ErrorWords::tr("%1.%2 is of the type %3, but a number is needed there.")
        : ErrorWords::tr("%1.%2 is of the type %3, but a date is needed there.");
    throw Failure(ErrorKind::Invalid, words.arg(where, column, type));
}

/// What is the same in every row, as SQL.
QString literalOf(const CatalogueColumn& column, const QString& value, const QString& where)
{
    static const QRegularExpression number(QStringLiteral("^-?[0-9]{1,14}(\\.[0-9]{1,4})?$"));
    if (column.holds != CatalogueColumn::Holds::Text) {
        if (column.holds == CatalogueColumn::Holds::Number && number.match(value).hasMatch())
            return value;
        throw Failure(ErrorKind::Invalid,
                      ErrorWords::tr("The fixed value \"%1\" for %2.%3 is no number.")
                          .arg(value, where, QLatin1String(column.name)));
    }
    return QLatin1Char('\'') + QString(value).replace(QLatin1Char('\''), QLatin1String("\'\'"))
        + QLatin1Char('\'');
}

} // namespace

QHash<QString, ColumnType> columnsOf(Connection& connection, const QString& database, const QString& table)
{
    QHash<QString, ColumnType> columns;
    if (table.isEmpty())
        return columns;
    Rows rows = connection.query(
        QStringLiteral("SELECT lower(column_name), lower(data_type), CASE WHEN lower(data_type) IN ('float', "
                       "'double') OR coalesce(numeric_scale, 0) > 4 THEN 1 ELSE 0 END FROM "
                       "information_schema.columns WHERE table_schema = ? AND table_name = ?"),
        {database, table});
    while (rows.next())
        columns.insert(rows.text(0), {rows.text(1), rows.integer(2) != 0});
    return columns;
}

QString collationOf(Connection& connection, const QString& database, const QString& table,
                    const QString& column)
{
    return connection
        .scalar(QStringLiteral("SELECT collation_name FROM information_schema.columns WHERE table_schema = ? "
                               "AND table_name = ? AND column_name = ?"),
                {database, table, column})
        .toString();
}

TableReading::TableReading(Connection& connection, const CatalogueTable& table, const DatabaseNames& names,
                           const QString& exact)
    : m_table(table)
    , m_ours(QLatin1String(table.name))
    , m_mapping(names.mapping.of(m_ours))
    , m_database(names.*table.database)
    , m_theirs(names.mapping.nameOf(m_ours))
    , m_present(columnsOf(connection, m_database, m_theirs))
    , m_exact(exact)
{
    // Ids that differ in case are different products here, and all tables must be of one order.
    if (exists() && !exact.isEmpty())
        m_isExact =
            collationOf(connection, m_database, m_theirs, theirName(QStringLiteral("product_id"))) == exact;
}

bool TableReading::mayBeMissing() const
{
    const bool isSaid = m_mapping && m_theirs.isEmpty();
    return m_table.mayLack == CatalogueColumn::MayLack::Always
        || (isSaid && m_table.mayLack == CatalogueColumn::MayLack::Mapped);
}

QString TableReading::itself() const
{
    return QStringLiteral("{%1}%2").arg(QLatin1String(m_table.schema),
                                        m_mapping ? quotedName(m_theirs) : m_theirs);
}

QString TableReading::whatIsMissing() const
{
    return ErrorWords::tr("%1 has no table %2: %3.")
        .arg(m_database, m_theirs.isEmpty() ? m_ours : m_theirs, costInWords(m_table.cost));
}

QString TableReading::select(QStringList& limitations) const
{
    if (const QStringList finer = tooFineNumbers(); !finer.isEmpty()) {
        limitations += ErrorWords::tr("%1 may have more than four decimals in %2: they are rounded to four.")
                           .arg(where(), finer.join(QLatin1String(", ")));
    }
    QStringList columns;
    Lacks lacks;
    for (const CatalogueColumn& column : m_table.columns)
        columns += expression(column, lacks);
    if (!lacks.columns.isEmpty()) {
        limitations +=
            ErrorWords::tr("%1 has no %2: %3.")
                .arg(where(), lacks.columns.join(QLatin1String(", ")), lacks.costs.join(QLatin1String("; ")));
    }
    if (m_isExact && !lacks.areRead && !m_mapping)
        return {};
    return QStringLiteral("SELECT %1 FROM %2").arg(columns.join(QLatin1String(", ")), itself());
}

QString TableReading::theirName(const QString& column) const
{
    return m_mapping ? m_mapping->columns.value(column, column) : column;
}

QStringList TableReading::tooFineNumbers() const
{
    QStringList finer;
    for (const CatalogueColumn& column : m_table.columns) {
        const QString name = theirName(QLatin1String(column.name)).toLower();
        if (column.holds == CatalogueColumn::Holds::Number && m_present.value(name).hasMoreDecimals)
            finer += name;
    }
    finer.sort();
    return finer;
}

QString TableReading::expression(const CatalogueColumn& column, Lacks& lacks) const
{
    const QString name = QLatin1String(column.name);
    if (m_mapping && m_mapping->values.contains(name))
        return literalOf(column, m_mapping->values.value(name), m_ours) + QLatin1String(" AS ") + name;
    const bool isNamed = m_mapping && m_mapping->columns.contains(name);
    const QString theirs = theirName(name);
    if (const auto found = m_present.find(theirs.toLower()); found != m_present.end()) {
        if (isNamed || column.holds == CatalogueColumn::Holds::Number)
            requireType(column.holds, theirs, found->name, where());
        const QString plain = isNamed ? quotedName(theirs) : theirs;
        if (!m_isExact && name == QLatin1String("product_id"))
            return QStringLiteral("CONVERT(%1 USING utf8mb4) COLLATE %2 AS product_id").arg(plain, m_exact);
        return isNamed ? plain + QLatin1String(" AS ") + name : plain;
    }
    const bool mayLack = column.mayLack == CatalogueColumn::MayLack::Always
        || (m_mapping && !isNamed && column.mayLack == CatalogueColumn::MayLack::Mapped);
    if (!mayLack) {
        throw Failure(ErrorKind::Unavailable,
                      ErrorWords::tr("%1 has no column %2.%3, which this program cannot do without.")
                          .arg(m_database, m_theirs, theirs));
    }
    lacks.areRead = true;
    if (column.cost) {
        lacks.columns += name;
        lacks.costs += costInWords(column.cost);
    }
    return QStringLiteral("%1 AS %2").arg(QLatin1String(column.fallback), name);
}

} // namespace purchasing::sql
