-- What Inventory knows.

CREATE TABLE IF NOT EXISTS inventory_levels(
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  product_id VARCHAR(50) NOT NULL CHECK(char_length(product_id) >= 1),
  warehouse_id VARCHAR(50) NOT NULL,
  current_qty INT,
  reserved_qty INT,
  available_qty INT GENERATED ALWAYS AS (current_qty - coalesce(reserved_qty, 0)) VIRTUAL,
  last_updated TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  on_order_qty INT NOT NULL DEFAULT 0,
  UNIQUE KEY inventory_levels_product(product_id, warehouse_id)
) ENGINE=InnoDB;
