#pragma once

#include "core/domain/rule_merge.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace purchasing::ui {

class RuleEditor;

/// The places where two people, or one person in two windows, changed the same rules: what it was, mine and
/// theirs side by side, and below what shall stand there. Accepted once every place is decided.
class MergeDialog : public QDialog
{
    Q_OBJECT

public:
    /// `about` says what happened; `theirs` names the other side over its texts.
    MergeDialog(RuleMerge merge, const QString& about, const QString& theirs, QWidget* parent = nullptr);
    /// The merged packs; meaningful once the dialog was accepted.
    [[nodiscard]] std::vector<RulePack> packs() const { return m_merge.packs(); }

private:
    RuleEditor* addText(QLayout& row, const QString& title, const char* name);
    void showConflict(int index);
    void decide(const QString& text);
    void take(const QString& text);
    void decideAll(QString RuleConflict::*side);
    void updateState();

    RuleMerge m_merge;
    QListWidget* m_places;
    RuleEditor* m_mine = nullptr;
    RuleEditor* m_before = nullptr;
    RuleEditor* m_theirs = nullptr;
    RuleEditor* m_result = nullptr;
    QLabel* m_count;
    QPushButton* m_save = nullptr;
    int m_shown = -1;
    bool m_isFilling = false;
};

} // namespace purchasing::ui
