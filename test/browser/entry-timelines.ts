import type { Page } from 'playwright-core';
import { entryTimeline, type TimelineFacts } from '#domain';
import { at, later, type Schemas } from './answers.js';

const [begunAt, then, until] = [new Date('2026-11-20T03:10:00.000Z'), new Date(at), new Date(later)];
/** When it was checked, and until when a correction was waited for that never came. */
const checkedAt = new Date('2026-11-25T03:00:00.000Z');
export const over = new Date('2026-11-27T15:59:59.000Z');
const window: TimelineFacts['window'] = {
  ...{ opensAt: new Date('2026-11-01T01:00:00.000Z'), closesAt: until, phase: 'open', lateUntil: null },
};
const unchecked: TimelineFacts['eligibility'] = { state: 'unchecked', checkedAt: null, correctUntil: null };
/** What is still waited for is waited for after entries have closed: till then the form is open anyway. */
const closed: TimelineFacts['window'] = { ...window, closesAt: new Date('2026-11-24T15:59:59.000Z'), phase: 'closed' };
const sent: TimelineFacts = {
  ...{ state: 'submitted', begunAt, submittedAt: then, versionAt: then, withdrawnAt: null },
  ...{ window, eligibility: unchecked, stages: [], publishedAt: null },
};
const facts = {
  draft: { ...sent, state: 'draft', submittedAt: null, versionAt: null },
  submitted: sent,
  closed: { ...sent, window: closed },
  'needs-correction': {
    ...{ ...sent, window: closed },
    eligibility: { state: 'needs-correction', checkedAt, correctUntil: until },
  },
  overdue: { ...sent, window: closed, eligibility: { state: 'overdue', checkedAt, correctUntil: over } },
  withdrawn: { ...sent, state: 'withdrawn', withdrawnAt: new Date('2026-11-25T06:30:00.000Z') },
} satisfies Record<string, TimelineFacts>;

export type EntryStanding = keyof typeof facts;

type File = Schemas['EntryFileDto'];

/** The hash of the ledger event that an entry's version came with. */
const receipt = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/**
 * Has the server tell the whole of an entry that stands so: its way, by the demo's rules of what comes next, and what
 * has come of it by then – receipt, versions, check, messages, translation. What a screen tells otherwise it says after
 * this.
 *
 * @param files those that it was submitted with
 */
export async function standing(page: Page, as: EntryStanding, files: readonly File[] = []): Promise<void> {
  await page.route('**/api/v1/entries/*/timeline', (route) => route.fulfill({ json: timelineOf(as) }));
  const isDraft = as === 'draft';
  const version = { number: 1, at, receipt, files: files.length };
  await page.route('**/api/v1/entries/*/versions', (route) =>
    route.fulfill({ json: { versions: isDraft ? [] : [version] } satisfies Schemas['EntryVersionsDto'] }),
  );
  const given = { number: 1, receipt, submittedAt: at, version: 1, isLate: false, files: [...files] };
  await page.route('**/api/v1/entries/*/receipt', (route) =>
    route.fulfill({ json: given satisfies Schemas['SubmissionReceiptDto'] }),
  );
  await page.route('**/api/v1/entries/*/eligibility', (route) => route.fulfill({ json: unanswered }));
  await changed<Schemas['NoticePageDto']>(page, 'my/notices?entry=*', (told) => ({
    ...told,
    // Of the demo's own messages those that have been written by then.
    notices: told.notices
      .filter(({ template }) => !isDraft && template === 'entry-submitted')
      .map((notice) => ({ ...notice, recordedAt: at })),
  }));
  await changed<Schemas['OwnTranslationDto']>(page, 'entries/*/translation', (told) => ({
    ...told,
    ...{ isBeingRead: false, mayEdit: as !== 'withdrawn' },
    ...(isDraft ? { state: 'missing', version: 0, text: null } : { text: told.text && { ...told.text, ...written } }),
  }));
  await changed<Schemas['EntryReadersDto']>(page, 'entries/*/readers', (told) => ({
    ...{ ...told, openings: [] },
    files: files.map(({ publicId, name }) => ({
      ...{ publicId, name, label: null, roles: ['organiser'], stages: [], offices: [] },
    })),
  }));
  await changed<Schemas['TeamDto']>(page, 'entries/*/team', (told) => ({ ...told, isWithdrawn: as === 'withdrawn' }));
}

const written = { writtenAt: at, confirmedAt: at };
const unanswered: Schemas['OwnEligibilityDto'] = {
  ...{ state: 'unchecked', reasons: [], note: null, correctUntil: null, isCorrectable: false, checkedAt: null },
};

/** Has the server's own answer be told with some of it changed. */
async function changed<Body>(page: Page, part: string, change: (told: Body) => Body): Promise<void> {
  await page.route(`**/api/v1/${part}`, async (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    const response = await route.fetch();
    await route.fulfill({ response, json: change((await response.json()) as Body) });
  });
}

function timelineOf(as: EntryStanding): Schemas['EntryTimelineDto'] {
  const iso = (date: Date | null) => date?.toISOString() ?? null;
  const { steps, next, changeableUntil } = entryTimeline(facts[as]);
  return {
    steps: steps.map((step) => ({ ...step, at: iso(step.at), until: iso(step.until) })),
    next: { ...next, at: iso(next.at) },
    changeableUntil: iso(changeableUntil),
    ...{ list: null, isLate: false, lateHours: 0, extension: null },
  };
}
