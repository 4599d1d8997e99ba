#include "core/sql/import/merge_statements.h"

#include <algorithm>

namespace purchasing::sql {
namespace {

const QString kLines = QStringLiteral("s.line BETWEEN ? AND ?");

QString nameOf(const CsvColumn& column)
{
    return QString::fromLatin1(column.name);
}

QString sqliteType(const CsvColumn& column)
{
    switch (column.type) {
    case CsvType::Id:
    case CsvType::Text:
    case CsvType::Day: return QStringLiteral("TEXT");
    case CsvType::Whole:
    case CsvType::Decimal:
    case CsvType::Flag: return QStringLiteral("NUMERIC");
    }
    return {};
}

QString mysqlType(const CsvColumn& column)
{
    switch (column.type) {
    case CsvType::Id:
    case CsvType::Text: return QStringLiteral("VARCHAR(%1)").arg(column.longest);
    case CsvType::Whole: return QStringLiteral("INT");
    case CsvType::Decimal: return QStringLiteral("DECIMAL(14,4)");
    case CsvType::Flag: return QStringLiteral("TINYINT");
    case CsvType::Day: return QStringLiteral("DATE");
    }
    return {};
}

} // namespace

MergeStatements::MergeStatements(const Dialect& dialect, const TargetTable& target,
                                 const std::vector<CsvColumn>& present, int number)
    : m_isMysql(dialect.isMysql())
    , m_target(target)
    , m_present(present)
{
    const QString place = m_isMysql ? dialect.expand(QStringLiteral("{po}")) : QStringLiteral("temp.");
    m_stage = place + QStringLiteral("stage_") + QString::fromLatin1(target.columns().file).chopped(4);
    if (number > 0)
        m_stage += QLatin1Char('_') + QString::number(number);
}

QString MergeStatements::dropStage() const
{
    return (m_isMysql ? QStringLiteral("DROP TEMPORARY TABLE IF EXISTS ")
                      : QStringLiteral("DROP TABLE IF EXISTS "))
        + m_stage;
}

QString MergeStatements::makeStage() const
{
    QStringList columns{QStringLiteral("line INTEGER NOT NULL PRIMARY KEY")};
    QStringList keys;
    for (const CsvColumn& column : m_present) {
        columns << nameOf(column) + QLatin1Char(' ') + (m_isMysql ? mysqlType(column) : sqliteType(column));
        if (column.key)
            keys << nameOf(column);
    }
    columns << QStringLiteral("UNIQUE (%1)").arg(keys.join(QLatin1String(", ")));
    const QString body = QStringLiteral("TABLE %1(%2)").arg(m_stage, columns.join(QLatin1String(", ")));
    if (!m_isMysql)
        return QStringLiteral("CREATE ") + body;
    return QStringLiteral("CREATE TEMPORARY %1 ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE %2")
        .arg(body, m_target.stageCollation());
}

QString MergeStatements::computeHistory(const TargetTable& daily, const QString& dailyStage,
                                        const QString& today) const
{
    const auto daysBefore = [this](const char* day) {
        return QString(m_isMysql ? QStringLiteral("datediff(last, %1)")
                                 : QStringLiteral("CAST(julianday(last) - julianday(%1) AS INTEGER)"))
            .arg(QLatin1String(day));
    };
    const QLatin1String div(m_isMysql ? "DIV" : "/"); // Both cut towards zero.
    const auto column = std::find_if(m_present.begin(), m_present.end(), [](const CsvColumn& c) {
        return qstrcmp(c.name, "avg_daily_demand") == 0;
    });
    const int decimals = column == m_present.end() ? 4 : column->decimals;
    int unit = 1; // One in the last decimal of the column, in ten-thousandths.
    for (int place = decimals; place < 4; ++place)
        unit *= 10;
    // Everything is summed in whole ten-thousandths: doubles and decimals would differ between databases.
    const QString units = m_isMysql ? QStringLiteral("CAST(qty * 10000 AS SIGNED)")
                                    : QStringLiteral("CAST(round(qty * 10000) AS INTEGER)");
    const QString rounded =
        QStringLiteral("((2 * total + CASE WHEN total < 0 THEN -days ELSE days END * %1) %2 (2 * days * %1))")
            .arg(unit)
            .arg(div);
    const QString average = m_isMysql ? QStringLiteral("%1 * %2 / 10000").arg(rounded).arg(unit)
                                      : QStringLiteral("%1 * %2 / 10000.0").arg(rounded).arg(unit);
    const QString table = daily.name();
    return QStringLiteral(
               "INSERT INTO %1(line, product_id, avg_daily_demand, trend) "
               "WITH fresh AS (SELECT product_id, day, qty FROM %2), "
               "wanted AS (SELECT DISTINCT product_id FROM fresh), "
               "latest AS (SELECT max(day) AS last FROM (SELECT max(day) AS day FROM fresh WHERE day <= '%3' "
               "UNION ALL SELECT max(day) FROM %4 WHERE day <= '%3') AS either), "
               "merged AS (SELECT product_id, day, coalesce(max(given), max(kept)) AS qty FROM "
               "(SELECT product_id, day, qty AS given, NULL AS kept FROM fresh UNION ALL "
               "SELECT s.product_id, t.day, NULL, t.qty FROM wanted s JOIN %4 t ON %5) AS both_of "
               "GROUP BY product_id, day), "
               "marked AS (SELECT product_id, day, %6 AS units, last, "
               "min(day) OVER (PARTITION BY product_id) AS first FROM merged CROSS JOIN latest), "
               "counted AS (SELECT product_id, units, %7 AS back, "
               "CASE WHEN %8 < 89 THEN %8 + 1 ELSE 90 END AS days FROM marked), "
               "halves AS (SELECT product_id, days, sum(units) AS total, "
               "sum(CASE WHEN back >= days - days %9 2 THEN units ELSE 0 END) AS older, "
               "sum(CASE WHEN back < days %9 2 THEN units ELSE 0 END) AS newer "
               "FROM counted WHERE days > 0 AND back >= 0 AND back < days GROUP BY product_id, days) ")
               .arg(m_stage, dailyStage, today, table, daily.equalKey(QStringLiteral("t"), "product_id"),
                    units, daysBefore("day"), daysBefore("first"), div)
        + QStringLiteral("SELECT row_number() OVER (ORDER BY product_id), product_id, %1, "
                         "CASE WHEN 10 * newer > 11 * older THEN 'increasing' "
                         "WHEN 10 * newer < 9 * older THEN 'decreasing' ELSE 'stable' END FROM halves")
              .arg(average);
}

QString MergeStatements::count() const
{
    // Tables of other systems may have several rows of one key.
    return QStringLiteral("SELECT count(DISTINCT CASE WHEN t.product_id IS NULL THEN s.line END), "
                          "count(DISTINCT CASE WHEN t.product_id IS NOT NULL AND NOT (%1) THEN s.line END) "
                          "FROM %2 s LEFT JOIN %3 t ON %4 WHERE %5")
        .arg(sameValues(), m_stage, m_target.name(), sameRow(), kLines);
}

QString MergeStatements::changes() const
{
    QStringList keys;
    QStringList values;
    for (const CsvColumn& column : m_present) {
        if (column.key)
            keys << QStringLiteral("s.") + nameOf(column);
        else
            values << QStringLiteral("t.%1, s.%1, %2").arg(nameOf(column), m_target.equalValue(column));
    }
    return QStringLiteral(
               "SELECT %1 FROM %2 s LEFT JOIN %3 t ON %4 WHERE %5 AND (t.product_id IS NULL OR NOT (%6)) "
               "ORDER BY s.line")
        .arg((keys + QStringList{QStringLiteral("t.product_id IS NULL")} + values).join(QLatin1String(", ")),
             m_stage, m_target.name(), sameRow(), kLines, sameValues());
}

QString MergeStatements::conflicts(const MergeStatements& other) const
{
    QStringList keys;
    QStringList values{QStringLiteral("1 = 1")};
    for (const CsvColumn& column : m_present) {
        const bool isThere =
            std::any_of(other.m_present.begin(), other.m_present.end(),
                        [&column](const CsvColumn& c) { return qstrcmp(c.name, column.name) == 0; });
        if (isThere)
            (column.key ? keys : values) << QStringLiteral("s.%1 %2 o.%1")
                                                .arg(nameOf(column),
                                                     column.key      ? QStringLiteral("=")
                                                         : m_isMysql ? QStringLiteral("<=>")
                                                                     : QStringLiteral("IS"));
    }
    return QStringLiteral("SELECT s.line, o.line FROM %1 s JOIN %2 o ON %3 WHERE %4 AND NOT (%5)")
        .arg(m_stage, other.m_stage, keys.join(QLatin1String(" AND ")), kLines,
             values.join(QLatin1String(" AND ")));
}

QString MergeStatements::update() const
{
    QStringList sets;
    const QString mark = m_isMysql ? QStringLiteral("t.") : QString(); // SQLite wants the bare name there.
    for (const CsvColumn& column : m_present) {
        if (!column.key)
            sets << QStringLiteral("%1%2 = s.%2").arg(mark, nameOf(column));
    }
    if (isHistory() || sets.isEmpty())
        return {};
    if (m_target.columns().hasTimestamp)
        sets << mark + QStringLiteral("last_updated = CURRENT_TIMESTAMP");
    const QString statement = m_isMysql
        ? QStringLiteral("UPDATE %1 s STRAIGHT_JOIN %2 t ON %3 SET %4 WHERE NOT (%5) AND %6")
        : QStringLiteral("UPDATE %2 AS t SET %4 FROM %1 AS s WHERE %3 AND NOT (%5) AND %6");
    return statement.arg(m_stage, m_target.name(), sameRow(), sets.join(QLatin1String(", ")), sameValues(),
                         kLines);
}

QString MergeStatements::insert() const
{
    const QString wanted = isHistory()
        ? QStringLiteral("(t.product_id IS NULL OR NOT (%1))").arg(sameValues())
        : QStringLiteral("t.product_id IS NULL");
    return insertInto()
        + QStringLiteral(" LEFT JOIN %1 t ON %2 WHERE %3 AND %4")
              .arg(m_target.name(), sameRow(), kLines, wanted);
}

QString MergeStatements::insertAll() const
{
    return insertInto() + QStringLiteral(" WHERE ") + kLines;
}

QString MergeStatements::insertInto() const
{
    QStringList columns;
    QStringList values;
    for (const CsvColumn& column : m_present) {
        columns << nameOf(column);
        values << QStringLiteral("s.") + nameOf(column);
    }
    return QStringLiteral("INSERT INTO %1(%2) SELECT %3 FROM %4 s")
        .arg(m_target.name(), columns.join(QLatin1String(", ")), values.join(QLatin1String(", ")), m_stage);
}

bool MergeStatements::isHistory() const
{
    return qstrcmp(m_target.columns().file, "oms_history.csv") == 0;
}

QString MergeStatements::sameRow() const
{
    if (isHistory()) // The newest one counts.
        return QStringLiteral("t.id = (SELECT h.id FROM %1 h WHERE %2 ORDER BY h.last_updated DESC, h.id "
                              "DESC LIMIT 1)")
            .arg(m_target.name(), m_target.equalKey(QStringLiteral("h"), "product_id"));
    QStringList same;
    for (const CsvColumn& column : m_present) {
        if (column.key)
            same << m_target.equalKey(QStringLiteral("t"), column.name);
    }
    return same.join(QLatin1String(" AND "));
}

QString MergeStatements::sameValues() const
{
    QStringList same{QStringLiteral("1 = 1")};
    for (const CsvColumn& column : m_present) {
        if (!column.key)
            same << m_target.equalValue(column);
    }
    return same.join(QLatin1String(" AND "));
}

} // namespace purchasing::sql
