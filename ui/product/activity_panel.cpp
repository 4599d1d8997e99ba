#include "ui/product/activity_panel.h"

#include "core/flow/history_words.h"
#include "ui/parts/panel_layout.h"
#include "ui/workspace/connection.h"
#include "ui/workspace/when_ready.h"

#include <QHeaderView>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace purchasing::ui {
namespace {

constexpr int kShown = 200;

} // namespace

ActivityPanel::ActivityPanel(const Connection& connection, QWidget* parent)
    : QWidget(parent)
    , m_connection(connection)
    , m_table(plainTable({tr("When"), tr("Who"), tr("What")}, QStringLiteral("table.activity"), this))
{
    setObjectName(QStringLiteral("panel.activity"));
    m_table->setAccessibleName(tr("Activity of the product"));
    wrapSentences(*m_table);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_table);
}

void ActivityPanel::show(const QString& productId)
{
    m_productId = productId;
    whenReady(
        m_connection.ports.activity->activity(productId, kShown), this,
        [this, productId](const Result<std::vector<HistoryEntry>>& entries) {
            if (productId != m_productId)
                return;
            if (!entries) {
                m_table->setRowCount(1);
                setCell(m_table, 0, 0, {});
                setCell(m_table, 0, 1, {});
                setCell(m_table, 0, 2, tr("The activity cannot be read: %1").arg(entries.error().message));
                return;
            }
            m_table->setRowCount(static_cast<int>(std::max<std::size_t>(1, entries->size())));
            if (entries->empty()) {
                setCell(m_table, 0, 0, {});
                setCell(m_table, 0, 1, {});
                setCell(m_table, 0, 2,
                        tr("Nothing happened to this product yet. Evaluations and orders appear here."));
            }
            for (std::size_t i = 0; i < entries->size(); ++i) {
                const HistoryEntry& entry = (*entries)[i];
                const int row = static_cast<int>(i);
                setCell(m_table, row, 0, QLocale().toString(entry.at.toLocalTime(), QLocale::ShortFormat));
                setCell(m_table, row, 1, entry.actorName);
                setCell(m_table, row, 2, historyInWords(entry.text));
            }
        });
}

} // namespace purchasing::ui
