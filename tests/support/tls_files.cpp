#include "tests/support/tls_files.h"

#include <QFile>
#include <QProcess>

namespace purchasing::tests {
namespace {

void openssl(const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("openssl"), arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("openssl %s: %s %s", qPrintable(arguments.join(QLatin1Char(' '))),
               qPrintable(process.errorString()), process.readAll().constData());
}

/// A key and a certificate for it in one go; more arguments say who signs.
QStringList request(const QString& subject, const QString& key, const QString& out)
{
    return {QStringLiteral("req"),
            QStringLiteral("-x509"),
            QStringLiteral("-newkey"),
            QStringLiteral("rsa:2048"),
            QStringLiteral("-nodes"),
            QStringLiteral("-days"),
            QStringLiteral("2"),
            QStringLiteral("-subj"),
            QStringLiteral("/CN=") + subject,
            QStringLiteral("-keyout"),
            key,
            QStringLiteral("-out"),
            out};
}

} // namespace

TlsFiles::TlsFiles()
{
    openssl(request(QStringLiteral("Authority of the tests"), file("ca-key"), file("ca")));
}

TlsFiles::Pair TlsFiles::sign(const QString& name, const QStringList& extensions) const
{
    const Pair pair{file(name), file(name + QStringLiteral("-key"))};
    openssl(request(name, pair.key, pair.certificate)
            << QStringLiteral("-CA") << file("ca") << QStringLiteral("-CAkey") << file("ca-key")
            << QStringLiteral("-addext") << QStringLiteral("basicConstraints=critical,CA:FALSE")
            << extensions);
    return pair;
}

QStringList TlsFiles::serverOptions(const QString& hostName) const
{
    const Pair pair =
        sign(hostName, {QStringLiteral("-addext"), QStringLiteral("subjectAltName=DNS:") + hostName});
    return {QStringLiteral("--ssl-ca=") + authority(), QStringLiteral("--ssl-cert=") + pair.certificate,
            QStringLiteral("--ssl-key=") + pair.key};
}

TlsFiles::Pair TlsFiles::client(const QString& person) const
{
    return sign(person, {QStringLiteral("-addext"), QStringLiteral("extendedKeyUsage=clientAuth")});
}

} // namespace purchasing::tests
