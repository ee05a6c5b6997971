-- What Prisma cannot say: generated columns, checks, exclusions, guards, roles and row-level security.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- The application's role: neither owner nor exempt from row-level security.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'thads_app') THEN CREATE ROLE thads_app NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
DO $$ BEGIN EXECUTE format('GRANT thads_app TO %I', current_user); END $$;

-- Agencies over time -------------------------------------------------------------------------------
ALTER TABLE agency ADD CONSTRAINT agency_kind CHECK (kind IN ('GENERAL_DEPARTMENT', 'PROVINCE', 'DISTRICT'));
ALTER TABLE agency_version
  ADD CONSTRAINT agency_version_parent_fkey FOREIGN KEY (parent_code) REFERENCES agency (code),
  ADD CONSTRAINT agency_version_not_empty CHECK (valid_until IS NULL OR valid_until > valid_from),
  ADD CONSTRAINT agency_version_not_own_parent CHECK (parent_code IS DISTINCT FROM agency_code),
  ADD CONSTRAINT agency_version_no_overlap
    EXCLUDE USING gist (agency_code WITH =, daterange(valid_from, valid_until) WITH &&);
ALTER TABLE agency_event ADD CONSTRAINT agency_event_kind
  CHECK (kind IN ('FOUND', 'MERGE', 'SPLIT', 'MOVE', 'RENAME', 'ABOLISH'));
ALTER TABLE agency_succession
  ADD CONSTRAINT succession_predecessor_fkey FOREIGN KEY (predecessor_code) REFERENCES agency (code),
  ADD CONSTRAINT succession_successor_fkey FOREIGN KEY (successor_code) REFERENCES agency (code),
  ADD CONSTRAINT succession_not_self CHECK (predecessor_code <> successor_code);

-- Periods ------------------------------------------------------------------------------------------
ALTER TABLE period
  ADD CONSTRAINT period_status CHECK (status IN ('OPEN', 'CLOSED', 'LOCKED')),
  ADD CONSTRAINT period_month CHECK (month BETWEEN 1 AND 12);
INSERT INTO period (year, month, status)
  SELECT y, m, 'CLOSED' FROM generate_series(2010, 2027) y, generate_series(1, 12) m;
ALTER TABLE period_reopening
  ADD CONSTRAINT reopening_period_fkey FOREIGN KEY (year, month) REFERENCES period (year, month),
  ADD CONSTRAINT reopening_reason CHECK (length(btrim(reason)) BETWEEN 1 AND 2000);
ALTER TABLE calendar_exception ADD CONSTRAINT calendar_kind CHECK (kind IN ('HOLIDAY', 'WORKING'));
ALTER TABLE deadline_rule
  ADD CONSTRAINT deadline_kind CHECK (kind IN ('workingDaysAfterEnd', 'dayOfNextMonth')),
  ADD CONSTRAINT deadline_no_overlap
    EXCLUDE USING gist (agency_kind WITH =, daterange(valid_from, valid_until) WITH &&);

-- People -------------------------------------------------------------------------------------------
ALTER TABLE role_assignment
  ADD CONSTRAINT assignment_role CHECK (role IN ('CLERK', 'APPROVER', 'GENERAL_STAFF', 'LEADER', 'AUDITOR', 'ADMIN')),
  ADD CONSTRAINT assignment_agency_fkey FOREIGN KEY (agency_code) REFERENCES agency (code),
  ADD CONSTRAINT assignment_not_empty CHECK (valid_until IS NULL OR valid_until > valid_from),
  ADD CONSTRAINT assignment_no_overlap
    EXCLUDE USING gist (user_id WITH =, role WITH =, agency_code WITH =, daterange(valid_from, valid_until) WITH &&),
  ADD CONSTRAINT assignment_acting_decided CHECK (NOT acting OR (valid_until IS NOT NULL AND decision_number IS NOT NULL));
ALTER TABLE user_account ADD CONSTRAINT user_login CHECK (login ~ '^[a-z0-9][a-z0-9._-]{1,63}$');

-- Reports ------------------------------------------------------------------------------------------
ALTER TABLE report_revision
  ADD CONSTRAINT revision_agency_fkey FOREIGN KEY (agency_code) REFERENCES agency (code),
  ADD CONSTRAINT revision_period_fkey FOREIGN KEY (year, month) REFERENCES period (year, month),
  ADD CONSTRAINT revision_kind CHECK (kind IN ('ORIGINAL', 'SUPPLEMENT', 'HISTORY')),
  ADD CONSTRAINT revision_status
    CHECK (status IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'LOCKED', 'SUPERSEDED')),
  ADD CONSTRAINT revision_number CHECK (revision >= 1 AND (revision = 1) = (kind <> 'SUPPLEMENT')),
  ADD CONSTRAINT revision_submitted CHECK (status IN ('DRAFT', 'RETURNED') OR submitted_by IS NOT NULL),
  ADD CONSTRAINT revision_approved
    CHECK ((status IN ('APPROVED', 'LOCKED', 'SUPERSEDED')) = (approved_by IS NOT NULL AND approved_at IS NOT NULL)),
  ADD CONSTRAINT revision_returned CHECK (status <> 'RETURNED' OR (return_code IS NOT NULL AND returned_by IS NOT NULL)),
  ADD CONSTRAINT revision_supplement_explained CHECK (kind <> 'SUPPLEMENT' OR length(btrim(reason)) > 0),
  ADD CONSTRAINT revision_history_sourced CHECK (kind <> 'HISTORY' OR length(btrim(source)) > 0),
  ADD CONSTRAINT revision_four_eyes CHECK (
    kind = 'HISTORY' OR approved_by IS NULL OR (approved_by <> entered_by AND approved_by <> submitted_by));
CREATE UNIQUE INDEX revision_one_effective ON report_revision (agency_code, year, month)
  WHERE status IN ('APPROVED', 'LOCKED');
CREATE UNIQUE INDEX revision_one_open ON report_revision (agency_code, year, month)
  WHERE status IN ('DRAFT', 'SUBMITTED', 'RETURNED');

ALTER TABLE report_figures
  ADD COLUMN total_to_resolve bigint GENERATED ALWAYS AS (carried_over + newly_accepted) STORED,
  ADD COLUMN total_enforceable bigint GENERATED ALWAYS AS
    (carried_over + newly_accepted - entrusted_out - withdrawn_or_cancelled - pulled_up_by_province) STORED,
  ADD COLUMN done bigint GENERATED ALWAYS AS (completed + terminated + coalesce(reduced, 0)) STORED,
  ADD COLUMN eligible bigint GENERATED ALWAYS AS (completed + terminated + coalesce(reduced, 0) + in_progress
    + postponed_by_agreement + suspended_eligible + other_eligible) STORED,
  ADD COLUMN not_yet_eligible bigint GENERATED ALWAYS AS (no_condition + postponed_or_suspended_other) STORED,
  ADD COLUMN carried_forward bigint GENERATED ALWAYS AS
    (carried_over + newly_accepted - entrusted_out - withdrawn_or_cancelled - pulled_up_by_province
     - completed - terminated - coalesce(reduced, 0)) STORED,
  ADD CONSTRAINT figures_measure CHECK (measure IN ('cases', 'money')),
  ADD CONSTRAINT figures_slice
    CHECK (slice IN ('total', 'exOfficio', 'onRequest', 'credit', 'stateBudget', 'corruptionEconomic')),
  ADD CONSTRAINT figures_standing CHECK (standing IN ('DRAFT', 'SUBMITTED', 'EFFECTIVE', 'SUPERSEDED')),
  ADD CONSTRAINT figures_v01_not_negative CHECK (least(carried_over, newly_accepted, entrusted_out,
    withdrawn_or_cancelled, pulled_up_by_province, completed, terminated, reduced, in_progress,
    postponed_by_agreement, suspended_eligible, other_eligible, no_condition, postponed_or_suspended_other,
    separate_register) >= 0),
  ADD CONSTRAINT figures_v01_cases_not_reduced CHECK (measure = 'money' OR coalesce(reduced, 0) = 0),
  ADD CONSTRAINT figures_v01_complete CHECK (standing = 'DRAFT' OR slice <> 'total' OR num_nulls(carried_over,
    newly_accepted, entrusted_out, withdrawn_or_cancelled, pulled_up_by_province, completed, terminated,
    in_progress, postponed_by_agreement, suspended_eligible, other_eligible, no_condition,
    postponed_or_suspended_other) = 0),
  ADD CONSTRAINT figures_v04_balance CHECK (standing = 'DRAFT' OR total_enforceable = eligible + not_yet_eligible),
  ADD CONSTRAINT figures_v06_order CHECK (standing = 'DRAFT' OR
    (carried_forward >= 0 AND done <= eligible AND eligible <= total_enforceable AND total_enforceable <= total_to_resolve));

CREATE INDEX figures_effective ON report_figures (year, month, agency_code, measure) INCLUDE (done, eligible)
  WHERE standing = 'EFFECTIVE' AND slice = 'total';

-- V07 and V08 compare rows: slices against their total, column by column.
CREATE FUNCTION figures_slices_agree() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE broken text;
BEGIN
  IF NEW.standing = 'DRAFT' THEN RETURN NULL; END IF;
  SELECT string_agg(part.slice || '.' || cell.key, ', ') INTO broken
  FROM report_figures part
  JOIN report_figures whole USING (agency_code, year, month, revision, measure)
  CROSS JOIN LATERAL jsonb_each_text(to_jsonb(part)) cell
  WHERE (part.agency_code, part.year, part.month, part.revision, part.measure)
      = (NEW.agency_code, NEW.year, NEW.month, NEW.revision, NEW.measure)
    AND whole.slice = 'total' AND part.slice <> 'total'
    AND cell.key NOT IN ('agency_code', 'year', 'month', 'revision', 'measure', 'slice', 'standing')
    AND cell.value::numeric > (to_jsonb(whole) ->> cell.key)::numeric;
  IF broken IS NOT NULL THEN
    RAISE EXCEPTION 'figures_v08_subset: % exceed their total', broken USING ERRCODE = 'check_violation';
  END IF;
  SELECT string_agg(cell.key, ', ') INTO broken
  FROM report_figures ex
  JOIN report_figures req USING (agency_code, year, month, revision, measure)
  JOIN report_figures whole USING (agency_code, year, month, revision, measure)
  CROSS JOIN LATERAL jsonb_each_text(to_jsonb(ex)) cell
  WHERE (ex.agency_code, ex.year, ex.month, ex.revision, ex.measure)
      = (NEW.agency_code, NEW.year, NEW.month, NEW.revision, NEW.measure)
    AND ex.slice = 'exOfficio' AND req.slice = 'onRequest' AND whole.slice = 'total'
    AND cell.key NOT IN ('agency_code', 'year', 'month', 'revision', 'measure', 'slice', 'standing')
    AND cell.value::numeric + (to_jsonb(req) ->> cell.key)::numeric <> (to_jsonb(whole) ->> cell.key)::numeric;
  IF broken IS NOT NULL THEN
    RAISE EXCEPTION 'figures_v07_split: % do not add up', broken USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER figures_slices AFTER INSERT OR UPDATE ON report_figures
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.slice <> 'total') EXECUTE FUNCTION figures_slices_agree();

CREATE FUNCTION business_day() RETURNS date LANGUAGE sql STABLE AS
  $$ SELECT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date $$;

-- May this agency's figures of this period be entered now? Takes a share lock, so a lock waits for us or we see it.
CREATE FUNCTION period_accepts_entry(p_agency text, p_year int, p_month int) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE period_status text;
BEGIN
  SELECT status INTO period_status FROM period WHERE year = p_year AND month = p_month FOR SHARE;
  RETURN period_status = 'OPEN' OR EXISTS (
    SELECT FROM period_reopening r WHERE r.agency_code = p_agency AND r.year = p_year AND r.month = p_month
      AND r.ended_at IS NULL AND r.until >= business_day());
END $$;

CREATE FUNCTION revision_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moves text := OLD.status || '>' || NEW.status;
  period_status text;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF current_user = 'thads_app' AND NEW.status <> 'DRAFT' THEN
      RAISE EXCEPTION 'revision_starts_as_draft' USING ERRCODE = 'check_violation';
    END IF;
  ELSE
    IF (NEW.agency_code, NEW.year, NEW.month, NEW.revision, NEW.kind) IS DISTINCT FROM
       (OLD.agency_code, OLD.year, OLD.month, OLD.revision, OLD.kind) THEN
      RAISE EXCEPTION 'revision_identity_is_fixed' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.version <> OLD.version + 1 THEN
      RAISE EXCEPTION 'revision_version_must_step' USING ERRCODE = 'serialization_failure';
    END IF;
    IF NOT (moves = ANY (ARRAY['DRAFT>DRAFT', 'DRAFT>SUBMITTED', 'RETURNED>RETURNED', 'RETURNED>SUBMITTED',
        'SUBMITTED>APPROVED', 'SUBMITTED>RETURNED', 'APPROVED>RETURNED', 'APPROVED>LOCKED',
        'APPROVED>SUPERSEDED', 'LOCKED>SUPERSEDED', 'LOCKED>APPROVED'])
        OR (NEW.kind = 'HISTORY' AND moves = 'DRAFT>LOCKED')) THEN
      RAISE EXCEPTION 'revision_transition % is not allowed', moves USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  IF current_user <> 'thads_app' OR NEW.kind = 'HISTORY' OR NEW.kind = 'SUPPLEMENT' THEN RETURN NEW; END IF;
  IF NEW.status IN ('DRAFT', 'SUBMITTED') OR moves = 'RETURNED>RETURNED' THEN
    IF NOT period_accepts_entry(NEW.agency_code, NEW.year, NEW.month) THEN
      RAISE EXCEPTION 'period_not_open' USING ERRCODE = 'check_violation';
    END IF;
  ELSIF moves IN ('SUBMITTED>APPROVED', 'SUBMITTED>RETURNED', 'APPROVED>RETURNED') THEN
    SELECT status INTO period_status FROM period WHERE year = NEW.year AND month = NEW.month FOR SHARE;
    IF period_status = 'LOCKED' AND NOT period_accepts_entry(NEW.agency_code, NEW.year, NEW.month) THEN
      RAISE EXCEPTION 'period_locked' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER revision_guard BEFORE INSERT OR UPDATE ON report_revision
  FOR EACH ROW EXECUTE FUNCTION revision_guard();

-- The figures follow their revision's status; their CHECKs run at that moment.
CREATE FUNCTION revision_sets_standing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE report_figures SET standing = CASE NEW.status
      WHEN 'SUBMITTED' THEN 'SUBMITTED' WHEN 'APPROVED' THEN 'EFFECTIVE' WHEN 'LOCKED' THEN 'EFFECTIVE'
      WHEN 'SUPERSEDED' THEN 'SUPERSEDED' ELSE 'DRAFT' END
    WHERE (agency_code, year, month, revision) = (NEW.agency_code, NEW.year, NEW.month, NEW.revision);
  RETURN NULL;
END $$;
CREATE TRIGGER revision_standing AFTER UPDATE OF status ON report_revision
  FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION revision_sets_standing();

CREATE FUNCTION figures_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE revision_status text;
BEGIN
  IF current_user <> 'thads_app' THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND pg_trigger_depth() > 1
     AND to_jsonb(NEW) - 'standing' = to_jsonb(OLD) - 'standing' THEN RETURN NEW; END IF;
  SELECT status INTO revision_status FROM report_revision
    WHERE (agency_code, year, month, revision) = (NEW.agency_code, NEW.year, NEW.month, NEW.revision) FOR UPDATE;
  IF revision_status NOT IN ('DRAFT', 'RETURNED') OR NEW.standing <> 'DRAFT' THEN
    RAISE EXCEPTION 'figures_are_fixed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER figures_guard BEFORE INSERT OR UPDATE ON report_figures
  FOR EACH ROW EXECUTE FUNCTION figures_guard();

-- A report beyond draft has both measures.
CREATE FUNCTION revision_has_both_measures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status IN ('DRAFT', 'RETURNED') THEN RETURN NULL; END IF;
  IF (SELECT count(*) FROM report_figures f WHERE f.slice = 'total' AND f.standing <> 'DRAFT'
      AND (f.agency_code, f.year, f.month, f.revision) = (NEW.agency_code, NEW.year, NEW.month, NEW.revision)) <> 2 THEN
    RAISE EXCEPTION 'revision_incomplete' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER revision_both_measures AFTER INSERT OR UPDATE ON report_revision
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION revision_has_both_measures();

ALTER TABLE excuse ADD CONSTRAINT excuse_agency_fkey FOREIGN KEY (agency_code) REFERENCES agency (code),
  ADD CONSTRAINT excuse_period_fkey FOREIGN KEY (year, month) REFERENCES period (year, month),
  ADD CONSTRAINT excuse_reason CHECK (length(btrim(reason)) > 0);
ALTER TABLE province_summary ADD CONSTRAINT summary_agency_fkey FOREIGN KEY (agency_code) REFERENCES agency (code),
  ADD CONSTRAINT summary_status CHECK (status IN ('SIGNED', 'ACCEPTED', 'RETURNED')),
  ADD CONSTRAINT summary_accepted CHECK ((status = 'ACCEPTED') = (accepted_by IS NOT NULL));
ALTER TABLE target ADD CONSTRAINT target_agency_fkey FOREIGN KEY (agency_code) REFERENCES agency (code),
  ADD CONSTRAINT target_indicator CHECK (indicator IN ('R_C', 'R_M')),
  ADD CONSTRAINT target_comparison CHECK (comparison IN ('above', 'atLeast', 'equal', 'higherThanBaseline')),
  ADD CONSTRAINT target_range CHECK (basis_points BETWEEN 0 AND 10000);

-- Audit: append-only, one gap-free hash chain per agency -------------------------------------------
CREATE FUNCTION audit_append(p_chain text, p_actor text, p_action text, p_subject text, p_payload jsonb)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE head audit_head; moment timestamptz := date_trunc('milliseconds', clock_timestamp()); line text;
BEGIN
  INSERT INTO audit_head (chain, seq, hash) VALUES (p_chain, 0, repeat('0', 64)) ON CONFLICT DO NOTHING;
  SELECT * INTO head FROM audit_head WHERE chain = p_chain FOR UPDATE;
  line := concat_ws('|', p_chain, head.seq + 1, to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    p_actor, p_action, p_subject, p_payload::text);
  INSERT INTO audit_entry (chain, seq, at, actor_id, action, subject, payload, text, prev_hash, hash)
    VALUES (p_chain, head.seq + 1, moment, p_actor, p_action, p_subject, p_payload, line, head.hash,
      encode(sha256(convert_to(head.hash || line, 'UTF8')), 'hex'));
  UPDATE audit_head SET seq = head.seq + 1, hash = encode(sha256(convert_to(head.hash || line, 'UTF8')), 'hex')
    WHERE chain = p_chain;
  PERFORM set_config('app.audited', pg_current_xact_id()::text, true);
END $$;

CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'audit_is_append_only' USING ERRCODE = 'insufficient_privilege'; END $$;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();

/* Each row that does not follow from the one before it: chain, seq and what is wrong. Empty when all is well. */
CREATE FUNCTION audit_verify() RETURNS TABLE (chain text, seq bigint, problem text) LANGUAGE sql STABLE AS $$
  WITH ordered AS (
    SELECT e.*, lag(e.hash) OVER w AS before, lag(e.seq) OVER w AS seq_before FROM audit_entry e
    WINDOW w AS (PARTITION BY e.chain ORDER BY e.seq)),
  broken AS (
    SELECT o.chain, o.seq, CASE
      WHEN o.seq <> coalesce(o.seq_before, 0) + 1 THEN 'gap'
      WHEN o.prev_hash <> coalesce(o.before, repeat('0', 64)) THEN 'link'
      WHEN o.hash <> encode(sha256(convert_to(o.prev_hash || o.text, 'UTF8')), 'hex') THEN 'hash'
      WHEN o.text <> concat_ws('|', o.chain, o.seq, to_char(o.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        o.actor_id, o.action, o.subject, o.payload::text) THEN 'text' END AS problem
    FROM ordered o)
  SELECT * FROM broken WHERE problem IS NOT NULL
  UNION ALL
  SELECT h.chain, h.seq, 'head' FROM audit_head h
    LEFT JOIN audit_entry e ON e.chain = h.chain AND e.seq = h.seq WHERE e.hash IS DISTINCT FROM h.hash
$$;

-- No write of a fact without a line of audit in the same transaction.
CREATE FUNCTION fact_is_audited() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('app.audited', true) IS DISTINCT FROM pg_current_xact_id()::text THEN
    RAISE EXCEPTION 'fact_without_audit: %', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
DO $$ DECLARE fact text; BEGIN
  FOREACH fact IN ARRAY ARRAY['agency', 'agency_version', 'agency_event', 'agency_succession', 'period',
    'period_reopening', 'calendar_exception', 'deadline_rule', 'setting', 'user_account', 'role_assignment',
    'api_token', 'report_revision', 'report_figures', 'excuse', 'province_summary', 'target'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fact_is_audited()', fact || '_audited', fact);
  END LOOP;
END $$;

-- Rights of the application's role, and row-level security on agency scope -------------------------
DO $$ BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO thads_app', current_schema());
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA %I TO thads_app', current_schema());
  EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA %I TO thads_app', current_schema());
END $$;
REVOKE INSERT, UPDATE ON audit_entry, audit_head FROM thads_app;
GRANT DELETE ON session, login_throttle, calendar_exception, target, excuse TO thads_app;

DO $$ DECLARE scoped text; BEGIN
  FOREACH scoped IN ARRAY ARRAY['report_revision', 'report_figures', 'period_reopening', 'excuse', 'province_summary'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', scoped);
    EXECUTE format('CREATE POLICY agency_scope ON %I TO thads_app USING ((SELECT current_setting(''app.scope'', true)) = ''*''
      OR agency_code = ANY (string_to_array((SELECT current_setting(''app.scope'', true)), '','')))', scoped);
  END LOOP;
END $$;
