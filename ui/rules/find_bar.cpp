#include "ui/rules/find_bar.h"

#include "ui/rules/rule_editor.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace purchasing::ui {

FindBar::FindBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
    , m_message(new QLabel(this))
{
    m_text->setObjectName(QStringLiteral("edit.findInRules"));
    m_text->setAccessibleName(tr("Find in the rules"));
    m_text->setPlaceholderText(tr("Find"));
    auto* previous = new QPushButton(tr("Previous"), this);
    auto* next = new QPushButton(tr("Next"), this);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 2, 0, 2);
    layout->addWidget(m_text, 1);
    layout->addWidget(previous);
    layout->addWidget(next);
    layout->addWidget(m_message);
    connect(m_text, &QLineEdit::textChanged, this, [this] { find(true, true); });
    connect(m_text, &QLineEdit::returnPressed, this, [this] { find(true, false); });
    connect(next, &QPushButton::clicked, this, [this] { find(true, false); });
    connect(previous, &QPushButton::clicked, this, [this] { find(false, false); });
    hide();
}

void FindBar::open(RuleEditor* editor)
{
    m_editor = editor;
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

} // namespace purchasing::ui
