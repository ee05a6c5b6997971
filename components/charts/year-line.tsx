const width = 360;
const height = 132;
const left = 8;
const right = 64;
const top = 18;
const bottom = 20;

type YearLineProps = {
  title: string;
  points: readonly { month: number; percent: number }[];
  /** The year's target in percent, if one counts. */
  target: number | null;
  targetLabel: string | null;
  lastLabel: string | null;
};

/** Cumulative rate by month with the year's target and the pace it asks for; drawn on the server, no script. */
export function YearLine({ title, points, target, targetLabel, lastLabel }: YearLineProps) {
  const most = Math.max(10, target ?? 0, ...points.map(({ percent }) => percent)) * 1.08;
  const x = (month: number) => left + ((width - left - right) * (month - 1)) / 11;
  const y = (percent: number) => top + (height - top - bottom) * (1 - percent / most);
  const last = points.at(-1);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title} className="h-auto w-full max-w-md">
      <path d={`M${left} ${y(0)}H${width - right}`} className="stroke-line" fill="none" />
      {[1, 3, 6, 9, 12].map((month) => (
        <text
          key={month}
          x={x(month)}
          y={height - 6}
          textAnchor="middle"
          fontSize="11"
          className="fill-ink-2"
        >
          {month}
        </text>
      ))}
      {target !== null && (
        <>
          <path
            d={`M${x(1)} ${y(target / 12)}L${x(12)} ${y(target)}`}
            className="stroke-ink-3"
            fill="none"
            strokeDasharray="1 4"
            strokeLinecap="round"
            strokeWidth="1.5"
          />
          <path
            d={`M${left} ${y(target)}H${width - right}`}
            className="stroke-brand"
            fill="none"
            strokeDasharray="5 4"
            strokeWidth="1.5"
          />
          <text x={width - right + 6} y={y(target) + 4} fontSize="12" fontWeight="600" className="fill-brand">
            {targetLabel}
          </text>
        </>
      )}
      <path
        d={points
          .map(({ month, percent }, at) => `${at ? "L" : "M"}${x(month).toFixed(1)} ${y(percent).toFixed(1)}`)
          .join("")}
        className="stroke-ink"
        fill="none"
        strokeWidth="2.25"
        strokeLinejoin="round"
      />
      {last && (
        <>
          <circle cx={x(last.month)} cy={y(last.percent)} r="4" className="fill-ink" />
          <LastLabel
            at={{ x: x(last.month), y: y(last.percent) }}
            targetY={target === null ? null : y(target)}
            text={lastLabel ?? ""}
          />
        </>
      )}
    </svg>
  );
}

/** The last value beside its point, moved away from the target's label when the two would touch. */
function LastLabel({
  at,
  targetY,
  text,
}: {
  at: { x: number; y: number };
  targetY: number | null;
  text: string;
}) {
  const isAtEnd = at.x > width - right - 40;
  const isClose = isAtEnd && targetY !== null && Math.abs(targetY - at.y) < 14;
  const apart = at.y <= (targetY ?? 0) ? -14 : 14;
  const beside = isClose ? (targetY ?? 0) + apart : at.y;
  const isAbove = !isAtEnd;
  // The first month stands at the left edge: its label is moved in rather than cut off.
  const above = Math.max(at.x, left + 18);
  return (
    <text
      x={isAtEnd ? width - right + 6 : above}
      y={isAbove ? at.y - 9 : beside + 4}
      textAnchor={isAbove ? "middle" : "start"}
      fontSize="12"
      fontWeight="600"
      className="fill-ink"
    >
      {text}
    </text>
  );
}
