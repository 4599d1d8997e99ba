#pragma once

#include <QTimer>
#include <QWidget>

class QAction;
class QPushButton;

namespace purchasing::ui {

class CatalogueFeed;

/// Appears in the status bar while reading takes longer than a moment, and cancels it: first in order, then,
/// where the server does not answer, by letting go of it.
class ReadingBar : public QWidget
{
    Q_OBJECT

public:
    ReadingBar(CatalogueFeed& feed, QWidget* window);

private:
    void update();

    CatalogueFeed& m_feed;
    QAction* m_cancel;
    QPushButton* m_button;
    QTimer m_moment;
};

} // namespace purchasing::ui
