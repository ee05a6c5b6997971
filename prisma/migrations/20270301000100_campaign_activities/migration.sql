-- Who takes part in campaigns, what they did, with evidence, and who verified it.

CREATE TABLE campaign_registration (
  campaign_code text NOT NULL,
  agency_code text NOT NULL,
  -- Empty: the agency itself.
  person text NOT NULL DEFAULT '',
  commitments text NOT NULL,
  registered_by text NOT NULL,
  registered_at timestamptz(3) NOT NULL,
  withdrawn_at timestamptz(3),
  CONSTRAINT campaign_registration_pkey PRIMARY KEY (campaign_code, agency_code, person),
  CONSTRAINT registration_campaign_fkey FOREIGN KEY (campaign_code) REFERENCES campaign (code),
  CONSTRAINT registration_agency_fkey FOREIGN KEY (agency_code) REFERENCES agency (code),
  CONSTRAINT registration_person CHECK (length(person) <= 200),
  CONSTRAINT registration_commitments CHECK (length(btrim(commitments)) BETWEEN 1 AND 2000)
);

CREATE TABLE campaign_activity (
  id uuid NOT NULL,
  campaign_code text NOT NULL,
  agency_code text NOT NULL,
  kind text NOT NULL,
  place text NOT NULL,
  happened_on date NOT NULL,
  beneficiary text NOT NULL DEFAULT '',
  quantity bigint NOT NULL,
  value_dong bigint,
  partners text NOT NULL DEFAULT '',
  description text NOT NULL,
  illustrative boolean NOT NULL DEFAULT false,
  state text NOT NULL DEFAULT 'REPORTED',
  reported_by text NOT NULL,
  reported_at timestamptz(3) NOT NULL,
  decided_by text,
  decided_at timestamptz(3),
  decided_words text NOT NULL DEFAULT '',
  CONSTRAINT campaign_activity_pkey PRIMARY KEY (id),
  CONSTRAINT activity_campaign_fkey FOREIGN KEY (campaign_code) REFERENCES campaign (code),
  CONSTRAINT activity_agency_fkey FOREIGN KEY (agency_code) REFERENCES agency (code),
  CONSTRAINT activity_kind CHECK (kind IN ('COMMUNE', 'HOUSE', 'MONEY', 'WORKDAY', 'GIFT', 'OUTREACH', 'PERSUASION',
    'LIVELIHOOD', 'OTHER')),
  CONSTRAINT activity_state CHECK (state IN ('REPORTED', 'VERIFIED', 'REJECTED', 'WITHDRAWN')),
  CONSTRAINT activity_words CHECK (length(btrim(place)) BETWEEN 1 AND 300 AND length(btrim(description)) BETWEEN 1 AND 2000),
  CONSTRAINT activity_quantity CHECK (quantity BETWEEN 1 AND 1000000000000 AND value_dong BETWEEN 0 AND 1000000000000000),
  CONSTRAINT activity_decided CHECK ((state IN ('VERIFIED', 'REJECTED')) = (decided_by IS NOT NULL)
    AND (decided_by IS NULL) = (decided_at IS NULL)),
  CONSTRAINT activity_four_eyes CHECK (decided_by <> reported_by),
  CONSTRAINT activity_rejected_with_words CHECK (state <> 'REJECTED' OR length(btrim(decided_words)) > 0)
);
CREATE INDEX campaign_activity_campaign ON campaign_activity (campaign_code, agency_code);
CREATE INDEX campaign_activity_claim ON campaign_activity (kind, happened_on);

CREATE TABLE campaign_evidence (
  id uuid NOT NULL,
  activity_id uuid NOT NULL,
  agency_code text NOT NULL,
  name text NOT NULL,
  type text NOT NULL,
  size integer NOT NULL,
  sha256 text NOT NULL,
  bytes bytea NOT NULL,
  added_by text NOT NULL,
  added_at timestamptz(3) NOT NULL,
  CONSTRAINT campaign_evidence_pkey PRIMARY KEY (id),
  CONSTRAINT evidence_activity_fkey FOREIGN KEY (activity_id) REFERENCES campaign_activity (id),
  CONSTRAINT evidence_type CHECK (type IN ('image/jpeg', 'image/png', 'application/pdf')),
  CONSTRAINT evidence_name CHECK (length(btrim(name)) BETWEEN 1 AND 200 AND name !~ '[[:cntrl:]/\\]'),
  CONSTRAINT evidence_size CHECK (size = octet_length(bytes) AND size BETWEEN 1 AND 5000000),
  CONSTRAINT evidence_content CHECK (CASE type
    WHEN 'image/jpeg' THEN substring(bytes FROM 1 FOR 3) = '\xffd8ff'
    WHEN 'image/png' THEN substring(bytes FROM 1 FOR 8) = '\x89504e470d0a1a0a'
    ELSE substring(bytes FROM 1 FOR 5) = '\x255044462d' END),
  CONSTRAINT evidence_hash CHECK (sha256 = encode(sha256(bytes), 'hex'))
);
CREATE UNIQUE INDEX campaign_evidence_once ON campaign_evidence (activity_id, sha256);
CREATE INDEX campaign_evidence_content ON campaign_evidence (sha256);

CREATE FUNCTION registration_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.campaign_code, NEW.agency_code, NEW.person)
      IS DISTINCT FROM (OLD.campaign_code, OLD.agency_code, OLD.person) THEN
    RAISE EXCEPTION 'registration_identity_is_fixed' USING ERRCODE = 'check_violation';
  END IF;
  IF current_user = 'thads_app' AND (SELECT c.state FROM campaign c WHERE c.code = NEW.campaign_code)
      NOT IN ('ISSUED', 'RUNNING') THEN
    RAISE EXCEPTION 'campaign_not_open' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER registration_guard BEFORE INSERT OR UPDATE ON campaign_registration
  FOR EACH ROW EXECUTE FUNCTION registration_guard();

-- What was reported is not rewritten: it is verified, rejected, or taken back.
CREATE FUNCTION activity_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moves text := OLD.state || '>' || NEW.state;
  held campaign;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT * INTO held FROM campaign c WHERE c.code = NEW.campaign_code;
    IF NOT NEW.happened_on BETWEEN held.starts_on AND held.ends_on THEN
      RAISE EXCEPTION 'activity_outside_campaign' USING ERRCODE = 'check_violation';
    END IF;
    IF current_user = 'thads_app' AND (NEW.state <> 'REPORTED'
        OR NEW.reported_by IS DISTINCT FROM current_setting('app.actor', true)) THEN
      RAISE EXCEPTION 'activity_starts_reported' USING ERRCODE = 'check_violation';
    END IF;
    IF current_user = 'thads_app' AND held.state NOT IN ('RUNNING', 'REVIEWING') THEN
      RAISE EXCEPTION 'campaign_not_open' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT (moves = ANY (ARRAY['REPORTED>VERIFIED', 'REPORTED>REJECTED', 'REPORTED>WITHDRAWN'])) THEN
    RAISE EXCEPTION 'activity_transition % is not allowed', moves USING ERRCODE = 'check_violation';
  END IF;
  IF to_jsonb(NEW) - ARRAY['state', 'decided_by', 'decided_at', 'decided_words']
      <> to_jsonb(OLD) - ARRAY['state', 'decided_by', 'decided_at', 'decided_words'] THEN
    RAISE EXCEPTION 'activity_is_fixed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER activity_guard BEFORE INSERT OR UPDATE ON campaign_activity
  FOR EACH ROW EXECUTE FUNCTION activity_guard();

CREATE FUNCTION evidence_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE held campaign_activity;
BEGIN
  SELECT * INTO held FROM campaign_activity a WHERE a.id = NEW.activity_id;
  IF held.agency_code IS DISTINCT FROM NEW.agency_code OR (current_user = 'thads_app' AND held.state <> 'REPORTED') THEN
    RAISE EXCEPTION 'evidence_of_another' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evidence_guard BEFORE INSERT ON campaign_evidence FOR EACH ROW EXECUTE FUNCTION evidence_guard();
CREATE TRIGGER evidence_fixed BEFORE UPDATE OR DELETE ON campaign_evidence
  FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();

DO $$ DECLARE fact text; BEGIN
  FOREACH fact IN ARRAY ARRAY['campaign_registration', 'campaign_activity', 'campaign_evidence'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fact_is_audited()', fact || '_audited', fact);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', fact);
    EXECUTE format($p$CREATE POLICY agency_scope ON %I TO thads_app
      USING ((SELECT current_setting('app.scope', true)) = '*'
        OR agency_code = ANY (string_to_array((SELECT current_setting('app.scope', true)), ',')))$p$, fact);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON campaign_registration, campaign_activity TO thads_app;
GRANT SELECT, INSERT ON campaign_evidence TO thads_app;
