#pragma once

#include "ui/catalogue/import_dialog.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

#include "tests/ui/planner_harness.h"

namespace purchasing::tests {

/// The dialog as somebody at the keyboard and the mouse sees it.
struct Wizard
{
    ui::ImportDialog& dialog;

    template <typename Widget> [[nodiscard]] Widget* find(const QString& name) const
    {
        auto* widget = dialog.findChild<Widget*>(name);
        if (!widget)
            QTest::qFail(qPrintable(name), __FILE__, __LINE__);
        return widget;
    }
    [[nodiscard]] QPushButton* button(const char* name) const
    {
        return find<QPushButton>(QLatin1String(name));
    }
    [[nodiscard]] QTableWidget* table(const char* name) const
    {
        return find<QTableWidget>(QLatin1String(name));
    }
    [[nodiscard]] QString textOf(const char* label) const
    {
        return find<QLabel>(QLatin1String(label))->text();
    }
    [[nodiscard]] bool isAt(int step) const
    {
        return textOf("label.importStep").contains(QStringLiteral(" %1 ").arg(step));
    }
    void click(const char* name) const { QTest::mouseClick(button(name), Qt::LeftButton); }

    /// Chooses an entry as a person does, by its data.
    void choose(const QString& name, const QString& data) const
    {
        auto* box = find<QComboBox>(name);
        const int index = box->findData(data);
        QVERIFY2(index >= 0, qPrintable(data));
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }
    void type(const QString& name, const QString& text) const
    {
        auto* edit = find<QLineEdit>(name);
        edit->setFocus();
        edit->setText(text);
        Q_EMIT edit->editingFinished();
    }
};

/// Opens the dialog, takes the steps in it and closes it.
inline void walk(PlannerHarness& planner, const std::function<void(const Wizard&)>& steps)
{
    planner.answer("dialog.import", [&](QWidget& widget) {
        steps(Wizard{static_cast<ui::ImportDialog&>(widget)});
        widget.close();
    });
    planner.trigger("action.import");
    QVERIFY(planner.allAnswered());
}

/// Writes a file beside the planner's own and gives its place.
inline QString write(const PlannerHarness& planner, const QByteArray& name, const QByteArray& bytes)
{
    QFile file(planner.folder() + QLatin1Char('/') + QString::fromUtf8(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write a test file");
    return file.fileName();
}

inline void picture(const Wizard& wizard, const QString& name)
{
    const QString folder = QCoreApplication::applicationDirPath() + QStringLiteral("/../screenshots");
    QDir().mkpath(folder);
    QVERIFY(wizard.dialog.grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png")));
}

} // namespace purchasing::tests
