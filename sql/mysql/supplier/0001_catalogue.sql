-- What Supplier knows.

CREATE TABLE IF NOT EXISTS supplier_info(
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  supplier_id VARCHAR(50) NOT NULL CHECK(char_length(supplier_id) >= 1),
  product_id VARCHAR(50) NOT NULL CHECK(char_length(product_id) >= 1),
  moq INT,
  lead_time_days INT,
  unit_price DECIMAL(10,2),
  is_active BOOLEAN,
  last_updated TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  supplier_name VARCHAR(255),
  order_multiple INT DEFAULT 1,
  priority INT DEFAULT 0,
  email VARCHAR(255),
  UNIQUE KEY supplier_info_product(product_id, supplier_id)
) ENGINE=InnoDB;
