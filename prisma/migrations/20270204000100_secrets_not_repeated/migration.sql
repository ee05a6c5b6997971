-- Answers kept for repeated requests hold no secret: the door refuses a key for such operations, and so does the table.

DELETE FROM idempotency_record WHERE response ?| ARRAY['token', 'password', 'initialPassword'];
ALTER TABLE idempotency_record ADD CONSTRAINT idempotency_keeps_no_secret
  CHECK (NOT response ?| ARRAY['token', 'password', 'initialPassword']);
