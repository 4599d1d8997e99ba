#include "ui/connect/services_form.h"

#include <QCheckBox>
#include <QDir>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

namespace purchasing::ui {
namespace {

/// In two columns: what the sources say on the left, who decides and orders on the right.
constexpr int kRowsOfColumn = 4;

bool isOptional(const ServicePlace& place)
{
    return place.address == &ServicesSettings::orchestrator;
}

} // namespace

ServicesForm::ServicesForm(QWidget* parent)
    : QWidget(parent)
    , m_timeout(new QSpinBox(this))
    , m_suppliersConfirmed(
          new QCheckBox(tr("I confirm: suppliers of &whom nothing is said are active"), this))
{
    m_authority = new QLineEdit(this);
    m_authority->setObjectName(QStringLiteral("edit.servicesAuthority"));
    m_authority->setAccessibleName(tr("Certificate of the authority that signs those of the services"));
    m_authority->setPlaceholderText(tr("PEM file; without one nothing is encrypted, for this machine only"));
    m_authority->setToolTip(m_authority->placeholderText()); // Large fonts have no room for it.
    m_token = new QLineEdit(this);
    m_token->setObjectName(QStringLiteral("edit.servicesToken"));
    m_token->setAccessibleName(tr("Token by which the services know you"));
    m_token->setPlaceholderText(tr("On this machine none is needed"));
    m_token->setEchoMode(QLineEdit::Password);
    for (QLineEdit* field : {m_authority, m_token})
        connect(field, &QLineEdit::textEdited, this, &ServicesForm::edited);
    auto* grid = new QGridLayout;
    int number = 0;
    for (const ServicePlace& place : kServicePlaces) {
        auto* field = new QLineEdit(this);
        const QString name = QLatin1String(place.name);
        field->setObjectName(QStringLiteral("edit.address.") + name);
        field->setAccessibleName(tr("Address of the service %1").arg(titleOf(place)));
        field->setPlaceholderText(isOptional(place) ? tr("None: nothing can be ordered")
                                                    : QStringLiteral("127.0.0.1:50051"));
        field->setToolTip(tr("Host and port; several addresses with commas between are taken in turn"));
        connect(field, &QLineEdit::textEdited, this, &ServicesForm::edited);
        m_addresses.insert(name, field);
        auto* label = new QLabel(titleOf(place), this);
        label->setBuddy(field);
        const int column = number / kRowsOfColumn * 2;
        grid->addWidget(label, number % kRowsOfColumn, column);
        grid->addWidget(field, number % kRowsOfColumn, column + 1);
        ++number;
    }
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    m_timeout->setObjectName(QStringLiteral("spin.servicesTimeout"));
    m_timeout->setAccessibleName(tr("Time-out in seconds"));
    m_timeout->setRange(1, 3600);
    m_timeout->setSuffix(tr(" s without an answer"));
    connect(m_timeout, &QSpinBox::valueChanged, this, &ServicesForm::edited);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Services"), grid);
    form->addRow(tr("Trusted auth&ority"), m_authority);
    form->addRow(tr("To&ken"), m_token);
    form->addRow(tr("Ti&me-out"), m_timeout);
    form->addRow(m_suppliersConfirmed);
    m_suppliersConfirmed->setObjectName(QStringLiteral("check.suppliersConfirmed"));
    m_suppliersConfirmed->setToolTip(
        tr("For services of another make, which tell less: a supplier of whom the service says neither id "
           "nor state "
           "is active, and its name is its id. Without it their products are blocked."));
    connect(m_suppliersConfirmed, &QCheckBox::toggled, this, &ServicesForm::edited);
}

QString ServicesForm::titleOf(const ServicePlace& place)
{
    const QLatin1String name(place.name);
    return name == QLatin1String("oms")      ? tr("OMS (demand)")
        : name == QLatin1String("inventory") ? tr("Inventory")
        : name == QLatin1String("supplier")  ? tr("Supplier")
        : name == QLatin1String("uom")       ? tr("UOM (units)")
        : name == QLatin1String("rules")     ? tr("Rule Engine")
        : name == QLatin1String("po")        ? tr("Purchase Order")
                                             : tr("Orchestrator");
}

void ServicesForm::show(const ServicesSettings& services)
{
    for (const ServicePlace& place : kServicePlaces)
        m_addresses.value(QLatin1String(place.name))->setText(services.*place.address);
    m_timeout->setValue(services.answerSeconds);
    m_suppliersConfirmed->setChecked(services.suppliersConfirmed);
    m_authority->setText(QDir::toNativeSeparators(services.caFile));
    m_token->setText(services.token);
}

void ServicesForm::focusToken()
{
    m_token->setFocus();
}

void ServicesForm::setToken(const QString& token)
{
    m_token->setText(token);
}

ServicesSettings ServicesForm::settings() const
{
    ServicesSettings services;
    for (const ServicePlace& place : kServicePlaces)
        services.*place.address =
            m_addresses.value(QLatin1String(place.name))->text().remove(QLatin1Char(' '));
    services.answerSeconds = m_timeout->value();
    services.suppliersConfirmed = m_suppliersConfirmed->isChecked();
    services.caFile = QDir::fromNativeSeparators(m_authority->text().trimmed());
    services.token = m_token->text().trimmed();
    return services;
}

QString ServicesForm::whatIsMissing() const
{
    const ServicesSettings services = settings();
    for (const ServicePlace& place : kServicePlaces) {
        const QString& address = services.*place.address;
        if (address.isEmpty() && isOptional(place))
            continue;
        for (const QString& one : address.split(QLatin1Char(','))) {
            bool isNumber = false;
            const qsizetype colon = one.lastIndexOf(QLatin1Char(':'));
            const int port = one.mid(colon + 1).toInt(&isNumber);
            if (colon <= 0 || !isNumber || port < 1 || port > 65535)
                return tr("Say where the service %1 is, as host:port.").arg(titleOf(place));
        }
    }
    return {};
}

} // namespace purchasing::ui
