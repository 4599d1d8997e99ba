#pragma once

#include "ui/planning/grid_view.h"

#include <QObject>
#include <QTimer>

class QAction;
class QMenu;
class QSettings;

namespace purchasing::ui {

class PlanningPage;

/// View ▸ Views: named views of the planning grid, two that are always there and those that people saved.
class SavedViews : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive this; it is made as a child of the page.
    SavedViews(PlanningPage& page, QSettings& settings);

    [[nodiscard]] QMenu* menu() const { return m_menu; }
    /// The chosen view with a star when the grid shows something else by now.
    [[nodiscard]] QString title() const;

Q_SIGNALS:
    void titleChanged(const QString& title);

private:
    struct Entry
    {
        QString name;
        GridView view;
        bool isBuiltIn = false;
    };

    void read();
    void write();
    void fillMenu();
    void choose(std::size_t index);
    void saveAs();
    void saveAgain();
    void rename();
    void remove();
    void update();
    void setCurrent(std::size_t index);
    [[nodiscard]] bool isModified() const;
    /// A new name that no other view has; empty when the person gave up.
    [[nodiscard]] QString askName(const QString& title, const QString& proposal);

    PlanningPage& m_page;
    QSettings& m_settings;
    QMenu* m_menu;
    std::vector<Entry> m_entries; ///< Built-in ones first.
    std::size_t m_current = 0;
    QTimer m_soon; ///< One look after a burst of changes.
    QString m_shownTitle;
};

} // namespace purchasing::ui
