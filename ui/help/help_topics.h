#pragma once

#include <QString>

#include <utility>
#include <vector>

class QWidget;

namespace purchasing::ui {

class Manual;

/// Which page of the manual belongs to the widget that has the focus: that of the nearest page, panel or
/// dialog around it. In the rule editor the word under the cursor, where the manual explains it.
[[nodiscard]] QString topicOf(const QWidget* focus, const Manual& manual);

/// Object names of pages, panels and dialogs, each with its page.
[[nodiscard]] const std::vector<std::pair<QString, QString>>& helpTopics();

} // namespace purchasing::ui
