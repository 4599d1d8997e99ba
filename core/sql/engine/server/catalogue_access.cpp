#include "core/sql/engine/server/catalogue_access.h"

#include "core/sql/engine/errors/error_words.h"
#include "core/sql/engine/server/mysql_shape.h"

#include <algorithm>
#include <utility>

namespace purchasing::sql {
namespace {

Source sourceOf(const QString& schema)
{
    return schema == QLatin1String("oms")      ? Source::Demand
        : schema == QLatin1String("inventory") ? Source::Inventory
        : schema == QLatin1String("supplier")  ? Source::Supplier
                                               : Source::Units;
}

/// Being busy is not the reader's doing, and reading waits for nobody but whoever locks a table.
QString causeOf(const Failure& failure)
{
    return failure.isRetryable() ? ErrorWords::tr("Somebody keeps a table of it locked.")
                                 : failure.error().message;
}

/// Does not wait long for tables that are locked, as long as it lives.
class ShortPatience
{
public:
    explicit ShortPatience(Connection& connection)
        : m_connection(connection)
        , m_before(connection.scalar(QStringLiteral("SELECT @@SESSION.lock_wait_timeout")).toString())
    {
        m_connection.executeDirectly(QStringLiteral("SET SESSION lock_wait_timeout = 1"));
    }
    ~ShortPatience()
    {
        try {
            m_connection.executeDirectly(QStringLiteral("SET SESSION lock_wait_timeout = ") + m_before);
        } catch (const Failure&) {
            // The connection broke; the next one has its own.
        }
    }
    ShortPatience(const ShortPatience&) = delete;
    ShortPatience& operator=(const ShortPatience&) = delete;

private:
    Connection& m_connection;
    QString m_before;
};

} // namespace

CatalogueAccess::CatalogueAccess(DatabaseNames names, std::shared_ptr<const Clock> clock, QString own)
    : m_names(std::move(names))
    , m_clock(std::move(clock))
    , m_own(std::move(own))
    , m_plain(std::make_shared<const Dialect>(Dialect::mysql(m_names)))
    , m_dialect(m_plain)
{
}

Dialect CatalogueAccess::adapted(Connection& connection, const Unreadable& unreadable,
                                 QStringList& limitations) const
{
    Dialect dialect = *m_plain;
    dialect.setOwnDatabase(m_own);
    const QString exact = exactCollation(connection, m_names.po);
    QStringList converted;
    for (const QString& schema : catalogueSchemas()) {
        if (!m_own.isEmpty() && schema != m_own) {
            adaptToUnreadable(schema, QStringLiteral("It is another service's."), dialect);
            continue;
        }
        try {
            const Shape shape = adaptToShape(connection, m_names, schema, exact, dialect);
            limitations += shape.limitations;
            converted += shape.converted;
        } catch (const Failure& failure) {
            if (failure.isDisconnect())
                throw;
            unreadable(schema, failure);
            adaptToUnreadable(schema, failure.error().message, dialect);
        }
    }
    if (!converted.isEmpty()) {
        dialect.setReadsWholeTables();
        limitations += slowIdsInWords(converted, exact);
    }
    return dialect;
}

void CatalogueAccess::open(Connection& connection, const Unreadable& unreadable, QStringList& limitations)
{
    std::vector<SourceOutage> outages;
    const auto note = [&](const QString& schema, const Failure& failure) {
        unreadable(schema, failure);
        outages.push_back(outageOf(schema, causeOf(failure)));
    };
    auto dialect = std::make_shared<const Dialect>(adapted(connection, note, limitations));
    const std::scoped_lock lock(m_mutex);
    m_dialect = std::move(dialect);
    m_outages = std::move(outages);
}

bool CatalogueAccess::review(Connection& connection)
{
    const std::scoped_lock turn(m_reviewing);
    const std::shared_ptr<const Dialect> spoken = connection.sharedDialect();
    // Without stand-ins, which would hide what is asked for.
    connection.speak(m_plain);
    std::vector<SourceOutage> outages;
    const auto note = [&](const QString& schema, const Failure& failure) {
        outages.push_back(outageOf(schema, causeOf(failure)));
    };
    QStringList limitations;
    Dialect dialect = adapted(connection, note, limitations);
    {
        // What can be seen need not be readable: tables may be locked, damaged or forbidden.
        const ShortPatience patience(connection);
        for (const QString& schema : catalogueSchemas()) {
            if (!dialect.whyUnreadable(schema).isEmpty())
                continue;
            try {
                readFromTables(connection, m_names, schema);
            } catch (const Failure& failure) {
                if (failure.isDisconnect())
                    throw;
                note(schema, failure);
                adaptToUnreadable(schema, outages.back().cause, dialect);
            }
        }
    }
    std::shared_ptr<const Dialect> current;
    {
        const std::scoped_lock lock(m_mutex);
        if (dialect != *m_dialect)
            m_dialect = std::make_shared<const Dialect>(std::move(dialect));
        for (SourceOutage& outage : outages) {
            const auto known =
                std::find_if(m_outages.begin(), m_outages.end(),
                             [&](const SourceOutage& other) { return other.source == outage.source; });
            if (known != m_outages.end())
                outage.since = known->since;
        }
        m_outages = std::move(outages);
        current = m_dialect;
    }
    connection.speak(current);
    return current != spoken;
}

SourceOutage CatalogueAccess::outageOf(const QString& schema, const QString& cause) const
{
    return {sourceOf(schema), databaseOf(m_names, schema), cause, m_clock->now()};
}

std::shared_ptr<const Dialect> CatalogueAccess::dialect() const
{
    const std::scoped_lock lock(m_mutex);
    return m_dialect;
}

std::vector<SourceOutage> CatalogueAccess::outages() const
{
    const std::scoped_lock lock(m_mutex);
    return m_outages;
}

} // namespace purchasing::sql
