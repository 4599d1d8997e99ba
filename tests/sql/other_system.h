#pragma once

namespace purchasing::sql {

/// The databases with the prefix "other_" as a reference system's own script makes them: none of our
/// additions, another collation, a generated column that is NULL where reserved is.
inline const char* const kOtherSystem[] = {
    "CREATE DATABASE other_oms_db CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci",
    "CREATE DATABASE other_inventory_db CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci",
    "CREATE DATABASE other_supplier_db CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci",
    "CREATE DATABASE other_uom_db CHARACTER SET latin1",
    "CREATE TABLE {oms}oms_history(id INT AUTO_INCREMENT PRIMARY KEY, product_id VARCHAR(50) NOT NULL, "
    "avg_daily_demand DECIMAL(10,2) NOT NULL, trend VARCHAR(20), last_updated TIMESTAMP DEFAULT "
    "CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, INDEX idx_product(product_id))",
    "CREATE TABLE {inventory}inventory_levels(id INT AUTO_INCREMENT PRIMARY KEY, product_id VARCHAR(50) NOT "
    "NULL, warehouse_id VARCHAR(50) NOT NULL, current_qty INT NOT NULL, reserved_qty INT DEFAULT 0, "
    "available_qty INT GENERATED ALWAYS AS (current_qty - reserved_qty) STORED, last_updated TIMESTAMP "
    "DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, INDEX idx_product(product_id))",
    "CREATE TABLE {supplier}supplier_info(id INT AUTO_INCREMENT PRIMARY KEY, supplier_id VARCHAR(50) NOT "
    "NULL, product_id VARCHAR(50) NOT NULL, moq INT NOT NULL, lead_time_days INT NOT NULL, unit_price "
    "DECIMAL(10,2), is_active BOOLEAN DEFAULT TRUE, last_updated TIMESTAMP DEFAULT CURRENT_TIMESTAMP ON "
    "UPDATE CURRENT_TIMESTAMP, INDEX idx_product(product_id))",
    "CREATE TABLE {uom}uom_conversion(id INT AUTO_INCREMENT PRIMARY KEY, product_id VARCHAR(50) NOT NULL, "
    "from_uom VARCHAR(20) NOT NULL, to_uom VARCHAR(20) NOT NULL, conversion_factor DECIMAL(10,4) NOT NULL, "
    "last_updated TIMESTAMP DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP)",
    "INSERT INTO {oms}oms_history(product_id, avg_daily_demand, trend) VALUES ('PROD-001', 15.5, "
    "'increasing'), "
    "('prod-001', 1, NULL), ('PROD-002', 50, 'stable'), ('Ω-1', 2, 'stable')",
    "INSERT INTO {inventory}inventory_levels(product_id, warehouse_id, current_qty, reserved_qty) VALUES "
    "('PROD-001', 'WH-001', 25, 5), ('PROD-002', 'WH-001', 10, NULL)",
    "INSERT INTO {supplier}supplier_info(supplier_id, product_id, moq, lead_time_days, unit_price, "
    "is_active) "
    "VALUES ('SUP-002', 'PROD-001', 20, 7, 16.99, 1), ('SUP-001', 'PROD-001', 20, 7, 15.99, 1), "
    "('SUP-002', 'PROD-002', 100, 5, 15.50, NULL)",
    "INSERT INTO {uom}uom_conversion(product_id, from_uom, to_uom, conversion_factor) VALUES "
    "('PROD-001', 'CASE', 'PIECE', 12)",
};

} // namespace purchasing::sql
