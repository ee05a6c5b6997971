-- Writes of the case register. The functions run as the owner, so each of them checks the scope of who asks by itself.

/* Records one event: locks, compares, writes, counts and audits in one statement. Answers NULL where there is no such
   case for the asker; `written` false with all the events when it may not follow, so that the rules can say why. */
CREATE FUNCTION add_case_event(p_actor text, p jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  c enforcement_case; s case_event; e case_event; k case_kind;
  v_agency text := p ->> 'agency';
BEGIN
  IF NOT in_scope(v_agency) THEN RETURN NULL; END IF;
  -- The chain first, as everywhere: two writers of one agency wait here and nowhere else.
  PERFORM FROM audit_head WHERE chain = v_agency FOR UPDATE;
  SELECT * INTO c FROM enforcement_case WHERE id = (p ->> 'caseId')::bigint AND agency_code = v_agency FOR UPDATE;
  IF NOT FOUND OR ((p ->> 'ownOnly')::boolean AND c.officer_id::text IS DISTINCT FROM p_actor) THEN RETURN NULL; END IF;
  SELECT * INTO k FROM case_kind WHERE kind = p ->> 'kind';
  SELECT * INTO s FROM case_event WHERE case_id = c.id AND seq = c.standing_seq;
  e.case_id := c.id; e.seq := c.last_seq + 1; e.agency_code := c.agency_code; e.kind := k.kind;
  e.day := (p ->> 'day')::date; e.follows := c.standing_seq; e.counters := (p ->> 'counters')::int;
  e.amount := CASE k.effect WHEN 'CLOSE' THEN s.outstanding ELSE (p ->> 'amount')::bigint END;
  IF k.kind = 'COUNTERED' THEN
    e.follows := s.follows; e.amount := NULL;
    SELECT * INTO s FROM case_event WHERE case_id = c.id AND seq = s.follows;
    e.state := coalesce(s.state, 'VOID'); e.outstanding := coalesce(s.outstanding, 0);
    e.aside := coalesce(s.aside, 0); e.aside_state := s.aside_state;
  ELSE
    e.state := coalesce(k.to_state, s.state);
    e.outstanding := CASE k.effect WHEN 'CLOSE' THEN 0 WHEN 'PART' THEN s.outstanding - coalesce(e.amount, 0)
      ELSE s.outstanding END;
    e.aside := CASE WHEN k.effect = 'ASIDE' THEN coalesce(e.amount, 0) WHEN k.to_state IS NULL THEN s.aside ELSE 0 END;
    e.aside_state := CASE WHEN k.effect = 'ASIDE' THEN CASE WHEN e.amount > 0 THEN p ->> 'aside' END
      WHEN k.to_state IS NULL THEN s.aside_state END;
  END IF;
  BEGIN
    IF (p ->> 'expectedSeq')::int <> c.last_seq OR k.effect = 'TRANSFER' THEN
      RAISE EXCEPTION 'case_event_refused: stale' USING ERRCODE = 'check_violation';
    END IF;
    PERFORM audit_append(c.agency_code, p_actor, 'case.event', 'case:' || c.id, jsonb_strip_nulls(jsonb_build_object(
      'seq', e.seq, 'kind', e.kind, 'day', e.day, 'amount', e.amount::text, 'counters', e.counters,
      'state', e.state, 'ground', nullif(p ->> 'ground', ''), 'reference', nullif(p ->> 'reference', ''))));
    INSERT INTO case_event (case_id, seq, agency_code, kind, day, amount, ground, reference, note, counters, follows,
        recorded_by, recorded_at, state, outstanding, aside, aside_state)
      VALUES (e.case_id, e.seq, e.agency_code, e.kind, e.day, e.amount, coalesce(p ->> 'ground', ''),
        coalesce(p ->> 'reference', ''), coalesce(p ->> 'note', ''), e.counters, e.follows, p_actor, (p ->> 'at')::timestamptz,
        e.state, e.outstanding, e.aside, e.aside_state);
  EXCEPTION WHEN check_violation OR not_null_violation THEN
    RETURN jsonb_build_object('written', false, 'amount', c.amount::text, 'lastSeq', c.last_seq, 'events',
      (SELECT jsonb_agg(jsonb_build_object('seq', v.seq, 'kind', v.kind, 'day', v.day, 'amount', v.amount::text,
        'aside', v.aside_state, 'counters', v.counters, 'agency', v.agency_code) ORDER BY v.seq)
       FROM case_event v WHERE v.case_id = c.id));
  END;
  RETURN jsonb_build_object('written', true, 'caseId', c.id::text, 'seq', e.seq, 'state', e.state,
    'outstanding', e.outstanding::text);
END $$;


/* Gives a case to an officer of its agency from a day on; who had it before ends that day. */
CREATE FUNCTION assign_case_officer(p_actor text, p jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  c enforcement_case; v_before case_assignment;
  v_agency text := p ->> 'agency'; v_from date := (p ->> 'from')::date; v_officer uuid;
BEGIN
  IF NOT in_scope(v_agency) THEN RETURN NULL; END IF;
  PERFORM FROM audit_head WHERE chain = v_agency FOR UPDATE;
  SELECT * INTO c FROM enforcement_case WHERE id = (p ->> 'caseId')::bigint AND agency_code = v_agency FOR UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT u.id INTO v_officer FROM user_account u JOIN role_assignment r ON r.user_id = u.id
    WHERE u.login = p ->> 'officer' AND u.disabled_at IS NULL AND r.role = 'OFFICER' AND r.agency_code = v_agency
      AND daterange(r.valid_from, r.valid_until) @> v_from;
  IF v_officer IS NULL THEN RETURN jsonb_build_object('written', false, 'why', 'officer'); END IF;
  SELECT * INTO v_before FROM case_assignment WHERE case_id = c.id AND valid_until IS NULL;
  IF v_from < c.entered_on OR v_from <= v_before.valid_from THEN
    RETURN jsonb_build_object('written', false, 'why', 'day', 'since', coalesce(v_before.valid_from, c.entered_on));
  END IF;
  PERFORM audit_append(v_agency, p_actor, 'case.assign', 'case:' || c.id,
    jsonb_build_object('officer', p ->> 'officer', 'from', v_from));
  UPDATE case_assignment SET valid_until = v_from WHERE case_id = c.id AND valid_until IS NULL;
  INSERT INTO case_assignment (case_id, officer_id, valid_from, assigned_by, assigned_at)
    VALUES (c.id, v_officer, v_from, p_actor, (p ->> 'at')::timestamptz);
  RETURN jsonb_build_object('written', true, 'caseId', c.id::text, 'officer', p ->> 'officer', 'from', v_from);
END $$;

/* The names of a case's parties, noted in the audit before they are told. NULL where there is no such case. */
CREATE FUNCTION open_case_parties(p_actor text, p jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE c enforcement_case; v_agency text := p ->> 'agency';
BEGIN
  IF NOT in_scope(v_agency) THEN RETURN NULL; END IF;
  SELECT * INTO c FROM enforcement_case WHERE id = (p ->> 'caseId')::bigint AND agency_code = v_agency;
  IF NOT FOUND OR ((p ->> 'ownOnly')::boolean AND c.officer_id::text IS DISTINCT FROM p_actor) THEN RETURN NULL; END IF;
  PERFORM audit_append(v_agency, p_actor, 'case.parties', 'case:' || c.id, '{}');
  RETURN jsonb_build_object('written', true, 'parties', coalesce((SELECT jsonb_agg(jsonb_build_object('id', x.id::text,
    'role', x.role, 'name', x.name, 'erased', x.erased_at IS NOT NULL) ORDER BY x.id)
    FROM case_party x WHERE x.case_id = c.id), '[]'));
END $$;

/* Finds cases by the name of a party; the audit notes that somebody searched and how many were found, not the name. */
CREATE FUNCTION find_case_parties(p_actor text, p jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE v_agency text := p ->> 'agency'; v_found jsonb; v_pattern text := '%' || fold_text(p ->> 'name') || '%';
BEGIN
  IF NOT in_scope(v_agency) THEN RETURN NULL; END IF;
  SELECT coalesce(jsonb_agg(f), '[]') INTO v_found FROM (
    SELECT x.case_id::text AS "caseId", c.year, c.number, x.role, x.name, c.state FROM case_party x
    JOIN enforcement_case c ON c.id = x.case_id
    WHERE x.search_name LIKE v_pattern AND c.agency_code = v_agency
      AND (NOT (p ->> 'ownOnly')::boolean OR c.officer_id::text = p_actor)
    ORDER BY x.search_name, x.id LIMIT 50) f;
  PERFORM audit_append(v_agency, p_actor, 'case.partySearch', 'cases:' || v_agency,
    jsonb_build_object('found', jsonb_array_length(v_found)));
  RETURN jsonb_build_object('written', true, 'found', v_found);
END $$;

/* Empties the names of a case's parties; what was counted stays as it is. */
CREATE FUNCTION erase_case_parties(p_actor text, p jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE v_agency text := p ->> 'agency'; v_count int;
BEGIN
  IF NOT in_scope(v_agency) OR NOT EXISTS (SELECT FROM enforcement_case
      WHERE id = (p ->> 'caseId')::bigint AND agency_code = v_agency) THEN RETURN NULL; END IF;
  PERFORM audit_append(v_agency, p_actor, 'case.eraseParties', 'case:' || (p ->> 'caseId'),
    jsonb_build_object('reason', p ->> 'reason'));
  UPDATE case_party SET name = '', erased_at = (p ->> 'at')::timestamptz
    WHERE case_id = (p ->> 'caseId')::bigint AND erased_at IS NULL;
  GET DIAGNOSTICS v_count = ROW_COUNT;
  RETURN jsonb_build_object('written', true, 'erased', v_count);
END $$;

-- Import: rows are copied into staging, judged together, then written a part at a time ------------------
CREATE TABLE case_import (
  id bigserial NOT NULL,
  layout text NOT NULL,
  file_name text NOT NULL,
  illustrative boolean NOT NULL,
  started_by text NOT NULL,
  started_at timestamptz(3) NOT NULL,
  CONSTRAINT case_import_pkey PRIMARY KEY (id),
  CONSTRAINT case_import_layout CHECK (layout IN ('cases', 'events'))
);
CREATE UNLOGGED TABLE case_import_case (
  import_id bigint NOT NULL,
  row integer NOT NULL,
  agency text NOT NULL,
  year integer NOT NULL,
  number integer NOT NULL,
  court text NOT NULL,
  judgment_number text NOT NULL,
  judgment_date date NOT NULL,
  effective_date date NOT NULL,
  received_on date NOT NULL,
  decision_number text NOT NULL,
  decision_date date NOT NULL,
  decision_due date NOT NULL,
  initiative text NOT NULL,
  category text NOT NULL,
  urgency text NOT NULL,
  amount bigint NOT NULL,
  obligation text NOT NULL,
  entered_on date NOT NULL,
  start text NOT NULL,
  officer text NOT NULL,
  debtor text NOT NULL,
  creditor text NOT NULL,
  CONSTRAINT case_import_case_pkey PRIMARY KEY (import_id, row)
);
CREATE UNLOGGED TABLE case_import_event (
  import_id bigint NOT NULL,
  row integer NOT NULL,
  agency text NOT NULL,
  year integer NOT NULL,
  number integer NOT NULL,
  kind text NOT NULL,
  day date NOT NULL,
  amount bigint,
  aside text,
  ground text NOT NULL,
  reference text NOT NULL,
  note text NOT NULL,
  CONSTRAINT case_import_event_pkey PRIMARY KEY (import_id, row)
);
/* Staged events with the case they belong to, what they follow and how it stands afterwards. */
CREATE UNLOGGED TABLE case_import_plan (
  import_id bigint NOT NULL,
  row integer NOT NULL,
  case_id bigint,
  holder text,
  seq integer,
  follows integer,
  amount bigint,
  state_before text,
  state text,
  outstanding bigint,
  aside bigint,
  aside_state text,
  problem text
);
CREATE INDEX case_import_plan_by_case ON case_import_plan (import_id, case_id);
GRANT INSERT ON case_import_case, case_import_event TO thads_app;

CREATE FUNCTION case_import_begin(p_actor text, p_layout text, p_file text, p_illustrative boolean) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE v_id bigint;
BEGIN
  INSERT INTO case_import (layout, file_name, illustrative, started_by, started_at)
    VALUES (p_layout, p_file, p_illustrative, p_actor, now()) RETURNING id INTO v_id;
  RETURN v_id;
END $$;

CREATE FUNCTION case_import_mine(p_actor text, p_import bigint) RETURNS case_import LANGUAGE plpgsql STABLE AS $$
DECLARE v case_import;
BEGIN
  SELECT * INTO v FROM case_import WHERE id = p_import AND started_by = p_actor;
  IF NOT FOUND THEN RAISE EXCEPTION 'case_import_of_another' USING ERRCODE = 'check_violation'; END IF;
  RETURN v;
END $$;

/* Throws away what was staged; the rows hold names. */
CREATE FUNCTION case_import_end(p_actor text, p_import bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM case_import_mine(p_actor, p_import);
  DELETE FROM case_import_case WHERE import_id = p_import;
  DELETE FROM case_import_event WHERE import_id = p_import;
  DELETE FROM case_import_plan WHERE import_id = p_import;
  DELETE FROM case_import WHERE id = p_import;
END $$;

/* The agencies whose cases the staged rows are about: who holds them now. */
CREATE FUNCTION case_import_agencies(p_actor text, p_import bigint) RETURNS SETOF text
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM case_import_mine(p_actor, p_import);
  RETURN QUERY SELECT DISTINCT agency FROM case_import_case WHERE import_id = p_import
    UNION SELECT DISTINCT coalesce(holder, '') FROM case_import_plan WHERE import_id = p_import ORDER BY 1;
END $$;

/* Everything that is wrong with staged cases and that only the database knows. */
CREATE FUNCTION case_import_problems(p_actor text, p_import bigint, p_agencies text[])
RETURNS TABLE (line int, field text, said text, code text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM case_import_mine(p_actor, p_import);
  ANALYZE case_import_case;
  RETURN QUERY
  SELECT s.row, 'agency', s.agency, 'agency' FROM case_import_case s
    WHERE s.import_id = p_import AND NOT (s.agency = ANY (p_agencies) AND in_scope(s.agency))
  UNION ALL
  SELECT s.row, 'enteredOn', s.entered_on::text, 'agencyThen' FROM case_import_case s
    WHERE s.import_id = p_import AND s.agency = ANY (p_agencies) AND NOT EXISTS (SELECT FROM agency_version v
      WHERE v.agency_code = s.agency AND daterange(v.valid_from, v.valid_until) @> s.entered_on)
  UNION ALL
  SELECT d.row, 'number', d.number::text, 'twice' FROM (SELECT s.row, s.number,
      row_number() OVER (PARTITION BY s.agency, s.year, s.number ORDER BY s.row) AS n
    FROM case_import_case s WHERE s.import_id = p_import) d WHERE d.n > 1
  UNION ALL
  SELECT s.row, 'number', s.number::text, 'taken' FROM case_import_case s
    JOIN enforcement_case e ON (e.numbered_by, e.year, e.number) = (s.agency, s.year, s.number)
    WHERE s.import_id = p_import AND s.agency = ANY (p_agencies)
  UNION ALL
  SELECT s.row, 'officer', s.officer, 'officer' FROM case_import_case s
    WHERE s.import_id = p_import AND s.officer <> '' AND NOT EXISTS (SELECT FROM user_account u
      JOIN role_assignment r ON r.user_id = u.id AND r.role = 'OFFICER' AND r.agency_code = s.agency
        AND daterange(r.valid_from, r.valid_until) @> s.entered_on WHERE u.login = s.officer)
  ORDER BY 1, 2;
END $$;

/* Plans the staged events: which case, after what, and how it stands then; answers what may not follow. */
CREATE FUNCTION case_import_plan(p_actor text, p_import bigint, p_agencies text[])
RETURNS TABLE (line int, field text, said text, code text, was text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM case_import_mine(p_actor, p_import);
  DELETE FROM case_import_plan WHERE import_id = p_import;
  ANALYZE case_import_event;
  INSERT INTO case_import_plan (import_id, row, case_id, holder, seq, follows, amount, state_before, state, outstanding,
    aside, aside_state, problem)
  WITH staged AS (
    SELECT i.*, e.id AS case_id, e.agency_code AS holder, e.state AS s0, e.outstanding AS o0, e.aside AS a0,
      e.aside_state AS as0, e.last_seq, e.standing_seq, e.standing_on, e.entered_on, k.effect, k.to_state, k.needs,
      CASE k.effect WHEN 'PART' THEN coalesce(i.amount, 0) ELSE 0 END AS taken
    FROM case_import_event i
    LEFT JOIN enforcement_case e ON (e.numbered_by, e.year, e.number) = (i.agency, i.year, i.number)
    LEFT JOIN case_kind k ON k.kind = i.kind
    WHERE i.import_id = p_import),
  grouped AS (
    SELECT s.*, row_number() OVER w AS n, sum(s.taken) OVER w AS taken_so_far,
      count(s.to_state) OVER w AS state_group,
      count(*) FILTER (WHERE s.effect = 'ASIDE' OR s.to_state IS NOT NULL) OVER w AS aside_group,
      lag(s.day) OVER w AS day_before
    FROM staged s WINDOW w AS (PARTITION BY s.case_id ORDER BY s.row ROWS UNBOUNDED PRECEDING)),
  stood AS (
    SELECT g.*,
      CASE WHEN g.state_group = 0 THEN g.s0 ELSE first_value(g.to_state) OVER (PARTITION BY g.case_id, g.state_group
        ORDER BY g.row) END AS after_state,
      CASE WHEN g.aside_group = 0 THEN g.a0 ELSE first_value(CASE g.effect WHEN 'ASIDE' THEN coalesce(g.amount, 0) ELSE 0 END)
        OVER (PARTITION BY g.case_id, g.aside_group ORDER BY g.row) END AS after_aside,
      CASE WHEN g.aside_group = 0 THEN g.as0 ELSE first_value(CASE WHEN g.effect = 'ASIDE' AND g.amount > 0 THEN g.aside END)
        OVER (PARTITION BY g.case_id, g.aside_group ORDER BY g.row) END AS after_aside_state,
      g.o0 - (g.taken_so_far - g.taken) AS before_outstanding
    FROM grouped g),
  planned AS (
    SELECT t.*, coalesce(lag(t.after_state) OVER w, t.s0) AS before_state, coalesce(lag(t.after_aside) OVER w, t.a0) AS before_aside
    FROM stood t WINDOW w AS (PARTITION BY t.case_id ORDER BY t.row))
  SELECT p_import, p.row, p.case_id, p.holder, p.last_seq + p.n::int,
    CASE WHEN p.n = 1 THEN p.standing_seq ELSE p.last_seq + p.n::int - 1 END,
    CASE p.effect WHEN 'CLOSE' THEN p.before_outstanding ELSE p.amount END, p.before_state, p.after_state,
    CASE p.effect WHEN 'CLOSE' THEN 0 ELSE p.before_outstanding - p.taken END, p.after_aside, p.after_aside_state,
    CASE
      WHEN p.case_id IS NULL OR NOT (p.holder = ANY (p_agencies) AND in_scope(p.holder)) THEN 'case'
      WHEN p.effect IN ('START', 'TRANSFER', 'COUNTER') THEN 'kind'
      WHEN NOT EXISTS (SELECT FROM case_transition x WHERE x.kind = p.kind AND x.from_state = p.before_state) THEN 'notAfter'
      WHEN p.day < coalesce(p.day_before, p.standing_on) THEN 'beforeLast'
      WHEN p.effect = 'PART' AND p.taken <= 0 THEN 'amountNeeded'
      WHEN p.effect = 'PART' AND p.taken > p.before_outstanding - p.before_aside THEN 'amountTooLarge'
      WHEN p.effect = 'CLOSE' AND p.amount <> p.before_outstanding THEN 'amountNotRest'
      WHEN p.effect = 'ASIDE' AND coalesce(p.amount, 0) > p.before_outstanding THEN 'amountTooLarge'
      WHEN p.effect = 'ASIDE' AND p.amount > 0 AND (p.aside IS NULL OR p.aside = p.before_state) THEN 'asideNeeded'
      WHEN p.kind = 'MOVED_TO_REGISTER' AND ym_of(p.entered_on) / 12 = ym_of(p.day) / 12 THEN 'register'
      WHEN p.needs IS NOT NULL AND NOT EXISTS (SELECT FROM case_event v WHERE v.case_id = p.case_id AND v.kind = p.needs
          AND NOT EXISTS (SELECT FROM case_event u WHERE u.case_id = v.case_id AND u.counters = v.seq))
        AND NOT EXISTS (SELECT FROM staged v WHERE v.case_id = p.case_id AND v.kind = p.needs AND v.row < p.row) THEN 'needs'
    END
  FROM planned p;
  ANALYZE case_import_plan;
  RETURN QUERY
    SELECT i.row, CASE p.problem WHEN 'case' THEN 'number' WHEN 'beforeLast' THEN 'day' WHEN 'register' THEN 'day'
        WHEN 'notAfter' THEN 'kind' WHEN 'kind' THEN 'kind' WHEN 'needs' THEN 'kind' WHEN 'asideNeeded' THEN 'aside' ELSE 'amount' END,
      CASE p.problem WHEN 'case' THEN concat_ws('/', i.agency, i.year, i.number) WHEN 'beforeLast' THEN i.day::text
        WHEN 'register' THEN i.day::text WHEN 'notAfter' THEN i.kind WHEN 'kind' THEN i.kind WHEN 'needs' THEN i.kind
        WHEN 'asideNeeded' THEN i.aside ELSE i.amount::text END,
      p.problem, p.state_before
    FROM case_import_plan p JOIN case_import_event i ON i.import_id = p.import_id AND i.row = p.row
    WHERE p.import_id = p_import AND p.problem IS NOT NULL ORDER BY 1;
END $$;

/* Where parts of a plan end, so that each has about p_size events and whole cases. */
CREATE FUNCTION case_import_parts(p_actor text, p_import bigint, p_size int) RETURNS SETOF bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM case_import_mine(p_actor, p_import);
  RETURN QUERY SELECT DISTINCT n.case_id FROM (SELECT p.case_id, row_number() OVER (ORDER BY p.case_id) AS at,
      count(*) OVER () AS total FROM case_import_plan p WHERE p.import_id = p_import) n
    WHERE n.at % p_size = 0 OR n.at = n.total ORDER BY 1;
END $$;

CREATE FUNCTION case_import_audit(p_actor text, p_import bigint, p_agencies jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE v record;
BEGIN
  FOR v IN SELECT a.key, a.value FROM jsonb_each(p_agencies) a ORDER BY a.key LOOP
    IF NOT in_scope(v.key) THEN RAISE EXCEPTION 'case_import_out_of_scope' USING ERRCODE = 'check_violation'; END IF;
    PERFORM audit_append(v.key, p_actor, 'case.import', 'cases:' || v.key,
      jsonb_build_object('import', p_import::text, 'rows', v.value));
  END LOOP;
END $$;

/* Writes the staged cases of some rows with their first events, parties and officers. */
CREATE FUNCTION import_cases(p_actor text, p jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE v_import bigint := (p ->> 'import')::bigint; v_head case_import; v_count int;
  v_from int := (p ->> 'from')::int; v_to int := (p ->> 'to')::int; v_at timestamptz := (p ->> 'at')::timestamptz;
BEGIN
  v_head := case_import_mine(p_actor, v_import);
  PERFORM case_import_audit(p_actor, v_import, (SELECT jsonb_object_agg(agency, n) FROM (SELECT agency, count(*) AS n
    FROM case_import_case WHERE import_id = v_import AND row BETWEEN v_from AND v_to GROUP BY 1) a));
  INSERT INTO court (name) SELECT DISTINCT s.court FROM case_import_case s
    WHERE s.import_id = v_import AND s.row BETWEEN v_from AND v_to AND NOT EXISTS (SELECT FROM court k WHERE k.name = s.court)
    ORDER BY 1 ON CONFLICT DO NOTHING;
  WITH fresh_case AS MATERIALIZED (
    SELECT nextval('enforcement_case_id_seq') AS id, x.* FROM (SELECT k.id AS court_id, u.id AS officer_id, s.*
      FROM case_import_case s JOIN court k ON k.name = s.court
      LEFT JOIN user_account u ON u.login = s.officer AND s.officer <> ''
      WHERE s.import_id = v_import AND s.row BETWEEN v_from AND v_to ORDER BY s.row) x),
  written AS (
    INSERT INTO enforcement_case (id, numbered_by, year, number, agency_code, court_id, judgment_number, judgment_date,
      effective_date, received_on, decision_number, decision_date, decision_due, initiative, category, urgency, amount,
      obligation, entered_on, illustrative, officer_id, state, outstanding, last_seq, standing_seq, standing_on)
    SELECT id, agency, year, number, agency, court_id, judgment_number, judgment_date, effective_date, received_on,
      decision_number, decision_date, decision_due, initiative, category, urgency, amount, obligation, entered_on,
      v_head.illustrative, officer_id, CASE start WHEN 'ENTERED_REGISTER' THEN 'SEPARATE_REGISTER' ELSE 'ACCEPTED' END,
      amount, 1, 1, entered_on FROM fresh_case),
  people AS (
    INSERT INTO case_party (case_id, role, name)
    SELECT f.id, x.role, x.name FROM fresh_case f
    CROSS JOIN LATERAL (VALUES ('DEBTOR', f.debtor), ('CREDITOR', f.creditor)) x (role, name) WHERE x.name <> ''),
  officers AS (
    INSERT INTO case_assignment (case_id, officer_id, valid_from, assigned_by, assigned_at)
    SELECT id, officer_id, entered_on, p_actor, v_at FROM fresh_case WHERE officer_id IS NOT NULL)
  INSERT INTO case_event (case_id, seq, agency_code, kind, day, amount, follows, recorded_by, recorded_at, state, outstanding)
    SELECT id, 1, agency, start, entered_on, amount, 0, p_actor, v_at,
      CASE start WHEN 'ENTERED_REGISTER' THEN 'SEPARATE_REGISTER' ELSE 'ACCEPTED' END, amount FROM fresh_case;
  GET DIAGNOSTICS v_count = ROW_COUNT;
  RETURN jsonb_build_object('written', true, 'accepted', v_count);
END $$;

/* Writes the planned events of the cases after p.after up to p.upTo. */
CREATE FUNCTION import_case_events(p_actor text, p jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE v_import bigint := (p ->> 'import')::bigint; v_count int;
  v_after bigint := (p ->> 'after')::bigint; v_to bigint := (p ->> 'upTo')::bigint; v_at timestamptz := (p ->> 'at')::timestamptz;
BEGIN
  PERFORM case_import_mine(p_actor, v_import);
  PERFORM case_import_audit(p_actor, v_import, (SELECT jsonb_object_agg(holder, n) FROM (SELECT holder, count(*) AS n
    FROM case_import_plan WHERE import_id = v_import AND case_id > v_after AND case_id <= v_to GROUP BY 1) a));
  INSERT INTO case_event (case_id, seq, agency_code, kind, day, amount, ground, reference, note, follows, recorded_by,
      recorded_at, state, outstanding, aside, aside_state)
    SELECT q.case_id, q.seq, q.holder, i.kind, i.day, q.amount, i.ground, i.reference, i.note, q.follows, p_actor, v_at,
      q.state, q.outstanding, q.aside, q.aside_state
    FROM case_import_plan q JOIN case_import_event i ON i.import_id = q.import_id AND i.row = q.row
    WHERE q.import_id = v_import AND q.problem IS NULL AND q.case_id > v_after AND q.case_id <= v_to
    ORDER BY q.case_id, q.seq;
  GET DIAGNOSTICS v_count = ROW_COUNT;
  RETURN jsonb_build_object('written', true, 'accepted', v_count);
END $$;

/* The n-th working day after a day, by the calendar with its holidays and swapped days; the day itself for 0. */
CREATE FUNCTION nth_working_day(p_day date, p_n int) RETURNS date LANGUAGE plpgsql STABLE AS $$
DECLARE v_day date := p_day; v_left int := p_n;
BEGIN
  WHILE v_left > 0 LOOP
    v_day := v_day + 1;
    IF coalesce((SELECT kind = 'WORKING' FROM calendar_exception WHERE day = v_day), extract(isodow FROM v_day) <= 5) THEN
      v_left := v_left - 1;
    END IF;
  END LOOP;
  RETURN v_day;
END $$;

/* One new case, entered by hand: the same way as a file of one row. */
CREATE FUNCTION create_case(p_actor text, p jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE v_import bigint; v_id bigint; v_problem text;
BEGIN
  IF NOT in_scope(p ->> 'agency') THEN RETURN NULL; END IF;
  PERFORM FROM audit_head WHERE chain = p ->> 'agency' FOR UPDATE;
  v_import := case_import_begin(p_actor, 'cases', '', false);
  INSERT INTO case_import_case SELECT (jsonb_populate_record(NULL::case_import_case,
    p || jsonb_build_object('import_id', v_import, 'row', 1, 'decision_due',
      nth_working_day((p ->> 'received_on')::date, (p ->> 'working_days')::int)))).*;
  SELECT code INTO v_problem FROM case_import_problems(p_actor, v_import, ARRAY[p ->> 'agency']) LIMIT 1;
  IF v_problem IS NULL THEN
    PERFORM import_cases(p_actor, jsonb_build_object('import', v_import, 'from', 1, 'to', 1, 'at', p ->> 'at'));
  END IF;
  PERFORM case_import_end(p_actor, v_import);
  IF v_problem IS NOT NULL THEN RETURN jsonb_build_object('written', false, 'why', v_problem); END IF;
  SELECT id INTO v_id FROM enforcement_case
    WHERE (numbered_by, year, number) = (p ->> 'agency', (p ->> 'year')::int, (p ->> 'number')::int);
  RETURN jsonb_build_object('written', true, 'caseId', v_id::text);
END $$;

/* What each case of an agency adds to each column of a month's form, as known at an instant (NULL = now): the same as the
   pure function contributionOf. */
CREATE FUNCTION case_contributions(p_agency text, p_ym int, p_known timestamptz)
RETURNS TABLE (case_id bigint, column_name text, cases bigint, money bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  WITH counted AS MATERIALIZED (
    SELECT e.* FROM case_event e
    WHERE in_scope(p_agency) AND e.case_id IN (SELECT f.case_id FROM case_event f WHERE f.agency_code = p_agency) AND e.kind <> 'COUNTERED'
      AND ym_of(e.day) <= p_ym AND (p_known IS NULL OR e.recorded_at <= p_known)
      AND NOT EXISTS (SELECT FROM case_event u WHERE u.case_id = e.case_id AND u.counters = e.seq
        AND (p_known IS NULL OR u.recorded_at <= p_known))),
  last AS (SELECT DISTINCT ON (e.case_id) e.* FROM counted e ORDER BY e.case_id, e.seq DESC),
  held AS (SELECT l.* FROM last l WHERE l.agency_code = p_agency),
  opening AS (SELECT DISTINCT ON (e.case_id) e.* FROM counted e WHERE ym_of(e.day) / 12 < p_ym / 12
    ORDER BY e.case_id, e.seq DESC),
  entry AS (
    SELECT h.case_id, s.column_name, 1 AS cases, h.outstanding - h.aside AS money FROM held h JOIN case_state s USING (state)
      WHERE s.column_name IS NOT NULL
    UNION ALL
    SELECT h.case_id, s.column_name, 0, h.aside FROM held h JOIN case_state s ON s.state = h.aside_state
    UNION ALL
    SELECT h.case_id, 'carriedOver', 1, o.outstanding FROM held h JOIN opening o USING (case_id)
      JOIN case_state s ON s.state = o.state WHERE s.column_name <> 'separateRegister'
    UNION ALL
    SELECT e.case_id, x.column_name, x.cases, x.money FROM held h JOIN counted e USING (case_id)
      JOIN case_kind k ON k.kind = e.kind
      CROSS JOIN LATERAL (VALUES
        (k.flow_column, CASE WHEN k.effect IN ('START', 'CLOSE') THEN 1 ELSE 0 END, e.amount),
        (CASE e.kind WHEN 'MOVED_TO_REGISTER' THEN 'carriedOver' END, -1, -e.outstanding),
        (CASE e.kind WHEN 'RETURNED_FROM_REGISTER' THEN 'carriedOver' END, 1, e.outstanding)) x (column_name, cases, money)
      WHERE ym_of(e.day) / 12 = p_ym / 12 AND x.column_name IS NOT NULL)
  SELECT e.case_id, e.column_name, sum(e.cases)::bigint, sum(e.money)::bigint FROM entry e GROUP BY 1, 2
  HAVING sum(e.cases) <> 0 OR sum(e.money) <> 0
$$;

/* How many parties a case has, without opening them. */
CREATE FUNCTION case_party_count(p_case bigint) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT count(*)::int FROM case_party x JOIN enforcement_case c ON c.id = x.case_id
  WHERE x.case_id = p_case AND in_scope(c.agency_code) $$;

/* Counts everything anew, for loads that went past the triggers; the owner's alone. */
CREATE FUNCTION case_totals_rebuild() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM case_totals;
  DELETE FROM case_front;
  INSERT INTO case_front (agency_code, last_ym) SELECT agency_code, max(ym_of(day)) FROM case_event GROUP BY 1;
  INSERT INTO case_totals SELECT * FROM case_totals_counted();
END $$;

/* When an agency ends in one successor, its cases go along on that day: what is open, what stands in the separate
   register, and what ended in the same statistical year, so that the successor's cumulative form is whole. Of a split
   with several successors nobody can say which case goes where: there the cases wait. */
CREATE FUNCTION case_successor_takes_over() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE v_day date; v_count int; v_actor text := coalesce(nullif(current_setting('app.actor', true), ''), 'system');
BEGIN
  IF (SELECT count(*) FROM agency_succession WHERE (predecessor_code, event_id) = (NEW.predecessor_code, NEW.event_id)) > 1 THEN
    RETURN NULL;
  END IF;
  SELECT effective_on INTO v_day FROM agency_event WHERE id = NEW.event_id;
  SELECT count(*) INTO v_count FROM enforcement_case WHERE agency_code = NEW.predecessor_code;
  IF v_count = 0 THEN RETURN NULL; END IF;
  PERFORM audit_append(NEW.predecessor_code, v_actor, 'case.transfer', 'cases:' || NEW.predecessor_code,
    jsonb_build_object('to', NEW.successor_code, 'event', NEW.event_id, 'on', v_day));
  -- The sums of both reach the months in which something leaves or arrives.
  PERFORM case_front_reaches((SELECT jsonb_build_object(NEW.predecessor_code, r.ym, NEW.successor_code, r.ym)
    FROM (SELECT max(ym_of(greatest(v_day, standing_on))) AS ym FROM enforcement_case
      WHERE agency_code = NEW.predecessor_code) r));
  INSERT INTO case_event (case_id, seq, agency_code, kind, day, follows, recorded_by, recorded_at, state, outstanding, aside,
      aside_state)
    SELECT c.id, c.last_seq + 1, NEW.successor_code, 'TRANSFERRED', greatest(v_day, c.standing_on), c.standing_seq, v_actor,
      now(), c.state, c.outstanding, c.aside, c.aside_state
    FROM enforcement_case c JOIN case_state s ON s.state = c.state
    WHERE c.agency_code = NEW.predecessor_code AND c.state <> 'VOID'
      AND (s.column_name IS NOT NULL OR ym_of(c.standing_on) / 12 >= ym_of(v_day) / 12)
    ORDER BY c.id;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER succession_takes_cases AFTER INSERT ON agency_succession
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION case_successor_takes_over();
