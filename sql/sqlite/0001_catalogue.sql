-- The catalogue: what OMS, Inventory, Supplier and UOM know. DECIMAL has numeric affinity here: values are doubles or
-- integers, and the reader rounds them to the declared scale.

CREATE TABLE products(
  product_id VARCHAR(50) PRIMARY KEY NOT NULL CHECK(length(product_id) BETWEEN 1 AND 50),
  name VARCHAR(255) NOT NULL,
  category VARCHAR(100)
) WITHOUT ROWID;

CREATE TABLE oms_history(
  id INTEGER PRIMARY KEY,
  product_id VARCHAR(50) NOT NULL CHECK(length(product_id) BETWEEN 1 AND 50),
  avg_daily_demand DECIMAL(10,2),
  trend VARCHAR(20),
  last_updated TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX oms_history_product ON oms_history(product_id, last_updated, id);

CREATE TABLE demand_daily(
  product_id VARCHAR(50) NOT NULL CHECK(length(product_id) BETWEEN 1 AND 50),
  day DATE NOT NULL,
  qty DECIMAL(14,4) NOT NULL,
  PRIMARY KEY(product_id, day)
) WITHOUT ROWID;

CREATE TABLE inventory_levels(
  id INTEGER PRIMARY KEY,
  product_id VARCHAR(50) NOT NULL CHECK(length(product_id) BETWEEN 1 AND 50),
  warehouse_id VARCHAR(50) NOT NULL,
  current_qty INT,
  reserved_qty INT,
  available_qty INT GENERATED ALWAYS AS (current_qty - coalesce(reserved_qty, 0)) VIRTUAL,
  last_updated TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  on_order_qty INT NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX inventory_levels_product ON inventory_levels(product_id, warehouse_id);

CREATE TABLE supplier_info(
  id INTEGER PRIMARY KEY,
  supplier_id VARCHAR(50) NOT NULL CHECK(length(supplier_id) BETWEEN 1 AND 50),
  product_id VARCHAR(50) NOT NULL CHECK(length(product_id) BETWEEN 1 AND 50),
  moq INT,
  lead_time_days INT,
  unit_price DECIMAL(10,2),
  is_active BOOLEAN,
  last_updated TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  supplier_name VARCHAR(255),
  order_multiple INT DEFAULT 1,
  priority INT DEFAULT 0,
  email VARCHAR(255)
);
CREATE UNIQUE INDEX supplier_info_product ON supplier_info(product_id, supplier_id);

CREATE TABLE uom_conversion(
  id INTEGER PRIMARY KEY,
  product_id VARCHAR(50) NOT NULL CHECK(length(product_id) BETWEEN 1 AND 50),
  from_uom VARCHAR(20) NOT NULL,
  to_uom VARCHAR(20) NOT NULL,
  conversion_factor DECIMAL(10,4),
  last_updated TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE UNIQUE INDEX uom_conversion_product ON uom_conversion(product_id, from_uom, to_uom);
