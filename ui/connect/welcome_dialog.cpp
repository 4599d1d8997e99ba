#include "ui/connect/welcome_dialog.h"

#include "ui/connect/connect_dialog.h"
#include "ui/connect/connections.h"
#include "ui/parts/screen_fit.h"
#include "ui/theme/theme.h"

#include <QCommandLinkButton>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

namespace purchasing::ui {
namespace {

QCommandLinkButton* choice(const QString& title, const QString& description, const QString& icon,
                           const char* objectName, QWidget* parent)
{
    auto* button = new QCommandLinkButton(title, description, parent);
    button->setObjectName(QLatin1String(objectName));
    button->setIcon(theme::icon(icon));
    button->setIconSize(QSize(28, 28));
    button->setAccessibleDescription(description);
    return button;
}

} // namespace

WelcomeDialog::WelcomeDialog(Connections& connections, const QString& problem, QWidget* parent)
    : QDialog(parent)
    , m_connections(connections)
    , m_problem(new QLabel(this))
{
    setObjectName(QStringLiteral("dialog.welcome"));
    setWindowTitle(tr("Purchasing Flow Planner"));
    setWindowIcon(theme::icon(QStringLiteral("application")));
    auto* title = new QLabel(tr("Welcome"), this);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.7);
    large.setBold(true);
    title->setFont(large);
    m_problem->setObjectName(QStringLiteral("label.welcomeProblem"));
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setMargin(8);

    auto* demo =
        choice(tr("Open the &demo"), tr("Some sixty example products. No order leaves this computer."),
               QStringLiteral("planning"), "btn.openDemo", this);
    demo->setDefault(true);
    auto* other =
        choice(tr("&Connect…"), tr("A database file, a MySQL or MariaDB server, or purchasing services."),
               QStringLiteral("connect"), "btn.openConnect", this);
    auto* own = choice(tr("&New database…"), tr("An empty file for your own products, which you import."),
                       QStringLiteral("application"), "btn.newEmpty", this);
    auto* choices = new QVBoxLayout;
    choices->addWidget(demo);
    choices->addWidget(own);
    choices->addWidget(other);
    const auto recent = m_connections.list().recent();
    bool hasTitle = false;
    for (const ConnectionProfile& profile : recent) {
        if (ConnectionList::isDemo(profile))
            continue;
        if (!std::exchange(hasTitle, true))
            choices->addWidget(new QLabel(tr("Opened before:"), this));
        auto* button = new QPushButton(
            profile.isProduction ? tr("%1 – production").arg(profile.name) : profile.name, this);
        button->setObjectName(QStringLiteral("btn.openRecent.") + profile.id);
        button->setAccessibleName(tr("Open %1").arg(profile.name));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, profile] { open(profile); });
        choices->addWidget(button);
    }
    choices->addStretch();

    auto* guide =
        new QLabel(tr("<p><b>How to begin</b></p>"
                      "<ol>"
                      "<li>Look at <b>To order</b>: the most urgent products are on top.</li>"
                      "<li>Click one. Beside the list you read what the rules decided; <b>F4</b> shows "
                      "why.</li>"
                      "<li><b>Create PO</b> orders it. Above the limit the order waits under "
                      "<b>Approvals</b>.</li>"
                      "<li>Under <b>Rules</b> you change how it is decided, and see the result while "
                      "you type.</li>"
                      "</ol>"),
                   this);
    guide->setObjectName(QStringLiteral("label.guide"));
    guide->setWordWrap(true);
    guide->setAlignment(Qt::AlignTop);
    guide->setMargin(12);
    guide->setAutoFillBackground(true);
    guide->setBackgroundRole(QPalette::Base);
    guide->setMinimumWidth(300);
    // Large letters need more room than a small screen has.
    auto* scrolled = new QScrollArea(this);
    scrolled->setObjectName(QStringLiteral("scroll.guide"));
    scrolled->setAccessibleName(tr("How to begin"));
    scrolled->setFrameShape(QFrame::NoFrame);
    scrolled->setWidgetResizable(true);
    scrolled->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scrolled->setWidget(guide);
    scrolled->setMinimumWidth(guide->minimumWidth());

    auto* columns = new QHBoxLayout;
    columns->setSpacing(18);
    columns->addLayout(choices, 1);
    columns->addWidget(scrolled, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("&Quit"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addWidget(m_problem);
    layout->addLayout(columns, 1);
    layout->addWidget(buttons);
    resizeWithin(*this, {760, 420});
    showProblem(problem);
    connect(demo, &QPushButton::clicked, this, [this] { open(m_connections.list().demo()); });
    connect(own, &QPushButton::clicked, this, &WelcomeDialog::makeEmpty);
    connect(other, &QPushButton::clicked, this, [this] { chooseConnection({}, {}); });
}

void WelcomeDialog::open(const ConnectionProfile& profile)
{
    const Result<Connection> opened = m_connections.openWaiting(profile, this);
    if (!opened) {
        if (opened.error().kind == ErrorKind::Cancelled)
            return;
        if (ConnectionList::isDemo(profile))
            return showProblem(opened.error().message);
        return chooseConnection(profile.id, opened.error().message);
    }
    m_connections.list().markUsed(profile.id);
    m_connection = *opened;
    accept();
}

void WelcomeDialog::makeEmpty()
{
    const QString file = QFileDialog::getSaveFileName(
        this, tr("New database file"), QDir::home().filePath(QStringLiteral("purchasing.sqlite")),
        tr("Databases (*.sqlite)"));
    if (file.isEmpty())
        return;
    if (QFileInfo::exists(file))
        return showProblem(tr("%1 is there already. Open it with Connect, or choose another name.")
                               .arg(QDir::toNativeSeparators(file)));
    ConnectionProfile profile;
    profile.name = QFileInfo(file).completeBaseName();
    profile.file = file;
    profile.whenMissing = MissingFile::MakeEmpty;
    profile.id = m_connections.list().save(profile).id;
    open(profile);
}

void WelcomeDialog::chooseConnection(const QString& id, const QString& problem)
{
    ConnectDialog dialog(m_connections, this);
    if (!id.isEmpty())
        dialog.select(id, problem);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_connection = dialog.takeConnection();
    accept();
}

void WelcomeDialog::showProblem(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_problem->setStyleSheet(
        QStringLiteral("color: %1; background: %2; border-radius: 4px;")
            .arg(theme::ink(theme::Tone::Danger).name(), theme::wash(theme::Tone::Danger).name()));
}

std::optional<Connection> WelcomeDialog::takeConnection()
{
    return std::exchange(m_connection, std::nullopt);
}

} // namespace purchasing::ui
