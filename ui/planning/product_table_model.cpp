#include "ui/planning/product_table_model.h"

#include "core/domain/look_alikes.h"
#include "core/flow/decision_words.h"
#include "core/flow/override_words.h"
#include "core/flow/work_pool.h"
#include "ui/planning/column_outage.h"
#include "ui/theme/theme.h"
#include "ui/workspace/when_ready.h"
#include "ui/workspace/workspace.h"

#include <algorithm>
#include <utility>

namespace purchasing::ui {
namespace {

constexpr int kArrangedAtOnce = 5000; ///< Products; so many take a few milliseconds.
constexpr std::size_t kMostSortKeys = 3;
constexpr int kArrangeEveryMs = 600;
constexpr int kPauseShare = 4; // Arranging what still grows may take a fifth of the time.

} // namespace

ProductTableModel::ProductTableModel(Workspace& workspace, QObject* parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, [this] { arrangeNow(false); });
    connect(&workspace.feed(), &CatalogueFeed::catalogueReset, this, [this] {
        // While the first load goes on, rows join at the end: those on the screen stay right.
        if (m_workspace.feed().isRead() || m_arrangement.rows.empty())
            arrangeNow(true);
        else
            arrangeSoon();
        findLookAlikes();
    });
    connect(&workspace.feed(), &CatalogueFeed::stalenessChanged, this,
            [this] { Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1); });
    connect(&workspace.feed(), &CatalogueFeed::planGrew, this, &ProductTableModel::arrangeSoon);
    connect(&workspace.feed(), &CatalogueFeed::rowChanged, this, [this](int row) {
        updateRow(row);
        arrangeNow(false);
        if (row < 0)
            findLookAlikes();
    });
    arrangeNow(true);
    findLookAlikes();
}

ProductTableModel::~ProductTableModel()
{
    if (m_cancelled)
        m_cancelled->store(true);
    if (m_comparingCancelled)
        m_comparingCancelled->store(true);
    m_running.waitForFinished();
}

int ProductTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_arrangement.rows.size());
}

int ProductTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ProductColumn::Count);
}

QVariant ProductTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = catalogueRow(index.row());
    if (role == CatalogueRowRole)
        return row;
    if (row < 0)
        return {}; // Rows that left are gone with the next arrangement.
    const auto& [facts, decision] = m_workspace.feed().product(row);
    const auto column = static_cast<ProductColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(column, facts, decision, m_workspace.identity().currency(),
                        m_workspace.feed().today());
    case Qt::EditRole: return cellKey(column, facts, decision);
    case Qt::ToolTipRole: {
        const QString tip =
            cellTip(column, facts, decision, m_workspace.identity().currency(), m_workspace.feed().today());
        const QString alike = lookAlikeText(column, facts.product.productId);
        return tip.isEmpty() || alike.isEmpty() ? tip + alike : alike + QLatin1Char('\n') + tip;
    }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (columnInfo(column).numeric ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::DecorationRole:
        if (column == ProductColumn::Decision)
            return theme::icon(theme::iconNameOf(decision.word), theme::toneOf(decision.word));
        if (isOverriddenCell(column, facts))
            return changesSinceOverride(facts).isEmpty()
                ? theme::icon(QStringLiteral("override"), theme::Tone::Info)
                : theme::icon(QStringLiteral("warning"), theme::Tone::Attention);
        if (!lookAlikeText(column, facts.product.productId).isEmpty())
            return theme::icon(QStringLiteral("warning"), theme::Tone::Attention);
        return {};
    case Qt::ForegroundRole:
        if (!outageOfCell(column, facts).isEmpty())
            return theme::ink(theme::Tone::Muted);
        if (column == ProductColumn::Decision)
            return theme::ink(theme::toneOf(decision.word));
        if (decision.word != Word::Covered) { // What is on order already needs nobody.
            if (column == ProductColumn::Available && facts.availableQty().value_or(Quantity{}) < Quantity{})
                return theme::ink(theme::Tone::Danger);
            if (column == ProductColumn::OrderBy && decision.orderBy
                && *decision.orderBy < m_workspace.feed().today())
                return theme::ink(theme::Tone::Danger);
        }
        if (column == ProductColumn::Reason
            || (decision.word == Word::Enough && column != ProductColumn::Product))
            return theme::ink(theme::Tone::Muted);
        return {};
    case Qt::FontRole:
        if (column == ProductColumn::Product)
            return theme::fixedFont();
        return {};
    case Qt::AccessibleTextRole: return accessibleText(index.column(), row);
    case ProductIdRole: return facts.product.productId;
    case WordRole: return static_cast<int>(decision.word);
    default: return {};
    }
}

QString ProductTableModel::accessibleText(int column, int catalogueRow) const
{
    const auto& [facts, decision] = m_workspace.feed().product(catalogueRow);
    const auto name = static_cast<ProductColumn>(column);
    const bool isOverridden = isOverriddenCell(name, facts);
    if (const QString outage = outageOfCell(name, facts); !outage.isEmpty())
        return tr("%1: %2, not up to date, %3")
            .arg(columnInfo(name).header,
                 cellText(name, facts, decision, m_workspace.identity().currency(),
                          m_workspace.feed().today()),
                 outage);
    if (const QString alike = lookAlikeText(name, facts.product.productId); !alike.isEmpty())
        return tr("%1: %2, %3, %4")
            .arg(columnInfo(name).header, facts.product.productId, wordText(decision.word), alike);
    const bool isStale = isOverridden && !changesSinceOverride(facts).isEmpty();
    return (isStale            ? tr("%1: %2, overridden, stale, %3")
                : isOverridden ? tr("%1: %2, overridden, %3")
                               : tr("%1: %2, %3"))
        .arg(columnInfo(name).header,
             cellText(name, facts, decision, m_workspace.identity().currency(), m_workspace.feed().today()),
             wordText(decision.word));
}

QString ProductTableModel::lookAlikeText(ProductColumn column, const QString& productId) const
{
    const QString other = column == ProductColumn::Product ? m_lookAlikes.value(productId) : QString();
    return other.isEmpty() ? QString() : tr("looks like the product \"%1\", but is another one").arg(other);
}

void ProductTableModel::findLookAlikes()
{
    if (!m_workspace.feed().isRead())
        return;
    const std::shared_ptr<const Catalogue> catalogue = m_workspace.feed().catalogue();
    const std::shared_ptr<const Catalogue> before = std::exchange(m_compared, catalogue);
    if (before && before->hasSameProducts(*catalogue))
        return;
    if (m_comparingCancelled)
        m_comparingCancelled->store(true);
    const auto cancelled = std::make_shared<std::atomic_bool>(false);
    m_comparingCancelled = cancelled;
    whenReady(inWorkPool([catalogue, cancelled] { return lookAlikesIn(*catalogue, *cancelled); }), this,
              [this, cancelled](const QHash<QString, QString>& found) {
                  if (*cancelled || found == m_lookAlikes)
                      return;
                  m_lookAlikes = found;
                  const int column = static_cast<int>(ProductColumn::Product);
                  if (rowCount() > 0)
                      Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column));
              });
}

QVariant ProductTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    const auto column = static_cast<ProductColumn>(section);
    const ProductColumnInfo& info = columnInfo(column);
    const std::vector<SourceOutage>& outages = m_workspace.feed().outages();
    const auto outage = std::find_if(outages.begin(), outages.end(), [column](const SourceOutage& one) {
        return isFedBy(column, one.source);
    });
    switch (role) {
    case Qt::DisplayRole: return info.header;
    case Qt::DecorationRole:
        return outage == outages.end() ? QVariant()
                                       : theme::icon(QStringLiteral("warning"), theme::Tone::Attention);
    case Qt::ToolTipRole: { // The header, too: it is shortened where the column is narrow.
        QStringList lines{info.header};
        if (!info.tip.isEmpty() && info.tip != info.header)
            lines << info.tip;
        if (outage != outages.end())
            lines << outageInWords(*outage);
        if (m_chosenKeys > 1)
            lines << sortInWords();
        return lines.join(QLatin1Char('\n'));
    }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (info.numeric ? Qt::AlignRight : Qt::AlignLeft));
    default: return {};
    }
}

void ProductTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0)
        return;
    const SortKey key{static_cast<ProductColumn>(column), order};
    std::erase_if(m_sort, [&](const SortKey& other) { return other.column == key.column; });
    m_sort.insert(m_sort.begin(), key);
    if (m_sort.size() > kMostSortKeys)
        m_sort.pop_back();
    m_chosenKeys = 1;
    arrangeNow(false);
}

void ProductTableModel::addSort(ProductColumn column)
{
    const auto isIt = [column](const SortKey& key) { return key.column == column; };
    const auto chosenEnd = m_sort.begin() + static_cast<std::ptrdiff_t>(m_chosenKeys);
    if (const auto chosen = std::find_if(m_sort.begin(), chosenEnd, isIt); chosen != chosenEnd) {
        chosen->order = chosen->order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    } else {
        // Before those that are left from earlier, which only decide among equals.
        std::erase_if(m_sort, isIt);
        m_chosenKeys = std::min({m_chosenKeys, m_sort.size(), kMostSortKeys - 1});
        m_sort.insert(m_sort.begin() + static_cast<std::ptrdiff_t>(m_chosenKeys),
                      {column, Qt::AscendingOrder});
        m_sort.resize(std::min(m_sort.size(), kMostSortKeys));
        ++m_chosenKeys;
    }
    arrangeNow(false);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

QString ProductTableModel::sortInWords() const
{
    QStringList names;
    for (std::size_t i = 0; i < m_chosenKeys && i < m_sort.size(); ++i)
        names << (m_sort[i].order == Qt::AscendingOrder ? tr("%1, smallest first") : tr("%1, largest first"))
                     .arg(columnInfo(m_sort[i].column).header);
    return tr("Sorted by %1").arg(names.join(tr(", then ", "between sort keys")));
}

void ProductTableModel::setSort(const std::vector<SortKey>& sort)
{
    if (sort == m_sort)
        return;
    m_sort = sort;
    m_chosenKeys = std::max<std::size_t>(1, sort.size());
    arrangeNow(false);
}

void ProductTableModel::setFilter(const ProductFilter& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    arrangeNow(false);
}

int ProductTableModel::catalogueRow(int row) const
{
    const int arranged = m_arrangement.rows[static_cast<std::size_t>(row)];
    // Until the next arrangement is there, this one still shows the products it was made for.
    return m_arranged == m_workspace.feed().catalogue()
        ? arranged
        : m_workspace.feed().rowOf(m_arranged->productId(arranged));
}

int ProductTableModel::shownRow(int catalogueRow) const
{
    const int arranged = m_arranged == m_workspace.feed().catalogue() || !m_arranged
        ? catalogueRow
        : m_arranged->rowOf(m_workspace.feed().catalogue()->productId(catalogueRow));
    const auto row = static_cast<std::size_t>(arranged);
    return arranged >= 0 && row < m_arrangement.shownRows.size() ? m_arrangement.shownRows[row] : -1;
}

void ProductTableModel::arrangeSoon()
{
    if (m_workspace.feed().productCount() <= kArrangedAtOnce)
        arrangeNow(false);
    else if (!m_soon.isActive() && !isArranging())
        m_soon.start(std::max(kArrangeEveryMs, static_cast<int>(m_arrangeTime) * kPauseShare));
}

void ProductTableModel::arrangeNow(bool isReset)
{
    m_soon.stop();
    m_resetWanted = m_resetWanted || isReset;
    if (m_cancelled)
        m_cancelled->store(true);
    const auto cancelled = std::make_shared<std::atomic_bool>(false);
    const ArrangementRequest request{m_workspace.feed().catalogue(),
                                     m_workspace.feed().plan(),
                                     m_workspace.feed().rules(),
                                     m_workspace.feed().today(),
                                     m_filter,
                                     m_sort};
    if (m_workspace.feed().productCount() <= kArrangedAtOnce) {
        m_cancelled.reset();
        return apply(arrange(request), request.catalogue);
    }
    m_cancelled = cancelled;
    m_arranging.start();
    m_running = arrangeInWorkPool(request, cancelled);
    whenReady(m_running, this, [this, cancelled, catalogue = request.catalogue](Arrangement arrangement) {
        if (m_cancelled != cancelled)
            return; // Another one is under way.
        m_cancelled.reset();
        m_arrangeTime = m_arranging.elapsed();
        apply(std::move(arrangement), catalogue);
    });
}

void ProductTableModel::apply(Arrangement arrangement, std::shared_ptr<const Catalogue> catalogue)
{
    const bool isReset = std::exchange(m_resetWanted, false);
    if (isReset || arrangement.rows.size() != m_arrangement.rows.size()) {
        beginResetModel();
        m_arrangement = std::move(arrangement);
        m_arranged = std::move(catalogue);
        endResetModel();
    } else if (arrangement.rows == m_arrangement.rows) {
        m_arrangement = std::move(arrangement);
        m_arranged = std::move(catalogue);
        if (!m_arrangement.rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    } else {
        Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
        const QModelIndexList before = persistentIndexList();
        std::vector<int> kept;
        kept.reserve(static_cast<std::size_t>(before.size()));
        for (const QModelIndex& index : before)
            kept.push_back(m_arrangement.rows[static_cast<std::size_t>(index.row())]);
        m_arrangement = std::move(arrangement);
        m_arranged = std::move(catalogue);
        QModelIndexList after;
        for (qsizetype i = 0; i < before.size(); ++i) {
            const int shown =
                m_arrangement.shownRows[static_cast<std::size_t>(kept[static_cast<std::size_t>(i)])];
            after << (shown < 0 ? QModelIndex() : index(shown, before[i].column()));
        }
        changePersistentIndexList(before, after);
        Q_EMIT layoutChanged({}, VerticalSortHint);
    }
    Q_EMIT countsChanged();
}

void ProductTableModel::updateRow(int catalogueRow)
{
    const int shown = catalogueRow < 0 ? -1 : shownRow(catalogueRow);
    if (shown >= 0)
        Q_EMIT dataChanged(index(shown, 0), index(shown, columnCount() - 1));
}

} // namespace purchasing::ui
