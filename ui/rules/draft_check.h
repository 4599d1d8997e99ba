#pragma once

#include "core/domain/rule_set.h"
#include "core/flow/rule_engine.h"

#include <QDate>
#include <QObject>
#include <QThreadPool>

#include <memory>
#include <optional>
#include <vector>

namespace purchasing::ui {

/// What a text is asked for.
struct DraftQuestion
{
    RuleSetVersion draft;
    std::optional<Money> ceiling; ///< The draft is shown as it would decide here.
    std::optional<ProductFacts> facts; ///< Of the product to decide, if any.
    std::shared_ptr<const RuleEngine> published; ///< Decides the product, too; may be null.
    QDate today;
};

/// What became of it.
struct DraftAnswer
{
    std::vector<grl::Diagnostic> diagnostics;
    std::shared_ptr<const RuleEngine> rules; ///< Null where the text has errors.
    std::optional<ProductFacts> facts; ///< As asked.
    ExplainedDecision decided; ///< By the draft; empty where it has errors or no product was asked for.
    Decision published;
};

/// Reads and tries the text of a draft beside the GUI thread, however often it changes: while one text is
/// looked at only the newest of those that follow waits, and answers come in order. Lives on the GUI thread.
class DraftCheck : public QObject
{
    Q_OBJECT

public:
    explicit DraftCheck(QObject* parent = nullptr);
    /// Waits for the text that is being looked at.
    ~DraftCheck() override;

    void ask(DraftQuestion question);
    /// Something was asked that is not answered yet.
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    /// Nothing newer was asked.
    void answered(const purchasing::ui::DraftAnswer& answer);

private:
    void begin(const DraftQuestion& question);

    QThreadPool m_thread; ///< One: it knows the text it read last.
    std::optional<DraftQuestion> m_next;
    std::shared_ptr<const DraftAnswer> m_last; ///< Of the packs below.
    std::vector<RulePack> m_lastPacks;
    bool m_isBusy = false;
};

} // namespace purchasing::ui
