-- Figures follow their revision, and what an approval would do to the sums above.

/* In a BEFORE trigger the generated columns of NEW are still empty: they are left out of the comparison. */
CREATE OR REPLACE FUNCTION figures_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  revision_status text;
  follows text[] := ARRAY['standing', 'done', 'total_to_resolve', 'total_enforceable', 'eligible', 'not_yet_eligible',
    'carried_forward'];
BEGIN
  IF current_user <> 'thads_app' THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND pg_trigger_depth() > 1
     AND to_jsonb(NEW) - follows = to_jsonb(OLD) - follows THEN RETURN NEW; END IF;
  SELECT status INTO revision_status FROM report_revision
    WHERE (agency_code, year, month, revision) = (NEW.agency_code, NEW.year, NEW.month, NEW.revision) FOR UPDATE;
  IF revision_status NOT IN ('DRAFT', 'RETURNED') OR NEW.standing <> 'DRAFT' THEN
    RAISE EXCEPTION 'figures_are_fixed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

/* Sums and ranks of a unit, its province and the nation, as they are and as they would be with the given figures.
   It reads past row-level security, so it gives sums only, and only about an agency within the reader's scope.
   Ranks compare exact fractions; null where nothing is eligible. */
CREATE FUNCTION report_effect(p_agency text, p_year int, p_month int, p_day date, p_measure text, p_done bigint,
  p_eligible bigint)
RETURNS TABLE (level text, done_before text, eligible_before text, done_after text, eligible_after text,
  rank_before int, of_before int, rank_after int, of_after int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  WITH units AS (
    SELECT v.agency_code AS unit, CASE WHEN a.kind = 'PROVINCE' THEN v.agency_code ELSE v.parent_code END AS province
    FROM agency_version v JOIN agency a ON a.code = v.agency_code
    WHERE a.kind <> 'GENERAL_DEPARTMENT' AND v.valid_from <= p_day
      AND (v.valid_until IS NULL OR p_day < v.valid_until)),
  home AS (
    SELECT u.province FROM units u WHERE u.unit = p_agency
      AND (current_setting('app.scope', true) = '*'
        OR p_agency = ANY (string_to_array(current_setting('app.scope', true), ',')))),
  cells AS (
    SELECT u.unit, u.province, f.done::numeric AS done_before, f.eligible::numeric AS eligible_before,
      (CASE WHEN u.unit = p_agency THEN p_done ELSE f.done END)::numeric AS done_after,
      (CASE WHEN u.unit = p_agency THEN p_eligible ELSE f.eligible END)::numeric AS eligible_after
    FROM units u
    LEFT JOIN report_figures f ON f.agency_code = u.unit AND f.year = p_year AND f.month = p_month
      AND f.measure = p_measure AND f.slice = 'total' AND f.standing = 'EFFECTIVE'),
  members AS (
    SELECT 'unit' AS level, c.unit AS member, c.done_before, c.eligible_before, c.done_after, c.eligible_after
    FROM cells c JOIN home h ON h.province = c.province
    UNION ALL
    SELECT 'province', c.province, sum(c.done_before), sum(c.eligible_before), sum(c.done_after), sum(c.eligible_after)
    FROM cells c GROUP BY c.province
    UNION ALL
    SELECT 'nation', 'nation', sum(c.done_before), sum(c.eligible_before), sum(c.done_after), sum(c.eligible_after)
    FROM cells c)
  SELECT m.level, m.done_before::text, m.eligible_before::text, m.done_after::text, m.eligible_after::text,
    CASE WHEN m.eligible_before > 0 THEN 1 + (SELECT count(*)::int FROM members o WHERE o.level = m.level
      AND o.eligible_before > 0 AND o.done_before * m.eligible_before > m.done_before * o.eligible_before) END,
    (SELECT count(*)::int FROM members o WHERE o.level = m.level AND o.eligible_before > 0),
    CASE WHEN m.eligible_after > 0 THEN 1 + (SELECT count(*)::int FROM members o WHERE o.level = m.level
      AND o.eligible_after > 0 AND o.done_after * m.eligible_after > m.done_after * o.eligible_after) END,
    (SELECT count(*)::int FROM members o WHERE o.level = m.level AND o.eligible_after > 0)
  FROM members m CROSS JOIN home h
  WHERE (m.level = 'unit' AND m.member = p_agency) OR (m.level = 'province' AND m.member = h.province)
    OR m.level = 'nation'
$$;
