#include "ui/people/people_dialog.h"

#include "ui/parts/panel_layout.h"
#include "ui/parts/screen_fit.h"
#include "ui/theme/theme.h"
#include "ui/workspace/connection.h"
#include "ui/workspace/identity.h"
#include "ui/workspace/when_ready.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace purchasing::ui {

PeopleDialog::PeopleDialog(Identity& identity, const Connection& connection, QWidget* parent)
    : QDialog(parent)
    , m_identity(identity)
    , m_connection(connection)
    , m_table(plainTable({tr("Name"), tr("May work")}, QStringLiteral("table.people"), this))
    , m_name(new QLineEdit(this))
    , m_add(new QPushButton(tr("&Add"), this))
    , m_single(new QCheckBox(tr("&Single operator: one person orders and approves"), this))
    , m_message(new QLabel(this))
{
    setObjectName(QStringLiteral("dialog.people"));
    setWindowTitle(tr("People"));
    m_table->setAccessibleName(tr("People"));
    m_name->setObjectName(QStringLiteral("edit.personName"));
    m_name->setAccessibleName(tr("Name of the person to add"));
    m_name->setPlaceholderText(tr("Name"));
    m_add->setObjectName(QStringLiteral("btn.addPerson"));
    m_add->setEnabled(false);
    m_single->setObjectName(QStringLiteral("check.singleOperator"));
    m_message->setObjectName(QStringLiteral("label.peopleMessage"));
    m_message->setWordWrap(true);
    auto* note = new QLabel(tr("With single operator switched off, you choose in the status bar whom you "
                               "work as, nobody approves an "
                               "order that they created, and publishing rules needs a second person."),
                            this);
    note->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->addWidget(m_name, 1);
    row->addWidget(m_add);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_table, 1);
    layout->addLayout(row);
    layout->addWidget(m_single);
    layout->addWidget(note);
    layout->addWidget(m_message);
    layout->addWidget(buttons);
    resizeWithin(*this, {460, 420});

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_add->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_name, &QLineEdit::returnPressed, this, &PeopleDialog::add);
    connect(m_add, &QPushButton::clicked, this, &PeopleDialog::add);
    connect(m_single, &QCheckBox::clicked, this, [this](bool on) {
        finish(m_connection.ports.people->setSingleOperator(on, m_identity.actor()));
    });
    connect(m_table, &QTableWidget::itemChanged, this, [this](QTableWidgetItem* item) {
        if (item->column() != 1)
            return;
        const Person& person = m_people[static_cast<std::size_t>(item->row())];
        const bool enabled = item->checkState() == Qt::Checked;
        if (enabled != person.enabled)
            finish(m_connection.ports.people->setPersonEnabled(person.personId, enabled, m_identity.actor()));
    });
    m_add->setAutoDefault(false);
    refresh();
}

void PeopleDialog::refresh()
{
    whenReady(m_connection.ports.people->people(), this, [this](const Result<std::vector<Person>>& people) {
        if (!people)
            return m_message->setText(people.error().message);
        m_people = *people;
        const QSignalBlocker blocker(m_table);
        m_table->setRowCount(static_cast<int>(m_people.size()));
        for (std::size_t i = 0; i < m_people.size(); ++i) {
            setCell(m_table, static_cast<int>(i), 0, m_people[i].name);
            auto* check = new QTableWidgetItem;
            check->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
            check->setCheckState(m_people[i].enabled ? Qt::Checked : Qt::Unchecked);
            m_table->setItem(static_cast<int>(i), 1, check);
        }
        m_table->resizeColumnsToContents();
    });
    whenReady(m_connection.ports.people->singleOperator(), this, [this](const Result<bool>& single) {
        if (single)
            m_single->setChecked(*single);
        m_single->setEnabled(single.isOk() && !m_connection.readOnly);
    });
}

void PeopleDialog::add()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty())
        return;
    whenReady(m_connection.ports.people->addPerson(name, m_identity.actor()), this,
              [this](const Result<Person>& person) {
                  m_message->setText(person ? QString() : person.error().message);
                  if (person)
                      m_name->clear();
                  refresh();
                  m_identity.refresh();
              });
}

void PeopleDialog::finish(const QFuture<Result<Done>>& future)
{
    whenReady(future, this, [this](const Result<Done>& done) {
        m_message->setText(done ? QString() : done.error().message);
        refresh();
        m_identity.refresh();
    });
}

} // namespace purchasing::ui
