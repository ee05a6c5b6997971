-- What was known at an instant is gathered once and then joined. Inlined into scoreboard(), whose estimates are small,
-- it was gathered again for every unit: 5 s for the nation instead of 0,25 s. A function with a setting of its own is
-- not inlined, and with its usual size the planner joins it by hash.
ALTER FUNCTION reports_known(int, int[], timestamptz) ROWS 1000 SET search_path FROM CURRENT;
ALTER FUNCTION figures_known(int, int[], timestamptz) ROWS 2000 SET search_path FROM CURRENT;
