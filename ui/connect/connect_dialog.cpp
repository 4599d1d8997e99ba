#include "ui/connect/connect_dialog.h"

#include "ui/connect/connection_form.h"
#include "ui/connect/connection_trial.h"
#include "ui/connect/connections.h"
#include "ui/connect/mapping_dialog.h"
#include "ui/connect/new_database.h"
#include "ui/parts/screen_fit.h"
#include "ui/parts/scrolled_form.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace purchasing::ui {
namespace {

void setReason(QPushButton* button, const QString& reason)
{
    button->setEnabled(reason.isEmpty());
    button->setToolTip(reason);
    button->setAccessibleDescription(reason);
}

} // namespace

ConnectDialog::ConnectDialog(Connections& connections, QWidget* parent)
    : QDialog(parent)
    , m_connections(connections)
    , m_list(new QListWidget(this))
    , m_form(new ConnectionForm(connections.whyNoServices(), this))
    , m_trial(new ConnectionTrial(connections, this))
    , m_message(new QLabel(this))
{
    setObjectName(QStringLiteral("dialog.connect"));
    setWindowTitle(tr("Connect"));
    m_list->setObjectName(QStringLiteral("list.connections"));
    m_list->setAccessibleName(tr("Saved connections"));
    m_list->setMinimumWidth(160);
    m_list->setSpacing(2);
    m_message->setObjectName(QStringLiteral("label.connectMessage"));
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);

    auto* add = new QPushButton(tr("&Add new"), this);
    add->setObjectName(QStringLiteral("btn.addConnection"));
    m_remove = new QPushButton(tr("Remo&ve"), this);
    m_remove->setObjectName(QStringLiteral("btn.removeConnection"));
    auto* listButtons = new QHBoxLayout;
    listButtons->addWidget(add);
    listButtons->addWidget(m_remove);
    auto* left = new QVBoxLayout;
    left->addWidget(m_list, 1);
    left->addLayout(listButtons);

    auto* right = new QVBoxLayout;
    right->setSpacing(10);
    right->addWidget(new ScrolledForm(m_form, tr("The connection"), this));
    right->addWidget(m_trial, 1);
    right->addWidget(m_message);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(14);
    columns->addLayout(left);
    columns->addLayout(right, 1);

    auto* buttons = new QDialogButtonBox(this);
    m_test = buttons->addButton(tr("&Test"), QDialogButtonBox::ActionRole);
    m_test->setObjectName(QStringLiteral("btn.testConnection"));
    m_save = buttons->addButton(tr("&Save"), QDialogButtonBox::ActionRole);
    m_save->setObjectName(QStringLiteral("btn.saveConnection"));
    m_connect = buttons->addButton(tr("&Connect"), QDialogButtonBox::ActionRole);
    m_connect->setObjectName(QStringLiteral("btn.connect"));
    m_connect->setDefault(true);
    m_cancel = buttons->addButton(QDialogButtonBox::Cancel);
    m_cancel->setObjectName(QStringLiteral("btn.connectCancel"));
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(columns, 1);
    layout->addWidget(buttons);
    resizeWithin(*this, {960, 720});

    connect(m_list, &QListWidget::currentRowChanged, this, &ConnectDialog::showSelected);
    connect(add, &QPushButton::clicked, this, &ConnectDialog::addNew);
    connect(m_remove, &QPushButton::clicked, this, &ConnectDialog::removeSelected);
    connect(m_form, &ConnectionForm::edited, this, &ConnectDialog::rememberEdits);
    connect(m_trial, &ConnectionTrial::finished, this, &ConnectDialog::testFinished);
    connect(m_form, &ConnectionForm::mappingAsked, this, &ConnectDialog::chooseTables);
    connect(m_test, &QPushButton::clicked, this, &ConnectDialog::test);
    connect(m_save, &QPushButton::clicked, this, &ConnectDialog::save);
    connect(m_connect, &QPushButton::clicked, this, &ConnectDialog::connectNow);
    connect(buttons, &QDialogButtonBox::rejected, this, &ConnectDialog::reject);
    connect(&m_connections.secrets(), &SecretStore::keepingKnown, this, [this] {
        const QString& reason = m_connections.secrets().sessionOnlyReason();
        m_form->setPasswordNote(reason.isEmpty() ? tr("Kept in the desktop's keychain.") : reason);
    });
    m_connections.secrets().look();
    const auto recent = m_connections.list().recent();
    fillList(recent.empty() ? QString() : recent.front().id);
}

ConnectDialog::~ConnectDialog() = default;

void ConnectDialog::fillList(const QString& selectedId)
{
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const ConnectionProfile& profile : m_connections.list().all()) {
            auto* item = new QListWidgetItem(profile.name, m_list);
            item->setData(Qt::UserRole, profile.id);
            if (profile.isProduction) {
                item->setText(tr("%1 – production").arg(profile.name));
                item->setIcon(theme::icon(QStringLiteral("warning"), theme::Tone::Danger));
            }
            if (profile.id == selectedId)
                m_list->setCurrentItem(item);
        }
        if (m_unsaved) {
            auto* item = new QListWidgetItem(m_unsaved->name, m_list);
            QFont slanted = item->font();
            slanted.setItalic(true);
            item->setFont(slanted);
            item->setData(Qt::UserRole, QString());
            if (selectedId.isEmpty())
                m_list->setCurrentItem(item);
        }
        if (m_list->currentRow() < 0)
            m_list->setCurrentRow(0);
    }
    showSelected();
}

void ConnectDialog::rememberEdits()
{
    m_connectAfterTrial = false;
    m_trial->clear();
    say({}, false);
    const ConnectionProfile profile = m_form->profile();
    if (m_unsaved && profile.id.isEmpty()) {
        m_unsaved = profile;
        m_list->currentItem()->setText(profile.name);
    }
    update();
}

void ConnectDialog::select(const QString& id, const QString& problem)
{
    fillList(id);
    if (!problem.isEmpty())
        say(problem, true);
}

void ConnectDialog::showSelected()
{
    m_connectAfterTrial = false;
    m_trial->clear();
    say({}, false);
    const QListWidgetItem* item = m_list->currentItem();
    const QString id = item ? item->data(Qt::UserRole).toString() : QString();
    const auto profile = id.isEmpty() ? m_unsaved : m_connections.list().find(id);
    if (profile)
        m_form->show(*profile, ConnectionList::isDemo(*profile));
    if (profile && profile->kind != ConnectionKind::Embedded && !id.isEmpty()) {
        m_connections.secrets().find(id, this, [this, id](const QString& password) {
            ConnectionProfile shown = m_form->profile();
            if (shown.id == id && shown.secret() && shown.secret()->isEmpty())
                m_form->setSecret(password);
        });
    }
    update();
}

void ConnectDialog::addNew()
{
    if (!m_unsaved) {
        m_unsaved.emplace();
        m_unsaved->kind = ConnectionKind::Mysql;
        m_unsaved->name = tr("New connection");
    }
    fillList({});
    m_form->findChild<QWidget*>(QStringLiteral("edit.connectionName"))->setFocus();
}

void ConnectDialog::removeSelected()
{
    const ConnectionProfile profile = m_form->profile();
    QMessageBox box(
        QMessageBox::Question, tr("Remove the connection"),
        tr("Remove the connection \"%1\" from the list? Its data stays where it is.").arg(profile.name),
        QMessageBox::Cancel, this);
    box.setObjectName(QStringLiteral("dialog.removeConnection"));
    box.setTextFormat(Qt::PlainText);
    QPushButton* remove = box.addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    remove->setObjectName(QStringLiteral("btn.confirmRemove"));
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    if (box.clickedButton() != remove)
        return;
    if (profile.id.isEmpty()) {
        m_unsaved.reset();
    } else {
        m_connections.list().remove(profile.id);
        m_connections.secrets().forget(profile.id);
    }
    fillList({});
}

void ConnectDialog::save()
{
    ConnectionProfile profile = m_connections.list().save(m_form->profile());
    const QString secret = profile.secret() ? *profile.secret() : QString();
    if (profile.secret())
        m_connections.secrets().keep(profile.id, secret);
    if (m_form->profile().id.isEmpty())
        m_unsaved.reset();
    fillList(profile.id);
    m_form->setSecret(secret);
    say(tr("%1 was saved.").arg(profile.name), false);
}

void ConnectDialog::chooseTables()
{
    MappingDialog dialog(m_connections, m_form->profile(), this);
    if (dialog.exec() == QDialog::Accepted)
        m_form->setMapping(dialog.mapping());
}

void ConnectDialog::test()
{
    if (m_trial->isRunning())
        return m_trial->cancel();
    say({}, false);
    m_trial->start(m_form->profile());
    update();
}

void ConnectDialog::testFinished()
{
    const bool goOn = m_connectAfterTrial && m_trial->verdict() == ConnectionTrial::Verdict::Usable;
    m_connectAfterTrial = false;
    update();
    if (goOn)
        return openNow();
    ConnectionProfile profile = m_form->profile();
    if (m_trial->wasRefused() && profile.secret() && profile.secret()->isEmpty()) {
        // Who typed none has not mistyped it.
        say(profile.kind == ConnectionKind::Services
                ? tr("No token is kept for %1. Type it, then connect.").arg(profile.name)
                : tr("No password is kept for %1. Type it, then connect.").arg(profile.name),
            true);
        m_form->focusSecret();
    }
}

void ConnectDialog::connectNow()
{
    const ConnectionProfile profile = m_form->profile();
    if (profile.kind == ConnectionKind::Embedded) {
        const Result<MissingFile> may = ConnectionList::isDemo(profile)
            ? Result<MissingFile>(MissingFile::MakeDemo)
            : mayOpenFile(profile.file, profile.readOnly, this);
        if (may)
            openNow(*may);
        else if (may.error().kind != ErrorKind::Cancelled)
            say(may.error().message, true);
        return;
    }
    switch (m_trial->verdict()) {
    case ConnectionTrial::Verdict::Usable:
    case ConnectionTrial::Verdict::Partly: return openNow();
    case ConnectionTrial::Verdict::None:
    case ConnectionTrial::Verdict::Unusable: break;
    }
    m_connectAfterTrial = true;
    say({}, false);
    m_trial->start(profile);
    update();
}

void ConnectDialog::openNow(MissingFile whenMissing)
{
    ConnectionProfile profile = m_form->profile();
    profile.whenMissing = whenMissing;
    say(tr("Opening %1…").arg(profile.name), false);
    m_opening = std::make_unique<QObject>();
    update();
    m_connections.open(profile, m_opening.get(), [this, profile](const Result<Connection>& opened) {
        // The context dies only after its own callback.
        m_opening.release()->deleteLater();
        if (!opened) {
            say(opened.error().message, true);
            return update();
        }
        ConnectionProfile kept = m_connections.list().save(profile);
        if (kept.secret())
            m_connections.secrets().keep(kept.id, *kept.secret());
        m_connections.list().markUsed(kept.id);
        m_connection = *opened;
        accept();
    });
}

std::optional<Connection> ConnectDialog::takeConnection()
{
    return std::exchange(m_connection, std::nullopt);
}

void ConnectDialog::reject()
{
    if (m_trial->isRunning())
        return m_trial->cancel();
    if (m_opening) {
        m_opening.reset(); // What opens late is let go of.
        say(tr("Opening was cancelled."), false);
        return update();
    }
    QDialog::reject();
}

void ConnectDialog::say(const QString& sentence, bool isProblem)
{
    m_message->setText(sentence);
    m_message->setVisible(!sentence.isEmpty());
    QPalette palette;
    if (isProblem)
        palette.setColor(QPalette::WindowText, theme::ink(theme::Tone::Danger));
    m_message->setPalette(palette);
}

void ConnectDialog::update()
{
    const ConnectionProfile profile = m_form->profile();
    const bool isDemo = ConnectionList::isDemo(profile);
    const bool isBusy = m_trial->isRunning() || m_opening;
    const QString busy = tr("Unavailable: the connection is being tried");
    const QString missing = m_form->whatIsMissing();
    const QString notReady = isBusy ? busy
        : missing.isEmpty()         ? QString()
                                    : tr("Unavailable: %1").arg(missing);
    const QString demo = tr("Unavailable: the demo is always there as it is");
    m_form->setEnabled(!isDemo && !isBusy);
    m_list->setEnabled(!isBusy);
    setReason(m_test, m_opening ? busy : m_trial->isRunning() ? QString() : notReady);
    m_test->setText(m_trial->isRunning() ? tr("S&top") : tr("&Test"));
    setReason(m_save, isDemo ? demo : notReady);
    setReason(m_remove, isDemo ? demo : isBusy ? busy : QString());
    setReason(m_connect, notReady);
    m_connect->setText(m_trial->verdict() == ConnectionTrial::Verdict::Partly
                           ? tr("&Connect with missing data")
                           : tr("&Connect"));
}

} // namespace purchasing::ui
