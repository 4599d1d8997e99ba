#include "ui/connect/mapping_dialog.h"

#include "ui/connect/connections.h"
#include "ui/parts/action_state.h"
#include "ui/parts/screen_fit.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollBar>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace purchasing::ui {
namespace {

enum Column { Wanted, Where, Sample, Cost };

/// What a box's entry stands for, beside a name of theirs.
enum class Entry { Name, Nothing, Fixed };

constexpr int kEntryRole = Qt::UserRole + 1;
constexpr int kNameRole = Qt::UserRole + 2;

void addEntry(QComboBox* box, const QString& text, Entry entry, const QString& name = {})
{
    box->addItem(text);
    box->setItemData(box->count() - 1, static_cast<int>(entry), kEntryRole);
    box->setItemData(box->count() - 1, name, kNameRole);
}

QString muted(const QString& text)
{
    return text.isEmpty() ? QStringLiteral("–") : text;
}

/// Without what is called as ours, which needs no mapping.
TableMapping shortened(const QString& table, TableMapping mapping)
{
    for (auto column = mapping.columns.begin(); column != mapping.columns.end();)
        column = column.key() == column.value() && mapping.table == table ? mapping.columns.erase(column)
                                                                          : ++column;
    return mapping;
}

} // namespace

MappingDialog::MappingDialog(Connections& connections, const ConnectionProfile& profile, QWidget* parent)
    : QDialog(parent)
    , m_connections(connections)
    , m_profile(profile)
    , m_tree(new QTreeWidget(this))
    , m_notes(new QLabel(this))
    , m_message(new QLabel(this))
    , m_detect(new QPushButton(tr("&Detect"), this))
    , m_ours(new QPushButton(tr("Our own &names"), this))
{
    setObjectName(QStringLiteral("dialog.mapping"));
    setWindowTitle(tr("Tables and columns"));
    auto* intro =
        new QLabel(tr("Say where another system keeps what the planner reads. Its databases are only read; "
                      "orders stay in the planner's own."),
                   this);
    intro->setWordWrap(true);
    m_tree->setObjectName(QStringLiteral("tree.mapping"));
    m_tree->setAccessibleName(tr("Tables and columns"));
    m_tree->setHeaderLabels(
        {tr("The planner reads"), tr("It is called there"), tr("In the first row"), tr("Without it")});
    m_tree->header()->setSectionsMovable(false);
    m_tree->setSelectionMode(QAbstractItemView::NoSelection);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_notes->setObjectName(QStringLiteral("label.mappingNotes"));
    m_message->setObjectName(QStringLiteral("label.mappingMessage"));
    for (QLabel* label : {m_notes, m_message}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_detect->setObjectName(QStringLiteral("btn.detect"));
    m_ours->setObjectName(QStringLiteral("btn.ownNames"));
    m_ours->setToolTip(tr("The databases were made by the planner: everything has its usual name"));
    auto* open = new QPushButton(tr("&Open…"), this);
    open->setObjectName(QStringLiteral("btn.openMapping"));
    auto* save = new QPushButton(tr("&Save as…"), this);
    save->setObjectName(QStringLiteral("btn.saveMapping"));
    for (QPushButton* button : {m_detect, m_ours, open, save})
        button->setAutoDefault(false);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setObjectName(QStringLiteral("btn.mappingOk"));
    m_ok->setText(tr("O&K"));
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("btn.mappingCancel"));
    auto* tools = new QHBoxLayout;
    for (QPushButton* button : {m_detect, m_ours})
        tools->addWidget(button);
    tools->addStretch();
    for (QPushButton* button : {open, save})
        tools->addWidget(button);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(intro);
    layout->addLayout(tools);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_notes);
    layout->addWidget(m_message);
    layout->addWidget(buttons);
    resizeWithin(*this,
                 {std::max(940, 130 * fontMetrics().averageCharWidth()), 700}); // Four columns of names.

    connect(m_detect, &QPushButton::clicked, this, [this] { look(true); });
    connect(m_ours, &QPushButton::clicked, this, [this] { show({}); });
    connect(open, &QPushButton::clicked, this, &MappingDialog::openFile);
    connect(save, &QPushButton::clicked, this, &MappingDialog::saveFile);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    look(profile.server.names.mapping.isEmpty());
}

MappingDialog::~MappingDialog() = default;

CatalogueMapping MappingDialog::mapping() const
{
    CatalogueMapping mapping;
    for (auto table = m_tables.cbegin(); table != m_tables.cend(); ++table) {
        const TableMapping shorter = shortened(table.key(), *table);
        if (shorter.table != table.key() || !shorter.columns.isEmpty() || !shorter.values.isEmpty())
            mapping.tables.insert(table.key(), shorter);
    }
    return mapping;
}

void MappingDialog::look(bool takeFound)
{
    m_looking = std::make_unique<QObject>();
    say(tr("Looking through the databases…"), false);
    update();
    m_connections.detect(m_profile, m_looking.get(), [this, takeFound](const Result<TableChoice>& choice) {
        m_looking.release()->deleteLater(); // It is the one that told.
        take(choice, takeFound);
    });
}

void MappingDialog::take(const Result<TableChoice>& choice, bool takeFound)
{
    if (!choice) {
        update(); // First: what is still to be said stands in the same place.
        return say(tr("The databases cannot be looked through: %1").arg(choice.error().message), true);
    }
    say({}, false);
    m_choice = *choice;
    m_notes->setText(takeFound ? m_choice.notes.join(QLatin1Char('\n')) : QString());
    m_notes->setVisible(!m_notes->text().isEmpty());
    show(takeFound ? m_choice.found : m_profile.server.names.mapping);
}

void MappingDialog::show(const CatalogueMapping& mapping)
{
    m_tables.clear();
    for (const WantedTable& table : m_choice.wanted) {
        const TableMapping* mapped = mapping.of(table.name);
        TableMapping all = mapped ? *mapped : TableMapping{table.name, {}, {}};
        m_tables.insert(table.name, all);
        // What is called as ours is there by that name.
        const OfferedTable* theirs = offered(table);
        for (const WantedColumn& column : table.columns) {
            const bool isThere = theirs
                && std::any_of(theirs->columns.begin(), theirs->columns.end(),
                               [&](const OfferedColumn& known) { return known.name == column.name; });
            if (isThere && !all.columns.contains(column.name) && !all.values.contains(column.name))
                m_tables[table.name].columns.insert(column.name, column.name);
        }
    }
    m_tree->clear();
    for (const WantedTable& table : m_choice.wanted)
        addTable(table);
    m_tree->expandAll();
    for (int column = Wanted; column < Cost; ++column)
        m_tree->resizeColumnToContents(column);
    // What it costs to be without is longer than what is in the first row.
    const QHeaderView* header = m_tree->header();
    const int sample = header->sectionSizeHint(Sample);
    m_tree->setColumnWidth(Sample, std::clamp(m_tree->columnWidth(Sample), sample, std::max(sample, 120)));
    const QScrollBar* bar = m_tree->verticalScrollBar(); // It comes with the rows.
    const int room = m_tree->viewport()->width() - (bar->isVisible() ? 0 : bar->sizeHint().width());
    const int left =
        room - m_tree->columnWidth(Wanted) - m_tree->columnWidth(Sample) - header->sectionSizeHint(Cost);
    m_tree->setColumnWidth(Where, std::clamp(m_tree->columnWidth(Where), 180, std::clamp(left, 180, 300)));
    update();
}

void MappingDialog::addTable(const WantedTable& wanted)
{
    auto* item = new QTreeWidgetItem(m_tree, {wanted.title, {}, {}, wanted.cost});
    item->setToolTip(Cost, wanted.cost);
    item->setToolTip(Wanted, wanted.name);
    QFont bold = item->font(Wanted);
    bold.setBold(true);
    item->setFont(Wanted, bold);
    auto* box = new QComboBox(m_tree);
    box->setObjectName(QStringLiteral("combo.table.%1").arg(wanted.name));
    box->setAccessibleName(tr("Table of %1").arg(wanted.title));
    addEntry(box, tr("(nothing)"), Entry::Nothing);
    const QString& current = m_tables.value(wanted.name).table;
    const auto known = m_choice.offered.value(wanted.schema);
    for (const OfferedTable& table : known)
        addEntry(box, table.name, Entry::Name, table.name);
    int row = current.isEmpty() ? 0 : box->findData(current, kNameRole);
    if (row < 0 && current == wanted.name)
        row = 0; // Nobody said anything of it, and it is not there.
    if (row < 0) { // What was mapped before may be gone.
        addEntry(box, tr("%1 (not there)").arg(current), Entry::Name, current);
        row = box->count() - 1;
    }
    box->setCurrentIndex(row);
    connect(box, &QComboBox::activated, this, [this, wanted, box](int chosen) {
        chooseTable(wanted, box->itemData(chosen, kNameRole).toString());
    });
    m_tree->setItemWidget(item, Where, box);
    if (row == 0)
        return;
    for (const WantedColumn& column : wanted.columns)
        addColumn(item, wanted, column);
}

void MappingDialog::addColumn(QTreeWidgetItem* parent, const WantedTable& table, const WantedColumn& column)
{
    auto* item = new QTreeWidgetItem(parent);
    item->setText(Wanted, column.title);
    item->setToolTip(Wanted, column.name);
    auto* box = new QComboBox(m_tree);
    box->setObjectName(QStringLiteral("combo.column.%1.%2").arg(table.name, column.name));
    box->setAccessibleName(tr("Column of %1: %2").arg(table.title, column.title));
    m_tree->setItemWidget(item, Where, box);
    addEntry(box, tr("(not there)"), Entry::Nothing);
    if (const OfferedTable* theirs = offered(table)) {
        for (const OfferedColumn& known : theirs->columns)
            addEntry(box, known.name, Entry::Name, known.name);
    }
    addEntry(box, tr("The same in every row…"), Entry::Fixed);
    showRow(item, table, column);
    connect(box, &QComboBox::activated, this, [this, table, column, box, item](int row) {
        chooseColumn(table, column, box, row);
        showRow(item, table, column);
        update();
    });
}

void MappingDialog::showRow(QTreeWidgetItem* item, const WantedTable& table, const WantedColumn& column)
{
    auto* box = qobject_cast<QComboBox*>(m_tree->itemWidget(item, Where));
    const TableMapping mapping = m_tables.value(table.name);
    const QString name = mapping.columns.value(column.name);
    const int fixed = box->findData(static_cast<int>(Entry::Fixed), kEntryRole);
    const bool isFixed = mapping.values.contains(column.name);
    box->setItemText(fixed,
                     isFixed ? tr("Always %1").arg(mapping.values.value(column.name))
                             : tr("The same in every row…"));
    int row = isFixed ? fixed : name.isEmpty() ? 0 : box->findData(name, kNameRole);
    if (row < 0) {
        addEntry(box, tr("%1 (not there)").arg(name), Entry::Name, name);
        row = box->count() - 1;
    }
    box->setCurrentIndex(row);
    QString sample;
    if (const OfferedTable* theirs = offered(table)) {
        for (const OfferedColumn& known : theirs->columns) {
            if (known.name == name)
                sample = known.sample;
        }
    }
    item->setText(Sample, isFixed || row == 0 ? QString() : muted(sample));
    item->setToolTip(Sample, sample);
    const bool isOpen = row == 0 && column.isNeeded;
    item->setText(Cost, isOpen ? tr("needed: choose a column, or a value for every row") : column.cost);
    item->setToolTip(Cost, item->text(Cost));
    item->setForeground(Cost,
                        isOpen         ? theme::ink(theme::Tone::Danger)
                            : row == 0 ? theme::ink(theme::Tone::Attention)
                                       : theme::ink(theme::Tone::Muted));
}

void MappingDialog::chooseTable(const WantedTable& wanted, const QString& theirs)
{
    if (m_tables.value(wanted.name).table == theirs)
        return;
    CatalogueMapping changed{m_tables};
    const TableMapping* found = m_choice.found.of(wanted.name);
    if (theirs == wanted.name)
        changed.tables.remove(wanted.name);
    else
        changed.tables.insert(wanted.name,
                              found && found->table == theirs
                                  ? *found
                                  : m_choice.likely.value(wanted.name).value(theirs, {theirs, {}, {}}));
    // What could not be told of it has been said now.
    m_choice.notes.removeIf(
        [&wanted](const QString& note) { return note.startsWith(wanted.title + QLatin1Char(':')); });
    m_notes->setText(m_choice.notes.join(QLatin1Char('\n')));
    m_notes->setVisible(!m_choice.notes.isEmpty());
    show(changed);
}

void MappingDialog::chooseColumn(const WantedTable& table, const WantedColumn& column, QComboBox* box,
                                 int row)
{
    TableMapping& mapping = m_tables[table.name];
    switch (static_cast<Entry>(box->itemData(row, kEntryRole).toInt())) {
    case Entry::Nothing:
        mapping.columns.remove(column.name);
        mapping.values.remove(column.name);
        break;
    case Entry::Name:
        mapping.values.remove(column.name);
        mapping.columns.insert(column.name, box->itemData(row, kNameRole).toString());
        break;
    case Entry::Fixed: {
        bool isGiven = false;
        const QString value =
            QInputDialog::getText(this, tr("The same in every row"),
                                  tr("%1 of every row (1 for yes, 0 for no):").arg(column.title),
                                  QLineEdit::Normal, mapping.values.value(column.name), &isGiven)
                .trimmed();
        if (isGiven && !value.isEmpty()) {
            mapping.columns.remove(column.name);
            mapping.values.insert(column.name, value);
        }
        break;
    }
    }
}

void MappingDialog::openFile()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Open a mapping"), {}, tr("Mappings (*.json);;All files (*)"));
    if (path.isEmpty())
        return;
    QFile file(path);
    constexpr qint64 kMost = 1 << 20;
    if (!file.open(QIODevice::ReadOnly))
        return say(tr("%1 cannot be read: %2").arg(path, file.errorString()), true);
    const Result<CatalogueMapping> mapping = catalogueMappingFromJson(file.read(kMost));
    if (!mapping)
        return say(mapping.error().message, true);
    say({}, false);
    show(*mapping);
}

void MappingDialog::saveFile()
{
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save the mapping"), QStringLiteral("mapping.json"), tr("Mappings (*.json);;All files (*)"));
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    const QByteArray json = catalogueMappingToJson(mapping());
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        return say(tr("%1 cannot be written: %2").arg(path, file.errorString()), true);
    say(tr("The mapping was saved in %1.").arg(path), false);
}

const OfferedTable* MappingDialog::offered(const WantedTable& wanted) const
{
    const auto schema = m_choice.offered.find(wanted.schema);
    if (schema == m_choice.offered.end())
        return nullptr;
    const QString name = m_tables.value(wanted.name).table;
    const auto found = std::find_if(schema->begin(), schema->end(),
                                    [&](const OfferedTable& table) { return table.name == name; });
    return found == schema->end() ? nullptr : &*found;
}

QString MappingDialog::whatIsMissing() const
{
    if (m_looking)
        return tr("The databases are being looked through.");
    if (m_choice.wanted.empty())
        return tr("The databases could not be looked through.");
    if (mapping().isEmpty())
        return {}; // As the planner's own script makes them.
    for (const WantedTable& table : m_choice.wanted) {
        const TableMapping& mapping = *m_tables.find(table.name);
        for (const WantedColumn& column : table.columns) {
            if (offered(table) && column.isNeeded && !mapping.columns.contains(column.name)
                && !mapping.values.contains(column.name))
                return tr("Say what \"%1\" of %2 is.").arg(column.title, table.title);
        }
    }
    return {};
}

void MappingDialog::update()
{
    const QString missing = whatIsMissing();
    explainWidget(m_ok, {}, missing);
    explainWidget(m_detect, tr("Look through the databases again, and take what fits best"),
                  m_looking ? missing : QString());
    m_ours->setEnabled(!m_looking && !m_choice.wanted.empty());
    if (!m_looking && !m_choice.wanted.empty())
        say(missing, !missing.isEmpty());
}

void MappingDialog::say(const QString& sentence, bool isProblem)
{
    m_message->setText(sentence);
    m_message->setVisible(!sentence.isEmpty());
    QPalette palette = m_message->palette();
    palette.setColor(QPalette::WindowText, theme::ink(isProblem ? theme::Tone::Danger : theme::Tone::Muted));
    m_message->setPalette(palette);
}

} // namespace purchasing::ui
