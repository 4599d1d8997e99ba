#include "ui/rules/merge_dialog.h"

#include "ui/parts/panel_layout.h"
#include "ui/parts/screen_fit.h"
#include "ui/rules/rule_editor.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace purchasing::ui {
namespace {

/// Four texts side by side must fit on a small screen, so each is narrow and scrolls.
constexpr int kNarrowest = 130;

} // namespace

MergeDialog::MergeDialog(RuleMerge merge, const QString& about, const QString& theirs, QWidget* parent)
    : QDialog(parent)
    , m_merge(std::move(merge))
    , m_places(new QListWidget(this))
    , m_count(plainLabel({}, this))
{
    setObjectName(QStringLiteral("dialog.merge"));
    setWindowTitle(tr("Merge changes of the rules"));
    m_places->setObjectName(QStringLiteral("list.conflicts"));
    m_places->setAccessibleName(tr("Places that both sides changed"));
    m_places->setMaximumHeight(90);
    m_count->setObjectName(QStringLiteral("label.conflicts"));
    for (const RuleConflict& conflict : m_merge.conflicts())
        m_places->addItem(tr("%1, line %2").arg(conflict.pack).arg(conflict.line));

    auto* texts = new QHBoxLayout;
    m_mine = addText(*texts, tr("Mine"), "text.mine");
    m_before = addText(*texts, tr("Before"), "text.before");
    m_theirs = addText(*texts, theirs, "text.theirs");
    for (RuleEditor* side : {m_mine, m_before, m_theirs})
        side->setReadOnly(true);
    auto* result = new QHBoxLayout;
    m_result = addText(*result, tr("Merged: what shall stand there"), "edit.merged");
    connect(m_result, &QsciScintilla::textChanged, this, [this] {
        if (!m_isFilling)
            decide(m_result->text());
    });

    auto* choices = new QHBoxLayout;
    const auto choice = [&](const QString& text, const char* name, auto act) {
        auto* button = new QPushButton(text, this);
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, act);
        choices->addWidget(button);
    };
    choice(tr("Keep &mine"), "btn.keepMine", [this] { take(m_mine->text()); });
    choice(tr("Take &theirs"), "btn.takeTheirs", [this] { take(m_theirs->text()); });
    choice(tr("Keep mine &everywhere"), "btn.keepAllMine", [this] { decideAll(&RuleConflict::mine); });
    choice(tr("Take theirs every&where"), "btn.takeAllTheirs", [this] { decideAll(&RuleConflict::theirs); });
    choices->addStretch();

    auto* buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(tr("&Save merged rules"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(QStringLiteral("btn.saveMerge"));
    QPushButton* later = buttons->addButton(tr("&Decide later"), QDialogButtonBox::RejectRole);
    later->setObjectName(QStringLiteral("btn.mergeLater"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* layout = new QVBoxLayout(this);
    layout->addWidget(plainLabel(about, this));
    layout->addWidget(m_count);
    layout->addWidget(m_places);
    layout->addLayout(texts, 1);
    layout->addLayout(result, 1);
    layout->addLayout(choices);
    layout->addWidget(buttons);
    resizeWithin(*this, {900, 640});
    connect(m_places, &QListWidget::currentRowChanged, this, &MergeDialog::showConflict);
    m_places->setCurrentRow(0);
    updateState();
}

RuleEditor* MergeDialog::addText(QLayout& row, const QString& title, const char* name)
{
    auto* column = new QWidget(this);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* editor = new RuleEditor(column);
    editor->setObjectName(QLatin1String(name));
    editor->setAccessibleName(title);
    editor->setMinimumWidth(kNarrowest);
    editor->setScrollWidth(1); // As wide as its text, which is short.
    editor->setScrollWidthTracking(true);
    for (const int margin : {0, 1, 2}) // Numbers would count from the start of the place, not of the pack.
        editor->setMarginWidth(margin, 0);
    layout->addWidget(plainLabel(title, column));
    layout->addWidget(editor, 1);
    row.addWidget(column);
    return editor;
}

void MergeDialog::showConflict(int index)
{
    if (index < 0)
        return;
    m_shown = index;
    const RuleConflict& conflict = m_merge.conflicts()[static_cast<std::size_t>(index)];
    m_isFilling = true;
    m_mine->setText(conflict.mine);
    m_before->setText(conflict.before);
    m_theirs->setText(conflict.theirs);
    m_result->setText(conflict.resolved.value_or(conflict.mine));
    m_isFilling = false;
    updateState();
}

void MergeDialog::decide(const QString& text)
{
    m_merge.resolve(static_cast<std::size_t>(m_shown), text);
    updateState();
}

void MergeDialog::take(const QString& text)
{
    // The editor does not tell of a text that it shows already, such as none; it is a decision all the same.
    m_isFilling = true;
    m_result->setText(text);
    m_isFilling = false;
    decide(text);
}

void MergeDialog::decideAll(QString RuleConflict::*side)
{
    for (std::size_t i = 0; i < m_merge.conflicts().size(); ++i)
        m_merge.resolve(i, m_merge.conflicts()[i].*side);
    showConflict(m_shown);
}

void MergeDialog::updateState()
{
    int open = 0;
    for (int i = 0; i < m_places->count(); ++i) {
        const bool isDecided = m_merge.conflicts()[static_cast<std::size_t>(i)].resolved.has_value();
        open += isDecided ? 0 : 1;
        // An icon with a word, because a colour alone says nothing to many people.
        m_places->item(i)->setIcon(
            theme::icon(isDecided ? QStringLiteral("fired") : QStringLiteral("warning"),
                        isDecided ? theme::Tone::Good : theme::Tone::Attention));
        m_places->item(i)->setToolTip(isDecided ? tr("Decided") : tr("To be decided"));
    }
    m_count->setText(open == 0 ? tr("Every place is decided.")
                               : tr("%n place(s) are to be decided.", nullptr, open));
    m_save->setEnabled(m_merge.isResolved());
    m_save->setToolTip(open == 0 ? tr("Store the merged text as your draft")
                                 : tr("Unavailable: %1").arg(m_count->text()));
}

} // namespace purchasing::ui
