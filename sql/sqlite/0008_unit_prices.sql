-- Unit prices get four decimals: a screw costs 0.0035. Their column, the checks on it and the state of an order that is
-- closed short need the table made anew (foreign keys are off while this runs, and checked before it is committed). What
-- an order says stays as it was: `content_format` names how its content hash was made, 1 with the price in cents and 2
-- in ten-thousandths.
DROP TRIGGER approval_rules;
DROP TRIGGER outbox_born;
CREATE TABLE purchase_order_new(
  po_id TEXT PRIMARY KEY CHECK(length(po_id) = 36),
  po_number TEXT NOT NULL UNIQUE,
  number_year INTEGER NOT NULL,
  number_in_year INTEGER NOT NULL,
  batch_id TEXT NOT NULL DEFAULT '',
  product_id TEXT NOT NULL CHECK(length(product_id) BETWEEN 1 AND 50),
  product_name TEXT NOT NULL,
  supplier_id TEXT NOT NULL CHECK(length(supplier_id) BETWEEN 1 AND 50),
  supplier_name TEXT NOT NULL,
  supplier_email TEXT NOT NULL,
  qty INTEGER NOT NULL CHECK(qty BETWEEN 1 AND 1000000000),
  uom TEXT NOT NULL,
  currency TEXT NOT NULL CHECK(length(currency) = 3),
  unit_price_e4 INTEGER NOT NULL CHECK(unit_price_e4 > 0),
  total_minor INTEGER NOT NULL CHECK(total_minor = (qty * unit_price_e4 + 50) / 100),
  discount_minor INTEGER NOT NULL CHECK(discount_minor BETWEEN 0 AND total_minor),
  tax_minor INTEGER NOT NULL CHECK(tax_minor >= 0),
  to_pay_minor INTEGER NOT NULL CHECK(to_pay_minor = total_minor - discount_minor + tax_minor),
  lead_time_days INTEGER NOT NULL CHECK(lead_time_days BETWEEN 0 AND 36500),
  rule_set_version INTEGER REFERENCES rule_set_version,
  facts_json TEXT NOT NULL CHECK(length(facts_json) >= 2),
  decision_json TEXT NOT NULL CHECK(length(decision_json) >= 2),
  content_format INTEGER NOT NULL CHECK(content_format IN (1, 2)),
  content_hash BLOB NOT NULL CHECK(length(content_hash) = 32),
  approvals_required INTEGER NOT NULL CHECK(approvals_required BETWEEN 0 AND 5),
  send_intended INTEGER NOT NULL CHECK(send_intended IN (0, 1)),
  created_by TEXT NOT NULL REFERENCES person,
  created_at_us INTEGER NOT NULL,

  status TEXT NOT NULL REFERENCES order_state,
  version INTEGER NOT NULL DEFAULT 1,
  last_event INTEGER NOT NULL UNIQUE REFERENCES audit_event,
  changed_by TEXT NOT NULL REFERENCES person,
  updated_at_us INTEGER NOT NULL,
  decided_by TEXT REFERENCES person,
  decided_at_us INTEGER,
  reason TEXT NOT NULL DEFAULT '' CHECK(length(reason) <= 2000),
  sent_at_us INTEGER,
  received_qty INTEGER NOT NULL DEFAULT 0 CHECK(received_qty BETWEEN 0 AND qty),
  received_at_us INTEGER,
  closed_short INTEGER NOT NULL DEFAULT 0 CHECK(closed_short IN (0, 1)),

  UNIQUE(number_year, number_in_year),
  CHECK(po_number = printf('PO-%04d-%06d', number_year, number_in_year)),
  CHECK((sent_at_us IS NOT NULL) = (status IN ('SENT', 'RECEIVED'))),
  CHECK((status = 'RECEIVED') = (received_qty = qty OR closed_short = 1)),
  CHECK(closed_short = 0 OR (received_qty < qty AND length(trim(reason)) > 0)),
  CHECK(content_format <> 1 OR unit_price_e4 % 100 = 0),
  CHECK(status <> 'REJECTED' OR length(trim(reason)) > 0)
) STRICT;
INSERT INTO purchase_order_new(po_id, po_number, number_year, number_in_year, batch_id, product_id, product_name, supplier_id, supplier_name,
  supplier_email, qty, uom, currency, total_minor, discount_minor, tax_minor, to_pay_minor, lead_time_days,
  rule_set_version, facts_json, decision_json, content_hash, approvals_required, send_intended, created_by,
  created_at_us, status, version, last_event, changed_by, updated_at_us, decided_by, decided_at_us, reason,
  sent_at_us, received_qty, received_at_us,
  unit_price_e4, content_format)
SELECT po_id, po_number, number_year, number_in_year, batch_id, product_id, product_name, supplier_id, supplier_name,
  supplier_email, qty, uom, currency, total_minor, discount_minor, tax_minor, to_pay_minor, lead_time_days,
  rule_set_version, facts_json, decision_json, content_hash, approvals_required, send_intended, created_by,
  created_at_us, status, version, last_event, changed_by, updated_at_us, decided_by, decided_at_us, reason,
  sent_at_us, received_qty, received_at_us,
  unit_price_minor * 100, 1
FROM purchase_order;
DROP TABLE purchase_order;
ALTER TABLE purchase_order_new RENAME TO purchase_order;
CREATE INDEX order_queue ON purchase_order(status, created_at_us);
CREATE INDEX order_of_product ON purchase_order(product_id, status);

CREATE TRIGGER order_born BEFORE INSERT ON purchase_order
WHEN NEW.version <> 1 OR NEW.content_format <> 2 OR NEW.received_qty <> 0 OR NEW.received_at_us IS NOT NULL
  OR NEW.closed_short <> 0 OR NEW.decided_by IS NOT NULL OR NEW.decided_at_us IS NOT NULL OR NEW.reason <> ''
  OR NEW.changed_by <> NEW.created_by OR NEW.updated_at_us <> NEW.created_at_us OR NOT (
     (NEW.status = 'DRAFT' AND NEW.rule_set_version IS NULL)
  OR (NEW.status = 'PENDING_APPROVAL' AND NEW.approvals_required > 0)
  OR (NEW.status = 'APPROVED' AND NEW.approvals_required = 0 AND NEW.rule_set_version IS NOT NULL))
BEGIN
  SELECT RAISE(ABORT, 'ORDER_BAD_BIRTH');
END;
-- Orders are never deleted, so the next number is always one more: no gap, no repetition.
CREATE TRIGGER order_numbered BEFORE INSERT ON purchase_order
WHEN NEW.number_in_year <> (SELECT coalesce(max(number_in_year), 0) + 1 FROM purchase_order
                            WHERE number_year = NEW.number_year)
BEGIN
  SELECT RAISE(ABORT, 'ORDER_NUMBER');
END;
CREATE TRIGGER order_born_audited BEFORE INSERT ON purchase_order
WHEN NOT EXISTS(SELECT 1 FROM audit_event WHERE seq = NEW.last_event AND object_id = NEW.po_id)
BEGIN
  SELECT RAISE(ABORT, 'ORDER_NOT_AUDITED');
END;
CREATE TRIGGER order_changes BEFORE UPDATE ON purchase_order
WHEN NEW.version <> OLD.version + 1
  OR NOT EXISTS(SELECT 1 FROM order_transition WHERE old = OLD.status AND new = NEW.status)
BEGIN
  SELECT RAISE(ABORT, 'ORDER_BAD_TRANSITION');
END;
CREATE TRIGGER order_audited BEFORE UPDATE ON purchase_order
WHEN NEW.last_event <= OLD.last_event
  OR NOT EXISTS(SELECT 1 FROM audit_event WHERE seq = NEW.last_event AND object_id = NEW.po_id)
BEGIN
  SELECT RAISE(ABORT, 'ORDER_NOT_AUDITED');
END;
CREATE TRIGGER order_frozen BEFORE UPDATE OF po_id, po_number, number_year, number_in_year, batch_id, product_id,
  product_name, supplier_id, supplier_name, supplier_email, qty, uom, currency, unit_price_e4, total_minor,
  discount_minor, tax_minor, to_pay_minor, lead_time_days, rule_set_version, facts_json, decision_json, content_format, content_hash,
 
  approvals_required, send_intended, created_by, created_at_us ON purchase_order
BEGIN
  SELECT RAISE(ABORT, 'ORDER_FROZEN');
END;
CREATE TRIGGER order_kept BEFORE DELETE ON purchase_order
BEGIN
  SELECT RAISE(ABORT, 'ORDER_NO_DELETE');
END;
CREATE TRIGGER order_decided BEFORE UPDATE OF decided_by, decided_at_us ON purchase_order
WHEN (NEW.decided_by IS NOT OLD.decided_by OR NEW.decided_at_us IS NOT OLD.decided_at_us) AND OLD.status <> 'PENDING_APPROVAL'
BEGIN
  SELECT RAISE(ABORT, 'ORDER_DECIDED');
END;
CREATE TRIGGER order_received BEFORE UPDATE OF received_qty, closed_short ON purchase_order
WHEN NEW.received_qty < OLD.received_qty OR (NEW.received_qty > OLD.received_qty AND OLD.status <> 'SENT')
  OR NEW.closed_short < OLD.closed_short OR (NEW.closed_short > OLD.closed_short AND OLD.status <> 'SENT')
BEGIN
  SELECT RAISE(ABORT, 'ORDER_RECEIPT');
END;
-- Whatever changes an order outdates decisions made before it.
CREATE TRIGGER order_raises_basis AFTER UPDATE ON purchase_order
BEGIN
  UPDATE product_basis SET version = version + 1 WHERE product_id = NEW.product_id;
END;
CREATE TRIGGER order_kept_whole BEFORE INSERT ON purchase_order
WHEN EXISTS(SELECT 1 FROM purchase_order WHERE po_id = NEW.po_id OR po_number = NEW.po_number
            OR (number_year = NEW.number_year AND number_in_year = NEW.number_in_year) OR last_event = NEW.last_event)
BEGIN
  SELECT RAISE(ABORT, 'ALREADY_THERE');
END;
CREATE TRIGGER order_unapproved BEFORE UPDATE OF status ON purchase_order
WHEN NEW.status IN ('APPROVED', 'SENDING') AND (SELECT count(*) FROM approval a WHERE a.po_id = NEW.po_id
  AND a.decision = 'approve' AND a.content_hash = NEW.content_hash) < NEW.approvals_required
BEGIN
  SELECT RAISE(ABORT, 'ORDER_UNAPPROVED');
END;
CREATE TRIGGER order_rejected BEFORE UPDATE OF status ON purchase_order
WHEN NEW.status = 'REJECTED' AND NOT EXISTS(SELECT 1 FROM approval a WHERE a.po_id = NEW.po_id AND a.decision = 'reject')
BEGIN
  SELECT RAISE(ABORT, 'ORDER_UNDECIDED');
END;
CREATE TRIGGER approval_rules BEFORE INSERT ON approval
BEGIN
  SELECT CASE
    WHEN NOT EXISTS(SELECT 1 FROM purchase_order WHERE po_id = NEW.po_id AND status = 'PENDING_APPROVAL')
      THEN RAISE(ABORT, 'APPROVAL_NOT_PENDING')
    WHEN NOT EXISTS(SELECT 1 FROM purchase_order WHERE po_id = NEW.po_id AND content_hash = NEW.content_hash)
      THEN RAISE(ABORT, 'APPROVAL_STALE')
    WHEN EXISTS(SELECT 1 FROM purchase_order WHERE po_id = NEW.po_id AND created_by = NEW.approver_id)
      AND NOT (NEW.single_operator = 1 AND (SELECT value FROM setting WHERE name = 'single_operator') = '1')
      THEN RAISE(ABORT, 'APPROVAL_OWN_ORDER')
    WHEN NOT EXISTS(SELECT 1 FROM person WHERE person_id = NEW.approver_id AND kind = 'person'
                    AND disabled_at_us IS NULL)
      THEN RAISE(ABORT, 'APPROVAL_PERSON')
  END;
END;
CREATE TRIGGER outbox_born BEFORE INSERT ON outbox
WHEN NEW.state <> 'READY' OR NEW.attempts <> 0 OR NOT EXISTS(SELECT 1 FROM purchase_order WHERE po_id = NEW.po_id AND status = 'APPROVED')
BEGIN
  SELECT RAISE(ABORT, 'OUTBOX_NOT_APPROVED');
END;
-- An order is sent only by a message that was delivered, and no message outlives a cancelled order.
CREATE TRIGGER order_sent BEFORE UPDATE OF status ON purchase_order
WHEN NEW.status = 'SENT' AND OLD.status = 'SENDING'
  AND NOT EXISTS(SELECT 1 FROM outbox WHERE po_id = NEW.po_id AND state = 'DONE')
BEGIN
  SELECT RAISE(ABORT, 'ORDER_NOT_DELIVERED');
END;
CREATE TRIGGER order_sending BEFORE UPDATE OF status ON purchase_order
WHEN NEW.status = 'SENDING' AND NOT EXISTS(SELECT 1 FROM outbox WHERE po_id = NEW.po_id AND state = 'LEASED')
BEGIN
  SELECT RAISE(ABORT, 'ORDER_NOT_LEASED');
END;
CREATE TRIGGER order_cancelled BEFORE UPDATE OF status ON purchase_order
WHEN NEW.status IN ('CANCELLED', 'REJECTED')
  AND EXISTS(SELECT 1 FROM outbox WHERE po_id = NEW.po_id AND state IN ('READY', 'LEASED'))
BEGIN
  SELECT RAISE(ABORT, 'ORDER_MESSAGE_WAITING');
END;
