#pragma once

#include <QWidget>

#include <functional>
#include <vector>

class QFormLayout;
class QLabel;

namespace purchasing::ui {

/// One page of the preferences: settings with their labels, found by their words.
class PreferencesPage : public QWidget
{
    Q_OBJECT

public:
    /// `name` tells pages apart, for tests.
    PreferencesPage(const char* name, QString title, QWidget* parent = nullptr);

    [[nodiscard]] const QString& title() const { return m_title; }
    /// `tip` says what it is good for; the search looks into it, too. Where there is a `reason`, the field is
    /// disabled and says so. An empty label is for fields that have their text themselves.
    void addSetting(const QString& label, QWidget* field, const QString& tip, const QString& reason = {});
    /// A sentence about the whole page.
    void addNote(const QString& text);
    /// Fills the rest of the page.
    void addFilling(QWidget* content);

    [[nodiscard]] bool isFilled() const { return m_isFilled; }

    /// Marks the settings that have these words, none for an empty text; says whether the page has any.
    virtual bool look(const QString& words);
    /// The first setting that is marked; null without.
    [[nodiscard]] QWidget* found() const;

    /// What keeps it from being saved; empty when it can be. `isWrong` says so in a sentence.
    void checkWith(std::function<QString()> isWrong) { m_isWrong = std::move(isWrong); }
    [[nodiscard]] QString problem() const { return m_isWrong ? m_isWrong() : QString(); }
    /// What has to be asked before it is saved; empty when nothing has.
    void askWith(std::function<QString()> question) { m_question = std::move(question); }
    [[nodiscard]] QString question() const { return m_question ? m_question() : QString(); }
    /// What is a person's own takes effect there, after everything that can fail.
    void whenSaved(std::function<void()> apply) { m_apply = std::move(apply); }
    void apply() const;

private:
    struct Setting
    {
        QWidget* shown; ///< What is marked: the label, or the field.
        QWidget* field;
        QString words;
        bool isFound = false;
    };

    QString m_title;
    bool m_isFilled = false;
    QFormLayout* m_form;
    std::vector<Setting> m_settings;
    std::function<QString()> m_isWrong;
    std::function<QString()> m_question;
    std::function<void()> m_apply;
};

} // namespace purchasing::ui
