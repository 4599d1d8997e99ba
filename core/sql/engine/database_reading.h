#pragma once

#include "core/sql/engine/database.h"

// Only for the sources of Database.

namespace purchasing::sql {

/// Notes, as long as it lives, that reading may wait for the connection.
class Database::Reading
{
public:
    Reading(const Database& database, Access access, const Connection& connection)
        : m_database(database)
        , m_connection(access == Access::Read || access == Access::None ? &connection : nullptr)
    {
        const std::scoped_lock lock(m_database.m_readingMutex);
        if (m_connection)
            m_database.m_reading.insert(m_connection);
    }
    ~Reading()
    {
        const std::scoped_lock lock(m_database.m_readingMutex);
        m_database.m_reading.erase(m_connection);
    }
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

private:
    const Database& m_database;
    const Connection* m_connection;
};

} // namespace purchasing::sql
