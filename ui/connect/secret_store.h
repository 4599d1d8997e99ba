#pragma once

#include <QHash>
#include <QObject>
#include <QString>

#include <functional>

namespace purchasing::ui {

/// Keeps passwords in the desktop's keychain (Secret Service or KWallet) or, where none answers, until the
/// program ends. They go nowhere else: no settings, no log. On the GUI thread; answers come later.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    explicit SecretStore(QObject* parent = nullptr);

    /// Finds out whether there is a keychain; keepingKnown() tells.
    void look();
    /// Why passwords are kept for this session only, as a sentence; empty while a keychain answers or nothing
    /// is known yet.
    [[nodiscard]] const QString& sessionOnlyReason() const { return m_sessionOnlyReason; }

    /// Gives the password of a connection to `callback`, an empty one where none is kept. Never calls when
    /// `context` was destroyed.
    void find(const QString& id, QObject* context, std::function<void(const QString& password)> callback);
    /// Keeps it; an empty password is forgotten.
    void keep(const QString& id, const QString& password);
    void forget(const QString& id);

Q_SIGNALS:
    void keepingKnown();

private:
    void setReason(const QString& reason);

    QHash<QString, QString> m_ofSession; ///< By id.
    QString m_sessionOnlyReason;
};

} // namespace purchasing::ui
