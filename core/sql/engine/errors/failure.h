#pragma once

#include "core/domain/result.h"

#include <exception>
#include <utility>

namespace purchasing::sql {

/// Leaves a transaction from any depth. Thrown inside the work given to Database::read and Database::write
/// only; they roll back and turn it into the Error of the future, so it never crosses the library's border.
class Failure : public std::exception
{
public:
    /// What may help: nothing, the same transaction once more, that on a new connection, or that without the
    /// tables that cannot be read.
    enum class Remedy { None, Repeat, Reconnect, DoWithout };

    explicit Failure(Error error, bool retryable = false)
        : Failure(std::move(error), retryable ? Remedy::Repeat : Remedy::None)
    {
    }
    Failure(Error error, Remedy remedy)
        : m_error(std::move(error))
        , m_remedy(remedy)
    {
    }
    Failure(ErrorKind kind, const QString& message, const QString& detail = QString())
        : Failure(Error{kind, message, detail})
    {
    }

    [[nodiscard]] const Error& error() const noexcept { return m_error; }
    /// Says whether the same transaction may succeed a moment later (the database was busy).
    [[nodiscard]] bool isRetryable() const noexcept { return m_remedy == Remedy::Repeat; }
    /// Says whether the server ended the connection.
    [[nodiscard]] bool isDisconnect() const noexcept { return m_remedy == Remedy::Reconnect; }
    /// Says whether a table is missing, forbidden or damaged that was not when the database was opened.
    [[nodiscard]] bool isAboutTables() const noexcept { return m_remedy == Remedy::DoWithout; }
    /// Says whether any of these may make another try succeed.
    [[nodiscard]] bool mayBeMended() const noexcept { return m_remedy != Remedy::None; }
    [[nodiscard]] const char* what() const noexcept override { return "purchasing::sql::Failure"; }

private:
    Error m_error;
    Remedy m_remedy;
};

} // namespace purchasing::sql
