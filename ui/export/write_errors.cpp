#include "ui/export/write_errors.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cerrno>

namespace purchasing::ui {
namespace {

struct WriteErrorsWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::ui::TableWriter)
};

} // namespace

Error cannotWrite(const QString& file, int systemError)
{
    const QString name = QFileInfo(file).fileName();
    QString why;
    switch (systemError) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        why = WriteErrorsWords::tr(
            "%1 was not written, because there is no room left on the disk. What was there before "
            "is unchanged.");
        break;
    case EACCES:
    case EPERM:
    case EROFS:
        why = WriteErrorsWords::tr("%1 was not written, because you may not write into that folder.");
        break;
    case ENOENT: why = WriteErrorsWords::tr("%1 was not written, because its folder does not exist."); break;
    default: why = WriteErrorsWords::tr("%1 could not be written."); break;
    }
    return {ErrorKind::Unavailable, why.arg(name),
            systemError ? QStringLiteral("%1: %2").arg(file, qt_error_string(systemError)) : file};
}

Error writingCancelled()
{
    return {ErrorKind::Cancelled, WriteErrorsWords::tr("Writing the file was cancelled."), {}};
}

} // namespace purchasing::ui
