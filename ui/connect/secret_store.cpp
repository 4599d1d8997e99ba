#include "ui/connect/secret_store.h"

#include <QPointer>
#include <qt6keychain/keychain.h>

namespace purchasing::ui {
namespace {

const QString kService = QStringLiteral("purchasing-flow-planner");

/// The keychain works when it answers, even if only that it knows no such entry.
bool hasAnswered(const QKeychain::Job& job)
{
    return job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound;
}

} // namespace

// The jobs have no owner: libsecret calls back into them whatever has become of who asked, and they delete
// themselves then.

SecretStore::SecretStore(QObject* parent)
    : QObject(parent)
{
}

void SecretStore::setReason(const QString& reason)
{
    m_sessionOnlyReason = reason;
    Q_EMIT keepingKnown();
}

void SecretStore::look()
{
    find(QStringLiteral("is-there-a-keychain"), this, [](const QString&) {});
}

void SecretStore::find(const QString& id, QObject* context, std::function<void(const QString&)> callback)
{
    if (m_ofSession.contains(id))
        return callback(m_ofSession.value(id));
    auto* job = new QKeychain::ReadPasswordJob(kService);
    job->setKey(id);
    connect(job, &QKeychain::Job::finished, this,
            [this, job, guard = QPointer<QObject>(context), callback = std::move(callback)] {
                setReason(hasAnswered(*job) ? QString()
                                            : tr("No keychain answers, so passwords are kept until the "
                                                 "program ends."));
                if (guard)
                    callback(job->error() == QKeychain::NoError ? job->textData() : QString());
            });
    job->start();
}

void SecretStore::keep(const QString& id, const QString& password)
{
    if (password.isEmpty())
        return forget(id);
    m_ofSession.insert(id, password); // Whatever becomes of the keychain.
    auto* job = new QKeychain::WritePasswordJob(kService);
    job->setKey(id);
    job->setTextData(password);
    connect(job, &QKeychain::Job::finished, this, [this, job] {
        setReason(hasAnswered(*job)
                      ? QString()
                      : tr("No keychain answers, so passwords are kept until the program ends."));
    });
    job->start();
}

void SecretStore::forget(const QString& id)
{
    m_ofSession.remove(id);
    auto* job = new QKeychain::DeletePasswordJob(kService);
    job->setKey(id);
    job->start();
}

} // namespace purchasing::ui
