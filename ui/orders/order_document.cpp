#include "ui/orders/order_document.h"

#include "core/flow/decision_words.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTextOption>

namespace purchasing::ui {
namespace {

struct OrderDocumentWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::ui::OrderDocument)
};

/// Writes down the page; all lengths in millimetres.
class Sheet
{
public:
    explicit Sheet(QPdfWriter& writer)
        : m_painter(&writer)
        , m_scale(writer.resolution() / 25.4)
    {
    }

    [[nodiscard]] bool isActive() const { return m_painter.isActive(); }

    /// Draws wrapped text into a box and returns the height it took.
    double text(double x, double y, double width, const QString& text, double points, bool bold = false,
                Qt::Alignment alignment = Qt::AlignLeft)
    {
        QFont font(QStringLiteral("DejaVu Sans"));
        font.setPointSizeF(points);
        font.setBold(bold);
        // Any spacing switches ligatures off: ids and names must come out of the PDF letter by letter.
        font.setLetterSpacing(QFont::AbsoluteSpacing, 0.02);
        m_painter.setFont(font);
        const QRectF box(x * m_scale, y * m_scale, width * m_scale, 250 * m_scale);
        QTextOption option(alignment | Qt::AlignTop);
        option.setWrapMode(
            QTextOption::WrapAtWordBoundaryOrAnywhere); // Within a word only one that is too long.
        m_painter.drawText(box, text, option);
        return m_painter.boundingRect(box, text, option).height() / m_scale;
    }

    void line(double x1, double x2, double y)
    {
        m_painter.setPen(QPen(Qt::black, 0.2 * m_scale));
        m_painter.drawLine(QPointF(x1 * m_scale, y * m_scale), QPointF(x2 * m_scale, y * m_scale));
    }

private:
    QPainter m_painter;
    double m_scale;
};

constexpr double kWidth = 170; // A4 less margins of 20 mm.

/// In words: which of 3/9/27 is the month is anybody's guess.
QString dayInWords(const QDate& day)
{
    return QLocale().toString(day, QLocale::LongFormat);
}

double drawHead(Sheet& sheet, const PurchaseOrder& order, const Sender& sender)
{
    double left = 0;
    left += sheet.text(0, left, 95, sender.company, 12, true) + 1;
    left += sheet.text(0, left, 95, sender.address, 9) + 1;
    left += sheet.text(0, left, 95, sender.email, 9);
    double right = 0;
    right +=
        sheet.text(95, right, kWidth - 95, OrderDocumentWords::tr("Purchase order"), 16, true, Qt::AlignRight)
        + 1;
    right += sheet.text(95, right, kWidth - 95, order.number, 12, true, Qt::AlignRight) + 1;
    if (order.state == OrderState::PendingApproval
        || order.state == OrderState::Draft) // Printed to be looked at.
        right += sheet.text(95, right, kWidth - 95, OrderDocumentWords::tr("Not approved: no order yet"), 10,
                            true, Qt::AlignRight)
            + 1;
    right +=
        sheet.text(95, right, kWidth - 95,
                   OrderDocumentWords::tr("Date: %1").arg(dayInWords(order.createdAt.toLocalTime().date())),
                   9, false, Qt::AlignRight);
    right += sheet.text(95, right, kWidth - 95,
                        OrderDocumentWords::tr("Expected by: %1").arg(dayInWords(order.expectedArrival())), 9,
                        false, Qt::AlignRight);
    return std::max(left, right);
}

double drawParties(Sheet& sheet, double y, const PurchaseOrder& order, const Sender& sender)
{
    double left = y + sheet.text(0, y, 80, OrderDocumentWords::tr("Supplier"), 8, true) + 1;
    left += sheet.text(0, left, 80, order.supplierText(), 10) + 0.5;
    if (order.supplierText() != order.supplierId)
        left += sheet.text(0, left, 80, order.supplierId, 9);
    if (!order.supplierEmail.isEmpty())
        left += sheet.text(0, left, 80, order.supplierEmail, 9);
    double right = y + sheet.text(90, y, 80, OrderDocumentWords::tr("Deliver to"), 8, true) + 1;
    right += sheet.text(90, right, 80, sender.deliveryAddress, 10);
    return std::max(left, right);
}

double drawLine(Sheet& sheet, double y, const PurchaseOrder& order)
{
    const QLocale locale;
    const auto money = [&order](auto amount) { return moneyText(amount, order.currency); };
    sheet.text(0, y, 8, OrderDocumentWords::tr("No."), 8, true);
    sheet.text(10, y, 75, OrderDocumentWords::tr("Product"), 8, true);
    sheet.text(85, y, 25, OrderDocumentWords::tr("Quantity"), 8, true, Qt::AlignRight);
    sheet.text(110, y, 28, OrderDocumentWords::tr("Unit price"), 8, true, Qt::AlignRight);
    sheet.text(138, y, 32, OrderDocumentWords::tr("Total"), 8, true, Qt::AlignRight);
    y += 5;
    sheet.line(0, kWidth, y);
    y += 2;
    sheet.text(0, y, 8, QStringLiteral("1"), 9);
    double height = sheet.text(10, y, 75, order.productId, 9, true);
    if (!order.productName.isEmpty())
        height += sheet.text(10, y + height, 75, order.productName, 9);
    sheet.text(85, y, 25,
               QStringLiteral("%1 %2").arg(locale.toString(static_cast<qlonglong>(order.qty)), order.uom), 9,
               false, Qt::AlignRight);
    sheet.text(110, y, 28, moneyText(order.unitPrice, order.currency), 9, false, Qt::AlignRight);
    sheet.text(138, y, 32, money(order.total), 9, false, Qt::AlignRight);
    y += height + 3;
    sheet.line(0, kWidth, y);
    return y + 3;
}

void drawTotals(Sheet& sheet, double y, const PurchaseOrder& order)
{
    const auto row = [&](const QString& name, Money amount, bool bold) {
        sheet.text(80, y, 55, name, bold ? 11 : 9, bold, Qt::AlignRight);
        y += sheet.text(136, y, 34, moneyText(amount, order.currency), bold ? 11 : 9, bold, Qt::AlignRight)
            + 1.5;
    };
    row(OrderDocumentWords::tr("Total before tax"), order.total, false);
    if (order.discount.minor != 0)
        row(OrderDocumentWords::tr("Discount"), Money{} - order.discount, false);
    row(OrderDocumentWords::tr("Tax"), order.tax, false);
    row(OrderDocumentWords::tr("To pay"), order.toPay, true);
}

} // namespace

Result<QByteArray> orderPdf(const PurchaseOrder& order, const Sender& sender)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(order.number);
        writer.setCreator(QStringLiteral("Purchasing Flow Planner"));
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout::Millimeter);
        writer.setResolution(300);
        Sheet sheet(writer);
        if (!sheet.isActive())
            return Error{ErrorKind::Unavailable,
                         OrderDocumentWords::tr("The PDF of %1 could not be made.").arg(order.number),
                         {}};
        double y = drawHead(sheet, order, sender) + 10;
        y = drawParties(sheet, y, order, sender) + 12;
        y = drawLine(sheet, y, order) + 4;
        drawTotals(sheet, y, order);
    }
    return bytes;
}

} // namespace purchasing::ui
