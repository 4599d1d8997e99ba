#include "core/domain/look_alikes.h"
#include "core/sql/import/file_import.h"

#include <QCoreApplication>

namespace purchasing::sql {
namespace {

struct FileComparisonWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::CatalogueImport)
};

} // namespace

void FileImport::count()
{
    if (!m_staged)
        return;
    m_counts.file = fileName();
    m_counts.table = m_source.people ? QString::fromLatin1(m_expected.file).chopped(4) : QString();
    m_targetIsEmpty =
        !m_connection.scalar(QStringLiteral("SELECT 1 FROM %1 LIMIT 1").arg(m_target.name())).isValid();
    if (m_targetIsEmpty) {
        m_counts.added = m_rows;
    } else {
        inPieces([&](int from, int to) {
            Rows rows = m_connection.query(m_statements->count(), {from, to});
            if (rows.next()) {
                m_counts.added += rows.integer(0);
                m_counts.changed += rows.integer(1);
            }
        });
        m_counts.unchanged = m_rows - m_counts.added - m_counts.changed;
    }
    m_report.files.push_back(m_counts);
    if (m_options.listChanges && m_counts.added + m_counts.changed > 0)
        listChanges();
}

void FileImport::listChanges()
{
    QStringList fields;
    int keys = 0;
    for (const CsvColumn& column : m_present) {
        if (column.key)
            ++keys;
        else
            fields += QString::fromLatin1(column.name);
    }
    inPieces([&](int from, int to) {
        if (m_report.changes.size() >= kMostChanges)
            return;
        Rows rows = m_connection.query(m_statements->changes(), {from, to});
        while (rows.next()) {
            QStringList key;
            for (int i = 0; i < keys; ++i)
                key += rows.text(i);
            const bool isNew = rows.integer(keys) != 0;
            for (int i = 0; i < fields.size(); ++i) {
                const int at = keys + 1 + 3 * i;
                if (rows.integer(at + 2) != 0 || m_report.changes.size() >= kMostChanges)
                    continue;
                const auto value = [&rows](int column) { // NULL is nothing, and nothing is no NULL.
                    return rows.isNull(column) ? QStringLiteral("") : rows.text(column);
                };
                m_report.changes.push_back({QString::fromLatin1(m_expected.file).chopped(4),
                                            key.join(QStringLiteral(" \u00B7 ")), fields[i],
                                            isNew ? QString() : value(at), value(at + 1)});
            }
        }
    });
}

void FileImport::findConflicts(const FileImport& other)
{
    if (&other.m_expected != &m_expected || !m_staged || !other.m_staged)
        return;
    inPieces([&](int from, int to) {
        Rows rows = m_connection.query(m_statements->conflicts(*other.m_statements), {from, to});
        while (rows.next())
            addBad(static_cast<int>(rows.integer(0)), {},
                   FileComparisonWords::tr("says something else than line %1 of %2")
                       .arg(rows.integer(1))
                       .arg(other.fileName()));
    });
}

void FileImport::apply()
{
    if (!m_staged || m_counts.added + m_counts.changed == 0)
        return;
    const QString update = m_counts.changed > 0 ? m_statements->update() : QString();
    const QString insert = m_targetIsEmpty ? m_statements->insertAll() : m_statements->insert();
    inPieces([&](int from, int to) {
        if (!update.isEmpty())
            m_connection.execute(update, {from, to});
        m_connection.execute(insert, {from, to});
    });
}

void FileImport::lookAtProducts(const std::vector<std::unique_ptr<FileImport>>& others)
{
    if (!m_staged)
        return;
    warnOfAlike();
    if (qstrcmp(m_expected.file, "products.csv") != 0)
        warnOfUnknown(others);
}

void FileImport::warnOfUnknown(const std::vector<std::unique_ptr<FileImport>>& others)
{
    QString unknown;
    for (const CsvTable& table : csvTables()) {
        for (const auto& other : others) {
            if (&other->m_expected == &table && &table != &m_expected && other->m_staged)
                unknown +=
                    QStringLiteral(" AND NOT EXISTS (SELECT 1 FROM %1 o WHERE o.product_id = s.product_id)")
                        .arg(other->m_statements->stage());
        }
        const TargetTable target(m_connection, table);
        if (target.exists())
            unknown += QStringLiteral(" AND NOT EXISTS (SELECT 1 FROM %1 t WHERE %2)")
                           .arg(target.name(), target.equalKey(QStringLiteral("t"), "product_id"));
    }
    inPieces([&](int from, int to) {
        Rows rows = m_connection.query(
            QStringLiteral(
                "SELECT min(s.line) FROM %1 s WHERE s.line BETWEEN ? AND ?%2 GROUP BY s.product_id")
                .arg(m_statements->stage(), unknown),
            {from, to});
        while (rows.next())
            addWarning(static_cast<int>(rows.integer(0)), QStringLiteral("product_id"),
                       FileComparisonWords::tr("no other file or table knows this product"));
    });
}

/// Ids that differ only in blanks, invisible characters, case or normalisation stay different products, which
/// is seldom what was meant.
void FileImport::warnOfAlike()
{
    LookAlikes known;
    Rows before =
        m_connection.query(QStringLiteral("SELECT DISTINCT product_id FROM %1").arg(m_target.name()));
    while (before.next())
        (void)known.add(before.text(0));
    inPieces([&](int from, int to) {
        Rows rows = m_connection.query(
            QStringLiteral(
                "SELECT min(line), product_id FROM %1 WHERE line BETWEEN ? AND ? GROUP BY product_id")
                .arg(m_statements->stage()),
            {from, to});
        while (rows.next()) {
            if (const QString other = known.add(rows.text(1)); !other.isEmpty())
                addWarning(
                    static_cast<int>(rows.integer(0)), QStringLiteral("product_id"),
                    FileComparisonWords::tr("looks like the product \"%1\", but is another one").arg(other));
        }
    });
}

} // namespace purchasing::sql
