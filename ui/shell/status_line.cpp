#include "ui/shell/status_line.h"

#include "ui/parts/elided_label.h"
#include "ui/shell/reading_bar.h"
#include "ui/shell/working_as_button.h"
#include "ui/workspace/workspace.h"

#include <QStatusBar>

namespace purchasing::ui {

StatusLine::StatusLine(Workspace& workspace, QSettings& settings, QStatusBar* bar)
    : QObject(bar)
    , m_workspace(workspace)
    , m_tag(new ElidedLabel(workspace.connection().tag, bar))
    , m_connection(new ElidedLabel(bar))
    , m_count(new ElidedLabel(bar))
    , m_selection(new ElidedLabel(bar))
    , m_person(new WorkingAsButton(workspace.identity(), workspace.connection(), settings, bar))
{
    m_tag->setObjectName(QStringLiteral("label.connectionTag"));
    m_tag->setVisible(!m_tag->text().isEmpty());
    m_tag->setStyleSheet(
        QStringLiteral(
            "color: white; background: %1; border-radius: 4px; padding: 1px 8px; font-weight: bold;")
            .arg(workspace.connection().tagColor.name())); // All colours on offer are dark.
    m_connection->setObjectName(QStringLiteral("label.connection"));
    m_selection->setObjectName(QStringLiteral("label.selectionSum"));
    connect(m_person, &WorkingAsButton::done, this, &StatusLine::done);
    connect(m_person, &WorkingAsButton::failed, this, &StatusLine::failed);
    bar->addPermanentWidget(new ReadingBar(workspace.feed(), bar));
    for (QWidget* part :
         {static_cast<QWidget*>(m_selection), static_cast<QWidget*>(m_count), static_cast<QWidget*>(m_tag),
          static_cast<QWidget*>(m_connection), static_cast<QWidget*>(m_person)})
        bar->addPermanentWidget(part);
}

void StatusLine::showState(const QString& selected)
{
    const Connection& connection = m_workspace.connection();
    m_connection->setText(connection.readOnly ? tr("%1 · read-only").arg(connection.name) : connection.name);
    QStringList details{connection.readOnly ? tr("%1: %2").arg(connection.location, connection.readOnlyReason)
                                            : connection.location};
    for (const SourceOutage& outage : m_workspace.feed().outages())
        details += outageInWords(outage);
    details += connection.limitations;
    m_connection->setToolTip(details.join(QLatin1Char('\n')));
    m_count->setText(m_workspace.feed().rules()
                         ? tr("%Ln product(s)", nullptr, m_workspace.feed().productCount())
                             + tr(" · rules version %1").arg(m_workspace.feed().rules()->ruleSetVersion())
                         : QString());
    m_person->showPerson();
    m_selection->setVisible(!selected.isEmpty());
    m_selection->setText(selected);
}

} // namespace purchasing::ui
