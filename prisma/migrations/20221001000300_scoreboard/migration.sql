-- The leaders' table in one statement: sums of a root agency, of the agencies directly under it, and of its year.

/* One row per node of month p_month (the root's own office or a direct subordinate with all below it), and one row
   with node NULL per wanted month: the whole. Every month is read with the organisation of its last day. Sums are
   numeric, written as text. p_submitted also counts figures that wait for approval; the newest revision counts. */
CREATE FUNCTION scoreboard(p_root text, p_year int, p_month int, p_months int[], p_days date[], p_submitted boolean)
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
    WHERE NOT p_submitted AND f.year = p_year AND f.month = ANY (p_months)
      AND f.standing = 'EFFECTIVE' AND f.slice = 'total'
    UNION ALL
    (SELECT DISTINCT ON (f.month, f.agency_code, f.measure) f.month, f.agency_code, f.measure, f.done, f.eligible
     FROM report_figures f
     WHERE p_submitted AND f.year = p_year AND f.month = ANY (p_months)
       AND f.standing IN ('EFFECTIVE', 'SUBMITTED') AND f.slice = 'total'
     ORDER BY f.month, f.agency_code, f.measure, f.revision DESC)),
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
    SELECT DISTINCT ON (r.agency_code) r.agency_code, r.illustrative, r.revision,
      coalesce(r.approved_at, r.submitted_at) AS at
    FROM report_revision r
    WHERE r.year = p_year AND r.month = p_month
      AND (r.status IN ('APPROVED', 'LOCKED') OR (p_submitted AND r.status = 'SUBMITTED'))
    ORDER BY r.agency_code, r.revision DESC),
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

/* Changes with every audited write, never without one: snapshots are nested, so an equal sum is an equal state. */
CREATE FUNCTION data_version() RETURNS text LANGUAGE sql STABLE AS
  $$ SELECT coalesce(sum(seq), 0)::text FROM audit_head $$;
