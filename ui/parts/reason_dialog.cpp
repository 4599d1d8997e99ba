#include "ui/parts/reason_dialog.h"

#include "ui/parts/long_words.h"
#include "ui/parts/screen_fit.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QHash>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace purchasing::ui {
namespace {

constexpr int kLongestReason = 2000; // As the database allows.

/// What was typed, by the question: a dialog that is closed, or an act that is refused, loses no words.
QHash<QString, QString>& typedReasons()
{
    static QHash<QString, QString> typed;
    return typed;
}

} // namespace

QString askReason(QWidget* parent, const QString& title, const QString& question, const QString& acceptText)
{
    QDialog dialog(parent);
    dialog.setObjectName(QStringLiteral("dialog.reason"));
    dialog.setWindowTitle(title);
    auto* label = new QLabel(withBreaks(question), &dialog);
    label->setWordWrap(true);
    auto* edit = new QPlainTextEdit(typedReasons().value(question), &dialog);
    edit->setObjectName(QStringLiteral("edit.reason"));
    edit->setAccessibleName(question);
    edit->setTabChangesFocus(true);
    label->setBuddy(edit);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, &dialog);
    QPushButton* accept = buttons->addButton(QLatin1Char('&') + acceptText, QDialogButtonBox::AcceptRole);
    accept->setObjectName(QStringLiteral("btn.giveReason"));
    const auto update = [edit, accept] {
        const QString text = edit->toPlainText().trimmed();
        accept->setEnabled(!text.isEmpty() && text.size() <= kLongestReason);
        accept->setToolTip(
            text.isEmpty() ? QDialog::tr("Unavailable: a reason is needed")
                : text.size() > kLongestReason
                ? QDialog::tr("Unavailable: the reason is longer than %1 characters").arg(kLongestReason)
                : QString());
    };
    QObject::connect(edit, &QPlainTextEdit::textChanged, &dialog, update);
    update();
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    auto* layout = new QVBoxLayout(&dialog);
    layout->addWidget(label);
    layout->addWidget(edit);
    layout->addWidget(buttons);
    resizeWithin(dialog, QSize(420, std::max(220, layout->totalHeightForWidth(420)))); // Large fonts.
    edit->setFocus();
    edit->selectAll();
    const bool isGiven = dialog.exec() == QDialog::Accepted;
    const QString reason = edit->toPlainText().trimmed();
    typedReasons().insert(question, reason);
    return isGiven ? reason : QString();
}

} // namespace purchasing::ui
