-- A key is looked for without its method: by the index that begins with the person, every order they ever made was read.
CREATE INDEX idempotency_by_key ON idempotency(idem_key, person_id);
