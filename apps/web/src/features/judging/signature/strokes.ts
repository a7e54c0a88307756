import { signatureBox, signatureLength } from '#domain/rubric/signature';

/** Of a stroke, in units of the signature's box. */
export interface Point {
  x: number;
  y: number;
}

/** Nearer points than this say nothing new. */
const nearest = 3;

const within = (value: number, size: number) => Math.min(size - 1, Math.max(0, Math.round(value)));

/** Where a pointer is, in units of the box that is drawn at `shown`. */
export function pointAt({ clientX, clientY }: { clientX: number; clientY: number }, shown: DOMRect): Point {
  return {
    x: within(((clientX - shown.left) / shown.width) * signatureBox.width, signatureBox.width),
    y: within(((clientY - shown.top) / shown.height) * signatureBox.height, signatureBox.height),
  };
}

const begun = ({ x, y }: Point) => `M${x} ${y}L${x} ${y}`;

/** A path with one more stroke begun; a tap is a dot. */
export function beginStroke(path: string, point: Point): string {
  const longer = path + begun(point);
  return longer.length <= signatureLength.drawn ? longer : path;
}

/** A path whose last stroke goes on to a point. */
export function drawTo(path: string, { x, y }: Point): string {
  const [, lastX = '', lastY = ''] = /(\d+) (\d+)$/.exec(path) ?? [];
  if (Math.hypot(x - Number(lastX), y - Number(lastY)) < nearest) return path;
  const longer = `${path}L${x} ${y}`;
  return longer.length <= signatureLength.drawn ? longer : path;
}
