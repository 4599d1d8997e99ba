// What a program that was built without gRPC says of services.
#include "app/wiring/services_installation.h"

namespace purchasing {

QString whyNoServices()
{
    return QStringLiteral(
        "This program was built without the services. Start it with ./app/run and --services, "
        "which installs what they need and builds it with them.");
}

Result<Installation> openServicesInstallation(const ServicesSettings& /*settings*/)
{
    return Error{ErrorKind::Unavailable, whyNoServices(), {}};
}

DatabaseAnswer probeService(const ServicesSettings& /*settings*/, int service)
{
    DatabaseAnswer answer;
    answer.database = QLatin1String(kServicePlaces[service].name);
    answer.error = Error{ErrorKind::Unavailable, whyNoServices(), {}};
    return answer;
}

} // namespace purchasing
