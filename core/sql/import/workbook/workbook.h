#pragma once

#include "core/domain/result.h"
#include "core/sql/import/workbook/zip_archive.h"

#include <QIODevice>
#include <QMap>
#include <QStringList>

#include <vector>

namespace purchasing::sql {

/// A workbook of a spreadsheet (.xlsx): its sheets as text, cell by cell as they are stored. Formulas are
/// taken with the value they had when the workbook was saved. Not thread-safe.
class Workbook
{
public:
    /// Whether a file that begins so may be one.
    [[nodiscard]] static bool mayBe(const QByteArray& start) { return start.startsWith("PK\x03\x04"); }
    [[nodiscard]] static Result<Workbook> open(const QString& path);

    /// The names of the sheets that people see, in their order.
    [[nodiscard]] QStringList sheets() const;
    /// Writes a sheet as comma-separated UTF-8 with points in numbers and days as 2026-03-09; a line for each
    /// row, empty ones too, so that lines are counted as the spreadsheet does. Returns how many rows hold
    /// something.
    [[nodiscard]] Result<int> write(const QString& sheet, QIODevice& to) const;

private:
    struct Sheet
    {
        QString name;
        QString part; ///< Its file in the archive.
    };

    explicit Workbook(ZipArchive archive)
        : m_archive(std::move(archive))
    {
    }
    [[nodiscard]] Result<Done> readSheets();
    [[nodiscard]] Result<Done> readTexts();
    [[nodiscard]] Result<Done> readFormats();
    [[nodiscard]] Result<QMap<QString, QString>> relations(const QString& part) const;

    ZipArchive m_archive;
    QString m_folder; ///< Of the workbook's parts in the archive, "xl/".
    std::vector<Sheet> m_sheets;
    std::vector<QByteArray> m_texts; ///< That cells share.
    std::vector<bool> m_moments; ///< By cell format: its numbers are moments.
    bool m_countsFrom1904 = false;
};

} // namespace purchasing::sql
