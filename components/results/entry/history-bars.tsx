/** One month's figure; null = none. */
export type Bar = { month: number; value: bigint | null };

type BarsProps = {
  bars: readonly Bar[];
  title: string;
  label: (month: number) => string;
  write: (value: bigint | null) => string;
};

const width = 240;
const height = 48;

/** Small zero-based bars, the last one dark, with the same figures as a list. */
export function HistoryBars({ bars, title, label, write }: BarsProps) {
  const largest = bars.reduce((most, { value }) => (value !== null && value > most ? value : most), 1n);
  const step = width / Math.max(bars.length, 6);
  return (
    <figure>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className="h-14 w-full"
        aria-hidden="true"
        preserveAspectRatio="none"
      >
        {bars.map(({ month, value }, at) => {
          const size = value === null || value < 0n ? 0 : Number((value * 1000n) / largest) / 1000;
          const tall = Math.max(value === null ? 0 : 1, size * height);
          const tone = at === bars.length - 1 ? "fill-ink" : "fill-line";
          return (
            <rect
              key={month}
              className={tone}
              x={at * step}
              y={height - tall}
              width={step * 0.82}
              height={tall}
              rx="1.5"
            />
          );
        })}
        <line className="stroke-line" x1="0" x2={width} y1={height} y2={height} />
      </svg>
      <figcaption className="text-sm">
        <details>
          <summary className="text-ink-2">{title}</summary>
          <ol className="grid gap-0.5 tabular-nums">
            {bars.map(({ month, value }) => (
              <li key={month} className="flex justify-between gap-3">
                <span className="text-ink-2">{label(month)}</span>
                <span>{write(value)}</span>
              </li>
            ))}
          </ol>
        </details>
      </figcaption>
    </figure>
  );
}
