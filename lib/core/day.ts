/** A calendar day "YYYY-MM-DD", without a clock or a zone; sorts as text. Years 0001 to 9999. */
export type Day = string & { readonly brand: "Day" };

const written = /^(\d{4})-(\d{2})-(\d{2})$/;
const lastOrdinal = ordinalOf(9999, 12, 31);

/** Whether the text is a day that exists. Example: isDay("2022-02-30") is false. */
export function isDay(text: string): text is Day {
  const [year, month, date] = split(text);
  if (year < 1 || month < 1 || month > 12 || date < 1) return false;
  return date <= ordinalOf(year, month + 1, 1) - ordinalOf(year, month, 1);
}

/** The day written in the text. Throws RangeError on an impossible one. Example: day("2022-09-30"). */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`Not a day: ${text}`);
  return text;
}

/** The day `n` days later, or earlier when negative. Example: addDays(day("2022-02-28"), 1) is 2022-03-01. */
export function addDays(d: Day, n: number): Day {
  const ordinal = ordinalOf(...split(d)) + n;
  if (!Number.isInteger(n) || ordinal < 1 || ordinal > lastOrdinal)
    throw new RangeError(`Cannot add ${n} days`);
  return dayOfOrdinal(ordinal);
}

/** Days from one day to a later one, negative when it is earlier. Example: 2022-09-01 to 2022-09-30 is 29. */
export function daysBetween(from: Day, to: Day): number {
  return ordinalOf(...split(to)) - ordinalOf(...split(from));
}

/** The day of the week, 1 = Monday to 7 = Sunday. Example: weekday(day("2022-03-31")) is 4. */
export function weekday(d: Day): number {
  return ((ordinalOf(...split(d)) + 6) % 7) + 1;
}

/** The Vietnamese writing dd/MM/yyyy, used in both languages. Example: "30/09/2022". */
export function formatDay(d: Day): string {
  return d.split("-").reverse().join("/");
}

/** The day of an instant in Asia/Ho_Chi_Minh, fixed at UTC+7. Example: 2022-09-30T17:00Z is on 2022-10-01. */
export function dayOfInstant(instant: Date): Day {
  return day(new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10));
}

function split(text: string): [number, number, number] {
  const [, year, month, date] = written.exec(text) ?? [];
  return [Number(year ?? 0), Number(month ?? 0), Number(date ?? 0)];
}

// Days counted from 0001-01-01 = 1 in the Gregorian calendar; years start in March so that leap days come last.
function ordinalOf(year: number, month: number, date: number): number {
  const y = month > 2 ? year : year - 1;
  const m = month > 2 ? month - 3 : month + 9;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return 365 * y + leapDays + Math.floor((153 * m + 2) / 5) + date - 306;
}

function dayOfOrdinal(ordinal: number): Day {
  let year = Math.floor(ordinal / 366) + 1;
  while (ordinalOf(year + 1, 1, 1) <= ordinal) year += 1;
  let month = 1;
  while (month < 12 && ordinalOf(year, month + 1, 1) <= ordinal) month += 1;
  const date = ordinal - ordinalOf(year, month, 1) + 1;
  const pad = (n: number, width: number) => String(n).padStart(width, "0");
  return day(`${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`);
}
