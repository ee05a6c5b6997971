-- Standings as they were signed at the end of a phase: written once, with their inputs; the hash is in the audit too.
CREATE TABLE campaign_freeze (
  campaign_code text NOT NULL,
  -- 0 is the whole campaign.
  phase integer NOT NULL,
  snapshot text NOT NULL,
  hash text NOT NULL,
  frozen_by text NOT NULL,
  frozen_at timestamptz(3) NOT NULL,
  CONSTRAINT campaign_freeze_pkey PRIMARY KEY (campaign_code, phase),
  CONSTRAINT freeze_campaign_fkey FOREIGN KEY (campaign_code) REFERENCES campaign (code),
  CONSTRAINT freeze_phase CHECK (phase >= 0),
  CONSTRAINT freeze_hash CHECK (hash = encode(sha256(convert_to(snapshot, 'UTF8')), 'hex'))
);
CREATE FUNCTION freeze_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.phase > 0 AND NOT EXISTS (SELECT FROM campaign_phase p
      WHERE (p.campaign_code, p.position) = (NEW.campaign_code, NEW.phase)) THEN
    RAISE EXCEPTION 'freeze_of_no_phase' USING ERRCODE = 'foreign_key_violation';
  END IF;
  IF current_user = 'thads_app' AND ((SELECT c.state FROM campaign c WHERE c.code = NEW.campaign_code)
      IS DISTINCT FROM 'REVIEWING' OR NEW.frozen_by IS DISTINCT FROM current_setting('app.actor', true)) THEN
    RAISE EXCEPTION 'freeze_outside_review' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER freeze_guard BEFORE INSERT ON campaign_freeze FOR EACH ROW EXECUTE FUNCTION freeze_guard();
CREATE TRIGGER freeze_fixed BEFORE UPDATE OR DELETE ON campaign_freeze
  FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();
CREATE CONSTRAINT TRIGGER campaign_freeze_audited AFTER INSERT ON campaign_freeze
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fact_is_audited();
GRANT SELECT, INSERT ON campaign_freeze TO thads_app;
ALTER TABLE campaign_freeze ENABLE ROW LEVEL SECURITY;
-- Whose campaign it is writes; who sees the campaign reads, and the query leaves out rows of agencies out of reach.
CREATE POLICY freeze_seen ON campaign_freeze FOR SELECT TO thads_app
  USING (EXISTS (SELECT FROM campaign c WHERE c.code = campaign_code));
CREATE POLICY freeze_written ON campaign_freeze FOR INSERT TO thads_app
  WITH CHECK (EXISTS (SELECT FROM campaign c WHERE c.code = campaign_code
    AND ((SELECT current_setting('app.scope', true)) = '*'
      OR c.agency_code = ANY (string_to_array((SELECT current_setting('app.scope', true)), ',')))));
