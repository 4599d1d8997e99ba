#pragma once

#include <QStringList>

namespace purchasing::sql {

/// The one database of an ERP system, "erp_all", with names and kinds of columns of its own; {oms} stands for
/// it.
[[nodiscard]] inline QStringList erpStatements()
{
    return {
        QStringLiteral("CREATE DATABASE erp_all CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci"),
        QStringLiteral(
            "CREATE TABLE {oms}artikel(artikelnr INT PRIMARY KEY, bezeichnung VARCHAR(200), warengruppe "
            "VARCHAR(50), gewicht DECIMAL(10,2))"),
        QStringLiteral(
            "CREATE TABLE {oms}bedarf(id INT AUTO_INCREMENT PRIMARY KEY, artikelnr INT, tagesbedarf "
            "DECIMAL(10,2), geaendert_am DATETIME)"),
        QStringLiteral("CREATE TABLE {oms}lagerbestand(artikelnr INT, lagerort VARCHAR(10), bestand INT, "
                       "reserviert INT)"),
        QStringLiteral(
            "CREATE TABLE {oms}lieferantenpreis(artikelnr INT, lieferantennr VARCHAR(10), ek_preis "
            "DECIMAL(12,6), mindestmenge INT, lieferzeit_tage INT)"),
        QStringLiteral("CREATE TABLE {oms}kunde(kundennr INT, name VARCHAR(100), ort VARCHAR(100))"),
        QStringLiteral("INSERT INTO {oms}artikel VALUES (4711, 'Schraube M4', 'Kleinteile', 0.01), (4712, "
                       "'Mutter', NULL, 1)"),
        QStringLiteral(
            "INSERT INTO {oms}bedarf(artikelnr, tagesbedarf, geaendert_am) VALUES (4711, 12.5, '2026-11-01 "
            "10:00:00'), (4712, 1, NULL)"),
        QStringLiteral(
            "INSERT INTO {oms}lagerbestand VALUES (4711, 'H1', 40, 5), (4711, 'H2', 2, NULL), (4712, "
            "'H1', 1000, 0)"),
        QStringLiteral("INSERT INTO {oms}lieferantenpreis VALUES (4711, 'L-7', 0.0035, 100, 14), (4712, "
                       "'L-7', 1.5, 1, 3)"),
    };
}

} // namespace purchasing::sql
