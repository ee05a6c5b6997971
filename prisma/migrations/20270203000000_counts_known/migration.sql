-- Counts beside the form as they were known at an earlier instant, like the figures.

-- With who had typed and sent the report then. NULL: retracted before these were kept.
ALTER TABLE retracted_report
  ADD COLUMN counts jsonb,
  ADD COLUMN entered_by text,
  ADD COLUMN entered_at timestamptz(3),
  ADD COLUMN submitted_by text,
  ADD COLUMN submitted_at timestamptz(3);

CREATE OR REPLACE FUNCTION revision_keeps_what_counted() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO retracted_report (agency_code, year, month, revision, illustrative, approved_by, approved_at,
      retracted_at, entered_by, entered_at, submitted_by, submitted_at, figures, counts)
    SELECT OLD.agency_code, OLD.year, OLD.month, OLD.revision, OLD.illustrative, OLD.approved_by, OLD.approved_at,
      coalesce(NEW.returned_at, now()), OLD.entered_by, OLD.entered_at, OLD.submitted_by, OLD.submitted_at,
      (SELECT coalesce(jsonb_agg(to_jsonb(f)), '[]') FROM report_figures f
        WHERE (f.agency_code, f.year, f.month, f.revision) = (OLD.agency_code, OLD.year, OLD.month, OLD.revision)),
      (SELECT coalesce(jsonb_agg(to_jsonb(c)), '[]') FROM report_counts c
        WHERE (c.agency_code, c.year, c.month, c.revision) = (OLD.agency_code, OLD.year, OLD.month, OLD.revision));
  RETURN NULL;
END $$;

/* The counts of the reports that counted at an instant, as they were then. */
CREATE FUNCTION counts_known(p_year int, p_months int[], p_at timestamptz) RETURNS SETOF report_counts
LANGUAGE sql STABLE ROWS 2000 SET search_path FROM CURRENT AS $$
  WITH known AS MATERIALIZED (SELECT * FROM reports_known(p_year, p_months, p_at))
  SELECT c.* FROM known k JOIN report_counts c
    ON (c.agency_code, c.year, c.month, c.revision) = (k.agency_code, p_year, k.month, k.revision)
  WHERE k.figures IS NULL
  UNION ALL
  SELECT (jsonb_populate_record(NULL::report_counts, row.value)).*
  FROM known k JOIN retracted_report t
    ON (t.agency_code, t.year, t.month, t.revision, t.approved_at)
      = (k.agency_code, p_year, k.month, k.revision, k.approved_at)
  CROSS JOIN LATERAL jsonb_array_elements(t.counts) row
  WHERE k.figures IS NOT NULL
$$;
