#pragma once

#include <QString>
#include <QStringList>

namespace purchasing {

/// Where the services of an installation are. An address is "host:port", or several with commas between,
/// which are taken in turn.
struct ServicesSettings
{
    QString oms = QStringLiteral("127.0.0.1:50051");
    QString inventory = QStringLiteral("127.0.0.1:50052");
    QString supplier = QStringLiteral("127.0.0.1:50053");
    QString uom = QStringLiteral("127.0.0.1:50054");
    QString rules = QStringLiteral("127.0.0.1:50055");
    QString po = QStringLiteral("127.0.0.1:50056");
    /// Empty where there is none: products are then decided through the other services, and what the rules
    /// decided cannot be ordered.
    QString orchestrator = QStringLiteral("127.0.0.1:9090");
    /// Who signs the services' certificates, a PEM file. Empty: nothing is encrypted, which is for services
    /// of this machine.
    QString caFile;
    QString certificateFile; ///< The certificate to show to services, PEM; none where empty.
    QString keyFile; ///< The private key of that certificate, PEM.
    QString token; ///< By which the services know the person; only there while connecting.
    int answerSeconds = 5; ///< No answer within this time is a failure.
    /// Somebody confirmed it for this connection: where a Supplier service says neither who offers something
    /// nor whether they are active, their name is their id and they are. Else such products are blocked.
    bool suppliersConfirmed = false;
    bool readOnly = false; ///< Changes nothing, not even the record of who looked at what.

    [[nodiscard]] bool isEncrypted() const { return !caFile.isEmpty(); }

    friend bool operator==(const ServicesSettings&, const ServicesSettings&) = default;
};

/// One of the services: how it is called where settings and rows name it, and where its address stands.
struct ServicePlace
{
    const char* name; ///< "oms", as purchasing-services calls it.
    QString ServicesSettings::*address;
};

/// All of them, in the order in which they are listed.
inline constexpr ServicePlace kServicePlaces[] = {
    {"oms", &ServicesSettings::oms},
    {"inventory", &ServicesSettings::inventory},
    {"supplier", &ServicesSettings::supplier},
    {"uom", &ServicesSettings::uom},
    {"rules", &ServicesSettings::rules},
    {"po", &ServicesSettings::po},
    {"orchestrator", &ServicesSettings::orchestrator},
};

} // namespace purchasing
