-- The case register: cases, their events, who works on them, whose they are, and the sums that the form reads.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

/* Lower case without Vietnamese diacritics, as foldText() does it; immutable, so that indexes may use it. */
CREATE FUNCTION fold_text(p text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT lower(translate(normalize(p, NFC),
    'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ',
    'aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyydaaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd')) $$;

/* Months of statistical years as one number: year * 12 + month - 1; October is the first month of the next year. */
CREATE FUNCTION ym_of(p_day date) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
  $$ SELECT extract(year FROM p_day)::int * 12 + extract(month FROM p_day)::int + 2 $$;

-- The state machine, as data -----------------------------------------------------------------------
CREATE TABLE case_state (
  state text NOT NULL,
  column_name text,
  CONSTRAINT case_state_pkey PRIMARY KEY (state)
);
CREATE TABLE case_kind (
  kind text NOT NULL,
  effect text NOT NULL,
  flow_column text,
  to_state text,
  needs text,
  CONSTRAINT case_kind_pkey PRIMARY KEY (kind)
);
CREATE TABLE case_transition (
  kind text NOT NULL,
  from_state text NOT NULL,
  CONSTRAINT case_transition_pkey PRIMARY KEY (kind, from_state)
);
INSERT INTO case_state (state, column_name) VALUES
  ('ACCEPTED', 'inProgress'),
  ('IN_PROGRESS', 'inProgress'),
  ('POSTPONED_BY_AGREEMENT', 'postponedByAgreement'),
  ('SUSPENDED_ELIGIBLE', 'suspendedEligible'),
  ('OTHER_ELIGIBLE', 'otherEligible'),
  ('NO_CONDITION', 'noCondition'),
  ('POSTPONED_OTHER', 'postponedOrSuspendedOther'),
  ('SUSPENDED_OTHER', 'postponedOrSuspendedOther'),
  ('SEPARATE_REGISTER', 'separateRegister'),
  ('COMPLETED', NULL),
  ('TERMINATED', NULL),
  ('ENTRUSTED_OUT', NULL),
  ('WITHDRAWN', NULL),
  ('PULLED_UP', NULL),
  ('VOID', NULL);
INSERT INTO case_kind (kind, effect, flow_column, to_state, needs) VALUES
  ('ACCEPTED', 'START', 'newlyAccepted', 'ACCEPTED', NULL),
  ('ENTRUSTED_IN', 'START', 'newlyAccepted', 'ACCEPTED', NULL),
  ('PULLED_UP_IN', 'START', 'newlyAccepted', 'ACCEPTED', NULL),
  ('ENTERED_REGISTER', 'START', NULL, 'SEPARATE_REGISTER', NULL),
  ('VERIFIED', 'NOTE', NULL, NULL, NULL),
  ('CLASSIFIED_ELIGIBLE', 'STATE', NULL, 'IN_PROGRESS', NULL),
  ('CLASSIFIED_OTHER_ELIGIBLE', 'STATE', NULL, 'OTHER_ELIGIBLE', NULL),
  ('CLASSIFIED_NO_CONDITION', 'STATE', NULL, 'NO_CONDITION', NULL),
  ('POSTPONED_BY_AGREEMENT', 'STATE', NULL, 'POSTPONED_BY_AGREEMENT', NULL),
  ('POSTPONED_OTHER', 'STATE', NULL, 'POSTPONED_OTHER', NULL),
  ('SUSPENDED_ELIGIBLE', 'STATE', NULL, 'SUSPENDED_ELIGIBLE', NULL),
  ('SUSPENDED_OTHER', 'STATE', NULL, 'SUSPENDED_OTHER', NULL),
  ('RESUMED', 'STATE', NULL, 'IN_PROGRESS', NULL),
  ('PART_SET_ASIDE', 'ASIDE', NULL, NULL, NULL),
  ('COLLECTED', 'PART', 'completed', NULL, NULL),
  ('PARTLY_DONE', 'NOTE', NULL, NULL, NULL),
  ('REDUCED', 'PART', 'reduced', NULL, NULL),
  ('PARTLY_TERMINATED', 'PART', 'terminated', NULL, NULL),
  ('PARTLY_ENTRUSTED', 'PART', 'entrustedOut', NULL, NULL),
  ('PARTLY_WITHDRAWN', 'PART', 'withdrawnOrCancelled', NULL, NULL),
  ('PARTLY_PULLED_UP', 'PART', 'pulledUpByProvince', NULL, NULL),
  ('COMPULSION_DECIDED', 'NOTE', NULL, NULL, NULL),
  ('VOLUNTARY_COMPLIANCE', 'NOTE', NULL, NULL, NULL),
  ('SEIZED', 'NOTE', NULL, NULL, 'COMPULSION_DECIDED'),
  ('VALUED', 'NOTE', NULL, NULL, 'SEIZED'),
  ('AUCTIONED', 'NOTE', NULL, NULL, 'VALUED'),
  ('COMPLAINT_ATTACHED', 'NOTE', NULL, NULL, NULL),
  ('MOVED_TO_REGISTER', 'STATE', NULL, 'SEPARATE_REGISTER', NULL),
  ('RETURNED_FROM_REGISTER', 'STATE', NULL, 'IN_PROGRESS', NULL),
  ('COMPLETED', 'CLOSE', 'completed', 'COMPLETED', NULL),
  ('TERMINATED', 'CLOSE', 'terminated', 'TERMINATED', NULL),
  ('ENTRUSTED_OUT', 'CLOSE', 'entrustedOut', 'ENTRUSTED_OUT', NULL),
  ('WITHDRAWN', 'CLOSE', 'withdrawnOrCancelled', 'WITHDRAWN', NULL),
  ('PULLED_UP', 'CLOSE', 'pulledUpByProvince', 'PULLED_UP', NULL),
  ('TRANSFERRED', 'TRANSFER', NULL, NULL, NULL),
  ('COUNTERED', 'COUNTER', NULL, NULL, NULL);
INSERT INTO case_transition (kind, from_state)
SELECT kind, unnest(states) FROM (VALUES
  ('ACCEPTED', ARRAY['NONE']),
  ('ENTRUSTED_IN', ARRAY['NONE']),
  ('PULLED_UP_IN', ARRAY['NONE']),
  ('ENTERED_REGISTER', ARRAY['NONE']),
  ('VERIFIED', ARRAY['ACCEPTED', 'IN_PROGRESS', 'POSTPONED_BY_AGREEMENT', 'SUSPENDED_ELIGIBLE', 'OTHER_ELIGIBLE', 'NO_CONDITION', 'POSTPONED_OTHER', 'SUSPENDED_OTHER', 'SEPARATE_REGISTER']),
  ('CLASSIFIED_ELIGIBLE', ARRAY['ACCEPTED', 'OTHER_ELIGIBLE', 'NO_CONDITION']),
  ('CLASSIFIED_OTHER_ELIGIBLE', ARRAY['ACCEPTED', 'IN_PROGRESS', 'NO_CONDITION']),
  ('CLASSIFIED_NO_CONDITION', ARRAY['ACCEPTED', 'IN_PROGRESS', 'OTHER_ELIGIBLE']),
  ('POSTPONED_BY_AGREEMENT', ARRAY['ACCEPTED', 'IN_PROGRESS', 'OTHER_ELIGIBLE']),
  ('POSTPONED_OTHER', ARRAY['ACCEPTED', 'IN_PROGRESS', 'OTHER_ELIGIBLE', 'NO_CONDITION']),
  ('SUSPENDED_ELIGIBLE', ARRAY['ACCEPTED', 'IN_PROGRESS', 'OTHER_ELIGIBLE']),
  ('SUSPENDED_OTHER', ARRAY['ACCEPTED', 'IN_PROGRESS', 'OTHER_ELIGIBLE', 'NO_CONDITION']),
  ('RESUMED', ARRAY['POSTPONED_BY_AGREEMENT', 'POSTPONED_OTHER', 'SUSPENDED_ELIGIBLE', 'SUSPENDED_OTHER']),
  ('PART_SET_ASIDE', ARRAY['ACCEPTED', 'IN_PROGRESS', 'POSTPONED_BY_AGREEMENT', 'SUSPENDED_ELIGIBLE', 'OTHER_ELIGIBLE', 'NO_CONDITION', 'POSTPONED_OTHER', 'SUSPENDED_OTHER']),
  ('COLLECTED', ARRAY['ACCEPTED', 'IN_PROGRESS', 'POSTPONED_BY_AGREEMENT', 'SUSPENDED_ELIGIBLE', 'OTHER_ELIGIBLE', 'NO_CONDITION', 'POSTPONED_OTHER', 'SUSPENDED_OTHER']),
  ('PARTLY_DONE', ARRAY['ACCEPTED', 'IN_PROGRESS', 'POSTPONED_BY_AGREEMENT', 'SUSPENDED_ELIGIBLE', 'OTHER_ELIGIBLE', 'NO_CONDITION', 'POSTPONED_OTHER', 'SUSPENDED_OTHER']),
  ('REDUCED', ARRAY['ACCEPTED', 'IN_PROGRESS', 'POSTPONED_BY_AGREEMENT', 'SUSPENDED_ELIGIBLE', 'OTHER_ELIGIBLE', 'NO_CONDITION', 'POSTPONED_OTHER', 'SUSPENDED_OTHER']),
  ('PARTLY_TERMINATED', ARRAY['ACCEPTED', 'IN_PROGRESS', 'POSTPONED_BY_AGREEMENT', 'SUSPENDED_ELIGIBLE', 'OTHER_ELIGIBLE', 'NO_CONDITION', 'POSTPONED_OTHER', 'SUSPENDED_OTHER']),
  ('PARTLY_ENTRUSTED', ARRAY['ACCEPTED', 'IN_PROGRESS', 'POSTPONED_BY_AGREEMENT', 'SUSPENDED_ELIGIBLE', 'OTHER_ELIGIBLE', 'NO_CONDITION', 'POSTPONED_OTHER', 'SUSPENDED_OTHER']),
  ('PARTLY_WITHDRAWN', ARRAY['ACCEPTED', 'IN_PROGRESS', 'POSTPONED_BY_AGREEMENT', 'SUSPENDED_ELIGIBLE', 'OTHER_ELIGIBLE', 'NO_CONDITION', 'POSTPONED_OTHER', 'SUSPENDED_OTHER']),
  ('PARTLY_PULLED_UP', ARRAY['ACCEPTED', 'IN_PROGRESS', 'POSTPONED_BY_AGREEMENT', 'SUSPENDED_ELIGIBLE', 'OTHER_ELIGIBLE', 'NO_CONDITION', 'POSTPONED_OTHER', 'SUSPENDED_OTHER']),
  ('COMPULSION_DECIDED', ARRAY['IN_PROGRESS', 'OTHER_ELIGIBLE']),
  ('VOLUNTARY_COMPLIANCE', ARRAY['ACCEPTED', 'IN_PROGRESS', 'OTHER_ELIGIBLE']),
  ('SEIZED', ARRAY['IN_PROGRESS', 'OTHER_ELIGIBLE']),
  ('VALUED', ARRAY['IN_PROGRESS', 'OTHER_ELIGIBLE']),
  ('AUCTIONED', ARRAY['IN_PROGRESS', 'OTHER_ELIGIBLE']),
  ('COMPLAINT_ATTACHED', ARRAY['ACCEPTED', 'IN_PROGRESS', 'POSTPONED_BY_AGREEMENT', 'SUSPENDED_ELIGIBLE', 'OTHER_ELIGIBLE', 'NO_CONDITION', 'POSTPONED_OTHER', 'SUSPENDED_OTHER', 'SEPARATE_REGISTER', 'COMPLETED', 'TERMINATED', 'ENTRUSTED_OUT', 'WITHDRAWN']),
  ('MOVED_TO_REGISTER', ARRAY['NO_CONDITION']),
  ('RETURNED_FROM_REGISTER', ARRAY['SEPARATE_REGISTER']),
  ('COMPLETED', ARRAY['ACCEPTED', 'IN_PROGRESS', 'OTHER_ELIGIBLE', 'POSTPONED_BY_AGREEMENT']),
  ('TERMINATED', ARRAY['ACCEPTED', 'IN_PROGRESS', 'POSTPONED_BY_AGREEMENT', 'SUSPENDED_ELIGIBLE', 'OTHER_ELIGIBLE', 'NO_CONDITION', 'POSTPONED_OTHER', 'SUSPENDED_OTHER']),
  ('ENTRUSTED_OUT', ARRAY['ACCEPTED', 'IN_PROGRESS', 'POSTPONED_BY_AGREEMENT', 'SUSPENDED_ELIGIBLE', 'OTHER_ELIGIBLE', 'NO_CONDITION', 'POSTPONED_OTHER', 'SUSPENDED_OTHER']),
  ('WITHDRAWN', ARRAY['ACCEPTED', 'IN_PROGRESS', 'POSTPONED_BY_AGREEMENT', 'SUSPENDED_ELIGIBLE', 'OTHER_ELIGIBLE', 'NO_CONDITION', 'POSTPONED_OTHER', 'SUSPENDED_OTHER']),
  ('PULLED_UP', ARRAY['ACCEPTED', 'IN_PROGRESS', 'POSTPONED_BY_AGREEMENT', 'SUSPENDED_ELIGIBLE', 'OTHER_ELIGIBLE', 'NO_CONDITION', 'POSTPONED_OTHER', 'SUSPENDED_OTHER']),
  ('TRANSFERRED', ARRAY['ACCEPTED', 'IN_PROGRESS', 'POSTPONED_BY_AGREEMENT', 'SUSPENDED_ELIGIBLE', 'OTHER_ELIGIBLE', 'NO_CONDITION', 'POSTPONED_OTHER', 'SUSPENDED_OTHER', 'SEPARATE_REGISTER', 'COMPLETED', 'TERMINATED', 'ENTRUSTED_OUT', 'WITHDRAWN', 'PULLED_UP'])) AS r (kind, states);


-- Cases --------------------------------------------------------------------------------------------
CREATE TABLE court (
  id serial NOT NULL,
  name text NOT NULL,
  search_name text NOT NULL GENERATED ALWAYS AS (fold_text(name)) STORED,
  CONSTRAINT court_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX court_name_key ON court (name);

CREATE TABLE enforcement_case (
  id bigserial NOT NULL,
  numbered_by text NOT NULL,
  year integer NOT NULL,
  number integer NOT NULL,
  agency_code text NOT NULL,
  court_id integer NOT NULL,
  judgment_number text NOT NULL,
  judgment_date date NOT NULL,
  effective_date date NOT NULL,
  received_on date NOT NULL,
  decision_number text NOT NULL,
  decision_date date NOT NULL,
  decision_due date NOT NULL,
  initiative text NOT NULL,
  category text NOT NULL,
  urgency text NOT NULL DEFAULT 'NORMAL',
  amount bigint NOT NULL,
  obligation text NOT NULL DEFAULT '',
  entered_on date NOT NULL,
  origin_case bigint,
  illustrative boolean NOT NULL DEFAULT false,
  officer_id uuid,
  state text NOT NULL,
  outstanding bigint NOT NULL,
  aside bigint NOT NULL DEFAULT 0,
  aside_state text,
  last_seq integer NOT NULL,
  standing_seq integer NOT NULL,
  standing_on date NOT NULL,
  CONSTRAINT enforcement_case_pkey PRIMARY KEY (id),
  CONSTRAINT case_numbered_by_fkey FOREIGN KEY (numbered_by) REFERENCES agency (code),
  CONSTRAINT case_agency_fkey FOREIGN KEY (agency_code) REFERENCES agency (code),
  CONSTRAINT case_court_fkey FOREIGN KEY (court_id) REFERENCES court (id),
  CONSTRAINT case_officer_fkey FOREIGN KEY (officer_id) REFERENCES user_account (id),
  CONSTRAINT case_origin_fkey FOREIGN KEY (origin_case) REFERENCES enforcement_case (id),
  CONSTRAINT case_number_positive CHECK (number > 0 AND year BETWEEN 1990 AND 2100),
  CONSTRAINT case_initiative CHECK (initiative IN ('EX_OFFICIO', 'ON_REQUEST')),
  CONSTRAINT case_category CHECK (category IN ('CREDIT', 'STATE_BUDGET', 'CORRUPTION_ECONOMIC', 'OTHER')),
  CONSTRAINT case_urgency CHECK (urgency IN ('NORMAL', 'INTERIM', 'BANKRUPTCY')),
  CONSTRAINT case_amounts CHECK (amount >= 0 AND outstanding BETWEEN 0 AND amount AND aside BETWEEN 0 AND outstanding
    AND (aside > 0) = (aside_state IS NOT NULL)),
  CONSTRAINT case_dates CHECK (judgment_date <= effective_date AND judgment_date <= received_on
    AND received_on <= decision_date AND received_on <= decision_due AND decision_date <= entered_on)
);
ALTER TABLE enforcement_case ADD COLUMN in_time boolean NOT NULL GENERATED ALWAYS AS (decision_date <= decision_due) STORED;
CREATE UNIQUE INDEX case_number_key ON enforcement_case (numbered_by, year, number);
CREATE INDEX case_by_age ON enforcement_case (agency_code, entered_on, id);
CREATE INDEX case_by_slice ON enforcement_case (agency_code, state, category, initiative) INCLUDE (outstanding, entered_on);
CREATE INDEX case_by_amount ON enforcement_case (agency_code, outstanding DESC, id);
CREATE INDEX case_by_officer ON enforcement_case (officer_id, state, entered_on, id) WHERE officer_id IS NOT NULL;
CREATE INDEX case_by_court ON enforcement_case (court_id, entered_on, id);
CREATE INDEX case_by_decision ON enforcement_case (fold_text(decision_number) text_pattern_ops);
CREATE INDEX case_by_judgment ON enforcement_case (fold_text(judgment_number) text_pattern_ops);

/* What happened to a case, dated. `follows` is the event it came after among those that count; a COUNTERED cancels the
   last one that counts and goes back to the one before. The four last columns say how the case stood afterwards. */
CREATE TABLE case_event (
  case_id bigint NOT NULL,
  seq integer NOT NULL,
  agency_code text NOT NULL,
  kind text NOT NULL,
  day date NOT NULL,
  amount bigint,
  ground text NOT NULL DEFAULT '',
  reference text NOT NULL DEFAULT '',
  note text NOT NULL DEFAULT '',
  counters integer,
  follows integer NOT NULL,
  recorded_by text NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  state text NOT NULL,
  outstanding bigint NOT NULL,
  aside bigint NOT NULL DEFAULT 0,
  aside_state text,
  CONSTRAINT case_event_pkey PRIMARY KEY (case_id, seq),
  CONSTRAINT case_event_amount CHECK (amount >= 0),
  CONSTRAINT case_event_words CHECK (length(ground) <= 200 AND length(reference) <= 100 AND length(note) <= 2000)
);
CREATE INDEX case_event_by_month ON case_event (agency_code, day, kind);

/* The officer who works on a case, from a day until a day (exclusive). */
CREATE TABLE case_assignment (
  case_id bigint NOT NULL,
  officer_id uuid NOT NULL,
  valid_from date NOT NULL,
  valid_until date,
  assigned_by text NOT NULL,
  assigned_at timestamptz(3) NOT NULL,
  CONSTRAINT case_assignment_pkey PRIMARY KEY (case_id, valid_from),
  CONSTRAINT case_assignment_case_fkey FOREIGN KEY (case_id) REFERENCES enforcement_case (id),
  CONSTRAINT case_assignment_officer_fkey FOREIGN KEY (officer_id) REFERENCES user_account (id),
  CONSTRAINT case_assignment_not_empty CHECK (valid_until IS NULL OR valid_until > valid_from),
  CONSTRAINT case_assignment_no_overlap
    EXCLUDE USING gist (case_id WITH =, daterange(valid_from, valid_until) WITH &&)
);
CREATE INDEX case_assignment_by_officer ON case_assignment (officer_id, valid_from);

/* Personal data, apart from everything else: shown only to a transaction that says so, and erasable. */
CREATE TABLE case_party (
  id bigserial NOT NULL,
  case_id bigint NOT NULL,
  role text NOT NULL,
  name text NOT NULL,
  search_name text NOT NULL GENERATED ALWAYS AS (fold_text(name)) STORED,
  erased_at timestamptz(3),
  CONSTRAINT case_party_pkey PRIMARY KEY (id),
  CONSTRAINT case_party_case_fkey FOREIGN KEY (case_id) REFERENCES enforcement_case (id),
  CONSTRAINT case_party_role CHECK (role IN ('DEBTOR', 'CREDITOR', 'RELATED')),
  CONSTRAINT case_party_erased CHECK ((erased_at IS NULL) = (name <> '') AND length(name) <= 300)
);
CREATE INDEX case_party_by_case ON case_party (case_id);
CREATE INDEX case_party_by_name ON case_party USING gin (search_name gin_trgm_ops);

/* Why a typed report differs from the register in a column; a later reason is a new version. */
CREATE TABLE case_difference_reason (
  agency_code text NOT NULL,
  year integer NOT NULL,
  month integer NOT NULL,
  measure text NOT NULL,
  column_name text NOT NULL,
  version integer NOT NULL,
  difference bigint NOT NULL,
  reason text NOT NULL,
  given_by text NOT NULL,
  given_at timestamptz(3) NOT NULL,
  CONSTRAINT case_difference_reason_pkey PRIMARY KEY (agency_code, year, month, measure, column_name, version),
  CONSTRAINT difference_agency_fkey FOREIGN KEY (agency_code) REFERENCES agency (code),
  CONSTRAINT difference_period_fkey FOREIGN KEY (year, month) REFERENCES period (year, month),
  CONSTRAINT difference_measure CHECK (measure IN ('cases', 'money')),
  CONSTRAINT difference_reason CHECK (length(btrim(reason)) BETWEEN 1 AND 2000)
);

-- The sums -----------------------------------------------------------------------------------------
/* The form of every agency, month, half and slice as its cases make it: the columns of report_figures. Rows reach up to
   the agency's front; later months are the front's, carried on (case_totals_at). */
CREATE TABLE case_totals (
  agency_code text NOT NULL,
  ym integer NOT NULL,
  slice text NOT NULL,
  measure text NOT NULL,

  carried_over bigint NOT NULL DEFAULT 0,
  newly_accepted bigint NOT NULL DEFAULT 0,
  entrusted_out bigint NOT NULL DEFAULT 0,
  withdrawn_or_cancelled bigint NOT NULL DEFAULT 0,
  pulled_up_by_province bigint NOT NULL DEFAULT 0,
  completed bigint NOT NULL DEFAULT 0,
  terminated bigint NOT NULL DEFAULT 0,
  reduced bigint NOT NULL DEFAULT 0,
  in_progress bigint NOT NULL DEFAULT 0,
  postponed_by_agreement bigint NOT NULL DEFAULT 0,
  suspended_eligible bigint NOT NULL DEFAULT 0,
  other_eligible bigint NOT NULL DEFAULT 0,
  no_condition bigint NOT NULL DEFAULT 0,
  postponed_or_suspended_other bigint NOT NULL DEFAULT 0,
  separate_register bigint NOT NULL DEFAULT 0,
  CONSTRAINT case_totals_pkey PRIMARY KEY (ym, slice, measure, agency_code)
);
CREATE INDEX case_totals_by_agency ON case_totals (agency_code, ym);
CREATE TABLE case_front (
  agency_code text NOT NULL,
  last_ym integer NOT NULL,
  CONSTRAINT case_front_pkey PRIMARY KEY (agency_code)
);

CREATE FUNCTION case_slices(p_initiative text, p_category text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY['total', CASE p_initiative WHEN 'EX_OFFICIO' THEN 'exOfficio' ELSE 'onRequest' END]
    || CASE p_category WHEN 'CREDIT' THEN ARRAY['credit'] WHEN 'STATE_BUDGET' THEN ARRAY['stateBudget']
       WHEN 'CORRUPTION_ECONOMIC' THEN ARRAY['corruptionEconomic'] ELSE ARRAY[]::text[] END $$;

CREATE FUNCTION case_event_top(e case_event) RETURNS int LANGUAGE sql IMMUTABLE AS
  $$ SELECT CASE WHEN e.kind = 'COUNTERED' THEN e.follows ELSE coalesce(e.seq, 0) END $$;

/* What a case adds to the form of the year of its transfer, in columns: what it came with, what happened since, and
   where it stands. Only for TRANSFERRED. */
CREATE FUNCTION case_year_of(t case_event) RETURNS TABLE (column_name text, cases int, money bigint)
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN QUERY
  WITH RECURSIVE standing AS (
    SELECT e.* FROM case_event e WHERE e.case_id = t.case_id AND e.seq = t.follows
    UNION ALL
    SELECT e.* FROM standing s JOIN case_event e ON e.case_id = s.case_id AND e.seq = s.follows),
  opening AS (
    SELECT s.* FROM standing s WHERE ym_of(s.day) / 12 < ym_of(t.day) / 12 ORDER BY s.seq DESC LIMIT 1)
  SELECT x.column_name, x.cases, x.money FROM standing s
    JOIN case_kind k ON k.kind = s.kind
    CROSS JOIN LATERAL (VALUES
      (k.flow_column, CASE WHEN k.effect IN ('START', 'CLOSE') THEN 1 ELSE 0 END, s.amount),
      (CASE s.kind WHEN 'MOVED_TO_REGISTER' THEN 'carriedOver' END, -1, -s.outstanding),
      (CASE s.kind WHEN 'RETURNED_FROM_REGISTER' THEN 'carriedOver' END, 1, s.outstanding)) x (column_name, cases, money)
    WHERE ym_of(s.day) / 12 = ym_of(t.day) / 12 AND x.column_name IS NOT NULL
  UNION ALL
  SELECT 'carriedOver', 1, o.outstanding FROM opening o JOIN case_state st ON st.state = o.state
    WHERE st.column_name IS NOT NULL AND o.state <> 'SEPARATE_REGISTER'
  UNION ALL
  SELECT st.column_name, 1, t.outstanding - t.aside FROM case_state st
    WHERE st.state = t.state AND st.column_name IS NOT NULL
  UNION ALL
  SELECT st.column_name, 0, t.aside FROM case_state st WHERE st.state = t.aside_state;
END $$;

/* The same statement counts the events just written (in the trigger) and all there are (to count anew). An event moves
   its file and money between columns; what it cancels moves back, in the month where it had happened. A transfer takes
   the whole statistical year along, so that the successor's cumulative form is whole. */
DO $setup$
DECLARE entries text := $sql$
  step AS (
    SELECT f.case_id, f.seq, f.kind, f.day, f.agency_code, f.amount, f.follows, f.state, f.outstanding, f.aside,
      f.aside_state, 1 AS sign
    FROM %1$s f WHERE f.kind NOT IN ('COUNTERED', 'TRANSFERRED')
    UNION ALL
    SELECT c.case_id, c.seq, c.kind, c.day, c.agency_code, c.amount, c.follows, c.state, c.outstanding, c.aside,
      c.aside_state, -1
    FROM %1$s f JOIN case_event c ON c.case_id = f.case_id AND c.seq = f.counters WHERE f.kind = 'COUNTERED'),
  entry AS (
    SELECT s.case_id, s.agency_code, ym_of(s.day) AS ym, x.column_name, s.sign * x.cases AS cases, s.sign * x.money AS money
    FROM step s
    JOIN case_kind k ON k.kind = s.kind AND k.effect <> 'NOTE'
    LEFT JOIN case_event p ON p.case_id = s.case_id AND p.seq = s.follows
    LEFT JOIN case_state at ON at.state = s.state
    LEFT JOIN case_state at_aside ON at_aside.state = s.aside_state
    LEFT JOIN case_state was ON was.state = p.state
    LEFT JOIN case_state was_aside ON was_aside.state = p.aside_state
    CROSS JOIN LATERAL (VALUES
      (k.flow_column, CASE WHEN k.effect IN ('START', 'CLOSE') THEN 1 ELSE 0 END, s.amount),
      (CASE s.kind WHEN 'MOVED_TO_REGISTER' THEN 'carriedOver' END, -1, -s.outstanding),
      (CASE s.kind WHEN 'RETURNED_FROM_REGISTER' THEN 'carriedOver' END, 1, s.outstanding),
      (was.column_name, -1, p.aside - p.outstanding),
      (was_aside.column_name, 0, -p.aside),
      (at.column_name, 1, s.outstanding - s.aside),
      (at_aside.column_name, 0, s.aside)) x (column_name, cases, money)
    WHERE x.column_name IS NOT NULL
    UNION ALL
    SELECT t.case_id, h.agency_code, ym_of(t.day), y.column_name, h.sign * y.cases, h.sign * y.money
    FROM %1$s t
    JOIN case_event p ON p.case_id = t.case_id AND p.seq = t.follows
    CROSS JOIN LATERAL (VALUES (p.agency_code, -1), (t.agency_code, 1)) h (agency_code, sign)
    CROSS JOIN LATERAL case_year_of(t) y
    WHERE t.kind = 'TRANSFERRED'),
  grouped AS (
    SELECT e.agency_code, e.ym, c.initiative, c.category, e.column_name, sum(e.cases) AS cases, sum(e.money) AS money
    FROM entry e JOIN enforcement_case c ON c.id = e.case_id GROUP BY 1, 2, 3, 4, 5),
  wide AS (
    SELECT s.agency_code, s.ym, sl.slice, m.measure,
    coalesce(sum(m.value) FILTER (WHERE s.column_name = 'carriedOver'), 0)::bigint AS carried_over,
    coalesce(sum(m.value) FILTER (WHERE s.column_name = 'newlyAccepted'), 0)::bigint AS newly_accepted,
    coalesce(sum(m.value) FILTER (WHERE s.column_name = 'entrustedOut'), 0)::bigint AS entrusted_out,
    coalesce(sum(m.value) FILTER (WHERE s.column_name = 'withdrawnOrCancelled'), 0)::bigint AS withdrawn_or_cancelled,
    coalesce(sum(m.value) FILTER (WHERE s.column_name = 'pulledUpByProvince'), 0)::bigint AS pulled_up_by_province,
    coalesce(sum(m.value) FILTER (WHERE s.column_name = 'completed'), 0)::bigint AS completed,
    coalesce(sum(m.value) FILTER (WHERE s.column_name = 'terminated'), 0)::bigint AS terminated,
    coalesce(sum(m.value) FILTER (WHERE s.column_name = 'reduced'), 0)::bigint AS reduced,
    coalesce(sum(m.value) FILTER (WHERE s.column_name = 'inProgress'), 0)::bigint AS in_progress,
    coalesce(sum(m.value) FILTER (WHERE s.column_name = 'postponedByAgreement'), 0)::bigint AS postponed_by_agreement,
    coalesce(sum(m.value) FILTER (WHERE s.column_name = 'suspendedEligible'), 0)::bigint AS suspended_eligible,
    coalesce(sum(m.value) FILTER (WHERE s.column_name = 'otherEligible'), 0)::bigint AS other_eligible,
    coalesce(sum(m.value) FILTER (WHERE s.column_name = 'noCondition'), 0)::bigint AS no_condition,
    coalesce(sum(m.value) FILTER (WHERE s.column_name = 'postponedOrSuspendedOther'), 0)::bigint AS postponed_or_suspended_other,
    coalesce(sum(m.value) FILTER (WHERE s.column_name = 'separateRegister'), 0)::bigint AS separate_register
    FROM grouped s
    CROSS JOIN LATERAL unnest(case_slices(s.initiative, s.category)) sl (slice)
    CROSS JOIN LATERAL (VALUES ('cases', s.cases), ('money', s.money)) m (measure, value)
    GROUP BY 1, 2, 3, 4),
  spread AS (
    SELECT k.agency_code, g.ym, k.slice, k.measure,
    coalesce(w.carried_over, 0) AS carried_over, coalesce(w.newly_accepted, 0) AS newly_accepted,
    coalesce(w.entrusted_out, 0) AS entrusted_out,
    coalesce(w.withdrawn_or_cancelled, 0) AS withdrawn_or_cancelled,
    coalesce(w.pulled_up_by_province, 0) AS pulled_up_by_province, coalesce(w.completed, 0) AS completed,
    coalesce(w.terminated, 0) AS terminated, coalesce(w.reduced, 0) AS reduced,
    coalesce(w.in_progress, 0) AS in_progress,
    coalesce(w.postponed_by_agreement, 0) AS postponed_by_agreement,
    coalesce(w.suspended_eligible, 0) AS suspended_eligible,
    coalesce(w.other_eligible, 0) AS other_eligible, coalesce(w.no_condition, 0) AS no_condition,
    coalesce(w.postponed_or_suspended_other, 0) AS postponed_or_suspended_other,
    coalesce(w.separate_register, 0) AS separate_register
    FROM (SELECT agency_code, slice, measure, min(ym) AS first_ym FROM wide GROUP BY 1, 2, 3) k
    JOIN case_front fr USING (agency_code)
    CROSS JOIN LATERAL generate_series(k.first_ym, fr.last_ym) g (ym)
    LEFT JOIN wide w ON (w.agency_code, w.ym, w.slice, w.measure) = (k.agency_code, g.ym, k.slice, k.measure)),
  running AS (
    SELECT agency_code, ym, slice, measure,
      sum(carried_over) OVER in_year + sum(in_progress + postponed_by_agreement + suspended_eligible + other_eligible + no_condition + postponed_or_suspended_other)
        OVER so_far - sum(in_progress + postponed_by_agreement + suspended_eligible + other_eligible + no_condition + postponed_or_suspended_other) OVER in_year
        AS carried_over,
    sum(newly_accepted) OVER in_year AS newly_accepted, sum(entrusted_out) OVER in_year AS entrusted_out,
    sum(withdrawn_or_cancelled) OVER in_year AS withdrawn_or_cancelled,
    sum(pulled_up_by_province) OVER in_year AS pulled_up_by_province,
    sum(completed) OVER in_year AS completed, sum(terminated) OVER in_year AS terminated,
    sum(reduced) OVER in_year AS reduced,
    sum(in_progress) OVER so_far AS in_progress,
    sum(postponed_by_agreement) OVER so_far AS postponed_by_agreement,
    sum(suspended_eligible) OVER so_far AS suspended_eligible,
    sum(other_eligible) OVER so_far AS other_eligible, sum(no_condition) OVER so_far AS no_condition,
    sum(postponed_or_suspended_other) OVER so_far AS postponed_or_suspended_other,
    sum(separate_register) OVER so_far AS separate_register
    FROM spread
    WINDOW so_far AS (PARTITION BY agency_code, slice, measure ORDER BY ym),
      in_year AS (PARTITION BY agency_code, slice, measure, ym / 12 ORDER BY ym)) $sql$;
BEGIN
  EXECUTE format($create$
    CREATE FUNCTION case_totals_counted() RETURNS SETOF case_totals LANGUAGE sql STABLE AS $body$
      WITH %s
      SELECT agency_code, ym, slice, measure,
    carried_over, newly_accepted, entrusted_out, withdrawn_or_cancelled, pulled_up_by_province, completed,
    terminated, reduced, in_progress, postponed_by_agreement, suspended_eligible, other_eligible,
    no_condition, postponed_or_suspended_other, separate_register
      FROM running $body$ $create$, format(entries, 'case_event'));
  EXECUTE format($create$
    CREATE FUNCTION case_events_counted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $body$
    BEGIN
      PERFORM case_front_reaches((SELECT jsonb_object_agg(agency_code, ym) FROM
        (SELECT agency_code, max(ym_of(day)) AS ym FROM fresh GROUP BY 1) reach));
      WITH %s
      INSERT INTO case_totals AS t (agency_code, ym, slice, measure,
    carried_over, newly_accepted, entrusted_out, withdrawn_or_cancelled, pulled_up_by_province, completed,
    terminated, reduced, in_progress, postponed_by_agreement, suspended_eligible, other_eligible,
    no_condition, postponed_or_suspended_other, separate_register)
      SELECT agency_code, ym, slice, measure,
    carried_over, newly_accepted, entrusted_out, withdrawn_or_cancelled, pulled_up_by_province, completed,
    terminated, reduced, in_progress, postponed_by_agreement, suspended_eligible, other_eligible,
    no_condition, postponed_or_suspended_other, separate_register
      FROM running
      ON CONFLICT (ym, slice, measure, agency_code) DO UPDATE SET
    carried_over = t.carried_over + excluded.carried_over,
    newly_accepted = t.newly_accepted + excluded.newly_accepted,
    entrusted_out = t.entrusted_out + excluded.entrusted_out,
    withdrawn_or_cancelled = t.withdrawn_or_cancelled + excluded.withdrawn_or_cancelled,
    pulled_up_by_province = t.pulled_up_by_province + excluded.pulled_up_by_province,
    completed = t.completed + excluded.completed, terminated = t.terminated + excluded.terminated,
    reduced = t.reduced + excluded.reduced, in_progress = t.in_progress + excluded.in_progress,
    postponed_by_agreement = t.postponed_by_agreement + excluded.postponed_by_agreement,
    suspended_eligible = t.suspended_eligible + excluded.suspended_eligible,
    other_eligible = t.other_eligible + excluded.other_eligible,
    no_condition = t.no_condition + excluded.no_condition,
    postponed_or_suspended_other = t.postponed_or_suspended_other + excluded.postponed_or_suspended_other,
    separate_register = t.separate_register + excluded.separate_register;
      RETURN NULL;
    END $body$ $create$, format(entries, 'fresh'));
END $setup$;

/* Locks the fronts of some agencies in their order and carries their rows on to the months asked for. */
CREATE FUNCTION case_front_reaches(p_reach jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO case_front (agency_code, last_ym)
    SELECT r.key, r.value::int FROM jsonb_each_text(p_reach) r ORDER BY r.key ON CONFLICT DO NOTHING;
  PERFORM FROM case_front WHERE agency_code IN (SELECT jsonb_object_keys(p_reach)) ORDER BY agency_code FOR UPDATE;
  IF NOT EXISTS (SELECT FROM case_front f WHERE (p_reach ->> f.agency_code)::int > f.last_ym
      AND f.agency_code IN (SELECT jsonb_object_keys(p_reach))) THEN RETURN; END IF;
  INSERT INTO case_totals (agency_code, ym, slice, measure,
    carried_over, newly_accepted, entrusted_out, withdrawn_or_cancelled, pulled_up_by_province, completed,
    terminated, reduced, in_progress, postponed_by_agreement, suspended_eligible, other_eligible,
    no_condition, postponed_or_suspended_other, separate_register)
  SELECT t.agency_code, g.ym, t.slice, t.measure,
    CASE WHEN same THEN t.carried_over ELSE t.in_progress + t.postponed_by_agreement + t.suspended_eligible + t.other_eligible + t.no_condition + t.postponed_or_suspended_other END,
    CASE WHEN same THEN t.newly_accepted ELSE 0 END, CASE WHEN same THEN t.entrusted_out ELSE 0 END,
    CASE WHEN same THEN t.withdrawn_or_cancelled ELSE 0 END,
    CASE WHEN same THEN t.pulled_up_by_province ELSE 0 END, CASE WHEN same THEN t.completed ELSE 0 END,
    CASE WHEN same THEN t.terminated ELSE 0 END, CASE WHEN same THEN t.reduced ELSE 0 END,
    t.in_progress, t.postponed_by_agreement, t.suspended_eligible, t.other_eligible, t.no_condition,
    t.postponed_or_suspended_other, t.separate_register
  FROM jsonb_each_text(p_reach) r
  JOIN case_front f ON f.agency_code = r.key AND r.value::int > f.last_ym
  JOIN case_totals t ON t.agency_code = f.agency_code AND t.ym = f.last_ym
  CROSS JOIN LATERAL generate_series(f.last_ym + 1, r.value::int) g (ym)
  CROSS JOIN LATERAL (SELECT g.ym / 12 = f.last_ym / 12) y (same);
  UPDATE case_front f SET last_ym = r.value::int FROM jsonb_each_text(p_reach) r
    WHERE f.agency_code = r.key AND r.value::int > f.last_ym;
END $$;

/* The form of agencies (NULL = all) in a month: the rows of that month, and where an agency has seen nothing since, its
   last ones carried on. */
CREATE FUNCTION case_totals_at(p_ym int, p_slices text[], p_agencies text[]) RETURNS SETOF case_totals
LANGUAGE sql STABLE AS $$
  SELECT * FROM case_totals t
  WHERE t.ym = p_ym AND t.slice = ANY (p_slices) AND (p_agencies IS NULL OR t.agency_code = ANY (p_agencies))
  UNION ALL
  SELECT t.agency_code, p_ym, t.slice, t.measure,
    CASE WHEN same THEN t.carried_over ELSE t.in_progress + t.postponed_by_agreement + t.suspended_eligible + t.other_eligible + t.no_condition + t.postponed_or_suspended_other END,
    CASE WHEN same THEN t.newly_accepted ELSE 0 END, CASE WHEN same THEN t.entrusted_out ELSE 0 END,
    CASE WHEN same THEN t.withdrawn_or_cancelled ELSE 0 END,
    CASE WHEN same THEN t.pulled_up_by_province ELSE 0 END, CASE WHEN same THEN t.completed ELSE 0 END,
    CASE WHEN same THEN t.terminated ELSE 0 END, CASE WHEN same THEN t.reduced ELSE 0 END,
    t.in_progress, t.postponed_by_agreement, t.suspended_eligible, t.other_eligible, t.no_condition,
    t.postponed_or_suspended_other, t.separate_register
  FROM case_front f
  JOIN case_totals t ON t.agency_code = f.agency_code AND t.ym = f.last_ym AND t.slice = ANY (p_slices)
  CROSS JOIN LATERAL (SELECT p_ym / 12 = f.last_ym / 12) y (same)
  WHERE f.last_ym < p_ym AND (p_agencies IS NULL OR f.agency_code = ANY (p_agencies)) $$;

/* Totals that differ from counting every event anew; empty when all is well. */
CREATE FUNCTION case_totals_verify() RETURNS TABLE (agency_code text, ym int, slice text, measure text)
LANGUAGE sql STABLE AS $$
  SELECT coalesce(a.agency_code, b.agency_code), coalesce(a.ym, b.ym), coalesce(a.slice, b.slice),
    coalesce(a.measure, b.measure)
  FROM case_totals a
  FULL JOIN case_totals_counted() b ON (a.ym, a.slice, a.measure, a.agency_code) = (b.ym, b.slice, b.measure, b.agency_code)
  WHERE (
    a.carried_over, a.newly_accepted, a.entrusted_out, a.withdrawn_or_cancelled, a.pulled_up_by_province,
    a.completed, a.terminated, a.reduced, a.in_progress, a.postponed_by_agreement, a.suspended_eligible,
    a.other_eligible, a.no_condition, a.postponed_or_suspended_other, a.separate_register) IS DISTINCT FROM (
    b.carried_over, b.newly_accepted, b.entrusted_out, b.withdrawn_or_cancelled, b.pulled_up_by_province,
    b.completed, b.terminated, b.reduced, b.in_progress, b.postponed_by_agreement, b.suspended_eligible,
    b.other_eligible, b.no_condition, b.postponed_or_suspended_other, b.separate_register) AND coalesce(a.ym, b.ym) IS NOT NULL
$$;

-- Guards -------------------------------------------------------------------------------------------
/* An event must follow: the machine, the days, the amounts, and how the case stands afterwards. */
CREATE FUNCTION case_events_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE broken record;
BEGIN
  IF current_setting('app.audited', true) IS DISTINCT FROM pg_current_xact_id()::text THEN
    RAISE EXCEPTION 'fact_without_audit: case_event' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  SELECT f.case_id, f.seq, f.kind, p.state AS was, x.why INTO broken
  FROM fresh f
  LEFT JOIN enforcement_case e ON e.id = f.case_id
  LEFT JOIN case_kind k ON k.kind = f.kind
  LEFT JOIN case_event b ON b.case_id = f.case_id AND b.seq = f.seq - 1
  LEFT JOIN case_event c ON c.case_id = f.case_id AND c.seq = f.counters
  LEFT JOIN case_event p ON p.case_id = f.case_id AND p.seq = f.follows
  LEFT JOIN case_transition t ON t.kind = f.kind AND t.from_state = coalesce(p.state, 'NONE')
  CROSS JOIN LATERAL (SELECT CASE
    WHEN e.id IS NULL OR k.kind IS NULL THEN 'unknown'
    WHEN (f.seq = 1) <> (b.seq IS NULL) THEN 'sequence'
    WHEN (f.counters IS NULL) <> (f.kind <> 'COUNTERED') THEN 'counter'
    WHEN f.kind = 'COUNTERED' THEN CASE
      WHEN f.counters IS DISTINCT FROM case_event_top(b) OR c.kind = 'TRANSFERRED' OR f.follows <> c.follows
        OR f.agency_code <> c.agency_code THEN 'counter'
      WHEN (f.state, f.outstanding, f.aside, f.aside_state) IS DISTINCT FROM
        (coalesce(p.state, 'VOID'), coalesce(p.outstanding, 0), coalesce(p.aside, 0), p.aside_state) THEN 'standing' END
    WHEN f.follows <> case_event_top(b) OR (f.seq > 1 AND f.follows = 0) THEN 'sequence'
    WHEN t.kind IS NULL THEN 'transition'
    WHEN f.state <> coalesce(k.to_state, p.state) THEN 'standing'
    WHEN f.day < p.day OR (f.seq = 1 AND f.day <> e.entered_on) THEN 'day'
    WHEN k.effect <> 'TRANSFER' AND f.agency_code <> coalesce(p.agency_code, e.numbered_by) THEN 'agency'
    WHEN CASE k.effect
        WHEN 'START' THEN f.amount IS DISTINCT FROM e.amount
        WHEN 'CLOSE' THEN f.amount IS DISTINCT FROM p.outstanding
        WHEN 'PART' THEN coalesce(f.amount, 0) <= 0 OR f.amount > p.outstanding - p.aside
        WHEN 'ASIDE' THEN f.amount IS NULL OR f.amount > p.outstanding
        ELSE false END THEN 'amount'
    WHEN f.outstanding <> CASE k.effect WHEN 'START' THEN e.amount WHEN 'CLOSE' THEN 0
        WHEN 'PART' THEN p.outstanding - f.amount ELSE p.outstanding END THEN 'standing'
    WHEN k.effect = 'ASIDE' AND (f.aside <> f.amount OR (f.amount > 0) <> (f.aside_state IS NOT NULL)
        OR f.aside_state = f.state OR (f.aside_state IS NOT NULL AND NOT EXISTS (SELECT FROM case_state a
          WHERE a.state = f.aside_state AND a.column_name IS NOT NULL AND a.state <> 'SEPARATE_REGISTER'))) THEN 'aside'
    WHEN k.effect <> 'ASIDE' AND (f.aside, f.aside_state) IS DISTINCT FROM
        (CASE WHEN k.to_state IS NULL THEN p.aside ELSE 0 END, CASE WHEN k.to_state IS NULL THEN p.aside_state END)
      THEN 'standing'
    WHEN f.kind = 'MOVED_TO_REGISTER' AND ym_of(e.entered_on) / 12 = ym_of(f.day) / 12 THEN 'register'
    WHEN k.needs IS NOT NULL AND NOT EXISTS (SELECT FROM case_event n WHERE n.case_id = f.case_id AND n.seq < f.seq
        AND n.kind = k.needs AND NOT EXISTS (SELECT FROM case_event u WHERE u.case_id = n.case_id AND u.counters = n.seq
          AND u.seq < f.seq)) THEN 'needs'
    END) x (why)
  WHERE x.why IS NOT NULL
  ORDER BY f.case_id, f.seq LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'case_event_refused: % (case %, event %, % after %)', broken.why, broken.case_id, broken.seq,
      broken.kind, coalesce(broken.was, 'NONE') USING ERRCODE = 'check_violation';
  END IF;
  UPDATE enforcement_case e SET state = l.state, outstanding = l.outstanding, aside = l.aside, aside_state = l.aside_state,
    agency_code = l.agency_code, last_seq = l.seq, standing_seq = l.top, standing_on = l.standing_on
  FROM (SELECT DISTINCT ON (f.case_id) f.*, CASE f.kind WHEN 'COUNTERED' THEN f.follows ELSE f.seq END AS top,
      CASE f.kind WHEN 'COUNTERED' THEN coalesce(p.day, f.day) ELSE f.day END AS standing_on
    FROM fresh f LEFT JOIN case_event p ON f.kind = 'COUNTERED' AND p.case_id = f.case_id AND p.seq = f.follows
    ORDER BY f.case_id, f.seq DESC) l
  WHERE e.id = l.case_id AND (e.state, e.outstanding, e.aside, e.aside_state, e.agency_code, e.last_seq, e.standing_seq,
      e.standing_on) IS DISTINCT FROM (l.state, l.outstanding, l.aside, l.aside_state, l.agency_code, l.seq, l.top,
      l.standing_on);
  RETURN NULL;
END $$;
CREATE TRIGGER case_event_1_follows AFTER INSERT ON case_event REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION case_events_follow();
CREATE TRIGGER case_event_2_counted AFTER INSERT ON case_event REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION case_events_counted();
CREATE TRIGGER case_event_fixed BEFORE UPDATE OR DELETE ON case_event
  FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER case_event_no_truncate BEFORE TRUNCATE ON case_event
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER difference_reason_fixed BEFORE UPDATE OR DELETE ON case_difference_reason
  FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();

/* What a case is counted by never changes: a wrong case is cancelled and entered anew. */
CREATE FUNCTION case_facts_are_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'case_facts_are_fixed' USING ERRCODE = 'check_violation'; END $$;
CREATE TRIGGER case_facts_fixed BEFORE UPDATE ON enforcement_case FOR EACH ROW
  WHEN ((OLD.numbered_by, OLD.year, OLD.number, OLD.initiative, OLD.category, OLD.amount, OLD.entered_on) IS DISTINCT FROM
    (NEW.numbered_by, NEW.year, NEW.number, NEW.initiative, NEW.category, NEW.amount, NEW.entered_on))
  EXECUTE FUNCTION case_facts_are_fixed();

/* Once for each statement: the line of audit comes before the fact. */
CREATE FUNCTION statement_is_audited() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('app.audited', true) IS DISTINCT FROM pg_current_xact_id()::text THEN
    RAISE EXCEPTION 'fact_without_audit: %', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
DO $$ DECLARE fact text; BEGIN
  FOREACH fact IN ARRAY ARRAY['enforcement_case', 'case_assignment', 'case_party', 'case_difference_reason'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION statement_is_audited()', fact || '_audited', fact);
  END LOOP;
END $$;

/* The officer of a case is the one assigned without an end. */
CREATE FUNCTION case_officer_follows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  UPDATE enforcement_case e SET officer_id = a.officer_id
  FROM fresh f JOIN case_assignment a ON a.case_id = f.case_id AND a.valid_until IS NULL
  WHERE e.id = f.case_id AND e.officer_id IS DISTINCT FROM a.officer_id;
  RETURN NULL;
END $$;
CREATE TRIGGER case_assignment_shown AFTER INSERT ON case_assignment REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION case_officer_follows();

-- Rights: the application reads through row-level security and writes through functions --------------
ALTER TABLE role_assignment DROP CONSTRAINT assignment_role, ADD CONSTRAINT assignment_role
  CHECK (role IN ('CLERK', 'APPROVER', 'OFFICER', 'GENERAL_STAFF', 'LEADER', 'AUDITOR', 'ADMIN'));

CREATE FUNCTION in_scope(p_agency text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('app.scope', true) = '*'
    OR p_agency = ANY (string_to_array(current_setting('app.scope', true), ',')), false) $$;

GRANT SELECT ON case_state, case_kind, case_transition, court, enforcement_case, case_event, case_assignment, case_party,
  case_difference_reason, case_totals, case_front TO thads_app;
GRANT INSERT ON case_difference_reason TO thads_app;
DO $$ DECLARE scoped text; BEGIN
  FOREACH scoped IN ARRAY ARRAY['enforcement_case', 'case_event', 'case_difference_reason', 'case_totals', 'case_front'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', scoped);
    EXECUTE format('CREATE POLICY agency_scope ON %I TO thads_app USING ((SELECT current_setting(''app.scope'', true)) = ''*''
      OR agency_code = ANY (string_to_array((SELECT current_setting(''app.scope'', true)), '','')))', scoped);
  END LOOP;
END $$;
/* A case that moved on is seen by who has it now, with all of its events. */
CREATE POLICY of_seen_case ON case_event TO thads_app
  USING (EXISTS (SELECT FROM enforcement_case c WHERE c.id = case_id));
ALTER TABLE case_assignment ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_seen_case ON case_assignment TO thads_app
  USING (EXISTS (SELECT FROM enforcement_case c WHERE c.id = case_id));
/* Names only for a transaction that opened them (and noted it in the audit). */
ALTER TABLE case_party ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_opened_case ON case_party TO thads_app
  USING ((SELECT current_setting('app.parties', true)) = 'open'
    AND EXISTS (SELECT FROM enforcement_case c WHERE c.id = case_id));
