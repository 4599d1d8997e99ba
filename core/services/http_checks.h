#pragma once

#include "core/services/call_reply.h"
#include "core/services/http_server.h"

#include <optional>

namespace purchasing::services {

// What every HTTP service asks before it looks at a request; unset where all is well.

/// Where nothing is encrypted only this machine is answered, by a name of its own: a page of some other
/// origin can make a browser send requests here, but not make it name this host.
[[nodiscard]] std::optional<HttpResponse> whyNotServed(const HttpRequest& request, bool isEncrypted);
/// The body must be JSON, which no page can send without asking first, and not nested deeper than 32 levels.
[[nodiscard]] std::optional<HttpResponse> whyNotJson(const HttpRequest& request);
/// Calls `admitted` where the caller may call the gate's method, at once where nobody need be asked; else
/// answers 401, 403, 429, or 503 where nobody could be asked.
void admit(const Gate& gate, const char* method, const HttpRequest& request,
           const HttpServer::Respond& respond, const Identity::Admitted& admitted);
/// What comes along with a request: its trace, and the token in whose person's name others are asked.
[[nodiscard]] CallContext contextOf(const HttpRequest& request);
/// For a path that is there, asked with another method.
[[nodiscard]] HttpResponse notAllowed(const char* allowed);

} // namespace purchasing::services
