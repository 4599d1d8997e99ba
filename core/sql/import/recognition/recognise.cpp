#include "core/sql/import/recognition/recognise.h"

#include "core/sql/import/recognition/column_match.h"
#include "core/sql/import/recognition/column_names.h"
#include "core/sql/import/recognition/column_questions.h"
#include "core/sql/import/recognition/file_kind.h"
#include "core/sql/import/recognition/file_preview.h"
#include "core/sql/import/recognition/header_line.h"
#include "core/sql/import/recognition/row_kind.h"
#include "core/sql/import/recognition/text_encoding.h"
#include "core/sql/import/recognition/value_forms.h"
#include "core/sql/import/workbook/sheet_text.h"
#include "core/sql/import/workbook/workbook.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace purchasing::sql {
namespace {

struct RecognitionWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::Recognition)
};

using About = ImportQuestion::About;

constexpr qint64 kStart = 1 << 18; // Of a file, for its encoding.
constexpr std::size_t kSampleRecords = 20000;
constexpr std::size_t kFewRecords = 50; // Among which a header is.

class FileRecognition
{
public:
    FileRecognition(const QString& path, const std::vector<FileMapping>& given,
                    const FileMapping& corrections)
        : m_given(given)
        , m_corrections(corrections)
    {
        m_file.path = path;
    }

    RecognisedFile run()
    {
        if (!readStart())
            return m_file;
        m_file.mapping = m_corrections;
        m_file.mapping.columns.clear();
        if (!findSheet())
            return m_file;
        if (isUncorrected())
            m_file.ownTable = ownTableOf(m_file.text);
        if (!m_file.ownTable.isEmpty()) {
            form() = {form().sheet, QStringLiteral("UTF-8"), QLatin1Char(','), QLatin1Char('.'),
                      DayOrder::YearMonthDay};
        } else {
            findEncoding();
            if (m_file.problem.isEmpty())
                findSeparator();
        }
        if (m_file.problem.isEmpty())
            readTable();
        return m_file;
    }

private:
    FileForm& form() { return m_file.mapping.form; }

    bool readStart()
    {
        const QFileInfo info(m_file.path);
        QFile file(m_file.path);
        if (!info.exists())
            m_file.problem = RecognitionWords::tr("there is no such file");
        else if (!info.isFile())
            m_file.problem = RecognitionWords::tr("this is no ordinary file");
        else if (!file.open(QIODevice::ReadOnly))
            m_file.problem = RecognitionWords::tr("the file cannot be opened: %1").arg(file.errorString());
        else
            m_start = file.read(kStart);
        if (m_file.problem.isEmpty() && m_start.isEmpty())
            m_file.problem = RecognitionWords::tr("the file is empty");
        if (m_file.problem.isEmpty())
            m_file.problem = whyNoText(m_start);
        return m_file.problem.isEmpty();
    }

    /// Of a workbook, which sheet. The unpacked text has one form; only days that stand there as text may be
    /// open.
    bool findSheet()
    {
        m_file.text = m_file.path;
        form().sheet.clear();
        if (!Workbook::mayBe(m_start))
            return true;
        QString wanted = m_corrections.form.sheet;
        for (const FileMapping& mapping : m_given) {
            if (wanted.isEmpty())
                wanted = mapping.form.sheet;
        }
        const Result<SheetText> text = sheetText(m_file.path, wanted);
        if (!text) {
            m_file.problem = text.error().message;
            return false;
        }
        m_file.text = text->path;
        m_file.sheets = text->sheets;
        form().sheet = text->sheet;
        form().encoding = QStringLiteral("UTF-8");
        form().separator = QLatin1Char(',');
        form().decimal = QLatin1Char('.');
        if (text->sheets.size() > 1 && wanted.isEmpty()) {
            m_file.questions.push_back({About::Sheet,
                                        {},
                                        RecognitionWords::tr("Several sheets hold something: which one?"),
                                        text->sheets});
        }
        QFile unpacked(m_file.text);
        m_start = unpacked.open(QIODevice::ReadOnly) ? unpacked.read(kStart) : QByteArray();
        return true;
    }

    /// Nothing but the sheet was said.
    [[nodiscard]] bool isUncorrected() const
    {
        FileMapping rest = m_corrections;
        rest.form.sheet.clear();
        return rest.isEmpty();
    }

    void findEncoding()
    {
        if (!form().encoding.isEmpty()) {
            if (!QStringDecoder(form().encoding.toLatin1().constData()).isValid())
                m_file.problem = RecognitionWords::tr("the encoding %1 is not known").arg(form().encoding);
            return;
        }
        const EncodingGuess guess = guessEncoding(m_start);
        form().encoding = guess.encoding;
        for (const FileMapping& mapping : m_given) { // For the next of these files it was said once.
            if (form().encoding.isEmpty() && guess.candidates.contains(mapping.form.encoding))
                form().encoding = mapping.form.encoding;
        }
        if (!form().encoding.isEmpty())
            return;
        m_file.questions.push_back(
            {About::Encoding,
             {},
             RecognitionWords::tr("The letters beyond A to Z can be read in several ways."),
             guess.candidates});
        form().encoding = guess.candidates.front(); // For the preview, by which people see what is right.
    }

    void findSeparator()
    {
        if (!form().separator.isNull())
            return;
        QStringDecoder decoder(form().encoding.toLatin1().constData());
        const QString start = decoder.isValid() ? QString(decoder.decode(m_start)) : QString();
        if (start.startsWith(QLatin1String("sep="), Qt::CaseInsensitive) && start.size() > 4) {
            form().separator = start[4];
            return;
        }
        for (const FileMapping& mapping : m_given) {
            if (mapping.form.separator.isNull())
                continue;
            const FileSample sample =
                readSample(m_file.text, {form().encoding, mapping.form.separator.toLatin1()}, kFewRecords);
            if (fits(mapping, sample)) {
                form().separator = mapping.form.separator;
                return;
            }
        }
        const SeparatorGuess guess = guessSeparator(m_file.text, form().encoding);
        if (guess.fits.empty()) {
            const FileSample first = readSample(m_file.text, {form().encoding, ','}, 1);
            m_file.problem = !first.records.empty() || first.error.isEmpty() ? QString() : first.error;
            if (m_file.problem.isEmpty())
                m_file.problem = first.records.empty()
                    ? RecognitionWords::tr("the file has no row, not even a header")
                    : RecognitionWords::tr(
                        "no table was found: no comma, semicolon, tab or bar parts its lines into columns");
            return;
        }
        form().separator = QLatin1Char(guess.fits.front().separator);
        if (guess.equal < 2)
            return;
        QStringList words;
        for (std::size_t i = 0; i < guess.equal; ++i)
            words += wordOfSeparator(QLatin1Char(guess.fits[i].separator));
        m_file.questions.push_back(
            {About::Separator, {}, RecognitionWords::tr("More than one sign may part the columns."), words});
    }

    void readTable()
    {
        const TextForm text{form().encoding, form().separator.toLatin1()};
        FileSample sample =
            readSample(m_file.text, text, m_file.ownTable.isEmpty() ? kSampleRecords : kFewRecords);
        if (sample.records.empty() && !sample.error.isEmpty()) {
            m_file.problem = sample.error;
            return;
        }
        const FileMapping* fitting = m_file.ownTable.isEmpty() ? fittingMapping(sample) : nullptr;
        if (fitting) {
            takeFrom(*fitting);
        } else if (!m_given.empty() && m_file.ownTable.isEmpty()) {
            m_file.problem = RecognitionWords::tr("no entry of the mapping fits the columns of this file");
            return;
        }
        const HeaderPlace place = findHeader(sample, fitting ? *fitting : m_corrections);
        if (!place.isFound && form().headerLine != FileForm::kFindHeader) {
            m_file.problem = RecognitionWords::tr("there is no line %1").arg(form().headerLine);
            return;
        }
        form().headerLine = place.line;
        if (!place.isFound)
            m_file.notes += RecognitionWords::tr("No header was found: the columns are counted.");
        const std::vector<QString> headers = headersAt(sample, place);
        if (m_file.ownTable.isEmpty() && ownExportWith(headers) == OwnExport::Orders) {
            m_file.problem = RecognitionWords::tr(
                "this looks like a list of orders, which are not taken into a catalogue");
            return;
        }
        const std::vector<std::string> headerCells = place.record < 0
            ? std::vector<std::string>()
            : sample.records[static_cast<std::size_t>(place.record)].cells;
        sample.records.erase(sample.records.begin(), sample.records.begin() + place.record + 1);
        matchColumns(headers, sample.records, fitting);
        if (!m_file.problem.isEmpty())
            return;
        const RowSorter sorter = sorterOf(m_file.mapping, headerCells);
        const auto shown = static_cast<std::ptrdiff_t>(std::min(sample.records.size(), kPreviewRows));
        const std::vector<FileSample::Record> first(sample.records.begin(), sample.records.begin() + shown);
        std::erase_if(sample.records, [&sorter](const FileSample::Record& record) {
            return sorter.kindOf(record.cells) != RowKind::Row;
        });
        if (m_file.ownTable.isEmpty()) {
            checkWidths(headers.size(), sample.records, m_file);
            findValueForms(sample.records, m_said, m_file.mapping, m_file.questions, m_file.notes);
        }
        m_file.preview = previewOf(m_file.mapping, first, sorter);
        if (!sample.error.isEmpty())
            m_file.notes += sample.error;
    }

    static bool fits(const FileMapping& mapping, const FileSample& sample)
    {
        return mapping.form.headerLine == FileForm::kNoHeader
            || std::any_of(sample.records.begin(), sample.records.end(),
                           [&mapping](const FileSample::Record& record) {
                               return hasColumnsOf(mapping, record.cells);
                           });
    }

    const FileMapping* fittingMapping(const FileSample& sample) const
    {
        const auto found =
            std::find_if(m_given.begin(), m_given.end(),
                         [&sample](const FileMapping& mapping) { return fits(mapping, sample); });
        return found == m_given.end() ? nullptr : &*found;
    }

    /// What a mapping says, except where somebody corrects it.
    void takeFrom(const FileMapping& mapping)
    {
        if (form().decimal.isNull())
            form().decimal = mapping.form.decimal;
        if (form().days == DayOrder::Unknown)
            form().days = mapping.form.days;
        for (auto value = mapping.values.begin(); value != mapping.values.end(); ++value) {
            if (!m_file.mapping.values.contains(value.key()))
                m_file.mapping.values.insert(value.key(), value.value());
        }
    }

    void matchColumns(const std::vector<QString>& headers, const std::vector<FileSample::Record>& rows,
                      const FileMapping* fitting)
    {
        ColumnMatch match(headers, rows);
        if (fitting)
            match.take(*fitting, true);
        match.take(m_corrections, m_corrections.onlyThese);
        m_said = match.said();
        std::vector<ImportQuestion> questions;
        QStringList notes;
        match.find(questions, notes);
        settleColumns(match, m_file, questions, notes);
    }

    RecognisedFile m_file;
    const std::vector<FileMapping>& m_given;
    const FileMapping& m_corrections;
    QByteArray m_start;
    QStringList m_said; ///< Columns about which somebody has said what they are.
};

} // namespace

RecognisedFile recogniseFile(const QString& path, const std::vector<FileMapping>& given,
                             const FileMapping& corrections)
{
    return FileRecognition(path, given, corrections).run();
}

std::vector<RecognisedFile> recogniseAll(const QString& path, const std::vector<FileMapping>& given,
                                         const FileMapping& corrections)
{
    if (!QFileInfo(path).isDir())
        return {recogniseFile(path, given, corrections)};
    std::vector<RecognisedFile> files;
    const QStringList names =
        QDir(path).entryList({QStringLiteral("*.csv"), QStringLiteral("*.tsv"), QStringLiteral("*.txt"),
                              QStringLiteral("*.tab"), QStringLiteral("*.xlsx")},
                             QDir::Files | QDir::System, QDir::Name);
    QStringList leftOut;
    for (const QString& name : names) {
        RecognisedFile file = recogniseFile(QDir(path).filePath(name), given, corrections);
        // A text beside the tables may well be a letter.
        if (file.problem.isEmpty() && file.tables.isEmpty())
            file.problem = RecognitionWords::tr("none of its columns is known");
        if (!file.problem.isEmpty() && name.endsWith(QLatin1String(".txt"), Qt::CaseInsensitive))
            leftOut += RecognitionWords::tr("%1 is left out: %2.").arg(name, file.problem);
        else
            files.push_back(std::move(file));
    }
    if (!files.empty())
        files.front().notes += leftOut;
    return files;
}

} // namespace purchasing::sql
