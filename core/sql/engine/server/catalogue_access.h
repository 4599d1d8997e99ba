#pragma once

#include "core/domain/source_outage.h"
#include "core/ports/clock.h"
#include "core/sql/engine/connection.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace purchasing::sql {

/// Which databases of a server's catalogue can be read at the moment, and how: the dialect that all
/// connections of an installation speak. Databases go and come back while the program runs; the others work
/// on meanwhile. Any thread.
class CatalogueAccess
{
public:
    /// Told of a database ("supplier") that cannot be read; may throw the failure on.
    using Unreadable = std::function<void(const QString& schema, const Failure& failure)>;

    /// `own` is the one database that is ours to read ("supplier", or "po" for none of the catalogue's): the
    /// others are other services', which is no outage. Empty: all are ours.
    CatalogueAccess(DatabaseNames names, std::shared_ptr<const Clock> clock, QString own = {});

    /// Finds out how things stand, on opening; `limitations` gets what another system's databases lack, a
    /// sentence each. Throws Failure when the server does not answer.
    void open(Connection& connection, const Unreadable& unreadable, QStringList& limitations);
    /// Finds out how things stand now, reading from every table, and lets the connection speak accordingly.
    /// Says whether that is another way than the connection spoke before. Throws Failure when the server does
    /// not answer. There must be no transaction.
    [[nodiscard]] bool review(Connection& connection);

    [[nodiscard]] std::shared_ptr<const Dialect> dialect() const;
    [[nodiscard]] std::vector<SourceOutage> outages() const;
    /// The outage of a database ("supplier") that was noticed now.
    [[nodiscard]] SourceOutage outageOf(const QString& schema, const QString& cause) const;

private:
    [[nodiscard]] Dialect adapted(Connection& connection, const Unreadable& unreadable,
                                  QStringList& limitations) const;

    DatabaseNames m_names;
    std::shared_ptr<const Clock> m_clock;
    QString m_own;
    std::shared_ptr<const Dialect> m_plain; ///< As if everything were there.
    std::mutex m_reviewing; ///< One at a time: the others want the same answer.
    mutable std::mutex m_mutex; ///< Guards what follows.
    std::shared_ptr<const Dialect> m_dialect;
    std::vector<SourceOutage> m_outages;
};

} // namespace purchasing::sql
