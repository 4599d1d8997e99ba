#pragma once

#include "core/domain/result.h"

#include <QDateTime>
#include <QDialog>
#include <QFuture>

#include <functional>
#include <vector>

class QPushButton;
class QTableWidget;

namespace purchasing::ui {

/// Something that a crash left: what it is, and what can be done with it. What shows
/// something gets the dialog as its parent.
struct FoundWork
{
    QString name;
    QDateTime at; ///< When it was kept last; UTC.
    QString size; ///< "2 lines", "33 orders"; in words, because bytes tell nobody anything.
    QString keepText; ///< What keeping means: "Keep", "Look at the rest…".
    std::function<void(QWidget*)> keep;
    std::function<QFuture<Result<Done>>()> discard;
    std::function<void(QWidget*)> compare; ///< Empty where there is nothing to compare with.
};

/// One page with all that a crash left. Whatever is not decided here stays.
class RecoveryDialog : public QDialog
{
    Q_OBJECT

public:
    explicit RecoveryDialog(std::vector<FoundWork> found, QWidget* parent = nullptr);

private:
    enum class State { Open, Asked, Decided };

    void keep();
    void discard();
    void setState(int row, State state, const QString& text);
    void compare();
    void updateButtons();

    std::vector<FoundWork> m_found;
    std::vector<State> m_states;
    QTableWidget* m_table;
    QPushButton* m_keep;
    QPushButton* m_discard;
    QPushButton* m_compare;
};

} // namespace purchasing::ui
