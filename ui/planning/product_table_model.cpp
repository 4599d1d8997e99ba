#include "ui/planning/product_table_model.h"

#include "core/flow/decision_words.h"
#include "core/flow/override_words.h"
#include "ui/theme/theme.h"
#include "ui/workspace/workspace.h"

#include <QFontDatabase>

#include <algorithm>
#include <numeric>

namespace purchasing::ui {
namespace {

/// Compares two sort keys of one column; invalid ones are handled by the caller.
bool isLess(const QVariant& a, const QVariant& b)
{
    if (a.typeId() == QMetaType::QString)
        return QString::localeAwareCompare(a.toString(), b.toString()) < 0;
    return QVariant::compare(a, b) == QPartialOrdering::Less;
}

} // namespace

ProductTableModel::ProductTableModel(Workspace& workspace, QObject* parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::catalogueReset, this, [this] {
        beginResetModel();
        rebuildTexts();
        countWords();
        rebuildRows();
        endResetModel();
        Q_EMIT countsChanged();
    });
    connect(&workspace, &Workspace::rowChanged, this, &ProductTableModel::updateRows);
    rebuildTexts();
    countWords();
    rebuildRows();
}

int ProductTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ProductTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ProductColumn::Count);
}

QVariant ProductTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = m_rows[static_cast<std::size_t>(index.row())];
    const ProductFacts& facts = m_workspace.products()[static_cast<std::size_t>(row)];
    const Decision& decision = m_workspace.decisions()[static_cast<std::size_t>(row)];
    const auto column = static_cast<ProductColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(column, facts, decision, m_workspace.currency(), m_workspace.today());
    case Qt::EditRole: return cellKey(column, facts, decision);
    case Qt::ToolTipRole:
        return cellTip(column, facts, decision, m_workspace.currency(), m_workspace.today());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (columnInfo(column).numeric ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::DecorationRole:
        if (column == ProductColumn::Decision)
            return theme::icon(theme::iconNameOf(decision.word), theme::toneOf(decision.word));
        if (isOverriddenCell(column, facts))
            return theme::icon(QStringLiteral("override"),
                               changesSinceOverride(facts).isEmpty() ? theme::Tone::Info
                                                                     : theme::Tone::Attention);
        return {};
    case Qt::ForegroundRole:
        if (column == ProductColumn::Decision)
            return theme::ink(theme::toneOf(decision.word));
        if (column == ProductColumn::Available && facts.availableQty().value_or(Quantity{}) < Quantity{})
            return theme::ink(theme::Tone::Danger);
        if (column == ProductColumn::OrderBy && decision.orderBy && *decision.orderBy < m_workspace.today())
            return theme::ink(theme::Tone::Danger);
        if (column == ProductColumn::Reason
            || (decision.word == Word::Enough && column != ProductColumn::Product))
            return theme::ink(theme::Tone::Muted);
        return {};
    case Qt::FontRole:
        if (column == ProductColumn::Product)
            return QFontDatabase::systemFont(QFontDatabase::FixedFont);
        return {};
    case Qt::AccessibleTextRole: return accessibleText(index.column(), row);
    case ProductIdRole: return facts.product.productId;
    case CatalogueRowRole: return row;
    case WordRole: return static_cast<int>(decision.word);
    default: return {};
    }
}

QString ProductTableModel::accessibleText(int column, int catalogueRow) const
{
    const auto row = static_cast<std::size_t>(catalogueRow);
    const auto name = static_cast<ProductColumn>(column);
    const bool isOverridden = isOverriddenCell(name, m_workspace.products()[row]);
    return (isOverridden ? tr("%1: %2, overridden, %3") : tr("%1: %2, %3"))
        .arg(columnInfo(name).header,
             cellText(name, m_workspace.products()[row], m_workspace.decisions()[row], m_workspace.currency(),
                      m_workspace.today()),
             wordText(m_workspace.decisions()[row].word));
}

QVariant ProductTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    const ProductColumnInfo& info = columnInfo(static_cast<ProductColumn>(section));
    switch (role) {
    case Qt::DisplayRole: return info.header;
    case Qt::ToolTipRole: return info.tip;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (info.numeric ? Qt::AlignRight : Qt::AlignLeft));
    default: return {};
    }
}

void ProductTableModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<int> kept;
    kept.reserve(static_cast<std::size_t>(before.size()));
    for (const QModelIndex& index : before)
        kept.push_back(m_rows[static_cast<std::size_t>(index.row())]);
    sortRows(m_rows);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after << index(shownRow(kept[static_cast<std::size_t>(i)]), before[i].column());
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void ProductTableModel::setFilter(const ProductFilter& filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    m_filterWords.clear();
    for (const QString& word : filter.text.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts))
        m_filterWords.push_back(word);
    rebuildRows();
    endResetModel();
}

int ProductTableModel::shownRow(int catalogueRow) const
{
    const auto found = std::find(m_rows.begin(), m_rows.end(), catalogueRow);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void ProductTableModel::rebuildTexts()
{
    m_searchable.clear();
    m_searchable.reserve(m_workspace.products().size());
    for (const ProductFacts& facts : m_workspace.products()) {
        QString text = facts.product.productId + QLatin1Char('\n') + facts.product.name + QLatin1Char('\n')
            + facts.product.category;
        if (const SupplierOffer* supplier = facts.supplier())
            text += QLatin1Char('\n') + supplier->supplierId + QLatin1Char('\n') + supplier->name;
        m_searchable.push_back(text.toLower());
    }
}

void ProductTableModel::countWords()
{
    m_counts.fill(0);
    for (const Decision& decision : m_workspace.decisions())
        ++m_counts[static_cast<std::size_t>(decision.word)];
    m_overriddenCount = 0;
    for (int row = 0; row < m_workspace.productCount(); ++row)
        m_overriddenCount += m_workspace.isOverridden(row);
}

void ProductTableModel::updateRows(int changedRow)
{
    rebuildTexts();
    countWords();
    // A changed decision may leave the filter. Membership and order change rarely; then the selection is kept
    // by the view through the product's id.
    std::vector<int> fresh;
    for (int row = 0; row < static_cast<int>(m_workspace.products().size()); ++row) {
        if (passes(row))
            fresh.push_back(row);
    }
    const bool sameMembers = fresh.size() == m_rows.size() && [&] {
        std::vector<int> current = m_rows;
        std::sort(current.begin(), current.end());
        return current == fresh;
    }();
    if (sameMembers) {
        if (changedRow < 0) {
            if (!m_rows.empty())
                Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        } else if (const int shown = shownRow(changedRow); shown >= 0) {
            Q_EMIT dataChanged(index(shown, 0), index(shown, columnCount() - 1));
        }
    } else {
        beginResetModel();
        m_rows = std::move(fresh);
        sortRows(m_rows);
        endResetModel();
    }
    Q_EMIT countsChanged();
}

void ProductTableModel::rebuildRows()
{
    m_rows.clear();
    for (int row = 0; row < static_cast<int>(m_workspace.products().size()); ++row) {
        if (passes(row))
            m_rows.push_back(row);
    }
    sortRows(m_rows);
}

bool ProductTableModel::passes(int catalogueRow) const
{
    const auto row = static_cast<std::size_t>(catalogueRow);
    if (m_filter.overridden && !m_workspace.isOverridden(catalogueRow))
        return false;
    if (m_filter.words.any()
        && !m_filter.words.test(static_cast<std::size_t>(m_workspace.decisions()[row].word)))
        return false;
    return std::all_of(m_filterWords.begin(), m_filterWords.end(),
                       [&](const QString& word) { return m_searchable[row].contains(word); });
}

void ProductTableModel::sortRows(std::vector<int>& rows) const
{
    if (m_sortColumn < 0)
        return;
    const auto column = static_cast<ProductColumn>(m_sortColumn);
    std::vector<QVariant> keys(m_workspace.products().size());
    for (const int row : rows)
        keys[static_cast<std::size_t>(row)] =
            cellKey(column, m_workspace.products()[static_cast<std::size_t>(row)],
                    m_workspace.decisions()[static_cast<std::size_t>(row)]);
    const bool descending = m_sortOrder == Qt::DescendingOrder;
    std::stable_sort(rows.begin(), rows.end(), [&](int a, int b) {
        const QVariant& left = keys[static_cast<std::size_t>(a)];
        const QVariant& right = keys[static_cast<std::size_t>(b)];
        if (left.isValid() != right.isValid())
            return left.isValid();
        if (!left.isValid())
            return false;
        return descending ? isLess(right, left) : isLess(left, right);
    });
}

} // namespace purchasing::ui
