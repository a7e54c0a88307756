import { openImage } from './image-source.js';
import { openPdf } from './pdf-source.js';
import type { PageFormat, PageSource } from './page-source.js';

/** @throws UnshowableError where it cannot be opened */
export function openPages(path: string, format: PageFormat): Promise<PageSource> {
  return format === 'pdf' ? openPdf(path) : openImage(path);
}
