#include "app/services/tls_files.h"

#include <QDir>
#include <QFile>

#include <memory>
#include <openssl/bio.h>
#include <openssl/conf.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

namespace purchasing {
namespace {

using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Memory = std::unique_ptr<BIO, decltype(&BIO_free)>;

constexpr qint64 kLargestFile = 1024 * 1024;

Memory memoryOf(const std::string& pem)
{
    return {BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), &BIO_free};
}

Certificate certificateIn(const std::string& pem)
{
    return {PEM_read_bio_X509(memoryOf(pem).get(), nullptr, nullptr, nullptr), &X509_free};
}

Key keyIn(const std::string& pem)
{
    // A passphrase is asked from nobody.
    char none[] = "";
    return {PEM_read_bio_PrivateKey(memoryOf(pem).get(), nullptr, nullptr, none), &EVP_PKEY_free};
}

Error wrong(const char* setting, const QString& file, const QString& why)
{
    return {ErrorKind::Invalid,
            QStringLiteral("%1: %2 %3").arg(QLatin1String(setting), QDir::toNativeSeparators(file), why),
            {}};
}

Result<std::string> read(const char* setting, const QString& name, bool isSecret)
{
    if (name.isEmpty()) {
        return Error{ErrorKind::Invalid,
                     QStringLiteral("%1 is missing: TLS_CERT, TLS_KEY and TLS_CA belong together.")
                         .arg(QLatin1String(setting)),
                     {}};
    }
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return wrong(setting, name, QStringLiteral("cannot be read: %1.").arg(file.errorString()));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (isSecret && (file.permissions() & others))
        return wrong(setting, name, QStringLiteral("can be read by others. Run: chmod 600 '%1'").arg(name));
    return file.read(kLargestFile).toStdString();
}

/// Whether the authority has signed the certificate and both are good now; else why not.
QString whyNotTrusted(X509* certificate, X509* authority)
{
    const std::unique_ptr<X509_STORE, decltype(&X509_STORE_free)> store(X509_STORE_new(), &X509_STORE_free);
    const std::unique_ptr<X509_STORE_CTX, decltype(&X509_STORE_CTX_free)> check(X509_STORE_CTX_new(),
                                                                                &X509_STORE_CTX_free);
    X509_STORE_add_cert(store.get(), authority);
    if (X509_STORE_CTX_init(check.get(), store.get(), certificate, nullptr) != 1)
        return QStringLiteral("it cannot be checked");
    if (X509_verify_cert(check.get()) == 1)
        return {};
    return QString::fromLatin1(X509_verify_cert_error_string(X509_STORE_CTX_get_error(check.get())));
}

} // namespace

Result<TlsIdentity> readTls(const TlsFiles& files)
{
    const Result<std::string> certificate = read("TLS_CERT", files.certificate, false);
    if (!certificate)
        return certificate.error();
    const Result<std::string> key = read("TLS_KEY", files.key, true);
    if (!key)
        return key.error();
    const Result<std::string> authority = read("TLS_CA", files.authority, false);
    if (!authority)
        return authority.error();
    const Certificate ours = certificateIn(*certificate);
    if (!ours)
        return wrong("TLS_CERT", files.certificate, QStringLiteral("is no certificate in PEM form."));
    const Key secret = keyIn(*key);
    if (!secret)
        return wrong("TLS_KEY", files.key,
                     QStringLiteral("is no private key in PEM form without a passphrase."));
    const Certificate signer = certificateIn(*authority);
    if (!signer)
        return wrong("TLS_CA", files.authority, QStringLiteral("is no certificate in PEM form."));
    if (X509_check_private_key(ours.get(), secret.get()) != 1)
        return wrong("TLS_KEY", files.key, QStringLiteral("is not the key of the certificate in TLS_CERT."));
    if (const QString why = whyNotTrusted(ours.get(), signer.get()); !why.isEmpty())
        return wrong("TLS_CERT", files.certificate,
                     QStringLiteral("is not good under the authority in TLS_CA: %1.").arg(why));
    return TlsIdentity{*certificate, *key, *authority};
}

void allowOnlyTls13()
{
    // gRPC names an oldest version itself, but leaves the switches alone with which OpenSSL rules versions
    // out.
    static constexpr const char* kRules = "openssl_conf = purchasing\n"
                                          "[purchasing]\n"
                                          "ssl_conf = modules\n"
                                          "[modules]\n"
                                          "system_default = everywhere\n"
                                          "[everywhere]\n"
                                          "Protocol = ALL,-TLSv1.2,-TLSv1.1,-TLSv1,-SSLv3\n";
    OPENSSL_init_ssl(OPENSSL_INIT_LOAD_SSL_STRINGS, nullptr);
    const std::unique_ptr<CONF, decltype(&NCONF_free)> rules(NCONF_new(nullptr), &NCONF_free);
    long line = 0;
    if (NCONF_load_bio(rules.get(), memoryOf(kRules).get(), &line) <= 0
        || CONF_modules_load(rules.get(), "openssl_conf", 0) <= 0)
        qFatal("OpenSSL does not take its settings (line %ld).", line);
}

} // namespace purchasing
