#include "ui/connect/new_database.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace purchasing::ui {
namespace {

struct NewDatabaseWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::ui::NewDatabase)
};

} // namespace

Result<MissingFile> mayOpenFile(const QString& file, bool readOnly, QWidget* parent)
{
    const QFileInfo info(file);
    const QString shown = QDir::toNativeSeparators(info.absoluteFilePath());
    if (info.isDir())
        return Error{
            ErrorKind::Invalid, NewDatabaseWords::tr("%1 is a folder, not a database file.").arg(shown), {}};
    if (info.exists())
        return MissingFile::Refuse;
    if (info.isSymLink()) {
        return Error{ErrorKind::NotFound,
                     NewDatabaseWords::tr("%1 is a link to %2, which does not exist.")
                         .arg(shown, QDir::toNativeSeparators(info.symLinkTarget())),
                     {}};
    }
    if (!info.absoluteDir().exists()) {
        return Error{ErrorKind::NotFound,
                     NewDatabaseWords::tr("There is no folder %1. Check the path of the database file.")
                         .arg(QDir::toNativeSeparators(info.absolutePath())),
                     {}};
    }
    if (readOnly)
        return Error{ErrorKind::NotFound, NewDatabaseWords::tr("%1 does not exist.").arg(shown), {}};
    QMessageBox box(QMessageBox::Question, NewDatabaseWords::tr("New database"),
                    NewDatabaseWords::tr("%1 does not exist.").arg(shown), QMessageBox::Cancel, parent);
    box.setObjectName(QStringLiteral("dialog.newDatabase"));
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(NewDatabaseWords::tr(
        "Make a new database there? An empty one is for your own products, which you import; one with "
        "example products is for trying."));
    QPushButton* empty = box.addButton(NewDatabaseWords::tr("Make an &empty one"), QMessageBox::AcceptRole);
    empty->setObjectName(QStringLiteral("btn.makeEmptyDatabase"));
    QPushButton* make =
        box.addButton(NewDatabaseWords::tr("Make one with e&xamples"), QMessageBox::AcceptRole);
    make->setObjectName(QStringLiteral("btn.makeDatabase"));
    box.setDefaultButton(QMessageBox::Cancel); // A mistyped name is likelier than the wish for a new file.
    box.exec();
    if (box.clickedButton() == make)
        return MissingFile::MakeDemo;
    if (box.clickedButton() == empty)
        return MissingFile::MakeEmpty;
    return Error{ErrorKind::Cancelled, NewDatabaseWords::tr("No database was made."), {}};
}

} // namespace purchasing::ui
