#include "core/sql/engine/audit_keeper.h"

#include "core/domain/digest.h"
#include "core/sql/engine/errors/error_words.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QTemporaryFile>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sodium.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace purchasing::sql {
namespace {

Q_LOGGING_CATEGORY(lcAudit, "purchasing.audit", QtWarningMsg)

QByteArray signedBytes(const QString& database, const AuditHead& head)
{
    return Digest("audit-head-1").add(database).add(head.seq).add(head.hash).result();
}

struct KeyPair
{
    explicit KeyPair(const QByteArray& seed)
    {
        crypto_sign_seed_keypair(open, secret, reinterpret_cast<const unsigned char*>(seed.constData()));
    }
    ~KeyPair() { sodium_memzero(secret, sizeof secret); }
    KeyPair(const KeyPair&) = delete;
    KeyPair& operator=(const KeyPair&) = delete;

    unsigned char open[crypto_sign_PUBLICKEYBYTES] = {};
    unsigned char secret[crypto_sign_SECRETKEYBYTES] = {};
};

/// One program at a time reads and replaces a head.
class FileLock
{
public:
    explicit FileLock(const QString& file)
        : m_descriptor(
            ::open(QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600))
    {
        if (m_descriptor >= 0)
            ::flock(m_descriptor, LOCK_EX);
    }
    ~FileLock()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

private:
    int m_descriptor;
};

std::optional<AuditHead> headIn(const QJsonObject& object)
{
    const QByteArray hash = QByteArray::fromHex(object.value(QStringLiteral("hash")).toString().toLatin1());
    const qint64 seq = object.value(QStringLiteral("event")).toInteger();
    return seq > 0 && hash.size() == 32 ? std::optional(AuditHead{seq, hash}) : std::nullopt;
}

QJsonObject contentOf(const QString& file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(in.read(10000)).object() : QJsonObject();
}

bool replaceFile(const QString& file, const QByteArray& content)
{
    QTemporaryFile draft(file + QStringLiteral(".XXXXXX")); // Readable for its owner alone.
    if (!draft.open() || draft.write(content) != content.size() || !draft.flush())
        return false;
    draft.close();
    if (std::rename(QFile::encodeName(draft.fileName()).constData(), QFile::encodeName(file).constData())
        != 0)
        return false;
    draft.setAutoRemove(false);
    return true;
}

} // namespace

AuditKeeper::AuditKeeper(QString folder, QString keyFile)
    : m_folder(std::move(folder))
    , m_keyFile(keyFile.isEmpty() ? m_folder + QStringLiteral("/audit.key") : std::move(keyFile))
{
}

QString AuditKeeper::fileOf(const QString& database) const
{
    return m_folder + QLatin1Char('/')
        + QString::fromLatin1(Digest("audit-head-file").add(database).result().toHex().left(32))
        + QStringLiteral(".head");
}

Result<QByteArray> AuditKeeper::key() const
{
    static const bool isReady = sodium_init() >= 0;
    const auto unusable = [this](const QString& why) {
        return Error{ErrorKind::Unavailable,
                     QStringLiteral("The key of the audit log, %1, cannot be used: %2")
                         .arg(QDir::toNativeSeparators(m_keyFile), why),
                     {}};
    };
    if (!isReady)
        return unusable(QStringLiteral("the library that signs does not start."));
    const QByteArray path = QFile::encodeName(m_keyFile);
    struct stat status = {};
    if (::stat(path.constData(), &status) != 0) {
        QByteArray seed(crypto_sign_SEEDBYTES, '\0');
        randombytes_buf(seed.data(), static_cast<std::size_t>(seed.size()));
        // Complete under another name first; linked, so that of two programs one key remains.
        const QString draft = m_keyFile + QStringLiteral(".%1").arg(::getpid());
        if (!QDir().mkpath(QFileInfo(m_keyFile).absolutePath()) || !replaceFile(draft, seed.toHex() + '\n'))
            return unusable(QStringLiteral("it cannot be written."));
        const bool isLinked =
            ::link(QFile::encodeName(draft).constData(), path.constData()) == 0 || errno == EEXIST;
        QFile::remove(draft);
        if (!isLinked || ::stat(path.constData(), &status) != 0)
            return unusable(QStringLiteral("it cannot be written."));
    }
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return unusable(QStringLiteral("others can read it. Mend that with: chmod 600 '%1'").arg(m_keyFile));
    QFile in(m_keyFile);
    const QByteArray seed =
        in.open(QIODevice::ReadOnly) ? QByteArray::fromHex(in.read(1000).trimmed()) : QByteArray();
    if (seed.size() != crypto_sign_SEEDBYTES)
        return unusable(QStringLiteral("it is not a key of 64 hexadecimal digits."));
    return seed;
}

void AuditKeeper::remember(const QString& database, const AuditHead& head, const HashOf& hashOf) const
{
    const Result<QByteArray> seed = key();
    if (!seed) {
        qCWarning(lcAudit, "%s", qUtf8Printable(seed.error().message));
        return;
    }
    const QString file = fileOf(database);
    const FileLock turn(m_folder + QStringLiteral("/heads.lock"));
    if (QFile::exists(file)) {
        // One that cannot be read is kept: it says that somebody was at it.
        const auto present = headIn(contentOf(file));
        if (!present || present->seq >= head.seq)
            return;
        if (hashOf(present->seq) != present->hash) {
            qCWarning(lcAudit, "The audit log no longer has event %lld as it was remembered: verify it.",
                      static_cast<long long>(present->seq));
            return;
        }
    }
    const KeyPair pair(*seed);
    const QByteArray bytes = signedBytes(database, head);
    unsigned char signature[crypto_sign_BYTES];
    crypto_sign_detached(signature, nullptr, reinterpret_cast<const unsigned char*>(bytes.constData()),
                         static_cast<unsigned long long>(bytes.size()), pair.secret);
    const QJsonObject object{
        {QStringLiteral("database"), database},
        {QStringLiteral("event"), head.seq},
        {QStringLiteral("hash"), QString::fromLatin1(head.hash.toHex())},
        {QStringLiteral("signature"),
         QString::fromLatin1(
             QByteArray(reinterpret_cast<const char*>(signature), sizeof signature).toHex())}};
    if (!replaceFile(file, QJsonDocument(object).toJson()))
        qCWarning(lcAudit, "The newest event of the audit log could not be remembered in %s.",
                  qUtf8Printable(file));
}

Result<std::optional<AuditHead>> AuditKeeper::remembered(const QString& database) const
{
    const QString file = fileOf(database);
    if (!QFile::exists(file))
        return std::optional<AuditHead>();
    const Result<QByteArray> seed = key();
    if (!seed)
        return seed.error();
    const QJsonObject object = contentOf(file);
    const auto head = headIn(object);
    const QByteArray signature =
        QByteArray::fromHex(object.value(QStringLiteral("signature")).toString().toLatin1());
    const QByteArray bytes = head ? signedBytes(database, *head) : QByteArray();
    if (!head || signature.size() != crypto_sign_BYTES
        || crypto_sign_verify_detached(reinterpret_cast<const unsigned char*>(signature.constData()),
                                       reinterpret_cast<const unsigned char*>(bytes.constData()),
                                       static_cast<unsigned long long>(bytes.size()), KeyPair(*seed).open)
            != 0) {
        return Error{
            ErrorKind::Invalid,
            ErrorWords::tr("What was remembered of the audit log in %1 was changed from outside, or signed "
                           "with another key.")
                .arg(QDir::toNativeSeparators(file)),
            {}};
    }
    return head;
}

} // namespace purchasing::sql
