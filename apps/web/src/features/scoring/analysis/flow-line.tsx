export interface FlowPoint {
  readonly x: number;
  readonly y: number;
  /** Written on the point; null: a dot. */
  readonly rank: number | null;
  /** Outside the places shown: it lies in a strip, not at its place. */
  readonly isAway: boolean;
}

/** One entry's way through the methods: level at each column, bent between them, faint where it is out of sight. */
export function FlowLine({ points }: { points: readonly FlowPoint[] }) {
  const pieces = points.slice(1).map((to, index) => {
    const from = points[index] ?? to;
    return { path: bend(from, to), isAway: from.isAway || to.isAway };
  });
  return (
    <>
      <path d={pieces.map(({ path }) => path).join('')} className="flow-reach" />
      {pieces.map(({ path, isAway }, index) => (
        <path key={index} d={path} className={isAway ? 'flow-path flow-path-away' : 'flow-path'} />
      ))}
      {points.map((point) => (
        <Mark key={point.x} point={point} />
      ))}
    </>
  );
}

function bend(from: FlowPoint, to: FlowPoint): string {
  const middle = (from.x + to.x) / 2;
  return `M${from.x} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
}

function Mark({ point: { x, y, rank, isAway } }: { point: FlowPoint }) {
  if (rank === null) return isAway ? null : <circle cx={x} cy={y} r={3} className="flow-point" />;
  const width = 7 + 8 * String(rank).length;
  return (
    <>
      <rect x={x - width / 2} y={y - 10} width={width} height={20} rx={10} className="flow-badge" />
      <text x={x} y={y + 4.5} textAnchor="middle" className="flow-rank">
        {rank}
      </text>
    </>
  );
}
