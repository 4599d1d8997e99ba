#include "app/wiring/services_installation.h"

#include <QHostAddress>

#include <string>

namespace purchasing {
namespace {

/// "OMS_ADDRESS".
std::string variableOf(const ServicePlace& place)
{
    return QString::fromLatin1(place.name).toUpper().toStdString() + "_ADDRESS";
}

Result<bool> yesOrNo(const Environment& environment, const char* variable)
{
    const QString word = environment.value(variable).trimmed().toLower();
    if (word == QLatin1String("yes") || word == QLatin1String("on") || word == QLatin1String("1"))
        return true;
    if (word.isEmpty() || word == QLatin1String("no") || word == QLatin1String("off")
        || word == QLatin1String("0"))
        return false;
    return Error{ErrorKind::Invalid,
                 QStringLiteral("%1 is %2; it must be yes or no.").arg(QLatin1String(variable), word),
                 {}};
}

} // namespace

QString whyNoAddress(const QString& address)
{
    for (const QString& one : address.split(QLatin1Char(','))) {
        const qsizetype colon = one.lastIndexOf(QLatin1Char(':'));
        bool isNumber = false;
        const int port = one.mid(colon + 1).toInt(&isNumber);
        if (colon <= 0 || !isNumber || port < 1 || port > 65535)
            return QStringLiteral("\"%1\" is no address; it must be like 127.0.0.1:50051.").arg(one);
        QString name = one.left(colon);
        name.remove(QLatin1Char('[')).remove(QLatin1Char(']'));
        const QHostAddress host(name);
        // Until there are certificates nobody but this machine is told what one orders.
        if (name != QLatin1String("localhost") && (host.isNull() || !host.isLoopback()))
            return QStringLiteral(
                       "\"%1\" is another machine. Only this machine is asked (127.0.0.1 or ::1): what "
                       "is said between services is not encrypted.")
                .arg(one);
    }
    return {};
}

Result<ServicesSettings> servicesSettings(const Environment& environment)
{
    ServicesSettings settings;
    for (const ServicePlace& place : kServicePlaces) {
        const std::string variable = variableOf(place);
        QString& address = settings.*place.address;
        address = environment.value(variable.c_str(), address).remove(QLatin1Char(' '));
        if (place.address == &ServicesSettings::orchestrator && address == QLatin1String("none"))
            address.clear();
        else if (const QString why = whyNoAddress(address); !why.isEmpty())
            return Error{
                ErrorKind::Invalid, QStringLiteral("%1: %2").arg(QString::fromStdString(variable), why), {}};
    }
    const Result<bool> confirmed = yesOrNo(environment, "SUPPLIERS_CONFIRMED");
    if (!confirmed)
        return confirmed.error();
    settings.suppliersConfirmed = *confirmed;
    const QString seconds = environment.value("SERVICES_TIMEOUT", QString::number(settings.answerSeconds));
    bool isNumber = false;
    settings.answerSeconds = seconds.toInt(&isNumber);
    if (!isNumber || settings.answerSeconds < 1 || settings.answerSeconds > 3600)
        return Error{ErrorKind::Invalid,
                     QStringLiteral("SERVICES_TIMEOUT is %1, which is no number of seconds.").arg(seconds),
                     {}};
    return settings;
}

Result<bool> wantsServices(const Environment& environment)
{
    return yesOrNo(environment, "SERVICES");
}

} // namespace purchasing
