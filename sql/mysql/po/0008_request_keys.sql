-- A key is looked for without its method: by the index that begins with the person, every order they ever made was read.
SET @step = IF((SELECT count(*) FROM information_schema.statistics WHERE table_schema = DATABASE()
                 AND table_name = 'idempotency' AND index_name = 'idempotency_by_key') = 0,
               'CREATE INDEX idempotency_by_key ON idempotency(idem_key, person_id)', 'DO 0');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
