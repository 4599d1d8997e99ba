// The main window's menus and tool bars; the rest of it is in main_window.cpp.
#include "core/flow/decision_words.h"
#include "ui/approvals/approvals_page.h"
#include "ui/catalogue/import_dialog.h"
#include "ui/export/export_dialog.h"
#include "ui/help/help.h"
#include "ui/orders/order_actions.h"
#include "ui/orders/orders_page.h"
#include "ui/parts/action_state.h"
#include "ui/parts/filter_header.h"
#include "ui/people/people_dialog.h"
#include "ui/planning/planning_page.h"
#include "ui/planning/product_row_texts.h"
#include "ui/preferences/choices.h"
#include "ui/preferences/preferences_dialog.h"
#include "ui/product/product_panel.h"
#include "ui/rules/rules_page.h"
#include "ui/shell/connection_menu.h"
#include "ui/shell/main_window.h"
#include "ui/shell/product_menu.h"
#include "ui/shell/shortcut_keys.h"
#include "ui/shell/shortcuts_dialog.h"
#include "ui/shell/undo_actions.h"
#include "ui/shell/verify_dialog.h"
#include "ui/theme/theme.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <QUrl>

namespace purchasing::ui {

void MainWindow::buildMenus()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    m_fileMenu = file;
    if (m_workspace.connection().importer) {
        QAction* import = file->addAction(tr("&Import tables…"), this,
                                          [this] { ImportDialog(m_workspace, m_settings, this).exec(); });
        import->setObjectName(QStringLiteral("action.import"));
        connect(m_planning, &PlanningPage::importWanted, import, &QAction::trigger);
    }
    m_export = file->addAction(tr("&Export…"), this, &MainWindow::exportList);
    m_export->setObjectName(QStringLiteral("action.export"));
    m_export->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    file->addSeparator();
    if (!m_workspace.connection().isRemote) {
        QAction* folder = file->addAction(tr("Open folder of sent &messages"), this, [this] {
            if (m_workspace.connection().channel)
                QDesktopServices::openUrl(QUrl::fromLocalFile(m_workspace.connection().channel->folder()));
        });
        folder->setObjectName(QStringLiteral("action.outboxFolder"));
        folder->setStatusTip(tr("The messages that were written for suppliers"));
        file->addSeparator();
    }
    QAction* quit = file->addAction(tr("&Quit"), this, &QWidget::close);
    quit->setObjectName(QStringLiteral("action.quit"));
    quit->setShortcut(QKeySequence::Quit);

    buildEditMenu();

    QMenu* view = menuBar()->addMenu(tr("&View"));
    view->addActions(m_modes->actions());
    view->addSeparator();
    QAction* productDock = m_productDock->toggleViewAction();
    productDock->setObjectName(QStringLiteral("action.productDock"));
    productDock->setShortcut(QKeySequence(Qt::ALT | Qt::Key_0));
    view->addAction(productDock);
    QAction* traceDock = m_traceDock->toggleViewAction();
    traceDock->setShortcuts({QKeySequence(Qt::Key_F4), QKeySequence(Qt::ALT | Qt::Key_5)});
    traceDock->setObjectName(QStringLiteral("action.trace"));
    view->addAction(traceDock);
    QAction* outboxDock = m_outboxDock->toggleViewAction();
    outboxDock->setShortcut(QKeySequence(Qt::ALT | Qt::Key_8));
    outboxDock->setObjectName(QStringLiteral("action.outbox"));
    view->addAction(outboxDock);
    view->addSeparator();
    view->addMenu(m_planning->keepViewsIn(m_settings));
    view->addAction(tr("&Columns…"), this,
                    [this] {
                        setMode(Mode::Planning);
                        m_planning->chooseColumns();
                    })
        ->setObjectName(QStringLiteral("action.columns"));
    view->addSeparator();
    QAction* fullScreen = view->addAction(tr("&Full screen"));
    fullScreen->setObjectName(QStringLiteral("action.fullScreen"));
    fullScreen->setShortcut(QKeySequence(Qt::Key_F11));
    fullScreen->setCheckable(true);
    connect(fullScreen, &QAction::toggled, this, [this](bool on) { on ? showFullScreen() : showNormal(); });

    QMenu* product = menuBar()->addMenu(tr("&Product"));
    fillProductMenu(*product, productActs());
    product->addSeparator();
    product->addAction(m_product->chartTable());

    QMenu* rules = menuBar()->addMenu(tr("&Rules"));
    rules->addActions(m_rules->ruleActions());

    QMenu* orders = menuBar()->addMenu(tr("&Orders"));
    orders->addActions(m_orders->orderActions());

    QMenu* approvals = menuBar()->addMenu(tr("&Approvals"));
    approvals->addAction(m_approvals->approveAction());
    approvals->addAction(m_approvals->rejectAction());

    buildToolsMenu();

    QMenu* window = menuBar()->addMenu(tr("&Window"));
    window->addAction(tr("&Reset layout"), this, &MainWindow::resetLayout)
        ->setObjectName(QStringLiteral("action.resetLayout"));

    buildHelpMenu();
}

void MainWindow::buildHelpMenu()
{
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    QAction* manual = help->addAction(tr("&Manual"), this, [this] { m_help->showForFocus(); });
    manual->setObjectName(QStringLiteral("action.manual"));
    manual->setShortcut(QKeySequence(Qt::Key_F1));
    manual->setStatusTip(tr("The page about where you are"));
    QAction* keys = help->addAction(tr("&Keyboard shortcuts"), this, &MainWindow::showShortcuts);
    keys->setObjectName(QStringLiteral("action.shortcuts"));
    keys->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Question));
    QAction* diagnostics = help->addAction(tr("&Copy diagnostics"), this, &MainWindow::copyDiagnostics);
    diagnostics->setObjectName(QStringLiteral("action.copyDiagnostics"));
    diagnostics->setStatusTip(tr("What somebody who helps must know, without passwords, to be pasted"));
    help->addSeparator();
    help->addAction(tr("&About"), this,
                    [this] {
                        QMessageBox about(QMessageBox::NoIcon, tr("Purchasing Flow Planner"),
                                          tr("Purchasing Flow Planner %1\n\nRules decide, the flow "
                                             "executes.\n\nFree software under the GNU General "
                                             "Public License, version 3 or later.")
                                              .arg(QApplication::applicationVersion()),
                                          QMessageBox::Ok, this);
                        about.setObjectName(QStringLiteral("dialog.about"));
                        about.exec();
                    })
        ->setObjectName(QStringLiteral("action.about"));
}

void MainWindow::offerConnections(Connections& connections)
{
    m_connections = &connections;
    addConnectionMenu(*m_fileMenu, connections, *this);
    m_keys->gather();
}

void MainWindow::exportList()
{
    ExportDialog dialog(mode() == Mode::Orders ? m_orders->exportSource() : m_planning->exportSource(), this);
    connect(&dialog, &ExportDialog::exported, this, &MainWindow::showDone);
    dialog.exec();
}

void MainWindow::buildEditMenu()
{
    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    edit->addAction(m_undo->undo());
    edit->addAction(m_undo->redo());
    edit->addSeparator();
    // Copying belongs to whatever has the focus; these act only where a list has it.
    QAction* copy = edit->addAction(tr("&Copy rows"), this, [this] { copyRows(RowCopy::Values); });
    copy->setStatusTip(tr("Plain numbers and ISO dates, as other programs read them"));
    copy->setObjectName(QStringLiteral("action.copy"));
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_planning->addAction(copy);
    m_orders->addAction(copy);
    m_approvals->addAction(copy);
    QAction* copyHeaders = edit->addAction(tr("Copy rows with &headers"), this,
                                           [this] { copyRows(RowCopy::ValuesWithHeaders); });
    copyHeaders->setObjectName(QStringLiteral("action.copyHeaders"));
    copyHeaders->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    copyHeaders->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_planning->addAction(copyHeaders);
    m_orders->addAction(copyHeaders);
    m_approvals->addAction(copyHeaders);
    QAction* copyShown = edit->addAction(tr("Copy as &shown"), this, [this] { copyRows(RowCopy::AsShown); });
    copyShown->setObjectName(QStringLiteral("action.copyShown"));
    copyShown->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D));
    copyShown->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    copyShown->setStatusTip(tr("The texts of the grid: dates and amounts as you read them"));
    m_planning->addAction(copyShown);
    m_orders->addAction(copyShown);
    m_approvals->addAction(copyShown);
    edit->addSeparator();
    QAction* find = edit->addAction(tr("&Find"), this, [this] {
        if (mode() == Mode::Orders)
            m_orders->focusFilter();
        else if (mode() == Mode::Approvals)
            m_approvals->focusFilter();
        else if (mode() == Mode::Rules)
            m_rules->showFind();
        else {
            setMode(Mode::Planning);
            m_planning->focusFilter();
        }
    });
    find->setObjectName(QStringLiteral("action.find"));
    find->setShortcut(QKeySequence::Find);
    m_filterRow = edit->addAction(tr("Filter ro&w"));
    m_filterRow->setObjectName(QStringLiteral("action.filterRow"));
    m_filterRow->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    m_filterRow->setCheckable(true);
    m_filterRow->setStatusTip(tr("A filter for each column, under the header of the list"));
    connect(m_filterRow, &QAction::triggered, this, [this](bool isShown) {
        if (mode() == Mode::Rules)
            setMode(Mode::Planning);
        filterHeader().setRowShown(isShown);
        if (isShown)
            filterHeader().focusRow();
    });
    for (const FilterHeader* header :
         {&m_planning->filterHeader(), &m_orders->filterHeader(), &m_approvals->filterHeader()})
        connect(header, &FilterHeader::rowShownChanged, this,
                [this] { m_filterRow->setChecked(filterHeader().isRowShown()); });
    QAction* clear = edit->addAction(tr("C&lear filters"), this, [this] {
        if (mode() == Mode::Orders)
            m_orders->clearFilters();
        else if (mode() == Mode::Approvals)
            m_approvals->clearFilters();
        else
            m_planning->clearFilters();
    });
    clear->setObjectName(QStringLiteral("action.clearFilters"));
    clear->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
}

FilterHeader& MainWindow::filterHeader() const
{
    switch (mode()) {
    case Mode::Orders: return m_orders->filterHeader();
    case Mode::Approvals: return m_approvals->filterHeader();
    default: return m_planning->filterHeader();
    }
}

void MainWindow::copyRows(RowCopy copied)
{
    if (mode() == Mode::Orders)
        m_orders->copySelection(copied);
    else if (mode() == Mode::Approvals)
        m_approvals->copySelection(copied);
    else
        m_planning->copySelection(copied);
}

void MainWindow::buildToolsMenu()
{
    QMenu* tools = menuBar()->addMenu(tr("&Tools"));
    tools
        ->addAction(tr("&People…"), this,
                    [this] { PeopleDialog(m_workspace.identity(), m_workspace.connection(), this).exec(); })
        ->setObjectName(QStringLiteral("action.people"));
    tools
        ->addAction(tr("&Company and documents…"), this,
                    [this] { showPreferences(QStringLiteral("company")); })
        ->setObjectName(QStringLiteral("action.company"));
    if (m_workspace.connection().ports.audit) {
        QAction* verify = tools->addAction(tr("&Verify…"), this,
                                           [this] { VerifyDialog(m_workspace.connection(), this).exec(); });
        verify->setObjectName(QStringLiteral("action.verifyAudit"));
        verify->setStatusTip(tr("Check everything stored against the audit log"));
    }

    QMenu* appearance = tools->addMenu(tr("&Appearance"));
    auto* schemes = new QActionGroup(this);
    const QList<QPair<theme::Scheme, QString>> looks{{theme::Scheme::System, tr("As the &desktop")},
                                                     {theme::Scheme::Light, tr("&Light")},
                                                     {theme::Scheme::Dark, tr("D&ark")}};
    for (const auto& look : looks) {
        const theme::Scheme scheme = look.first;
        QAction* action =
            appearance->addAction(look.second, this, [this, scheme] { m_choices->setScheme(scheme); });
        action->setCheckable(true);
        action->setChecked(theme::current() == scheme);
        action->setObjectName(QStringLiteral("action.theme.") + theme::settingWord(scheme));
        schemes->addAction(action);
        connect(m_choices.get(), &Choices::schemeChanged, action,
                [action, scheme](theme::Scheme chosen) { action->setChecked(chosen == scheme); });
    }
    connect(m_choices.get(), &Choices::schemeChanged, this, [this] {
        Q_EMIT m_workspace.feed().rowChanged(-1); // Charts and coloured texts are drawn with the new palette.
        m_rules->applyTheme();
    });

    QMenu* language = tools->addMenu(tr("&Language"));
    auto* languages = new QActionGroup(this);
    const QList<QPair<QString, QString>> names{{QStringLiteral("en"), QStringLiteral("English")},
                                               {QStringLiteral("de"), QStringLiteral("Deutsch")}};
    for (const auto& entry : names) {
        const QString code = entry.first;
        QAction* action =
            language->addAction(entry.second, this, [this, code] { m_choices->setLanguage(code); });
        action->setCheckable(true);
        action->setChecked(code == m_choices->language());
        action->setObjectName(QStringLiteral("action.language.") + code);
        languages->addAction(action);
    }
    connect(m_choices.get(), &Choices::languageChosen, this, &MainWindow::languageChosen);
    tools->addSeparator();
    QAction* preferences = tools->addAction(tr("P&references…"), this, [this] { showPreferences(); });
    preferences->setObjectName(QStringLiteral("action.preferences"));
    preferences->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Comma));
    preferences->setStatusTip(tr("Everything that can be set, with a search"));
    preferences->setMenuRole(QAction::PreferencesRole);
}

void MainWindow::showPreferences(const QString& page)
{
    bool wantsConnection = false;
    {
        PreferencesDialog dialog(m_workspace, *m_choices, *m_keys, m_connections, this);
        if (!page.isEmpty())
            dialog.showPage(page);
        wantsConnection = dialog.ask();
    }
    if (wantsConnection)
        Q_EMIT connectWanted();
}

void MainWindow::showShortcuts()
{
    bool wantsOthers = false;
    {
        ShortcutsDialog dialog(*m_keys, this);
        connect(&dialog, &ShortcutsDialog::changeWanted, this, [&wantsOthers] { wantsOthers = true; });
        dialog.exec();
    }
    if (wantsOthers)
        showPreferences(QStringLiteral("shortcuts"));
}

void MainWindow::copyDiagnostics()
{
    gatherDiagnostics(m_workspace, m_settings, m_failures, *this, [this](const QString& text) {
        QGuiApplication::clipboard()->setText(text);
        showDone(tr("Diagnostics were copied to the clipboard"));
    });
}

void MainWindow::buildModeBar()
{
    auto* bar = new QToolBar(tr("Modes"), this);
    bar->setObjectName(QStringLiteral("toolbar.modes"));
    bar->setMovable(false);
    bar->setIconSize(QSize(26, 26));
    bar->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    addToolBar(Qt::LeftToolBarArea, bar);
    m_modes = new QActionGroup(this);
    struct Entry
    {
        const char* icon;
        const char* name;
        QString text;
    };
    const Entry entries[] = {{"planning", "mode.planning", tr("Planning")},
                             {"rules", "mode.rules", tr("Rules")},
                             {"orders", "mode.orders", tr("Orders")},
                             {"approvals", "mode.approvals", tr("Approvals")}};
    for (int i = 0; i < 4; ++i) {
        QAction* action = bar->addAction(theme::icon(QLatin1String(entries[i].icon)), entries[i].text);
        action->setObjectName(QStringLiteral("action.") + QLatin1String(entries[i].name));
        action->setCheckable(true);
        action->setShortcut(QKeySequence(static_cast<int>(Qt::CTRL) | (static_cast<int>(Qt::Key_1) + i)));
        action->setStatusTip(entries[i].text);
        tellKeys(action);
        m_modes->addAction(action);
        auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(action));
        button->setObjectName(QLatin1String(entries[i].name));
        button->setMinimumWidth(86);
        if (i == 3)
            m_approvalsButton = button;
        connect(action, &QAction::triggered, this, [this, i] { setMode(static_cast<Mode>(i)); });
    }
    m_modes->actions().first()->setChecked(true);
}

void MainWindow::buildToolBar()
{
    auto* bar = new QToolBar(tr("Main toolbar"), this);
    bar->setObjectName(QStringLiteral("toolbar.main"));
    bar->setIconSize(QSize(20, 20));
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    addToolBar(Qt::TopToolBarArea, bar);
    bar->addAction(m_actions->evaluate());
    bar->addAction(m_actions->evaluateAll());
    bar->addSeparator();
    bar->addAction(m_actions->createOrder());
    auto* creating = new QMenu(bar);
    creating->addAction(m_actions->createAndSend());
    creating->addAction(m_actions->createSends());
    auto* createButton = qobject_cast<QToolButton*>(bar->widgetForAction(m_actions->createOrder()));
    createButton->setObjectName(QStringLiteral("btn.createPoTool"));
    createButton->setMenu(creating);
    createButton->setPopupMode(QToolButton::MenuButtonPopup);
    bar->addAction(m_actions->sendOrder());
    bar->widgetForAction(m_actions->evaluate())->setObjectName(QStringLiteral("btn.evaluate"));
    bar->widgetForAction(m_actions->evaluateAll())->setObjectName(QStringLiteral("btn.evaluateAll"));
    bar->addSeparator();
    bar->addAction(m_undo->undo());
    bar->addAction(m_undo->redo());
    auto* space = new QWidget(bar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);
    QAction* locate = bar->addAction(theme::icon(QStringLiteral("search")), tr("Go to product…"));
    locate->setObjectName(QStringLiteral("action.locate"));
    locate->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_K));
    locate->setStatusTip(tr("Find a product by its id or name"));
    tellKeys(locate);
    connect(locate, &QAction::triggered, this, &MainWindow::showLocator);
}

} // namespace purchasing::ui
