-- Emulation campaigns as documents: head, phases with their own scoring windows, and lines of three kinds.

CREATE TABLE campaign (
  code text NOT NULL,
  agency_code text NOT NULL,
  parent_code text,
  -- Movements of others that it takes up beside the one it is launched under.
  responds_to text[] NOT NULL DEFAULT '{}',
  kind text NOT NULL,
  level text NOT NULL,
  name text NOT NULL,
  slogan text NOT NULL DEFAULT '',
  launched_by text NOT NULL DEFAULT '',
  -- Both days included, as the documents say them.
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  -- The cumulative month whose figures are scored; NULL when no figure is.
  scoring_year integer,
  scoring_month integer,
  scope_kinds text[] NOT NULL,
  -- Agencies with all below them.
  scope_agencies text[] NOT NULL,
  basis jsonb NOT NULL DEFAULT '[]',
  state text NOT NULL DEFAULT 'DRAFT',
  version integer NOT NULL DEFAULT 1,
  illustrative boolean NOT NULL DEFAULT false,
  source text NOT NULL DEFAULT '',
  drafted_by text NOT NULL,
  drafted_at timestamptz(3) NOT NULL,
  issued_by text,
  issued_at timestamptz(3),
  closed_at timestamptz(3),
  CONSTRAINT campaign_pkey PRIMARY KEY (code),
  CONSTRAINT campaign_code_slug CHECK (code ~ '^[a-z0-9](-?[a-z0-9])*$' AND length(code) BETWEEN 3 AND 64),
  CONSTRAINT campaign_agency_fkey FOREIGN KEY (agency_code) REFERENCES agency (code),
  CONSTRAINT campaign_parent_fkey FOREIGN KEY (parent_code) REFERENCES campaign (code),
  CONSTRAINT campaign_not_own_parent CHECK (parent_code <> code),
  CONSTRAINT campaign_kind CHECK (kind IN ('PLAN', 'MOVEMENT', 'THEMATIC', 'PEAK')),
  CONSTRAINT campaign_level CHECK (level IN ('STATE', 'MINISTRY', 'SYSTEM', 'PROVINCE', 'DISTRICT')),
  CONSTRAINT campaign_state CHECK (state IN ('DRAFT', 'ISSUED', 'RUNNING', 'REVIEWING', 'CLOSED')),
  CONSTRAINT campaign_named CHECK (length(btrim(name)) BETWEEN 1 AND 500),
  CONSTRAINT campaign_order CHECK (starts_on <= ends_on),
  CONSTRAINT campaign_scoring CHECK (num_nulls(scoring_year, scoring_month) IN (0, 2) AND scoring_month BETWEEN 1 AND 12),
  CONSTRAINT campaign_scope CHECK (scope_kinds <@ ARRAY['PROVINCE', 'DISTRICT'] AND cardinality(scope_kinds) > 0
    AND cardinality(scope_agencies) BETWEEN 1 AND 100),
  CONSTRAINT campaign_basis CHECK (jsonb_typeof(basis) = 'array'),
  CONSTRAINT campaign_issued CHECK ((state = 'DRAFT') = (issued_by IS NULL) AND (issued_by IS NULL) = (issued_at IS NULL)),
  CONSTRAINT campaign_closed CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL))
);
CREATE INDEX campaign_parent ON campaign (parent_code);

CREATE TABLE campaign_phase (
  campaign_code text NOT NULL,
  position integer NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  scoring_year integer,
  scoring_month integer,
  review text,
  review_on date,
  review_with text NOT NULL DEFAULT '',
  anniversaries jsonb NOT NULL DEFAULT '[]',
  CONSTRAINT campaign_phase_pkey PRIMARY KEY (campaign_code, position),
  CONSTRAINT campaign_phase_campaign_fkey FOREIGN KEY (campaign_code) REFERENCES campaign (code)
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT campaign_phase_position CHECK (position BETWEEN 1 AND 50),
  CONSTRAINT campaign_phase_kind CHECK (kind IN ('PHASE', 'PEAK')),
  CONSTRAINT campaign_phase_named CHECK (length(btrim(name)) BETWEEN 1 AND 300),
  CONSTRAINT campaign_phase_order CHECK (starts_on <= ends_on),
  CONSTRAINT campaign_phase_scoring
    CHECK (num_nulls(scoring_year, scoring_month) IN (0, 2) AND scoring_month BETWEEN 1 AND 12),
  CONSTRAINT campaign_phase_review CHECK (review IN ('INTERIM', 'FINAL') AND (review_on IS NULL OR review IS NOT NULL)),
  CONSTRAINT campaign_phase_anniversaries CHECK (jsonb_typeof(anniversaries) = 'array')
);

/* What a campaign asks for: an indicator (live from the reports), things to be done and counted, a day to be kept;
   tasks and ways of working are followed without a verdict. */
CREATE TABLE campaign_line (
  campaign_code text NOT NULL,
  position integer NOT NULL,
  kind text NOT NULL,
  phase integer,
  wording text NOT NULL,
  scope text NOT NULL,
  indicator text,
  comparison text,
  basis_points integer,
  count_value bigint,
  baseline_year integer,
  bands jsonb,
  activity text,
  quantity bigint,
  due_on date,
  source text NOT NULL DEFAULT '',
  CONSTRAINT campaign_line_pkey PRIMARY KEY (campaign_code, position),
  CONSTRAINT campaign_line_campaign_fkey FOREIGN KEY (campaign_code) REFERENCES campaign (code)
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT campaign_line_phase_fkey FOREIGN KEY (campaign_code, phase)
    REFERENCES campaign_phase (campaign_code, position),
  CONSTRAINT campaign_line_position CHECK (position BETWEEN 1 AND 200),
  CONSTRAINT campaign_line_kind CHECK (kind IN ('INDICATOR', 'ACTIVITY', 'MILESTONE', 'TASK', 'SOLUTION')),
  CONSTRAINT campaign_line_worded CHECK (length(btrim(wording)) BETWEEN 1 AND 2000),
  CONSTRAINT campaign_line_scope CHECK (scope IN ('EACH', 'TOTAL')),
  CONSTRAINT campaign_line_activity CHECK (activity IN ('COMMUNE', 'HOUSE', 'MONEY', 'WORKDAY', 'GIFT', 'OUTREACH',
    'PERSUASION', 'LIVELIHOOD', 'OTHER')),
  CONSTRAINT campaign_line_range CHECK (basis_points BETWEEN 0 AND 10000 AND count_value >= 0 AND quantity > 0),
  CONSTRAINT campaign_line_indicator CHECK (coalesce(indicator_kind(indicator), '') <> 'qualitative'
    AND (indicator IS NULL OR indicator_kind(indicator) IS NOT NULL)),
  CONSTRAINT campaign_line_shape CHECK (CASE kind
    WHEN 'INDICATOR' THEN num_nulls(indicator, comparison) = 0 AND num_nulls(activity, quantity, due_on) = 3
    WHEN 'ACTIVITY' THEN num_nulls(activity, quantity) = 0 AND num_nulls(indicator, comparison, bands) = 3
    WHEN 'MILESTONE' THEN due_on IS NOT NULL AND num_nulls(indicator, comparison, bands, activity, quantity) = 5
    ELSE num_nulls(indicator, comparison, bands, activity, quantity, due_on) = 6 END),
  CONSTRAINT campaign_line_demand CHECK (kind <> 'INDICATOR' OR CASE
    WHEN bands IS NOT NULL THEN jsonb_typeof(bands) = 'array' AND indicator_kind(indicator) = 'ratio'
      AND comparison IN ('above', 'atLeast') AND num_nulls(basis_points, count_value, baseline_year) = 3
    WHEN comparison = 'higherThanBaseline' THEN baseline_year IS NOT NULL AND num_nulls(basis_points, count_value) = 2
      AND indicator_kind(indicator) = 'ratio'
    WHEN comparison NOT IN ('above', 'atLeast', 'equal') THEN false
    WHEN indicator_kind(indicator) = 'count' THEN count_value IS NOT NULL AND basis_points IS NULL
    ELSE basis_points IS NOT NULL AND count_value IS NULL END)
);

-- A campaign moves forward in steps of one version; what was issued is not rewritten.
CREATE FUNCTION campaign_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE moves text := OLD.state || '>' || NEW.state;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF current_user = 'thads_app' AND (NEW.state <> 'DRAFT' OR NEW.version <> 1) THEN
      RAISE EXCEPTION 'campaign_starts_as_draft' USING ERRCODE = 'check_violation';
    END IF;
  ELSE
    IF (NEW.code, NEW.agency_code) IS DISTINCT FROM (OLD.code, OLD.agency_code) THEN
      RAISE EXCEPTION 'campaign_identity_is_fixed' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.version <> OLD.version + 1 THEN
      RAISE EXCEPTION 'campaign_version_must_step' USING ERRCODE = 'serialization_failure';
    END IF;
    IF NOT (moves = ANY (ARRAY['DRAFT>DRAFT', 'DRAFT>ISSUED', 'ISSUED>RUNNING', 'RUNNING>REVIEWING',
        'REVIEWING>RUNNING', 'REVIEWING>CLOSED'])) THEN
      RAISE EXCEPTION 'campaign_transition % is not allowed', moves USING ERRCODE = 'check_violation';
    END IF;
    IF moves <> 'DRAFT>DRAFT'
        AND to_jsonb(NEW) - ARRAY['state', 'version', 'issued_by', 'issued_at', 'closed_at']
         <> to_jsonb(OLD) - ARRAY['state', 'version', 'issued_by', 'issued_at', 'closed_at'] THEN
      RAISE EXCEPTION 'campaign_is_fixed' USING ERRCODE = 'check_violation';
    END IF;
    IF OLD.state <> 'DRAFT' AND (NEW.issued_by, NEW.issued_at) IS DISTINCT FROM (OLD.issued_by, OLD.issued_at) THEN
      RAISE EXCEPTION 'campaign_is_fixed' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  IF NEW.parent_code IS NOT NULL AND EXISTS (
      WITH RECURSIVE above AS (
        SELECT c.code, c.parent_code FROM campaign c WHERE c.code = NEW.parent_code
        UNION SELECT c.code, c.parent_code FROM campaign c JOIN above a ON c.code = a.parent_code)
      SELECT FROM above WHERE above.code = NEW.code) THEN
    RAISE EXCEPTION 'campaign_under_itself' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM unnest(NEW.responds_to) r WHERE r = NEW.code OR NOT EXISTS (
      SELECT FROM campaign c WHERE c.code = r)) THEN
    RAISE EXCEPTION 'campaign_responds_to_nothing' USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER campaign_guard BEFORE INSERT OR UPDATE ON campaign FOR EACH ROW EXECUTE FUNCTION campaign_guard();

CREATE FUNCTION campaign_part_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v_code text := CASE WHEN TG_OP = 'DELETE' THEN OLD.campaign_code ELSE NEW.campaign_code END;
BEGIN
  IF current_user = 'thads_app' AND (SELECT c.state FROM campaign c WHERE c.code = v_code FOR SHARE) IS DISTINCT FROM 'DRAFT' THEN
    RAISE EXCEPTION 'campaign_is_fixed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER campaign_phase_guard BEFORE INSERT OR UPDATE OR DELETE ON campaign_phase
  FOR EACH ROW EXECUTE FUNCTION campaign_part_guard();
CREATE TRIGGER campaign_line_guard BEFORE INSERT OR UPDATE OR DELETE ON campaign_line
  FOR EACH ROW EXECUTE FUNCTION campaign_part_guard();

DO $$ DECLARE fact text; BEGIN
  FOREACH fact IN ARRAY ARRAY['campaign', 'campaign_phase', 'campaign_line'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fact_is_audited()', fact || '_audited', fact);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', fact);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON campaign TO thads_app;
GRANT SELECT, INSERT, DELETE ON campaign_phase, campaign_line TO thads_app;

-- Issued campaigns are read by the whole system; drafts by those they belong to, who alone write.
CREATE POLICY campaign_seen ON campaign FOR SELECT TO thads_app USING (state <> 'DRAFT'
  OR (SELECT current_setting('app.scope', true)) = '*'
  OR agency_code = ANY (string_to_array((SELECT current_setting('app.scope', true)), ',')));
CREATE POLICY campaign_scope ON campaign TO thads_app USING ((SELECT current_setting('app.scope', true)) = '*'
  OR agency_code = ANY (string_to_array((SELECT current_setting('app.scope', true)), ',')));
CREATE POLICY campaign_phase_scope ON campaign_phase TO thads_app
  USING (EXISTS (SELECT FROM campaign c WHERE c.code = campaign_code));
CREATE POLICY campaign_line_scope ON campaign_line TO thads_app
  USING (EXISTS (SELECT FROM campaign c WHERE c.code = campaign_code));
