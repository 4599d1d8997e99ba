-- Nothing that is stored can be changed unnoticed. INSERT OR REPLACE takes rows away without asking a delete trigger, so
-- no row that is there can be inserted again; settings and people change only together with the event that says so.

-- Who was logged in, beside the name they work as; empty in events of earlier versions, whose hash does not cover it.
ALTER TABLE audit_event ADD COLUMN login TEXT;
CREATE TRIGGER audit_once BEFORE INSERT ON audit_event
WHEN EXISTS(SELECT 1 FROM audit_event WHERE hash = NEW.hash OR prev_hash = NEW.prev_hash) OR NEW.login IS NULL
BEGIN
  SELECT RAISE(ABORT, 'AUDIT_CHAIN');
END;

CREATE TRIGGER approval_once BEFORE INSERT ON approval
WHEN EXISTS(SELECT 1 FROM approval WHERE po_id = NEW.po_id AND approver_id = NEW.approver_id)
BEGIN
  SELECT RAISE(ABORT, 'ALREADY_THERE');
END;

CREATE TRIGGER rule_set_once BEFORE INSERT ON rule_set_version
WHEN EXISTS(SELECT 1 FROM rule_set_version WHERE version = NEW.version)
BEGIN
  SELECT RAISE(ABORT, 'ALREADY_THERE');
END;
CREATE TRIGGER rule_pack_once BEFORE INSERT ON rule_pack
WHEN EXISTS(SELECT 1 FROM rule_pack WHERE version = NEW.version AND (position = NEW.position OR name = NEW.name))
BEGIN
  SELECT RAISE(ABORT, 'ALREADY_THERE');
END;

CREATE TRIGGER person_once BEFORE INSERT ON person
WHEN EXISTS(SELECT 1 FROM person WHERE person_id = NEW.person_id OR name = NEW.name)
BEGIN
  SELECT RAISE(ABORT, 'ALREADY_THERE');
END;
CREATE TRIGGER person_audited BEFORE UPDATE OF name, added_at_us, disabled_at_us ON person
WHEN NEW.name <> OLD.name OR NEW.added_at_us <> OLD.added_at_us
  OR NOT EXISTS(SELECT 1 FROM audit_event WHERE seq = (SELECT max(seq) FROM audit_event)
                AND object_id = NEW.person_id
                AND action = CASE WHEN NEW.disabled_at_us IS NULL THEN 'person.enabled' ELSE 'person.disabled' END)
BEGIN
  SELECT RAISE(ABORT, 'PERSON_NOT_AUDITED');
END;

CREATE TRIGGER setting_born BEFORE INSERT ON setting
WHEN EXISTS(SELECT 1 FROM setting WHERE name = NEW.name)
  OR NOT EXISTS(SELECT 1 FROM audit_event WHERE seq = (SELECT max(seq) FROM audit_event) AND object_id = NEW.name
                AND action IN ('setting.changed', 'mode.changed') AND instr(payload, '"bytes":"' || lower(hex(NEW.value)) || '"') > 0)
BEGIN
  SELECT RAISE(ABORT, 'SETTING_NOT_AUDITED');
END;
CREATE TRIGGER setting_audited BEFORE UPDATE ON setting
WHEN NEW.name <> OLD.name
  OR NOT EXISTS(SELECT 1 FROM audit_event WHERE seq = (SELECT max(seq) FROM audit_event) AND object_id = NEW.name
                AND action IN ('setting.changed', 'mode.changed') AND instr(payload, '"bytes":"' || lower(hex(NEW.value)) || '"') > 0)
BEGIN
  SELECT RAISE(ABORT, 'SETTING_NOT_AUDITED');
END;
CREATE TRIGGER setting_kept BEFORE DELETE ON setting
BEGIN
  SELECT RAISE(ABORT, 'SETTING_NOT_AUDITED');
END;

CREATE TRIGGER basis_once BEFORE INSERT ON product_basis
WHEN EXISTS(SELECT 1 FROM product_basis WHERE product_id = NEW.product_id) OR NEW.version <> 0
BEGIN
  SELECT RAISE(ABORT, 'BASIS_ONLY_RISES');
END;

CREATE TRIGGER order_state_kept BEFORE INSERT ON order_state
BEGIN
  SELECT RAISE(ABORT, 'APPEND_ONLY');
END;
CREATE TRIGGER order_state_no_update BEFORE UPDATE ON order_state
BEGIN
  SELECT RAISE(ABORT, 'APPEND_ONLY');
END;
CREATE TRIGGER order_state_no_delete BEFORE DELETE ON order_state
BEGIN
  SELECT RAISE(ABORT, 'APPEND_ONLY');
END;
CREATE TRIGGER order_transition_kept BEFORE INSERT ON order_transition
BEGIN
  SELECT RAISE(ABORT, 'APPEND_ONLY');
END;
CREATE TRIGGER order_transition_no_update BEFORE UPDATE ON order_transition
BEGIN
  SELECT RAISE(ABORT, 'APPEND_ONLY');
END;
CREATE TRIGGER order_transition_no_delete BEFORE DELETE ON order_transition
BEGIN
  SELECT RAISE(ABORT, 'APPEND_ONLY');
END;

-- `without_address`: a person sends it knowingly, though the supplier has no address.
ALTER TABLE outbox ADD COLUMN without_address INTEGER NOT NULL DEFAULT 0 CHECK(without_address IN (0, 1));
CREATE TRIGGER outbox_once BEFORE INSERT ON outbox
WHEN EXISTS(SELECT 1 FROM outbox WHERE msg_id = NEW.msg_id OR (po_id = NEW.po_id AND kind = NEW.kind))
BEGIN
  SELECT RAISE(ABORT, 'ALREADY_THERE');
END;

CREATE TRIGGER override_once BEFORE INSERT ON product_override
WHEN EXISTS(SELECT 1 FROM product_override WHERE product_id = NEW.product_id OR event = NEW.event)
BEGIN
  SELECT RAISE(ABORT, 'ALREADY_THERE');
END;
CREATE TRIGGER override_ended BEFORE DELETE ON product_override
WHEN NOT EXISTS(SELECT 1 FROM audit_event WHERE seq = (SELECT max(seq) FROM audit_event)
                AND product_id = OLD.product_id AND seq > OLD.event)
BEGIN
  SELECT RAISE(ABORT, 'OVERRIDE_NOT_AUDITED');
END;

-- How `request_hash` was made: 1 over the decided order, 2 over what the request itself names.
ALTER TABLE idempotency ADD COLUMN request_format INTEGER NOT NULL DEFAULT 1 CHECK(request_format IN (1, 2));
CREATE TRIGGER idempotency_once BEFORE INSERT ON idempotency
WHEN EXISTS(SELECT 1 FROM idempotency WHERE person_id = NEW.person_id AND idem_key = NEW.idem_key)
  OR NEW.request_format <> 2
  OR NOT EXISTS(SELECT 1 FROM purchase_order WHERE po_id = NEW.po_id AND created_by = NEW.person_id)
BEGIN
  SELECT RAISE(ABORT, 'ALREADY_THERE');
END;
CREATE TRIGGER idempotency_no_delete BEFORE DELETE ON idempotency
BEGIN
  SELECT RAISE(ABORT, 'APPEND_ONLY');
END;

CREATE TRIGGER evaluation_once BEFORE INSERT ON evaluation
WHEN EXISTS(SELECT 1 FROM evaluation WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'ALREADY_THERE');
END;
CREATE TRIGGER evaluation_no_update BEFORE UPDATE ON evaluation
BEGIN
  SELECT RAISE(ABORT, 'APPEND_ONLY');
END;
CREATE TRIGGER evaluation_no_delete BEFORE DELETE ON evaluation
BEGIN
  SELECT RAISE(ABORT, 'APPEND_ONLY');
END;
