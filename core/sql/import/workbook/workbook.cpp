#include "core/sql/import/workbook/workbook.h"

#include "core/sql/import/workbook/cell_formats.h"

#include <QCoreApplication>
#include <QDir>
#include <QHash>
#include <QXmlStreamReader>

#include <algorithm>

namespace purchasing::sql {
namespace {

struct WorkbookWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::Workbook)
};

constexpr int kMostRows = 1'048'576; // As spreadsheets have.
constexpr int kMostColumns = 16'384;
constexpr qsizetype kMostSharedText = qsizetype(512) << 20;
constexpr qsizetype kMostCell = 1 << 20;

Error unusableWorkbook(const QString& why)
{
    return {ErrorKind::Invalid, WorkbookWords::tr("the workbook cannot be read: %1").arg(why), {}};
}

/// Goes through the XML of one file, piece by piece; `element` is told of each start, end and text and
/// returns what is wrong, or nothing.
template <typename Element>
Result<Done> eachElement(const ZipArchive& archive, const QString& part, Element element)
{
    QXmlStreamReader xml;
    QString problem;
    const auto go = [&] {
        while (problem.isEmpty() && !xml.atEnd()) {
            const QXmlStreamReader::TokenType token = xml.readNext();
            if (token == QXmlStreamReader::DTD) // What spreadsheets write has none.
                problem = WorkbookWords::tr("it holds definitions that no spreadsheet writes");
            else
                problem = element(xml, token);
        }
    };
    const Result<Done> read = archive.read(part, [&](const QByteArray& piece) {
        xml.addData(piece);
        go();
        return problem.isEmpty()
            && (!xml.hasError() || xml.error() == QXmlStreamReader::PrematureEndOfDocumentError);
    });
    if (!read)
        return read.error();
    if (problem.isEmpty())
        problem = xml.errorString();
    if (!problem.isEmpty())
        return unusableWorkbook(problem);
    return Done{};
}

/// "xl/worksheets/sheet1.xml" from "worksheets/sheet1.xml" in "xl/", or from "/xl/worksheets/sheet1.xml".
QString partIn(const QString& folder, const QString& target)
{
    const bool isWhole = target.startsWith(QLatin1Char('/'));
    return QDir::cleanPath(isWhole ? target : QLatin1Char('/') + folder + target).mid(1);
}

/// The column of "BC12", from 0; -1 for none.
int columnOf(QStringView reference)
{
    int column = 0;
    for (const QChar sign : reference) {
        if (sign < QLatin1Char('A') || sign > QLatin1Char('Z'))
            break;
        column = column * 26 + (sign.unicode() - 'A' + 1);
        if (column > kMostColumns)
            return -1;
    }
    return column - 1;
}

/// A cell of the text: quoted where it has to be, in one line.
void append(QByteArray& line, QByteArray cell)
{
    cell.replace("\r\n", " ").replace('\n', ' ').replace('\r', ' ');
    if (!cell.contains(',') && !cell.contains('"') && !cell.startsWith(' ') && !cell.endsWith(' '))
        line += cell;
    else
        line += '"' + cell.replace('"', "\"\"") + '"';
}

/// What is in a cell while its XML is read.
struct OpenCell
{
    int column = 0;
    int format = 0;
    QString type;
    QString text;
};

/// Reads one sheet and writes its rows.
class SheetWriter
{
public:
    SheetWriter(const std::vector<QByteArray>& texts, const std::vector<bool>& moments, bool countsFrom1904,
                QIODevice& to)
        : m_texts(texts)
        , m_moments(moments)
        , m_countsFrom1904(countsFrom1904)
        , m_to(to)
    {
    }

    [[nodiscard]] QString take(QXmlStreamReader& xml, QXmlStreamReader::TokenType token)
    {
        const QStringView name = xml.name();
        if (token == QXmlStreamReader::Characters && m_isValue) {
            m_cell.text += xml.text();
            return m_cell.text.size() > kMostCell
                ? WorkbookWords::tr("row %1 has a cell of more than 1 MiB").arg(m_row)
                : QString();
        }
        if (token == QXmlStreamReader::StartElement)
            return begin(xml, name);
        return token == QXmlStreamReader::EndElement ? end(name) : QString();
    }
    [[nodiscard]] int rows() const { return m_filled; }

private:
    QString begin(const QXmlStreamReader& xml, QStringView name)
    {
        if (name == QLatin1String("row")) {
            bool isNumber = false;
            const int row = xml.attributes().value(QLatin1String("r")).toInt(&isNumber);
            m_row = isNumber ? row : m_row + 1;
            if (m_row < m_next || m_row > kMostRows)
                return WorkbookWords::tr("its rows are not in order");
            m_cells.clear();
        } else if (name == QLatin1String("c")) {
            m_cell = {};
            const auto reference = xml.attributes().value(QLatin1String("r"));
            m_cell.column = reference.isEmpty() ? static_cast<int>(m_cells.size()) : columnOf(reference);
            m_cell.format = xml.attributes().value(QLatin1String("s")).toInt();
            m_cell.type = xml.attributes().value(QLatin1String("t")).toString();
            if (m_cell.column < static_cast<int>(m_cells.size()))
                return WorkbookWords::tr("row %1 has cells that are not in order").arg(m_row);
        } else if (name == QLatin1String("rPh")) {
            m_isPhonetic = true;
        } else if (name == QLatin1String("v") || (name == QLatin1String("t") && !m_isPhonetic)) {
            m_isValue = true;
        }
        return {};
    }

    QString end(QStringView name)
    {
        if (name == QLatin1String("v") || name == QLatin1String("t"))
            m_isValue = false;
        else if (name == QLatin1String("rPh"))
            m_isPhonetic = false;
        else if (name == QLatin1String("c"))
            return endCell();
        else if (name == QLatin1String("row"))
            return endRow();
        return {};
    }

    QString endCell()
    {
        if (m_cell.text.isEmpty())
            return {};
        QByteArray value;
        if (m_cell.type == QLatin1String("s")) {
            bool isNumber = false;
            const std::size_t text = m_cell.text.toUInt(&isNumber);
            if (!isNumber || text >= m_texts.size())
                return WorkbookWords::tr("row %1 names a text that is not there").arg(m_row);
            value = m_texts[text];
        } else if (m_cell.type.isEmpty() || m_cell.type == QLatin1String("n")) {
            const auto format = static_cast<std::size_t>(std::max(0, m_cell.format));
            const bool isMoment = format < m_moments.size() && m_moments[format];
            value = (isMoment ? momentOf(m_cell.text, m_countsFrom1904) : plainNumber(m_cell.text)).toUtf8();
        } else {
            value = m_cell.text.toUtf8(); // Texts, errors, 1 and 0, days as ISO writes them.
        }
        m_cells.resize(static_cast<std::size_t>(m_cell.column) + 1);
        m_cells.back() = std::move(value);
        return {};
    }

    QString endRow()
    {
        QByteArray line(m_row - m_next, '\n');
        m_next = m_row + 1;
        const bool isFilled = std::any_of(m_cells.begin(), m_cells.end(),
                                          [](const QByteArray& cell) { return !cell.trimmed().isEmpty(); });
        m_filled += isFilled ? 1 : 0;
        for (std::size_t i = 0; isFilled && i < m_cells.size(); ++i) {
            if (i > 0)
                line += ',';
            append(line, std::move(m_cells[i]));
        }
        line += '\n';
        return m_to.write(line) == line.size() ? QString() : m_to.errorString();
    }

    const std::vector<QByteArray>& m_texts;
    const std::vector<bool>& m_moments;
    bool m_countsFrom1904;
    QIODevice& m_to;
    std::vector<QByteArray> m_cells;
    OpenCell m_cell;
    int m_row = 0;
    int m_next = 1; ///< The row that the next line is.
    int m_filled = 0;
    bool m_isValue = false;
    bool m_isPhonetic = false;
};

} // namespace

Result<Workbook> Workbook::open(const QString& path)
{
    const Result<ZipArchive> archive = ZipArchive::open(path);
    if (!archive)
        return archive.error();
    Workbook workbook(*archive);
    for (const auto read : {&Workbook::readSheets, &Workbook::readTexts, &Workbook::readFormats}) {
        if (const Result<Done> done = (workbook.*read)(); !done)
            return done.error();
    }
    return workbook;
}

QStringList Workbook::sheets() const
{
    QStringList names;
    for (const Sheet& sheet : m_sheets)
        names += sheet.name;
    return names;
}

Result<int> Workbook::write(const QString& sheet, QIODevice& to) const
{
    const auto found = std::find_if(m_sheets.begin(), m_sheets.end(),
                                    [&sheet](const Sheet& known) { return known.name == sheet; });
    if (found == m_sheets.end())
        return unusableWorkbook(WorkbookWords::tr("there is no sheet \"%1\"").arg(sheet));
    SheetWriter writer(m_texts, m_moments, m_countsFrom1904, to);
    const Result<Done> done = eachElement(
        m_archive, found->part, [&writer](QXmlStreamReader& xml, QXmlStreamReader::TokenType token) {
            return writer.take(xml, token);
        });
    if (!done)
        return done.error();
    return writer.rows();
}

Result<QMap<QString, QString>> Workbook::relations(const QString& part) const
{
    QMap<QString, QString> targets;
    if (!m_archive.has(part))
        return targets;
    const Result<Done> done = eachElement(
        m_archive, part, [&targets](QXmlStreamReader& xml, QXmlStreamReader::TokenType token) -> QString {
            if (token == QXmlStreamReader::StartElement && xml.name() == QLatin1String("Relationship")) {
                const auto attribute = [&xml](const char* name) {
                    return xml.attributes().value(QLatin1String(name)).toString();
                };
                targets.insert(attribute("Id"), attribute("Target"));
                targets.insert(attribute("Type").section(QLatin1Char('/'), -1), attribute("Target"));
            }
            return {};
        });
    if (!done)
        return done.error();
    return targets;
}

Result<Done> Workbook::readSheets()
{
    const auto whole = relations(QStringLiteral("_rels/.rels"));
    if (!whole)
        return whole.error();
    const QString book =
        partIn({}, whole->value(QStringLiteral("officeDocument"), QStringLiteral("xl/workbook.xml")));
    if (!m_archive.has(book))
        return unusableWorkbook(WorkbookWords::tr("it is another packed file: unpack it first"));
    m_folder = book.left(book.lastIndexOf(QLatin1Char('/')) + 1);
    const auto parts = relations(QStringLiteral("%1_rels/%2.rels").arg(m_folder, book.mid(m_folder.size())));
    if (!parts)
        return parts.error();
    const Result<Done> done = eachElement(
        m_archive, book, [&](QXmlStreamReader& xml, QXmlStreamReader::TokenType token) -> QString {
            if (token != QXmlStreamReader::StartElement)
                return {};
            const QXmlStreamAttributes attributes = xml.attributes();
            if (xml.name() == QLatin1String("workbookPr")) {
                const auto from1904 = attributes.value(QLatin1String("date1904"));
                m_countsFrom1904 = from1904 == QLatin1String("1") || from1904 == QLatin1String("true");
            }
            if (xml.name() != QLatin1String("sheet"))
                return {};
            const auto state = attributes.value(QLatin1String("state"));
            const bool isHidden = state == QLatin1String("hidden") || state == QLatin1String("veryHidden");
            for (const QXmlStreamAttribute& attribute : attributes) {
                if (attribute.name() == QLatin1String("id") && !isHidden) {
                    m_sheets.push_back({attributes.value(QLatin1String("name")).toString(),
                                        partIn(m_folder, parts->value(attribute.value().toString()))});
                }
            }
            return {};
        });
    if (!done)
        return done.error();
    // Charts on a sheet of their own, and what lies elsewhere, hold no cells.
    std::erase_if(m_sheets, [this](const Sheet& sheet) {
        return !m_archive.has(sheet.part) || sheet.part.contains(QLatin1String("chartsheets/"));
    });
    if (m_sheets.empty())
        return unusableWorkbook(WorkbookWords::tr("it has no sheet that can be seen"));
    return Done{};
}

Result<Done> Workbook::readTexts()
{
    const QString part = m_folder + QStringLiteral("sharedStrings.xml");
    if (!m_archive.has(part))
        return Done{};
    QString text;
    bool isText = false;
    bool isPhonetic = false;
    qsizetype size = 0;
    return eachElement(m_archive, part,
                       [&](QXmlStreamReader& xml, QXmlStreamReader::TokenType token) -> QString {
                           const QStringView name = xml.name();
                           if (token == QXmlStreamReader::Characters && isText) {
                               text += xml.text();
                           } else if (token == QXmlStreamReader::StartElement) {
                               isPhonetic = isPhonetic || name == QLatin1String("rPh");
                               isText = name == QLatin1String("t") && !isPhonetic;
                               if (name == QLatin1String("si"))
                                   text.clear();
                           } else if (token == QXmlStreamReader::EndElement) {
                               isText = false;
                               if (name == QLatin1String("rPh"))
                                   isPhonetic = false;
                               if (name == QLatin1String("si")) {
                                   m_texts.push_back(text.toUtf8());
                                   size += m_texts.back().size();
                               }
                           }
                           return size > kMostSharedText || text.size() > kMostCell
                               ? WorkbookWords::tr("its texts are too long")
                               : QString();
                       });
}

Result<Done> Workbook::readFormats()
{
    const QString part = m_folder + QStringLiteral("styles.xml");
    if (!m_archive.has(part))
        return Done{};
    QHash<int, bool> own;
    bool areCells = false;
    return eachElement(
        m_archive, part, [&](QXmlStreamReader& xml, QXmlStreamReader::TokenType token) -> QString {
            const QStringView name = xml.name();
            if (name == QLatin1String("cellXfs"))
                areCells = token == QXmlStreamReader::StartElement;
            if (token != QXmlStreamReader::StartElement)
                return {};
            const int number = xml.attributes().value(QLatin1String("numFmtId")).toInt();
            if (name == QLatin1String("numFmt"))
                own.insert(number,
                           showsMoments(xml.attributes().value(QLatin1String("formatCode")).toString()));
            else if (name == QLatin1String("xf") && areCells)
                m_moments.push_back(own.contains(number) ? own.value(number) : showsMoments(number));
            return {};
        });
}

} // namespace purchasing::sql
