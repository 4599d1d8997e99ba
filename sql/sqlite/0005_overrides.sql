-- Planners' overrides, and the batches of orders that are being made.

-- At most one override a product, for its next order. `event` is the audit event that set it, and its version.
CREATE TABLE product_override(
  product_id TEXT PRIMARY KEY CHECK(length(product_id) BETWEEN 1 AND 50),
  event INTEGER NOT NULL UNIQUE REFERENCES audit_event,
  qty INTEGER NOT NULL CHECK(qty BETWEEN 0 AND 1000000000),
  supplier_id TEXT NOT NULL CHECK(length(supplier_id) <= 50),
  reason TEXT NOT NULL CHECK(length(trim(reason)) > 0 AND length(reason) <= 2000),
  basis TEXT NOT NULL CHECK(length(basis) >= 2),
  set_by TEXT NOT NULL REFERENCES person,
  set_at_us INTEGER NOT NULL,
  CHECK(qty > 0 OR supplier_id <> '')
) STRICT;
CREATE TRIGGER override_born BEFORE INSERT ON product_override
WHEN NOT EXISTS(SELECT 1 FROM audit_event WHERE seq = NEW.event AND product_id = NEW.product_id)
BEGIN
  SELECT RAISE(ABORT, 'OVERRIDE_NOT_AUDITED');
END;
CREATE TRIGGER override_changes BEFORE UPDATE ON product_override
WHEN NEW.product_id <> OLD.product_id OR NEW.event <= OLD.event
  OR NOT EXISTS(SELECT 1 FROM audit_event WHERE seq = NEW.event AND product_id = NEW.product_id)
BEGIN
  SELECT RAISE(ABORT, 'OVERRIDE_NOT_AUDITED');
END;

-- What somebody set out to order together, with the key of each order, written before the first one is made: after a
-- crash the rest can be made without making any order twice.
CREATE TABLE order_batch(
  batch_id TEXT PRIMARY KEY CHECK(length(batch_id) = 36),
  person_id TEXT NOT NULL REFERENCES person,
  started_at_us INTEGER NOT NULL,
  closed_at_us INTEGER
) STRICT;
CREATE INDEX order_batch_open ON order_batch(person_id) WHERE closed_at_us IS NULL;
CREATE TABLE order_batch_item(
  batch_id TEXT NOT NULL REFERENCES order_batch,
  position INTEGER NOT NULL CHECK(position >= 0),
  product_id TEXT NOT NULL CHECK(length(product_id) BETWEEN 1 AND 50),
  supplier_id TEXT NOT NULL,
  idem_key TEXT NOT NULL CHECK(length(idem_key) BETWEEN 1 AND 255),
  PRIMARY KEY(batch_id, position),
  UNIQUE(batch_id, product_id)
) STRICT;
CREATE TRIGGER order_batch_item_kept BEFORE UPDATE ON order_batch_item
BEGIN
  SELECT RAISE(ABORT, 'APPEND_ONLY');
END;
