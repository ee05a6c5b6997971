import { type Bar, barsByYear } from "@/components/results/entry/bars";

type BarsProps = {
  bars: readonly Bar[];
  title: string;
  /** Opens the figures. */
  list: string;
  /** Said when the bars cross the break of a statistical year. */
  note: string;
  year: (year: number) => string;
  label: (month: number) => string;
  write: (value: bigint | null) => string;
};

const width = 240;
const tallest = 48;
const gap = 12;
const height = tallest + 29;

/** Small zero-based bars of twelve months, each year's drawn apart, the last one dark, with the figures as a list. */
export function HistoryBars({ bars, title, list, note, year: yearName, label, write }: BarsProps) {
  const years = barsByYear(bars);
  const largest = bars.reduce((most, { value }) => (value !== null && value > most ? value : most), 1n);
  const step = (width - gap * (years.length - 1)) / bars.length;
  const places = bars.map((bar, at) => {
    const group = years.findIndex(({ year }) => year === bar.year);
    return { ...bar, x: at * step + gap * group, isEarlier: group < years.length - 1 };
  });
  const last = places.at(-1);
  return (
    <figure>
      <svg viewBox={`0 0 ${width} ${height}`} className="h-auto w-full max-w-80" aria-hidden="true">
        {places.map(({ year, month, value, x, isEarlier }) => {
          const tall = heightOf(value, largest);
          const tone = isEarlier ? "fill-transparent stroke-ink-3" : "fill-line stroke-line";
          return (
            <g key={`${year}-${month}`}>
              <rect
                className={month === last?.month && year === last.year ? "fill-ink stroke-ink" : tone}
                x={x + 0.5}
                y={tallest - tall + 0.5}
                width={step * 0.82 - 1}
                height={Math.max(0, tall - 1)}
                rx="1.5"
              />
              <text
                className="fill-ink-2"
                x={x + step * 0.41}
                y={tallest + 11}
                textAnchor="middle"
                fontSize="10"
              >
                {month}
              </text>
            </g>
          );
        })}
        {years.map(({ year }) => {
          const own = places.filter((each) => each.year === year);
          const middle = ((own.at(0)?.x ?? 0) + (own.at(-1)?.x ?? 0) + step * 0.82) / 2;
          return (
            <text
              key={year}
              className="fill-ink-2 font-semibold"
              x={Math.min(middle, width - 12)}
              y={height - 4}
              textAnchor="middle"
              fontSize="11"
            >
              {year}
            </text>
          );
        })}
      </svg>
      <figcaption className="text-sm text-ink-2">
        <p>{years.length > 1 ? `${title}. ${note}` : title}</p>
        <BarList years={years} list={list} yearName={yearName} label={label} write={write} />
      </figcaption>
    </figure>
  );
}

function heightOf(value: bigint | null, largest: bigint): number {
  if (value === null) return 0;
  const size = value < 0n ? 0 : Number((value * 1000n) / largest) / 1000;
  return Math.max(1, size * tallest);
}

type ListProps = Pick<BarsProps, "list" | "label" | "write"> & {
  years: ReturnType<typeof barsByYear>;
  yearName: BarsProps["year"];
};

function BarList({ years, list, yearName, label, write }: ListProps) {
  return (
    <details>
      <summary>{list}</summary>
      {years.map(({ year, bars }) => (
        <div key={year} className="mt-1">
          <p className="font-semibold text-ink">{yearName(year)}</p>
          <ol className="grid gap-0.5 tabular-nums">
            {bars.map(({ month, value }) => (
              <li key={month} className="flex justify-between gap-3">
                <span>{label(month)}</span>
                <span className="text-ink">{write(value)}</span>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </details>
  );
}
