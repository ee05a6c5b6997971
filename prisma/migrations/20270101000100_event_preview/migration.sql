-- Before an agency ends: which reports it has begun for periods that end later. Administrators see no figure of them.

/* The reports of some agencies, of periods whose last day is not before a day; to whoever keeps the organisation only:
   the permission is checked before the transaction says so. */
CREATE FUNCTION reports_from(p_agencies text[], p_day date) RETURNS TABLE (agency text, year int, month int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT DISTINCT r.agency_code, r.year, r.month FROM report_revision r
  WHERE current_setting('app.keeps_agencies', true) = 'yes' AND r.agency_code = ANY (p_agencies)
    AND (make_date(r.year - 1, 10, 1) + make_interval(months => r.month))::date > p_day
  ORDER BY 1, 2, 3
$$;
