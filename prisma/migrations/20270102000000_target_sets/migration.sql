-- The counts beside the form, target sets as versioned documents, and what every target was before.

-- Tables -------------------------------------------------------------------------------------------
CREATE TABLE report_counts (
  agency_code text NOT NULL,
  year integer NOT NULL,
  month integer NOT NULL,
  revision integer NOT NULL,
  code text NOT NULL,
  standing text NOT NULL DEFAULT 'DRAFT',
  -- NULL is "taken back"; it is never zero.
  value bigint,
  CONSTRAINT report_counts_pkey PRIMARY KEY (agency_code, year, month, revision, code),
  CONSTRAINT report_counts_report_fkey FOREIGN KEY (agency_code, year, month, revision)
    REFERENCES report_revision (agency_code, year, month, revision) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT counts_code CHECK (code IN ('D01', 'D02', 'G01', 'G02', 'G03', 'K01', 'K02', 'H01', 'H02', 'CC1', 'CC2',
    'N01', 'N02')),
  CONSTRAINT counts_standing CHECK (standing IN ('DRAFT', 'SUBMITTED', 'EFFECTIVE', 'SUPERSEDED')),
  CONSTRAINT counts_v19_range CHECK (value BETWEEN 0 AND 2147483647)
);
CREATE INDEX counts_effective ON report_counts (year, month, code, agency_code) INCLUDE (value)
  WHERE standing = 'EFFECTIVE';

CREATE TABLE target_set (
  id uuid NOT NULL,
  year integer NOT NULL,
  version integer NOT NULL,
  number text NOT NULL DEFAULT '',
  signed_on date,
  signer text NOT NULL DEFAULT '',
  legal_basis text NOT NULL DEFAULT '',
  state text NOT NULL DEFAULT 'DRAFT',
  drafted_by text NOT NULL,
  drafted_at timestamptz(3) NOT NULL,
  issued_by text,
  issued_at timestamptz(3),
  replaced_at timestamptz(3),
  CONSTRAINT target_set_pkey PRIMARY KEY (id),
  CONSTRAINT target_set_state CHECK (state IN ('DRAFT', 'ISSUED', 'REPLACED')),
  CONSTRAINT target_set_version CHECK (version >= 1),
  CONSTRAINT target_set_issued CHECK ((state <> 'DRAFT') = (issued_by IS NOT NULL AND issued_at IS NOT NULL)),
  CONSTRAINT target_set_replaced CHECK ((state = 'REPLACED') = (replaced_at IS NOT NULL))
);
CREATE UNIQUE INDEX target_set_year_version_key ON target_set (year, version);
CREATE UNIQUE INDEX target_set_one_issued ON target_set (year) WHERE state = 'ISSUED';

/* Indicators that are numbers of things, and tasks that nobody may turn into pass or fail. */
CREATE FUNCTION indicator_kind(p_code text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN p_code IN ('CC1', 'CC2', 'N01', 'N02') THEN 'count'
    WHEN p_code IN ('T02', 'T03', 'T11', 'T15', 'T17', 'T18', 'T21', 'T22', 'T23') THEN 'qualitative'
    WHEN p_code IN ('R_C', 'R_M', 'R2_C', 'R2_M', 'S_CREDIT.R_C', 'S_CREDIT.R_M', 'S_BUDGET.R_C', 'S_BUDGET.R_M',
      'S_CORRUPTION.R_C', 'S_CORRUPTION.R_M', 'S_EXOFFICIO.R_C', 'S_EXOFFICIO.R_M', 'S_ONREQUEST.R_C',
      'S_ONREQUEST.R_M', 'D02/D01', 'G02/G01', 'G03/G01', 'K02/K01', 'H02/H01', 'CC2/CC1') THEN 'ratio' END
$$;

CREATE TABLE target_line (
  set_id uuid NOT NULL,
  position integer NOT NULL,
  agency_code text NOT NULL,
  indicator text NOT NULL,
  comparison text NOT NULL,
  basis_points integer,
  count_value bigint,
  baseline_year integer,
  scope text NOT NULL DEFAULT '',
  wording text NOT NULL DEFAULT '',
  source text NOT NULL DEFAULT '',
  CONSTRAINT target_line_pkey PRIMARY KEY (set_id, position),
  CONSTRAINT target_line_set_fkey FOREIGN KEY (set_id) REFERENCES target_set (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT target_line_agency_fkey FOREIGN KEY (agency_code) REFERENCES agency (code),
  CONSTRAINT target_line_position CHECK (position >= 1),
  CONSTRAINT target_line_indicator CHECK (indicator_kind(indicator) IS NOT NULL),
  CONSTRAINT target_line_comparison
    CHECK (comparison IN ('above', 'atLeast', 'equal', 'higherThanBaseline', 'tracked')),
  CONSTRAINT target_line_range CHECK (basis_points BETWEEN 0 AND 10000 AND count_value >= 0),
  CONSTRAINT target_line_baseline CHECK (baseline_year BETWEEN 2010 AND 2099),
  CONSTRAINT target_line_task_is_tracked CHECK (comparison = 'tracked' OR indicator_kind(indicator) <> 'qualitative'),
  CONSTRAINT target_line_value CHECK (CASE
    WHEN comparison = 'tracked' THEN true
    WHEN comparison = 'higherThanBaseline'
      THEN num_nulls(basis_points, count_value) = 2 AND baseline_year IS NOT NULL AND indicator_kind(indicator) = 'ratio'
    WHEN indicator_kind(indicator) = 'count' THEN basis_points IS NULL AND count_value IS NOT NULL
    ELSE basis_points IS NOT NULL AND count_value IS NULL END)
);
CREATE UNIQUE INDEX target_line_one_verdict ON target_line (set_id, agency_code, indicator)
  WHERE comparison <> 'tracked';

ALTER TABLE target
  DROP CONSTRAINT target_indicator,
  ADD COLUMN count_value bigint,
  ADD COLUMN baseline_year integer,
  ADD COLUMN known_from timestamptz(3) NOT NULL DEFAULT date_trunc('milliseconds', now()),
  ADD CONSTRAINT target_indicator CHECK (indicator_kind(indicator) IN ('ratio', 'count')),
  ADD CONSTRAINT target_count CHECK ((indicator_kind(indicator) = 'count') = (count_value IS NOT NULL)),
  ADD CONSTRAINT target_count_range CHECK (count_value >= 0),
  ADD CONSTRAINT target_baseline CHECK (baseline_year < year);

CREATE TABLE target_past (
  agency_code text NOT NULL,
  year integer NOT NULL,
  indicator text NOT NULL,
  comparison text NOT NULL,
  basis_points integer NOT NULL,
  count_value bigint,
  baseline_year integer,
  source text NOT NULL,
  version integer NOT NULL,
  known_from timestamptz(3) NOT NULL,
  known_until timestamptz(3) NOT NULL,
  CONSTRAINT target_past_pkey PRIMARY KEY (agency_code, year, indicator, known_from),
  CONSTRAINT target_past_order CHECK (known_from < known_until)
);
CREATE INDEX target_past_year ON target_past (year, known_until);

-- Counts: the guards of the figures ----------------------------------------------------------------
CREATE TRIGGER counts_guard BEFORE INSERT OR UPDATE ON report_counts
  FOR EACH ROW EXECUTE FUNCTION figures_guard();

CREATE OR REPLACE FUNCTION revision_sets_standing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v_standing text := CASE NEW.status
  WHEN 'SUBMITTED' THEN 'SUBMITTED' WHEN 'APPROVED' THEN 'EFFECTIVE' WHEN 'LOCKED' THEN 'EFFECTIVE'
  WHEN 'SUPERSEDED' THEN 'SUPERSEDED' ELSE 'DRAFT' END;
BEGIN
  UPDATE report_figures SET standing = v_standing
    WHERE (agency_code, year, month, revision) = (NEW.agency_code, NEW.year, NEW.month, NEW.revision);
  UPDATE report_counts SET standing = v_standing
    WHERE (agency_code, year, month, revision) = (NEW.agency_code, NEW.year, NEW.month, NEW.revision);
  RETURN NULL;
END $$;

-- V19 compares rows: no part above its whole; what was not stated is not compared.
CREATE FUNCTION counts_agree() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE broken text;
BEGIN
  SELECT string_agg(part.code, ', ') INTO broken
  FROM (VALUES ('D02', 'D01'), ('G02', 'G01'), ('G03', 'G01'), ('K02', 'K01'), ('H02', 'H01'), ('CC2', 'CC1'))
    AS pair (part, whole)
  JOIN report_counts part ON part.code = pair.part
  JOIN report_counts whole ON whole.code = pair.whole
  WHERE (part.agency_code, part.year, part.month, part.revision)
      = (NEW.agency_code, NEW.year, NEW.month, NEW.revision)
    AND (whole.agency_code, whole.year, whole.month, whole.revision)
      = (NEW.agency_code, NEW.year, NEW.month, NEW.revision)
    AND part.value > whole.value;
  IF broken IS NOT NULL THEN
    RAISE EXCEPTION 'counts_v19_parts: % exceed their whole', broken USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER counts_parts AFTER INSERT OR UPDATE ON report_counts
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.standing <> 'DRAFT') EXECUTE FUNCTION counts_agree();

/* Makes the counts of one revision those given, {"D01": "12", …}; answers what changed, as the audit writes it. */
CREATE FUNCTION write_counts(p_agency text, p_year int, p_month int, p_revision int, p_counts jsonb) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE v_changed jsonb;
BEGIN
  WITH changed AS (
    SELECT code, was.value AS before, given.value AS after
    FROM (SELECT g.key AS code, g.value::bigint FROM jsonb_each_text(p_counts) g WHERE g.value IS NOT NULL) given
    FULL JOIN (SELECT c.code, c.value FROM report_counts c
      WHERE (c.agency_code, c.year, c.month, c.revision) = (p_agency, p_year, p_month, p_revision)) was USING (code)
    WHERE was.value IS DISTINCT FROM given.value),
  written AS (
    INSERT INTO report_counts AS c (agency_code, year, month, revision, code, value)
    SELECT p_agency, p_year, p_month, p_revision, code, after FROM changed
    ON CONFLICT (agency_code, year, month, revision, code) DO UPDATE SET value = excluded.value)
  SELECT jsonb_object_agg('counts.' || code, jsonb_build_array(before::text, after::text)) INTO v_changed FROM changed;
  RETURN v_changed;
END $$;

/* A revision as it stands, what its period allows, and the figures around it. */
CREATE OR REPLACE FUNCTION report_context(r report_revision, p_agency text, p_year int, p_month int, p_accepts boolean)
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
      FROM figure_context(p_agency, p_year, p_month, coalesce(r.revision, 1)) f),
    'counts', (SELECT coalesce(jsonb_object_agg(c.code, c.value::text), '{}') FROM report_counts c
      WHERE (c.agency_code, c.year, c.month, c.revision) = (p_agency, p_year, p_month, coalesce(r.revision, 1))
        AND c.value IS NOT NULL));
END $$;

/*
 * Saves a draft. `p` holds agency, year, month, expectedVersion, formVersion, at, reasons (or null), rows of
 * {slice, measure, cells}, and counts (or null: left as they are). Answers the report as it stands afterwards, and
 * whether it was written: not when the version was stale, nor when nothing may be typed over what is there. NULL when
 * there is no such period.
 */
CREATE OR REPLACE FUNCTION record_report(p_actor text, p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_agency text := p ->> 'agency';
  v_year int := (p ->> 'year')::int;
  v_month int := (p ->> 'month')::int;
  v_reasons jsonb := nullif(p -> 'reasons', 'null');
  v_accepts boolean := period_accepts_entry(v_agency, v_year, v_month);
  v_written boolean;
  v_rows jsonb;
  v_counts jsonb;
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
    -- Only rows that differ are looked into column by column; OFFSET 0, or their documents would be built once a column.
    SELECT jsonb_agg(jsonb_build_object('slice', g.slice, 'measure', g.measure, 'cells', g.cells, 'changed', (
        SELECT jsonb_object_agg(concat_ws('.', g.slice, g.measure, c.name),
          jsonb_build_array(g.was -> c.name, g.cells -> c.name))
        FROM jsonb_object_keys(g.was || g.cells) AS c (name)
        WHERE g.was -> c.name IS DISTINCT FROM g.cells -> c.name)))
    INTO v_rows FROM (
      SELECT x.slice, x.measure, x.cells, f.measure IS NULL AS is_new, coalesce(figure_cells(f), '{}') AS was
      FROM jsonb_to_recordset(p -> 'rows') AS x (slice text, measure text, cells jsonb)
      LEFT JOIN report_figures f ON (f.agency_code, f.year, f.month, f.revision, f.measure, f.slice)
        = (v_agency, v_year, v_month, stored.revision, x.measure, x.slice) OFFSET 0) g
    WHERE g.was <> g.cells OR (g.is_new AND g.slice = 'total');
    PERFORM write_figures(v_agency, v_year, v_month, stored.revision, coalesce(v_rows, '[]'));
    IF jsonb_typeof(p -> 'counts') = 'object' THEN
      v_counts := write_counts(v_agency, v_year, v_month, stored.revision, p -> 'counts');
    END IF;
    PERFORM audit_append(v_agency, p_actor, 'report.save', concat_ws(':', 'report', v_agency, v_year, v_month),
      jsonb_strip_nulls(jsonb_build_object('revision', stored.revision, 'version', stored.version, 'reasons', v_reasons))
      || jsonb_build_object('changed', coalesce((SELECT jsonb_object_agg(e.key, e.value)
        FROM jsonb_array_elements(v_rows) r, jsonb_each(nullif(r -> 'changed', 'null')) e), '{}')
        || coalesce(v_counts, '{}')));
  ELSIF stored.revision IS NULL THEN
    SELECT * INTO stored FROM report_revision
      WHERE agency_code = v_agency AND year = v_year AND month = v_month ORDER BY revision DESC LIMIT 1;
  END IF;
  RETURN jsonb_build_object('written', v_written)
    || report_context(stored, v_agency, v_year, v_month, v_accepts);
END $$;

-- Target sets --------------------------------------------------------------------------------------
CREATE FUNCTION target_set_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE moves text := OLD.state || '>' || NEW.state;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF current_user = 'thads_app' AND NEW.state <> 'DRAFT' THEN
      RAISE EXCEPTION 'target_set_starts_as_draft' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  -- A draft that was overtaken by an amendment takes the next version.
  IF (NEW.id, NEW.year) IS DISTINCT FROM (OLD.id, OLD.year) OR NEW.version < OLD.version
      OR (NEW.version > OLD.version AND moves <> 'DRAFT>DRAFT') THEN
    RAISE EXCEPTION 'target_set_identity_is_fixed' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT (moves = ANY (ARRAY['DRAFT>DRAFT', 'DRAFT>ISSUED', 'ISSUED>REPLACED'])) THEN
    RAISE EXCEPTION 'target_set_transition % is not allowed', moves USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.state <> 'DRAFT' AND (to_jsonb(NEW) - ARRAY['state', 'replaced_at'])
      <> (to_jsonb(OLD) - ARRAY['state', 'replaced_at']) THEN
    RAISE EXCEPTION 'target_set_is_fixed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER target_set_guard BEFORE INSERT OR UPDATE ON target_set
  FOR EACH ROW EXECUTE FUNCTION target_set_guard();

-- An amendment is drafted and issued in one transaction beside a draft; at its end there is one draft at most.
CREATE FUNCTION target_set_has_one_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM target_set WHERE year = NEW.year AND state = 'DRAFT') > 1 THEN
    RAISE EXCEPTION 'target_set_one_draft' USING ERRCODE = 'unique_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER target_set_one_draft AFTER INSERT OR UPDATE ON target_set
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state = 'DRAFT') EXECUTE FUNCTION target_set_has_one_draft();

-- The lines of a set are written while it is a draft, and never again.
CREATE FUNCTION target_line_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched target_line := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  found_state text;
BEGIN
  IF current_user <> 'thads_app' THEN RETURN touched; END IF;
  SELECT state INTO found_state FROM target_set WHERE id = touched.set_id FOR UPDATE;
  IF found_state IS DISTINCT FROM 'DRAFT' OR (TG_OP = 'UPDATE' AND OLD.set_id <> NEW.set_id) THEN
    RAISE EXCEPTION 'target_lines_are_fixed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN touched;
END $$;
CREATE TRIGGER target_line_guard BEFORE INSERT OR UPDATE OR DELETE ON target_line
  FOR EACH ROW EXECUTE FUNCTION target_line_guard();

/* A target is known from when it was written; the application cannot say otherwise. Unchanged is not written. */
CREATE FUNCTION target_is_known_from() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF current_user = 'thads_app' THEN NEW.known_from := date_trunc('milliseconds', now()); END IF;
  ELSIF to_jsonb(NEW) - ARRAY['known_from', 'version'] = to_jsonb(OLD) - ARRAY['known_from', 'version'] THEN
    NEW.known_from := OLD.known_from;
  ELSE
    NEW.known_from := greatest(date_trunc('milliseconds', now()), OLD.known_from);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER target_known BEFORE INSERT OR UPDATE ON target
  FOR EACH ROW EXECUTE FUNCTION target_is_known_from();

CREATE FUNCTION target_keeps_past() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE v_until timestamptz := date_trunc('milliseconds', now());
BEGIN
  -- What came and went within one transaction was never known to anybody.
  IF OLD.known_from < v_until THEN
    INSERT INTO target_past (agency_code, year, indicator, comparison, basis_points, count_value, baseline_year, source,
        version, known_from, known_until)
      VALUES (OLD.agency_code, OLD.year, OLD.indicator, OLD.comparison, OLD.basis_points, OLD.count_value,
        OLD.baseline_year, OLD.source, OLD.version, OLD.known_from, v_until);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER target_past_on_update AFTER UPDATE ON target
  FOR EACH ROW WHEN (NEW.known_from > OLD.known_from) EXECUTE FUNCTION target_keeps_past();
CREATE TRIGGER target_past_on_delete AFTER DELETE ON target
  FOR EACH ROW EXECUTE FUNCTION target_keeps_past();

/* The targets of a year as they were known at an instant; NULL = as they are now. */
CREATE FUNCTION targets_known(p_year int, p_at timestamptz)
RETURNS TABLE (agency_code text, year int, indicator text, comparison text, basis_points int, count_value bigint,
  baseline_year int, source text, version int, known_from timestamptz)
LANGUAGE sql STABLE AS $$
  SELECT t.agency_code, t.year, t.indicator, t.comparison, t.basis_points, t.count_value, t.baseline_year, t.source,
    t.version, t.known_from
  FROM target t WHERE t.year = p_year AND (p_at IS NULL OR t.known_from <= p_at)
  UNION ALL
  SELECT p.agency_code, p.year, p.indicator, p.comparison, p.basis_points, p.count_value, p.baseline_year, p.source,
    p.version, p.known_from
  FROM target_past p WHERE p.year = p_year AND p.known_from <= p_at AND p_at < p.known_until
$$;

/* Makes the targets of a year the judged lines of a set; what does not change is left alone. Answers how many rows
   were written and removed. */
CREATE FUNCTION project_target_set(p_set uuid) RETURNS TABLE (written bigint, removed bigint)
LANGUAGE plpgsql AS $$
DECLARE v_set target_set;
BEGIN
  SELECT * INTO v_set FROM target_set WHERE id = p_set;
  DELETE FROM target t WHERE t.year = v_set.year AND NOT EXISTS (SELECT FROM target_line l WHERE l.set_id = p_set
    AND l.comparison <> 'tracked' AND l.agency_code = t.agency_code AND l.indicator = t.indicator);
  GET DIAGNOSTICS removed = ROW_COUNT;
  INSERT INTO target AS t (agency_code, year, indicator, comparison, basis_points, count_value, baseline_year, source)
    SELECT l.agency_code, v_set.year, l.indicator, l.comparison, coalesce(l.basis_points, 0), l.count_value,
      l.baseline_year, coalesce(nullif(l.source, ''), v_set.number)
    FROM target_line l WHERE l.set_id = p_set AND l.comparison <> 'tracked'
    ON CONFLICT (agency_code, year, indicator) DO UPDATE SET comparison = excluded.comparison,
      basis_points = excluded.basis_points, count_value = excluded.count_value,
      baseline_year = excluded.baseline_year, source = excluded.source, version = t.version + 1
    WHERE (t.comparison, t.basis_points, t.count_value, t.baseline_year, t.source) IS DISTINCT FROM
      (excluded.comparison, excluded.basis_points, excluded.count_value, excluded.baseline_year, excluded.source);
  GET DIAGNOSTICS written = ROW_COUNT;
  RETURN NEXT;
END $$;

-- Audit, rights, scope -----------------------------------------------------------------------------
DO $$ DECLARE fact text; BEGIN
  FOREACH fact IN ARRAY ARRAY['report_counts', 'target_set', 'target_line'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fact_is_audited()', fact || '_audited', fact);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON report_counts, target_set, target_line TO thads_app;
GRANT DELETE ON target_line TO thads_app;
GRANT SELECT ON target_past TO thads_app;
ALTER TABLE report_counts ENABLE ROW LEVEL SECURITY;
CREATE POLICY agency_scope ON report_counts TO thads_app USING ((SELECT current_setting('app.scope', true)) = '*'
  OR agency_code = ANY (string_to_array((SELECT current_setting('app.scope', true)), ',')));

-- Targets assigned so far become the first, issued set of their year; known since they were last assigned.
ALTER TABLE target DISABLE TRIGGER target_known;
DO $$ BEGIN
  IF EXISTS (SELECT FROM target) THEN
    PERFORM audit_append('targets', 'system:migration', 'targetSet.issue', 'migration:target_sets', '{}');
    UPDATE target t SET baseline_year = CASE WHEN comparison = 'higherThanBaseline' THEN year - 1 END,
      known_from = coalesce((SELECT max(e.at) FROM audit_entry e WHERE e.action = 'target.set'
        AND e.subject = concat_ws(':', 'target', t.agency_code, t.year, t.indicator)), make_date(year - 1, 10, 1));
    INSERT INTO target_set (id, year, version, state, drafted_by, drafted_at, issued_by, issued_at)
      SELECT gen_random_uuid(), year, 1, 'ISSUED', 'system:migration', now(), 'system:migration', now()
      FROM (SELECT DISTINCT year FROM target) years;
    INSERT INTO target_line (set_id, position, agency_code, indicator, comparison, basis_points, baseline_year, source)
      SELECT s.id, row_number() OVER (PARTITION BY t.year ORDER BY t.agency_code, t.indicator), t.agency_code,
        t.indicator, t.comparison, CASE WHEN t.comparison <> 'higherThanBaseline' THEN t.basis_points END,
        t.baseline_year, t.source
      FROM target t JOIN target_set s ON s.year = t.year;
  END IF;
END $$;
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE target ENABLE TRIGGER target_known;
