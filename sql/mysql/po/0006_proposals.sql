-- Rules that need two people are proposed by one and confirmed by another in their own session.
CREATE TABLE IF NOT EXISTS rule_proposal(
  proposal_id BIGINT NOT NULL PRIMARY KEY,
  based_on BIGINT NOT NULL,
  packs LONGTEXT NOT NULL,
  hash BINARY(32) NOT NULL,
  reason VARCHAR(2000) NOT NULL,
  proposed_by VARCHAR(100) NOT NULL,
  proposed_at_us BIGINT NOT NULL,
  state VARCHAR(10) NOT NULL DEFAULT 'OPEN',
  FOREIGN KEY(proposed_by) REFERENCES person(person_id),
  CONSTRAINT CHECK_proposal_id CHECK(proposal_id >= 1),
  CONSTRAINT CHECK_proposal_packs CHECK(char_length(packs) >= 2),
  CONSTRAINT CHECK_proposal_reason CHECK(char_length(trim(reason)) > 0),
  CONSTRAINT CHECK_proposal_state CHECK(state IN ('OPEN', 'CONFIRMED', 'WITHDRAWN'))
) ENGINE=InnoDB;
DROP TRIGGER IF EXISTS rule_proposal_born;
CREATE TRIGGER rule_proposal_born BEFORE INSERT ON rule_proposal FOR EACH ROW
BEGIN
  IF NEW.state <> 'OPEN'
    OR NEW.proposal_id <> (SELECT coalesce(max(proposal_id), 0) + 1 FROM rule_proposal)
    OR NOT EXISTS(SELECT 1 FROM audit_event WHERE seq = (SELECT max(seq) FROM audit_event)
                  AND object_id = concat('rule-proposal-', NEW.proposal_id) AND actor_id = NEW.proposed_by) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'PROPOSAL_NOT_AUDITED';
  END IF;
END;

DROP TRIGGER IF EXISTS rule_proposal_ends;
CREATE TRIGGER rule_proposal_ends BEFORE UPDATE ON rule_proposal FOR EACH ROW
BEGIN
  IF OLD.state <> 'OPEN' OR NEW.proposal_id <> OLD.proposal_id OR NEW.based_on <> OLD.based_on
    OR NEW.packs <> OLD.packs OR NEW.hash <> OLD.hash OR NEW.reason <> OLD.reason OR NEW.proposed_by <> OLD.proposed_by
    OR NEW.proposed_at_us <> OLD.proposed_at_us
    OR NOT EXISTS(SELECT 1 FROM audit_event WHERE object_id = concat('rule-proposal-', NEW.proposal_id)
                  AND action = CASE NEW.state WHEN 'CONFIRMED' THEN 'rules.confirmed' ELSE 'rules.withdrawn' END) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'PROPOSAL_NOT_AUDITED';
  END IF;
END;

DROP TRIGGER IF EXISTS rule_proposal_kept;
CREATE TRIGGER rule_proposal_kept BEFORE DELETE ON rule_proposal FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'APPEND_ONLY';
END;

DROP TRIGGER IF EXISTS rule_set_born;
CREATE TRIGGER rule_set_born BEFORE INSERT ON rule_set_version FOR EACH ROW
BEGIN
  IF NEW.version <> (SELECT coalesce(max(version), 0) + 1 FROM rule_set_version) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'RULE_SET_NUMBER';
  END IF;
  IF NEW.version > 1 AND (SELECT value FROM setting WHERE name = 'single_operator') <> '1'
    AND (NEW.second_person IS NULL OR NEW.second_person = NEW.published_by
         OR NOT EXISTS(SELECT 1 FROM rule_proposal WHERE state = 'OPEN' AND hash = NEW.hash
                       AND proposed_by = NEW.published_by)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'RULE_SET_SECOND_PERSON';
  END IF;
END;
