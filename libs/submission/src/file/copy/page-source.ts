import type { CopyFault } from '#domain';

/** One page as it is shown. */
export interface RenderedPage {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** WebP. */
  readonly page: Uint8Array;
  /** WebP, `thumbnailWidth` wide. */
  readonly thumbnail: Uint8Array;
  /** What can be read on it; empty for a picture. */
  readonly content: string;
}

/** An opened file whose pages are rendered one by one, in any order. */
export interface PageSource {
  readonly pageCount: number;
  /** @param number from 1 @throws UnshowableError */
  page(number: number): Promise<RenderedPage>;
  close(): Promise<void>;
}

export type PageFormat = 'pdf' | 'image';

/** What rendered was ended from outside, as when a machine goes down: trying again may end well. */
export class InterruptedError extends Error {
  constructor() {
    super('the renderer was ended from outside');
  }
}

/** Trying again would end in the same way. */
export class UnshowableError extends Error {
  constructor(readonly fault: CopyFault) {
    super(`the file cannot be shown: ${fault}`);
  }
}
