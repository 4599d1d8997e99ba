#include "ui/people/company_dialog.h"

#include "core/domain/approval_ceiling.h"
#include "ui/parts/panel_layout.h"
#include "ui/parts/screen_fit.h"
#include "ui/workspace/when_ready.h"
#include "ui/workspace/workspace.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

namespace purchasing::ui {
namespace {

const QString kOneLogin = QStringLiteral("refuse_one_login_as_two");

} // namespace

CompanyDialog::CompanyDialog(Workspace& workspace, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_name(new QLineEdit(workspace.identity().settings().value(QStringLiteral("company_name")), this))
    , m_address(
          new QPlainTextEdit(workspace.identity().settings().value(QStringLiteral("company_address")), this))
    , m_email(new QLineEdit(workspace.identity().settings().value(QStringLiteral("company_email")), this))
    , m_delivery(
          new QPlainTextEdit(workspace.identity().settings().value(QStringLiteral("delivery_address")), this))
    , m_currency(new QLineEdit(workspace.identity().currency(), this))
    , m_ceiling(new QLineEdit(workspace.identity().settings().value(QLatin1String(kApprovalCeiling)), this))
    , m_oneLogin(new QCheckBox(tr("&Refuse one login acting as two people"), this))
    , m_message(new QLabel(this))
{
    setObjectName(QStringLiteral("dialog.company"));
    setWindowTitle(tr("Settings"));
    m_name->setObjectName(QStringLiteral("edit.companyName"));
    m_address->setObjectName(QStringLiteral("edit.companyAddress"));
    m_email->setObjectName(QStringLiteral("edit.companyEmail"));
    m_delivery->setObjectName(QStringLiteral("edit.deliveryAddress"));
    m_currency->setObjectName(QStringLiteral("edit.currency"));
    m_currency->setMaxLength(3);
    m_currency->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[A-Z]{3}")), this));
    m_ceiling->setObjectName(QStringLiteral("edit.approvalCeiling"));
    m_ceiling->setPlaceholderText(tr("none: the rules alone decide"));
    m_ceiling->setToolTip(tr("An order above this total before tax needs approval whatever the rules say"));
    addClearButton(*m_ceiling);
    m_ceiling->setValidator(new QRegularExpressionValidator(
        QRegularExpression(QStringLiteral("(\\d{1,12}(\\.\\d{1,2})?)?")), this));
    m_oneLogin->setObjectName(QStringLiteral("check.oneLogin"));
    m_oneLogin->setToolTip(
        tr("Who orders or publishes under one name cannot approve or confirm it under another"));
    m_oneLogin->setChecked(workspace.identity().settings().value(kOneLogin) == QLatin1String("1"));
    for (QPlainTextEdit* edit : {m_address, m_delivery}) {
        edit->setTabChangesFocus(true);
        edit->setMaximumHeight(90);
    }
    m_message->setWordWrap(true);
    auto* form = new QFormLayout;
    form->addRow(tr("Company &name"), m_name);
    form->addRow(tr("&Address"), m_address);
    form->addRow(tr("&E-mail"), m_email);
    form->addRow(tr("&Delivery address"), m_delivery);
    form->addRow(tr("&Currency"), m_currency);
    form->addRow(tr("Approval ceilin&g"), m_ceiling);
    form->addRow(QString(), m_oneLogin);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    QPushButton* saveButton = buttons->button(QDialogButtonBox::Save);
    saveButton->setObjectName(QStringLiteral("btn.saveCompany"));
    saveButton->setEnabled(!workspace.connection().readOnly);
    connect(buttons, &QDialogButtonBox::accepted, this, &CompanyDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_currency, &QLineEdit::textChanged, this, [this, saveButton] {
        saveButton->setEnabled(m_currency->hasAcceptableInput() && !m_workspace.connection().readOnly);
    });
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_message);
    layout->addWidget(buttons);
    resizeWithin(*this, {480, 400});
}

void CompanyDialog::save()
{
    const QList<QPair<QString, QString>> wanted{
        {QStringLiteral("company_name"), m_name->text().trimmed()},
        {QStringLiteral("company_address"), m_address->toPlainText().trimmed()},
        {QStringLiteral("company_email"), m_email->text().trimmed()},
        {QStringLiteral("delivery_address"), m_delivery->toPlainText().trimmed()},
        {QStringLiteral("currency"), m_currency->text()},
        {QLatin1String(kApprovalCeiling), m_ceiling->text()},
        {kOneLogin, m_oneLogin->isChecked() ? QStringLiteral("1") : QStringLiteral("0")}};
    QList<QPair<QString, QString>> changes;
    for (const auto& [name, value] : wanted) {
        if (m_workspace.identity().settings().value(name) != value)
            changes << qMakePair(name, value);
    }
    saveNext(std::move(changes));
}

void CompanyDialog::saveNext(QList<QPair<QString, QString>> changes)
{
    if (changes.isEmpty()) {
        m_workspace.identity().refresh();
        m_workspace.noticeChange(); // The ceiling decides anew.
        return accept();
    }
    const auto [name, value] = changes.takeFirst();
    whenReady(m_workspace.connection().ports.people->setSetting(name, value, m_workspace.identity().actor()),
              this, [this, changes](const Result<Done>& done) {
                  if (!done)
                      return m_message->setText(done.error().message);
                  saveNext(changes);
              });
}

} // namespace purchasing::ui
