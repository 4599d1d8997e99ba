#include "ui/product/override_drafts.h"

#include "ui/workspace/place_settings.h"

#include <QSettings>
#include <QStringList>

namespace purchasing::ui {
namespace {

enum Field { Qty, Reason, SeenVersion, At, FieldCount };

TypedOverride typedOf(const QString& productId, const QStringList& fields)
{
    return {productId, fields[Qty], fields[Reason], fields[SeenVersion].toLongLong(),
            QDateTime::fromString(fields[At], Qt::ISODateWithMs)};
}

} // namespace

OverrideDrafts::OverrideDrafts(QSettings& settings, const QString& place, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_group(settingsGroupOf(QStringLiteral("overrideDrafts"), place))
{
}

QString OverrideDrafts::keyOf(const QString& productId) const
{
    return settingsKeyOf(m_group, productId);
}

std::optional<TypedOverride> OverrideDrafts::find(const QString& productId) const
{
    const QStringList fields = m_settings.value(keyOf(productId)).toStringList();
    if (fields.size() != FieldCount)
        return std::nullopt;
    return typedOf(productId, fields);
}

std::vector<TypedOverride> OverrideDrafts::all() const
{
    std::vector<TypedOverride> found;
    m_settings.beginGroup(m_group);
    for (const QString& key : m_settings.childKeys()) {
        const QStringList fields = m_settings.value(key).toStringList();
        if (fields.size() == FieldCount)
            found.push_back(
                typedOf(QString::fromUtf8(QByteArray::fromPercentEncoding(key.toLatin1())), fields));
    }
    m_settings.endGroup();
    return found;
}

void OverrideDrafts::keep(const TypedOverride& typed)
{
    m_settings.setValue(keyOf(typed.productId),
                        QStringList{typed.qty, typed.reason, QString::number(typed.seenVersion),
                                    typed.at.toString(Qt::ISODateWithMs)});
    m_settings.sync();
}

void OverrideDrafts::drop(const QString& productId)
{
    m_settings.remove(keyOf(productId));
    m_settings.sync();
    Q_EMIT dropped(productId);
}

} // namespace purchasing::ui
