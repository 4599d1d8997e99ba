#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

namespace purchasing::tests {

/// How a program ended and what it said.
struct Answer
{
    int exitCode = -1; ///< Also where it did not end, or ended by a signal.
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
    [[nodiscard]] QJsonArray array() const { return QJsonDocument::fromJson(out).array(); }
};

/// Runs the command line program beside the test, in the test's own environment.
[[nodiscard]] inline Answer runPurchasing(const QStringList& arguments)
{
    QProcess process;
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/purchasing"), arguments);
    if (!process.waitForFinished(60000))
        return {};
    const bool orderly = process.exitStatus() == QProcess::NormalExit;
    return {orderly ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

} // namespace purchasing::tests
