-- Saved views: addresses of the product's own pages under a name of one's own.

CREATE TABLE saved_view (
  id uuid NOT NULL,
  user_id uuid NOT NULL REFERENCES user_account (id),
  name text NOT NULL,
  path text NOT NULL,
  position integer NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT saved_view_pkey PRIMARY KEY (id),
  -- Deferred, so that two views can change places. Fifty places are fifty views at most.
  CONSTRAINT saved_view_place UNIQUE (user_id, position) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT saved_view_fifty CHECK (position BETWEEN 1 AND 50),
  CONSTRAINT saved_view_named CHECK (length(btrim(name)) BETWEEN 1 AND 80),
  CONSTRAINT saved_view_own_page CHECK (path ~ '^/([^/\\]|$)' AND length(path) <= 1000)
);
CREATE UNIQUE INDEX saved_view_name ON saved_view (user_id, name);
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_view TO thads_app;
ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON saved_view TO thads_app
  USING (user_id::text = (SELECT current_setting('app.actor', true)));
CREATE CONSTRAINT TRIGGER saved_view_audited AFTER INSERT OR UPDATE OR DELETE ON saved_view
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fact_is_audited();
