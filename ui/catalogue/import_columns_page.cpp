#include "ui/catalogue/import_columns_page.h"

#include "ui/catalogue/import_files.h"
#include "ui/parts/panel_layout.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QTableWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace purchasing::ui {
namespace {

constexpr std::size_t kExampleRows = 3;
constexpr int kPauseMs = 300;
constexpr const char* kValueName = "edit.importValue."; // And the field.

const ImportField* fieldNamed(const std::vector<ImportField>& fields, const QString& name)
{
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&name](const ImportField& one) { return one.field == name; });
    return found == fields.end() ? nullptr : &*found;
}

QString examplesIn(const RecognisedFile& file, std::size_t column, const std::vector<ImportField>& fields)
{
    const ImportField* field = fieldNamed(fields, file.mapping.columns[column].field);
    QStringList examples;
    for (const PreviewRow& row : file.preview) {
        if (row.leftOut.isEmpty() && column < row.cells.size() && !row.cells[column].text.isEmpty()
            && examples.size() < static_cast<qsizetype>(kExampleRows))
            examples += field && row.cells[column].problem.isEmpty() ? field->inWords(row.cells[column].text)
                                                                     : row.cells[column].text;
    }
    return examples.join(QStringLiteral(" \u00B7 "));
}

bool isAsked(const RecognisedFile& file, const QString& field)
{
    return std::any_of(file.questions.begin(), file.questions.end(),
                       [&field](const ImportQuestion& question) {
                           return question.about == ImportQuestion::About::Field && question.subject == field;
                       });
}

/// Chooses what somebody chooses, and nothing that they only pass: keys open its list, and the wheel is the
/// page's.
class FieldChoice : public QComboBox
{
public:
    using QComboBox::QComboBox;

protected:
    void keyPressEvent(QKeyEvent* event) override
    {
        const bool isForList = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down
            || event->key() == Qt::Key_Home || event->key() == Qt::Key_End || event->key() == Qt::Key_PageUp
            || event->key() == Qt::Key_PageDown
            || (!event->text().isEmpty() && event->text().front().isLetterOrNumber()
                && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)));
        if (!isForList)
            return QComboBox::keyPressEvent(event);
        showPopup();
        if (!event->text().isEmpty())
            view()->keyboardSearch(event->text());
    }
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

/// Fields that need a value, or have one, in an order that stays while they are answered.
QStringList valueFields(const RecognisedFile& file, const std::vector<ImportField>& order)
{
    QStringList fields = file.mapping.values.keys();
    for (const ImportQuestion& question : file.questions) {
        if (question.about == ImportQuestion::About::Field && question.subject != QLatin1String("product_id")
            && !fields.contains(question.subject))
            fields += question.subject;
    }
    for (const QString& field : file.lacking) {
        if (!fields.contains(field))
            fields += field;
    }
    const auto place = [&order](const QString& field) {
        return std::find_if(order.begin(), order.end(),
                            [&field](const ImportField& one) { return one.field == field; });
    };
    std::stable_sort(fields.begin(), fields.end(),
                     [&place](const QString& a, const QString& b) { return place(a) < place(b); });
    return fields;
}

} // namespace

ImportColumnsPage::ImportColumnsPage(ImportFiles& files, QWidget* parent)
    : QWidget(parent)
    , m_files(files)
    , m_file(new QComboBox(this))
    , m_said(plainLabel({}, this))
    , m_columns(plainTable({tr("Column of the file"), tr("Holds"), tr("Fills the field")},
                           QStringLiteral("table.importColumns"), this))
    , m_values(
          plainTable({tr("Field"), tr("Value in every row")}, QStringLiteral("table.importValues"), this))
    , m_valuesTitle(new QLabel(tr("No column says these; what is typed here holds for every row:"), this))
    , m_save(new QPushButton(tr("&Save mapping…"), this))
{
    m_file->setObjectName(QStringLiteral("combo.importColumnsFile"));
    m_file->setAccessibleName(tr("File"));
    m_file->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_file->setMinimumContentsLength(30);
    m_said->setObjectName(QStringLiteral("label.importColumns"));
    m_columns->setAccessibleName(tr("Columns of the file and the fields they fill"));
    m_columns->setSelectionMode(QAbstractItemView::NoSelection);
    m_columns->setFocusPolicy(Qt::NoFocus);
    m_values->setAccessibleName(tr("Fields with the same value in every row"));
    m_values->setSelectionMode(QAbstractItemView::NoSelection);
    m_values->setFocusPolicy(Qt::NoFocus);
    m_save->setObjectName(QStringLiteral("btn.importSaveMapping"));
    m_save->setToolTip(tr("For the next files like these, here or with: purchasing import --map FILE"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_file);
    row->addStretch(1);
    row->addWidget(m_save);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(row);
    layout->addWidget(m_said);
    layout->addWidget(m_columns, 3);
    layout->addWidget(m_valuesTitle);
    layout->addWidget(m_values, 1);
    connect(m_file, &QComboBox::activated, this, [this](int index) { m_files.setCurrent(index); });
    connect(m_save, &QPushButton::clicked, this, &ImportColumnsPage::chooseFile);
}

void ImportColumnsPage::update()
{
    const RecognisedFile* file = m_files.file();
    m_save->setEnabled(m_files.canBeTaken() && !m_files.areOurs());
    m_save->setToolTip(m_save->isEnabled()
                           ? tr("For the next files like these, here or with: purchasing import --map FILE")
                           : tr("Unavailable: there is still something to say about the files"));
    if (!file)
        return;
    m_file->clear();
    for (const RecognisedFile& each : m_files.all())
        m_file->addItem(QFileInfo(each.path).fileName());
    m_file->setCurrentIndex(m_files.current());
    QStringList said;
    for (const ImportQuestion& question : file->questions)
        said += question.text;
    const bool isAsking = !said.isEmpty();
    m_said->setText((isAsking ? said : file->notes).join(QLatin1Char('\n')));
    QPalette palette = this->palette();
    if (isAsking)
        palette.setColor(QPalette::WindowText, theme::ink(theme::Tone::Danger));
    m_said->setPalette(palette);
    QStringList shown{file->path};
    for (const MappedColumn& column : file->mapping.columns)
        shown += column.header;
    if (!m_files.isBusy()) {
        if (shown != m_shown) {
            m_shown = shown;
            build();
        }
        showValues(valueFields(*file, m_files.fields()));
    }
    for (int row = 0; row < m_columns->rowCount(); ++row)
        showColumn(row);
}

void ImportColumnsPage::build()
{
    const RecognisedFile& file = *m_files.file();
    m_columns->setRowCount(0);
    for (std::size_t i = 0; i < file.mapping.columns.size(); ++i) {
        const QString header = file.mapping.columns[i].header;
        const int row = m_columns->rowCount();
        m_columns->insertRow(row);
        setCell(m_columns, row, 0, header);
        setCell(m_columns, row, 1, {});
        auto* box = new FieldChoice(m_columns);
        box->setObjectName(QStringLiteral("combo.importColumn.") + header);
        box->setAccessibleName(tr("The field that %1 fills").arg(header));
        box->addItem(tr("Not taken"), QString());
        for (const ImportField& field : m_files.fields())
            box->addItem(field.title, field.field);
        connect(box, &QComboBox::activated, this,
                [this, box, header] { chooseField(header, box->currentData().toString()); });
        m_columns->setCellWidget(row, 2, box);
        m_columns->setRowHeight(row, box->sizeHint().height());
    }
    m_values->setRowCount(0);
    m_columns->setColumnWidth(0, 200);
    m_columns->setColumnWidth(1, 260);
    m_values->setColumnWidth(0, 200);
}

/// Those that stay keep their editors: somebody may be typing there.
void ImportColumnsPage::showValues(const QStringList& fields)
{
    const auto fieldAt = [this](int row) {
        return m_values->cellWidget(row, 1)->objectName().mid(QLatin1String(kValueName).size());
    };
    for (int row = m_values->rowCount() - 1; row >= 0; --row) {
        if (!fields.contains(fieldAt(row)))
            m_values->removeRow(row);
    }
    for (int row = 0; row < fields.size(); ++row) {
        if (row >= m_values->rowCount() || fieldAt(row) != fields[row])
            showValue(row, fields[row]);
    }
    m_values->setVisible(m_values->rowCount() > 0);
    m_valuesTitle->setVisible(m_values->rowCount() > 0);
    QWidget* before =
        m_columns->rowCount() > 0 ? m_columns->cellWidget(m_columns->rowCount() - 1, 2) : m_file;
    for (int row = 0; row < m_values->rowCount(); ++row) {
        QWidget::setTabOrder(before, m_values->cellWidget(row, 1));
        before = m_values->cellWidget(row, 1);
    }
}

void ImportColumnsPage::showColumn(int row)
{
    const RecognisedFile& file = *m_files.file();
    const auto place = static_cast<std::size_t>(row);
    auto* box = qobject_cast<QComboBox*>(m_columns->cellWidget(row, 2));
    if (!box || place >= file.mapping.columns.size())
        return;
    box->setCurrentIndex(std::max(0, box->findData(file.mapping.columns[place].field)));
    box->setEnabled(file.ownTable.isEmpty());
    setCell(m_columns, row, 1, examplesIn(file, place, m_files.fields()));
}

void ImportColumnsPage::showValue(int row, const QString& field)
{
    const auto fields = m_files.fields();
    const ImportField* known = fieldNamed(fields, field);
    m_values->insertRow(row);
    setCell(m_values, row, 0, known ? known->title : field);
    auto* edit = new QLineEdit(m_files.file()->mapping.values.value(field), m_values);
    edit->setObjectName(QLatin1String(kValueName) + field);
    edit->setAccessibleName(m_values->item(row, 0)->text());
    // As it is typed, a moment after the last key: what it answers is asked no longer.
    auto* pause = new QTimer(edit);
    pause->setSingleShot(true);
    pause->setInterval(kPauseMs);
    connect(edit, &QLineEdit::textEdited, pause, qOverload<>(&QTimer::start));
    connect(edit, &QLineEdit::editingFinished, pause, [pause] { pause->start(0); });
    connect(pause, &QTimer::timeout, this, [this, edit, field] {
        const QString text = edit->text().trimmed();
        const RecognisedFile* file = m_files.file();
        if (!file || file->mapping.values.value(field) == text)
            return;
        m_files.correct([&](FileMapping& mapping) {
            if (text.isEmpty())
                mapping.values.remove(field);
            else
                mapping.values.insert(field, text);
        });
    });
    m_values->setCellWidget(row, 1, edit);
    m_values->setRowHeight(row, edit->sizeHint().height());
}

void ImportColumnsPage::chooseField(const QString& header, const QString& field)
{
    const FileMapping now = m_files.file()->mapping;
    m_files.correct([&](FileMapping& mapping) {
        // One field has one column, be it recognised or said a moment ago.
        for (const std::vector<MappedColumn>& columns : {now.columns, mapping.columns}) {
            for (const MappedColumn& other : columns) {
                if (!field.isEmpty() && other.field == field && other.header != header)
                    mapping.setColumn(other.header, {});
            }
        }
        for (const ImportQuestion& question : m_files.file()->questions) {
            if (question.about != ImportQuestion::About::Field || question.subject != field)
                continue;
            for (const QString& candidate : question.candidates) { // Those that competed for it.
                const MappedColumn* column = now.column(candidate);
                if (candidate != header && column && column->field.isEmpty() && !mapping.column(candidate))
                    mapping.setColumn(candidate, {});
            }
        }
        mapping.setColumn(header, field);
        mapping.values.remove(field);
    });
}

void ImportColumnsPage::chooseFile()
{
    QString path = QFileDialog::getSaveFileName(this, tr("Save mapping"), QStringLiteral("mapping.json"),
                                                tr("Mappings (*.json)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".json");
    saveTo(path);
}

void ImportColumnsPage::focusFirst()
{
    const QLatin1String name(kValueName);
    for (auto* edit : m_values->findChildren<QLineEdit*>()) {
        if (edit->text().isEmpty() && isAsked(*m_files.file(), edit->objectName().mid(name.size())))
            return edit->setFocus();
    }
    if (m_columns->rowCount() > 0)
        m_columns->cellWidget(0, 2)->setFocus();
}

void ImportColumnsPage::saveTo(const QString& path)
{
    std::vector<FileMapping> mappings;
    for (const RecognisedFile& file : m_files.all()) {
        if (file.ownTable.isEmpty())
            mappings.push_back(file.mapping);
    }
    QSaveFile out(path);
    const bool isSaved =
        out.open(QIODevice::WriteOnly) && out.write(mappingsToJson(mappings)) >= 0 && out.commit();
    m_said->setText(isSaved ? tr("The mapping was saved as %1.").arg(path)
                            : tr("%1 cannot be written: %2").arg(path, out.errorString()));
}

} // namespace purchasing::ui
