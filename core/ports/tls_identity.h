#pragma once

#include <string>

namespace purchasing {

/// Who a program is to others and whom it believes, as PEM texts. Empty: plain text, which is for this
/// machine only.
struct TlsIdentity
{
    std::string certificate; ///< Its own; a client without one is known by a token, or not at all.
    std::string key; ///< To that.
    std::string authority; ///< Who signs the certificates of all services.

    [[nodiscard]] bool isEncrypted() const { return !authority.empty(); }
};

} // namespace purchasing
