-- What UOM knows.

CREATE TABLE IF NOT EXISTS uom_conversion(
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  product_id VARCHAR(50) NOT NULL CHECK(char_length(product_id) >= 1),
  from_uom VARCHAR(20) NOT NULL,
  to_uom VARCHAR(20) NOT NULL,
  conversion_factor DECIMAL(10,4),
  last_updated TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  UNIQUE KEY uom_conversion_product(product_id, from_uom, to_uom)
) ENGINE=InnoDB;
