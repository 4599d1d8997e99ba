#include "ui/connect/connection_list.h"

#include <QCoreApplication>
#include <QSettings>
#include <QUuid>

#include <algorithm>

namespace purchasing::ui {
namespace {

constexpr qsizetype kMostRecent = 8;
const QLatin1String kDemoId("demo");
const QLatin1String kRecentKey("recentConnections");

struct ConnectionListWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::ui::ConnectionList)
};

QString groupOf(const QString& id)
{
    return QStringLiteral("connections/") + id;
}

QString wordOf(TlsMode mode)
{
    return mode == TlsMode::Off     ? QStringLiteral("off")
        : mode == TlsMode::Required ? QStringLiteral("required")
                                    : QStringLiteral("verify");
}

TlsMode modeOf(const QString& word)
{
    return word == QLatin1String("verify")  ? TlsMode::Verify
        : word == QLatin1String("required") ? TlsMode::Required
                                            : TlsMode::Off;
}

QString wordOf(ConnectionKind kind)
{
    return kind == ConnectionKind::Mysql   ? QStringLiteral("mysql")
        : kind == ConnectionKind::Services ? QStringLiteral("services")
                                           : QStringLiteral("embedded");
}

ConnectionKind kindOf(const QString& word)
{
    return word == QLatin1String("mysql")   ? ConnectionKind::Mysql
        : word == QLatin1String("services") ? ConnectionKind::Services
                                            : ConnectionKind::Embedded;
}

/// Under which key the address of a service is kept.
QString addressKey(const ServicePlace& place)
{
    return QLatin1String(place.name) + QLatin1String("Address");
}

ConnectionProfile read(const QSettings& settings, const QString& id)
{
    ConnectionProfile profile;
    const auto value = [&](const char* key, const QVariant& fallback) {
        return settings.value(groupOf(id) + QLatin1Char('/') + QLatin1String(key), fallback);
    };
    profile.id = id;
    profile.name = value("name", {}).toString();
    profile.kind = kindOf(value("kind", {}).toString());
    profile.readOnly = value("readOnly", false).toBool();
    profile.isProduction = value("production", false).toBool();
    // Asking is what production is expected to do, also for connections that were saved before there was a
    // choice.
    profile.confirmsSending = value("confirmSending", profile.isProduction).toBool();
    profile.color = QColor(value("color", profile.color.name()).toString());
    profile.file = value("file", {}).toString();
    profile.whenMissing = MissingFile::Refuse;
    MysqlSettings& server = profile.server;
    server.host = value("host", server.host).toString();
    server.port = value("port", server.port).toInt();
    server.socket = value("socket", {}).toString();
    server.user = value("user", {}).toString();
    server.names.oms = value("omsDatabase", server.names.oms).toString();
    server.names.inventory = value("inventoryDatabase", server.names.inventory).toString();
    server.names.supplier = value("supplierDatabase", server.names.supplier).toString();
    server.names.uom = value("uomDatabase", server.names.uom).toString();
    server.names.po = value("poDatabase", server.names.po).toString();
    const Result<CatalogueMapping> mapping =
        catalogueMappingFromJson(value("tables", {}).toString().toUtf8());
    server.names.mapping = mapping ? *mapping : CatalogueMapping{};
    server.tls = modeOf(value("tls", {}).toString());
    server.caFile = value("caFile", {}).toString();
    server.certificateFile = value("certificateFile", {}).toString();
    server.keyFile = value("keyFile", {}).toString();
    server.answerSeconds = value("timeout", server.answerSeconds).toInt();
    ServicesSettings& services = profile.services;
    for (const ServicePlace& place : kServicePlaces)
        services.*place.address =
            value(addressKey(place).toLatin1().constData(), services.*place.address).toString();
    services.answerSeconds = value("servicesTimeout", services.answerSeconds).toInt();
    services.suppliersConfirmed = value("suppliersConfirmed", false).toBool();
    services.caFile = value("servicesAuthority", {}).toString();
    return profile;
}

} // namespace

ConnectionList::ConnectionList(QSettings& settings, QString demoFile)
    : m_settings(settings)
    , m_demoFile(std::move(demoFile))
{
}

ConnectionProfile ConnectionList::demo() const
{
    ConnectionProfile profile;
    profile.id = kDemoId;
    profile.name = ConnectionListWords::tr("Demo");
    profile.file = m_demoFile;
    return profile;
}

bool ConnectionList::isDemo(const ConnectionProfile& profile)
{
    return profile.id == kDemoId;
}

std::vector<ConnectionProfile> ConnectionList::all() const
{
    std::vector<ConnectionProfile> profiles;
    m_settings.beginGroup(QStringLiteral("connections"));
    const QStringList ids = m_settings.childGroups();
    m_settings.endGroup();
    for (const QString& id : ids)
        profiles.push_back(read(m_settings, id));
    std::sort(profiles.begin(), profiles.end(), [](const ConnectionProfile& a, const ConnectionProfile& b) {
        return a.name.localeAwareCompare(b.name) < 0;
    });
    profiles.insert(profiles.begin(), demo());
    return profiles;
}

std::optional<ConnectionProfile> ConnectionList::find(const QString& id) const
{
    for (ConnectionProfile& profile : all()) {
        if (profile.id == id)
            return std::move(profile);
    }
    return std::nullopt;
}

ConnectionProfile ConnectionList::save(ConnectionProfile profile)
{
    if (isDemo(profile))
        return profile;
    if (profile.id.isEmpty())
        profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_settings.beginGroup(groupOf(profile.id));
    const bool isMysql = profile.kind == ConnectionKind::Mysql;
    m_settings.setValue(QStringLiteral("name"), profile.name);
    m_settings.setValue(QStringLiteral("kind"), wordOf(profile.kind));
    m_settings.setValue(QStringLiteral("readOnly"), profile.readOnly);
    m_settings.setValue(QStringLiteral("production"), profile.isProduction);
    m_settings.setValue(QStringLiteral("confirmSending"), profile.confirmsSending);
    m_settings.setValue(QStringLiteral("color"), profile.color.name());
    m_settings.setValue(QStringLiteral("file"), profile.file);
    if (isMysql) {
        const MysqlSettings& server = profile.server;
        m_settings.setValue(QStringLiteral("host"), server.host);
        m_settings.setValue(QStringLiteral("port"), server.port);
        m_settings.setValue(QStringLiteral("socket"), server.socket);
        m_settings.setValue(QStringLiteral("user"), server.user);
        m_settings.setValue(QStringLiteral("omsDatabase"), server.names.oms);
        m_settings.setValue(QStringLiteral("inventoryDatabase"), server.names.inventory);
        m_settings.setValue(QStringLiteral("supplierDatabase"), server.names.supplier);
        m_settings.setValue(QStringLiteral("uomDatabase"), server.names.uom);
        m_settings.setValue(QStringLiteral("poDatabase"), server.names.po);
        m_settings.setValue(QStringLiteral("tables"),
                            QString::fromUtf8(catalogueMappingToJson(server.names.mapping)));
        m_settings.setValue(QStringLiteral("tls"), wordOf(server.tls));
        m_settings.setValue(QStringLiteral("caFile"), server.caFile);
        m_settings.setValue(QStringLiteral("certificateFile"), server.certificateFile);
        m_settings.setValue(QStringLiteral("keyFile"), server.keyFile);
        m_settings.setValue(QStringLiteral("timeout"), server.answerSeconds);
    }
    if (profile.kind == ConnectionKind::Services) {
        for (const ServicePlace& place : kServicePlaces)
            m_settings.setValue(addressKey(place), profile.services.*place.address);
        m_settings.setValue(QStringLiteral("servicesTimeout"), profile.services.answerSeconds);
        m_settings.setValue(QStringLiteral("suppliersConfirmed"), profile.services.suppliersConfirmed);
        m_settings.setValue(QStringLiteral("servicesAuthority"), profile.services.caFile);
    }
    m_settings.endGroup();
    return profile;
}

void ConnectionList::remove(const QString& id)
{
    if (!id.isEmpty())
        m_settings.remove(groupOf(id));
}

void ConnectionList::markUsed(const QString& id)
{
    QStringList ids = m_settings.value(kRecentKey).toStringList();
    ids.removeAll(id);
    ids.prepend(id);
    m_settings.setValue(kRecentKey, ids.mid(0, kMostRecent));
}

std::vector<ConnectionProfile> ConnectionList::recent() const
{
    std::vector<ConnectionProfile> profiles;
    const std::vector<ConnectionProfile> known = all();
    const QStringList ids = m_settings.value(kRecentKey).toStringList();
    for (const QString& id : ids) {
        const auto found = std::find_if(known.begin(), known.end(),
                                        [&](const ConnectionProfile& profile) { return profile.id == id; });
        if (found != known.end())
            profiles.push_back(*found);
    }
    return profiles;
}

} // namespace purchasing::ui
