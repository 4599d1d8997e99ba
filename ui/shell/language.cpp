#include "ui/shell/language.h"

#include "ui/planning/product_columns.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace purchasing::ui {
namespace {

/// Keys that Qt's own catalogues leave in English. Ours are asked first.
[[maybe_unused]] constexpr const char* kKeys[] = {QT_TRANSLATE_NOOP("QShortcut", "Return"),
                                                  QT_TRANSLATE_NOOP("QShortcut", "Enter")};

} // namespace

void Language::use(const QString& code)
{
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
    QLocale::setDefault(QLocale::system().language() == QLocale(code).language() ? QLocale::system()
                                                                                 : QLocale(code));
    if (m_qt.load(QStringLiteral("qtbase_%1").arg(code), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_ours.load(QStringLiteral(":/i18n/purchasing_%1.qm").arg(code))
        || m_ours.load(QStringLiteral(":/i18n/purchasing_en.qm")))
        QCoreApplication::installTranslator(&m_ours);
    retranslateColumns();
}

} // namespace purchasing::ui
