#pragma once

#include <QWidget>

class QAbstractItemView;
class QLabel;
class QProgressBar;
class QPushButton;

namespace purchasing::ui {

/// What a view shows instead of its content: loading with progress, empty with a reason, an error with what
/// to do.
class StatePanel : public QWidget
{
    Q_OBJECT

public:
    /// `name` is its object name, and begins those of its parts.
    explicit StatePanel(QWidget* parent = nullptr, const QString& name = QStringLiteral("panel.state"));

    /// Hidden, in the place of a list's rows, so that the list's header stays; the list owns it.
    [[nodiscard]] static StatePanel* inRowsOf(QAbstractItemView& view, const QString& name);

    /// Shows a reason and, unless `action` is empty, one button that emits actionRequested().
    void showMessage(const QString& iconName, const QString& title, const QString& text,
                     const QString& action = {}, const QString& details = {});
    /// Shows progress with a Cancel button that emits cancelRequested(); an unknown total moves without an
    /// end.
    void showProgress(const QString& title, qint64 done, qint64 total);

    /// What the Cancel button says.
    void setCancelText(const QString& text);

Q_SIGNALS:
    void actionRequested();
    void cancelRequested();

private:
    QLabel* m_icon = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_text = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_action = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_cancel = nullptr;
    QString m_details;
};

} // namespace purchasing::ui
