#include "app/services/tls_files.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>

#include <fcntl.h>
#include <memory>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>
#include <unistd.h>

namespace purchasing {
namespace {

using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

constexpr long kSeconds = 365L * 24 * 60 * 60;

/// A key with its certificate.
struct Pair
{
    Key key;
    Certificate certificate;
};

bool addExtension(X509* certificate, X509* signer, int kind, const QString& value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, signer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> extension(
        X509V3_EXT_conf_nid(nullptr, &context, kind, value.toUtf8().constData()), &X509_EXTENSION_free);
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

/// A new key and a certificate for it, signed by `signer`, or by itself where that is null. Null in the pair
/// where OpenSSL cannot.
Pair make(const QString& name, const Pair* signer, const QString& hosts)
{
    Pair made{{EVP_EC_gen("P-256"), &EVP_PKEY_free}, {X509_new(), &X509_free}};
    X509* certificate = made.certificate.get();
    std::uint64_t serial = 0;
    X509_NAME* subject = X509_get_subject_name(certificate);
    bool isGood = made.key && RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial) == 1
        && X509_set_version(certificate, X509_VERSION_3) == 1
        && ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial) == 1
        && X509_gmtime_adj(X509_getm_notBefore(certificate), -300) // Clocks differ a little.
        && X509_gmtime_adj(X509_getm_notAfter(certificate), kSeconds)
        && X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char*>(name.toUtf8().constData()), -1,
                                      -1, 0)
            == 1
        && X509_set_pubkey(certificate, made.key.get()) == 1;
    X509* by = signer ? signer->certificate.get() : certificate;
    isGood = isGood && X509_set_issuer_name(certificate, X509_get_subject_name(by)) == 1;
    if (signer) {
        isGood = isGood
            && addExtension(certificate, by, NID_basic_constraints, QStringLiteral("critical,CA:FALSE"))
            && addExtension(certificate, by, NID_key_usage, QStringLiteral("critical,digitalSignature"))
            && addExtension(certificate, by, NID_ext_key_usage, QStringLiteral("serverAuth,clientAuth"))
            && addExtension(certificate, by, NID_subject_alt_name, hosts);
    } else {
        isGood = isGood
            && addExtension(certificate, by, NID_basic_constraints,
                            QStringLiteral("critical,CA:TRUE,pathlen:0"))
            && addExtension(certificate, by, NID_key_usage, QStringLiteral("critical,keyCertSign,cRLSign"));
    }
    if (!isGood || X509_sign(certificate, (signer ? signer->key : made.key).get(), EVP_sha256()) == 0)
        made.certificate.reset();
    return made;
}

/// Writes through a file that did not exist before and, where it is a secret, that nobody else can read.
template <typename Write> bool writeFile(const QString& name, int mode, Write write)
{
    const int handle =
        ::open(QFile::encodeName(name).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (handle < 0)
        return false;
    std::FILE* file = ::fdopen(handle, "w");
    const bool isWritten = write(file);
    return std::fclose(file) == 0 && isWritten;
}

bool write(const QString& folder, const QString& name, const Pair& pair, QStringList& files)
{
    const QString base = QDir(folder).filePath(name);
    files << base + QStringLiteral(".crt") << base + QStringLiteral(".key");
    return writeFile(files[files.size() - 2], 0644,
                     [&pair](std::FILE* file) { return PEM_write_X509(file, pair.certificate.get()) == 1; })
        && writeFile(files.back(), 0600, [&pair](std::FILE* file) {
               return PEM_write_PrivateKey(file, pair.key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1;
           });
}

/// "DNS:orchestrator.purchasing,DNS:localhost,IP:127.0.0.1,…".
QString namesOf(const QString& service, const QStringList& hosts)
{
    QStringList names{QStringLiteral("DNS:%1.purchasing").arg(service), QStringLiteral("DNS:localhost"),
                      QStringLiteral("IP:127.0.0.1"), QStringLiteral("IP:::1")};
    for (const QString& host : hosts)
        names << (QHostAddress(host).isNull() ? QStringLiteral("DNS:") : QStringLiteral("IP:")) + host;
    return names.join(QLatin1Char(','));
}

} // namespace

Result<QStringList> makeCertificates(const QString& folder, const QStringList& services,
                                     const QStringList& hosts)
{
    for (const QString& host : hosts) {
        if (host.isEmpty() || host.contains(QLatin1Char(',')) || host.contains(QLatin1Char(' ')))
            return Error{ErrorKind::Invalid, QStringLiteral("\"%1\" is no name of a host.").arg(host), {}};
    }
    if (QFile::exists(QDir(folder).filePath(QStringLiteral("ca.key")))) {
        return Error{ErrorKind::Refused,
                     QStringLiteral("%1 has an authority already. Name another folder.")
                         .arg(QDir::toNativeSeparators(folder)),
                     {}};
    }
    QStringList files;
    const auto fail = [&] {
        return Error{ErrorKind::Unavailable,
                     QStringLiteral("%1 could not be written.")
                         .arg(QDir::toNativeSeparators(files.isEmpty() ? folder : files.back())),
                     {}};
    };
    if (!QDir().mkpath(folder))
        return fail();
    const Pair authority = make(QStringLiteral("Purchasing services"), nullptr, {});
    if (!authority.certificate || !write(folder, QStringLiteral("ca"), authority, files))
        return fail();
    for (const QString& service : services + QStringList{QStringLiteral("planner")}) {
        const Pair pair = make(service + QStringLiteral(".purchasing"), &authority, namesOf(service, hosts));
        if (!pair.certificate || !write(folder, service, pair, files))
            return fail();
    }
    return files;
}

} // namespace purchasing
