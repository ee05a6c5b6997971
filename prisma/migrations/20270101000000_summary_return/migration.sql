-- Why the General Department sent a summary back, who did and when: shown to the province, which signs again.
ALTER TABLE province_summary
  ADD COLUMN return_code text,
  ADD COLUMN return_text text,
  ADD COLUMN returned_by text,
  ADD COLUMN returned_at timestamptz(3);

-- Until now the reason stood in the audit only.
DO $$ BEGIN
  IF EXISTS (SELECT FROM province_summary WHERE status = 'RETURNED') THEN
    PERFORM audit_append('system', 'system:migration', 'summary.returnReasons', 'migration:summary_return', '{}');
    UPDATE province_summary s SET return_code = e.code, return_text = e.words, returned_by = e.actor_id, returned_at = e.at
    FROM (SELECT DISTINCT ON (subject) subject, actor_id, at, coalesce(payload #>> '{reason,code}', 'OTHER') AS code,
        coalesce(payload #>> '{reason,text}', '') AS words
      FROM audit_entry WHERE action = 'summary.return' ORDER BY subject, at DESC) e
    WHERE s.status = 'RETURNED' AND e.subject = concat_ws(':', 'summary', s.agency_code, s.year, s.month);
  END IF;
END $$;
SET CONSTRAINTS ALL IMMEDIATE;

ALTER TABLE province_summary ADD CONSTRAINT summary_returned CHECK (
  status <> 'RETURNED' OR (return_code IS NOT NULL AND returned_by IS NOT NULL AND returned_at IS NOT NULL)) NOT VALID;
