#include "ui/connect/new_database.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace purchasing::ui {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::ui::NewDatabase)
};

} // namespace

Result<Done> mayOpenFile(const QString& file, bool readOnly, QWidget* parent)
{
    const QFileInfo info(file);
    const QString shown = QDir::toNativeSeparators(info.absoluteFilePath());
    if (info.isDir())
        return Error{ErrorKind::Invalid, Words::tr("%1 is a folder, not a database file.").arg(shown), {}};
    if (info.exists())
        return Done{};
    if (!info.absoluteDir().exists()) {
        return Error{ErrorKind::NotFound,
                     Words::tr("There is no folder %1. Check the path of the database file.")
                         .arg(QDir::toNativeSeparators(info.absolutePath())),
                     {}};
    }
    if (readOnly)
        return Error{ErrorKind::NotFound, Words::tr("%1 does not exist.").arg(shown), {}};
    QMessageBox box(QMessageBox::Question, Words::tr("New database"),
                    Words::tr("%1 does not exist.").arg(shown), QMessageBox::Cancel, parent);
    box.setObjectName(QStringLiteral("dialog.newDatabase"));
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(Words::tr("Make a new database there, with example products?"));
    QPushButton* make = box.addButton(Words::tr("&Make it"), QMessageBox::AcceptRole);
    make->setObjectName(QStringLiteral("btn.makeDatabase"));
    box.setDefaultButton(QMessageBox::Cancel); // A mistyped name is likelier than the wish for a new file.
    box.exec();
    if (box.clickedButton() == make)
        return Done{};
    return Error{ErrorKind::Cancelled, Words::tr("No database was made."), {}};
}

} // namespace purchasing::ui
