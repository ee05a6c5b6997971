-- One statement for a save: lock, compare, write, audit; the rules read what it answers.

/* Writers of one period share a lock in memory; whoever changes the period takes it alone. A row lock shared by
   hundreds of savers on deadline day would write a multixact for each of them. */
CREATE FUNCTION period_lock_key(p_year int, p_month int) RETURNS bigint LANGUAGE sql IMMUTABLE AS
  $$ SELECT hashtextextended('period:' || p_year || ':' || p_month, 0) $$;

/* The functions a save runs through are plpgsql, which keeps their plans; SQL functions would be planned every time.
   May this agency's figures of this period be entered? NULL when there is no such period. */
CREATE FUNCTION period_is_open_to(p_agency text, p_year int, p_month int) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE period_status text;
BEGIN
  SELECT status INTO period_status FROM period WHERE year = p_year AND month = p_month;
  IF NOT FOUND THEN RETURN NULL; END IF;
  RETURN period_status = 'OPEN' OR EXISTS (
    SELECT FROM period_reopening r WHERE r.agency_code = p_agency AND r.year = p_year AND r.month = p_month
      AND r.ended_at IS NULL AND r.until >= business_day());
END $$;

/* The same, answered so that it stays true until the transaction ends. */
CREATE OR REPLACE FUNCTION period_accepts_entry(p_agency text, p_year int, p_month int) RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(period_lock_key(p_year, p_month));
  RETURN period_is_open_to(p_agency, p_year, p_month);
END $$;

CREATE FUNCTION period_waits_for_writers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(period_lock_key(NEW.year, NEW.month));
  RETURN NEW;
END $$;
CREATE TRIGGER period_waits BEFORE UPDATE ON period FOR EACH ROW EXECUTE FUNCTION period_waits_for_writers();
CREATE TRIGGER reopening_waits BEFORE INSERT OR UPDATE ON period_reopening
  FOR EACH ROW EXECUTE FUNCTION period_waits_for_writers();

CREATE OR REPLACE FUNCTION revision_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moves text := OLD.status || '>' || NEW.status;
  accepts boolean;
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
    accepts := period_accepts_entry(NEW.agency_code, NEW.year, NEW.month);
    IF NOT accepts AND (SELECT status FROM period WHERE year = NEW.year AND month = NEW.month) = 'LOCKED' THEN
      RAISE EXCEPTION 'period_locked' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;

/* The typed cells of a row by their interchange names, as text; what was not entered is left out. */
CREATE FUNCTION figure_cells(f report_figures) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object(
    'carriedOver', f.carried_over::text, 'newlyAccepted', f.newly_accepted::text,
    'entrustedOut', f.entrusted_out::text, 'withdrawnOrCancelled', f.withdrawn_or_cancelled::text,
    'pulledUpByProvince', f.pulled_up_by_province::text, 'completed', f.completed::text,
    'terminated', f.terminated::text, 'reduced', f.reduced::text, 'inProgress', f.in_progress::text,
    'postponedByAgreement', f.postponed_by_agreement::text, 'suspendedEligible', f.suspended_eligible::text,
    'otherEligible', f.other_eligible::text, 'noCondition', f.no_condition::text,
    'postponedOrSuspendedOther', f.postponed_or_suspended_other::text,
    'separateRegister', f.separate_register::text)) $$;

/* Writes rows of {slice, measure, cells} of one revision. */
CREATE FUNCTION write_figures(p_agency text, p_year int, p_month int, p_revision int, p_rows jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO report_figures AS f (agency_code, year, month, revision, measure, slice, carried_over, newly_accepted,
    entrusted_out, withdrawn_or_cancelled, pulled_up_by_province, completed, terminated, reduced, in_progress,
    postponed_by_agreement, suspended_eligible, other_eligible, no_condition, postponed_or_suspended_other,
    separate_register)
  SELECT p_agency, p_year, p_month, p_revision, r.measure, r.slice, c."carriedOver", c."newlyAccepted",
    c."entrustedOut", c."withdrawnOrCancelled", c."pulledUpByProvince", c.completed, c.terminated, c.reduced,
    c."inProgress", c."postponedByAgreement", c."suspendedEligible", c."otherEligible", c."noCondition",
    c."postponedOrSuspendedOther", c."separateRegister"
  FROM jsonb_to_recordset(p_rows) AS r (measure text, slice text, cells jsonb)
  CROSS JOIN LATERAL jsonb_to_record(r.cells) AS c ("carriedOver" bigint, "newlyAccepted" bigint,
    "entrustedOut" bigint, "withdrawnOrCancelled" bigint, "pulledUpByProvince" bigint, completed bigint,
    terminated bigint, reduced bigint, "inProgress" bigint, "postponedByAgreement" bigint,
    "suspendedEligible" bigint, "otherEligible" bigint, "noCondition" bigint, "postponedOrSuspendedOther" bigint,
    "separateRegister" bigint)
  ON CONFLICT (agency_code, year, month, revision, measure, slice) DO UPDATE SET
    carried_over = excluded.carried_over, newly_accepted = excluded.newly_accepted,
    entrusted_out = excluded.entrusted_out, withdrawn_or_cancelled = excluded.withdrawn_or_cancelled,
    pulled_up_by_province = excluded.pulled_up_by_province, completed = excluded.completed,
    terminated = excluded.terminated, reduced = excluded.reduced, in_progress = excluded.in_progress,
    postponed_by_agreement = excluded.postponed_by_agreement, suspended_eligible = excluded.suspended_eligible,
    other_eligible = excluded.other_eligible, no_condition = excluded.no_condition,
    postponed_or_suspended_other = excluded.postponed_or_suspended_other,
    separate_register = excluded.separate_register;
END $$;

/* The figures the rules compare: this revision's, and the effective ones of this year's earlier months, of the same
   month a year before, and of that year's end. */
CREATE FUNCTION figure_context(p_agency text, p_year int, p_month int, p_revision int) RETURNS SETOF report_figures
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN QUERY SELECT * FROM report_figures
    WHERE agency_code = p_agency AND ((year = p_year AND month = p_month AND revision = p_revision)
      OR (standing = 'EFFECTIVE'
        AND ((year = p_year AND month < p_month) OR (year = p_year - 1 AND month IN (p_month, 12)))));
END $$;

/* A revision as it stands, what its period allows, and the figures around it. */
CREATE FUNCTION report_context(r report_revision, p_agency text, p_year int, p_month int, p_accepts boolean)
RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN jsonb_build_object(
    'periodStatus', (SELECT status FROM period WHERE year = p_year AND month = p_month),
    'accepts', p_accepts,
    'previousRequired', (SELECT value FROM setting WHERE key = 'rules.previousPeriodRequired'),
    'revision', CASE WHEN r.revision IS NOT NULL THEN jsonb_build_object('revision', r.revision, 'kind', r.kind,
      'status', r.status, 'version', r.version, 'formVersion', r.form_version, 'enteredBy', r.entered_by,
      'enteredAt', r.entered_at) END,
    'figures', (SELECT coalesce(jsonb_agg(figure_cells(f) || jsonb_build_object('year', f.year, 'month', f.month,
        'revision', f.revision, 'standing', f.standing, 'measure', f.measure, 'slice', f.slice)), '[]')
      FROM figure_context(p_agency, p_year, p_month, coalesce(r.revision, 1)) f));
END $$;

/*
 * Saves a draft. `p` holds agency, year, month, expectedVersion, formVersion, at, reasons (or null) and rows of
 * {slice, measure, cells}. Answers the report as it stands afterwards, and whether it was written: not when the version
 * was stale, nor when nothing may be typed over what is there. NULL when there is no such period.
 */
CREATE FUNCTION record_report(p_actor text, p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_agency text := p ->> 'agency';
  v_year int := (p ->> 'year')::int;
  v_month int := (p ->> 'month')::int;
  v_reasons jsonb := nullif(p -> 'reasons', 'null');
  v_accepts boolean := period_accepts_entry(v_agency, v_year, v_month);
  v_written boolean;
  v_rows jsonb;
  stored report_revision;
BEGIN
  IF v_accepts IS NULL THEN RETURN NULL; END IF;
  SELECT * INTO stored FROM report_revision
    WHERE agency_code = v_agency AND year = v_year AND month = v_month ORDER BY revision DESC LIMIT 1 FOR UPDATE;
  v_written := (p ->> 'expectedVersion')::int = coalesce(stored.version, 0)
    AND coalesce(stored.status, 'DRAFT') IN ('DRAFT', 'RETURNED')
    AND (v_accepts OR coalesce(stored.kind, 'ORIGINAL') = 'SUPPLEMENT');
  IF v_written AND stored.revision IS NULL THEN
    INSERT INTO report_revision (agency_code, year, month, revision, kind, status, version, form_version,
        warning_reasons, entered_by, entered_at)
      VALUES (v_agency, v_year, v_month, 1, 'ORIGINAL', 'DRAFT', 1, p ->> 'formVersion', coalesce(v_reasons, '{}'),
        p_actor, (p ->> 'at')::timestamptz)
      ON CONFLICT DO NOTHING RETURNING * INTO stored;
    v_written := FOUND;
  ELSIF v_written THEN
    UPDATE report_revision SET version = version + 1, warning_reasons = coalesce(v_reasons, warning_reasons),
        entered_by = p_actor, entered_at = (p ->> 'at')::timestamptz
      WHERE (agency_code, year, month, revision) = (v_agency, v_year, v_month, stored.revision)
      RETURNING * INTO stored;
  END IF;

  IF v_written THEN
    SELECT jsonb_agg(to_jsonb(r) || jsonb_build_object('changed', r.changed)) INTO v_rows FROM (
      SELECT g.slice, g.measure, g.cells, f.measure IS NULL AS is_new, (
        SELECT jsonb_object_agg(concat_ws('.', g.slice, g.measure, c.name),
          jsonb_build_array(was.cells -> c.name, g.cells -> c.name))
        FROM jsonb_object_keys(was.cells || g.cells) AS c (name)
        WHERE was.cells -> c.name IS DISTINCT FROM g.cells -> c.name) AS changed
      FROM jsonb_to_recordset(p -> 'rows') AS g (slice text, measure text, cells jsonb)
      LEFT JOIN report_figures f ON (f.agency_code, f.year, f.month, f.revision, f.measure, f.slice)
        = (v_agency, v_year, v_month, stored.revision, g.measure, g.slice)
      -- OFFSET 0: or the planner would build the document again for every column compared.
      CROSS JOIN LATERAL (SELECT coalesce(figure_cells(f), '{}') AS cells OFFSET 0) was OFFSET 0) r
    WHERE r.changed IS NOT NULL OR (r.is_new AND r.slice = 'total');
    PERFORM write_figures(v_agency, v_year, v_month, stored.revision, coalesce(v_rows, '[]'));
    PERFORM audit_append(v_agency, p_actor, 'report.save', concat_ws(':', 'report', v_agency, v_year, v_month),
      jsonb_strip_nulls(jsonb_build_object('revision', stored.revision, 'version', stored.version, 'reasons', v_reasons))
      || jsonb_build_object('changed', coalesce((SELECT jsonb_object_agg(e.key, e.value)
        FROM jsonb_array_elements(v_rows) r, jsonb_each(nullif(r -> 'changed', 'null')) e), '{}')));
  ELSIF stored.revision IS NULL THEN
    SELECT * INTO stored FROM report_revision
      WHERE agency_code = v_agency AND year = v_year AND month = v_month ORDER BY revision DESC LIMIT 1;
  END IF;
  RETURN jsonb_build_object('written', v_written)
    || report_context(stored, v_agency, v_year, v_month, v_accepts);
END $$;

/*
 * One whole write in one statement: whose view, the idempotency key, then the procedure named, whose answer is kept
 * under the key when it wrote something. Without a key p_key is NULL.
 */
CREATE FUNCTION perform_at_once(p_actor text, p_scope text, p_key text, p_request_hash text, p_procedure text, p jsonb)
RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE known idempotency_record; v_answer jsonb;
BEGIN
  PERFORM set_config('app.actor', p_actor, true), set_config('app.scope', p_scope, true);
  IF p_key IS NOT NULL THEN
    PERFORM pg_advisory_xact_lock(hashtextextended(p_actor || '|' || p_key, 0));
    SELECT * INTO known FROM idempotency_record WHERE actor_id = p_actor AND key = p_key;
    IF FOUND AND known.request_hash <> p_request_hash THEN
      RAISE EXCEPTION 'idempotency_key_reused' USING ERRCODE = 'unique_violation';
    ELSIF FOUND THEN
      RETURN known.response;
    END IF;
  END IF;
  EXECUTE format('SELECT %I($1, $2)', p_procedure) INTO v_answer USING p_actor, p;
  IF p_key IS NOT NULL AND (v_answer -> 'written')::boolean THEN
    INSERT INTO idempotency_record (actor_id, key, request_hash, response, created_at)
      VALUES (p_actor, p_key, p_request_hash, v_answer, now());
  END IF;
  RETURN v_answer;
END $$;
