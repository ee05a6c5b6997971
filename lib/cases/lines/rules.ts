import { CASE_COLUMNS, EVENT_COLUMNS } from "../imports/rules";

const named = (columns: typeof CASE_COLUMNS) =>
  columns.map(({ name, optional }) => ({ name, isOptional: optional === true }));

/** The columns of both layouts, for who makes such a file. */
export const columnNames = { cases: named(CASE_COLUMNS), events: named(EVENT_COLUMNS) };
