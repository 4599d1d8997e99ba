#include "ui/help/help_window.h"

#include "ui/help/manual_view.h"
#include "ui/parts/action_state.h"
#include "ui/parts/panel_layout.h"
#include "ui/parts/screen_fit.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QToolBar>
#include <QVBoxLayout>

namespace purchasing::ui {
namespace {

constexpr int kPlaceRole = Qt::UserRole;
const QString kHelpGeometry = QStringLiteral("help/geometry");
const QString kHelpZoom = QStringLiteral("help/zoom");

} // namespace

HelpWindow::HelpWindow(const ShortcutKeys& keys, QSettings& settings, QWidget* parent)
    : QMainWindow(parent)
    , m_keys(keys)
    , m_settings(settings)
    , m_bar(addToolBar(tr("Manual")))
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_view(new ManualView(this))
    , m_findBar(new QWidget(this))
    , m_find(new QLineEdit(m_findBar))
{
    setObjectName(QStringLiteral("window.manual"));
    setAttribute(Qt::WA_QuitOnClose, false);
    setWindowIcon(theme::icon(QStringLiteral("application")));
    setWindowTitle(tr("Manual"));
    m_bar->setMovable(false);
    m_bar->setContextMenuPolicy(Qt::PreventContextMenu);
    buildPages();
    buildActs();
    resizeWithin(*this, {960, 720});
    restoreGeometry(m_settings.value(kHelpGeometry).toByteArray());
    renew();
    m_view->zoomTo(m_settings.value(kHelpZoom, 0).toInt());
    connect(&m_keys, &ShortcutKeys::changed, this, &HelpWindow::renew);
}

void HelpWindow::buildPages()
{
    m_search->setObjectName(QStringLiteral("edit.searchManual"));
    m_search->setPlaceholderText(tr("Search all pages"));
    m_search->setAccessibleName(tr("Search all pages"));
    addClearButton(*m_search);
    m_list->setObjectName(QStringLiteral("list.manual"));
    m_list->setAccessibleName(tr("Contents"));
    m_list->setWordWrap(true);
    m_list->setSpacing(3);
    auto* left = new QWidget(this);
    auto* leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(6, 6, 0, 6);
    leftLayout->addWidget(m_search);
    leftLayout->addWidget(m_list, 1);

    m_find->setObjectName(QStringLiteral("edit.findInPage"));
    m_find->setAccessibleName(tr("Find in this page"));
    m_findBar->setObjectName(QStringLiteral("bar.findInPage"));
    auto* next = new QPushButton(tr("&Next"), m_findBar);
    auto* previous = new QPushButton(tr("&Previous"), m_findBar);
    auto* findLayout = new QHBoxLayout(m_findBar);
    auto* label = new QLabel(tr("F&ind:"), m_findBar);
    label->setBuddy(m_find);
    findLayout->addWidget(label);
    findLayout->addWidget(m_find, 1);
    findLayout->addWidget(previous);
    findLayout->addWidget(next);
    m_findBar->hide();
    auto* right = new QWidget(this);
    auto* rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(0, 0, 0, 0);
    rightLayout->addWidget(m_view, 1);
    rightLayout->addWidget(m_findBar);

    auto* split = new QSplitter(this);
    split->addWidget(left);
    split->addWidget(right);
    split->setStretchFactor(1, 1);
    split->setSizes({250, 710});
    split->setChildrenCollapsible(false);
    setCentralWidget(split);

    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::listPages);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        openFound(m_list->item(0));
        m_view->setFocus();
    });
    connect(m_list, &QListWidget::currentItemChanged, this,
            [this](const QListWidgetItem* item) { openFound(item); });
    connect(m_list, &QListWidget::itemActivated, m_view, [this] { m_view->setFocus(); });
    // Where one is, is known when the way there is.
    connect(m_view, &QTextBrowser::historyChanged, this, &HelpWindow::markCurrent);
    connect(next, &QPushButton::clicked, this, [this] { find(false); });
    connect(previous, &QPushButton::clicked, this, [this] { find(true); });
    connect(m_find, &QLineEdit::returnPressed, this, [this] { find(false); });
}

QAction* HelpWindow::addAct(const QString& text, const char* name, const QList<QKeySequence>& keys,
                            std::function<void()> act)
{
    auto* action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcuts(keys);
    connect(action, &QAction::triggered, this, std::move(act));
    tellKeys(action);
    m_bar->addAction(action);
    return action;
}

void HelpWindow::buildActs()
{
    QAction* back = addAct(tr("Back"), "action.manualBack", {QKeySequence(Qt::ALT | Qt::Key_Left)},
                           [this] { m_view->backward(); });
    QAction* forward = addAct(tr("Forward"), "action.manualForward", {QKeySequence(Qt::ALT | Qt::Key_Right)},
                              [this] { m_view->forward(); });
    const auto explain = [this, back, forward] {
        explainAction(back, tr("The page before"),
                      m_view->isBackwardAvailable() ? QString() : tr("this is the first page you opened"));
        explainAction(forward, tr("The page you came back from"),
                      m_view->isForwardAvailable() ? QString() : tr("you did not go back"));
    };
    connect(m_view, &QTextBrowser::historyChanged, this, explain);
    explain();
    m_bar->addSeparator();
    addAct(tr("Search"), "action.manualSearch", {QKeySequence(Qt::CTRL | Qt::Key_K)}, [this] {
        m_search->setFocus();
        m_search->selectAll();
    })->setStatusTip(tr("Search all pages"));
    addAct(tr("Find in page"), "action.manualFind", {QKeySequence(QKeySequence::Find)}, [this] {
        m_findBar->show();
        m_find->setFocus();
        m_find->selectAll();
    });
    addAct(tr("Copy"), "action.manualCopy", {QKeySequence(QKeySequence::Copy)}, [this] {
        if (!m_view->textCursor().hasSelection())
            m_view->selectAll();
        m_view->copy();
    })->setToolTip(tr("Copy what is selected, or the whole page"));
    m_bar->addSeparator();
    addAct(tr("Larger"), "action.manualLarger",
           {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)},
           [this] { zoomTo(m_view->zoomSteps() + 1); });
    addAct(tr("Smaller"), "action.manualSmaller", {QKeySequence(Qt::CTRL | Qt::Key_Minus)},
           [this] { zoomTo(m_view->zoomSteps() - 1); });
    addAct(tr("Usual size"), "action.manualUsualSize", {QKeySequence(Qt::CTRL | Qt::Key_0)},
           [this] { zoomTo(0); });
}

void HelpWindow::zoomTo(int steps)
{
    m_view->zoomTo(steps);
    m_settings.setValue(kHelpZoom, m_view->zoomSteps());
}

void HelpWindow::renew()
{
    auto fresh = std::make_unique<Manual>(
        m_settings.value(QStringLiteral("language"), QStringLiteral("en")).toString(), m_keys);
    m_view->setManual(*fresh);
    m_manual = std::move(fresh);
    if (!m_view->pageId().isEmpty())
        m_view->reload();
    listPages();
}

void HelpWindow::listPages()
{
    const QSignalBlocker quiet(m_list); // Whoever types goes on reading.
    m_list->clear();
    const auto add = [this](const QString& text, const QString& place) {
        auto* item = new QListWidgetItem(text, m_list);
        item->setData(kPlaceRole, place);
        return item;
    };
    if (m_search->text().trimmed().isEmpty()) {
        for (const ManualPage& page : m_manual->pages())
            add(page.title, page.id);
    } else {
        for (const Manual::Hit& hit : m_manual->search(m_search->text()))
            add(hit.title + QLatin1Char('\n') + hit.excerpt, hit.pageId)->setToolTip(hit.excerpt);
        if (m_list->count() == 0)
            add(tr("No page has these words. Try a single one."), {})->setFlags(Qt::ItemIsEnabled);
    }
    markCurrent();
}

void HelpWindow::openFound(const QListWidgetItem* item)
{
    const QString place = item ? item->data(kPlaceRole).toString() : QString();
    if (place.isEmpty())
        return;
    if (m_view->pageId() != place)
        m_view->showPage(place);
    const QString word = m_search->text().section(QLatin1Char(' '), 0, 0, QString::SectionSkipEmpty);
    if (!word.isEmpty() && !m_view->find(word)) {
        m_view->moveCursor(QTextCursor::Start);
        m_view->find(word);
    }
}

void HelpWindow::markCurrent()
{
    const QSignalBlocker quiet(m_list);
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(kPlaceRole).toString() == m_view->pageId())
            m_list->setCurrentRow(row);
    }
    const ManualPage* page = m_manual->page(m_view->pageId());
    setWindowTitle(page ? tr("%1 – Manual").arg(page->title) : tr("Manual"));
}

void HelpWindow::find(bool backward)
{
    const QTextDocument::FindFlags flags =
        backward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (m_view->find(m_find->text(), flags))
        return;
    m_view->moveCursor(backward ? QTextCursor::End : QTextCursor::Start); // Round the end.
    m_view->find(m_find->text(), flags);
}

void HelpWindow::showTopic(const QString& topic)
{
    m_search->clear();
    show();
    raise();
    activateWindow();
    m_view->showPage(topic);
    m_view->setFocus();
}

void HelpWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape)
        return QMainWindow::keyPressEvent(event);
    if (m_findBar->isVisible()) {
        m_findBar->hide();
        m_view->setFocus();
    } else {
        close();
    }
}

void HelpWindow::closeEvent(QCloseEvent* event)
{
    m_settings.setValue(kHelpGeometry, saveGeometry());
    QMainWindow::closeEvent(event);
}

} // namespace purchasing::ui
