-- Purchase orders. The states, the freeze after creation, approvals and the audit chain are enforced here, so that no
-- code path can skip them. Times are microseconds since 1970, UTC; money is in the minor unit.
CREATE TABLE setting(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE person(
  person_id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK(length(trim(name)) BETWEEN 1 AND 200),
  disabled_at_us INTEGER) STRICT;

CREATE TABLE rule_set_version(
  version INTEGER PRIMARY KEY CHECK(version > 0),
  packs TEXT NOT NULL, -- JSON: name, text and activity of each pack, in order
  hash BLOB NOT NULL CHECK(length(hash) = 32),
  published_by TEXT NOT NULL REFERENCES person,
  second_person TEXT REFERENCES person,
  published_at_us INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK(length(trim(reason)) > 0)) STRICT;
CREATE TRIGGER rule_set_kept_1 BEFORE UPDATE ON rule_set_version BEGIN SELECT RAISE(ABORT, 'APPEND_ONLY'); END;
CREATE TRIGGER rule_set_kept_2 BEFORE DELETE ON rule_set_version BEGIN SELECT RAISE(ABORT, 'APPEND_ONLY'); END;

CREATE TABLE rule_draft(
  person_id TEXT PRIMARY KEY REFERENCES person,
  packs TEXT NOT NULL,
  based_on INTEGER NOT NULL,
  saved_at_us INTEGER NOT NULL) STRICT;

-- What a decision of this product was based on: raised in the transaction of every order change of the product.
CREATE TABLE product_basis(product_id TEXT PRIMARY KEY, version INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE order_state(name TEXT PRIMARY KEY, on_order INTEGER NOT NULL) STRICT;
INSERT INTO order_state VALUES
  ('DRAFT', 1), ('PENDING_APPROVAL', 1), ('APPROVED', 1), ('SENDING', 1), ('SEND_UNKNOWN', 1), ('SENT', 1),
  ('RECEIVED', 0), ('REJECTED', 0), ('CANCELLED', 0);
CREATE TABLE order_transition(old TEXT NOT NULL, new TEXT NOT NULL, PRIMARY KEY(old, new)) STRICT;
INSERT INTO order_transition VALUES
  ('DRAFT', 'SENDING'), ('DRAFT', 'PENDING_APPROVAL'), ('DRAFT', 'CANCELLED'),
  ('PENDING_APPROVAL', 'APPROVED'), ('PENDING_APPROVAL', 'REJECTED'), ('PENDING_APPROVAL', 'CANCELLED'),
  ('APPROVED', 'SENDING'), ('APPROVED', 'CANCELLED'),
  ('SENDING', 'SENT'), ('SENDING', 'SEND_UNKNOWN'), ('SENDING', 'APPROVED'),
  ('SEND_UNKNOWN', 'SENT'), ('SEND_UNKNOWN', 'APPROVED'), ('SENT', 'RECEIVED');

CREATE TABLE order_number(year INTEGER PRIMARY KEY, next INTEGER NOT NULL) STRICT;

CREATE TABLE purchase_order(
  po_id TEXT PRIMARY KEY CHECK(length(po_id) = 36),
  po_number TEXT NOT NULL UNIQUE,
  batch_id TEXT,
  product_id TEXT NOT NULL CHECK(length(product_id) BETWEEN 1 AND 50),
  product_name TEXT NOT NULL DEFAULT '',
  supplier_id TEXT NOT NULL CHECK(length(supplier_id) BETWEEN 1 AND 50),
  supplier_name TEXT NOT NULL DEFAULT '',
  supplier_email TEXT NOT NULL DEFAULT '',
  qty INTEGER NOT NULL CHECK(qty BETWEEN 1 AND 1000000000),
  uom TEXT NOT NULL,
  received_qty INTEGER NOT NULL DEFAULT 0 CHECK(received_qty BETWEEN 0 AND qty),
  received_at_us INTEGER,
  currency TEXT NOT NULL CHECK(length(currency) = 3),
  unit_price_minor INTEGER NOT NULL CHECK(unit_price_minor > 0),
  total_minor INTEGER NOT NULL CHECK(total_minor = qty * unit_price_minor),
  discount_minor INTEGER NOT NULL DEFAULT 0 CHECK(discount_minor BETWEEN 0 AND total_minor),
  tax_minor INTEGER NOT NULL DEFAULT 0 CHECK(tax_minor >= 0),
  to_pay_minor INTEGER NOT NULL CHECK(to_pay_minor = total_minor - discount_minor + tax_minor),
  lead_time_days INTEGER NOT NULL DEFAULT 0 CHECK(lead_time_days >= 0),
  rule_set_version INTEGER REFERENCES rule_set_version,
  facts TEXT NOT NULL,
  decision TEXT NOT NULL,
  content_hash BLOB NOT NULL CHECK(length(content_hash) = 32),
  approvals_required INTEGER NOT NULL CHECK(approvals_required BETWEEN 0 AND 5),
  send_intended INTEGER NOT NULL DEFAULT 0 CHECK(send_intended IN (0, 1)),
  status TEXT NOT NULL REFERENCES order_state,
  version INTEGER NOT NULL DEFAULT 1,
  created_by TEXT NOT NULL REFERENCES person,
  created_at_us INTEGER NOT NULL,
  updated_at_us INTEGER NOT NULL,
  sent_at_us INTEGER,
  decided_by TEXT REFERENCES person, -- who approved, rejected or cancelled
  decided_at_us INTEGER,
  decision_reason TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX order_queue ON purchase_order(status, created_at_us);
CREATE INDEX order_of_product ON purchase_order(product_id, status);

CREATE TRIGGER order_born BEFORE INSERT ON purchase_order
WHEN NEW.version <> 1 OR NEW.received_qty <> 0 OR NOT (
     (NEW.status = 'DRAFT' AND NEW.rule_set_version IS NULL)
  OR (NEW.status = 'PENDING_APPROVAL' AND NEW.approvals_required > 0 AND NEW.send_intended = 0)
  OR (NEW.status = 'APPROVED' AND NEW.approvals_required = 0))
BEGIN SELECT RAISE(ABORT, 'ORDER_BAD_BIRTH'); END;
CREATE TRIGGER order_changes BEFORE UPDATE ON purchase_order
WHEN NEW.version <> OLD.version + 1
  OR (NEW.status <> OLD.status
      AND NOT EXISTS(SELECT 1 FROM order_transition WHERE old = OLD.status AND new = NEW.status))
  OR (NEW.received_qty <> OLD.received_qty AND (OLD.status <> 'SENT' OR NEW.received_qty < OLD.received_qty))
  OR (NEW.status = 'RECEIVED' AND NEW.received_qty <> NEW.qty)
BEGIN SELECT RAISE(ABORT, 'ORDER_BAD_TRANSITION'); END;
CREATE TRIGGER order_frozen BEFORE UPDATE OF po_id, po_number, batch_id, product_id, product_name, supplier_id, supplier_name,
  supplier_email, qty, uom, currency, unit_price_minor, total_minor, discount_minor, tax_minor, to_pay_minor, lead_time_days,
  rule_set_version, facts, decision, content_hash, approvals_required, created_by, created_at_us ON purchase_order
BEGIN SELECT RAISE(ABORT, 'ORDER_FROZEN'); END;
CREATE TRIGGER order_kept BEFORE DELETE ON purchase_order BEGIN SELECT RAISE(ABORT, 'ORDER_NO_DELETE'); END;
CREATE TRIGGER order_unapproved BEFORE UPDATE OF status ON purchase_order
WHEN NEW.status IN ('APPROVED', 'SENDING') AND (SELECT count(*) FROM approval a WHERE a.po_id = NEW.po_id
  AND a.decision = 'approve' AND a.content_hash = NEW.content_hash) < NEW.approvals_required
BEGIN SELECT RAISE(ABORT, 'ORDER_UNAPPROVED'); END;

CREATE TABLE approval(
  po_id TEXT NOT NULL REFERENCES purchase_order,
  approver_id TEXT NOT NULL REFERENCES person,
  content_hash BLOB NOT NULL,
  decision TEXT NOT NULL CHECK(decision IN ('approve', 'reject')),
  reason TEXT NOT NULL DEFAULT '' CHECK(length(reason) <= 2000 AND (decision = 'approve' OR length(trim(reason)) > 0)),
  single_operator INTEGER NOT NULL DEFAULT 0,
  decided_at_us INTEGER NOT NULL,
  PRIMARY KEY(po_id, approver_id)) STRICT;
CREATE TRIGGER approval_rules BEFORE INSERT ON approval BEGIN SELECT CASE
  WHEN NOT EXISTS(SELECT 1 FROM purchase_order WHERE po_id = NEW.po_id AND status = 'PENDING_APPROVAL')
    THEN RAISE(ABORT, 'APPROVAL_NOT_PENDING')
  WHEN NOT EXISTS(SELECT 1 FROM purchase_order WHERE po_id = NEW.po_id AND content_hash = NEW.content_hash)
    THEN RAISE(ABORT, 'APPROVAL_STALE')
  WHEN NEW.decision = 'approve' AND EXISTS(SELECT 1 FROM purchase_order WHERE po_id = NEW.po_id AND created_by = NEW.approver_id)
   AND NOT (NEW.single_operator = 1 AND (SELECT value FROM setting WHERE name = 'single_operator') = '1')
    THEN RAISE(ABORT, 'APPROVAL_OWN_ORDER')
  WHEN NOT EXISTS(SELECT 1 FROM person WHERE person_id = NEW.approver_id AND disabled_at_us IS NULL)
    THEN RAISE(ABORT, 'APPROVAL_PERSON')
END; END;
CREATE TRIGGER approval_kept_1 BEFORE UPDATE ON approval BEGIN SELECT RAISE(ABORT, 'APPEND_ONLY'); END;
CREATE TRIGGER approval_kept_2 BEFORE DELETE ON approval BEGIN SELECT RAISE(ABORT, 'APPEND_ONLY'); END;

CREATE TABLE outbox(
  msg_id TEXT PRIMARY KEY,
  po_id TEXT NOT NULL UNIQUE REFERENCES purchase_order,
  channel TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'READY' CHECK(state IN ('READY', 'LEASED', 'DONE', 'DEAD')),
  attempts INTEGER NOT NULL DEFAULT 0,
  not_before_us INTEGER NOT NULL,
  lease_owner TEXT,
  lease_until_us INTEGER,
  last_error TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX outbox_due ON outbox(not_before_us) WHERE state IN ('READY', 'LEASED');

CREATE TABLE idempotency(
  person_id TEXT NOT NULL,
  method TEXT NOT NULL,
  idem_key TEXT NOT NULL CHECK(length(idem_key) BETWEEN 1 AND 255),
  request_hash BLOB NOT NULL CHECK(length(request_hash) = 32),
  po_id TEXT NOT NULL REFERENCES purchase_order,
  created_at_us INTEGER NOT NULL,
  PRIMARY KEY(person_id, method, idem_key)) STRICT;

CREATE TABLE audit_event(
  seq INTEGER PRIMARY KEY,
  at_us INTEGER NOT NULL,
  actor_id TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  action TEXT NOT NULL,
  object_id TEXT NOT NULL,
  product_id TEXT NOT NULL,
  payload TEXT NOT NULL,
  prev_hash BLOB NOT NULL UNIQUE CHECK(length(prev_hash) = 32),
  hash BLOB NOT NULL UNIQUE CHECK(length(hash) = 32)) STRICT;
CREATE INDEX audit_of_object ON audit_event(object_id);
CREATE INDEX audit_of_product ON audit_event(product_id) WHERE product_id <> '';
CREATE TRIGGER audit_chain BEFORE INSERT ON audit_event
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit_event)
  OR NEW.prev_hash <> coalesce((SELECT hash FROM audit_event ORDER BY seq DESC LIMIT 1), zeroblob(32))
BEGIN SELECT RAISE(ABORT, 'AUDIT_CHAIN'); END;
CREATE TRIGGER audit_kept_1 BEFORE UPDATE ON audit_event BEGIN SELECT RAISE(ABORT, 'APPEND_ONLY'); END;
CREATE TRIGGER audit_kept_2 BEFORE DELETE ON audit_event BEGIN SELECT RAISE(ABORT, 'APPEND_ONLY'); END;

-- What planners looked at: not part of the audit chain, because looking changes nothing.
CREATE TABLE evaluation(
  id INTEGER PRIMARY KEY,
  product_id TEXT NOT NULL,
  at_us INTEGER NOT NULL,
  actor_id TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  rule_set_version INTEGER NOT NULL,
  word TEXT NOT NULL,
  sentence TEXT NOT NULL) STRICT;
CREATE INDEX evaluation_of_product ON evaluation(product_id, at_us);

INSERT INTO setting VALUES
  ('single_operator', '1'), ('currency', 'USD'), ('stale_after_minutes', '15'),
  ('company_name', 'Demo Company'), ('company_address', '1 Example Street' || char(10) || '12345 Example City'),
  ('company_email', 'purchasing@example.com'),
  ('delivery_address', 'Demo Company, Goods in' || char(10) || '2 Example Street' || char(10) || '12345 Example City');
INSERT INTO person VALUES ('system', 'system', 0);
