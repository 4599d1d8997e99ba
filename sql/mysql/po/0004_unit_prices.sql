-- Unit prices get four decimals: a screw costs 0.0035. What an order says stays as it was: `content_format` names how
-- its content hash was made, 1 with the price in cents and 2 in ten-thousandths. A script that broke off is run again.
DROP TRIGGER IF EXISTS order_born;
DROP TRIGGER IF EXISTS order_changes;
DROP TRIGGER IF EXISTS order_raises_basis;

SET @step = IF((SELECT count(*) FROM information_schema.columns WHERE table_schema = DATABASE()
                 AND table_name = 'purchase_order' AND column_name = 'unit_price_e4') = 0,
               'ALTER TABLE purchase_order
                  ADD COLUMN unit_price_e4 BIGINT NOT NULL DEFAULT 0 AFTER unit_price_minor,
                  ADD COLUMN content_format TINYINT NOT NULL DEFAULT 1 AFTER decision_json,
                  ADD COLUMN closed_short TINYINT NOT NULL DEFAULT 0', 'DO 0');
PREPARE step FROM @step;
EXECUTE step;
SET @step = IF((SELECT count(*) FROM information_schema.columns WHERE table_schema = DATABASE()
                 AND table_name = 'purchase_order' AND column_name = 'unit_price_minor') = 1,
               'UPDATE purchase_order SET unit_price_e4 = unit_price_minor * 100 WHERE unit_price_e4 = 0', 'DO 0');
PREPARE step FROM @step;
EXECUTE step;
SET @step = IF((SELECT count(*) FROM information_schema.columns WHERE table_schema = DATABASE()
                 AND table_name = 'purchase_order' AND column_name = 'unit_price_minor') = 1,
               'ALTER TABLE purchase_order
                  DROP CONSTRAINT CHECK_order_price,
                  DROP CONSTRAINT CHECK_order_total,
                  DROP CONSTRAINT CHECK_order_complete,
                  DROP COLUMN unit_price_minor,
                  ALTER COLUMN unit_price_e4 DROP DEFAULT,
                  ALTER COLUMN content_format DROP DEFAULT,
                  ADD CONSTRAINT CHECK_order_unit_price CHECK(unit_price_e4 > 0),
                  ADD CONSTRAINT CHECK_order_amount CHECK(total_minor = (qty * unit_price_e4 + 50) DIV 100),
                  ADD CONSTRAINT CHECK_order_format
                    CHECK(content_format = 2 OR (content_format = 1 AND unit_price_e4 % 100 = 0)),
                  ADD CONSTRAINT CHECK_order_short CHECK(closed_short = 0
                    OR (closed_short = 1 AND received_qty < qty AND char_length(trim(reason)) > 0)),
                  ADD CONSTRAINT CHECK_order_complete
                    CHECK((status = ''RECEIVED'') = (received_qty = qty OR closed_short = 1))', 'DO 0');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;

DROP TRIGGER IF EXISTS order_born;
CREATE TRIGGER order_born BEFORE INSERT ON purchase_order FOR EACH ROW
BEGIN
  IF NEW.version <> 1 OR NEW.content_format <> 2 OR NEW.received_qty <> 0 OR NEW.received_at_us IS NOT NULL
    OR NEW.closed_short <> 0 OR NEW.decided_by IS NOT NULL OR NEW.decided_at_us IS NOT NULL OR NEW.reason <> ''
    OR NEW.changed_by <> NEW.created_by OR NEW.updated_at_us <> NEW.created_at_us OR NOT (
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
    OR NEW.unit_price_e4 <> OLD.unit_price_e4
    OR NEW.content_format <> OLD.content_format
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
  IF NEW.received_qty < OLD.received_qty OR (NEW.received_qty > OLD.received_qty AND OLD.status <> 'SENT')
    OR NEW.closed_short < OLD.closed_short OR (NEW.closed_short > OLD.closed_short AND OLD.status <> 'SENT') THEN
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

-- Whatever changes an order outdates decisions made before it.
DROP TRIGGER IF EXISTS order_raises_basis;
CREATE TRIGGER order_raises_basis AFTER UPDATE ON purchase_order FOR EACH ROW
BEGIN
  UPDATE product_basis SET version = version + 1 WHERE product_id = NEW.product_id;
END;
