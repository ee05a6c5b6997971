-- How the figures of an agency that was split are divided among its successors, as the decision says: parts of a whole.

ALTER TABLE agency_succession ADD COLUMN share bigint;
ALTER TABLE agency_succession
  ADD CONSTRAINT succession_share CHECK (share BETWEEN 0 AND 999999999999999);

/* Each successor of a split has a part or none has, together they are more than nothing, and nothing else is divided. */
CREATE FUNCTION succession_is_divided() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v_all int; v_stated int; v_sum numeric; v_kind text;
BEGIN
  SELECT count(*), count(s.share), coalesce(sum(s.share), 0), min(e.kind) INTO v_all, v_stated, v_sum, v_kind
  FROM agency_succession s JOIN agency_event e ON e.id = s.event_id
  WHERE s.predecessor_code = NEW.predecessor_code AND s.event_id = NEW.event_id;
  IF v_stated > 0 AND (v_stated <> v_all OR v_all < 2 OR v_sum = 0 OR v_kind <> 'SPLIT') THEN
    RAISE EXCEPTION 'succession_is_divided: %', NEW.predecessor_code USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER succession_divided AFTER INSERT OR UPDATE ON agency_succession
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION succession_is_divided();
