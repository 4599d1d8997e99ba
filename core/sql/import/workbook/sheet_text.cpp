#include "core/sql/import/workbook/sheet_text.h"

#include "core/sql/import/workbook/workbook.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QTemporaryDir>

#include <mutex>

namespace purchasing::sql {
namespace {

struct SheetTextWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::Workbook)
};

/// The sheets of workbooks that were unpacked, until the program ends.
class UnpackedWorkbooks
{
public:
    [[nodiscard]] Result<SheetText> find(const QString& path, const QString& wanted)
    {
        const QFileInfo info(path);
        const QString key = QStringLiteral("%1|%2|%3")
                                .arg(info.absoluteFilePath())
                                .arg(info.size())
                                .arg(info.lastModified().toMSecsSinceEpoch());
        const std::scoped_lock lock(m_mutex);
        auto found = m_books.find(key);
        if (found == m_books.end()) {
            const Result<Sheets> unpacked = unpack(path);
            if (!unpacked)
                return unpacked.error();
            found = m_books.insert(key, *unpacked);
        }
        QStringList names;
        for (const auto& [name, file] : *found)
            names += name;
        const QString sheet = wanted.isEmpty() ? names.value(0) : wanted;
        for (const auto& [name, file] : *found) {
            if (name == sheet)
                return SheetText{file, names, name};
        }
        return Error{ErrorKind::Invalid,
                     SheetTextWords::tr("the workbook has no sheet \"%1\" that holds something").arg(wanted),
                     {}};
    }

private:
    using Sheets = std::vector<std::pair<QString, QString>>; ///< Name and file.

    [[nodiscard]] Result<Sheets> unpack(const QString& path)
    {
        const Result<Workbook> book = Workbook::open(path);
        if (!book)
            return book.error();
        Sheets sheets;
        const QStringList names = book->sheets();
        for (const QString& name : names) {
            QFile text(m_folder.filePath(QStringLiteral("%1.csv").arg(++m_files)));
            if (!text.open(QIODevice::WriteOnly))
                return Error{ErrorKind::Unavailable, text.errorString(), {}};
            const Result<int> rows = book->write(name, text);
            if (!rows)
                return rows.error();
            if (!text.flush())
                return Error{ErrorKind::Unavailable, text.errorString(), {}};
            text.close();
            if (*rows > 0)
                sheets.emplace_back(name, text.fileName());
            else
                text.remove();
        }
        if (sheets.empty())
            return Error{
                ErrorKind::Invalid, SheetTextWords::tr("no sheet of the workbook holds anything"), {}};
        return sheets;
    }

    std::mutex m_mutex;
    QTemporaryDir m_folder;
    QMap<QString, Sheets> m_books;
    int m_files = 0;
};

} // namespace

Result<SheetText> sheetText(const QString& path, const QString& sheet)
{
    static UnpackedWorkbooks workbooks;
    return workbooks.find(path, sheet);
}

} // namespace purchasing::sql
