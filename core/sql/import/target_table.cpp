#include "core/sql/import/target_table.h"

#include "core/sql/engine/server/mysql_shape.h"

#include <QCoreApplication>

#include <algorithm>

namespace purchasing::sql {
namespace {

struct TargetTableWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::CatalogueImport)
};

/// An import is all or nothing, which not every kind of table can promise.
void requireTransactions(Connection& connection, const QString& database, const QString& table)
{
    const QString engine =
        connection
            .scalar(QStringLiteral(
                        "SELECT engine FROM information_schema.tables WHERE table_schema = ? AND table_name "
                        "= ? AND NOT EXISTS (SELECT 1 FROM information_schema.engines e WHERE e.engine = "
                        "tables.engine AND e.transactions = 'YES')"),
                    {database, table})
            .toString();
    if (!engine.isEmpty()) {
        throw Failure(
            ErrorKind::Refused,
            TargetTableWords::tr("%1.%2 is stored as %3, which cannot take changes back, so that an import "
                                 "that fails would leave half of it. Nothing was changed.")
                .arg(database, table, engine));
    }
}

} // namespace

TargetTable::TargetTable(Connection& connection, const CsvTable& table)
    : m_columns(table)
    , m_isMysql(connection.dialect().isMysql())
{
    const QString token = QString::fromLatin1(table.table);
    const QString schema = token.section(QLatin1Char('}'), 0, 0).mid(1);
    const QString plainName = token.section(QLatin1Char('}'), 1);
    m_name = connection.dialect().expand(QLatin1Char('{') + schema + QLatin1Char('}')) + plainName;
    if (m_isMysql)
        lookUp(connection, schema, plainName);
}

void TargetTable::lookUp(Connection& connection, const QString& schema, const QString& plainName)
{
    if (const QString why = connection.dialect().whyUnreadable(schema); !why.isEmpty())
        throw Failure(ErrorKind::Unavailable, why);
    const QString database = connection.dialect().database(schema);
    m_where = database + QLatin1Char('.') + plainName;
    m_exact = exactCollation(connection, connection.dialect().database(QStringLiteral("po")));
    std::vector<CsvColumn> present;
    QStringList names;
    Rows rows = connection.query(
        QStringLiteral(
            "SELECT lower(column_name), is_nullable, coalesce(character_maximum_length, 0), "
            "character_set_name, collation_name, numeric_precision, numeric_scale, lower(data_type) FROM "
            "information_schema.columns WHERE "
            "table_schema = ? AND table_name = ?"),
        {database, plainName});
    while (rows.next()) {
        const QString name = rows.text(0);
        names += name;
        const auto found =
            std::find_if(m_columns.columns.begin(), m_columns.columns.end(),
                         [&name](const CsvColumn& column) { return name == QLatin1String(column.name); });
        if (found == m_columns.columns.end())
            continue;
        CsvColumn column = *found;
        column.mayBeEmpty = column.mayBeEmpty && rows.text(1) == QLatin1String("YES");
        if (qstrcmp(column.name, "name") == 0)
            column.mayBeEmpty = true; // An empty text, not NULL.
        if (const qint64 longest = rows.integer(2); longest > 0)
            column.longest = static_cast<int>(std::min<qint64>(column.longest, longest));
        if (!rows.isNull(4) && rows.text(4) != m_exact)
            m_foreignTexts.insert({name, {rows.text(3), rows.text(4)}});
        if (column.type == CsvType::Decimal && rows.text(7).endsWith(QLatin1String("int"))) {
            column.type = CsvType::Whole;
        } else if (column.type == CsvType::Decimal && !rows.isNull(6)) { // Doubles have no scale.
            column.decimals = static_cast<int>(std::min<qint64>(column.decimals, rows.integer(6)));
            column.digits =
                static_cast<int>(std::min<qint64>(column.digits, rows.integer(5) - rows.integer(6)));
        }
        *found = column;
    }
    m_exists = !names.isEmpty();
    if (!m_exists)
        return;
    for (const CsvColumn& column : m_columns.columns) {
        if (names.contains(QLatin1String(column.name)))
            present.push_back(column);
        else
            m_missing += QLatin1String(column.name);
    }
    m_columns.columns = present;
    requireTransactions(connection, database, plainName);
}

QString TargetTable::inWords(const QStringList& missing) const
{
    const QString file = QString::fromLatin1(m_columns.file);
    if (!m_exists)
        return TargetTableWords::tr("%1 is left out: there is no table %2.").arg(file, m_where);
    return TargetTableWords::tr("%1: %2 cannot be taken, because %3 has no such columns.")
        .arg(file, missing.join(QLatin1String(", ")), m_where);
}

QString TargetTable::equalKey(const QString& t, const char* column) const
{
    const QString name = QString::fromLatin1(column);
    const auto foreign = m_foreignTexts.find(name);
    if (foreign == m_foreignTexts.end())
        return QStringLiteral("%1.%2 = s.%2").arg(t, name);
    // The first finds candidates through the index; the second tells apart what only we tell apart.
    return QStringLiteral("%1.%2 = CONVERT(s.%2 USING %3) COLLATE %4 AND CONVERT(%1.%2 USING utf8mb4) "
                          "COLLATE %5 = s.%2")
        .arg(t, name, foreign->second.characterSet, foreign->second.collation, m_exact);
}

QString TargetTable::equalValue(const CsvColumn& column) const
{
    const QString name = QString::fromLatin1(column.name);
    if (m_foreignTexts.contains(name))
        return QStringLiteral("CONVERT(t.%1 USING utf8mb4) COLLATE %2 <=> s.%1").arg(name, m_exact);
    return QStringLiteral("t.%1 %2 s.%1").arg(name, m_isMysql ? QStringLiteral("<=>") : QStringLiteral("IS"));
}

QString TargetTable::unwritable(const char* column) const
{
    const auto foreign = m_foreignTexts.find(QString::fromLatin1(column));
    if (foreign == m_foreignTexts.end() || foreign->second.characterSet == QLatin1String("utf8mb4"))
        return {};
    return QStringLiteral("CONVERT(CONVERT(s.%1 USING %2) USING utf8mb4) COLLATE %3 <> s.%1")
        .arg(QString::fromLatin1(column), foreign->second.characterSet, m_exact);
}

} // namespace purchasing::sql
