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
