#include "app/wiring/installation.h"
#include "ui/orders/order_document.h"
#include "ui/planning/product_columns.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLoggingCategory>
#include <QMessageBox>
#include <QSettings>
#include <QTimer>
#include <QTranslator>

#include <memory>

namespace {

using namespace purchasing;

Q_LOGGING_CATEGORY(lcStart, "purchasing.start", QtWarningMsg)

/// The texts of one language: ours and Qt's own.
class Language
{
public:
    void use(const QString& code)
    {
        QCoreApplication::removeTranslator(&m_ours);
        QCoreApplication::removeTranslator(&m_qt);
        QLocale::setDefault(QLocale::system().language() == QLocale(code).language() ? QLocale::system()
                                                                                     : QLocale(code));
        if (code != QLatin1String("en")) {
            if (m_ours.load(QStringLiteral(":/i18n/purchasing_%1.qm").arg(code)))
                QCoreApplication::installTranslator(&m_ours);
            if (m_qt.load(QStringLiteral("qtbase_%1").arg(code),
                          QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
                QCoreApplication::installTranslator(&m_qt);
        }
        ui::retranslateColumns();
    }

private:
    QTranslator m_ours;
    QTranslator m_qt;
};

ui::Connection connectionOf(Installation installation)
{
    ui::Connection connection;
    connection.name = QFileInfo(installation.file).fileName();
    connection.location = installation.file;
    connection.readOnly = !installation.readOnlyReason.isEmpty();
    connection.readOnlyReason = installation.readOnlyReason;
    connection.ports = std::move(installation.ports);
    connection.catalogue = std::move(installation.catalogue);
    connection.channel = std::move(installation.channel);
    return connection;
}

} // namespace

int main(int argc, char** argv)
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("purchasing-flow-planner"));
    QApplication::setApplicationDisplayName(QString());
    QApplication::setApplicationVersion(QStringLiteral("0.1.0"));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Purchasing Flow Planner"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption(
        {QStringLiteral("database"), QStringLiteral("The database file."), QStringLiteral("FILE")});
    parser.process(application);

    QSettings settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("purchasing-flow-planner"),
                       QStringLiteral("planner"));
    Language language;
    language.use(settings.value(QStringLiteral("language"), QStringLiteral("en")).toString());
    ui::theme::apply(ui::theme::fromSettingWord(settings.value(QStringLiteral("appearance")).toString()));

    const QString file = parser.isSet(QStringLiteral("database")) ? parser.value(QStringLiteral("database"))
                                                                  : defaultDatabaseFile();
    Result<Installation> installation = openInstallation(file, ui::orderPdf);
    if (!installation) {
        QMessageBox box(QMessageBox::Critical, QApplication::translate("main", "The planner cannot start"),
                        installation.error().message);
        box.setObjectName(QStringLiteral("dialog.cannotStart"));
        box.setDetailedText(installation.error().detail);
        box.exec();
        return 1;
    }

    ui::Workspace workspace(connectionOf(std::move(installation).value()));
    std::unique_ptr<ui::MainWindow> window;
    const std::function<void()> openWindow = [&] {
        window = std::make_unique<ui::MainWindow>(workspace, settings);
        // Queued: the window that asks is replaced by one in the new language.
        QObject::connect(
            window.get(), &ui::MainWindow::languageChosen, &workspace,
            [&](const QString& code) {
                settings.setValue(QStringLiteral("language"), code);
                window->close();
                language.use(code);
                openWindow();
                workspace.reload();
            },
            Qt::QueuedConnection);
        window->show();
    };
    openWindow();
    QObject::connect(&workspace, &ui::Workspace::catalogueReset, window.get(), [&sinceStart] {
        // Queued behind the paint of the filled grid: now the window can be used.
        QTimer::singleShot(0,
                           [&sinceStart] { qCInfo(lcStart, "usable after %lld ms", sinceStart.elapsed()); });
    });
    workspace.refreshIdentity();
    workspace.reload();
    return QApplication::exec();
}
