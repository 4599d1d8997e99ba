#include "ui/rules/find_bar.h"

#include "ui/rules/rule_editor.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace purchasing::ui {

FindBar::FindBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
    , m_message(new QLabel(this))
    , m_replacing(new QWidget(this))
    , m_replacement(new QLineEdit(m_replacing))
{
    m_text->setObjectName(QStringLiteral("edit.findInRules"));
    m_text->setAccessibleName(tr("Find in the rules"));
    m_text->setPlaceholderText(tr("Find"));
    auto* previous = new QPushButton(tr("Previous"), this);
    auto* next = new QPushButton(tr("Next"), this);
    m_message->setObjectName(QStringLiteral("label.findMessage"));
    auto* finding = new QHBoxLayout;
    finding->addWidget(m_text, 1);
    finding->addWidget(previous);
    finding->addWidget(next);
    finding->addWidget(m_message);
    m_replacement->setObjectName(QStringLiteral("edit.replaceInRules"));
    m_replacement->setAccessibleName(tr("Replace by"));
    m_replacement->setPlaceholderText(tr("Replace by"));
    auto* one = new QPushButton(tr("Replace"), m_replacing);
    one->setObjectName(QStringLiteral("btn.replace"));
    auto* all = new QPushButton(tr("Replace all"), m_replacing);
    all->setObjectName(QStringLiteral("btn.replaceAll"));
    auto* replacing = new QHBoxLayout(m_replacing);
    replacing->setContentsMargins(0, 0, 0, 0);
    replacing->addWidget(m_replacement, 1);
    replacing->addWidget(one);
    replacing->addWidget(all);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2, 0, 2);
    layout->addLayout(finding);
    layout->addWidget(m_replacing);
    connect(m_replacement, &QLineEdit::returnPressed, this, &FindBar::replace);
    connect(one, &QPushButton::clicked, this, &FindBar::replace);
    connect(all, &QPushButton::clicked, this, &FindBar::replaceAll);
    connect(m_text, &QLineEdit::textChanged, this, [this] { find(true, true); });
    connect(m_text, &QLineEdit::returnPressed, this, [this] { find(true, false); });
    connect(next, &QPushButton::clicked, this, [this] { find(true, false); });
    connect(previous, &QPushButton::clicked, this, [this] { find(false, false); });
    hide();
}

void FindBar::openReplace(RuleEditor* editor)
{
    open(editor);
    m_replacing->show();
}

void FindBar::open(RuleEditor* editor)
{
    m_editor = editor;
    m_replacing->hide();
    if (editor->hasSelectedText() && !editor->selectedText().contains(QLatin1Char('\n')))
        m_text->setText(editor->selectedText());
    show();
    m_text->setFocus();
    m_text->selectAll();
}

void FindBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        hide();
        if (m_editor)
            m_editor->setFocus();
        return;
    }
    QWidget::keyPressEvent(event);
}

void FindBar::find(bool forward, bool fromSelection)
{
    if (!m_editor || m_text->text().isEmpty())
        return m_message->clear();
    int line = 0;
    int column = 0;
    m_editor->getCursorPosition(&line, &column);
    if (m_editor->hasSelectedText()) {
        int endLine = 0;
        int endColumn = 0;
        int startLine = 0;
        int startColumn = 0;
        m_editor->getSelection(&startLine, &startColumn, &endLine, &endColumn);
        // Typing on keeps the hit; Next goes behind it and Previous before it.
        line = forward && !fromSelection ? endLine : startLine;
        column = forward && !fromSelection ? endColumn : startColumn;
    }
    const bool found = m_editor->findFirst(m_text->text(), false, false, false, true, forward, line, column);
    m_message->setText(found ? QString() : tr("not found"));
}

bool FindBar::isHitSelected() const
{
    return m_editor->hasSelectedText()
        && m_editor->selectedText().compare(m_text->text(), Qt::CaseInsensitive) == 0;
}

void FindBar::replace()
{
    if (!m_editor || m_text->text().isEmpty())
        return;
    if (isHitSelected()) // What is replaced was seen first.
        m_editor->replaceSelectedText(m_replacement->text());
    find(true, false);
}

void FindBar::replaceAll()
{
    if (!m_editor || m_text->text().isEmpty())
        return;
    int count = 0;
    m_editor->beginUndoAction(); // One step back for all of them.
    bool isFound = m_editor->findFirst(m_text->text(), false, false, false, false, true, 0, 0);
    for (; isFound; isFound = m_editor->findNext()) {
        m_editor->replace(m_replacement->text());
        ++count;
    }
    m_editor->endUndoAction();
    m_message->setText(tr("%n replaced", nullptr, count));
}

} // namespace purchasing::ui
