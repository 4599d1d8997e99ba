#pragma once

#include "app/wiring/installation.h"
#include "core/ports/database_answer.h"
#include "core/ports/services_settings.h"
#include "core/ports/tls_identity.h"

namespace purchasing {

// Working over the services. They are reached by gRPC, which not every machine has: a program that was built
// without it has these functions, too, and they say how to get it.

/// Why this program cannot work over services, as a sentence with what to do; empty where it can.
[[nodiscard]] QString whyNoServices();

/// OMS_ADDRESS INVENTORY_ADDRESS SUPPLIER_ADDRESS UOM_ADDRESS RULES_ADDRESS PO_ADDRESS ORCHESTRATOR_ADDRESS
/// TLS_CA TLS_CERT TLS_KEY SERVICES_TOKEN SUPPLIERS_CONFIRMED and SERVICES_TIMEOUT; `.env.example` explains
/// them.
[[nodiscard]] Result<ServicesSettings> servicesSettings(const Environment& environment);
/// Whether SERVICES says that commands without another place work over the services. Invalid for a word that
/// is neither yes nor no.
[[nodiscard]] Result<bool> wantsServices(const Environment& environment);
/// Says what is wrong with the addresses, as a sentence; empty where they can be asked. Without encryption
/// that is this machine only.
[[nodiscard]] QString whyNoAddresses(const ServicesSettings& settings);

/// What the certificate files hold; Refused where others can read the key.
[[nodiscard]] Result<TlsIdentity> tlsOf(const ServicesSettings& settings);

/// Everything on the ports of the services. Nothing is imported or sent from here: that is theirs.
/// Unavailable where the PO service, which says who acts, does not answer. Blocks.
[[nodiscard]] Result<Installation> openServicesInstallation(const ServicesSettings& settings);

/// Tries one of the services, by its number among kServicePlaces. Blocks.
[[nodiscard]] DatabaseAnswer probeService(const ServicesSettings& settings, int service);

} // namespace purchasing
