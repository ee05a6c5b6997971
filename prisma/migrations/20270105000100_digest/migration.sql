-- The morning digest: what became of reports when, who wants it by e-mail, and what was sent.

/* Each time a report was sent, signed or sent back. The report's own row knows only the last time. */
CREATE TABLE report_step (
  agency_code text NOT NULL,
  year integer NOT NULL,
  month integer NOT NULL,
  revision integer NOT NULL,
  step text NOT NULL,
  at timestamptz(3) NOT NULL,
  return_code text,
  return_text text,
  CONSTRAINT report_step_pkey PRIMARY KEY (agency_code, year, month, revision, step, at),
  CONSTRAINT report_step_known CHECK (step IN ('SUBMITTED', 'APPROVED', 'RETURNED'))
);
CREATE INDEX report_step_at ON report_step (at);
CREATE INDEX report_step_period ON report_step (year, month, at);
GRANT SELECT ON report_step TO thads_app;
ALTER TABLE report_step ENABLE ROW LEVEL SECURITY;
CREATE POLICY agency_scope ON report_step TO thads_app USING ((SELECT current_setting('app.scope', true)) = '*'
  OR agency_code = ANY (string_to_array((SELECT current_setting('app.scope', true)), ',')));
CREATE TRIGGER report_step_fixed BEFORE UPDATE OR DELETE ON report_step
  FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();

/* A row that arrives finished (a load) has taken its steps already; a row that moves takes the one it moves to. */
CREATE FUNCTION revision_takes_step() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE v_loaded boolean := TG_OP = 'INSERT' OR OLD.status = 'DRAFT' AND NEW.status = 'LOCKED';
BEGIN
  INSERT INTO report_step (agency_code, year, month, revision, step, at, return_code, return_text)
    SELECT NEW.agency_code, NEW.year, NEW.month, NEW.revision, s.step, s.at, s.code, s.text
    FROM (VALUES
      ('SUBMITTED', NEW.submitted_at, NULL, NULL, v_loaded OR NEW.status = 'SUBMITTED'),
      ('APPROVED', NEW.approved_at, NULL, NULL, v_loaded OR NEW.status = 'APPROVED'),
      ('RETURNED', NEW.returned_at, NEW.return_code, NEW.return_text, NEW.status = 'RETURNED')
    ) AS s (step, at, code, text, is_taken)
    WHERE s.is_taken AND s.at IS NOT NULL
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER revision_steps_in AFTER INSERT ON report_revision
  FOR EACH ROW WHEN (NEW.status <> 'DRAFT') EXECUTE FUNCTION revision_takes_step();
CREATE TRIGGER revision_steps AFTER UPDATE OF status ON report_revision
  FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status
    AND (NEW.status IN ('SUBMITTED', 'RETURNED') OR NEW.status = 'APPROVED' AND OLD.status = 'SUBMITTED'
      OR NEW.status = 'LOCKED' AND OLD.status = 'DRAFT'))
  EXECUTE FUNCTION revision_takes_step();

-- What earlier steps are still known: the rows' own last times, and approvals that were taken back.
INSERT INTO report_step (agency_code, year, month, revision, step, at, return_code, return_text)
  SELECT r.agency_code, r.year, r.month, r.revision, s.step, s.at, s.code, s.text
  FROM report_revision r CROSS JOIN LATERAL (VALUES
    ('SUBMITTED', r.submitted_at, NULL, NULL),
    ('APPROVED', r.approved_at, NULL, NULL),
    ('RETURNED', r.returned_at, r.return_code, r.return_text)) AS s (step, at, code, text)
  WHERE s.at IS NOT NULL
  UNION
  SELECT k.agency_code, k.year, k.month, k.revision, 'APPROVED', k.approved_at, NULL, NULL FROM retracted_report k
  ON CONFLICT DO NOTHING;

/* Who asked for the digest by e-mail, where to and in which language. */
CREATE TABLE digest_subscription (
  user_id uuid NOT NULL REFERENCES user_account (id),
  email text NOT NULL,
  locale text NOT NULL DEFAULT 'vi',
  active boolean NOT NULL,
  version integer NOT NULL DEFAULT 1,
  changed_at timestamptz(3) NOT NULL,
  CONSTRAINT digest_subscription_pkey PRIMARY KEY (user_id),
  CONSTRAINT digest_subscription_locale CHECK (locale IN ('vi', 'en')),
  CONSTRAINT digest_subscription_email CHECK (email ~ '^[^[:space:]<>,;"]+@[^[:space:]<>,;"]+$' AND length(email) <= 254)
);
GRANT SELECT, INSERT, UPDATE ON digest_subscription TO thads_app;
ALTER TABLE digest_subscription ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_row ON digest_subscription TO thads_app
  USING (user_id::text = (SELECT current_setting('app.actor', true))
    OR (SELECT current_setting('app.actor', true)) LIKE 'system:%');
CREATE CONSTRAINT TRIGGER digest_subscription_audited AFTER INSERT OR UPDATE OR DELETE ON digest_subscription
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fact_is_audited();

/* One row per person and morning, made before the message leaves: SENDING stays when nobody knows what became of it,
   and only what the server certainly did not take may be tried again. */
CREATE TABLE digest_sent (
  user_id uuid NOT NULL REFERENCES user_account (id),
  morning date NOT NULL,
  status text NOT NULL,
  attempts integer NOT NULL DEFAULT 1,
  claimed_at timestamptz(3) NOT NULL,
  settled_at timestamptz(3),
  CONSTRAINT digest_sent_pkey PRIMARY KEY (user_id, morning),
  CONSTRAINT digest_sent_status CHECK (status IN ('SENDING', 'SENT', 'UNSENT'))
);
GRANT SELECT, INSERT, UPDATE ON digest_sent TO thads_app;
ALTER TABLE digest_sent ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_row ON digest_sent TO thads_app
  USING (user_id::text = (SELECT current_setting('app.actor', true))
    OR (SELECT current_setting('app.actor', true)) LIKE 'system:%');
CREATE FUNCTION digest_leaves_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'SENT' OR OLD.status = NEW.status THEN
    RAISE EXCEPTION 'digest_leaves_once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER digest_once BEFORE UPDATE ON digest_sent FOR EACH ROW EXECUTE FUNCTION digest_leaves_once();
CREATE CONSTRAINT TRIGGER digest_sent_audited AFTER INSERT OR UPDATE ON digest_sent
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fact_is_audited();
