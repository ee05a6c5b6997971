-- What was known when: every figure can be read as it counted at an earlier instant.

/* A report that was returned after it had counted, with the figures it counted with: its revision goes on with others. */
CREATE TABLE retracted_report (
  agency_code text NOT NULL,
  year integer NOT NULL,
  month integer NOT NULL,
  revision integer NOT NULL,
  illustrative boolean NOT NULL,
  approved_by text NOT NULL,
  approved_at timestamptz(3) NOT NULL,
  retracted_at timestamptz(3) NOT NULL,
  figures jsonb NOT NULL,
  CONSTRAINT retracted_report_pkey PRIMARY KEY (agency_code, year, month, revision, approved_at)
);
ALTER TABLE retracted_report ADD CONSTRAINT retracted_once_known CHECK (retracted_at >= approved_at);
GRANT SELECT ON retracted_report TO thads_app;
ALTER TABLE retracted_report ENABLE ROW LEVEL SECURITY;
CREATE POLICY agency_scope ON retracted_report TO thads_app USING ((SELECT current_setting('app.scope', true)) = '*'
  OR agency_code = ANY (string_to_array((SELECT current_setting('app.scope', true)), ',')));
CREATE TRIGGER retracted_fixed BEFORE UPDATE OR DELETE ON retracted_report
  FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();

CREATE FUNCTION revision_keeps_what_counted() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO retracted_report (agency_code, year, month, revision, illustrative, approved_by, approved_at,
      retracted_at, figures)
    SELECT OLD.agency_code, OLD.year, OLD.month, OLD.revision, OLD.illustrative, OLD.approved_by, OLD.approved_at,
      coalesce(NEW.returned_at, now()), coalesce(jsonb_agg(to_jsonb(f)), '[]')
    FROM report_figures f
    WHERE (f.agency_code, f.year, f.month, f.revision) = (OLD.agency_code, OLD.year, OLD.month, OLD.revision);
  RETURN NULL;
END $$;
CREATE TRIGGER revision_keeps AFTER UPDATE OF status ON report_revision
  FOR EACH ROW WHEN (OLD.status IN ('APPROVED', 'LOCKED') AND NEW.status = 'RETURNED')
  EXECUTE FUNCTION revision_keeps_what_counted();

-- A supplementary report that is returned after its approval gives way to the revision it had replaced.
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
        'APPROVED>SUPERSEDED', 'LOCKED>SUPERSEDED', 'LOCKED>APPROVED',
        'SUPERSEDED>APPROVED', 'SUPERSEDED>LOCKED'])
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

/* The reports that counted at an instant: of each agency and month the newest revision approved by then and not
   retracted. `figures` is null when they still are the revision's own. */
CREATE FUNCTION reports_known(p_year int, p_months int[], p_at timestamptz)
RETURNS TABLE (agency_code text, month int, revision int, illustrative boolean, approved_at timestamptz, figures jsonb)
LANGUAGE sql STABLE AS $$
  SELECT DISTINCT ON (s.agency_code, s.month) s.agency_code, s.month, s.revision, s.illustrative, s.approved_at, s.figures
  FROM (
    SELECT r.agency_code, r.month, r.revision, r.illustrative, r.approved_at, NULL::jsonb AS figures
    FROM report_revision r
    WHERE r.year = p_year AND r.month = ANY (p_months) AND r.approved_at <= p_at
      AND r.status IN ('APPROVED', 'LOCKED', 'SUPERSEDED')
    UNION ALL
    SELECT k.agency_code, k.month, k.revision, k.illustrative, k.approved_at, k.figures
    FROM retracted_report k
    WHERE k.year = p_year AND k.month = ANY (p_months) AND k.approved_at <= p_at AND p_at < k.retracted_at) s
  ORDER BY s.agency_code, s.month, s.revision DESC
$$;

/* Their figures. */
CREATE FUNCTION figures_known(p_year int, p_months int[], p_at timestamptz) RETURNS SETOF report_figures
LANGUAGE sql STABLE AS $$
  WITH known AS MATERIALIZED (SELECT * FROM reports_known(p_year, p_months, p_at))
  SELECT f.* FROM known k JOIN report_figures f
    ON (f.agency_code, f.year, f.month, f.revision) = (k.agency_code, p_year, k.month, k.revision)
  WHERE k.figures IS NULL
  UNION ALL
  SELECT (jsonb_populate_record(NULL::report_figures, row.value)).*
  FROM known k CROSS JOIN LATERAL jsonb_array_elements(k.figures) row
$$;

DROP FUNCTION scoreboard(text, int, int, int[], date[], boolean);
/* One row per node of month p_month (the root's own office or a direct subordinate with all below it), and one row
   with node NULL per wanted month: the whole. Every month is read with the organisation of its last day. Sums are
   numeric, written as text. p_submitted also counts figures that wait for approval; the newest revision counts.
   With p_at only what was approved by then counts, as it was then. */
CREATE FUNCTION scoreboard(p_root text, p_year int, p_month int, p_months int[], p_days date[], p_submitted boolean,
  p_at timestamptz)
RETURNS TABLE (month int, node text, expected int, reported int, cases_done text, cases_eligible text,
  money_done text, money_eligible text, illustrative boolean, adjusted boolean, as_of timestamptz)
LANGUAGE sql STABLE AS $$
  WITH RECURSIVE wanted AS (SELECT * FROM unnest(p_months, p_days) AS w (month, day)),
  tree AS (
    SELECT d.day, v.agency_code, v.agency_code AS node, 0 AS depth
    FROM (SELECT DISTINCT w.day FROM wanted w) d
    JOIN agency_version v ON v.agency_code = p_root
      AND v.valid_from <= d.day AND (v.valid_until IS NULL OR d.day < v.valid_until)
    UNION ALL
    SELECT t.day, v.agency_code, CASE WHEN t.depth = 0 THEN v.agency_code ELSE t.node END, t.depth + 1
    FROM tree t
    JOIN agency_version v ON v.parent_code = t.agency_code
      AND v.valid_from <= t.day AND (v.valid_until IS NULL OR t.day < v.valid_until)
    WHERE t.depth < 8),
  members AS MATERIALIZED (
    SELECT t.day, t.agency_code, t.node FROM tree t
    WHERE t.agency_code IN (SELECT a.code FROM agency a WHERE a.kind <> 'GENERAL_DEPARTMENT')),
  units AS MATERIALIZED (
    SELECT w.month, m.agency_code, CASE WHEN w.month = p_month THEN m.node END AS node
    FROM wanted w JOIN members m ON m.day = w.day),
  figures AS (
    SELECT f.month, f.agency_code, f.measure, f.done, f.eligible
    FROM report_figures f
    WHERE p_at IS NULL AND NOT p_submitted AND f.year = p_year AND f.month = ANY (p_months)
      AND f.standing = 'EFFECTIVE' AND f.slice = 'total'
    UNION ALL
    (SELECT DISTINCT ON (f.month, f.agency_code, f.measure) f.month, f.agency_code, f.measure, f.done, f.eligible
     FROM report_figures f
     WHERE p_submitted AND f.year = p_year AND f.month = ANY (p_months)
       AND f.standing IN ('EFFECTIVE', 'SUBMITTED') AND f.slice = 'total'
     ORDER BY f.month, f.agency_code, f.measure, f.revision DESC)
    UNION ALL
    SELECT f.month, f.agency_code, f.measure, f.done, f.eligible
    FROM figures_known(p_year, p_months, p_at) f WHERE p_at IS NOT NULL AND f.slice = 'total'),
  sums AS (
    SELECT u.month, u.node, grouping(u.node) = 1 AS is_whole,
      -- A report that counts has both measures, so every unit has one row that is not money: its cases, or nothing.
      (count(*) FILTER (WHERE f.measure IS DISTINCT FROM 'money'))::int AS expected,
      (count(*) FILTER (WHERE f.measure = 'cases'))::int AS reported,
      (sum(f.done) FILTER (WHERE f.measure = 'cases'))::text AS cases_done,
      (sum(f.eligible) FILTER (WHERE f.measure = 'cases'))::text AS cases_eligible,
      (sum(f.done) FILTER (WHERE f.measure = 'money'))::text AS money_done,
      (sum(f.eligible) FILTER (WHERE f.measure = 'money'))::text AS money_eligible
    FROM units u LEFT JOIN figures f ON f.month = u.month AND f.agency_code = u.agency_code
    GROUP BY GROUPING SETS ((u.month), (u.month, u.node))),
  counted AS (
    (SELECT DISTINCT ON (r.agency_code) r.agency_code, r.illustrative, r.revision,
      coalesce(r.approved_at, r.submitted_at) AS at
     FROM report_revision r
     WHERE p_at IS NULL AND r.year = p_year AND r.month = p_month
       AND (r.status IN ('APPROVED', 'LOCKED') OR (p_submitted AND r.status = 'SUBMITTED'))
     ORDER BY r.agency_code, r.revision DESC)
    UNION ALL
    SELECT k.agency_code, k.illustrative, k.revision, k.approved_at
    FROM reports_known(p_year, ARRAY[p_month], p_at) k WHERE p_at IS NOT NULL),
  flags AS (
    SELECT u.node, grouping(u.node) = 1 AS is_whole, bool_or(c.illustrative) AS illustrative,
      bool_or(c.revision > 1) AS adjusted, max(c.at) AS at
    FROM units u JOIN counted c ON c.agency_code = u.agency_code
    WHERE u.month = p_month GROUP BY GROUPING SETS ((), (u.node)))
  SELECT s.month, s.node, s.expected, s.reported, s.cases_done, s.cases_eligible, s.money_done, s.money_eligible,
    coalesce(g.illustrative, false), coalesce(g.adjusted, false), g.at
  FROM sums s
  LEFT JOIN flags g ON s.month = p_month AND g.is_whole = s.is_whole AND g.node IS NOT DISTINCT FROM s.node
  WHERE s.is_whole OR s.month = p_month
$$;
