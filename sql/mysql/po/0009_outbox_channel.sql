-- What waits for another program's channel is not looked at: each relay reads what is due of its own, in its order.
SET @step = IF((SELECT count(*) FROM information_schema.statistics WHERE table_schema = DATABASE()
                 AND table_name = 'outbox' AND index_name = 'outbox_of_channel') = 0,
               'CREATE INDEX outbox_of_channel ON outbox(state, channel, not_before_us, msg_id)', 'DO 0');
PREPARE step FROM @step;
EXECUTE step;
SET @step = IF((SELECT count(*) FROM information_schema.statistics WHERE table_schema = DATABASE()
                 AND table_name = 'outbox' AND index_name = 'outbox_due') > 0,
               'DROP INDEX outbox_due ON outbox', 'DO 0');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
