#pragma once

#include "ui/rules/rule_editor.h"

#include "tests/ui/planner_harness.h"

namespace purchasing::tests {

/// Two windows of one person change the same line; the text of this one waits to be merged.
inline void disagree(PlannerHarness& planner)
{
    RuleStore& rules = *planner.workspace().connection().ports.rules;
    std::vector<RulePack> others = rules.current().result()->packs;
    others.front().text.prepend(QStringLiteral("// of another window\n"));
    planner.trigger("action.mode.rules");
    QTRY_VERIFY_WITH_TIMEOUT(!planner.textOf("label.rulesState").isEmpty(), 30000);
    QVERIFY(rules.saveDraft({others, 1, {}}, planner.workspace().identity().actor()).result().isOk());
    planner.find<ui::RuleEditor>("editor.rules")->insertAt(QStringLiteral("// of this window\n"), 0, 0);
    QTRY_VERIFY_WITH_TIMEOUT(planner.find<QWidget>("banner.draft")->isVisible(), 30000);
}

} // namespace purchasing::tests
