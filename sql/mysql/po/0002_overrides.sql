-- Planners' overrides, and the batches of orders that are being made.

-- At most one override a product, for its next order. `event` is the audit event that set it, and its version.
CREATE TABLE IF NOT EXISTS product_override(
  product_id VARCHAR(50) NOT NULL PRIMARY KEY,
  event BIGINT NOT NULL UNIQUE,
  qty BIGINT NOT NULL,
  supplier_id VARCHAR(50) NOT NULL,
  reason VARCHAR(2000) NOT NULL,
  basis TEXT NOT NULL,
  set_by VARCHAR(100) NOT NULL,
  set_at_us BIGINT NOT NULL,
  FOREIGN KEY(event) REFERENCES audit_event(seq),
  FOREIGN KEY(set_by) REFERENCES person(person_id),
  CONSTRAINT CHECK_override_product CHECK(char_length(product_id) >= 1),
  CONSTRAINT CHECK_override_qty CHECK(qty BETWEEN 0 AND 1000000000),
  CONSTRAINT CHECK_override_reason CHECK(char_length(trim(reason)) > 0),
  CONSTRAINT CHECK_override_basis CHECK(char_length(basis) >= 2),
  CONSTRAINT CHECK_override_content CHECK(qty > 0 OR supplier_id <> '')
) ENGINE=InnoDB;
DROP TRIGGER IF EXISTS override_born;
CREATE TRIGGER override_born BEFORE INSERT ON product_override FOR EACH ROW
BEGIN
  IF NOT EXISTS(SELECT 1 FROM audit_event WHERE seq = NEW.event AND product_id = NEW.product_id) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'OVERRIDE_NOT_AUDITED';
  END IF;
END;

DROP TRIGGER IF EXISTS override_changes;
CREATE TRIGGER override_changes BEFORE UPDATE ON product_override FOR EACH ROW
BEGIN
  IF NEW.product_id <> OLD.product_id OR NEW.event <= OLD.event
    OR NOT EXISTS(SELECT 1 FROM audit_event WHERE seq = NEW.event AND product_id = NEW.product_id) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'OVERRIDE_NOT_AUDITED';
  END IF;
END;

-- What somebody set out to order together, with the key of each order, written before the first one is made: after a
-- crash the rest can be made without making any order twice.
CREATE TABLE IF NOT EXISTS order_batch(
  batch_id VARCHAR(36) NOT NULL PRIMARY KEY,
  person_id VARCHAR(100) NOT NULL,
  started_at_us BIGINT NOT NULL,
  closed_at_us BIGINT,
  KEY order_batch_open(person_id, closed_at_us),
  FOREIGN KEY(person_id) REFERENCES person(person_id),
  CONSTRAINT CHECK_batch_id CHECK(char_length(batch_id) = 36)
) ENGINE=InnoDB;
CREATE TABLE IF NOT EXISTS order_batch_item(
  batch_id VARCHAR(36) NOT NULL,
  position INT NOT NULL,
  product_id VARCHAR(50) NOT NULL,
  supplier_id VARCHAR(50) NOT NULL,
  idem_key VARCHAR(255) NOT NULL,
  PRIMARY KEY(batch_id, position),
  UNIQUE KEY batch_product(batch_id, product_id),
  FOREIGN KEY(batch_id) REFERENCES order_batch(batch_id),
  CONSTRAINT CHECK_batch_position CHECK(position >= 0),
  CONSTRAINT CHECK_batch_product CHECK(char_length(product_id) >= 1),
  CONSTRAINT CHECK_batch_key CHECK(char_length(idem_key) >= 1)
) ENGINE=InnoDB;
DROP TRIGGER IF EXISTS order_batch_item_kept;
CREATE TRIGGER order_batch_item_kept BEFORE UPDATE ON order_batch_item FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'APPEND_ONLY';
END;
