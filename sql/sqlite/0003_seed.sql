-- The three products the documentation talks about. {now} is the time of the seeding, UTC.

INSERT INTO products(product_id, name, category) VALUES
  ('PROD-001', 'Ball bearing 6204-2RS', 'Bearings'),
  ('PROD-002', 'Hex bolt M8 x 40, zinc plated', 'Fasteners'),
  ('PROD-003', 'Nitrile gloves, size L', 'Safety');
INSERT INTO oms_history(product_id, avg_daily_demand, trend, last_updated) VALUES
  ('PROD-001', 15.5, 'increasing', '{now}'),
  ('PROD-002', 50.0, 'stable', '{now}'),
  ('PROD-003', 22.0, 'increasing', '{now}');
INSERT INTO inventory_levels(product_id, warehouse_id, current_qty, reserved_qty, last_updated) VALUES
  ('PROD-001', 'WH-001', 25, 5, '{now}'),
  ('PROD-002', 'WH-001', 10, 5, '{now}'),
  ('PROD-003', 'WH-001', 10, 3, '{now}');
INSERT INTO supplier_info(supplier_id, product_id, moq, lead_time_days, unit_price, is_active, last_updated,
                          supplier_name, order_multiple, priority, email) VALUES
  ('SUP-001', 'PROD-001', 20, 7, 15.99, 1, '{now}', 'Northside Bearings Supply', 20, 0, 'orders@northside-bearings.example'),
  ('SUP-002', 'PROD-002', 100, 5, 15.50, 1, '{now}', 'Example Fasteners', 1, 0, 'orders@example-fasteners.example'),
  ('SUP-003', 'PROD-003', 10, 5, 25.00, 1, '{now}', 'Workwear Supply', 10, 0, 'orders@workwear-supply.example');
INSERT INTO uom_conversion(product_id, from_uom, to_uom, conversion_factor, last_updated) VALUES
  ('PROD-001', 'CASE', 'PIECE', 12, '{now}'),
  ('PROD-002', 'CASE', 'PIECE', 24, '{now}'),
  ('PROD-003', 'PALLET', 'CASE', 48, '{now}');
