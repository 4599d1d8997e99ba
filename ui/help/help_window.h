#pragma once

#include "ui/help/manual.h"

#include <QMainWindow>

#include <functional>
#include <memory>

class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QSettings;
class QToolBar;

namespace purchasing::ui {

class ManualView;

/// The manual in a window of its own: contents and search over all pages on the left, the page on the right.
class HelpWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Both must outlive it; place and size of the texts are kept in `settings`.
    HelpWindow(const ShortcutKeys& keys, QSettings& settings, QWidget* parent = nullptr);

    [[nodiscard]] const Manual& manual() const { return *m_manual; }
    /// Shows "page" or "page#anchor", in front of the others.
    void showTopic(const QString& topic);

protected:
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildPages();
    void buildActs();
    QAction* addAct(const QString& text, const char* name, const QList<QKeySequence>& keys,
                    std::function<void()> act);
    void renew();
    void listPages();
    void openFound(const QListWidgetItem* item);
    void markCurrent();
    void find(bool backward);
    void zoomTo(int steps);

    const ShortcutKeys& m_keys;
    QSettings& m_settings;
    std::unique_ptr<Manual> m_manual;
    QToolBar* m_bar;
    QLineEdit* m_search;
    QListWidget* m_list;
    ManualView* m_view;
    QWidget* m_findBar;
    QLineEdit* m_find;
};

} // namespace purchasing::ui
