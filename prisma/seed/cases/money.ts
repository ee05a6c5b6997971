import type { CaseEventKind } from "@/lib/cases/types";
import type { Random } from "../demo/prng";
import type { Figures } from "../types";
import { dayIn } from "./days";
import { CLASSES, type Class, EXITS, type Exit, type Life, STATE_OF } from "./lives";

type Flow = Exit | "reduced";
type Carrier = { life: Life; left: bigint; aside: bigint; column: Class | null };

const PART: Readonly<Record<Flow, CaseEventKind>> = {
  completed: "COLLECTED",
  reduced: "REDUCED",
  terminated: "PARTLY_TERMINATED",
  entrustedOut: "PARTLY_ENTRUSTED",
  withdrawnOrCancelled: "PARTLY_WITHDRAWN",
  pulledUpByProvince: "PARTLY_PULLED_UP",
};
const FLOWS = [...EXITS, "reduced"] as const;

/**
 * Gives every life its money so that twelve cumulative months of đồng come out exactly: a case weighs at most its share
 * of every sum it is in; what the sums still lack is paid, reduced or set aside on the few carriers.
 */
export function withMoney(lives: Life[], months: readonly Figures[], random: Random): Life[] {
  weigh(lives, months, random);
  const carriers: Carrier[] = [];
  months.forEach((figures, at) => {
    const month = at + 1;
    carriers.push(...arriving(lives, at === 0 ? [0, 1] : [month], months, random));
    for (const column of FLOWS)
      pay(carriers, column, { month, rest: flowRest(lives, months, column, month) });
    setAside(carriers, lives, figures, month);
  });
  return lives;
}

const grown = (months: readonly Figures[], column: keyof Figures, month: number): bigint =>
  (months[month - 1]?.[column] ?? 0n) - (months[month - 2]?.[column] ?? 0n);

/** What a month brings in: what was carried over (0), or newly accepted. */
function intake(months: readonly Figures[], entered: number): bigint {
  return entered === 0 ? (months[0]?.carriedOver ?? 0n) : grown(months, "newlyAccepted", entered);
}

function sharesOf(lives: readonly Life[], months: readonly Figures[]): (life: Life) => bigint[] {
  const count = new Map<string, bigint>();
  const add = (key: string) => count.set(key, (count.get(key) ?? 0n) + 1n);
  for (const { entered, stays, exit, isAside } of lives) {
    if (isAside) continue;
    add(`in ${entered}`);
    for (const [month, column] of stays) add(`${month} ${column}`);
    if (exit) add(`out ${exit.month} ${exit.column}`);
  }
  const share = (sum: bigint, key: string) => sum / (count.get(key) ?? 1n);
  return ({ entered, stays, exit }) => [
    share(intake(months, entered), `in ${entered}`),
    ...stays.map(([month, column]) => share(months[month - 1]?.[column] ?? 0n, `${month} ${column}`)),
    ...(exit ? [share(grown(months, exit.column, exit.month), `out ${exit.month} ${exit.column}`)] : []),
  ];
}

function weigh(lives: readonly Life[], months: readonly Figures[], random: Random): void {
  const shares = sharesOf(lives, months);
  for (const life of lives) {
    if (life.isCarrier || life.isAside) continue;
    const most = shares(life).reduce(smaller);
    life.amount = (most * BigInt(700_000 + Math.floor(random() * 280_000))) / 1_000_000n;
  }
  for (let month = 1; month <= months.length; month += 1) {
    const aside = lives.filter((life) => life.isAside && life.entered === month);
    split(grown(months, "separateRegister", month), aside, random);
  }
}

/** Divides a sum among lives, every đồng of it. */
function split(sum: bigint, lives: readonly Life[], random: Random): void {
  if (lives.length === 0 && sum !== 0n) throw new RangeError(`Nobody takes ${sum}`);
  let left = sum;
  lives.forEach((life, at) => {
    const others = BigInt(lives.length - at);
    const isLast = others === 1n;
    life.amount = isLast ? left : (left * BigInt(60 + Math.floor(random() * 60))) / (100n * others);
    left -= life.amount;
  });
}

/** The carriers of some months with what the other cases of those months leave. */
function arriving(
  lives: readonly Life[],
  entered: readonly number[],
  months: readonly Figures[],
  random: Random,
): Carrier[] {
  return entered.flatMap((month) => {
    const own = lives.filter((life) => life.entered === month && !life.isAside);
    const rest = own.reduce((left, { amount }) => left - amount, intake(months, month));
    const carriers = own.filter(({ isCarrier }) => isCarrier);
    split(rest, carriers, random);
    return carriers.map((life): Carrier => ({ life, left: life.amount, aside: 0n, column: null }));
  });
}

function flowRest(lives: readonly Life[], months: readonly Figures[], column: Flow, month: number): bigint {
  const sum = grown(months, column, month);
  const own = lives.filter(({ exit }) => exit?.month === month && exit.column === column);
  return own.reduce((left, { amount }) => left - amount, sum);
}

/** Pays a rest from whoever has most that is free. */
function pay(
  carriers: readonly Carrier[],
  column: Flow,
  { month, rest }: { month: number; rest: bigint },
): void {
  let left = rest;
  const free = ({ left: all, aside }: Carrier) => all - aside;
  for (const carrier of [...carriers].sort((a, b) => (free(a) > free(b) ? -1 : 1))) {
    const amount = smaller(free(carrier), left);
    if (amount <= 0n) break;
    const day = dayIn(month, 18 + FLOWS.indexOf(column));
    carrier.life.events.push({ kind: PART[column], day, amount });
    carrier.left -= amount;
    left -= amount;
  }
  if (left !== 0n) throw new RangeError(`${left} of ${column} in month ${month} cannot be paid`);
}

/** What each class still lacks stands on carriers as a part that is postponed or suspended. */
function setAside(
  carriers: readonly Carrier[],
  lives: readonly Life[],
  figures: Figures,
  month: number,
): void {
  const lacking = CLASSES.map((column) => {
    const stands = lives.filter(({ stays }) => stays.some(([at, where]) => at === month && where === column));
    return { column, rest: stands.reduce((left, { amount }) => left - amount, figures[column]) };
  }).filter(({ rest }) => rest > 0n);
  const plan = new Map<Carrier, { column: Class; part: bigint }>();
  for (const { column, rest } of lacking.sort((a, b) => (a.rest > b.rest ? -1 : 1))) {
    let left = rest;
    const ready = carriers.filter((each) => !plan.has(each) && each.left > 0n);
    // Who already stands aside in the class goes on; then the largest.
    ready.sort(
      (a, b) => Number(b.column === column) - Number(a.column === column) || (a.left > b.left ? -1 : 1),
    );
    for (const carrier of ready) {
      if (left === 0n) break;
      const part = smaller(carrier.left, left);
      plan.set(carrier, { column, part });
      left -= part;
    }
    if (left !== 0n) throw new RangeError(`${left} of ${column} in month ${month} stands nowhere`);
  }
  for (const carrier of carriers) move(carrier, plan.get(carrier) ?? null, month);
}

function move(carrier: Carrier, to: { column: Class; part: bigint } | null, month: number): void {
  const [column, part] = [to?.column ?? null, to?.part ?? 0n];
  if (carrier.column === column && carrier.aside === part) return;
  carrier.life.events.push({
    ...{ kind: "PART_SET_ASIDE", day: dayIn(month, 27), amount: part },
    aside: column === null ? null : STATE_OF[column],
  });
  carrier.column = column;
  carrier.aside = part;
}

function smaller(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}
