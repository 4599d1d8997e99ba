#pragma once

#include "core/flow/rule_engine.h"

#include <QTime>
#include <QWidget>

class QLabel;
class QTableWidget;

namespace purchasing::ui {

/// What the draft decides for the current product beside what the published rules decide, changed values
/// marked.
class LiveResult : public QWidget
{
    Q_OBJECT

public:
    explicit LiveResult(QWidget* parent = nullptr);

    /// Shows a fresh result. `facts` is what both decisions were made from.
    void showResult(const ProductFacts& facts, const Decision& draft, const Decision& published,
                    const QString& currency);
    /// Keeps the last result, greyed, and says of when it is.
    void showStale(const QString& reason);
    /// Shows a sentence instead of a result.
    void showNothing(const QString& text);
    [[nodiscard]] bool isStale() const { return m_stale; }

private:
    QLabel* m_head;
    QLabel* m_sentence;
    QLabel* m_state;
    QTableWidget* m_table;
    QTime m_shownAt;
    bool m_stale = false;
};

} // namespace purchasing::ui
