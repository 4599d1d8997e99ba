#pragma once

#include "app/purchasing/printing.h"
#include "app/wiring/installation.h"

#include <CLI/CLI.hpp>
#include <string>

namespace purchasing {

/// The options that every command on a database has; filled while parsing.
struct SessionOptions
{
    std::string database;
    std::string
        create; ///< What to make where the named file does not exist: "empty" or "demo"; else nothing.
    bool mysql = false;
    bool services = false;
    bool json = false;
    std::string person; ///< Who acts; empty: whom the planner's window works as, else the login.
    std::string confirmed; ///< The server's mark, typed by whoever wants to change something there.
};

/// An open installation with who acts.
struct Session
{
    Installation installation;
    Actor actor;

    /// Gives waiting messages to the channel; nothing where the services behind do that.
    void deliverOutbox() const;
};

/// Opens what the options name, as the person they name. Prints what the databases lack, unless JSON is
/// wanted. Blocks.
[[nodiscard]] Result<Session> openSession(const SessionOptions& options);

/// Lets the change pass where the server that the options name is not marked, or the mark is confirmed. Asks
/// before anything is opened.
[[nodiscard]] Result<Done> requireConfirmed(const SessionOptions& options);

/// Opens for a command that changes something in a person's name: as openSession, but the change must be
/// confirmed where the server is marked, and standard error says who acts.
[[nodiscard]] Result<Session> openToChange(const SessionOptions& options);

/// Does `act(Session&)`, which returns the exit code, where the session could be opened.
template <typename Act> int inSession(const SessionOptions& options, Result<Session> session, Act act)
{
    return session ? act(*session) : printError(session.error(), options.json);
}

/// For options that a script may fill from a variable: an empty one is a mistake, never "the default".
extern const CLI::Validator kNotEmpty;

/// Adds a command with --database, --mysql, --services and --json. `options` must outlive the parsing.
CLI::App* addSessionCommand(CLI::App& parent, const char* name, const char* text, SessionOptions& options);
/// Adds --as.
void addPersonOption(CLI::App& command, SessionOptions& options);

} // namespace purchasing
