-- What changed in the catalogue, whoever changed it, so that a program that shows it need not read it all again. Programs
-- remember the last number they saw. An import names itself in catalogue_bulk while it works, and leaves one entry without
-- a product instead of a million.

CREATE TABLE catalogue_change(
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  product_id VARCHAR(50)
);
CREATE TABLE catalogue_bulk(id INTEGER PRIMARY KEY);

CREATE TRIGGER products_insert_seen AFTER INSERT ON products WHEN NOT EXISTS(SELECT 1 FROM catalogue_bulk)
BEGIN
  INSERT INTO catalogue_change(product_id) VALUES (NEW.product_id);
END;

CREATE TRIGGER products_update_seen AFTER UPDATE ON products WHEN NOT EXISTS(SELECT 1 FROM catalogue_bulk)
BEGIN
  INSERT INTO catalogue_change(product_id) VALUES (NEW.product_id);
  INSERT INTO catalogue_change(product_id) SELECT OLD.product_id WHERE OLD.product_id <> NEW.product_id;
END;

CREATE TRIGGER products_delete_seen AFTER DELETE ON products WHEN NOT EXISTS(SELECT 1 FROM catalogue_bulk)
BEGIN
  INSERT INTO catalogue_change(product_id) VALUES (OLD.product_id);
END;

CREATE TRIGGER oms_history_insert_seen AFTER INSERT ON oms_history WHEN NOT EXISTS(SELECT 1 FROM catalogue_bulk)
BEGIN
  INSERT INTO catalogue_change(product_id) VALUES (NEW.product_id);
END;

CREATE TRIGGER oms_history_update_seen AFTER UPDATE ON oms_history WHEN NOT EXISTS(SELECT 1 FROM catalogue_bulk)
BEGIN
  INSERT INTO catalogue_change(product_id) VALUES (NEW.product_id);
  INSERT INTO catalogue_change(product_id) SELECT OLD.product_id WHERE OLD.product_id <> NEW.product_id;
END;

CREATE TRIGGER oms_history_delete_seen AFTER DELETE ON oms_history WHEN NOT EXISTS(SELECT 1 FROM catalogue_bulk)
BEGIN
  INSERT INTO catalogue_change(product_id) VALUES (OLD.product_id);
END;

CREATE TRIGGER inventory_levels_insert_seen AFTER INSERT ON inventory_levels WHEN NOT EXISTS(SELECT 1 FROM catalogue_bulk)
BEGIN
  INSERT INTO catalogue_change(product_id) VALUES (NEW.product_id);
END;

CREATE TRIGGER inventory_levels_update_seen AFTER UPDATE ON inventory_levels WHEN NOT EXISTS(SELECT 1 FROM catalogue_bulk)
BEGIN
  INSERT INTO catalogue_change(product_id) VALUES (NEW.product_id);
  INSERT INTO catalogue_change(product_id) SELECT OLD.product_id WHERE OLD.product_id <> NEW.product_id;
END;

CREATE TRIGGER inventory_levels_delete_seen AFTER DELETE ON inventory_levels WHEN NOT EXISTS(SELECT 1 FROM catalogue_bulk)
BEGIN
  INSERT INTO catalogue_change(product_id) VALUES (OLD.product_id);
END;

CREATE TRIGGER supplier_info_insert_seen AFTER INSERT ON supplier_info WHEN NOT EXISTS(SELECT 1 FROM catalogue_bulk)
BEGIN
  INSERT INTO catalogue_change(product_id) VALUES (NEW.product_id);
END;

CREATE TRIGGER supplier_info_update_seen AFTER UPDATE ON supplier_info WHEN NOT EXISTS(SELECT 1 FROM catalogue_bulk)
BEGIN
  INSERT INTO catalogue_change(product_id) VALUES (NEW.product_id);
  INSERT INTO catalogue_change(product_id) SELECT OLD.product_id WHERE OLD.product_id <> NEW.product_id;
END;

CREATE TRIGGER supplier_info_delete_seen AFTER DELETE ON supplier_info WHEN NOT EXISTS(SELECT 1 FROM catalogue_bulk)
BEGIN
  INSERT INTO catalogue_change(product_id) VALUES (OLD.product_id);
END;

CREATE TRIGGER uom_conversion_insert_seen AFTER INSERT ON uom_conversion WHEN NOT EXISTS(SELECT 1 FROM catalogue_bulk)
BEGIN
  INSERT INTO catalogue_change(product_id) VALUES (NEW.product_id);
END;

CREATE TRIGGER uom_conversion_update_seen AFTER UPDATE ON uom_conversion WHEN NOT EXISTS(SELECT 1 FROM catalogue_bulk)
BEGIN
  INSERT INTO catalogue_change(product_id) VALUES (NEW.product_id);
  INSERT INTO catalogue_change(product_id) SELECT OLD.product_id WHERE OLD.product_id <> NEW.product_id;
END;

CREATE TRIGGER uom_conversion_delete_seen AFTER DELETE ON uom_conversion WHEN NOT EXISTS(SELECT 1 FROM catalogue_bulk)
BEGIN
  INSERT INTO catalogue_change(product_id) VALUES (OLD.product_id);
END;
