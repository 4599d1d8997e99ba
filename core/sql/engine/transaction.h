#pragma once

#include "core/sql/engine/connection.h"

namespace purchasing::sql {

/// A transaction that is rolled back unless committed.
class Transaction
{
public:
    /// `begin` is what the dialect starts it with.
    Transaction(Connection& connection, const QStringList& begin);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    /// Commits, and asks again while readers keep the file. Throws Failure; the transaction is then rolled
    /// back.
    void commit();

private:
    Connection& m_connection;
    bool m_isOpen = true;
};

} // namespace purchasing::sql
