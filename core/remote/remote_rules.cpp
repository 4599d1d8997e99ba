#include "core/remote/remote_rules.h"

#include "core/domain/rule_json.h"
#include "core/remote/po_call.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace purchasing::remote {
namespace {

constexpr std::chrono::seconds kFresh{1};
constexpr std::chrono::milliseconds kFailureShared{200};

} // namespace

RemoteRules::RemoteRules(std::shared_ptr<ServiceChannel> po, QString folder)
    : m_po(std::move(po))
    , m_folder(std::move(folder))
{
}

Result<RuleSetVersion> RemoteRules::inForce()
{
    const std::scoped_lock lock(m_mutex);
    const auto now = std::chrono::steady_clock::now();
    if (m_known && now - m_asked < kFresh)
        return *m_known;
    if (const auto over = CallContext::current().whyOver())
        return *over;
    if (m_failure && now - m_failed < kFailureShared)
        return *m_failure;
    m_failure.reset();
    const Result<po::RulesInForceResponse> named = askRulesInForce(m_po, false).result();
    if (!named) {
        m_failure = named.error();
        m_failed = std::chrono::steady_clock::now();
        return named.error();
    }
    const QByteArray hash = QByteArray::fromStdString(named->hash());
    if (!m_known || m_known->hash != hash || m_known->version != named->version()) {
        std::optional<RuleSetVersion> found = kept(hash);
        if (found) {
            found->version = named->version();
        } else {
            Result<RuleSetVersion> sent = askForTexts();
            if (!sent)
                return sent;
            found = std::move(sent).value();
            keep(*found);
        }
        m_known = std::move(found);
    }
    m_asked = now;
    return *m_known;
}

Result<RuleSetVersion> RemoteRules::askForTexts()
{
    const Result<po::RulesInForceResponse> sent = askRulesInForce(m_po, true).result();
    if (!sent)
        return sent.error();
    RuleSetVersion rules;
    rules.version = sent->version();
    rules.hash = QByteArray::fromStdString(sent->hash());
    for (const po::RulePack& pack : sent->packs())
        rules.packs.push_back({wire::text(pack.name()), wire::text(pack.text()), pack.active()});
    if (ruleSetHash(rules.packs) != rules.hash)
        return garbageFrom(m_po->wire(), QStringLiteral("the rules it sends are not those it names"));
    return rules;
}

std::optional<RuleSetVersion> RemoteRules::kept(const QByteArray& hash) const
{
    QFile file(fileOf(hash));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    RuleSetVersion rules;
    rules.packs = packsFromJson(QJsonDocument::fromJson(file.readAll()).array());
    rules.hash = hash;
    // A file that somebody changed is no file.
    return ruleSetHash(rules.packs) == hash ? std::optional(rules) : std::nullopt;
}

void RemoteRules::keep(const RuleSetVersion& rules) const
{
    // Where it cannot be kept it is asked for again after the next start.
    if (!QDir().mkpath(m_folder))
        return;
    QSaveFile file(fileOf(rules.hash));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QJsonDocument(packsToJson(rules.packs)).toJson());
        (void)file.commit();
    }
}

QString RemoteRules::fileOf(const QByteArray& hash) const
{
    return QDir(m_folder).filePath(QStringLiteral("rules-%1.json").arg(QString::fromLatin1(hash.toHex())));
}

} // namespace purchasing::remote
