import type { CopyFault } from '#domain';
import type { RenderedPage } from './page-source.js';

/** Ends a renderer that has taken more memory than it may: nothing else sends it. */
export const memorySignal = 'SIGUSR2';

/** From the worker to the process that renders: one at a time. */
export interface PagesRequest {
  /** Of a page, from 1. */
  readonly number: number;
}

/** From the process that renders: one after it was started, then one for each request. */
export type PagesAnswer =
  | { readonly kind: 'opened'; readonly pageCount: number }
  | { readonly kind: 'page'; readonly page: RenderedPage }
  | { readonly kind: 'unshowable'; readonly fault: CopyFault };
