#include "core/sql/engine/migration.h"

#include "core/sql/engine/errors/error_words.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

#include <algorithm>

// Outside of any namespace, as the macro demands. The scripts are part of this static library, whose users
// need not know that it has resources.
static void loadScripts()
{
    Q_INIT_RESOURCE(purchasing_sql_scripts);
}

namespace purchasing::sql {
namespace {

/// Follows quotes over a line; a comment ends the look at it.
struct LineEnd
{
    bool isQuoted = false;

    [[nodiscard]] bool endsStatement(const QString& line)
    {
        bool ended = false;
        for (qsizetype i = 0; i < line.size(); ++i) {
            const QChar character = line[i];
            if (character == QLatin1Char('\''))
                isQuoted = !isQuoted;
            if (isQuoted)
                continue;
            if (character == QLatin1Char('-') && i + 1 < line.size() && line[i + 1] == QLatin1Char('-'))
                break;
            if (!character.isSpace())
                ended = character == QLatin1Char(';');
        }
        return ended && !isQuoted;
    }
};

/// Puts the placeholder of its database before each catalogue table that is filled.
QString withSchemas(QString script)
{
    struct Table
    {
        const char* name;
        const char* schema;
    };
    static constexpr Table kTables[] = {
        {"products", "oms"},           {"oms_history", "oms"},
        {"demand_daily", "oms"},       {"inventory_levels", "inventory"},
        {"supplier_info", "supplier"}, {"uom_conversion", "uom"},
    };
    for (const Table& table : kTables) {
        const QLatin1String name(table.name);
        script.replace(QStringLiteral("INSERT INTO %1(").arg(name),
                       QStringLiteral("INSERT INTO {%1}%2(").arg(QLatin1String(table.schema), name));
    }
    return script;
}

} // namespace

std::vector<Migration> migrations(const QString& path)
{
    loadScripts();
    std::vector<Migration> found;
    const QDir folder(path);
    for (const QString& name : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        const bool isData =
            name.endsWith(QLatin1String("_seed.sql")) || name.endsWith(QLatin1String("_demo.sql"));
        found.push_back({QStringView(name).left(4).toInt(), folder.filePath(name), isData});
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
    return found;
}

QStringList statementsOf(const QString& script)
{
    QStringList statements;
    QString statement;
    LineEnd lineEnd;
    bool isTrigger = false;
    for (const QString& line : script.split(QLatin1Char('\n'))) {
        const QString trimmed = line.trimmed();
        if (statement.isEmpty() && (trimmed.isEmpty() || trimmed.startsWith(QLatin1String("--"))))
            continue;
        if (statement.isEmpty())
            isTrigger = trimmed.startsWith(QLatin1String("CREATE TRIGGER"));
        statement += line + QLatin1Char('\n');
        if (isTrigger ? line == QLatin1String("END;") : lineEnd.endsStatement(line)) {
            statements += statement.trimmed();
            statement.clear();
        }
    }
    if (!statement.trimmed().isEmpty())
        statements += statement.trimmed();
    return statements;
}

QString timestampText(const QDateTime& moment)
{
    return moment.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

void applyMigration(Connection& connection, const Migration& migration, const QDateTime& now,
                    const std::function<void(qsizetype statement, qsizetype count)>& progress)
{
    QFile file(migration.path);
    if (!file.open(QIODevice::ReadOnly))
        throw Failure(ErrorKind::Internal, ErrorWords::tr("A part of the program is missing."),
                      migration.path);
    QString script = QString::fromUtf8(file.readAll());
    // The data is the same for each engine; only where its tables are differs.
    if (migration.isData)
        script = withSchemas(script);
    script = connection.dialect().expand(script);
    script.replace(QLatin1String("{now}"), timestampText(now));
    const QStringList statements = statementsOf(script);
    for (qsizetype i = 0; i < statements.size(); ++i) {
        if (progress)
            progress(i, statements.size());
        connection.executeDirectly(statements[i]);
    }
}

int newestSchema()
{
    static const int newest = [] {
        const auto all = migrations(Dialect::sqlite().scripts());
        return all.empty() ? 0 : all.back().number;
    }();
    return newest;
}

} // namespace purchasing::sql
