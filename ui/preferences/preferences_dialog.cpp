#include "ui/preferences/preferences_dialog.h"

#include "ui/parts/panel_layout.h"
#include "ui/parts/screen_fit.h"
#include "ui/parts/scrolled_form.h"
#include "ui/preferences/choices.h"
#include "ui/preferences/connection_preferences.h"
#include "ui/preferences/installation_draft.h"
#include "ui/preferences/installation_preferences.h"
#include "ui/preferences/own_preferences.h"
#include "ui/preferences/preferences_page.h"
#include "ui/preferences/shortcut_preferences.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace purchasing::ui {

PreferencesDialog::PreferencesDialog(Workspace& workspace, Choices& choices, ShortcutKeys& keys,
                                     Connections* connections, QWidget* parent)
    : QDialog(parent)
    , m_draft(new InstallationDraft(workspace))
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_message(plainLabel({}, this))
{
    m_draft->setParent(this);
    setObjectName(QStringLiteral("dialog.preferences"));
    setWindowTitle(tr("Preferences"));
    m_search->setObjectName(QStringLiteral("edit.searchPreferences"));
    m_search->setPlaceholderText(tr("Search all settings: currency, dark, key, approval…"));
    m_search->setAccessibleName(tr("Search all settings"));
    addClearButton(*m_search);
    m_list->setObjectName(QStringLiteral("list.preferences"));
    m_list->setAccessibleName(tr("Pages"));
    m_list->setSpacing(3);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_message->setObjectName(QStringLiteral("label.preferencesMessage"));
    QPalette palette;
    palette.setColor(QPalette::WindowText, theme::ink(theme::Tone::Danger));
    m_message->setPalette(palette);
    m_message->hide();

    addPage(generalPreferences(choices, keys));
    addPage(languagePreferences(choices));
    addPage(appearancePreferences(choices));
    addPage(planningPreferences(workspace, keys, *m_draft));
    addPage(rulesPreferences(keys, *m_draft));
    addPage(companyPreferences(workspace, *m_draft));
    addPage(connectionPreferences(workspace, connections, [this] {
        m_wantsConnection = true;
        reject();
    }));
    addPage(new ShortcutPreferences(keys));
    m_list->setCurrentRow(0);
    m_list->setFixedWidth(m_list->sizeHintForColumn(0) + 36);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_save->setText(tr("&Save"));
    m_save->setObjectName(QStringLiteral("btn.savePreferences"));
    auto* middle = new QHBoxLayout;
    middle->addWidget(m_list);
    middle->addWidget(m_stack, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addLayout(middle, 1);
    layout->addWidget(m_message);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &PreferencesDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_search, &QLineEdit::textChanged, this, &PreferencesDialog::look);
    resizeWithin(*this, {860, 600});
}

PreferencesDialog::~PreferencesDialog() = default;

void PreferencesDialog::addPage(PreferencesPage* page)
{
    m_pages.push_back(page);
    m_list->addItem(page->title());
    if (page->isFilled()) // Its list scrolls by itself.
        m_stack->addWidget(page);
    else
        m_stack->addWidget(new ScrolledForm(page, page->title(), this));
}

void PreferencesDialog::showPage(const QString& name)
{
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        if (m_pages[i]->objectName() == QStringLiteral("preferences.") + name)
            m_list->setCurrentRow(static_cast<int>(i));
    }
}

void PreferencesDialog::look(const QString& words)
{
    const bool isLooking = !words.trimmed().isEmpty();
    int first = -1;
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        const int row = static_cast<int>(i);
        const bool has = m_pages[i]->look(words) || !isLooking;
        m_list->item(row)->setHidden(!has);
        if (has && first < 0)
            first = row;
    }
    m_message->setVisible(first < 0);
    m_message->setText(first < 0 ? tr("No setting has these words. Try a single one.") : QString());
    if (isLooking && first >= 0 && (m_list->currentRow() < 0 || m_list->currentItem()->isHidden()))
        m_list->setCurrentRow(first);
}

void PreferencesDialog::save()
{
    // Enter in the search goes to what was found.
    if (m_search->hasFocus() && !m_search->text().isEmpty()) {
        if (QWidget* found = m_pages[static_cast<std::size_t>(m_list->currentRow())]->found())
            found->setFocus();
        else
            m_stack->currentWidget()->setFocus();
        return;
    }
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        const QString problem = m_pages[i]->problem();
        if (problem.isEmpty())
            continue;
        m_search->clear();
        m_list->setCurrentRow(static_cast<int>(i));
        m_message->setText(problem);
        m_message->show();
        return;
    }
    for (const PreferencesPage* page : m_pages) {
        const QString question = page->question();
        if (!question.isEmpty() && !isConfirmed(question))
            return;
    }
    m_save->setEnabled(false); // Once.
    m_draft->write([this](const QString& problem) {
        if (problem.isEmpty())
            return accept();
        m_save->setEnabled(true);
        m_message->setText(problem);
        m_message->show();
    });
}

bool PreferencesDialog::isConfirmed(const QString& question)
{
    QMessageBox box(QMessageBox::Question, windowTitle(), question, QMessageBox::Cancel, this);
    box.setObjectName(QStringLiteral("dialog.confirmPreferences"));
    box.setTextFormat(Qt::PlainText);
    QPushButton* go = box.addButton(tr("&Save all the same"), QMessageBox::AcceptRole);
    go->setObjectName(QStringLiteral("btn.saveAllTheSame"));
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == go;
}

bool PreferencesDialog::ask()
{
    if (exec() == QDialog::Accepted) {
        for (const PreferencesPage* page : m_pages)
            page->apply();
    }
    return m_wantsConnection;
}

} // namespace purchasing::ui
