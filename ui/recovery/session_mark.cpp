#include "ui/recovery/session_mark.h"

#include <QDir>
#include <QUuid>

namespace purchasing::ui {

SessionMark::SessionMark(const QString& folder)
{
    const QDir marks(folder);
    marks.mkpath(QStringLiteral("."));
    for (const QString& name : marks.entryList({QStringLiteral("*.running")}, QDir::Files)) {
        QLockFile left(marks.filePath(name));
        left.setStaleLockTime(0); // Old only when its program is gone, however long that runs.
        if (left.tryLock()) {
            m_isAfterCrash = true;
            left.unlock(); // Which removes it.
        }
    }
    m_own = std::make_unique<QLockFile>(
        marks.filePath(QUuid::createUuid().toString(QUuid::WithoutBraces) + QStringLiteral(".running")));
    m_own->setStaleLockTime(0);
    (void)m_own->tryLock(); // Where it cannot be set, a crash goes unnoticed, and that is all.
}

} // namespace purchasing::ui
