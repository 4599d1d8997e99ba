#pragma once

#include "core/services/http_server.h"

#include <optional>

namespace purchasing::services {

// What every HTTP service asks before it looks at a request; unset where all is well.

/// Until there are tokens only this machine is answered, by a name of its own: a page of some other origin
/// can make a browser send requests here, but not make it name this host.
[[nodiscard]] std::optional<HttpResponse> whyNotServed(const HttpRequest& request);
/// The body must be JSON, which no page can send without asking first, and not nested deeper than 32 levels.
[[nodiscard]] std::optional<HttpResponse> whyNotJson(const HttpRequest& request);
/// For a path that is there, asked with another method.
[[nodiscard]] HttpResponse notAllowed(const char* allowed);

} // namespace purchasing::services
