-- What OMS knows. IF NOT EXISTS: a database made by another system's script keeps its own tables.

CREATE TABLE IF NOT EXISTS oms_history(
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  product_id VARCHAR(50) NOT NULL CHECK(char_length(product_id) >= 1),
  avg_daily_demand DECIMAL(10,2),
  trend VARCHAR(20),
  last_updated TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  KEY oms_history_product(product_id, last_updated, id)
) ENGINE=InnoDB;

CREATE TABLE IF NOT EXISTS products(
  product_id VARCHAR(50) NOT NULL PRIMARY KEY CHECK(char_length(product_id) >= 1),
  name VARCHAR(255) NOT NULL,
  category VARCHAR(100)
) ENGINE=InnoDB;

CREATE TABLE IF NOT EXISTS demand_daily(
  product_id VARCHAR(50) NOT NULL CHECK(char_length(product_id) >= 1),
  day DATE NOT NULL,
  qty DECIMAL(14,4) NOT NULL,
  PRIMARY KEY(product_id, day)
) ENGINE=InnoDB;
