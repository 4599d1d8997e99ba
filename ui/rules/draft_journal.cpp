#include "ui/rules/draft_journal.h"

#include "core/domain/rule_json.h"
#include "ui/workspace/place_settings.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

namespace purchasing::ui {
namespace {

QJsonObject toJson(const RuleDraft& draft)
{
    // Numbers as texts: JSON's have no room for microseconds.
    return {{QStringLiteral("packs"), packsToJson(draft.packs)},
            {QStringLiteral("based_on"), QString::number(draft.basedOn)},
            {QStringLiteral("revision"), QString::number(draft.revision)},
            {QStringLiteral("at"), draft.savedAt.toString(Qt::ISODateWithMs)}};
}

RuleDraft draftOf(const QJsonObject& json)
{
    RuleDraft draft;
    draft.packs = packsFromJson(json[QStringLiteral("packs")].toArray());
    draft.basedOn = json[QStringLiteral("based_on")].toString().toLongLong();
    draft.revision = json[QStringLiteral("revision")].toString().toLongLong();
    draft.savedAt = QDateTime::fromString(json[QStringLiteral("at")].toString(), Qt::ISODateWithMs);
    return draft;
}

} // namespace

DraftJournal::DraftJournal(QSettings& settings, const QString& place)
    : m_settings(&settings)
    , m_group(settingsGroupOf(QStringLiteral("ruleJournal"), place))
{
}

QString DraftJournal::keyOf(const QString& personId) const
{
    return settingsKeyOf(m_group, personId);
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
