#include "ui/rules/draft_check.h"

#include "ui/workspace/when_ready.h"

#include <QtConcurrent>

#include <chrono>
#include <utility>

namespace purchasing::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kDraftRulesMayTake = 200ms; // The next key is answered after them.

/// `known`: the answer to the same text before, if any.
DraftAnswer answerTo(const DraftQuestion& question, const std::shared_ptr<const DraftAnswer>& known)
{
    DraftAnswer answer;
    if (known) {
        answer.diagnostics = known->diagnostics;
        answer.rules = known->rules;
    } else if (const auto compiled = RuleEngine::compile(question.draft, &answer.diagnostics)) {
        answer.rules = *compiled;
    }
    if (answer.rules)
        answer.rules = answer.rules->withCeiling(question.ceiling);
    answer.facts = question.facts;
    if (answer.rules && question.facts) {
        answer.decided = answer.rules->explain(*question.facts, question.today, kDraftRulesMayTake);
        if (question.published)
            answer.published = question.published->explain(*question.facts, question.today).decision;
    }
    return answer;
}

} // namespace

DraftCheck::DraftCheck(QObject* parent)
    : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
}

DraftCheck::~DraftCheck()
{
    m_thread.waitForDone();
}

void DraftCheck::ask(DraftQuestion question)
{
    if (m_isBusy)
        m_next = std::move(question); // Whatever waited is superseded.
    else
        begin(question);
}

void DraftCheck::begin(const DraftQuestion& question)
{
    m_isBusy = true;
    const auto known = question.draft.packs == m_lastPacks ? m_last : nullptr;
    whenReady(QtConcurrent::run(&m_thread,
                                [question, known] {
                                    return std::make_shared<const DraftAnswer>(answerTo(question, known));
                                }),
              this, [this, packs = question.draft.packs](const std::shared_ptr<const DraftAnswer>& answer) {
                  m_last = answer;
                  m_lastPacks = packs;
                  m_isBusy = false;
                  if (m_next) // Of another text by now: what was found would stand at wrong places.
                      return begin(*std::exchange(m_next, std::nullopt));
                  Q_EMIT answered(*answer);
              });
}

} // namespace purchasing::ui
