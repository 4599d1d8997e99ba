#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>

#include <optional>
#include <vector>

class QSettings;

namespace purchasing::ui {

/// An override as somebody typed it and has not stored.
struct TypedOverride
{
    QString productId;
    QString qty; ///< As typed.
    QString reason;
    std::int64_t seenVersion = 0; ///< The version of the override that was there when typing began.
    QDateTime at; ///< UTC.
};

/// Keeps what is typed and not stored yet in the settings, for one database, so that it survives the end of
/// the program, however it ends.
class OverrideDrafts : public QObject
{
    Q_OBJECT

public:
    /// `place` names the database: the same product elsewhere is another one.
    OverrideDrafts(QSettings& settings, const QString& place, QObject* parent = nullptr);

    [[nodiscard]] std::optional<TypedOverride> find(const QString& productId) const;
    [[nodiscard]] std::vector<TypedOverride> all() const;
    /// Written at once: the program may be killed.
    void keep(const TypedOverride& typed);
    void drop(const QString& productId);

Q_SIGNALS:
    void dropped(const QString& productId);

private:
    [[nodiscard]] QString keyOf(const QString& productId) const;

    QSettings& m_settings;
    QString m_group;
};

} // namespace purchasing::ui
