-- What people answered to the questions that figures raise. An answer is never changed: a later one stands beside it.
CREATE TABLE signal_answer (
  agency_code text NOT NULL,
  year integer NOT NULL,
  kind text NOT NULL,
  version integer NOT NULL,
  months integer[] NOT NULL,
  evidence_hash text NOT NULL,
  code text NOT NULL,
  words text NOT NULL,
  answered_by text NOT NULL,
  answered_at timestamptz(3) NOT NULL,
  CONSTRAINT signal_answer_pkey PRIMARY KEY (agency_code, year, kind, version),
  CONSTRAINT answer_agency_fkey FOREIGN KEY (agency_code) REFERENCES agency (code)
);
ALTER TABLE signal_answer
  ADD CONSTRAINT answer_kind CHECK (kind IN
    ('lateReclassification', 'circularEntrustment', 'septemberDip', 'bunching', 'doneWithoutMoney')),
  ADD CONSTRAINT answer_version CHECK (version >= 1),
  ADD CONSTRAINT answer_evidence CHECK (evidence_hash ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT answer_words CHECK (length(btrim(words)) BETWEEN 1 AND 2000);

/* Versions have no gap, and nobody answers as somebody else. */
CREATE FUNCTION answer_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.version <> 1 + (SELECT coalesce(max(a.version), 0) FROM signal_answer a
      WHERE (a.agency_code, a.year, a.kind) = (NEW.agency_code, NEW.year, NEW.kind)) THEN
    RAISE EXCEPTION 'answer_version_must_step' USING ERRCODE = 'serialization_failure';
  END IF;
  IF current_user = 'thads_app' AND NEW.answered_by IS DISTINCT FROM current_setting('app.actor', true) THEN
    RAISE EXCEPTION 'answer_of_another' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER answer_follows BEFORE INSERT ON signal_answer FOR EACH ROW EXECUTE FUNCTION answer_follows();
CREATE TRIGGER answer_fixed BEFORE UPDATE OR DELETE ON signal_answer
  FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();
CREATE CONSTRAINT TRIGGER signal_answer_audited AFTER INSERT ON signal_answer
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fact_is_audited();

GRANT SELECT, INSERT ON signal_answer TO thads_app;
ALTER TABLE signal_answer ENABLE ROW LEVEL SECURITY;
CREATE POLICY agency_scope ON signal_answer TO thads_app USING ((SELECT current_setting('app.scope', true)) = '*'
  OR agency_code = ANY (string_to_array((SELECT current_setting('app.scope', true)), ',')));

/* The years up to p_year with the twelve months of each agency in one text, in the sums that signals look at:
   month,measure,newly,entrusted,done,eligible,not yet eligible,register; of the year after, October alone. */
CREATE FUNCTION signal_years(p_from int, p_year int) RETURNS TABLE (agency text, year int, months text)
LANGUAGE sql STABLE AS $$
  SELECT f.agency_code, f.year, string_agg(concat_ws(',', f.month, f.measure, f.newly_accepted, f.entrusted_out,
    f.done, f.eligible, f.not_yet_eligible, coalesce(f.separate_register, 0)), ';')
  FROM report_figures f
  WHERE f.year BETWEEN p_from AND p_year + 1 AND (f.year <= p_year OR f.month = 1)
    AND f.standing = 'EFFECTIVE' AND f.slice = 'total'
  GROUP BY f.agency_code, f.year
$$;

/* Changes whenever a figure of these years begins or ceases to count: approvals step the version and the newest
   instant, retractions the count. The next year counts with its October. */
CREATE FUNCTION signal_version(p_from int, p_year int) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT concat_ws(' ', count(*), sum(r.version), max(r.approved_at)) FROM report_revision r
  WHERE r.year BETWEEN p_from AND p_year + 1 AND (r.year <= p_year OR r.month = 1)
    AND r.status IN ('APPROVED', 'LOCKED')
$$;
