-- Drafts that existing clients create: one below the limit may be sent as it is, one above waits for approval first.
DROP TRIGGER IF EXISTS order_transition_kept;
-- Asked to be sent, and not yet on its way.
INSERT IGNORE INTO order_transition(from_state, to_state) VALUES ('DRAFT', 'DRAFT');
CREATE TRIGGER order_transition_kept BEFORE INSERT ON order_transition FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'APPEND_ONLY';
END;

DROP TRIGGER IF EXISTS outbox_born;
CREATE TRIGGER outbox_born BEFORE INSERT ON outbox FOR EACH ROW
BEGIN
  IF NEW.state <> 'READY' OR NEW.attempts <> 0
    OR NOT EXISTS(SELECT 1 FROM purchase_order WHERE po_id = NEW.po_id
                  AND (status = 'APPROVED' OR (status = 'DRAFT' AND approvals_required = 0))) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'OUTBOX_NOT_APPROVED';
  END IF;
END;
