-- What waits for another program's channel is not looked at: each relay reads what is due of its own, in its order.
CREATE INDEX outbox_of_channel ON outbox(state, channel, not_before_us, msg_id);
DROP INDEX outbox_due;
