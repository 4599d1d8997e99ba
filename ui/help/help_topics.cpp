#include "ui/help/help_topics.h"

#include "ui/help/manual.h"
#include "ui/rules/rule_editor.h"

#include <algorithm>

namespace purchasing::ui {
namespace {

const QString kFirstPage = QStringLiteral("start");

} // namespace

const std::vector<std::pair<QString, QString>>& helpTopics()
{
    static const std::vector<std::pair<QString, QString>> topics = [] {
        std::vector<std::pair<QString, QString>> all;
        const auto add = [&all](const char* page, std::initializer_list<const char*> names) {
            for (const char* name : names)
                all.emplace_back(QLatin1String(name), QLatin1String(page));
        };
        add("start",
            {"page.planning", "dialog.welcome", "dialog.about", "dialog.locator", "dialog.columns",
             "dialog.deleteView", "dialog.export", "bar.bulk"});
        add("decision", {"dock.product", "dock.trace"});
        add("orders",
            {"page.orders", "dock.outbox", "dialog.bulk", "dialog.messagePreview", "dialog.confirmSending",
             "dialog.sendSeveral", "dialog.noAddress", "dialog.batchRecovery", "dialog.receive"});
        add("approvals", {"view.approvals", "dialog.approveSeveral", "dialog.people", "dialog.reason"});
        add("rules",
            {"page.rules", "dialog.publish", "dialog.versions", "dialog.merge", "dialog.compare",
             "dialog.proposal", "dialog.discardDraft", "dialog.goToLine"});
        add("import", {"dialog.import"});
        add("connections",
            {"dialog.connect", "dialog.newDatabase", "dialog.mapping", "dialog.opening", "dialog.password",
             "dialog.removeConnection"});
        add("trouble", {"dialog.recovery", "dialog.verify", "dialog.failure", "dialog.overrideConflict"});
        add("preferences", {"dialog.preferences", "dialog.confirmPreferences"});
        add("shortcuts", {"dialog.shortcuts"});
        return all;
    }();
    return topics;
}

QString topicOf(const QWidget* focus, const Manual& manual)
{
    for (const QWidget* widget = focus; widget; widget = widget->parentWidget()) {
        if (const auto* editor = qobject_cast<const RuleEditor*>(widget)) {
            const QString anchor = manual.anchorOf(editor->wordAtCursor());
            return anchor.isEmpty() ? QStringLiteral("grl") : QStringLiteral("grl#") + anchor;
        }
        const auto& topics = helpTopics();
        const auto found = std::find_if(topics.begin(), topics.end(), [widget](const auto& topic) {
            return topic.first == widget->objectName();
        });
        if (found != topics.end())
            return found->second;
    }
    return kFirstPage;
}

} // namespace purchasing::ui
