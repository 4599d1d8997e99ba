#include "ui/planning/saved_views.h"

#include "ui/parts/filter_header.h"
#include "ui/planning/planning_page.h"
#include "ui/planning/product_table_model.h"

#include <QAction>
#include <QInputDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>

#include <algorithm>

namespace purchasing::ui {
namespace {

constexpr qsizetype kLongestName = 60;

QString listKey()
{
    return QStringLiteral("views/list");
}

QString currentKey()
{
    return QStringLiteral("views/current");
}

} // namespace

SavedViews::SavedViews(PlanningPage& page, QSettings& settings)
    : QObject(&page)
    , m_page(page)
    , m_settings(settings)
    , m_menu(new QMenu(tr("&Views"), &page))
{
    m_menu->setObjectName(QStringLiteral("menu.views"));
    read();
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &SavedViews::update);
    const auto soon = [this] { m_soon.start(); };
    connect(&page.model(), &ProductTableModel::countsChanged, this, soon);
    connect(&page.filterHeader(), &FilterHeader::typedChanged, this, soon);
    connect(&page.filterHeader(), &QHeaderView::sectionMoved, this, soon);
    connect(&page.filterHeader(), &QHeaderView::sectionResized, this, soon); // Also when it is hidden.
    connect(m_menu, &QMenu::aboutToShow, this, &SavedViews::fillMenu);
    fillMenu();
    m_soon.start();
}

void SavedViews::read()
{
    m_entries = {{tr("All"), GridView::all(), true}, {tr("Order today"), GridView::orderToday(), true}};
    const QJsonArray saved = QJsonDocument::fromJson(m_settings.value(listKey()).toByteArray()).array();
    for (const QJsonValue& entry : saved) {
        const QString name = entry[QStringLiteral("name")].toString().left(kLongestName);
        if (!name.isEmpty())
            m_entries.push_back({name, GridView::fromJson(entry[QStringLiteral("view")].toObject()), false});
    }
    m_current =
        std::min(static_cast<std::size_t>(m_settings.value(currentKey()).toUInt()), m_entries.size() - 1);
}

void SavedViews::write()
{
    QJsonArray saved;
    for (const Entry& entry : m_entries) {
        if (!entry.isBuiltIn)
            saved << QJsonObject{{QStringLiteral("name"), entry.name},
                                 {QStringLiteral("view"), entry.view.toJson()}};
    }
    m_settings.setValue(listKey(), QJsonDocument(saved).toJson(QJsonDocument::Compact));
    m_settings.setValue(currentKey(), static_cast<uint>(m_current));
}

bool SavedViews::isModified() const
{
    return m_page.view() != m_entries[m_current].view;
}

QString SavedViews::title() const
{
    const QString& name = m_entries[m_current].name;
    //: The name of a view that was changed since it was saved
    return isModified() ? tr("%1 *").arg(name) : name;
}

void SavedViews::update()
{
    const QString now = title();
    if (now != m_shownTitle) {
        m_shownTitle = now;
        Q_EMIT titleChanged(now);
    }
}

void SavedViews::fillMenu()
{
    m_menu->clear();
    const bool modified = isModified();
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const QString name = QString(m_entries[i].name).replace(QLatin1Char('&'), QLatin1String("&&"));
        QAction* action = m_menu->addAction(i == m_current && modified ? tr("%1 (modified)").arg(name) : name,
                                            this, [this, i] { choose(i); });
        action->setObjectName(QStringLiteral("action.view.%1").arg(i));
        action->setCheckable(true);
        action->setChecked(i == m_current);
        if (i + 1 < m_entries.size() && m_entries[i].isBuiltIn && !m_entries[i + 1].isBuiltIn)
            m_menu->addSeparator();
    }
    m_menu->addSeparator();
    const bool isBuiltIn = m_entries[m_current].isBuiltIn;
    const QString mine = tr("Unavailable: this view belongs to the program; save it under another name");
    const auto add = [this](const QString& text, const char* name, void (SavedViews::*slot)(),
                            const QString& reason) {
        QAction* action = m_menu->addAction(text, this, slot);
        action->setObjectName(QLatin1String(name));
        action->setEnabled(reason.isEmpty());
        action->setStatusTip(reason);
        action->setToolTip(reason);
    };
    m_menu->setToolTipsVisible(true);
    add(tr("&Save view as…"), "action.saveViewAs", &SavedViews::saveAs, {});
    add(tr("Save &changes"), "action.saveView", &SavedViews::saveAgain,
        isBuiltIn       ? mine
            : !modified ? tr("Unavailable: nothing was changed in this view")
                        : QString());
    add(tr("&Rename view…"), "action.renameView", &SavedViews::rename, isBuiltIn ? mine : QString());
    add(tr("&Delete view"), "action.deleteView", &SavedViews::remove, isBuiltIn ? mine : QString());
}

void SavedViews::setCurrent(std::size_t index)
{
    m_current = index;
    write();
    fillMenu();
    update();
}

void SavedViews::choose(std::size_t index)
{
    m_page.showView(m_entries[index].view);
    setCurrent(index);
}

QString SavedViews::askName(const QString& title, const QString& proposal)
{
    QString name = proposal;
    QString question = tr("Name of the view:");
    for (;;) {
        bool ok = false;
        name = QInputDialog::getText(&m_page, title, question, QLineEdit::Normal, name, &ok).simplified();
        if (!ok)
            return {};
        const bool isTaken = std::any_of(m_entries.begin(), m_entries.end(), [&](const Entry& entry) {
            return entry.name.compare(name, Qt::CaseInsensitive) == 0;
        });
        if (name.isEmpty())
            question = tr("A view needs a name:");
        else if (name.size() > kLongestName)
            question = tr("No more than %1 characters:").arg(kLongestName);
        else if (isTaken)
            question = tr("There is a view of this name already. Another name:");
        else
            return name;
    }
}

void SavedViews::saveAs()
{
    const QString name = askName(tr("Save view"), {});
    if (name.isEmpty())
        return;
    m_entries.push_back({name, m_page.view(), false});
    setCurrent(m_entries.size() - 1);
}

void SavedViews::saveAgain()
{
    m_entries[m_current].view = m_page.view();
    setCurrent(m_current);
}

void SavedViews::rename()
{
    const QString name = askName(tr("Rename view"), m_entries[m_current].name);
    if (name.isEmpty())
        return;
    m_entries[m_current].name = name;
    setCurrent(m_current);
}

void SavedViews::remove()
{
    QMessageBox question(
        QMessageBox::Question, tr("Delete view"),
        tr("Delete the view “%1”? The products stay as they are.").arg(m_entries[m_current].name),
        QMessageBox::Cancel, &m_page);
    question.setObjectName(QStringLiteral("dialog.deleteView"));
    question.setTextFormat(Qt::PlainText);
    const QAbstractButton* remove = question.addButton(tr("Delete"), QMessageBox::AcceptRole);
    question.setDefaultButton(QMessageBox::Cancel);
    question.exec();
    if (question.clickedButton() != remove)
        return;
    m_entries.erase(m_entries.begin() + static_cast<std::ptrdiff_t>(m_current));
    setCurrent(0); // The grid stays as it is: a modified "All".
}

} // namespace purchasing::ui
