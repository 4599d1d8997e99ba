#pragma once

#include "core/domain/result.h"
#include "ui/shell/diagnostics.h"

#include <QDeadlineTimer>
#include <QMainWindow>

#include <memory>
#include <vector>

class QActionGroup;
class QDockWidget;
class QLabel;
class QMenu;
class QSettings;
class QToolButton;

namespace purchasing::ui {

enum class RowCopy;

class ApprovalsPage;
class Choices;
class Connections;
class FilterHeader;
class Help;
class OrderActions;
class OrdersPage;
class OverrideActions;
class OverrideDrafts;
class PageStack;
class PlanningPage;
class ProductPanel;
class RulesPage;
class ShortcutKeys;
class StaleBanner;
class StatusLine;
class TracePanel;
class UndoActions;
class Workspace;
struct ProductActs;

/// The main window: modes, menus, toolbar, docks and status bar around the pages. Layout and session are kept
/// in `settings` and restored at the next start.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    enum class Mode { Planning, Rules, Orders, Approvals };

    /// Both must outlive the window.
    MainWindow(Workspace& workspace, QSettings& settings);
    ~MainWindow() override;

    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const;
    void showProduct(const QString& productId);
    void showOrder(const QString& poId);
    /// Adds Connect and Recent to the File menu; `connections` must outlive the window.
    void offerConnections(Connections& connections);
    /// The program ended in a crash before: lists what was under way as soon as it is known who works here.
    void recoverAfterCrash() { m_isAfterCrash = true; }

Q_SIGNALS:
    /// The person wants to work on other data; the program asks on which.
    void connectWanted();
    /// As connectWanted, with the saved connection already chosen.
    void recentWanted(const QString& connectionId);
    /// The person chose another language; the program makes a new window in it.
    void languageChosen(const QString& language);

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void childEvent(QChildEvent* event) override;

private:
    /// Raise when docks or toolbars change, so that an old layout is not applied.
    static constexpr int kLayoutVersion = 1;

    void buildPages();
    void buildDocks();
    void buildMenus();
    void buildEditMenu();
    void buildToolsMenu();
    void buildHelpMenu();
    void buildToolBar();
    void buildModeBar();
    /// Between the list and the product beside it, as on a new installation.
    void shareWidth();
    void buildStatusBar();
    void connectPages();
    void restoreSession();
    void saveSession();
    void keepPlanningLayout();
    void resetLayout();

    void showCurrentProduct();
    void pickFirst();
    void updateTitle();
    void updateStatus();
    void updateBanner();
    void updateTrace();
    void traceOrder(const QString& productId);
    void showDone(const QString& message);
    void showFailure(const QString& what, const Error& error);
    void showLocator();
    [[nodiscard]] ProductActs productActs() const;
    void exportList();
    void copyRows(RowCopy copied);
    /// Of the list that is shown; of Planning where none is.
    [[nodiscard]] FilterHeader& filterHeader() const;
    void copyDiagnostics();
    void showPreferences(const QString& page = {});
    void showShortcuts();

    Workspace& m_workspace;
    QSettings& m_settings;
    std::unique_ptr<Choices> m_choices;
    std::unique_ptr<ShortcutKeys> m_keys;
    std::unique_ptr<Help> m_help;
    Connections* m_connections = nullptr; ///< Null where there is nothing else to connect to.
    std::vector<PastFailure> m_failures; ///< The last ones, oldest first.
    OrderActions* m_actions = nullptr;
    OverrideActions* m_overrides = nullptr;
    OverrideDrafts* m_drafts = nullptr;
    PageStack* m_stack = nullptr;
    PlanningPage* m_planning = nullptr;
    RulesPage* m_rules = nullptr;
    OrdersPage* m_orders = nullptr;
    ApprovalsPage* m_approvals = nullptr;
    ProductPanel* m_product = nullptr;
    TracePanel* m_trace = nullptr;
    UndoActions* m_undo = nullptr;
    QMenu* m_fileMenu = nullptr;
    QDockWidget* m_productDock = nullptr;
    QDockWidget* m_traceDock = nullptr;
    QDockWidget* m_outboxDock = nullptr;
    QActionGroup* m_modes = nullptr;
    QAction* m_export = nullptr;
    QAction* m_filterRow = nullptr;
    QToolButton* m_approvalsButton = nullptr;
    StaleBanner* m_banner = nullptr;
    StatusLine* m_status = nullptr;
    QByteArray m_defaultLayout;
    QByteArray m_planningLayout; ///< As it was last in Planning; other modes hide the product.
    bool m_hasOffered = false; ///< To go on with what was under way.
    bool m_picksFirst = false; ///< No product is current, and none was chosen.
    bool m_isAfterCrash = false;
    QDeadlineTimer m_doneShown; ///< Until then the status bar says what was done.
};

} // namespace purchasing::ui
