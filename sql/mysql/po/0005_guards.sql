-- Nothing that is stored can be changed unnoticed: what was only kept from being edited is also kept from being taken
-- away, and settings and people change only together with the event that says so. A script that broke off is run again.

-- Who was logged in, beside the name they work as; empty in events of earlier versions, whose hash does not cover it.
SET @step = IF((SELECT count(*) FROM information_schema.columns WHERE table_schema = DATABASE()
                 AND table_name = 'audit_event' AND column_name = 'login') = 0,
               'ALTER TABLE audit_event ADD COLUMN login VARCHAR(100)', 'DO 0');
PREPARE step FROM @step;
EXECUTE step;
-- `without_address`: a person sends it knowingly, though the supplier has no address.
SET @step = IF((SELECT count(*) FROM information_schema.columns WHERE table_schema = DATABASE()
                 AND table_name = 'outbox' AND column_name = 'without_address') = 0,
               'ALTER TABLE outbox ADD COLUMN without_address TINYINT NOT NULL DEFAULT 0', 'DO 0');
PREPARE step FROM @step;
EXECUTE step;
-- How `request_hash` was made: 1 over the decided order, 2 over what the request itself names.
SET @step = IF((SELECT count(*) FROM information_schema.columns WHERE table_schema = DATABASE()
                 AND table_name = 'idempotency' AND column_name = 'request_format') = 0,
               'ALTER TABLE idempotency ADD COLUMN request_format TINYINT NOT NULL DEFAULT 1', 'DO 0');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;

DROP TRIGGER IF EXISTS audit_once;
CREATE TRIGGER audit_once BEFORE INSERT ON audit_event FOR EACH ROW
BEGIN
  IF NEW.login IS NULL THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'AUDIT_CHAIN';
  END IF;
END;

DROP TRIGGER IF EXISTS person_audited;
CREATE TRIGGER person_audited BEFORE UPDATE ON person FOR EACH ROW
BEGIN
  IF NEW.name <> OLD.name OR NEW.added_at_us <> OLD.added_at_us
    OR NOT EXISTS(SELECT 1 FROM audit_event WHERE seq = (SELECT max(seq) FROM audit_event) AND object_id = NEW.person_id
                  AND action = CASE WHEN NEW.disabled_at_us IS NULL THEN 'person.enabled' ELSE 'person.disabled' END) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'PERSON_NOT_AUDITED';
  END IF;
END;

DROP TRIGGER IF EXISTS setting_born;
CREATE TRIGGER setting_born BEFORE INSERT ON setting FOR EACH ROW
BEGIN
  IF NOT EXISTS(SELECT 1 FROM audit_event WHERE seq = (SELECT max(seq) FROM audit_event) AND object_id = NEW.name
                   AND action IN ('setting.changed', 'mode.changed')
                   AND instr(payload, concat('"bytes":"', lower(hex(NEW.value)), '"')) > 0) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'SETTING_NOT_AUDITED';
  END IF;
END;

DROP TRIGGER IF EXISTS setting_audited;
CREATE TRIGGER setting_audited BEFORE UPDATE ON setting FOR EACH ROW
BEGIN
  IF NEW.name <> OLD.name
    OR NOT EXISTS(SELECT 1 FROM audit_event WHERE seq = (SELECT max(seq) FROM audit_event) AND object_id = NEW.name
                   AND action IN ('setting.changed', 'mode.changed')
                   AND instr(payload, concat('"bytes":"', lower(hex(NEW.value)), '"')) > 0) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'SETTING_NOT_AUDITED';
  END IF;
END;

DROP TRIGGER IF EXISTS setting_kept;
CREATE TRIGGER setting_kept BEFORE DELETE ON setting FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'SETTING_NOT_AUDITED';
END;

DROP TRIGGER IF EXISTS basis_once;
CREATE TRIGGER basis_once BEFORE INSERT ON product_basis FOR EACH ROW
BEGIN
  IF NEW.version <> 0 THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'BASIS_ONLY_RISES';
  END IF;
END;

DROP TRIGGER IF EXISTS override_ended;
CREATE TRIGGER override_ended BEFORE DELETE ON product_override FOR EACH ROW
BEGIN
  IF NOT EXISTS(SELECT 1 FROM audit_event WHERE seq = (SELECT max(seq) FROM audit_event)
                AND product_id = OLD.product_id AND seq > OLD.event) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'OVERRIDE_NOT_AUDITED';
  END IF;
END;

DROP TRIGGER IF EXISTS idempotency_once;
CREATE TRIGGER idempotency_once BEFORE INSERT ON idempotency FOR EACH ROW
BEGIN
  IF NEW.request_format <> 2
    OR EXISTS(SELECT 1 FROM idempotency WHERE person_id = NEW.person_id AND idem_key = NEW.idem_key)
    OR NOT EXISTS(SELECT 1 FROM purchase_order WHERE po_id = NEW.po_id AND created_by = NEW.person_id) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ALREADY_THERE';
  END IF;
END;

DROP TRIGGER IF EXISTS idempotency_no_delete;
CREATE TRIGGER idempotency_no_delete BEFORE DELETE ON idempotency FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'APPEND_ONLY';
END;

DROP TRIGGER IF EXISTS order_state_kept;
CREATE TRIGGER order_state_kept BEFORE INSERT ON order_state FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'APPEND_ONLY';
END;

DROP TRIGGER IF EXISTS order_state_no_update;
CREATE TRIGGER order_state_no_update BEFORE UPDATE ON order_state FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'APPEND_ONLY';
END;

DROP TRIGGER IF EXISTS order_state_no_delete;
CREATE TRIGGER order_state_no_delete BEFORE DELETE ON order_state FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'APPEND_ONLY';
END;

DROP TRIGGER IF EXISTS order_transition_kept;
CREATE TRIGGER order_transition_kept BEFORE INSERT ON order_transition FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'APPEND_ONLY';
END;

DROP TRIGGER IF EXISTS order_transition_no_update;
CREATE TRIGGER order_transition_no_update BEFORE UPDATE ON order_transition FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'APPEND_ONLY';
END;

DROP TRIGGER IF EXISTS order_transition_no_delete;
CREATE TRIGGER order_transition_no_delete BEFORE DELETE ON order_transition FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'APPEND_ONLY';
END;

DROP TRIGGER IF EXISTS evaluation_no_update;
CREATE TRIGGER evaluation_no_update BEFORE UPDATE ON evaluation FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'APPEND_ONLY';
END;

DROP TRIGGER IF EXISTS evaluation_no_delete;
CREATE TRIGGER evaluation_no_delete BEFORE DELETE ON evaluation FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'APPEND_ONLY';
END;
