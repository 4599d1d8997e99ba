#pragma once

#include "core/flow/order_batch.h"

#include <QDialog>
#include <QPromise>
#include <QSet>

#include <optional>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace purchasing::ui {

class BulkTree;
class Workspace;

/// Orders several products together: reads them, shows what would be ordered from whom and what cannot be,
/// makes the orders one after the other, and shows what became of each. Only what failed can be tried again,
/// after another look.
class BulkDialog : public QDialog
{
    Q_OBJECT

public:
    BulkDialog(Workspace& workspace, const QStringList& productIds, QWidget* parent = nullptr);
    /// Finishes a batch that was interrupted.
    BulkDialog(Workspace& workspace, const BatchIntent& interrupted, QWidget* parent = nullptr);

    void reject() override;

private:
    enum class Stage { Reading, Preview, Making, Result };

    BulkDialog(Workspace& workspace, std::unique_ptr<OrderBatch> batch, QWidget* parent);
    void build();
    void read(const std::vector<BatchItem>& items);
    void confirmStale();
    void takeWhenRead(const QFuture<Result<std::vector<BatchLine>>>& read);
    void take(std::vector<BatchLine> lines);
    /// The lines as they were read, but nothing is ordered of those that somebody unticked.
    [[nodiscard]] std::vector<BatchLine> chosen() const;
    void tick(const QString& key, bool isTicked);
    void make();
    void enter(Stage stage, const QString& problem = {});
    void showLines();
    void showSummary();
    void updateButtons();
    /// Expects the answer about the first line, too.
    [[nodiscard]] BatchProgress progressTo(const QString& text, int total);
    void expectLine();
    /// Whether somebody unticked the line.
    [[nodiscard]] bool isLeftOut(const BatchLine& line) const;
    [[nodiscard]] int openCount() const;

    Workspace& m_workspace;
    std::unique_ptr<OrderBatch> m_batch;
    Stage m_stage = Stage::Reading;
    std::vector<BatchLine> m_lines;
    QSet<QString> m_unticked; ///< Keys of open lines that are not to be ordered.
    std::optional<QPromise<void>> m_answer; ///< About the line that is under way.
    bool m_isCancelled = false; ///< Close as soon as reading has stopped.
    QLabel* m_summary;
    QLabel* m_warning;
    QLabel* m_note;
    BulkTree* m_tree;
    QCheckBox* m_withhold;
    QLabel* m_progressText;
    QProgressBar* m_progress;
    QPushButton* m_create;
    QPushButton* m_confirm; ///< Shown while the override of a line is stale.
    QPushButton* m_retry;
    QPushButton* m_stop;
    QPushButton* m_close;
};

} // namespace purchasing::ui
