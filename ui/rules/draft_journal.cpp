#include "ui/rules/draft_journal.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

namespace purchasing::ui {
namespace {

QJsonObject toJson(const RuleDraft& draft)
{
    QJsonArray packs;
    for (const RulePack& pack : draft.packs) {
        packs << QJsonObject{{QStringLiteral("name"), pack.name},
                             {QStringLiteral("text"), pack.text},
                             {QStringLiteral("active"), pack.active}};
    }
    // Numbers as texts: JSON's have no room for microseconds.
    return {{QStringLiteral("packs"), packs},
            {QStringLiteral("based_on"), QString::number(draft.basedOn)},
            {QStringLiteral("revision"), QString::number(draft.revision)},
            {QStringLiteral("at"), draft.savedAt.toString(Qt::ISODateWithMs)}};
}

RuleDraft draftOf(const QJsonObject& json)
{
    RuleDraft draft;
    for (const QJsonValue& pack : json[QStringLiteral("packs")].toArray()) {
        draft.packs.push_back({pack[QStringLiteral("name")].toString(),
                               pack[QStringLiteral("text")].toString(),
                               pack[QStringLiteral("active")].toBool()});
    }
    draft.basedOn = json[QStringLiteral("based_on")].toString().toLongLong();
    draft.revision = json[QStringLiteral("revision")].toString().toLongLong();
    draft.savedAt = QDateTime::fromString(json[QStringLiteral("at")].toString(), Qt::ISODateWithMs);
    return draft;
}

} // namespace

DraftJournal::DraftJournal(QSettings& settings, const QString& place)
    : m_settings(&settings)
    , m_group(QStringLiteral("ruleJournal/")
              + QString::fromLatin1(
                  QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex().left(16)))
{
}

QString DraftJournal::keyOf(const QString& personId) const
{
    return m_group + QLatin1Char('/') + QString::fromLatin1(personId.toUtf8().toPercentEncoding());
}

std::optional<DraftJournal::Entry> DraftJournal::find(const QString& personId) const
{
    const QByteArray text = m_settings->value(keyOf(personId)).toByteArray();
    if (text.isEmpty())
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    Entry entry{draftOf(json[QStringLiteral("mine")].toObject()),
                draftOf(json[QStringLiteral("stored")].toObject())};
    if (entry.mine.packs.empty() || entry.stored.packs.empty())
        return std::nullopt;
    return entry;
}

void DraftJournal::keep(const QString& personId, const Entry& entry)
{
    m_settings->setValue(keyOf(personId),
                         QJsonDocument(QJsonObject{{QStringLiteral("mine"), toJson(entry.mine)},
                                                   {QStringLiteral("stored"), toJson(entry.stored)}})
                             .toJson(QJsonDocument::Compact));
    m_settings->sync();
}

void DraftJournal::drop(const QString& personId)
{
    if (!m_settings->contains(keyOf(personId)))
        return;
    m_settings->remove(keyOf(personId));
    m_settings->sync();
}

} // namespace purchasing::ui
