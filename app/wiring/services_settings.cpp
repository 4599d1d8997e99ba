#include "app/wiring/services_installation.h"
#include "core/ports/service_address.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>

#include <optional>
#include <string>

namespace purchasing {
namespace {

/// "OMS_ADDRESS".
std::string variableOf(const ServicePlace& place)
{
    return QString::fromLatin1(place.name).toUpper().toStdString() + "_ADDRESS";
}

/// Says what is wrong with one address; empty where it can be asked.
QString whyNoAddress(const QString& address, bool isEncrypted)
{
    for (const QString& one : address.split(QLatin1Char(','))) {
        if (isUnixAddress(one))
            continue;
        const qsizetype colon = one.lastIndexOf(QLatin1Char(':'));
        bool isNumber = false;
        const int port = one.mid(colon + 1).toInt(&isNumber);
        if (colon <= 0 || !isNumber || port < 1 || port > 65535)
            return QStringLiteral("\"%1\" is no address; it must be like 127.0.0.1:50051.").arg(one);
        QString name = one.left(colon);
        name.remove(QLatin1Char('[')).remove(QLatin1Char(']'));
        const QHostAddress host(name);
        if (!isEncrypted && name != QLatin1String("localhost") && (host.isNull() || !host.isLoopback()))
            return QStringLiteral("\"%1\" is another machine. Without TLS_CA only this machine is asked "
                                  "(127.0.0.1, ::1 or unix:/path): what is said would not be encrypted.")
                .arg(one);
    }
    return {};
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

QString whyNoAddresses(const ServicesSettings& settings)
{
    for (const ServicePlace& place : kServicePlaces) {
        const QString& address = settings.*place.address;
        if (address.isEmpty() && place.address == &ServicesSettings::orchestrator)
            continue;
        if (const QString why = whyNoAddress(address, settings.isEncrypted()); !why.isEmpty())
            return QStringLiteral("%1: %2").arg(QString::fromStdString(variableOf(place)), why);
    }
    return {};
}

Result<TlsIdentity> tlsOf(const ServicesSettings& settings)
{
    TlsIdentity tls;
    const auto read = [](const QString& name, std::string& text) -> std::optional<Error> {
        if (name.isEmpty())
            return std::nullopt;
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorKind::NotFound,
                         QStringLiteral("%1 cannot be read.").arg(QDir::toNativeSeparators(name)),
                         {}};
        text = file.readAll().toStdString();
        return std::nullopt;
    };
    if (settings.certificateFile.isEmpty() != settings.keyFile.isEmpty())
        return Error{ErrorKind::Invalid,
                     QStringLiteral("A certificate and its key belong together; one of them is missing."),
                     {}};
    constexpr QFileDevice::Permissions kOthers =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    if (!settings.keyFile.isEmpty() && (QFileInfo(settings.keyFile).permissions() & kOthers))
        return Error{
            ErrorKind::Refused,
            QStringLiteral("%1 holds a secret and can be read by others. Mend it with: chmod 600 '%1'")
                .arg(QDir::toNativeSeparators(settings.keyFile)),
            {}};
    for (const auto& failure :
         {read(settings.caFile, tls.authority), read(settings.certificateFile, tls.certificate),
          read(settings.keyFile, tls.key)}) {
        if (failure)
            return *failure;
    }
    return tls;
}

Result<ServicesSettings> servicesSettings(const Environment& environment)
{
    ServicesSettings settings;
    settings.caFile = environment.value("TLS_CA");
    settings.certificateFile = environment.value("TLS_CERT");
    settings.keyFile = environment.value("TLS_KEY");
    settings.token = environment.value("SERVICES_TOKEN");
    for (const ServicePlace& place : kServicePlaces) {
        QString& address = settings.*place.address;
        address = environment.value(variableOf(place).c_str(), address).remove(QLatin1Char(' '));
        if (place.address == &ServicesSettings::orchestrator && address == QLatin1String("none"))
            address.clear();
    }
    if (const QString why = whyNoAddresses(settings); !why.isEmpty())
        return Error{ErrorKind::Invalid, why, {}};
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
