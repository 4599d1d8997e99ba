#include "ui/connect/connection_form.h"

#include "ui/connect/services_form.h"
#include "ui/connect/tls_form.h"
#include "ui/parts/page_stack.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStandardItemModel>

#include <algorithm>

namespace purchasing::ui {
namespace {

constexpr int kServicesRow = 2;

/// What the databases are called on the server, in the order in which they are shown.
constexpr QString DatabaseNames::*kNames[] = {&DatabaseNames::oms, &DatabaseNames::inventory,
                                              &DatabaseNames::supplier, &DatabaseNames::uom,
                                              &DatabaseNames::po};

QIcon swatch(const QColor& color)
{
    QPixmap pixmap(14, 14);
    pixmap.fill(color);
    return QIcon(pixmap);
}

/// Gives the labels of all forms below `parent` one width, so that their fields stand in one column.
void alignLabels(const QWidget* parent)
{
    QList<QWidget*> labels;
    const auto forms = parent->findChildren<QFormLayout*>();
    for (const QFormLayout* form : forms) {
        for (int row = 0; row < form->rowCount(); ++row) {
            const QLayoutItem* item = form->itemAt(row, QFormLayout::LabelRole);
            if (item && item->widget())
                labels += item->widget();
        }
    }
    int width = 0;
    for (const QWidget* label : labels)
        width = std::max(width, label->sizeHint().width());
    for (QWidget* label : labels)
        label->setMinimumWidth(width);
}

/// Says in the tip of every field why it cannot be used; without a reason each has its own tip again.
void explainFields(const QWidget& form, const QString& reason)
{
    constexpr const char* kOwnTip = "ownTip";
    for (auto* field : form.findChildren<QWidget*>()) {
        if (field->focusPolicy() == Qt::NoFocus)
            continue;
        const QVariant own = field->property(kOwnTip);
        if (!own.isValid() && !reason.isEmpty())
            field->setProperty(kOwnTip, field->toolTip());
        else if (own.isValid() && reason.isEmpty())
            field->setProperty(kOwnTip, {});
        if (reason.isEmpty() && !own.isValid())
            continue;
        field->setToolTip(reason.isEmpty() ? own.toString() : reason);
        field->setAccessibleDescription(reason);
    }
}

} // namespace

ConnectionForm::ConnectionForm(const QString& whyNoServices, QWidget* parent)
    : QWidget(parent)
    , m_name(edit("edit.connectionName", tr("Name of the connection")))
    , m_kind(new QComboBox(this))
    , m_pages(new PageStack(this))
    , m_services(new ServicesForm(this))
    , m_readOnly(new QCheckBox(tr("&Read-only: look at everything, change nothing"), this))
    , m_production(new QCheckBox(tr("Pro&duction: mark it wherever it is shown, in"), this))
    , m_color(new QComboBox(this))
    , m_confirm(new QCheckBox(tr("Confirm before sendin&g: ask before an order goes to a supplier"), this))
{
    m_kind->setObjectName(QStringLiteral("combo.connectionKind"));
    m_kind->setAccessibleName(tr("Type of the connection"));
    m_kind->addItems({tr("Database file (SQLite)"), tr("MySQL or MariaDB server"), tr("Services (gRPC)")});
    if (!whyNoServices.isEmpty()) {
        auto* services = qobject_cast<QStandardItemModel*>(m_kind->model())->item(kServicesRow);
        services->setEnabled(false);
        services->setToolTip(tr("Unavailable: %1").arg(whyNoServices));
    }
    m_pages->addWidget(buildEmbedded());
    m_pages->addWidget(buildMysql());
    m_pages->addWidget(m_services);
    connect(m_services, &ServicesForm::edited, this, &ConnectionForm::edited);
    m_readOnly->setObjectName(QStringLiteral("check.readOnly"));
    m_production->setObjectName(QStringLiteral("check.production"));
    m_confirm->setObjectName(QStringLiteral("check.confirmSending"));
    m_color->setObjectName(QStringLiteral("combo.tagColor"));
    m_color->setAccessibleName(tr("Colour of the production mark"));
    const QList<QPair<QString, QColor>> colors{{tr("red"), QColor(0xb3261e)},
                                               {tr("orange"), QColor(0xb45309)},
                                               {tr("green"), QColor(0x146c3c)},
                                               {tr("blue"), QColor(0x1d4ed8)},
                                               {tr("violet"), QColor(0x7e22ce)}};
    for (const auto& color : colors)
        m_color->addItem(swatch(color.second), color.first, color.second);

    auto* tag = new QHBoxLayout;
    tag->addWidget(m_production);
    tag->addWidget(m_color);
    tag->addStretch();
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("T&ype"), m_kind);
    form->addRow(m_pages);
    form->addRow(m_readOnly);
    form->addRow(tag);
    form->addRow(m_confirm);

    connect(m_kind, &QComboBox::currentIndexChanged, this, [this](int row) {
        showPage(row);
        Q_EMIT edited();
    });
    connect(m_production, &QCheckBox::toggled, this, [this] {
        m_color->setEnabled(m_production->isChecked() && m_production->isEnabled());
        m_confirm->setChecked(m_production->isChecked()); // Where mistakes cost money, unless one says no.
        Q_EMIT edited();
    });
    connect(m_confirm, &QCheckBox::toggled, this, &ConnectionForm::edited);
    connect(m_readOnly, &QCheckBox::toggled, this, &ConnectionForm::edited);
    connect(m_color, &QComboBox::currentIndexChanged, this, &ConnectionForm::edited);
    alignLabels(this);
    const QList<QWidget*> boxes{m_kind, m_color, m_tls->mode(), m_port, m_timeout, m_services->timeout()};
    for (QWidget* box : boxes) {
        box->setFocusPolicy(Qt::StrongFocus);
        box->installEventFilter(this);
    }
}

QLineEdit* ConnectionForm::edit(const char* objectName, const QString& accessibleName)
{
    auto* field = new QLineEdit(this);
    field->setObjectName(QLatin1String(objectName));
    field->setAccessibleName(accessibleName);
    connect(field, &QLineEdit::textEdited, this, &ConnectionForm::edited);
    return field;
}

QWidget* ConnectionForm::withButtons(QLineEdit* field, const QList<QPushButton*>& buttons)
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(field, 1);
    for (QPushButton* button : buttons)
        layout->addWidget(button);
    return row;
}

QWidget* ConnectionForm::buildEmbedded()
{
    m_file = edit("edit.databaseFile", tr("Database file"));
    auto* choose = new QPushButton(tr("C&hoose…"), this);
    choose->setObjectName(QStringLiteral("btn.chooseFile"));
    auto* make = new QPushButton(tr("Ne&w…"), this);
    make->setObjectName(QStringLiteral("btn.newFile"));
    const QString filter = tr("Databases (*.sqlite *.db);;All files (*)");
    connect(choose, &QPushButton::clicked, this, [this, filter] {
        const QString file = QFileDialog::getOpenFileName(this, tr("Database file"), m_file->text(), filter);
        if (!file.isEmpty()) {
            m_file->setText(QDir::toNativeSeparators(file));
            Q_EMIT edited();
        }
    });
    connect(make, &QPushButton::clicked, this, [this, filter] {
        const QString file =
            QFileDialog::getSaveFileName(this, tr("New database file"), m_file->text(), filter);
        if (!file.isEmpty()) {
            m_file->setText(QDir::toNativeSeparators(file));
            Q_EMIT edited();
        }
    });
    auto* page = new QWidget(this);
    auto* form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    auto* label = new QLabel(tr("&File"), page);
    label->setBuddy(m_file);
    form->addRow(label, withButtons(m_file, {choose, make}));
    return page;
}

QWidget* ConnectionForm::buildMysql()
{
    m_host = edit("edit.host", tr("Host"));
    m_port = new QSpinBox(this);
    m_port->setObjectName(QStringLiteral("spin.port"));
    m_port->setAccessibleName(tr("Port"));
    m_port->setRange(1, 65535);
    m_port->setGroupSeparatorShown(false);
    m_socket = edit("edit.socket", tr("Unix socket"));
    m_socket->setPlaceholderText(tr("Instead of host and port, on this machine only"));
    m_user = edit("edit.user", tr("User"));
    m_password = edit("edit.password", tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_passwordNote = new QLabel(this);
    m_passwordNote->setObjectName(QStringLiteral("label.passwordNote"));
    m_passwordNote->setWordWrap(true);
    m_tls = new TlsForm(this);
    m_timeout = new QSpinBox(this);
    m_timeout->setObjectName(QStringLiteral("spin.timeout"));
    m_timeout->setAccessibleName(tr("Time-out in seconds"));
    m_timeout->setRange(1, 3600);
    m_timeout->setSuffix(tr(" s without an answer"));

    auto* page = new QWidget(this);
    auto* form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto* place = new QHBoxLayout;
    auto* hostLabel = new QLabel(tr("H&ost"), page);
    hostLabel->setBuddy(m_host);
    auto* portLabel = new QLabel(tr("&Port"), page);
    portLabel->setBuddy(m_port);
    place->addWidget(m_host, 1);
    place->addWidget(portLabel);
    place->addWidget(m_port);
    form->addRow(hostLabel, place);
    form->addRow(tr("Soc&ket"), m_socket);
    form->addRow(tr("&User"), m_user);
    form->addRow(tr("Pass&word"), m_password);
    form->addRow(QString(), m_passwordNote);

    const QStringList titles{tr("Demand"), tr("Inventory"), tr("Suppliers"), tr("Units"), tr("Orders")};
    auto* databases = new QGridLayout;
    for (int i = 0; i < titles.size(); ++i) {
        QLineEdit* field = edit("edit.database", tr("%1 database").arg(titles[i]));
        field->setObjectName(QStringLiteral("edit.database.%1").arg(i));
        m_databases += field;
        databases->addWidget(new QLabel(titles[i], page), 0, i);
        databases->addWidget(field, 1, i);
    }
    form->addRow(tr("Databases"), databases);
    auto* tables = new QPushButton(tr("Ta&bles…"), page);
    tables->setObjectName(QStringLiteral("btn.tables"));
    tables->setToolTip(tr("Say what tables and columns are called in another system's databases"));
    connect(tables, &QPushButton::clicked, this, &ConnectionForm::mappingAsked);
    m_mappingNote = new QLabel(page);
    m_mappingNote->setObjectName(QStringLiteral("label.mapping"));
    m_mappingNote->setWordWrap(true);
    auto* mapping = new QHBoxLayout;
    mapping->addWidget(m_mappingNote, 1);
    mapping->addWidget(tables);
    form->addRow(tr("Tables"), mapping);
    form->addRow(m_tls);
    form->addRow(tr("Ti&me-out"), m_timeout);

    connect(m_port, &QSpinBox::valueChanged, this, &ConnectionForm::edited);
    connect(m_timeout, &QSpinBox::valueChanged, this, &ConnectionForm::edited);
    connect(m_tls, &TlsForm::edited, this, &ConnectionForm::edited);
    for (const QLineEdit* field : {m_host, m_socket})
        connect(field, &QLineEdit::textChanged, this,
                [this] { m_tls->setPlace(m_host->text(), m_socket->text()); });
    return page;
}

void ConnectionForm::showPage(int row)
{
    // Only the page that is seen takes room.
    for (int page = 0; page < m_pages->count(); ++page)
        m_pages->widget(page)->setSizePolicy(QSizePolicy::Preferred,
                                             page == row ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    m_pages->setCurrentIndex(row);
}

void ConnectionForm::show(const ConnectionProfile& profile, bool fixed)
{
    const QSignalBlocker quiet(this);
    explainFields(*this, {}); // Before the parts say what their own fields are.
    m_id = profile.id;
    m_name->setText(profile.name);
    m_kind->setCurrentIndex(static_cast<int>(profile.kind));
    showPage(m_kind->currentIndex());
    m_readOnly->setChecked(profile.readOnly);
    m_production->setChecked(profile.isProduction);
    m_confirm->setChecked(profile.confirmsSending);
    const int color = m_color->findData(profile.color);
    m_color->setCurrentIndex(std::max(0, color));
    m_file->setText(QDir::toNativeSeparators(profile.file));
    const MysqlSettings& server = profile.server;
    for (QLineEdit* field : {m_host, m_socket}) { // The mode is shown as it was stored.
        const QSignalBlocker quietField(field);
        field->setText(field == m_host ? server.host : server.socket);
    }
    m_port->setValue(server.port);
    m_user->setText(server.user);
    m_password->setText(server.password);
    for (int i = 0; i < m_databases.size(); ++i)
        m_databases[i]->setText(server.names.*kNames[i]);
    setMapping(server.names.mapping);
    m_tls->show(server);
    m_services->show(profile.services);
    m_timeout->setValue(server.answerSeconds);
    setEnabled(!fixed);
    explainFields(*this, fixed ? tr("Unavailable: the demo is always there as it is") : QString());
    m_color->setEnabled(profile.isProduction && !fixed);
}

ConnectionProfile ConnectionForm::profile() const
{
    ConnectionProfile profile;
    profile.id = m_id;
    profile.name = m_name->text().trimmed();
    profile.kind = static_cast<ConnectionKind>(m_kind->currentIndex());
    profile.readOnly = m_readOnly->isChecked();
    profile.isProduction = m_production->isChecked();
    profile.confirmsSending = m_confirm->isChecked();
    profile.color = m_color->currentData().value<QColor>();
    profile.file = QDir::fromNativeSeparators(m_file->text().trimmed());
    MysqlSettings& server = profile.server;
    server.host = m_host->text().trimmed();
    server.port = m_port->value();
    server.socket = m_socket->text().trimmed();
    server.user = m_user->text().trimmed();
    server.password = m_password->text();
    for (int i = 0; i < m_databases.size(); ++i)
        server.names.*kNames[i] = m_databases[i]->text().trimmed();
    server.names.mapping = m_mapping;
    m_tls->read(server);
    profile.services = m_services->settings();
    profile.services.readOnly = profile.readOnly;
    server.answerSeconds = m_timeout->value();
    server.readOnly = profile.readOnly;
    return profile;
}

void ConnectionForm::setMapping(const CatalogueMapping& mapping)
{
    const bool isChanged = !(m_mapping == mapping);
    m_mapping = mapping;
    const int count = static_cast<int>(mapping.tables.size());
    m_mappingNote->setText(count == 0
                               ? tr("As the planner makes them")
                               : tr("Another system's: %n with other names, only read", nullptr, count));
    if (isChanged)
        Q_EMIT edited();
}

void ConnectionForm::setSecret(const QString& secret)
{
    if (profile().kind == ConnectionKind::Services)
        m_services->setToken(secret);
    else
        m_password->setText(secret);
}

void ConnectionForm::focusSecret()
{
    if (profile().kind == ConnectionKind::Services)
        m_services->focusToken();
    else
        m_password->setFocus();
}

void ConnectionForm::setPasswordNote(const QString& note)
{
    m_passwordNote->setText(note);
    QPalette muted = m_passwordNote->palette();
    muted.setColor(QPalette::WindowText, theme::ink(theme::Tone::Muted));
    m_passwordNote->setPalette(muted);
}

QString ConnectionForm::whatIsMissing() const
{
    const ConnectionProfile now = profile();
    if (now.name.isEmpty())
        return tr("Give the connection a name.");
    if (now.kind == ConnectionKind::Embedded)
        return now.file.isEmpty() ? tr("Choose a database file.") : QString();
    if (now.kind == ConnectionKind::Services)
        return m_services->whatIsMissing();
    if (now.server.host.isEmpty() && now.server.socket.isEmpty())
        return tr("Say on which host the server is.");
    if (now.server.user.isEmpty())
        return tr("Say as which user to connect.");
    for (const auto& name : kNames) {
        if ((now.server.names.*name).isEmpty())
            return tr("Name all five databases.");
    }
    return m_tls->whatIsMissing();
}

bool ConnectionForm::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Wheel && !static_cast<QWidget*>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace purchasing::ui
