-- The demo catalogue: every state can be seen at once, with known answers. The last column says why a product is here.
CREATE TEMP TABLE demo(product_id, name, category, avg_daily_demand, trend, current_qty, reserved_qty, warehouse_id, on_order_qty,
  supplier_id, supplier_name, moq, lead_time_days, unit_price, is_active, order_multiple, from_uom, to_uom, factor, why);
INSERT INTO demo VALUES
  ('DEMO-101', 'Gearbox, small', 'Drives', 0.5, 'stable', 2, 0, 'WH-001', 0, 'SUP-102', 'Valley Hydraulics', 1, 10, 3333.33, 1, 1, 'CASE', 'PIECE', 12, '3 x 3333.33 = 9999.99: the largest total below the limit'),
  ('DEMO-102', 'Gearbox, medium', 'Drives', 1, 'stable', 6, 0, 'WH-001', 0, 'SUP-102', 'Valley Hydraulics', 1, 10, 2500, 1, 1, 'CASE', 'PIECE', 12, '4 x 2500.00 = 10000.00: exactly the limit, approved automatically'),
  ('DEMO-103', 'Gearbox, large', 'Drives', 0.1, 'stable', 2, 0, 'WH-001', 0, 'SUP-102', 'Valley Hydraulics', 1, 30, 10000.01, 1, 1, 'CASE', 'PIECE', 12, '1 x 10000.01: one cent above the limit, needs approval'),
  ('DEMO-104', 'Compressor', 'Drives', 0.2, 'stable', 3, 0, 'WH-001', 0, 'SUP-102', 'Valley Hydraulics', 1, 20, 49999.99, 1, 1, 'CASE', 'PIECE', 12, '1 x 49999.99: one cent below the discount'),
  ('DEMO-105', 'Pipe clamp', 'Fittings', 500, 'increasing', 0, 0, 'WH-001', 0, 'SUP-101', 'Harbour Fasteners', 10, 10, 10, 1, 1, 'CASE', 'PIECE', 12, '5000 x 10.00 = 50000.00: the discount starts'),
  ('DEMO-106', 'Servo motor', 'Drives', 18.8, 'stable', 50, 0, 'WH-001', 0, 'SUP-104', 'Summit Electrical', 1, 3, 1562.5, 1, 1, 'CASE', 'PIECE', 12, 'shortage 6.4, 7 x 1562.50 = 10937.50'),
  ('DEMO-107', 'Calibration weight', 'Tools', 0.07, 'stable', 0, 0, 'WH-001', 0, 'SUP-105', 'Quarry Tools', 1, 100, 12, 1, 1, 'CASE', 'PIECE', 12, '0.07 a day over 100 days requires 7'),
  ('DEMO-108', 'Pipe elbow', 'Fittings', 499.9, 'stable', 0, 0, 'WH-001', 0, 'SUP-101', 'Harbour Fasteners', 10, 10, 10, 1, 1, 'CASE', 'PIECE', 12, '4999 x 10.00 = 49990.00: one more would cost less'),
  ('DEMO-109', 'Cable tie 200 mm', 'Electrical', 40, 'stable', 20, 0, 'WH-001', 0, 'SUP-107', 'Closed Gate Trading', 100, 5, 0.05, 0, 100, 'CASE', 'PIECE', 12, 'blocked: inactive supplier'),
  ('DEMO-110', 'Cable tie 300 mm', 'Electrical', 40, 'stable', 20, 0, 'WH-001', 0, 'SUP-107', 'Closed Gate Trading', 100, 5, 0.08, NULL, 100, 'CASE', 'PIECE', 12, 'blocked: unknown whether the supplier is active'),
  ('DEMO-111', 'Obsolete relay', 'Electrical', 3, 'decreasing', 4, 0, 'WH-001', 0, NULL, NULL, 0, 0, 0, 0, 0, 'CASE', 'PIECE', 12, 'blocked: no supplier'),
  ('DEMO-112', 'Sample coating', 'Chemicals', 2, 'stable', 1, 0, 'WH-001', 0, 'SUP-108', 'Lakeside Chemicals', 5, 10, 0, 1, 1, 'CASE', 'PIECE', 12, 'blocked: no price'),
  ('DEMO-113', 'New sealant', 'Chemicals', 2, 'increasing', 1, 0, 'WH-001', 0, 'SUP-108', 'Lakeside Chemicals', 5, 10, NULL, 1, 1, 'CASE', 'PIECE', 12, 'blocked: no price'),
  ('DEMO-114', 'Spare key', 'Safety', 0, 'stable', 4, 0, 'WH-001', 0, 'SUP-105', 'Quarry Tools', 1, 10, 2.5, 1, 1, 'CASE', 'PIECE', 12, 'enough: no demand'),
  ('DEMO-115', 'Safety goggles', 'Safety', 6, 'increasing', 5, 25, 'WH-001', 0, 'SUP-106', 'Meadow Packaging', 20, 7, 4.2, 1, 10, 'CASE', 'PIECE', 12, 'negative stock: available -20, shortage 62, orders 70'),
  ('DEMO-116', 'Shelf label', 'Packaging', 1, 'decreasing', 800, 0, 'WH-001', 0, 'SUP-106', 'Meadow Packaging', 100, 5, 0.02, 1, 100, 'CASE', 'PIECE', 12, 'surplus'),
  ('DEMO-117', 'Hydraulic oil 20 l', 'Chemicals', 4, 'stable', 6, 0, 'WH-001', 0, 'SUP-108', 'Lakeside Chemicals', 5, 10, 68, 1, 1, 'CASE', 'PIECE', 12, 'an approved order that covers it is made on first start'),
  ('DEMO-118', 'Air filter', 'Filters', 9, 'stable', 30, 0, 'WH-001', 120, 'SUP-103', 'Clearwater Filters', 10, 14, 11.9, 1, 6, 'CASE', 'PIECE', 12, 'covered: 120 on order elsewhere'),
  ('DEMO-119', 'Hex bolt M8 x 40', 'Fasteners', 120, 'increasing', 300, 40, 'WH-001', 0, 'SUP-101', 'Harbour Fasteners', 500, 6, 0.11, 1, 100, 'CASE', 'PIECE', 12, 'several suppliers'),
  ('DEMO-120', 'Pallet wrap', 'Packaging', 30, 'stable', 40, 10, 'WH-001', 0, 'SUP-106', 'Meadow Packaging', 50, 8, 5.75, 1, 6, 'CASE', 'PIECE', 12, 'several warehouses'),
  ('DEMO-121', 'Thread tape', 'Fittings', 5, 'stable', 12, NULL, 'WH-001', 0, 'SUP-101', 'Harbour Fasteners', 20, 6, 0.9, 1, 10, 'CASE', 'PIECE', 12, 'reserved unknown counts as 0'),
  ('DEMO-122', 'Grease cartridge', 'Chemicals', 8, NULL, 20, 2, 'WH-001', 0, 'SUP-108', 'Lakeside Chemicals', 12, 9, 3.4, 1, 12, 'CASE', 'PIECE', 12, 'trend unknown'),
  ('DEMO-123', 'Führungsschiene für Türöffner, 1,5 m', 'Fittings', 2.5, 'stable', 6, 0, 'WH-001', 0, 'SUP-101', 'Harbour Fasteners', 4, 12, 38.5, 1, 2, 'CASE', 'PIECE', 12, 'name with umlauts'),
  ('DEMO-124', 'Indicator lamp 🔴 24 V', 'Electrical', 7, 'increasing', 15, 1, 'WH-001', 0, 'SUP-104', 'Summit Electrical', 10, 6, 6.6, 1, 5, 'CASE', 'PIECE', 12, 'name with an emoji'),
  ('DEMO-125', 'صمام أمان', 'Fittings', 3, 'stable', 5, 0, 'WH-001', 0, 'SUP-102', 'Valley Hydraulics', 5, 8, 27, 1, 1, 'CASE', 'PIECE', 12, 'name written from right to left'),
  ('DEMO-126', 'Stainless steel reducing coupling with integrated check valve and replaceable strainer insert, nominal diameter 50 to 32, pressure stage 16, flanged on both sides, including gaskets, bolts and test re', 'Fittings', 0.6, 'stable', 1, 0, 'WH-001', 0, 'SUP-101', 'Harbour Fasteners', 1, 21, 412.75, 1, 1, 'CASE', 'PIECE', 12, 'a name of 200 characters'),
  ('DEMO-127', 'V-belt', 'Drives', 2.7, 'stable', 15, 0, 'WH-001', 0, 'SUP-102', 'Valley Hydraulics', 15, 10, 8.25, 1, 12, 'CASE', 'PIECE', 12, 'shortage 12, minimum 15, multiple 12: 24'),
  ('DEMO-128', 'Welding wire', 'Tools', 12.5, 'stable', 16, 4, 'WH-001', 0, 'SUP-105', 'Quarry Tools', 10, 8, 21.3, 1, 15, 'CASE', 'PIECE', 12, 'shortage 88, multiple 15: 90'),
  ('DEMO-129-XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX', 'Product with an id of 50 characters', 'Tools', 1, 'stable', 2, 0, 'WH-001', 0, 'SUP-105', 'Quarry Tools', 1, 9, 19, 1, 1, 'CASE', 'PIECE', 12, 'id of 50 characters'),
  ('O''Ring 5% _%', 'O-ring assortment', 'Fittings', 2, 'stable', 3, 0, 'WH-001', 0, 'SUP-101', 'Harbour Fasteners', 5, 7, 14.2, 1, 5, 'CASE', 'PIECE', 12, 'id with quote, blank and wildcard characters'),
  ('DEMO-131', 'Uncounted stock item', 'Packaging', 4, 'stable', NULL, 0, 'WH-001', 0, 'SUP-106', 'Meadow Packaging', 10, 6, 1.25, 1, 10, 'CASE', 'PIECE', 12, 'blocked: stock unknown'),
  ('DEMO-132', 'Returned goods box', 'Packaging', -3, 'decreasing', 50, 0, 'WH-001', 0, 'SUP-106', 'Meadow Packaging', 10, 6, 2.1, 1, 10, 'CASE', 'PIECE', 12, 'blocked: negative demand'),
  ('DEMO-133', 'Odd lot washer', 'Fasteners', 6, 'stable', 10, 0, 'WH-001', 0, 'SUP-101', 'Harbour Fasteners', 10, 6, 0.4, 1, 0, 'CASE', 'PIECE', 12, 'blocked: multiple 0'),
  ('DEMO-134', 'Special tool, no stock record', 'Tools', 1, 'stable', 'none', 0, 'WH-001', 0, 'SUP-105', 'Quarry Tools', 1, 15, 75, 1, 1, 'CASE', 'PIECE', 12, 'blocked: no inventory record'),
  ('DEMO-135', 'Announced product', 'Tools', 'none', NULL, 5, 0, 'WH-001', 0, 'SUP-105', 'Quarry Tools', 1, 15, 49, 1, 1, 'CASE', 'PIECE', 12, 'blocked: no demand record'),
  ('DEMO-201', 'Hex bolt M6 x 20', 'Fasteners', 90, 'stable', 700, 50, 'WH-001', 0, 'SUP-101', 'Harbour Fasteners', 500, 6, 0.06, 1, 100, 'CASE', 'PIECE', 12, ''),
  ('DEMO-202', 'Hex nut M8', 'Fasteners', 150, 'stable', 600, 0, 'WH-001', 0, 'SUP-101', 'Harbour Fasteners', 1000, 6, 0.03, 1, 500, 'CASE', 'PIECE', 12, ''),
  ('DEMO-203', 'Washer M8', 'Fasteners', 160, 'increasing', 2500, 0, 'WH-001', 0, 'SUP-101', 'Harbour Fasteners', 1000, 6, 0.02, 1, 500, 'CASE', 'PIECE', 12, ''),
  ('DEMO-204', 'Threaded rod M10', 'Fasteners', 6, 'stable', 20, 4, 'WH-001', 0, 'SUP-101', 'Harbour Fasteners', 10, 7, 3.9, 1, 5, 'CASE', 'PIECE', 12, ''),
  ('DEMO-205', 'Ball bearing 6205', 'Bearings', 11, 'stable', 30, 6, 'WH-001', 0, 'SUP-102', 'Valley Hydraulics', 10, 9, 17.8, 1, 10, 'CASE', 'PIECE', 12, ''),
  ('DEMO-206', 'Needle bearing', 'Bearings', 3, 'decreasing', 60, 0, 'WH-001', 0, 'SUP-102', 'Valley Hydraulics', 10, 9, 22.4, 1, 5, 'CASE', 'PIECE', 12, ''),
  ('DEMO-207', 'Hydraulic hose 1/2 inch', 'Hydraulics', 14, 'increasing', 25, 5, 'WH-001', 0, 'SUP-102', 'Valley Hydraulics', 20, 8, 12.6, 1, 5, 'CASE', 'PIECE', 12, ''),
  ('DEMO-208', 'Hydraulic pump', 'Hydraulics', 0.4, 'stable', 1, 0, 'WH-001', 0, 'SUP-102', 'Valley Hydraulics', 1, 25, 1480, 1, 1, 'CASE', 'PIECE', 12, ''),
  ('DEMO-209', 'Hydraulic valve block', 'Hydraulics', 0.8, 'increasing', 2, 0, 'WH-001', 0, 'SUP-102', 'Valley Hydraulics', 1, 20, 1260, 1, 1, 'CASE', 'PIECE', 12, ''),
  ('DEMO-210', 'Oil filter', 'Filters', 18, 'stable', 60, 12, 'WH-001', 0, 'SUP-103', 'Clearwater Filters', 24, 7, 7.35, 1, 12, 'CASE', 'PIECE', 12, ''),
  ('DEMO-211', 'Water filter cartridge', 'Filters', 7, 'increasing', 10, 0, 'WH-001', 0, 'SUP-103', 'Clearwater Filters', 12, 10, 19.9, 1, 6, 'CASE', 'PIECE', 12, ''),
  ('DEMO-212', 'Filter housing', 'Filters', 0.5, 'stable', 9, 0, 'WH-001', 0, 'SUP-103', 'Clearwater Filters', 1, 14, 230, 1, 1, 'CASE', 'PIECE', 12, ''),
  ('DEMO-213', 'Contactor 24 A', 'Electrical', 2.2, 'stable', 8, 1, 'WH-001', 0, 'SUP-104', 'Summit Electrical', 5, 6, 41, 1, 1, 'CASE', 'PIECE', 12, ''),
  ('DEMO-214', 'Control cabinet', 'Electrical', 0.3, 'stable', 1, 0, 'WH-001', 0, 'SUP-104', 'Summit Electrical', 1, 28, 2150, 1, 1, 'CASE', 'PIECE', 12, ''),
  ('DEMO-215', 'Cable 3 x 1.5 mm²', 'Electrical', 85, 'stable', 200, 60, 'WH-001', 0, 'SUP-104', 'Summit Electrical', 100, 5, 1.18, 1, 100, 'CASE', 'PIECE', 12, ''),
  ('DEMO-216', 'Fuse 10 A', 'Electrical', 25, 'decreasing', 480, 0, 'WH-001', 0, 'SUP-104', 'Summit Electrical', 100, 5, 0.65, 1, 50, 'CASE', 'PIECE', 12, ''),
  ('DEMO-217', 'Proximity sensor', 'Electrical', 1.6, 'increasing', 3, 0, 'WH-001', 0, 'SUP-104', 'Summit Electrical', 2, 12, 88, 1, 1, 'CASE', 'PIECE', 12, ''),
  ('DEMO-218', 'Angle grinder disc', 'Tools', 35, 'stable', 90, 10, 'WH-001', 0, 'SUP-105', 'Quarry Tools', 50, 5, 1.95, 1, 25, 'CASE', 'PIECE', 12, ''),
  ('DEMO-219', 'Drill bit set', 'Tools', 2, 'stable', 14, 0, 'WH-001', 0, 'SUP-105', 'Quarry Tools', 5, 6, 34.5, 1, 1, 'CASE', 'PIECE', 12, ''),
  ('DEMO-220', 'Cutting insert', 'Tools', 9, 'increasing', 18, 3, 'WH-001', 0, 'SUP-105', 'Quarry Tools', 10, 9, 13.2, 1, 10, 'CASE', 'PIECE', 12, ''),
  ('DEMO-221', 'Carton 400 x 300', 'Packaging', 210, 'increasing', 500, 100, 'WH-001', 0, 'SUP-106', 'Meadow Packaging', 500, 4, 0.72, 1, 50, 'CASE', 'PIECE', 12, ''),
  ('DEMO-222', 'Packing tape', 'Packaging', 26, 'stable', 140, 0, 'WH-001', 0, 'SUP-106', 'Meadow Packaging', 36, 5, 1.6, 1, 36, 'CASE', 'PIECE', 12, ''),
  ('DEMO-223', 'Bubble film roll', 'Packaging', 4, 'stable', 11, 0, 'WH-001', 0, 'SUP-106', 'Meadow Packaging', 4, 6, 18.75, 1, 2, 'CASE', 'PIECE', 12, ''),
  ('DEMO-224', 'Cleaning agent 10 l', 'Chemicals', 3, 'stable', 45, 0, 'WH-001', 0, 'SUP-108', 'Lakeside Chemicals', 4, 8, 22, 1, 4, 'CASE', 'PIECE', 12, ''),
  ('DEMO-225', 'Cutting fluid 200 l', 'Chemicals', 0.9, 'increasing', 2, 0, 'WH-001', 0, 'SUP-108', 'Lakeside Chemicals', 1, 18, 610, 1, 1, 'CASE', 'PIECE', 12, '');
INSERT INTO products(product_id, name, category) SELECT product_id, name, category FROM demo;
INSERT INTO oms_history(product_id, avg_daily_demand, trend)
  SELECT product_id, avg_daily_demand, trend FROM demo WHERE avg_daily_demand <> 'none';
INSERT INTO inventory_levels(product_id, warehouse_id, current_qty, reserved_qty, on_order_qty)
  SELECT product_id, warehouse_id, current_qty, reserved_qty, on_order_qty FROM demo WHERE current_qty IS NOT 'none';
INSERT INTO supplier_info(supplier_id, product_id, moq, lead_time_days, unit_price, is_active, supplier_name, order_multiple, email)
  SELECT supplier_id, product_id, moq, lead_time_days, unit_price, is_active, supplier_name, order_multiple,
    'orders@' || lower(replace(supplier_name, ' ', '-')) || '.example' FROM demo WHERE supplier_id IS NOT NULL;
INSERT INTO uom_conversion(product_id, from_uom, to_uom, conversion_factor)
  SELECT product_id, from_uom, to_uom, factor FROM demo;
DROP TABLE demo;

-- Suppliers to compare: the cheaper one has a lower priority, the cheapest one is inactive, one has no address.
INSERT INTO supplier_info(supplier_id, product_id, moq, lead_time_days, unit_price, is_active, supplier_name, order_multiple, priority, email) VALUES
  ('SUP-105', 'DEMO-119', 1000, 12, 0.09, 1, 'Quarry Tools', 250, 1, NULL),
  ('SUP-107', 'DEMO-119', 100, 4, 0.07, 0, 'Closed Gate Trading', 100, 0, 'orders@closed-gate-trading.example'),
  ('SUP-102', 'DEMO-205', 5, 5, 19.95, 1, 'Valley Hydraulics', 5, 2, 'orders@valley-hydraulics.example')
  ON CONFLICT DO NOTHING;
UPDATE supplier_info SET email = NULL WHERE product_id IN ('DEMO-202', 'DEMO-219');
INSERT INTO inventory_levels(product_id, warehouse_id, current_qty, reserved_qty, on_order_qty) VALUES
  ('DEMO-120', 'WH-002', 35, 0, 0), ('DEMO-120', 'WH-NORTH', 8, 8, 0), ('DEMO-208', 'WH-002', 0, 0, 0);

-- A year of daily demand around each average: a trend over the year, a season, quiet weekends and noise that is the same
-- on every machine.
WITH RECURSIVE back(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM back WHERE n < 364)
INSERT INTO demand_daily(product_id, day, qty)
SELECT h.product_id, date('now', '-' || (n + 1) || ' days'),
  round(max(0, h.avg_daily_demand
    * CASE h.trend WHEN 'increasing' THEN 1.0 - 0.30 * n / 364 WHEN 'decreasing' THEN 1.0 + 0.35 * n / 364 ELSE 1.0 END
    * (1.0 + 0.15 * (abs(((n + 40) % 182) - 91) / 45.5 - 1.0))
    * CASE strftime('%w', date('now', '-' || (n + 1) || ' days')) WHEN '0' THEN 0.35 WHEN '6' THEN 0.6 ELSE 1.2 END
    * (0.8 + 0.4 * ((h.id * 7919 + n * 104729 + n * n * 31) % 1000) / 1000.0)), 2)
FROM oms_history h, back WHERE h.avg_daily_demand > 0;
