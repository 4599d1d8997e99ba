#include "ui/connect/tls_form.h"

#include "core/ports/usual_encryption.h"
#include "ui/parts/panel_layout.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace purchasing::ui {

TlsForm::TlsForm(QWidget* parent)
    : QWidget(parent)
    , m_mode(new QComboBox(this))
    , m_note(
          plainLabel(tr("On another machine the way is encrypted unless you say otherwise. If the server has "
                        "no encryption and you trust the network, choose Off."),
                     this))
{
    m_mode->setObjectName(QStringLiteral("combo.tls"));
    m_mode->setAccessibleName(tr("Encryption"));
    m_mode->addItems({tr("Off: not encrypted"), tr("Required: encrypted, whoever answers"),
                      tr("Verified: encrypted, and the certificate names this host")});
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // Fields are read whole or not shown.
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Encryption"), m_mode);
    m_note->setObjectName(QStringLiteral("label.encryptionNote"));
    form->addRow(QString(), m_note);
    const QString certificates = tr("Certificates (*.pem *.crt);;All files (*)");
    m_ca = addFile(form, tr("CA fi&le"), QStringLiteral("Ca"), tr("File with the certificates to trust"),
                   certificates);
    m_ca.edit->setPlaceholderText(tr("Those the system trusts"));
    m_certificate = addFile(form, tr("Certi&ficate"), QStringLiteral("Certificate"),
                            tr("File with the certificate that you show"), certificates);
    m_key = addFile(form, tr("&Its key"), QStringLiteral("Key"),
                    tr("File with the private key of your certificate"),
                    tr("Private keys (*.pem *.key);;All files (*)"));
    for (const FileField& field : {m_certificate, m_key})
        field.edit->setPlaceholderText(tr("Only where the server asks for one"));
    connect(m_mode, &QComboBox::activated, this, [this] { m_isChosen = true; });
    connect(m_mode, &QComboBox::currentIndexChanged, this, [this] {
        enableFields();
        Q_EMIT edited();
    });
    enableFields();
}

TlsForm::FileField TlsForm::addFile(QFormLayout* form, const QString& label, const QString& name,
                                    const QString& accessibleName, const QString& filter)
{
    FileField field{new QLineEdit(this), new QPushButton(tr("Choose…"), this)};
    field.edit->setObjectName(name == QLatin1String("Ca") ? QStringLiteral("edit.caFile")
                                                          : QStringLiteral("edit.client%1").arg(name));
    field.edit->setAccessibleName(accessibleName);
    field.choose->setObjectName(QStringLiteral("btn.choose") + name);
    field.choose->setAccessibleName(tr("Choose: %1").arg(accessibleName));
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(field.edit, 1);
    layout->addWidget(field.choose);
    auto* title = new QLabel(label, this);
    title->setBuddy(field.edit);
    form->addRow(title, row);
    connect(field.edit, &QLineEdit::textEdited, this, &TlsForm::edited);
    connect(field.choose, &QPushButton::clicked, this, [this, edit = field.edit, accessibleName, filter] {
        const QString file = QFileDialog::getOpenFileName(this, accessibleName, edit->text(), filter);
        if (file.isEmpty())
            return;
        edit->setText(QDir::toNativeSeparators(file));
        Q_EMIT edited();
    });
    return field;
}

void TlsForm::enableFields()
{
    const auto mode = static_cast<TlsMode>(m_mode->currentIndex());
    // What cannot be used takes no room.
    auto* form = static_cast<QFormLayout*>(layout());
    const auto explain = [form](const FileField& field, bool isUsed, const QString& reason) {
        form->setRowVisible(field.edit->parentWidget(), isUsed);
        for (QWidget* widget : {static_cast<QWidget*>(field.edit), static_cast<QWidget*>(field.choose)}) {
            widget->setEnabled(isUsed);
            widget->setToolTip(isUsed ? QString() : reason);
        }
    };
    form->setRowVisible(m_note, mode == TlsMode::Required);
    explain(m_ca, mode == TlsMode::Verify, tr("Unavailable: only verified encryption needs it"));
    explain(m_certificate, mode != TlsMode::Off, tr("Unavailable: the connection is not encrypted"));
    explain(m_key, mode != TlsMode::Off, tr("Unavailable: the connection is not encrypted"));
}

void TlsForm::show(const MysqlSettings& server)
{
    const QSignalBlocker quiet(this);
    m_isChosen = server.tls != usualEncryption(server);
    m_mode->setCurrentIndex(static_cast<int>(server.tls));
    m_ca.edit->setText(QDir::toNativeSeparators(server.caFile));
    m_certificate.edit->setText(QDir::toNativeSeparators(server.certificateFile));
    m_key.edit->setText(QDir::toNativeSeparators(server.keyFile));
    enableFields();
}

void TlsForm::setPlace(const QString& host, const QString& socket)
{
    if (m_isChosen)
        return;
    MysqlSettings server;
    server.host = host.trimmed();
    server.socket = socket.trimmed();
    m_mode->setCurrentIndex(static_cast<int>(usualEncryption(server)));
}

void TlsForm::read(MysqlSettings& server) const
{
    const auto file = [](const FileField& field) {
        return QDir::fromNativeSeparators(field.edit->text().trimmed());
    };
    server.tls = static_cast<TlsMode>(m_mode->currentIndex());
    server.caFile = file(m_ca);
    server.certificateFile = file(m_certificate);
    server.keyFile = file(m_key);
}

QString TlsForm::whatIsMissing() const
{
    MysqlSettings now;
    read(now);
    if (now.tls == TlsMode::Off || now.certificateFile.isEmpty() == now.keyFile.isEmpty())
        return {};
    return now.keyFile.isEmpty() ? tr("Name the file with the key of your certificate.")
                                 : tr("Name the file with the certificate of your key.");
}

} // namespace purchasing::ui
