#include "app/wiring/environment.h"

#include "core/ports/usual_encryption.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <array>
#include <optional>

namespace purchasing {
namespace {

/// A database with the variables that concern it.
struct Part
{
    const char* schema;
    const char* nameVariable;
    const char* userVariable;
    const char* passwordVariable;
    QString DatabaseNames::*name;
};

constexpr std::array kParts = {
    Part{"oms", "OMS_DB", "OMS_DB_USER", "OMS_DB_PASSWORD", &DatabaseNames::oms},
    Part{"inventory", "INVENTORY_DB", "INVENTORY_DB_USER", "INVENTORY_DB_PASSWORD",
         &DatabaseNames::inventory},
    Part{"supplier", "SUPPLIER_DB", "SUPPLIER_DB_USER", "SUPPLIER_DB_PASSWORD", &DatabaseNames::supplier},
    Part{"uom", "UOM_DB", "UOM_DB_USER", "UOM_DB_PASSWORD", &DatabaseNames::uom},
    Part{"po", "PO_DB", "PO_DB_USER", "PO_DB_PASSWORD", &DatabaseNames::po},
};

/// The value as meant: without its quotes or comment. Unset when a quote is not closed or something follows
/// it.
std::optional<QString> unquoted(const QString& written)
{
    static const QRegularExpression comment(QStringLiteral("(^|\\s)#.*$"));
    static const QRegularExpression quoted(QStringLiteral(R"re(^(?:"([^"]*)"|'([^']*)')\s*(#.*)?$)re"));
    if (!written.startsWith(QLatin1Char('"')) && !written.startsWith(QLatin1Char('\'')))
        return QString(written).remove(comment).trimmed();
    const QRegularExpressionMatch match = quoted.match(written);
    if (!match.hasMatch())
        return std::nullopt;
    return match.captured(match.capturedStart(1) >= 0 ? 1 : 2);
}

/// Why a file with a secret may not be used: others can read it; empty where they cannot.
QString whyExposed(const QString& file)
{
    constexpr QFileDevice::Permissions kOthers =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    if (!(QFileInfo(file).permissions() & kOthers))
        return {};
    return QStringLiteral("%1 holds a secret and can be read by others. Mend it with: chmod 600 '%2'")
        .arg(QDir::toNativeSeparators(file),
             QString(file).replace(QLatin1Char('\''), QLatin1String("'\\''")));
}

/// What the tables of another system are called, from a file; nothing where none is named.
Result<CatalogueMapping> mappingOf(const QString& file)
{
    if (file.isEmpty())
        return CatalogueMapping{};
    constexpr qint64 kMost = 1 << 20;
    QFile source(file);
    if (QFileInfo(file).isDir() || !source.open(QIODevice::ReadOnly)) {
        return Error{
            ErrorKind::Unavailable,
            QStringLiteral("CATALOGUE_MAPPING: %1 cannot be read.").arg(QDir::toNativeSeparators(file)),
            {}};
    }
    Result<CatalogueMapping> mapping = catalogueMappingFromJson(source.read(kMost));
    if (!mapping)
        return Error{mapping.error().kind,
                     QStringLiteral("%1: %2").arg(QDir::toNativeSeparators(file), mapping.error().message),
                     {}};
    return mapping;
}

} // namespace

Result<Environment> Environment::read(const QString& file)
{
    Environment environment;
    QFile source(file);
    if (!source.exists())
        return environment;
    const QString shown = QDir::toNativeSeparators(file);
    if (QFileInfo(file).isDir() || !source.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Unavailable, QStringLiteral("%1 cannot be read.").arg(shown), {}};
    static const QRegularExpression assignment(
        QStringLiteral(R"(^(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)$)"));
    const QStringList lines = QString::fromUtf8(source.readAll()).split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = lines[i].trimmed();
        if (line.isEmpty() || line.startsWith(QLatin1Char('#')))
            continue;
        const QRegularExpressionMatch match = assignment.match(line);
        const std::optional<QString> value =
            match.hasMatch() ? unquoted(match.captured(2)) : std::optional<QString>();
        if (!value) {
            return Error{ErrorKind::Invalid,
                         QStringLiteral("%1, line %2 is not NAME=VALUE.").arg(shown).arg(i + 1),
                         {}};
        }
        environment.m_ofFile.insert(match.captured(1), *value);
    }
    for (auto entry = environment.m_ofFile.cbegin(); entry != environment.m_ofFile.cend(); ++entry) {
        const bool isSecret =
            entry.key().endsWith(QLatin1String("PASSWORD")) || entry.key().endsWith(QLatin1String("TOKEN"));
        if (!isSecret || entry.value().isEmpty())
            continue;
        if (const QString why = whyExposed(file); !why.isEmpty())
            return Error{ErrorKind::Refused, why, {}};
    }
    return environment;
}

QString Environment::value(const char* name, const QString& fallback) const
{
    QString found = qEnvironmentVariable(name);
    if (found.isEmpty())
        found = m_ofFile.value(QLatin1String(name));
    return found.isEmpty() ? fallback : found;
}

Result<MysqlSettings> mysqlSettings(const Environment& environment)
{
    MysqlSettings settings;
    settings.host = environment.value("DB_HOST", settings.host);
    const QString port = environment.value("DB_PORT", QString::number(settings.port));
    bool isNumber = false;
    settings.port = port.toInt(&isNumber);
    if (!isNumber || settings.port < 1 || settings.port > 65535)
        return Error{ErrorKind::Invalid, QStringLiteral("DB_PORT is %1, which is no port.").arg(port), {}};
    settings.socket = environment.value("DB_SOCKET");
    settings.user = environment.value("DB_USER");
    settings.password = environment.value("DB_PASSWORD");
    if (settings.user.isEmpty()) {
        return Error{ErrorKind::Invalid,
                     QStringLiteral("DB_USER is not set. Copy .env.example to .env and fill it in."),
                     {}};
    }
    const QString tls = environment.value("DB_TLS");
    if (tls.isEmpty())
        settings.tls = usualEncryption(settings);
    else if (tls == QLatin1String("required"))
        settings.tls = TlsMode::Required;
    else if (tls == QLatin1String("verify"))
        settings.tls = TlsMode::Verify;
    else if (tls != QLatin1String("off"))
        return Error{ErrorKind::Invalid,
                     QStringLiteral("DB_TLS is %1; it must be off, required or verify.").arg(tls),
                     {}};
    settings.caFile = environment.value("DB_TLS_CA");
    settings.certificateFile = environment.value("DB_TLS_CERT");
    settings.keyFile = environment.value("DB_TLS_KEY");
    if (settings.certificateFile.isEmpty() != settings.keyFile.isEmpty())
        return Error{ErrorKind::Invalid,
                     QStringLiteral("DB_TLS_CERT and DB_TLS_KEY belong together; %1 is not set.")
                         .arg(settings.keyFile.isEmpty() ? QStringLiteral("DB_TLS_KEY")
                                                         : QStringLiteral("DB_TLS_CERT")),
                     {}};
    if (QFileInfo::exists(settings.keyFile)) {
        if (const QString why = whyExposed(settings.keyFile); !why.isEmpty())
            return Error{ErrorKind::Refused, why, {}};
    }
    const QString seconds = environment.value("DB_TIMEOUT", QString::number(settings.answerSeconds));
    settings.answerSeconds = seconds.toInt(&isNumber);
    if (!isNumber || settings.answerSeconds < 1 || settings.answerSeconds > 3600)
        return Error{ErrorKind::Invalid,
                     QStringLiteral("DB_TIMEOUT is %1, which is no number of seconds.").arg(seconds),
                     {}};
    for (const Part& part : kParts)
        settings.names.*part.name = environment.value(part.nameVariable, settings.names.*part.name);
    const Result<CatalogueMapping> mapping = mappingOf(environment.value("CATALOGUE_MAPPING"));
    if (!mapping)
        return mapping.error();
    settings.names.mapping = *mapping;
    return settings;
}

Result<MysqlSettings> mysqlAdministrator(const Environment& environment)
{
    Result<MysqlSettings> settings = mysqlSettings(environment);
    const QString administrator = environment.value("DB_ADMIN_USER");
    if (!settings || administrator.isEmpty())
        return settings;
    settings->user = administrator;
    settings->password = environment.value("DB_ADMIN_PASSWORD");
    return settings;
}

Result<MysqlSettings> mysqlServiceSettings(const Environment& environment, const QString& schema)
{
    Result<MysqlSettings> settings = mysqlSettings(environment);
    if (!settings)
        return settings;
    for (const Part& part : kParts) {
        const QString password = environment.value(part.passwordVariable);
        if (schema != QLatin1String(part.schema) || password.isEmpty())
            continue;
        settings->user = environment.value(part.userVariable, QLatin1String(part.schema));
        settings->password = password;
    }
    return settings;
}

std::vector<sql::MysqlUser> mysqlUsers(const Environment& environment)
{
    std::vector<sql::MysqlUser> users;
    const QString from = environment.value("DB_USER_FROM", QStringLiteral("%"));
    const QString administrator = environment.value("DB_ADMIN_USER");
    const QString user = environment.value("DB_USER");
    if (!administrator.isEmpty() && administrator != user) {
        sql::MysqlUser planner{user, environment.value("DB_PASSWORD"), from, {}};
        for (const Part& part : kParts)
            planner.schemas += QLatin1String(part.schema);
        users.push_back(std::move(planner));
    }
    for (const Part& part : kParts) {
        const QString password = environment.value(part.passwordVariable);
        if (password.isEmpty())
            continue;
        users.push_back({environment.value(part.userVariable, QLatin1String(part.schema)),
                         password,
                         from,
                         {QLatin1String(part.schema)}});
    }
    return users;
}

} // namespace purchasing
