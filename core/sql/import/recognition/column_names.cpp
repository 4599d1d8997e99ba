#include "core/sql/import/recognition/column_names.h"

#include "core/sql/import/csv_tables.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace purchasing::sql {
namespace {

struct ColumnSynonyms
{
    const char* field;
    int rank;
    const char* headers; ///< As plainHeader() writes them.
};

/// What spreadsheets, ERP systems and shops call our fields, in the languages of Europe's offices.
constexpr std::array kColumnSynonyms{
    ColumnSynonyms{
        "product_id", 1,
        "productid produktid productno productnr productnumber productcode artikelnummer artikelnr artnr "
        "artikelno artikelid itemno itemnumber itemid itemcode partnumber partno partnr pn sku "
        "materialnummer "
        "materialnr matnr materialnumber articlenumber articleno articlecode stockcode stockno productsku "
        "variantsku "
        "refarticle codearticle codeproduit referencearticle codigoarticulo codigo codicearticolo codice "
        "artikelcode teilenummer teilenr sachnummer produktnummer produktnr varenummer internalreference "
        "defaultcode indeks kod kodtowaru numerartykulu productreference referenceproduit handle itemnr"},
    ColumnSynonyms{"product_id", 2,
                   "material reference referenz referencia riferimento ref bestellnummer bestellnr"},
    ColumnSynonyms{"product_id", 3,
                   "id nr no nummer number code artikel product produkt item article articulo articolo "
                   "part teil numero"},
    ColumnSynonyms{
        "name", 1,
        "name productname produktname artikelbezeichnung bezeichnung itemname itemdescription articlename "
        "artikelname designation libelle nombre nome omschrijving benennung materialkurztext kurztext "
        "materialdescription bezeichnung1 productdescription shorttext posttitle descripcion descrizione "
        "denominazione naam nazwa nazwatowaru artikelbeschreibung artikeltext partname partdescription"},
    ColumnSynonyms{"name", 2, "description beschreibung title titel titre text"},
    ColumnSynonyms{"name", 4, "artikel product produkt item article articulo articolo part teil material"},
    ColumnSynonyms{
        "category", 1,
        "category categories kategorie kategorien warengruppe productgroup produktgruppe categorie categoria "
        "materialgroup itemgroup producttype artikelgruppe productcategory famille familia kategoria"},
    ColumnSynonyms{"category", 2, "group gruppe type typ sortiment"},
    ColumnSynonyms{
        "avg_daily_demand", 1,
        "avgdailydemand dailyuse dailydemand averagedailydemand dailyusage tagesbedarf tagesverbrauch "
        "durchschnittlichertagesbedarf bedarftag bedarfprotag verbrauchprotag avgdailyusage avgdailysales"},
    ColumnSynonyms{"trend", 1, "trend"},
    ColumnSynonyms{"day", 1,
                   "day date datum tag saledate salesdate verkaufsdatum belegdatum postingdate buchungsdatum "
                   "documentdate "
                   "fecha data jour orderdate bestelldatum buchungstag"},
    ColumnSynonyms{
        "qty", 1,
        "qtysold quantitysold soldqty soldquantity unitssold absatz verkauft verkaufsmenge absatzmenge "
        "verbrauch consumption demand quantitevendue cantidadvendida"},
    ColumnSynonyms{"qty", 3,
                   "qty quantity menge anzahl quantite cantidad quantita aantal stueck pieces ilosc"},
    ColumnSynonyms{"warehouse_id", 1,
                   "warehouse warehouseid warehousecode lager lagerort lagernr lagernummer storagelocation "
                   "depot magasin "
                   "almacen magazzino magazijn entrepot stocklocation wh locationcode lagercode magazyn"},
    ColumnSynonyms{"warehouse_id", 2, "location site standort werk plant filiale"},
    ColumnSynonyms{"current_qty", 1,
                   "currentqty currentstock onhand qtyonhand quantityonhand stock bestand lagerbestand "
                   "instock stocklevel "
                   "stockqty stockquantity onhandqty onhandquantity aktuellerbestand istbestand stockonhand "
                   "existencias giacenza "
                   "voorraad inventoryqty variantinventoryqty unrestricted unrestrictedstock unrestricteduse "
                   "freiverwendbar auflager quantiteenstock stockactuel stan stanmagazynowy inventur"},
    ColumnSynonyms{"current_qty", 2, "inventory inventoryquantity"},
    ColumnSynonyms{"current_qty", 4,
                   "qty quantity menge anzahl quantite cantidad quantita aantal stueck pieces ilosc"},
    ColumnSynonyms{
        "reserved_qty", 1,
        "reservedqty reserved reservedquantity reserviert reservierterbestand reserviertemenge allocated "
        "committed qtycommitted quantityreserved reserve reservado riservato"},
    ColumnSynonyms{
        "on_order_qty", 1,
        "onorderqty onorder qtyonorder quantityonorder inbestellung bestellbestand offenebestellmenge "
        "openpoqty encommande enpedido"},
    ColumnSynonyms{
        "supplier_id", 1,
        "supplierid suppliercode supplierno suppliernumber lieferantennummer lieferantennr liefnr kreditornr "
        "kreditorennummer vendorid vendorno vendorcode vendornumber lieferantid lieferantnr codefournisseur "
        "codigoproveedor codicefornitore"},
    ColumnSynonyms{"supplier_id", 2, "kreditor"},
    ColumnSynonyms{"supplier_id", 3,
                   "supplier lieferant vendor fournisseur proveedor fornitore leverancier dostawca"},
    ColumnSynonyms{"supplier_name", 1,
                   "suppliername lieferantenname vendorname lieferantname namelieferant nomfournisseur "
                   "nombreproveedor"},
    ColumnSynonyms{"supplier_name", 4,
                   "supplier lieferant vendor fournisseur proveedor fornitore leverancier dostawca"},
    ColumnSynonyms{
        "moq", 1,
        "moq minimumorderquantity minorderqty minorderquantity minorder mindestbestellmenge mindestmenge "
        "mindestabnahme mindestabnahmemenge minqty minbestellmenge minimumorder minimumqty minimumquantity "
        "quantiteminimum quantiteminimale minquantity cantidadminima quantitaminima qtemini qtemin"},
    ColumnSynonyms{
        "lead_time_days", 1,
        "leadtimedays leadtime lieferzeit lieferzeittage lieferzeitintagen wiederbeschaffungszeit "
        "deliverytime "
        "deliverydays delaidelivraison delai leadtimeindays plazoentrega plazodeentrega tempidiconsegna "
        "planlieferzeit levertijd customerleadtime deliveryleadtime wbz"},
    ColumnSynonyms{
        "unit_price", 1,
        "unitprice einkaufspreis ek ekpreis eknetto purchaseprice cost unitcost costprice netprice "
        "nettopreis "
        "preisprostueck preisstueck stueckpreis einzelpreis preisjestueck priceperunit buyingprice "
        "prixunitaire prixachat "
        "preciounitario prezzounitario inkoopprijs einstandspreis nettoek preisnetto priceea priceeach puht "
        "prixunitaireht preciocompra cenazakupu preisst costperitem epreis"},
    ColumnSynonyms{"unit_price", 3,
                   "price preis prix precio prezzo prijs cena listprice listenpreis pricelist standardprice"},
    ColumnSynonyms{"is_active", 1, "isactive active aktiv actif activo attivo"},
    ColumnSynonyms{"order_multiple", 1,
                   "ordermultiple multiple bestellvielfaches packsize orderincrement vielfaches"},
    ColumnSynonyms{"order_multiple", 2,
                   "vpe verpackungseinheit packqty packagingunit packung conditionnement colisage"},
    ColumnSynonyms{"priority", 1, "priority prioritaet rang rank"},
    ColumnSynonyms{"email", 1,
                   "email emailaddress mail emailadresse orderemail bestellmail supplieremail correo"},
    ColumnSynonyms{
        "from_uom", 1,
        "fromuom voneinheit vonmeh fromunit alternativeinheit alternativeunit alternativmengeneinheit"},
    ColumnSynonyms{"to_uom", 1,
                   "touom tounit basismengeneinheit baseunit inmeh basiseinheit nacheinheit ineinheit"},
    ColumnSynonyms{"conversion_factor", 1,
                   "conversionfactor factor faktor umrechnungsfaktor qtyperunit umrechnung unitsperpack"},
};

const QHash<QString, std::vector<NamedField>>& columnSynonyms()
{
    static const auto all = [] {
        QHash<QString, std::vector<NamedField>> byHeader;
        for (const CsvTable& table : csvTables()) {
            for (const CsvColumn& column : table.columns) {
                auto& fields = byHeader[plainHeader(QString::fromLatin1(column.name))];
                if (fields.empty())
                    fields.push_back({QString::fromLatin1(column.name), 0});
            }
        }
        for (const ColumnSynonyms& entry : kColumnSynonyms) {
            for (const QString& header : QString::fromLatin1(entry.headers).split(QLatin1Char(' ')))
                byHeader[header].push_back({QString::fromLatin1(entry.field), entry.rank});
        }
        for (std::vector<NamedField>& fields : byHeader)
            std::stable_sort(fields.begin(), fields.end(),
                             [](const NamedField& a, const NamedField& b) { return a.rank < b.rank; });
        return byHeader;
    }();
    return all;
}

/// Words that say something about a number's unit, not what it is.
QString withoutUnitWords(QString plain)
{
    static const QRegularExpression words(
        QStringLiteral("(?:eur|usd|gbp|chf|pln|euro|ineur|inusd|inchf|exclvat|netto|net|ht|"
                       "tage|days|intagen|indays|jours|dias|stk|pcs)$"));
    return plain.remove(words);
}

} // namespace

int vaguestRank()
{
    static const int rank =
        std::max_element(std::begin(kColumnSynonyms), std::end(kColumnSynonyms),
                         [](const ColumnSynonyms& a, const ColumnSynonyms& b) { return a.rank < b.rank; })
            ->rank;
    return rank;
}

std::vector<NamedField> fieldsNamed(const QString& header)
{
    static const QRegularExpression otherUnit(
        QStringLiteral("week|woche|semaine|semana|month|monat|(?:\\bper|\\bpro|\\bje|/)\\s*10{1,3}\\b|%"),
        QRegularExpression::CaseInsensitiveOption);
    if (otherUnit.match(header).hasMatch())
        return {}; // A lead time in weeks, a price of a hundred, a discount.
    const QString plain = plainHeader(header);
    const auto found = columnSynonyms().find(plain);
    if (found != columnSynonyms().end())
        return *found;
    return columnSynonyms().value(withoutUnitWords(plain));
}

QString plainHeader(const QString& header)
{
    static const QRegularExpression brackets(QStringLiteral("\\s*(?:\\([^()]*\\)|\\[[^\\[\\]]*\\])\\s*$"));
    QString text = header.trimmed().toLower();
    if (QString shorter = QString(text).remove(brackets); !shorter.isEmpty())
        text = shorter;
    text.replace(QStringLiteral("\u00E4"), QStringLiteral("ae"));
    text.replace(QStringLiteral("\u00F6"), QStringLiteral("oe"));
    text.replace(QStringLiteral("\u00FC"), QStringLiteral("ue"));
    text.replace(QStringLiteral("\u00DF"), QStringLiteral("ss"));
    text.replace(QStringLiteral("\u0142"), QStringLiteral("l"));
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (c.isLetterOrNumber())
            plain += c;
    }
    return plain;
}

OwnExport ownExportWith(const std::vector<QString>& headers)
{
    // What only our lists have, in the languages of the program.
    static const auto words = [](const char* text) {
        return QString::fromLatin1(text).split(QLatin1Char(' '));
    };
    static const QStringList decisions = words("decision entscheidung");
    static const QStringList ofProducts =
        words("orderby bestellenbis stockout bestandsende shortage fehlmenge cover "
              "reichweite dailyuse bedarftag topay zuzahlen required bedarf");
    static const QStringList ofOrders =
        words("order bestellung state status created angelegt sent gesendet approval "
              "freigabe expected erwartet topay zuzahlen overlimitby uebergrenzeum");
    const auto count = [&headers](const QStringList& known) {
        return std::count_if(headers.begin(), headers.end(),
                             [&known](const QString& header) { return known.contains(plainHeader(header)); });
    };
    if (count(ofOrders) >= 4)
        return OwnExport::Orders;
    return count(ofProducts) + 2 * count(decisions) >= 3 ? OwnExport::Products : OwnExport::None;
}

} // namespace purchasing::sql
