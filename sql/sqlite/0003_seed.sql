-- The products that the documentation talks about.
INSERT INTO products(product_id, name, category) VALUES
  ('PROD-001', 'Ball bearing 6204', 'Bearings'),
  ('PROD-002', 'Nitrile gloves, size M', 'Safety'),
  ('PROD-003', 'Steel sheet 2 mm', 'Raw material');
INSERT INTO oms_history(product_id, avg_daily_demand, trend) VALUES
  ('PROD-001', 15.5, 'increasing'), ('PROD-002', 50.0, 'stable'), ('PROD-003', 22.0, 'increasing');
INSERT INTO inventory_levels(product_id, warehouse_id, current_qty, reserved_qty) VALUES
  ('PROD-001', 'WH-001', 25, 5), ('PROD-002', 'WH-001', 10, 5), ('PROD-003', 'WH-001', 10, 3);
INSERT INTO supplier_info(supplier_id, product_id, moq, lead_time_days, unit_price, is_active, supplier_name, order_multiple, email) VALUES
  ('SUP-001', 'PROD-001', 20, 7, 15.99, 1, 'Northern Bearings', 20, 'orders@northern-bearings.example'),
  ('SUP-002', 'PROD-002', 100, 5, 15.50, 1, 'Safe Hands Supply', 1, 'orders@safe-hands.example'),
  ('SUP-003', 'PROD-003', 10, 5, 25.00, 1, 'Plate and Sheet', 10, 'sales@plate-and-sheet.example');
INSERT INTO uom_conversion(product_id, from_uom, to_uom, conversion_factor) VALUES
  ('PROD-001', 'CASE', 'PIECE', 12), ('PROD-002', 'CASE', 'PIECE', 24), ('PROD-003', 'PALLET', 'CASE', 48);
