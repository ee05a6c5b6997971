-- Keeping periods: locking, and reopening one agency's. Administrators keep periods without seeing any report.

/* Locks what is approved of a period that is locked already, whoever asked and whatever they may see; tells whose
   reports these are, and no figure of them. */
CREATE FUNCTION lock_reports(p_year int, p_month int) RETURNS SETOF text
LANGUAGE sql SECURITY DEFINER SET search_path FROM CURRENT AS $$
  UPDATE report_revision r SET status = 'LOCKED', version = r.version + 1
  WHERE r.year = p_year AND r.month = p_month AND r.status = 'APPROVED'
    AND EXISTS (SELECT FROM period p WHERE p.year = p_year AND p.month = p_month AND p.status = 'LOCKED')
  RETURNING r.agency_code
$$;

/* Who keeps periods sees and writes every reopening: the permission is checked before the transaction says so. */
CREATE POLICY period_keeper ON period_reopening TO thads_app
  USING ((SELECT current_setting('app.keeps_periods', true)) = 'yes');
