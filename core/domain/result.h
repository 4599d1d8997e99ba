#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace purchasing {

/// Says what kind of thing went wrong, for callers that react differently; people read the sentence instead.
enum class ErrorKind {
    NotFound, ///< The thing asked for does not exist.
    Invalid, ///< What was asked makes no sense; asking again cannot help.
    Stale, ///< The facts changed since the caller looked; look again.
    Conflict, ///< Somebody else was quicker.
    Refused, ///< A business rule forbids it.
    Forbidden, ///< Whoever asks has not shown who they are, or has no right to it.
    Unavailable, ///< A source or file cannot be reached or used now.
    Cancelled, ///< The caller asked to stop.
    Internal ///< Ours to repair.
};

/// A failure as a value: one sentence for people, detail for the log and for "Copy details".
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    QString message; ///< One sentence in plain words, with what to do where that helps.
    QString detail; ///< Technical cause; may be empty.
};

/// Either a value or an Error. Ask isOk() before value(); reading the other alternative is a program error.
template <typename T> class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_content(std::in_place_index<0>, std::move(value))
    {
    } // NOLINT(google-explicit-constructor)
    Result(Error error)
        : m_content(std::in_place_index<1>, std::move(error))
    {
    } // NOLINT(google-explicit-constructor)

    [[nodiscard]] bool isOk() const noexcept { return m_content.index() == 0; }
    explicit operator bool() const noexcept { return isOk(); }

    [[nodiscard]] const T& value() const& { return std::get<0>(m_content); }
    [[nodiscard]] T& value() & { return std::get<0>(m_content); }
    /// By value, so that a loop over the value of a temporary does not outlive it.
    [[nodiscard]] T value() && { return std::get<0>(std::move(m_content)); }
    [[nodiscard]] const Error& error() const { return std::get<1>(m_content); }

    const T* operator->() const { return &std::get<0>(m_content); }
    T* operator->() { return &std::get<0>(m_content); }
    const T& operator*() const { return std::get<0>(m_content); }
    T& operator*() { return std::get<0>(m_content); }

private:
    std::variant<T, Error> m_content;
};

/// The value of a Result that only says whether something was done.
struct Done
{
};

} // namespace purchasing
