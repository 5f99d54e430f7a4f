import { lineColour, type Tone } from './tone.ts';

/** A word-sized line of values over time; gaps stay gaps. */
export function Sparkline({
  values,
  tone = 'plain',
  width = 84,
  height = 24,
}: {
  values: readonly (number | null)[];
  tone?: Tone;
  width?: number;
  height?: number;
}) {
  const known = values.filter((value): value is number => value !== null);
  // A few lone points are no line; nothing is truer than a broken stroke.
  if (known.length < Math.max(3, values.length / 2))
    return <svg width={width} height={height} aria-hidden="true" />;
  const low = Math.min(...known);
  const reach = Math.max(...known) - low || 1;
  const x = (i: number) => 2 + (i / (values.length - 1)) * (width - 4);
  const y = (value: number) => height - 3 - ((value - low) / reach) * (height - 6);
  let path = '';
  let pen = false;
  values.forEach((value, i) => {
    if (value === null) {
      pen = false;
      return;
    }
    path += `${pen ? 'L' : 'M'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`;
    pen = true;
  });
  const lastIndex = values.findLastIndex((value) => value !== null);
  const last = values[lastIndex] ?? 0;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path d={path} fill="none" stroke={lineColour[tone]} strokeWidth={1.5} strokeLinejoin="round" />
      <circle cx={x(lastIndex)} cy={y(last)} r={2} fill={lineColour[tone]} />
    </svg>
  );
}
