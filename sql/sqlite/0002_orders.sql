-- Purchase orders, people and rule sets. The states, what may follow what, the freeze after creation, approvals and
-- the audit chain are enforced here, so that no code path and no other program can skip them. Times are microseconds
-- since 1970 UTC, money is in minor units.

CREATE TABLE setting(
  name TEXT PRIMARY KEY CHECK(length(name) BETWEEN 1 AND 100),
  value TEXT NOT NULL CHECK(length(value) <= 4000)
) STRICT;
INSERT INTO setting(name, value) VALUES
  ('single_operator', '1'),
  ('currency', 'USD'),
  ('company_name', 'Example Company'),
  ('company_address', '1 Example Street, Example City'),
  ('company_email', 'purchasing@example.com'),
  ('delivery_address', 'Goods inwards, 1 Example Street, Example City'),
  ('stale_after_minutes', '15');

CREATE TABLE person(
  person_id TEXT PRIMARY KEY CHECK(length(person_id) BETWEEN 1 AND 100),
  name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK(length(trim(name)) BETWEEN 1 AND 100),
  kind TEXT NOT NULL DEFAULT 'person' CHECK(kind IN ('person', 'system')),
  added_at_us INTEGER NOT NULL,
  disabled_at_us INTEGER
) STRICT;
INSERT INTO person(person_id, name, kind, added_at_us) VALUES ('system', 'system', 'system', 0);
CREATE TRIGGER person_kept BEFORE DELETE ON person
BEGIN
  SELECT RAISE(ABORT, 'PERSON_NO_DELETE');
END;
CREATE TRIGGER person_identity BEFORE UPDATE OF person_id, kind ON person
BEGIN
  SELECT RAISE(ABORT, 'PERSON_FROZEN');
END;

-- Append-only chain: every event's hash covers its fields and the hash before it.
CREATE TABLE audit_event(
  seq INTEGER PRIMARY KEY,
  at_us INTEGER NOT NULL,
  actor_id TEXT NOT NULL REFERENCES person,
  actor_name TEXT NOT NULL,
  single_operator INTEGER NOT NULL CHECK(single_operator IN (0, 1)),
  action TEXT NOT NULL CHECK(length(action) BETWEEN 1 AND 100),
  object_id TEXT NOT NULL,
  product_id TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL,
  payload TEXT NOT NULL CHECK(length(payload) >= 2),
  prev_hash BLOB NOT NULL UNIQUE CHECK(length(prev_hash) = 32),
  hash BLOB NOT NULL UNIQUE CHECK(length(hash) = 32)
) STRICT;
CREATE INDEX audit_of_object ON audit_event(object_id, seq);
CREATE INDEX audit_of_product ON audit_event(product_id, seq);
CREATE TRIGGER audit_chain BEFORE INSERT ON audit_event
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit_event)
  OR NEW.prev_hash <> coalesce((SELECT hash FROM audit_event ORDER BY seq DESC LIMIT 1), zeroblob(32))
BEGIN
  SELECT RAISE(ABORT, 'AUDIT_CHAIN');
END;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit_event
BEGIN
  SELECT RAISE(ABORT, 'APPEND_ONLY');
END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit_event
BEGIN
  SELECT RAISE(ABORT, 'APPEND_ONLY');
END;

CREATE TABLE rule_set_version(
  version INTEGER PRIMARY KEY CHECK(version >= 1),
  pack_count INTEGER NOT NULL CHECK(pack_count BETWEEN 0 AND 1000),
  hash BLOB NOT NULL CHECK(length(hash) = 32),
  published_by TEXT NOT NULL REFERENCES person,
  second_person TEXT REFERENCES person,
  published_at_us INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK(length(trim(reason)) > 0 AND length(reason) <= 2000)
) STRICT;
CREATE TRIGGER rule_set_numbered BEFORE INSERT ON rule_set_version
WHEN NEW.version <> (SELECT coalesce(max(version), 0) + 1 FROM rule_set_version)
BEGIN
  SELECT RAISE(ABORT, 'RULE_SET_NUMBER');
END;
CREATE TRIGGER rule_set_second_person BEFORE INSERT ON rule_set_version
WHEN NEW.version > 1 AND (SELECT value FROM setting WHERE name = 'single_operator') <> '1'
  AND (NEW.second_person IS NULL OR NEW.second_person = NEW.published_by)
BEGIN
  SELECT RAISE(ABORT, 'RULE_SET_SECOND_PERSON');
END;
CREATE TRIGGER rule_set_no_update BEFORE UPDATE ON rule_set_version
BEGIN
  SELECT RAISE(ABORT, 'APPEND_ONLY');
END;
CREATE TRIGGER rule_set_no_delete BEFORE DELETE ON rule_set_version
BEGIN
  SELECT RAISE(ABORT, 'APPEND_ONLY');
END;

CREATE TABLE rule_pack(
  version INTEGER NOT NULL REFERENCES rule_set_version,
  position INTEGER NOT NULL CHECK(position >= 0),
  name TEXT NOT NULL CHECK(length(name) BETWEEN 1 AND 200),
  text TEXT NOT NULL,
  active INTEGER NOT NULL CHECK(active IN (0, 1)),
  PRIMARY KEY(version, position),
  UNIQUE(version, name)
) STRICT;
-- A published version is complete: nothing can be added to it later.
CREATE TRIGGER rule_pack_complete BEFORE INSERT ON rule_pack
WHEN NEW.position >= (SELECT pack_count FROM rule_set_version WHERE version = NEW.version)
BEGIN
  SELECT RAISE(ABORT, 'RULE_SET_COMPLETE');
END;
CREATE TRIGGER rule_pack_no_update BEFORE UPDATE ON rule_pack
BEGIN
  SELECT RAISE(ABORT, 'APPEND_ONLY');
END;
CREATE TRIGGER rule_pack_no_delete BEFORE DELETE ON rule_pack
BEGIN
  SELECT RAISE(ABORT, 'APPEND_ONLY');
END;

CREATE TABLE rule_draft(
  person_id TEXT PRIMARY KEY REFERENCES person,
  based_on INTEGER NOT NULL,
  packs TEXT NOT NULL CHECK(length(packs) >= 2),
  saved_at_us INTEGER NOT NULL
) STRICT;

-- What a decision of this product was based on; raised by every order change of the product.
CREATE TABLE product_basis(
  product_id TEXT PRIMARY KEY CHECK(length(product_id) BETWEEN 1 AND 50),
  version INTEGER NOT NULL DEFAULT 0 CHECK(version >= 0)
) STRICT;
CREATE TRIGGER basis_only_rises BEFORE UPDATE ON product_basis
WHEN NEW.version <> OLD.version + 1 OR NEW.product_id <> OLD.product_id
BEGIN
  SELECT RAISE(ABORT, 'BASIS_ONLY_RISES');
END;
CREATE TRIGGER basis_kept BEFORE DELETE ON product_basis
BEGIN
  SELECT RAISE(ABORT, 'BASIS_ONLY_RISES');
END;

CREATE TABLE order_state(name TEXT PRIMARY KEY, on_order INTEGER NOT NULL) STRICT;
INSERT INTO order_state(name, on_order) VALUES
  ('DRAFT', 1), ('PENDING_APPROVAL', 1), ('APPROVED', 1), ('SENDING', 1), ('SEND_UNKNOWN', 1), ('SENT', 1),
  ('RECEIVED', 0), ('REJECTED', 0), ('CANCELLED', 0);
CREATE TABLE order_transition(old TEXT NOT NULL, new TEXT NOT NULL, PRIMARY KEY(old, new)) STRICT;
-- A state that follows itself: a further approval, a request to send, a part delivery.
INSERT INTO order_transition(old, new) VALUES
  ('DRAFT', 'SENDING'), ('DRAFT', 'PENDING_APPROVAL'), ('DRAFT', 'CANCELLED'),
  ('PENDING_APPROVAL', 'PENDING_APPROVAL'), ('PENDING_APPROVAL', 'APPROVED'), ('PENDING_APPROVAL', 'REJECTED'),
  ('PENDING_APPROVAL', 'CANCELLED'),
  ('APPROVED', 'APPROVED'), ('APPROVED', 'SENDING'), ('APPROVED', 'CANCELLED'),
  ('SENDING', 'SENT'), ('SENDING', 'SEND_UNKNOWN'), ('SENDING', 'APPROVED'),
  ('SEND_UNKNOWN', 'SENT'), ('SEND_UNKNOWN', 'APPROVED'),
  ('SENT', 'SENT'), ('SENT', 'RECEIVED');

CREATE TABLE purchase_order(
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
  unit_price_minor INTEGER NOT NULL CHECK(unit_price_minor > 0),
  total_minor INTEGER NOT NULL CHECK(total_minor = qty * unit_price_minor),
  discount_minor INTEGER NOT NULL CHECK(discount_minor BETWEEN 0 AND total_minor),
  tax_minor INTEGER NOT NULL CHECK(tax_minor >= 0),
  to_pay_minor INTEGER NOT NULL CHECK(to_pay_minor = total_minor - discount_minor + tax_minor),
  lead_time_days INTEGER NOT NULL CHECK(lead_time_days BETWEEN 0 AND 36500),
  rule_set_version INTEGER REFERENCES rule_set_version,
  facts_json TEXT NOT NULL CHECK(length(facts_json) >= 2),
  decision_json TEXT NOT NULL CHECK(length(decision_json) >= 2),
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

  UNIQUE(number_year, number_in_year),
  CHECK(po_number = printf('PO-%04d-%06d', number_year, number_in_year)),
  CHECK((sent_at_us IS NOT NULL) = (status IN ('SENT', 'RECEIVED'))),
  CHECK((status = 'RECEIVED') = (received_qty = qty)),
  CHECK(status <> 'REJECTED' OR length(trim(reason)) > 0)
) STRICT;
CREATE INDEX order_queue ON purchase_order(status, created_at_us);
CREATE INDEX order_of_product ON purchase_order(product_id, status);

CREATE TRIGGER order_born BEFORE INSERT ON purchase_order
WHEN NEW.version <> 1 OR NEW.received_qty <> 0 OR NEW.decided_by IS NOT NULL OR NEW.changed_by <> NEW.created_by OR NOT (
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
  product_name, supplier_id, supplier_name, supplier_email, qty, uom, currency, unit_price_minor, total_minor,
  discount_minor, tax_minor, to_pay_minor, lead_time_days, rule_set_version, facts_json, decision_json, content_hash,
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
CREATE TRIGGER order_received BEFORE UPDATE OF received_qty ON purchase_order
WHEN NEW.received_qty < OLD.received_qty OR (NEW.received_qty > OLD.received_qty AND OLD.status <> 'SENT')
BEGIN
  SELECT RAISE(ABORT, 'ORDER_RECEIPT');
END;
-- Whatever changes an order outdates decisions made before it.
CREATE TRIGGER order_raises_basis AFTER UPDATE ON purchase_order
BEGIN
  UPDATE product_basis SET version = version + 1 WHERE product_id = NEW.product_id;
END;

CREATE TABLE approval(
  po_id TEXT NOT NULL REFERENCES purchase_order,
  approver_id TEXT NOT NULL REFERENCES person,
  content_hash BLOB NOT NULL CHECK(length(content_hash) = 32),
  decision TEXT NOT NULL CHECK(decision IN ('approve', 'reject')),
  reason TEXT NOT NULL DEFAULT '' CHECK(length(reason) <= 2000 AND (decision = 'approve' OR length(trim(reason)) > 0)),
  single_operator INTEGER NOT NULL CHECK(single_operator IN (0, 1)),
  decided_at_us INTEGER NOT NULL,
  PRIMARY KEY(po_id, approver_id)
) STRICT;
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
CREATE TRIGGER approval_no_update BEFORE UPDATE ON approval
BEGIN
  SELECT RAISE(ABORT, 'APPEND_ONLY');
END;
CREATE TRIGGER approval_no_delete BEFORE DELETE ON approval
BEGIN
  SELECT RAISE(ABORT, 'APPEND_ONLY');
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

CREATE TABLE outbox(
  msg_id TEXT PRIMARY KEY CHECK(length(msg_id) = 36),
  po_id TEXT NOT NULL REFERENCES purchase_order,
  kind TEXT NOT NULL,
  channel TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'READY' CHECK(state IN ('READY', 'LEASED', 'DONE', 'DEAD')),
  attempts INTEGER NOT NULL DEFAULT 0 CHECK(attempts >= 0),
  not_before_us INTEGER NOT NULL,
  lease_owner TEXT,
  lease_until_us INTEGER,
  last_error TEXT NOT NULL DEFAULT '',
  created_at_us INTEGER NOT NULL,
  UNIQUE(po_id, kind),
  CHECK((state = 'LEASED') = (lease_owner IS NOT NULL AND lease_until_us IS NOT NULL))
) STRICT;
CREATE INDEX outbox_due ON outbox(not_before_us) WHERE state IN ('READY', 'LEASED');
CREATE TRIGGER outbox_born BEFORE INSERT ON outbox
WHEN NEW.state <> 'READY' OR NOT EXISTS(SELECT 1 FROM purchase_order WHERE po_id = NEW.po_id AND status = 'APPROVED')
BEGIN
  SELECT RAISE(ABORT, 'OUTBOX_NOT_APPROVED');
END;
CREATE TRIGGER outbox_changes BEFORE UPDATE ON outbox
WHEN NEW.msg_id <> OLD.msg_id OR NEW.po_id <> OLD.po_id OR NEW.kind <> OLD.kind OR OLD.state = 'DONE'
  OR (NEW.state = 'DONE' AND OLD.state <> 'LEASED')
  OR (NEW.state = 'LEASED' AND OLD.state NOT IN ('READY', 'LEASED'))
BEGIN
  SELECT RAISE(ABORT, 'OUTBOX_BAD_CHANGE');
END;
CREATE TRIGGER outbox_kept BEFORE DELETE ON outbox
BEGIN
  SELECT RAISE(ABORT, 'OUTBOX_NO_DELETE');
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

-- The same key gives the same order; keys are each person's own.
CREATE TABLE idempotency(
  person_id TEXT NOT NULL REFERENCES person,
  method TEXT NOT NULL,
  idem_key TEXT NOT NULL CHECK(length(idem_key) BETWEEN 1 AND 255),
  request_hash BLOB NOT NULL CHECK(length(request_hash) = 32),
  po_id TEXT NOT NULL REFERENCES purchase_order,
  created_at_us INTEGER NOT NULL,
  PRIMARY KEY(person_id, method, idem_key)
) STRICT;
CREATE TRIGGER idempotency_no_update BEFORE UPDATE ON idempotency
BEGIN
  SELECT RAISE(ABORT, 'APPEND_ONLY');
END;

-- Evaluations are what people looked at, not what they did: kept beside the audit chain, shown together with it.
CREATE TABLE evaluation(
  id INTEGER PRIMARY KEY,
  at_us INTEGER NOT NULL,
  product_id TEXT NOT NULL CHECK(length(product_id) BETWEEN 1 AND 50),
  person_id TEXT NOT NULL REFERENCES person,
  word TEXT NOT NULL,
  order_qty TEXT NOT NULL,
  total_minor INTEGER NOT NULL,
  rule_set_version INTEGER NOT NULL,
  orders_version INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX evaluation_of_product ON evaluation(product_id, at_us);
