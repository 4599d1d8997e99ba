#include "core/sql/import/merge_statements.h"

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
    case CsvType::Decimal2:
    case CsvType::Decimal4:
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
    case CsvType::Decimal2:
    case CsvType::Decimal4: return QStringLiteral("DECIMAL(14,4)");
    case CsvType::Flag: return QStringLiteral("TINYINT");
    case CsvType::Day: return QStringLiteral("DATE");
    }
    return {};
}

} // namespace

MergeStatements::MergeStatements(const Dialect& dialect, const TargetTable& target,
                                 const std::vector<CsvColumn>& present)
    : m_isMysql(dialect.isMysql())
    , m_target(target)
    , m_present(present)
{
    const QString place = m_isMysql ? dialect.expand(QStringLiteral("{po}")) : QStringLiteral("temp.");
    m_stage = place + QStringLiteral("stage_") + QString::fromLatin1(target.columns().file).chopped(4);
    m_daily = place + QStringLiteral("stage_demand_daily");
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

QString MergeStatements::computeHistory() const
{
    const auto days = [this](const char* from) {
        return QString(m_isMysql ? QStringLiteral("datediff(last, %1)")
                                 : QStringLiteral("CAST(julianday(last) - julianday(%1) AS INTEGER)"))
            .arg(QLatin1String(from));
    };
    // The older half are the days back from days / 2, rounded down.
    return QStringLiteral(
               "INSERT INTO %1(line, product_id, avg_daily_demand, trend) "
               "WITH marked AS (SELECT product_id, day, qty, max(day) OVER (PARTITION BY product_id) AS "
               "last, "
               "min(day) OVER (PARTITION BY product_id) AS first FROM %2), "
               "counted AS (SELECT product_id, qty, %3 AS back, "
               "CASE WHEN %4 < 89 THEN %4 + 1 ELSE 90 END AS days FROM marked), "
               "halves AS (SELECT product_id, days, sum(qty) AS total, "
               "sum(CASE WHEN 2 * back + 1 >= days THEN qty ELSE 0 END) AS older, "
               "sum(CASE WHEN 2 * back + 1 < days THEN qty ELSE 0 END) AS newer "
               "FROM counted WHERE back < days GROUP BY product_id, days) "
               "SELECT row_number() OVER (ORDER BY product_id), product_id, round(total / days, 2), "
               "CASE WHEN newer > older * 1.1 THEN 'increasing' WHEN newer < older * 0.9 THEN 'decreasing' "
               "ELSE 'stable' END FROM halves")
        .arg(m_stage, m_daily, days("day"), days("first"));
}

QString MergeStatements::count() const
{
    // Tables of other systems may have several rows of one key.
    return QStringLiteral("SELECT count(DISTINCT CASE WHEN t.product_id IS NULL THEN s.line END), "
                          "count(DISTINCT CASE WHEN t.product_id IS NOT NULL AND NOT (%1) THEN s.line END) "
                          "FROM %2 s LEFT JOIN %3 t ON %4 WHERE %5")
        .arg(sameValues(), m_stage, m_target.name(), sameRow(), kLines);
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
