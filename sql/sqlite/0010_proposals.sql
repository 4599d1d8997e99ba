-- Rules that need two people are proposed by one and confirmed by another in their own session.
CREATE TABLE rule_proposal(
  proposal_id INTEGER PRIMARY KEY CHECK(proposal_id >= 1),
  based_on INTEGER NOT NULL,
  packs TEXT NOT NULL CHECK(length(packs) >= 2),
  hash BLOB NOT NULL CHECK(length(hash) = 32),
  reason TEXT NOT NULL CHECK(length(trim(reason)) > 0 AND length(reason) <= 2000),
  proposed_by TEXT NOT NULL REFERENCES person,
  proposed_at_us INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'OPEN' CHECK(state IN ('OPEN', 'CONFIRMED', 'WITHDRAWN'))
) STRICT;
CREATE TRIGGER rule_proposal_born BEFORE INSERT ON rule_proposal
WHEN NEW.state <> 'OPEN' OR NEW.proposal_id <> (SELECT coalesce(max(proposal_id), 0) + 1 FROM rule_proposal)
  OR NOT EXISTS(SELECT 1 FROM audit_event WHERE seq = (SELECT max(seq) FROM audit_event)
                AND object_id = 'rule-proposal-' || NEW.proposal_id AND actor_id = NEW.proposed_by)
BEGIN
  SELECT RAISE(ABORT, 'PROPOSAL_NOT_AUDITED');
END;
CREATE TRIGGER rule_proposal_ends BEFORE UPDATE ON rule_proposal
WHEN OLD.state <> 'OPEN' OR NEW.proposal_id <> OLD.proposal_id OR NEW.based_on <> OLD.based_on
  OR NEW.packs <> OLD.packs OR NEW.hash <> OLD.hash OR NEW.reason <> OLD.reason OR NEW.proposed_by <> OLD.proposed_by
  OR NEW.proposed_at_us <> OLD.proposed_at_us
  OR NOT EXISTS(SELECT 1 FROM audit_event WHERE object_id = 'rule-proposal-' || NEW.proposal_id
                AND action = CASE NEW.state WHEN 'CONFIRMED' THEN 'rules.confirmed' ELSE 'rules.withdrawn' END)
BEGIN
  SELECT RAISE(ABORT, 'PROPOSAL_NOT_AUDITED');
END;
CREATE TRIGGER rule_proposal_kept BEFORE DELETE ON rule_proposal
BEGIN
  SELECT RAISE(ABORT, 'APPEND_ONLY');
END;
DROP TRIGGER rule_set_second_person;
CREATE TRIGGER rule_set_second_person BEFORE INSERT ON rule_set_version
WHEN NEW.version > 1 AND (SELECT value FROM setting WHERE name = 'single_operator') <> '1'
  AND (NEW.second_person IS NULL OR NEW.second_person = NEW.published_by
       OR NOT EXISTS(SELECT 1 FROM rule_proposal WHERE state = 'OPEN' AND hash = NEW.hash
                     AND proposed_by = NEW.published_by))
BEGIN
  SELECT RAISE(ABORT, 'RULE_SET_SECOND_PERSON');
END;
