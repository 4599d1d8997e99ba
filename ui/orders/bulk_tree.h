#pragma once

#include "core/flow/order_batch.h"

#include <QSet>
#include <QTreeWidget>

namespace purchasing::ui {

class Workspace;

/// The lines of a batch by supplier: what is ordered, what it comes to and what happens to it.
class BulkTree : public QTreeWidget
{
    Q_OBJECT

public:
    explicit BulkTree(Workspace& workspace, QWidget* parent = nullptr);

    /// How lines are put into words: what will happen, or what became of them.
    struct View
    {
        bool isResult = false;
        bool withholdsUnaddressed = false; ///< What has no e-mail address is not sent.
        bool isChoosable = false; ///< Lines have ticks.
    };
    /// Lines with these keys have no tick.
    void show(const std::vector<BatchLine>& lines, View view, const QSet<QString>& unticked = {});
    using QWidget::show;

    /// The groups that need approval together and none alone, in words; empty when there are none.
    [[nodiscard]] QString splitWarning() const { return m_splitWarning; }
    /// Whether the order of the line would be sent to a supplier without an e-mail address.
    [[nodiscard]] static bool isUnaddressed(const BatchLine& line);

Q_SIGNALS:
    /// Somebody ticked or unticked the line with this key.
    void ticked(const QString& key, bool isTicked);

private:
    void addGroup(const BatchGroup& group, const std::vector<BatchLine>& lines, View view);
    void fillLine(QTreeWidgetItem* item, const BatchLine& line, View view) const;

    Workspace& m_workspace;
    QString m_splitWarning;
    QSet<QString> m_unticked;
};

} // namespace purchasing::ui
