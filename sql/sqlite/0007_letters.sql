-- Orders that one batch makes of one supplier go in one message. `letter_id` names that message and says which orders
-- are in it: given when a relay first takes them, and then kept, so that a repeated message is the same message.
ALTER TABLE outbox ADD COLUMN letter_id TEXT CHECK(letter_id IS NULL OR length(letter_id) = 36);
UPDATE outbox SET letter_id = msg_id WHERE attempts > 0 AND state <> 'DONE';
CREATE INDEX outbox_letter ON outbox(letter_id) WHERE letter_id IS NOT NULL;
DROP TRIGGER outbox_changes;
-- Only what a person releases anew leaves its letter, which may have gone with the others by now.
CREATE TRIGGER outbox_changes BEFORE UPDATE ON outbox
WHEN NEW.msg_id <> OLD.msg_id OR NEW.po_id <> OLD.po_id OR NEW.kind <> OLD.kind OR OLD.state = 'DONE'
  OR (NEW.state = 'DONE' AND OLD.state <> 'LEASED')
  OR (NEW.state = 'LEASED' AND (OLD.state NOT IN ('READY', 'LEASED') OR NEW.letter_id IS NULL))
  OR (NEW.letter_id IS NOT OLD.letter_id AND OLD.letter_id IS NOT NULL AND OLD.state <> 'DEAD')
BEGIN
  SELECT RAISE(ABORT, 'OUTBOX_BAD_CHANGE');
END;
