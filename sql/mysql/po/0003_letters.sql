-- Orders that one batch makes of one supplier go in one message. `letter_id` names that message and says which orders
-- are in it: given when a relay first takes them, and then kept, so that a repeated message is the same message.

-- MySQL cannot add a column only where it is missing, and a script that broke off is run again.
SET @add = IF((SELECT count(*) FROM information_schema.columns WHERE table_schema = DATABASE()
                AND table_name = 'outbox' AND column_name = 'letter_id') = 0,
              'ALTER TABLE outbox ADD COLUMN letter_id VARCHAR(36), ADD KEY outbox_letter(letter_id)', 'DO 0');
PREPARE add_letter FROM @add;
EXECUTE add_letter;
DEALLOCATE PREPARE add_letter;
UPDATE outbox SET letter_id = msg_id WHERE attempts > 0 AND state <> 'DONE' AND letter_id IS NULL;

-- Only what a person releases anew leaves its letter, which may have gone with the others by now.
DROP TRIGGER IF EXISTS outbox_changes;
CREATE TRIGGER outbox_changes BEFORE UPDATE ON outbox FOR EACH ROW
BEGIN
  IF NEW.msg_id <> OLD.msg_id OR NEW.po_id <> OLD.po_id OR NEW.kind <> OLD.kind OR OLD.state = 'DONE'
    OR (NEW.state = 'DONE' AND OLD.state <> 'LEASED')
    OR (NEW.state = 'LEASED' AND (OLD.state NOT IN ('READY', 'LEASED') OR NEW.letter_id IS NULL))
    OR (NOT (NEW.letter_id <=> OLD.letter_id) AND OLD.letter_id IS NOT NULL AND OLD.state <> 'DEAD') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'OUTBOX_BAD_CHANGE';
  END IF;
END;
