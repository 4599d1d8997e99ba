#include "ui/parts/confirmation.h"

#include "ui/parts/long_words.h"
#include "ui/parts/screen_fit.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace purchasing::ui {

bool confirmShown(QDialog& dialog, const QString& question, QWidget* shown, const QString& acceptText,
                  const QString& acceptName, QSize size)
{
    auto* label = new QLabel(&dialog);
    label->setObjectName(QStringLiteral("label.messageQuestion"));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setText(withBreaks(question));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, &dialog);
    QPushButton* accept = buttons->addButton(acceptText, QDialogButtonBox::AcceptRole);
    accept->setObjectName(acceptName);
    accept->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    auto* layout = new QVBoxLayout(&dialog);
    layout->addWidget(label);
    layout->addWidget(shown, 1);
    layout->addWidget(buttons);
    resizeWithin(dialog, size);
    return dialog.exec() == QDialog::Accepted;
}

} // namespace purchasing::ui
