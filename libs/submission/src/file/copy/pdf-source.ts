import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useOwnFont } from './fonts.js';
import { pageImages, pageSize } from './page-image.js';
import { type PageSource, type RenderedPage, UnshowableError } from './page-source.js';

const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const folder = (name: string) => join(library, name) + sep;

/** Most characters kept of one page. */
const contentLimit = 100_000;

/** Read piece by piece from the disk: of a large document only what a page needs is in memory. */
export async function openPdf(path: string): Promise<PageSource> {
  useOwnFont();
  const task = getDocument({
    url: pathToFileURL(path).href,
    ...{ disableAutoFetch: true, disableStream: true, rangeChunkSize: 1_048_576 },
    ...{ cMapUrl: folder('cmaps'), cMapPacked: true, standardFontDataUrl: folder('standard_fonts') },
    ...{ wasmUrl: folder('wasm'), iccUrl: folder('iccs') },
    // Glyphs are drawn as paths from the document's own fonts; what it does not carry comes from `useOwnFont`.
    ...{ disableFontFace: true, useSystemFonts: false, isEvalSupported: false, enableXfa: false },
    ...{ maxImageSize: 100_000_000, verbosity: VerbosityLevel.ERRORS },
  });
  const document = await task.promise.catch((error: unknown) => {
    const isEncrypted = error instanceof Error && error.name === 'PasswordException';
    throw new UnshowableError(isEncrypted ? 'encrypted' : 'broken');
  });
  return {
    pageCount: document.numPages,
    page: (number) =>
      renderPage(document, number).catch(() => {
        throw new UnshowableError('broken');
      }),
    close: () => task.destroy(),
  };
}

async function renderPage(document: PDFDocumentProxy, number: number): Promise<RenderedPage> {
  const page = await document.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const { width, height } = pageSize(natural.width, natural.height, true);
  const viewport = page.getViewport({ scale: width / natural.width });
  const canvas = createCanvas(width, height);
  await page.render({ canvas: null, canvasContext: canvas.getContext('2d'), viewport, background: '#fff' }).promise;
  const { items } = await page.getTextContent();
  const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
  page.cleanup();
  return { width, height, ...(await pageImages(canvas)), content: text.replaceAll('\0', '').slice(0, contentLimit) };
}
