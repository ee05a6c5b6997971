-- Councils with dated membership, and secret ballots. While a ballot is open the database holds sealed sheets only, and
-- the application's role can neither read nor write them but through the functions below.

CREATE TABLE council (
  id uuid NOT NULL,
  agency_code text NOT NULL,
  level text NOT NULL,
  name text NOT NULL,
  decision text NOT NULL,
  valid_from date NOT NULL,
  valid_until date,
  illustrative boolean NOT NULL DEFAULT false,
  CONSTRAINT council_pkey PRIMARY KEY (id),
  CONSTRAINT council_agency_fkey FOREIGN KEY (agency_code) REFERENCES agency (code),
  CONSTRAINT council_level CHECK (level IN ('AGENCY', 'DEPARTMENT', 'MINISTRY')),
  CONSTRAINT council_named CHECK (length(btrim(name)) BETWEEN 1 AND 200 AND length(btrim(decision)) BETWEEN 1 AND 100),
  CONSTRAINT council_not_empty CHECK (valid_until IS NULL OR valid_until > valid_from),
  CONSTRAINT council_one_a_level
    EXCLUDE USING gist (agency_code WITH =, level WITH =, daterange(valid_from, valid_until) WITH &&)
);

CREATE TABLE council_seat (
  id uuid NOT NULL,
  council_id uuid NOT NULL REFERENCES council (id),
  user_id uuid NOT NULL REFERENCES user_account (id),
  role text NOT NULL,
  valid_from date NOT NULL,
  valid_until date,
  CONSTRAINT council_seat_pkey PRIMARY KEY (id),
  CONSTRAINT council_seat_role CHECK (role IN ('CHAIR', 'DEPUTY', 'SECRETARY', 'MEMBER', 'SUBSTITUTE')),
  CONSTRAINT council_seat_not_empty CHECK (valid_until IS NULL OR valid_until >= valid_from),
  CONSTRAINT council_seat_one_a_person
    EXCLUDE USING gist (council_id WITH =, user_id WITH =, daterange(valid_from, valid_until) WITH &&),
  CONSTRAINT council_seat_one_chair
    EXCLUDE USING gist (council_id WITH =, role WITH =, daterange(valid_from, valid_until) WITH &&)
    WHERE (role IN ('CHAIR', 'SECRETARY'))
);

CREATE TABLE ballot (
  id uuid NOT NULL,
  council_id uuid NOT NULL REFERENCES council (id),
  title text NOT NULL,
  round integer NOT NULL DEFAULT 1,
  previous_id uuid REFERENCES ballot (id),
  rule jsonb NOT NULL,
  state text NOT NULL DEFAULT 'DRAFT',
  version integer NOT NULL DEFAULT 1,
  record text,
  record_hash text,
  public_key text,
  prepared_by text NOT NULL,
  prepared_at timestamptz(3) NOT NULL,
  opened_at timestamptz(3),
  closed_at timestamptz(3),
  ended_at timestamptz(3),
  reason text,
  illustrative boolean NOT NULL DEFAULT false,
  CONSTRAINT ballot_pkey PRIMARY KEY (id),
  CONSTRAINT ballot_state CHECK (state IN ('DRAFT', 'OPEN', 'CLOSED', 'COUNTED', 'CANCELLED')),
  CONSTRAINT ballot_round CHECK (round BETWEEN 1 AND 9 AND (round = 1) = (previous_id IS NULL)),
  CONSTRAINT ballot_titled CHECK (length(btrim(title)) BETWEEN 1 AND 200),
  CONSTRAINT ballot_frozen CHECK (state IN ('DRAFT', 'CANCELLED')
    OR num_nulls(record, record_hash, public_key, opened_at) = 0),
  CONSTRAINT ballot_record_hash CHECK (record_hash = encode(sha256(convert_to(record, 'UTF8')), 'hex')),
  CONSTRAINT ballot_public_key CHECK (public_key ~ '^[0-9a-f]{64}$'),
  CONSTRAINT ballot_closed CHECK (state NOT IN ('CLOSED', 'COUNTED') OR closed_at IS NOT NULL),
  CONSTRAINT ballot_ended CHECK ((state IN ('COUNTED', 'CANCELLED')) = (ended_at IS NOT NULL)),
  CONSTRAINT ballot_cancelled CHECK (state <> 'CANCELLED' OR length(btrim(reason)) BETWEEN 1 AND 500)
);

CREATE TABLE ballot_nominee (
  ballot_id uuid NOT NULL REFERENCES ballot (id),
  slot integer NOT NULL,
  subject text NOT NULL,
  award text NOT NULL,
  CONSTRAINT ballot_nominee_pkey PRIMARY KEY (ballot_id, slot),
  CONSTRAINT ballot_nominee_slot CHECK (slot BETWEEN 1 AND 60000),
  CONSTRAINT ballot_nominee_named CHECK (length(btrim(subject)) BETWEEN 1 AND 200 AND length(btrim(award)) BETWEEN 1 AND 100)
);

-- The roll. In a draft it holds only those kept out by a conflict of interest; opening completes and freezes it.
CREATE TABLE ballot_seat (
  ballot_id uuid NOT NULL REFERENCES ballot (id),
  user_id uuid NOT NULL REFERENCES user_account (id),
  standing text NOT NULL,
  voted boolean NOT NULL DEFAULT false,
  CONSTRAINT ballot_seat_pkey PRIMARY KEY (ballot_id, user_id),
  CONSTRAINT ballot_seat_standing CHECK (standing IN ('VOTER', 'RECUSED') AND (standing = 'VOTER' OR NOT voted))
);

CREATE TABLE ballot_holder (
  ballot_id uuid NOT NULL REFERENCES ballot (id),
  position integer NOT NULL,
  user_id uuid NOT NULL REFERENCES user_account (id),
  public_key text,
  share text,
  passed_to integer,
  passed_share text,
  CONSTRAINT ballot_holder_pkey PRIMARY KEY (ballot_id, position),
  CONSTRAINT ballot_holder_person UNIQUE (ballot_id, user_id),
  CONSTRAINT ballot_holder_three CHECK (position BETWEEN 1 AND 3 AND passed_to BETWEEN 1 AND 3 AND passed_to <> position),
  CONSTRAINT ballot_holder_key CHECK (public_key ~ '^[0-9a-f]{64}$'),
  CONSTRAINT ballot_holder_share CHECK (share ~ '^[0-9a-f]{162}$' AND passed_share ~ '^[0-9a-f]{162}$'),
  CONSTRAINT ballot_holder_passed CHECK (passed_share IS NULL OR passed_to IS NOT NULL)
);

-- One row a voter until the count. No moment is kept.
CREATE TABLE ballot_sheet (
  ballot_id uuid NOT NULL REFERENCES ballot (id),
  user_id uuid NOT NULL,
  sheet text[] NOT NULL,
  receipt text NOT NULL,
  CONSTRAINT ballot_sheet_pkey PRIMARY KEY (ballot_id, user_id),
  CONSTRAINT ballot_sheet_receipt UNIQUE (ballot_id, receipt),
  CONSTRAINT ballot_sheet_seat FOREIGN KEY (ballot_id, user_id) REFERENCES ballot_seat (ballot_id, user_id),
  CONSTRAINT ballot_sheet_named CHECK (receipt = encode(sha256(convert_to(array_to_string(sheet, E'\n'), 'UTF8')), 'hex'))
);

CREATE TABLE ballot_opinion (
  ballot_id uuid NOT NULL REFERENCES ballot (id),
  user_id uuid NOT NULL,
  slot integer NOT NULL,
  choice text NOT NULL,
  document text NOT NULL,
  CONSTRAINT ballot_opinion_pkey PRIMARY KEY (ballot_id, user_id, slot),
  CONSTRAINT ballot_opinion_seat FOREIGN KEY (ballot_id, user_id) REFERENCES ballot_seat (ballot_id, user_id),
  CONSTRAINT ballot_opinion_nominee FOREIGN KEY (ballot_id, slot) REFERENCES ballot_nominee (ballot_id, slot),
  CONSTRAINT ballot_opinion_choice CHECK (choice IN ('agree', 'disagree', 'none')),
  CONSTRAINT ballot_opinion_document CHECK (length(btrim(document)) BETWEEN 1 AND 100)
);

CREATE TABLE ballot_receipt (
  ballot_id uuid NOT NULL REFERENCES ballot (id),
  receipt text NOT NULL,
  CONSTRAINT ballot_receipt_pkey PRIMARY KEY (ballot_id, receipt)
);

CREATE TABLE ballot_vote (
  ballot_id uuid NOT NULL REFERENCES ballot (id),
  slot integer NOT NULL,
  mark text NOT NULL,
  choice text NOT NULL,
  CONSTRAINT ballot_vote_pkey PRIMARY KEY (ballot_id, slot, mark),
  CONSTRAINT ballot_vote_nominee FOREIGN KEY (ballot_id, slot) REFERENCES ballot_nominee (ballot_id, slot),
  CONSTRAINT ballot_vote_mark CHECK (mark ~ '^[0-9a-f]{32}$'),
  CONSTRAINT ballot_vote_choice CHECK (choice IN ('agree', 'disagree', 'none'))
);

CREATE FUNCTION app_actor() RETURNS text LANGUAGE sql STABLE AS $$ SELECT current_setting('app.actor', true) $$;

/* The state of a ballot, held until the transaction ends: closing waits for those who cast, and they for it. */
CREATE FUNCTION ballot_held(p_ballot uuid) RETURNS text LANGUAGE plpgsql AS $$
DECLARE found text;
BEGIN
  SELECT state INTO found FROM ballot WHERE id = p_ballot FOR SHARE;
  RETURN coalesce(found, 'NONE');
END $$;

CREATE FUNCTION ballot_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE moves text := coalesce(OLD.state, '') || '>' || NEW.state;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'DRAFT' THEN RAISE EXCEPTION 'ballot_transition %', moves USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW.council_id, NEW.round, NEW.previous_id, NEW.title, NEW.rule, NEW.prepared_by, NEW.prepared_at)
     IS DISTINCT FROM (OLD.id, OLD.council_id, OLD.round, OLD.previous_id, OLD.title, OLD.rule, OLD.prepared_by, OLD.prepared_at)
     OR (OLD.state <> 'DRAFT' AND (NEW.record, NEW.public_key, NEW.opened_at)
     IS DISTINCT FROM (OLD.record, OLD.public_key, OLD.opened_at)) THEN
    RAISE EXCEPTION 'ballot_is_fixed' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.version <> OLD.version + 1 THEN
    RAISE EXCEPTION 'ballot_version_must_step' USING ERRCODE = 'serialization_failure';
  END IF;
  IF moves <> ALL (ARRAY['DRAFT>OPEN', 'OPEN>CLOSED', 'CLOSED>COUNTED', 'DRAFT>CANCELLED', 'OPEN>CANCELLED',
      'CLOSED>CANCELLED']) THEN
    RAISE EXCEPTION 'ballot_transition %', moves USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ballot_guard BEFORE INSERT OR UPDATE ON ballot FOR EACH ROW EXECUTE FUNCTION ballot_guard();

/* Closing publishes the receipts in their own order and who voted; counting and cancelling forget what was sealed. */
CREATE FUNCTION ballot_follows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  IF NEW.state = 'CLOSED' THEN
    INSERT INTO ballot_receipt (ballot_id, receipt)
      SELECT ballot_id, receipt FROM ballot_sheet WHERE ballot_id = NEW.id ORDER BY receipt;
    UPDATE ballot_seat s SET voted = true FROM ballot_sheet c
      WHERE s.ballot_id = NEW.id AND (c.ballot_id, c.user_id) = (s.ballot_id, s.user_id);
  ELSIF NEW.state IN ('COUNTED', 'CANCELLED') THEN
    DELETE FROM ballot_sheet WHERE ballot_id = NEW.id;
    UPDATE ballot_holder SET share = NULL, passed_share = NULL WHERE ballot_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER ballot_follows AFTER UPDATE OF state ON ballot FOR EACH ROW EXECUTE FUNCTION ballot_follows();

/* A count is whole: as many voices about every nominee as receipts. */
CREATE FUNCTION ballot_counts_whole() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  IF NEW.state = 'COUNTED' AND EXISTS (
    SELECT FROM ballot_nominee n WHERE n.ballot_id = NEW.id AND
      (SELECT count(*) FROM ballot_vote v WHERE (v.ballot_id, v.slot) = (n.ballot_id, n.slot)) <>
      (SELECT count(*) FROM ballot_receipt r WHERE r.ballot_id = n.ballot_id)) THEN
    RAISE EXCEPTION 'ballot_count_not_whole' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ballot_counts_whole AFTER UPDATE ON ballot
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ballot_counts_whole();

/* What belongs to a ballot is written only while its state allows, whoever writes. */
CREATE FUNCTION ballot_part_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE now_in text;
BEGIN
  IF pg_trigger_depth() > 1 THEN RETURN NEW; END IF;
  now_in := ballot_held(NEW.ballot_id);
  IF now_in <> ALL (TG_ARGV) THEN
    RAISE EXCEPTION 'ballot_not_open_for %: %', TG_TABLE_NAME, now_in USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME <> 'ballot_holder' AND TG_TABLE_NAME <> 'ballot_sheet' THEN
    RAISE EXCEPTION 'ballot_is_fixed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ballot_nominee_guard BEFORE INSERT OR UPDATE ON ballot_nominee
  FOR EACH ROW EXECUTE FUNCTION ballot_part_guard('DRAFT');
CREATE TRIGGER ballot_seat_guard BEFORE INSERT OR UPDATE ON ballot_seat
  FOR EACH ROW EXECUTE FUNCTION ballot_part_guard('DRAFT');
CREATE TRIGGER ballot_holder_guard BEFORE INSERT OR UPDATE ON ballot_holder
  FOR EACH ROW EXECUTE FUNCTION ballot_part_guard('DRAFT', 'CLOSED');
CREATE TRIGGER ballot_sheet_guard BEFORE INSERT OR UPDATE ON ballot_sheet
  FOR EACH ROW EXECUTE FUNCTION ballot_part_guard('OPEN');
CREATE TRIGGER ballot_opinion_guard BEFORE INSERT OR UPDATE ON ballot_opinion
  FOR EACH ROW EXECUTE FUNCTION ballot_part_guard('OPEN');
CREATE TRIGGER ballot_vote_guard BEFORE INSERT OR UPDATE ON ballot_vote
  FOR EACH ROW EXECUTE FUNCTION ballot_part_guard('CLOSED');

/* Nobody speaks twice: a sheet or a written opinion. */
CREATE FUNCTION ballot_speaks_once() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM ballot_seat s WHERE (s.ballot_id, s.user_id) = (NEW.ballot_id, NEW.user_id)
      AND s.standing = 'VOTER') THEN
    RAISE EXCEPTION 'ballot_no_voter' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW.ballot_id || ' ' || NEW.user_id, 0));
  IF (TG_TABLE_NAME = 'ballot_sheet' AND EXISTS (SELECT FROM ballot_opinion o
        WHERE (o.ballot_id, o.user_id) = (NEW.ballot_id, NEW.user_id)))
     OR (TG_TABLE_NAME = 'ballot_opinion' AND EXISTS (SELECT FROM ballot_sheet c
        WHERE (c.ballot_id, c.user_id) = (NEW.ballot_id, NEW.user_id))) THEN
    RAISE EXCEPTION 'ballot_spoke_already' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ballot_sheet_once BEFORE INSERT OR UPDATE ON ballot_sheet
  FOR EACH ROW EXECUTE FUNCTION ballot_speaks_once();
CREATE TRIGGER ballot_opinion_once BEFORE INSERT ON ballot_opinion
  FOR EACH ROW EXECUTE FUNCTION ballot_speaks_once();

/* Puts the actor's own sealed sheet in, in place of an earlier one. */
CREATE FUNCTION ballot_cast(p_ballot uuid, p_sheet text[], p_receipt text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  IF cardinality(p_sheet) <> (SELECT count(*) FROM ballot_nominee WHERE ballot_id = p_ballot)
     OR EXISTS (SELECT FROM unnest(p_sheet) voice WHERE voice !~ '^[0-9a-f]{198}$') THEN
    RAISE EXCEPTION 'ballot_sheet_malformed' USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO ballot_sheet AS s (ballot_id, user_id, sheet, receipt)
    VALUES (p_ballot, app_actor()::uuid, p_sheet, p_receipt)
    ON CONFLICT (ballot_id, user_id) DO UPDATE SET sheet = EXCLUDED.sheet, receipt = EXCLUDED.receipt;
END $$;

/* The actor's own receipt while the sheet is sealed. */
CREATE FUNCTION ballot_own_receipt(p_ballot uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path FROM CURRENT AS $$
  SELECT receipt FROM ballot_sheet WHERE ballot_id = p_ballot AND user_id::text = app_actor()
$$;

/* The voices of a closed ballot for one of its key holders: without voters, nominee by nominee, in the order of their
   bytes. A sheet holds one voice a nominee, in the order of their slots. */
CREATE FUNCTION ballot_voices(p_ballot uuid) RETURNS TABLE (slot int, voice text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path FROM CURRENT AS $$
  SELECT n.slot, s.sheet[n.place] FROM ballot b
  JOIN (SELECT ballot_id, slot, row_number() OVER (ORDER BY slot) AS place FROM ballot_nominee WHERE ballot_id = p_ballot) n
    ON n.ballot_id = b.id
  JOIN ballot_sheet s ON s.ballot_id = b.id
  WHERE b.id = p_ballot AND b.state = 'CLOSED'
    AND EXISTS (SELECT FROM ballot_holder h WHERE h.ballot_id = b.id AND h.user_id::text = app_actor())
  ORDER BY n.slot, s.sheet[n.place]
$$;

/* Coarse second line: whom a ballot concerns. One kept out by a conflict of interest sees nothing of it. */
CREATE FUNCTION ballot_in_view(p_ballot uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path FROM CURRENT AS $$
  SELECT NOT EXISTS (SELECT FROM ballot_seat s WHERE s.ballot_id = p_ballot AND s.standing = 'RECUSED'
      AND s.user_id::text = app_actor())
    AND (current_setting('app.scope', true) = '*'
      OR EXISTS (SELECT FROM ballot_seat s WHERE s.ballot_id = p_ballot AND s.user_id::text = app_actor())
      OR EXISTS (SELECT FROM ballot_holder h WHERE h.ballot_id = p_ballot AND h.user_id::text = app_actor())
      OR EXISTS (SELECT FROM ballot b JOIN council_seat c ON c.council_id = b.council_id
        WHERE b.id = p_ballot AND c.user_id::text = app_actor()))
$$;

/* Who has cast so far, for those who run the ballot. */
CREATE FUNCTION ballot_turnout(p_ballot uuid) RETURNS TABLE (user_id uuid) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path FROM CURRENT AS $$
  SELECT s.user_id FROM ballot_sheet s WHERE s.ballot_id = p_ballot AND ballot_in_view(p_ballot) ORDER BY s.user_id
$$;

DO $$ DECLARE part text; BEGIN
  FOREACH part IN ARRAY ARRAY['council', 'council_seat', 'ballot', 'ballot_nominee', 'ballot_seat', 'ballot_holder',
    'ballot_sheet', 'ballot_opinion', 'ballot_receipt', 'ballot_vote'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fact_is_audited()', part || '_audited', part);
  END LOOP;
  FOREACH part IN ARRAY ARRAY['ballot_nominee', 'ballot_seat', 'ballot_holder', 'ballot_opinion', 'ballot_receipt',
    'ballot_vote'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', part);
    EXECUTE format('CREATE POLICY ballot_scope ON %I TO thads_app USING (ballot_in_view(ballot_id))', part);
  END LOOP;
END $$;
ALTER TABLE ballot_sheet ENABLE ROW LEVEL SECURITY;
ALTER TABLE ballot ENABLE ROW LEVEL SECURITY;
CREATE POLICY ballot_scope ON ballot TO thads_app USING (ballot_in_view(id)) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE ON council, council_seat, ballot, ballot_holder TO thads_app;
GRANT SELECT, INSERT ON ballot_nominee, ballot_seat, ballot_opinion, ballot_vote TO thads_app;
GRANT SELECT ON ballot_receipt TO thads_app;
