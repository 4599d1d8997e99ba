#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace purchasing::ui {

class Workspace;

/// Says over all pages that the data is old or incomplete, since when and why, and offers to try again.
class StaleBanner : public QWidget
{
    Q_OBJECT

public:
    explicit StaleBanner(Workspace& workspace, QWidget* parent = nullptr);

    void showState();

private:
    Workspace& m_workspace;
    QLabel* m_text;
    QPushButton* m_retry;
};

} // namespace purchasing::ui
