import { readFile } from 'node:fs/promises';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { pageImages, pageSize } from './page-image.js';
import { type PageSource, UnshowableError } from './page-source.js';

/** A picture is one page, upright as its camera says, on white. */
export async function openImage(path: string): Promise<PageSource> {
  const image = await loadImage(await readFile(path)).catch(() => {
    throw new UnshowableError('broken');
  });
  return {
    pageCount: 1,
    page: async () => {
      const { width, height } = pageSize(image.width, image.height, false);
      const canvas = createCanvas(width, height);
      const context = canvas.getContext('2d');
      context.fillStyle = '#fff';
      context.fillRect(0, 0, width, height);
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, 0, 0, width, height);
      return { width, height, ...(await pageImages(canvas)), content: '' };
    },
    close: () => Promise.resolve(),
  };
}
