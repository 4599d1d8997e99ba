-- Drafts that existing clients create: one below the limit may be sent as it is, one above waits for approval first.
DROP TRIGGER order_transition_kept;
-- Asked to be sent, and not yet on its way.
INSERT INTO order_transition(old, new) VALUES ('DRAFT', 'DRAFT');
CREATE TRIGGER order_transition_kept BEFORE INSERT ON order_transition
BEGIN
  SELECT RAISE(ABORT, 'APPEND_ONLY');
END;
DROP TRIGGER outbox_born;
CREATE TRIGGER outbox_born BEFORE INSERT ON outbox
WHEN NEW.state <> 'READY' OR NEW.attempts <> 0 OR NOT EXISTS(SELECT 1 FROM purchase_order WHERE po_id = NEW.po_id
  AND (status = 'APPROVED' OR (status = 'DRAFT' AND approvals_required = 0)))
BEGIN
  SELECT RAISE(ABORT, 'OUTBOX_NOT_APPROVED');
END;
