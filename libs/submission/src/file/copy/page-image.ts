import { createCanvas, type Canvas } from '@napi-rs/canvas';

/** Pixels. A page is read at 1,440 px and on a phone zoomed in; wider than this, only its bytes grow. */
export const pageWidth = 1600;
export const thumbnailWidth = 240;
/** Higher than so many times its width, a picture is made narrower rather than taller. */
const mostHeight = 4000;

/** What a page may weigh: a tenth of what 1 Mbit/s brings in the two seconds that a reader waits. */
const pageBytes = 200_000;
const thumbnailBytes = 20_000;
const qualities = [85, 75, 65, 55, 45, 35, 25];
const narrower = [1, 0.8, 0.6, 0.45];

/** How large a page of these proportions is rendered; a small picture is not blown up. */
export function pageSize(width: number, height: number, mayGrow: boolean): { width: number; height: number } {
  const scale = Math.min(pageWidth / width, mostHeight / height, mayGrow ? Infinity : 1);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The first of ever lower qualities, then of ever fewer pixels, that is light enough; else the lightest. */
async function lightest(canvas: Canvas, most: number): Promise<Uint8Array> {
  let bytes = new Uint8Array();
  for (const scale of narrower) {
    const picture = scale === 1 ? canvas : scaled(canvas, Math.max(1, Math.round(canvas.width * scale)));
    for (const quality of scale === 1 ? qualities : [45, 25]) {
      bytes = new Uint8Array(await picture.encode('webp', quality));
      if (bytes.length <= most) return bytes;
    }
  }
  return bytes;
}

/** A page and its thumbnail as WebP. */
export async function pageImages(canvas: Canvas): Promise<{ page: Uint8Array; thumbnail: Uint8Array }> {
  const small = scaled(canvas, Math.min(canvas.width, thumbnailWidth));
  return { page: await lightest(canvas, pageBytes), thumbnail: await lightest(small, thumbnailBytes) };
}

function scaled(canvas: Canvas, width: number): Canvas {
  const height = Math.max(1, Math.round((canvas.height * width) / canvas.width));
  const small = createCanvas(width, height);
  const context = small.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(canvas, 0, 0, width, height);
  return small;
}
