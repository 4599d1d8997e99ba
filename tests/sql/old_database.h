#pragma once

#include <QFile>
#include <QString>

#include <sqlite3.h>

namespace purchasing::sql {

/// Makes the file a database as the version with schema 7 left it.
inline void makeOldDatabase(const QString& file)
{
    QFile script(QStringLiteral(PURCHASING_TEST_DATA "/schema_7.sql"));
    if (!script.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(script.fileName()));
    sqlite3* database = nullptr;
    char* error = nullptr;
    if (sqlite3_open(QFile::encodeName(file).constData(), &database) != SQLITE_OK
        || sqlite3_exec(database, "PRAGMA synchronous=OFF", nullptr, nullptr, &error) != SQLITE_OK
        || sqlite3_exec(database, script.readAll().constData(), nullptr, nullptr, &error) != SQLITE_OK)
        qFatal("the old database cannot be made: %s", error);
    sqlite3_close(database);
}

} // namespace purchasing::sql
