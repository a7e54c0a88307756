import type { Page } from 'playwright-core';
import type { DemoRole } from '../builders/demo-platform.js';

/** What the addresses of the demo's pages are made of. */
export interface DemoFacts {
  readonly openStage: string;
  readonly closedStage: string;
  readonly awardList: string;
  /** Assignments of the demo judge. */
  readonly assignments: readonly string[];
  readonly entry: string;
}

export interface Screen {
  readonly name: string;
  readonly as: DemoRole | 'public';
  readonly path: (facts: DemoFacts) => string;
  /** Shows the parts of another screen, in other amounts or with a refusal: checked for access there. */
  readonly isVariant?: true;
  /** Made of parts that other screens show: worth a look where pictures are wanted, not the minutes of every run. */
  readonly isForPictures?: true;
  /** Brings the page into the state that the name says. */
  readonly prepare?: (page: Page) => Promise<void>;
}
