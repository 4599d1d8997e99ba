#include "ui/catalogue/import_form_page.h"

#include "ui/catalogue/import_files.h"
#include "ui/parts/panel_layout.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace purchasing::ui {
namespace {

constexpr int kLastHeaderLine = 1000;
constexpr int kWidestColumn = 320;

bool isAboutForm(const ImportQuestion& question)
{
    using About = ImportQuestion::About;
    return question.about == About::Sheet || question.about == About::Encoding
        || question.about == About::Separator || question.about == About::Decimal
        || question.about == About::Days;
}

bool asks(const RecognisedFile& file, ImportQuestion::About about)
{
    return std::any_of(file.questions.begin(), file.questions.end(),
                       [about](const ImportQuestion& question) { return question.about == about; });
}

/// Shows `word`, or that somebody has to choose.
void showWord(QComboBox* box, const QString& word, bool isAsked)
{
    int index = isAsked ? 0 : box->findData(word);
    if (index < 0) { // One that the list does not have.
        box->addItem(word, word);
        index = box->count() - 1;
    }
    box->setCurrentIndex(index);
}

} // namespace

ImportFormPage::ImportFormPage(ImportFiles& files, QWidget* parent)
    : QWidget(parent)
    , m_files(files)
    , m_file(choice("combo.importFile", tr("&File:")))
    , m_sheet(choice("combo.importSheet", tr("S&heet:")))
    , m_encoding(choice("combo.importEncoding", tr("&Encoding:")))
    , m_separator(choice("combo.importSeparator", tr("&Separator:")))
    , m_decimal(choice("combo.importDecimal", tr("&Decimal sign:")))
    , m_days(choice("combo.importDays", tr("D&ates in numbers:")))
    , m_header(new QSpinBox(this))
    , m_said(plainLabel({}, this))
    , m_preview(plainTable({}, QStringLiteral("table.importPreview"), this))
{
    const QStringList marked{QStringLiteral("UTF-8"), QStringLiteral("UTF-16LE"), QStringLiteral("UTF-16BE")};
    for (const QString& encoding : marked + codePages())
        m_encoding->addItem(encoding, encoding);
    m_separator->addItem(tr("Comma"), QStringLiteral("comma"));
    m_separator->addItem(tr("Semicolon"), QStringLiteral("semicolon"));
    m_separator->addItem(tr("Tab"), QStringLiteral("tab"));
    m_separator->addItem(tr("Bar |"), QStringLiteral("pipe"));
    m_decimal->addItem(tr("Point (1.5)"), QStringLiteral("point"));
    m_decimal->addItem(tr("Comma (1,5)"), QStringLiteral("comma"));
    m_decimal->addItem(tr("None is needed"), QString());
    m_days->addItem(tr("Day, month, year"), QStringLiteral("dmy"));
    m_days->addItem(tr("Month, day, year"), QStringLiteral("mdy"));
    m_days->addItem(tr("Year, month, day"), QStringLiteral("ymd"));
    m_days->addItem(tr("None is needed"), QString());
    m_header->setObjectName(QStringLiteral("spin.importHeader"));
    m_header->setAccessibleName(tr("Line with the column names"));
    m_header->setRange(0, kLastHeaderLine);
    m_header->setSpecialValueText(tr("None"));
    m_header->setKeyboardTracking(false);
    m_said->setObjectName(QStringLiteral("label.importForm"));
    m_preview->setAccessibleName(tr("The first rows as they are understood"));

    auto* grid = new QGridLayout;
    const auto place = [&](int row, int column, const QString& title, QWidget* widget) {
        auto* label = new QLabel(title, this);
        label->setBuddy(widget);
        grid->addWidget(label, row, column);
        grid->addWidget(widget, row, column + 1);
    };
    place(0, 0, tr("&File:"), m_file);
    place(0, 2, tr("&Encoding:"), m_encoding);
    place(0, 4, tr("&Header in line:"), m_header);
    place(1, 0, tr("&Separator:"), m_separator);
    place(1, 2, tr("&Decimal sign:"), m_decimal);
    place(1, 4, tr("D&ates in numbers:"), m_days);
    place(2, 0, tr("S&heet:"), m_sheet);
    m_sheetLabel = qobject_cast<QLabel*>(grid->itemAtPosition(2, 0)->widget());
    grid->setColumnStretch(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(grid);
    layout->addWidget(m_said);
    layout->addWidget(m_preview, 1);

    connect(m_file, &QComboBox::activated, this, [this](int index) { m_files.setCurrent(index); });
    connect(m_sheet, &QComboBox::activated, this, [this] {
        m_files.correct([this](FileMapping& mapping) {
            // What was found or said of one sheet says nothing of another.
            mapping = {};
            mapping.form.sheet = m_sheet->currentIndex() > 0 ? m_sheet->currentData().toString() : QString();
        });
    });
    connect(m_encoding, &QComboBox::activated, this, [this] {
        m_files.correct([this](FileMapping& mapping) {
            mapping.form.encoding =
                m_encoding->currentIndex() > 0 ? m_encoding->currentData().toString() : QString();
        });
    });
    connect(m_separator, &QComboBox::activated, this, [this] {
        m_files.correct([this](FileMapping& mapping) {
            mapping.form.separator =
                separatorFromWord(m_separator->currentData().toString()).value_or(QChar());
        });
    });
    connect(m_decimal, &QComboBox::activated, this, [this] {
        m_files.correct([this](FileMapping& mapping) {
            mapping.form.decimal = decimalFromWord(m_decimal->currentData().toString()).value_or(QChar());
        });
    });
    connect(m_days, &QComboBox::activated, this, [this] {
        m_files.correct([this](FileMapping& mapping) {
            mapping.form.days =
                dayOrderFromWord(m_days->currentData().toString()).value_or(DayOrder::Unknown);
        });
    });
    connect(m_header, &QSpinBox::valueChanged, this, [this](int line) {
        m_files.correct([line](FileMapping& mapping) { mapping.form.headerLine = line; });
    });
}

QComboBox* ImportFormPage::choice(const char* name, const QString& title)
{
    auto* box = new QComboBox(this);
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(QString(title).remove(QLatin1Char('&')).remove(QLatin1Char(':')));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(14);
    if (qstrcmp(name, "combo.importFile") != 0)
        box->addItem(tr("Please choose"), QStringLiteral("?"));
    return box;
}

void ImportFormPage::showSheets(const RecognisedFile* file)
{
    const bool isWorkbook = file && !file->sheets.isEmpty();
    m_sheet->setVisible(isWorkbook);
    m_sheetLabel->setVisible(isWorkbook);
    while (m_sheet->count() > 1)
        m_sheet->removeItem(1);
    if (!isWorkbook)
        return;
    for (const QString& sheet : file->sheets)
        m_sheet->addItem(sheet, sheet);
    showWord(m_sheet, file->mapping.form.sheet, asks(*file, ImportQuestion::About::Sheet));
}

void ImportFormPage::update()
{
    const RecognisedFile* file = m_files.file();
    m_file->clear();
    for (const RecognisedFile& each : m_files.all())
        m_file->addItem(QFileInfo(each.path).fileName());
    m_file->setCurrentIndex(m_files.current());
    const bool canChange = file && file->ownTable.isEmpty();
    const bool isWorkbook = file && !file->sheets.isEmpty();
    showSheets(file);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_encoding), static_cast<QWidget*>(m_separator),
          static_cast<QWidget*>(m_decimal), static_cast<QWidget*>(m_days), static_cast<QWidget*>(m_header)}) {
        const bool isOfText = widget == m_encoding || widget == m_separator || widget == m_decimal;
        widget->setEnabled(canChange && !(isWorkbook && isOfText));
        widget->setToolTip(file && !file->ownTable.isEmpty()
                               ? tr("Unavailable: the file has exactly our own form")
                               : isWorkbook && isOfText ? tr("Unavailable: a workbook has it from itself")
                                                        : QString());
    }
    m_preview->setRowCount(0);
    m_said->clear();
    if (!file)
        return;
    using About = ImportQuestion::About;
    const FileForm& form = file->mapping.form;
    showWord(m_encoding, form.encoding, asks(*file, About::Encoding));
    showWord(m_separator, wordOfSeparator(form.separator), asks(*file, About::Separator));
    showWord(m_decimal, wordOfDecimal(form.decimal), asks(*file, About::Decimal));
    showWord(m_days, wordOfDayOrder(form.days), asks(*file, About::Days));
    const QSignalBlocker blocker(m_header);
    m_header->setValue(std::max(form.headerLine, 0));
    QStringList said;
    if (!file->problem.isEmpty())
        said += tr("This file cannot be taken: %1.").arg(file->problem);
    for (const ImportQuestion& question : file->questions) {
        if (isAboutForm(question))
            said += question.text + QLatin1Char(' ') + tr("Please choose above.");
    }
    m_said->setText((said.isEmpty() ? file->notes.mid(0, 3) : said).join(QLatin1Char('\n')));
    QPalette palette = this->palette();
    if (!said.isEmpty())
        palette.setColor(QPalette::WindowText, theme::ink(theme::Tone::Danger));
    m_said->setPalette(palette);
    showPreview();
}

void ImportFormPage::showPreview()
{
    const RecognisedFile& file = *m_files.file();
    const auto fields = m_files.fields();
    QStringList headers{tr("Line")};
    std::vector<const ImportField*> filled; // By column of the file.
    for (const MappedColumn& column : file.mapping.columns) {
        const auto field = std::find_if(fields.begin(), fields.end(), [&column](const ImportField& known) {
            return known.field == column.field;
        });
        filled.push_back(field == fields.end() ? nullptr : &*field);
        headers += field == fields.end() ? column.header : tr("%1 → %2").arg(column.header, field->title);
    }
    m_preview->setColumnCount(static_cast<int>(headers.size()));
    m_preview->setHorizontalHeaderLabels(headers);
    for (const PreviewRow& row : file.preview) {
        const int at = m_preview->rowCount();
        m_preview->insertRow(at);
        setCell(m_preview, at, 0, QLocale().toString(row.line), true);
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const PreviewCell& cell = row.cells[i];
            const int column = static_cast<int>(i) + 1;
            const bool isUnderstood = filled[i] && row.leftOut.isEmpty() && cell.problem.isEmpty();
            setCell(m_preview, at, column, isUnderstood ? filled[i]->inWords(cell.text) : cell.text);
            QTableWidgetItem* item = m_preview->item(at, column);
            if (!row.leftOut.isEmpty() || file.mapping.columns[i].field.isEmpty())
                item->setForeground(theme::ink(theme::Tone::Muted));
            if (!row.leftOut.isEmpty())
                item->setToolTip(tr("Left out: %1").arg(row.leftOut));
            if (!cell.problem.isEmpty()) {
                item->setForeground(theme::ink(theme::Tone::Danger));
                item->setToolTip(cell.problem);
            }
        }
    }
    m_preview->resizeColumnsToContents();
    for (int column = 0; column < m_preview->columnCount(); ++column) {
        m_preview->horizontalHeaderItem(column)->setToolTip(headers[column]);
        m_preview->setColumnWidth(column, std::min(m_preview->columnWidth(column), kWidestColumn));
    }
}

bool ImportFormPage::isDone() const
{
    return std::all_of(m_files.all().begin(), m_files.all().end(), [](const RecognisedFile& file) {
        return file.problem.isEmpty()
            && std::none_of(file.questions.begin(), file.questions.end(), isAboutForm);
    });
}

} // namespace purchasing::ui
