#include "ui/preferences/preferences_page.h"

#include "ui/parts/action_state.h"
#include "ui/parts/panel_layout.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace purchasing::ui {
namespace {

constexpr int kAfterTip = 10; // To the next setting, in pixels.
constexpr int kUnderCheck = 22; // Pixels: below the text of a check box.

void markSetting(QWidget& shown, bool isFound)
{
    QFont font = shown.font();
    font.setBold(isFound);
    shown.setFont(font);
    QPalette palette;
    if (isFound)
        palette.setColor(QPalette::WindowText, theme::ink(theme::Tone::Info));
    shown.setPalette(palette);
}

} // namespace

PreferencesPage::PreferencesPage(const char* name, QString title, QWidget* parent)
    : QWidget(parent)
    , m_title(std::move(title))
    , m_form(new QFormLayout)
{
    setObjectName(QStringLiteral("preferences.") + QLatin1String(name));
    m_form->setVerticalSpacing(2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 4);
    layout->addLayout(m_form);
    layout->addStretch(1);
}

void PreferencesPage::addSetting(const QString& label, QWidget* field, const QString& tip,
                                 const QString& reason)
{
    if (qobject_cast<QPushButton*>(field)) // They say themselves why they cannot be pressed.
        field->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    else
        explainWidget(field, tip, reason);
    QWidget* shown = field;
    QString text;
    if (label.isEmpty()) {
        m_form->addRow(field);
        if (const auto* button = qobject_cast<QAbstractButton*>(field))
            text = button->text();
    } else {
        m_form->addRow(label, field);
        shown = m_form->labelForField(field);
        text = label;
        if (field->accessibleName().isEmpty())
            field->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    }
    QLabel* below = plainLabel(tip, this);
    setGreyed(below, true);
    below->setContentsMargins(label.isEmpty() ? kUnderCheck : 0, 0, 0, kAfterTip);
    if (label.isEmpty()) {
        m_form->addRow(below);
    } else {
        m_form->addRow(QString(), below);
    }
    m_settings.push_back({shown, field, text.remove(QLatin1Char('&')) + QLatin1Char(' ') + tip});
}

void PreferencesPage::addNote(const QString& text)
{
    m_form->addRow(plainLabel(text, this));
}

void PreferencesPage::addFilling(QWidget* content)
{
    auto* box = static_cast<QVBoxLayout*>(layout());
    box->setStretch(1, 0);
    box->addWidget(content, 1);
    m_isFilled = true;
}

bool PreferencesPage::look(const QString& words)
{
    const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto isIn = [&wanted](const QString& text) {
        return !wanted.isEmpty() && std::all_of(wanted.begin(), wanted.end(), [&text](const QString& word) {
            return text.contains(word, Qt::CaseInsensitive);
        });
    };
    bool any = isIn(m_title);
    for (Setting& setting : m_settings) {
        setting.isFound = isIn(setting.words);
        markSetting(*setting.shown, setting.isFound);
        any = any || setting.isFound;
    }
    return any;
}

QWidget* PreferencesPage::found() const
{
    const auto first = std::find_if(m_settings.begin(), m_settings.end(), [](const Setting& setting) {
        return setting.isFound && setting.field->isEnabled();
    });
    return first == m_settings.end() ? nullptr : first->field;
}

void PreferencesPage::apply() const
{
    if (m_apply)
        m_apply();
}

} // namespace purchasing::ui
