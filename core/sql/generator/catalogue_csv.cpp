#include "core/sql/generator/catalogue_csv.h"

#include "core/sql/generator/catalogue_generator.h"
#include "core/sql/generator/demo_demand.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStringList>

namespace purchasing::sql {
namespace {

/// One CSV file that appears when it is complete.
class CsvFile
{
public:
    CsvFile(const QDir& folder, const char* name, const QStringList& header)
        : m_file(folder.filePath(QLatin1String(name)))
    {
        m_isOpen = m_file.open(QIODevice::WriteOnly);
        add(header);
    }

    void add(const QStringList& fields)
    {
        for (qsizetype i = 0; i < fields.size(); ++i)
            m_pending += (i > 0 ? "," : "") + quoted(fields[i]);
        m_pending += "\r\n";
        if (m_pending.size() > kBuffer)
            flush();
    }

    /// Why it could not be written; empty when it was.
    [[nodiscard]] QString commit()
    {
        flush();
        return m_isOpen && m_file.commit() ? QString() : m_file.errorString();
    }

private:
    static constexpr qsizetype kBuffer = 1 << 20;

    static QByteArray quoted(const QString& field)
    {
        static const QString kSpecial = QStringLiteral(",\"\r\n");
        const bool isPlain = std::none_of(field.begin(), field.end(),
                                          [](QChar character) { return kSpecial.contains(character); });
        if (isPlain)
            return field.toUtf8();
        return '"' + QString(field).replace(QLatin1Char('"'), QLatin1String("\"\"")).toUtf8() + '"';
    }
    void flush()
    {
        if (m_isOpen)
            m_file.write(m_pending); // A failure is remembered and makes commit() fail.
        m_pending.clear();
    }

    QSaveFile m_file;
    QByteArray m_pending;
    bool m_isOpen = false;
};

QStringList words(const char* text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '));
}

/// The six files of a catalogue.
class CatalogueFiles
{
public:
    CatalogueFiles(const QDir& folder, const CatalogueCsvOptions& options)
        : m_products(folder, "products.csv", words("product_id name category"))
        , m_demand(folder, "oms_history.csv", words("product_id avg_daily_demand trend"))
        , m_levels(folder, "inventory_levels.csv",
                   words("product_id warehouse_id current_qty reserved_qty on_order_qty"))
        , m_offers(folder, "supplier_info.csv",
                   words("supplier_id product_id moq lead_time_days unit_price is_active supplier_name "
                         "order_multiple "
                         "priority email"))
        , m_units(folder, "uom_conversion.csv", words("product_id from_uom to_uom conversion_factor"))
        , m_today(options.today.isValid() ? options.today : QDate::currentDate())
    {
        if (options.dailyDemand)
            m_daily.emplace(folder, "demand_daily.csv", words("product_id day qty"));
    }

    void add(const GeneratedProduct& product)
    {
        const QString& id = product.name.productId;
        m_products.add({id, product.name.name, product.name.category});
        if (product.demand)
            addDemand(id, *product.demand);
        for (const WarehouseLevel& level : product.levels) {
            m_levels.add({id, level.warehouseId, level.currentQty->toString(), level.reservedQty.toString(),
                          level.onOrderQty.toString()});
        }
        for (const SupplierOffer& offer : product.offers) {
            m_offers.add({offer.supplierId, id, offer.moq->toString(), QString::number(*offer.leadTimeDays),
                          offer.unitPrice ? offer.unitPrice->toString() : QString(),
                          offer.isActive ? QString::number(int{*offer.isActive}) : QString(), offer.name,
                          offer.orderMultiple->toString(), QString::number(offer.priority), offer.email});
        }
        for (const UnitConversion& unit : product.units)
            m_units.add({id, unit.fromUom, unit.toUom, unit.factor->toString()});
    }

    [[nodiscard]] Result<Done> commit()
    {
        for (CsvFile* file :
             {&m_products, &m_demand, &m_levels, &m_offers, &m_units, m_daily ? &*m_daily : nullptr}) {
            const QString problem = file ? file->commit() : QString();
            if (!problem.isEmpty()) {
                return Error{ErrorKind::Unavailable,
                             QStringLiteral("The catalogue could not be written: %1.").arg(problem),
                             {}};
            }
        }
        return Done{};
    }

private:
    void addDemand(const QString& id, const Demand& demand)
    {
        m_demand.add({id, demand.avgDailyDemand->toString(), demand.trend});
        if (!m_daily)
            return;
        const auto year = demandYear(id, demand.avgDailyDemand->tenThousandths / 100, demand.trend);
        QDate day = m_today.addDays(-static_cast<qint64>(year.size()));
        for (const std::int64_t qty : year) {
            m_daily->add({id, day.toString(Qt::ISODate), Quantity{qty}.toString()});
            day = day.addDays(1);
        }
    }

    CsvFile m_products;
    CsvFile m_demand;
    CsvFile m_levels;
    CsvFile m_offers;
    CsvFile m_units;
    std::optional<CsvFile> m_daily;
    QDate m_today;
};

QString whyNoLink(const QString& path)
{
    return QStringLiteral("%1 is a link, which is not followed. Choose another folder.")
        .arg(QDir::toNativeSeparators(path));
}

/// Files that are there are somebody's; a link would lead out of the folder.
QString whyNotWritten(const QDir& folder, const CatalogueCsvOptions& options)
{
    for (const char* name : {"products.csv", "oms_history.csv", "inventory_levels.csv", "supplier_info.csv",
                             "uom_conversion.csv", "demand_daily.csv"}) {
        const QFileInfo file(folder.filePath(QLatin1String(name)));
        const QString shown = QDir::toNativeSeparators(file.filePath());
        if (file.isSymLink())
            return whyNoLink(shown);
        if (!file.exists())
            continue;
        if (!file.isFile())
            return QStringLiteral("%1 is no ordinary file. Choose another folder.").arg(shown);
        if (!options.replace)
            return QStringLiteral("%1 is there already. Choose another folder, or replace it with --force.")
                .arg(shown);
    }
    return {};
}

} // namespace

Result<Done> writeCatalogueCsv(const QString& folder, const CatalogueCsvOptions& options)
{
    if (options.products < 0 || options.products > 9999999) {
        return Error{ErrorKind::Invalid, QStringLiteral("A catalogue has 0 to 9,999,999 products."), {}};
    }
    if (QFileInfo(QDir::cleanPath(folder)).isSymLink())
        return Error{ErrorKind::Refused, whyNoLink(folder), {}};
    if (!QDir().mkpath(folder)) {
        return Error{ErrorKind::Unavailable,
                     QStringLiteral("The folder %1 cannot be made.").arg(QDir::toNativeSeparators(folder)),
                     {}};
    }
    if (const QString why = whyNotWritten(QDir(folder), options); !why.isEmpty())
        return Error{ErrorKind::Refused, why, {}};
    const CatalogueGenerator generator(options.seed);
    CatalogueFiles files{QDir(folder), options};
    for (std::int64_t index = 0; index < options.products; ++index) {
        files.add(generator.product(index));
        if (options.progress && (index + 1) % 10000 == 0)
            options.progress(index + 1, options.products);
    }
    return files.commit();
}

} // namespace purchasing::sql
