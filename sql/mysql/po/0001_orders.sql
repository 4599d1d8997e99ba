-- Purchase orders, people and rule sets. The states, what may follow what, the freeze after creation, approvals and
-- the audit chain are enforced here, so that no code path and no other program can skip them. Times are microseconds
-- since 1970 UTC, money is in minor units. A definition is not undone by a rollback here, so each can be repeated.

-- Locked first by every writing transaction, so that numbers and the audit chain have one writer at a time.
CREATE TABLE IF NOT EXISTS write_turn(
  id INT NOT NULL PRIMARY KEY
) ENGINE=InnoDB;
INSERT IGNORE INTO write_turn(id) VALUES (1);

CREATE TABLE IF NOT EXISTS setting(
  name VARCHAR(100) NOT NULL PRIMARY KEY,
  value VARCHAR(4000) NOT NULL,
  CONSTRAINT CHECK_setting_name CHECK(char_length(name) >= 1)
) ENGINE=InnoDB;
INSERT IGNORE INTO setting(name, value) VALUES
  ('single_operator', '0'), -- Several people use a server; setting up may say otherwise.
  ('currency', 'USD'),
  ('company_name', 'Example Company'),
  ('company_address', '1 Example Street, Example City'),
  ('company_email', 'purchasing@example.com'),
  ('delivery_address', 'Goods inwards, 1 Example Street, Example City'),
  ('stale_after_minutes', '15');

CREATE TABLE IF NOT EXISTS person(
  person_id VARCHAR(100) NOT NULL PRIMARY KEY,
  name VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci NOT NULL UNIQUE,
  kind VARCHAR(10) NOT NULL DEFAULT 'person',
  added_at_us BIGINT NOT NULL,
  disabled_at_us BIGINT,
  CONSTRAINT CHECK_person_id CHECK(char_length(person_id) >= 1),
  CONSTRAINT CHECK_person_name CHECK(char_length(trim(name)) >= 1),
  CONSTRAINT CHECK_person_kind CHECK(kind IN ('person', 'system'))
) ENGINE=InnoDB;
INSERT IGNORE INTO person(person_id, name, kind, added_at_us) VALUES ('system', 'system', 'system', 0);
DROP TRIGGER IF EXISTS person_kept;
CREATE TRIGGER person_kept BEFORE DELETE ON person FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'PERSON_NO_DELETE';
END;

DROP TRIGGER IF EXISTS person_identity;
CREATE TRIGGER person_identity BEFORE UPDATE ON person FOR EACH ROW
BEGIN
  IF NEW.person_id <> OLD.person_id OR NEW.kind <> OLD.kind THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'PERSON_FROZEN';
  END IF;
END;

-- Append-only chain: every event's hash covers its fields and the hash before it.
CREATE TABLE IF NOT EXISTS audit_event(
  seq BIGINT NOT NULL PRIMARY KEY,
  at_us BIGINT NOT NULL,
  actor_id VARCHAR(100) NOT NULL,
  actor_name VARCHAR(100) NOT NULL,
  single_operator TINYINT NOT NULL,
  action VARCHAR(100) NOT NULL,
  object_id VARCHAR(100) NOT NULL,
  product_id VARCHAR(50) NOT NULL DEFAULT '',
  text TEXT NOT NULL,
  payload MEDIUMTEXT NOT NULL,
  prev_hash BINARY(32) NOT NULL UNIQUE,
  hash BINARY(32) NOT NULL UNIQUE,
  KEY audit_of_object(object_id, seq),
  KEY audit_of_product(product_id, seq),
  FOREIGN KEY(actor_id) REFERENCES person(person_id),
  CONSTRAINT CHECK_audit_mode CHECK(single_operator IN (0, 1)),
  CONSTRAINT CHECK_audit_action CHECK(char_length(action) >= 1),
  CONSTRAINT CHECK_audit_payload CHECK(char_length(payload) >= 2)
) ENGINE=InnoDB;
DROP TRIGGER IF EXISTS audit_chain;
CREATE TRIGGER audit_chain BEFORE INSERT ON audit_event FOR EACH ROW
BEGIN
  IF NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit_event)
    OR NEW.prev_hash <> coalesce((SELECT hash FROM audit_event ORDER BY seq DESC LIMIT 1), repeat(x'00', 32)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'AUDIT_CHAIN';
  END IF;
END;

DROP TRIGGER IF EXISTS audit_no_update;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit_event FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'APPEND_ONLY';
END;

DROP TRIGGER IF EXISTS audit_no_delete;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit_event FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'APPEND_ONLY';
END;

CREATE TABLE IF NOT EXISTS rule_set_version(
  version BIGINT NOT NULL PRIMARY KEY,
  pack_count INT NOT NULL,
  hash BINARY(32) NOT NULL,
  published_by VARCHAR(100) NOT NULL,
  second_person VARCHAR(100),
  published_at_us BIGINT NOT NULL,
  reason VARCHAR(2000) NOT NULL,
  FOREIGN KEY(published_by) REFERENCES person(person_id),
  FOREIGN KEY(second_person) REFERENCES person(person_id),
  CONSTRAINT CHECK_rule_set_version CHECK(version >= 1),
  CONSTRAINT CHECK_rule_set_packs CHECK(pack_count BETWEEN 0 AND 1000),
  CONSTRAINT CHECK_rule_set_reason CHECK(char_length(trim(reason)) > 0)
) ENGINE=InnoDB;
DROP TRIGGER IF EXISTS rule_set_born;
CREATE TRIGGER rule_set_born BEFORE INSERT ON rule_set_version FOR EACH ROW
BEGIN
  IF NEW.version <> (SELECT coalesce(max(version), 0) + 1 FROM rule_set_version) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'RULE_SET_NUMBER';
  END IF;
  IF NEW.version > 1 AND (SELECT value FROM setting WHERE name = 'single_operator') <> '1'
    AND (NEW.second_person IS NULL OR NEW.second_person = NEW.published_by) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'RULE_SET_SECOND_PERSON';
  END IF;
END;

DROP TRIGGER IF EXISTS rule_set_no_update;
CREATE TRIGGER rule_set_no_update BEFORE UPDATE ON rule_set_version FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'APPEND_ONLY';
END;

DROP TRIGGER IF EXISTS rule_set_no_delete;
CREATE TRIGGER rule_set_no_delete BEFORE DELETE ON rule_set_version FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'APPEND_ONLY';
END;

CREATE TABLE IF NOT EXISTS rule_pack(
  version BIGINT NOT NULL,
  position INT NOT NULL,
  name VARCHAR(200) NOT NULL,
  text MEDIUMTEXT NOT NULL,
  active TINYINT NOT NULL,
  PRIMARY KEY(version, position),
  UNIQUE KEY rule_pack_name(version, name),
  FOREIGN KEY(version) REFERENCES rule_set_version(version),
  CONSTRAINT CHECK_pack_position CHECK(position >= 0),
  CONSTRAINT CHECK_pack_name CHECK(char_length(name) >= 1),
  CONSTRAINT CHECK_pack_active CHECK(active IN (0, 1))
) ENGINE=InnoDB;
-- A published version is complete: nothing can be added to it later.
DROP TRIGGER IF EXISTS rule_pack_complete;
CREATE TRIGGER rule_pack_complete BEFORE INSERT ON rule_pack FOR EACH ROW
BEGIN
  IF NEW.position >= (SELECT pack_count FROM rule_set_version WHERE version = NEW.version) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'RULE_SET_COMPLETE';
  END IF;
END;

DROP TRIGGER IF EXISTS rule_pack_no_update;
CREATE TRIGGER rule_pack_no_update BEFORE UPDATE ON rule_pack FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'APPEND_ONLY';
END;

DROP TRIGGER IF EXISTS rule_pack_no_delete;
CREATE TRIGGER rule_pack_no_delete BEFORE DELETE ON rule_pack FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'APPEND_ONLY';
END;

CREATE TABLE IF NOT EXISTS rule_draft(
  person_id VARCHAR(100) NOT NULL PRIMARY KEY,
  based_on BIGINT NOT NULL,
  packs LONGTEXT NOT NULL,
  saved_at_us BIGINT NOT NULL,
  FOREIGN KEY(person_id) REFERENCES person(person_id),
  CONSTRAINT CHECK_draft_packs CHECK(char_length(packs) >= 2)
) ENGINE=InnoDB;

-- What a decision of this product was based on; raised by every order change of the product.
CREATE TABLE IF NOT EXISTS product_basis(
  product_id VARCHAR(50) NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL DEFAULT 0,
  CONSTRAINT CHECK_basis_product CHECK(char_length(product_id) >= 1),
  CONSTRAINT CHECK_basis_version CHECK(version >= 0)
) ENGINE=InnoDB;
DROP TRIGGER IF EXISTS basis_only_rises;
CREATE TRIGGER basis_only_rises BEFORE UPDATE ON product_basis FOR EACH ROW
BEGIN
  IF NEW.version <> OLD.version + 1 OR NEW.product_id <> OLD.product_id THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'BASIS_ONLY_RISES';
  END IF;
END;

DROP TRIGGER IF EXISTS basis_kept;
CREATE TRIGGER basis_kept BEFORE DELETE ON product_basis FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'BASIS_ONLY_RISES';
END;

CREATE TABLE IF NOT EXISTS order_state(
  name VARCHAR(20) NOT NULL PRIMARY KEY,
  on_order TINYINT NOT NULL
) ENGINE=InnoDB;
INSERT IGNORE INTO order_state(name, on_order) VALUES
  ('DRAFT', 1), ('PENDING_APPROVAL', 1), ('APPROVED', 1), ('SENDING', 1), ('SEND_UNKNOWN', 1), ('SENT', 1),
  ('RECEIVED', 0), ('REJECTED', 0), ('CANCELLED', 0);
CREATE TABLE IF NOT EXISTS order_transition(
  from_state VARCHAR(20) NOT NULL,
  to_state VARCHAR(20) NOT NULL,
  PRIMARY KEY(from_state, to_state)
) ENGINE=InnoDB;
-- A state that follows itself: a further approval, a request to send, a part delivery.
INSERT IGNORE INTO order_transition(from_state, to_state) VALUES
  ('DRAFT', 'SENDING'), ('DRAFT', 'PENDING_APPROVAL'), ('DRAFT', 'CANCELLED'),
  ('PENDING_APPROVAL', 'PENDING_APPROVAL'), ('PENDING_APPROVAL', 'APPROVED'), ('PENDING_APPROVAL', 'REJECTED'),
  ('PENDING_APPROVAL', 'CANCELLED'),
  ('APPROVED', 'APPROVED'), ('APPROVED', 'SENDING'), ('APPROVED', 'CANCELLED'),
  ('SENDING', 'SENT'), ('SENDING', 'SEND_UNKNOWN'), ('SENDING', 'APPROVED'),
  ('SEND_UNKNOWN', 'SENT'), ('SEND_UNKNOWN', 'APPROVED'),
  ('SENT', 'SENT'), ('SENT', 'RECEIVED');

CREATE TABLE IF NOT EXISTS purchase_order(
  po_id VARCHAR(36) NOT NULL PRIMARY KEY,
  po_number VARCHAR(20) NOT NULL UNIQUE,
  number_year INT NOT NULL,
  number_in_year INT NOT NULL,
  batch_id VARCHAR(100) NOT NULL DEFAULT '',
  product_id VARCHAR(50) NOT NULL,
  product_name VARCHAR(255) NOT NULL,
  supplier_id VARCHAR(50) NOT NULL,
  supplier_name VARCHAR(255) NOT NULL,
  supplier_email VARCHAR(255) NOT NULL,
  qty BIGINT NOT NULL,
  uom VARCHAR(50) NOT NULL,
  currency VARCHAR(3) NOT NULL,
  unit_price_minor BIGINT NOT NULL,
  total_minor BIGINT NOT NULL,
  discount_minor BIGINT NOT NULL,
  tax_minor BIGINT NOT NULL,
  to_pay_minor BIGINT NOT NULL,
  lead_time_days INT NOT NULL,
  rule_set_version BIGINT,
  facts_json MEDIUMTEXT NOT NULL,
  decision_json MEDIUMTEXT NOT NULL,
  content_hash BINARY(32) NOT NULL,
  approvals_required INT NOT NULL,
  send_intended TINYINT NOT NULL,
  created_by VARCHAR(100) NOT NULL,
  created_at_us BIGINT NOT NULL,

  status VARCHAR(20) NOT NULL,
  version BIGINT NOT NULL DEFAULT 1,
  last_event BIGINT NOT NULL UNIQUE,
  changed_by VARCHAR(100) NOT NULL,
  updated_at_us BIGINT NOT NULL,
  decided_by VARCHAR(100),
  decided_at_us BIGINT,
  reason VARCHAR(2000) NOT NULL DEFAULT '',
  sent_at_us BIGINT,
  received_qty BIGINT NOT NULL DEFAULT 0,
  received_at_us BIGINT,

  UNIQUE KEY order_number(number_year, number_in_year),
  KEY order_queue(status, created_at_us),
  KEY order_of_product(product_id, status),
  FOREIGN KEY(rule_set_version) REFERENCES rule_set_version(version),
  FOREIGN KEY(created_by) REFERENCES person(person_id),
  FOREIGN KEY(status) REFERENCES order_state(name),
  FOREIGN KEY(last_event) REFERENCES audit_event(seq),
  FOREIGN KEY(changed_by) REFERENCES person(person_id),
  FOREIGN KEY(decided_by) REFERENCES person(person_id),
  CONSTRAINT CHECK_order_id CHECK(char_length(po_id) = 36),
  CONSTRAINT CHECK_order_product CHECK(char_length(product_id) >= 1),
  CONSTRAINT CHECK_order_supplier CHECK(char_length(supplier_id) >= 1),
  CONSTRAINT CHECK_order_qty CHECK(qty BETWEEN 1 AND 1000000000),
  CONSTRAINT CHECK_order_currency CHECK(char_length(currency) = 3),
  CONSTRAINT CHECK_order_price CHECK(unit_price_minor > 0),
  CONSTRAINT CHECK_order_total CHECK(total_minor = qty * unit_price_minor),
  CONSTRAINT CHECK_order_discount CHECK(discount_minor BETWEEN 0 AND total_minor),
  CONSTRAINT CHECK_order_tax CHECK(tax_minor >= 0),
  CONSTRAINT CHECK_order_to_pay CHECK(to_pay_minor = total_minor - discount_minor + tax_minor),
  CONSTRAINT CHECK_order_lead_time CHECK(lead_time_days BETWEEN 0 AND 36500),
  CONSTRAINT CHECK_order_facts CHECK(char_length(facts_json) >= 2),
  CONSTRAINT CHECK_order_decision CHECK(char_length(decision_json) >= 2),
  CONSTRAINT CHECK_order_approvals CHECK(approvals_required BETWEEN 0 AND 5),
  CONSTRAINT CHECK_order_intent CHECK(send_intended IN (0, 1)),
  CONSTRAINT CHECK_order_received CHECK(received_qty BETWEEN 0 AND qty),
  CONSTRAINT CHECK_order_number CHECK(po_number = concat('PO-', lpad(number_year, 4, '0'), '-',
    CASE WHEN number_in_year > 999999 THEN number_in_year ELSE lpad(number_in_year, 6, '0') END)),
  CONSTRAINT CHECK_order_sent CHECK((sent_at_us IS NOT NULL) = (status IN ('SENT', 'RECEIVED'))),
  CONSTRAINT CHECK_order_complete CHECK((status = 'RECEIVED') = (received_qty = qty)),
  CONSTRAINT CHECK_order_rejected CHECK(status <> 'REJECTED' OR char_length(trim(reason)) > 0)
) ENGINE=InnoDB;

CREATE TABLE IF NOT EXISTS approval(
  po_id VARCHAR(36) NOT NULL,
  approver_id VARCHAR(100) NOT NULL,
  content_hash BINARY(32) NOT NULL,
  decision VARCHAR(10) NOT NULL,
  reason VARCHAR(2000) NOT NULL DEFAULT '',
  single_operator TINYINT NOT NULL,
  decided_at_us BIGINT NOT NULL,
  PRIMARY KEY(po_id, approver_id),
  FOREIGN KEY(po_id) REFERENCES purchase_order(po_id),
  FOREIGN KEY(approver_id) REFERENCES person(person_id),
  CONSTRAINT CHECK_approval_decision CHECK(decision IN ('approve', 'reject')),
  CONSTRAINT CHECK_approval_reason CHECK(decision = 'approve' OR char_length(trim(reason)) > 0),
  CONSTRAINT CHECK_approval_mode CHECK(single_operator IN (0, 1))
) ENGINE=InnoDB;

CREATE TABLE IF NOT EXISTS outbox(
  msg_id VARCHAR(36) NOT NULL PRIMARY KEY,
  po_id VARCHAR(36) NOT NULL,
  kind VARCHAR(20) NOT NULL,
  channel VARCHAR(50) NOT NULL,
  state VARCHAR(10) NOT NULL DEFAULT 'READY',
  attempts INT NOT NULL DEFAULT 0,
  not_before_us BIGINT NOT NULL,
  lease_owner VARCHAR(255),
  lease_until_us BIGINT,
  last_error TEXT NOT NULL DEFAULT (''),
  created_at_us BIGINT NOT NULL,
  UNIQUE KEY outbox_of_order(po_id, kind),
  KEY outbox_due(state, not_before_us),
  FOREIGN KEY(po_id) REFERENCES purchase_order(po_id),
  CONSTRAINT CHECK_outbox_id CHECK(char_length(msg_id) = 36),
  CONSTRAINT CHECK_outbox_state CHECK(state IN ('READY', 'LEASED', 'DONE', 'DEAD')),
  CONSTRAINT CHECK_outbox_attempts CHECK(attempts >= 0),
  CONSTRAINT CHECK_outbox_lease CHECK((state = 'LEASED') = (lease_owner IS NOT NULL AND lease_until_us IS NOT NULL))
) ENGINE=InnoDB;

DROP TRIGGER IF EXISTS order_born;
CREATE TRIGGER order_born BEFORE INSERT ON purchase_order FOR EACH ROW
BEGIN
  IF NEW.version <> 1 OR NEW.received_qty <> 0 OR NEW.decided_by IS NOT NULL OR NEW.changed_by <> NEW.created_by OR NOT (
       (NEW.status = 'DRAFT' AND NEW.rule_set_version IS NULL)
    OR (NEW.status = 'PENDING_APPROVAL' AND NEW.approvals_required > 0)
    OR (NEW.status = 'APPROVED' AND NEW.approvals_required = 0 AND NEW.rule_set_version IS NOT NULL)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ORDER_BAD_BIRTH';
  END IF;
  -- Orders are never deleted, so the next number is always one more: no gap, no repetition.
  IF NEW.number_in_year <> (SELECT coalesce(max(number_in_year), 0) + 1 FROM purchase_order
                             WHERE number_year = NEW.number_year) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ORDER_NUMBER';
  END IF;
  IF NOT EXISTS(SELECT 1 FROM audit_event WHERE seq = NEW.last_event AND object_id = NEW.po_id) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ORDER_NOT_AUDITED';
  END IF;
END;

DROP TRIGGER IF EXISTS order_changes;
CREATE TRIGGER order_changes BEFORE UPDATE ON purchase_order FOR EACH ROW
BEGIN
  IF NOT (NEW.rule_set_version <=> OLD.rule_set_version)
    OR NEW.po_id <> OLD.po_id
    OR NEW.po_number <> OLD.po_number
    OR NEW.number_year <> OLD.number_year
    OR NEW.number_in_year <> OLD.number_in_year
    OR NEW.batch_id <> OLD.batch_id
    OR NEW.product_id <> OLD.product_id
    OR NEW.product_name <> OLD.product_name
    OR NEW.supplier_id <> OLD.supplier_id
    OR NEW.supplier_name <> OLD.supplier_name
    OR NEW.supplier_email <> OLD.supplier_email
    OR NEW.qty <> OLD.qty
    OR NEW.uom <> OLD.uom
    OR NEW.currency <> OLD.currency
    OR NEW.unit_price_minor <> OLD.unit_price_minor
    OR NEW.total_minor <> OLD.total_minor
    OR NEW.discount_minor <> OLD.discount_minor
    OR NEW.tax_minor <> OLD.tax_minor
    OR NEW.to_pay_minor <> OLD.to_pay_minor
    OR NEW.lead_time_days <> OLD.lead_time_days
    OR NEW.facts_json <> OLD.facts_json
    OR NEW.decision_json <> OLD.decision_json
    OR NEW.content_hash <> OLD.content_hash
    OR NEW.approvals_required <> OLD.approvals_required
    OR NEW.send_intended <> OLD.send_intended
    OR NEW.created_by <> OLD.created_by
    OR NEW.created_at_us <> OLD.created_at_us THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ORDER_FROZEN';
  END IF;
  IF NEW.version <> OLD.version + 1
    OR NOT EXISTS(SELECT 1 FROM order_transition WHERE from_state = OLD.status AND to_state = NEW.status) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ORDER_BAD_TRANSITION';
  END IF;
  IF NEW.last_event <= OLD.last_event
    OR NOT EXISTS(SELECT 1 FROM audit_event WHERE seq = NEW.last_event AND object_id = NEW.po_id) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ORDER_NOT_AUDITED';
  END IF;
  IF OLD.status <> 'PENDING_APPROVAL'
    AND NOT (NEW.decided_by <=> OLD.decided_by AND NEW.decided_at_us <=> OLD.decided_at_us) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ORDER_DECIDED';
  END IF;
  IF NEW.received_qty < OLD.received_qty OR (NEW.received_qty > OLD.received_qty AND OLD.status <> 'SENT') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ORDER_RECEIPT';
  END IF;
  IF NEW.status IN ('APPROVED', 'SENDING') AND (SELECT count(*) FROM approval a WHERE a.po_id = NEW.po_id
    AND a.decision = 'approve' AND a.content_hash = NEW.content_hash) < NEW.approvals_required THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ORDER_UNAPPROVED';
  END IF;
  IF NEW.status = 'REJECTED'
    AND NOT EXISTS(SELECT 1 FROM approval a WHERE a.po_id = NEW.po_id AND a.decision = 'reject') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ORDER_UNDECIDED';
  END IF;
  -- An order is sent only by a message that was delivered, and no message outlives a cancelled order.
  IF NEW.status = 'SENT' AND OLD.status = 'SENDING'
    AND NOT EXISTS(SELECT 1 FROM outbox WHERE po_id = NEW.po_id AND state = 'DONE') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ORDER_NOT_DELIVERED';
  END IF;
  IF NEW.status = 'SENDING'
    AND NOT EXISTS(SELECT 1 FROM outbox WHERE po_id = NEW.po_id AND state = 'LEASED') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ORDER_NOT_LEASED';
  END IF;
  IF NEW.status IN ('CANCELLED', 'REJECTED')
    AND EXISTS(SELECT 1 FROM outbox WHERE po_id = NEW.po_id AND state IN ('READY', 'LEASED')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ORDER_MESSAGE_WAITING';
  END IF;
END;

DROP TRIGGER IF EXISTS order_kept;
CREATE TRIGGER order_kept BEFORE DELETE ON purchase_order FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ORDER_NO_DELETE';
END;

-- Whatever changes an order outdates decisions made before it.
DROP TRIGGER IF EXISTS order_raises_basis;
CREATE TRIGGER order_raises_basis AFTER UPDATE ON purchase_order FOR EACH ROW
BEGIN
  UPDATE product_basis SET version = version + 1 WHERE product_id = NEW.product_id;
END;

DROP TRIGGER IF EXISTS approval_rules;
CREATE TRIGGER approval_rules BEFORE INSERT ON approval FOR EACH ROW
BEGIN
  IF NOT EXISTS(SELECT 1 FROM purchase_order WHERE po_id = NEW.po_id AND status = 'PENDING_APPROVAL') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'APPROVAL_NOT_PENDING';
  END IF;
  IF NOT EXISTS(SELECT 1 FROM purchase_order WHERE po_id = NEW.po_id AND content_hash = NEW.content_hash) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'APPROVAL_STALE';
  END IF;
  IF EXISTS(SELECT 1 FROM purchase_order WHERE po_id = NEW.po_id AND created_by = NEW.approver_id)
    AND NOT (NEW.single_operator = 1 AND (SELECT value FROM setting WHERE name = 'single_operator') = '1') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'APPROVAL_OWN_ORDER';
  END IF;
  IF NOT EXISTS(SELECT 1 FROM person WHERE person_id = NEW.approver_id AND kind = 'person'
                AND disabled_at_us IS NULL) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'APPROVAL_PERSON';
  END IF;
END;

DROP TRIGGER IF EXISTS approval_no_update;
CREATE TRIGGER approval_no_update BEFORE UPDATE ON approval FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'APPEND_ONLY';
END;

DROP TRIGGER IF EXISTS approval_no_delete;
CREATE TRIGGER approval_no_delete BEFORE DELETE ON approval FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'APPEND_ONLY';
END;

DROP TRIGGER IF EXISTS outbox_born;
CREATE TRIGGER outbox_born BEFORE INSERT ON outbox FOR EACH ROW
BEGIN
  IF NEW.state <> 'READY'
    OR NOT EXISTS(SELECT 1 FROM purchase_order WHERE po_id = NEW.po_id AND status = 'APPROVED') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'OUTBOX_NOT_APPROVED';
  END IF;
END;

DROP TRIGGER IF EXISTS outbox_changes;
CREATE TRIGGER outbox_changes BEFORE UPDATE ON outbox FOR EACH ROW
BEGIN
  IF NEW.msg_id <> OLD.msg_id OR NEW.po_id <> OLD.po_id OR NEW.kind <> OLD.kind OR OLD.state = 'DONE'
    OR (NEW.state = 'DONE' AND OLD.state <> 'LEASED')
    OR (NEW.state = 'LEASED' AND OLD.state NOT IN ('READY', 'LEASED')) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'OUTBOX_BAD_CHANGE';
  END IF;
END;

DROP TRIGGER IF EXISTS outbox_kept;
CREATE TRIGGER outbox_kept BEFORE DELETE ON outbox FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'OUTBOX_NO_DELETE';
END;

-- The same key gives the same order; keys are each person's own.
CREATE TABLE IF NOT EXISTS idempotency(
  person_id VARCHAR(100) NOT NULL,
  method VARCHAR(50) NOT NULL,
  idem_key VARCHAR(255) NOT NULL,
  request_hash BINARY(32) NOT NULL,
  po_id VARCHAR(36) NOT NULL,
  created_at_us BIGINT NOT NULL,
  PRIMARY KEY(person_id, method, idem_key),
  FOREIGN KEY(person_id) REFERENCES person(person_id),
  FOREIGN KEY(po_id) REFERENCES purchase_order(po_id),
  CONSTRAINT CHECK_idempotency_key CHECK(char_length(idem_key) >= 1)
) ENGINE=InnoDB;
DROP TRIGGER IF EXISTS idempotency_no_update;
CREATE TRIGGER idempotency_no_update BEFORE UPDATE ON idempotency FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'APPEND_ONLY';
END;

-- Evaluations are what people looked at, not what they did: kept beside the audit chain, shown together with it.
CREATE TABLE IF NOT EXISTS evaluation(
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  at_us BIGINT NOT NULL,
  product_id VARCHAR(50) NOT NULL,
  person_id VARCHAR(100) NOT NULL,
  word VARCHAR(20) NOT NULL,
  order_qty VARCHAR(40) NOT NULL,
  total_minor BIGINT NOT NULL,
  rule_set_version BIGINT NOT NULL,
  orders_version BIGINT NOT NULL,
  text TEXT NOT NULL,
  KEY evaluation_of_product(product_id, at_us),
  FOREIGN KEY(person_id) REFERENCES person(person_id),
  CONSTRAINT CHECK_evaluation_product CHECK(char_length(product_id) >= 1)
) ENGINE=InnoDB;
