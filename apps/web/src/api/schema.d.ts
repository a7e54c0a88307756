type Op<Ok, Body = never, Params = { query?: never }> = ([Body] extends [never]
  ? { requestBody?: never }
  : { requestBody: { content: { 'application/json': Body } } }) & {
  parameters: Params;
  responses: {
    200: { headers: Record<string, unknown>; content: { 'application/json': Ok } };
    default: { headers: Record<string, unknown>; content: { 'application/problem+json': components['schemas']['ProblemDto'] } };
  };
};
type PathId<K extends string> = { path: { [k in K]: string } };
type Write<K extends string> = { path: { [k in K]: string }; header: { 'Idempotency-Key': string } };
type S = components['schemas'];

export interface paths {
  '/api/v1/sessions': { post: Op<S['SessionDto'], { email: string; password: string }> };
  '/api/v1/session': { get: Op<S['SessionDto']>; delete: Op<undefined> };
  '/api/v1/session/locale': { put: Op<undefined, { locale: 'zh' | 'en' }> };
  '/api/v1/passwords': { post: Op<undefined, { token: string; password: string }> };
  '/api/v1/public/key-figures': { get: Op<S['KeyFiguresDto'], never, { query?: { edition?: string } }> };
  '/api/v1/public/award-lists': { get: Op<S['PublicAwardListsDto']> };
  '/api/v1/public/award-lists/{publicId}': { get: Op<S['PublicAwardListDto'], never, PathId<'publicId'>> };
  '/api/v1/public/countries': { get: Op<S['CountriesDto']> };
  '/api/v1/public/editions': { get: Op<S['PublicEditionsDto']> };
  '/api/v1/editions/{slug}/entries': { post: Op<{ publicId: string; state: string }, S['WriteEntryDto'], Write<'slug'>> };
  '/api/v1/my/entries': { get: Op<S['MyEntriesDto']> };
  '/api/v1/entries/{publicId}': {
    get: Op<S['EntryDto'], never, PathId<'publicId'>>;
    put: Op<{ publicId: string; state: string }, S['WriteEntryDto'], Write<'publicId'>>;
  };
  '/api/v1/entries/{publicId}/submissions': { post: Op<S['EntryReceiptDto'], never, Write<'publicId'>> };
  '/api/v1/entries/{publicId}/withdrawal': { post: Op<undefined, never, Write<'publicId'>> };
  '/api/v1/entries/{publicId}/landing-confirmation': {
    post: Op<undefined, { outcome: 'confirmed' | 'revoked'; investmentYuan: string; occurredOn: string }, Write<'publicId'>>;
  };
  '/api/v1/my/assignments': { get: Op<S['MyAssignmentsDto']> };
  '/api/v1/assignments/{publicId}': { get: Op<S['AssignmentDto'], never, PathId<'publicId'>> };
  '/api/v1/assignments/{publicId}/draft': {
    put: Op<{ version: number; updatedAt: string }, { scores: Record<string, string> }, PathId<'publicId'> & { header: { 'If-Match': string } }>;
  };
  '/api/v1/assignments/{publicId}/submissions': {
    post: Op<S['ReceiptDto'], { scores: Record<string, string>; rulesHash: string }, PathId<'publicId'> & { header: { 'If-Match': string; 'Idempotency-Key': string } }>;
  };
  '/api/v1/assignments/{publicId}/recusal': { post: Op<undefined, { reasonCode: string }, Write<'publicId'>> };
  '/api/v1/editions': { get: Op<S['EditionsDto']> };
  '/api/v1/editions/{slug}/stages': { get: Op<S['StagesDto'], never, PathId<'slug'>> };
  '/api/v1/stages/{stageId}/wall': { get: Op<S['WallDto'], never, PathId<'stageId'>> };
  '/api/v1/stages/{stageId}/ranking': { get: Op<S['RankingDto'], never, PathId<'stageId'> & { query?: { cursor?: string } }> };
  '/api/v1/stages/{stageId}/window/opening': { post: Op<undefined, { acknowledge?: string[] }, Write<'stageId'>> };
  '/api/v1/stages/{stageId}/window/closing': { post: Op<undefined, { acknowledge?: string[] }, Write<'stageId'>> };
  '/api/v1/stages/{stageId}/advancement': {
    get: Op<S['AdvancementDto'], never, PathId<'stageId'>>;
    post: Op<undefined, never, Write<'stageId'>>;
  };
  '/api/v1/editions/{slug}/award-lists': {
    get: Op<S['AwardListsDto'], never, PathId<'slug'>>;
    post: Op<undefined, { reasonCode?: string }, Write<'slug'>>;
  };
  '/api/v1/award-lists/{publicId}/publication-request': { post: Op<undefined, never, Write<'publicId'>> };
  '/api/v1/award-lists/{publicId}/publication': { post: Op<undefined, never, Write<'publicId'>> };
  '/api/v1/editions/{slug}/landing-intents': { get: Op<S['LandingIntentsDto'], never, PathId<'slug'> & { query?: { cursor?: string } }> };
}

export interface components {
  schemas: {
    TextDto: { zh: string; en: string };
    NamedDto: { key: string; name: S['TextDto'] };
    ProblemDto: {
      type: string; title: string; status: number; code: string; detail: string; instance?: string;
      errors?: { path: string; code: string; detail: string }[];
      blockers?: S['BlockerDto'][];
    };
    BlockerDto: { code: string; detail: string };
    SessionDto: {
      user: null | {
        displayName: string; locale: 'zh' | 'en';
        roles: { role: string; mayApprove: boolean; edition: null | { slug: string; name: S['TextDto']; contest: S['NamedDto'] } }[];
      };
      demo: boolean;
      serverTime: string;
    };
    KeyFiguresDto: {
      asOf: string;
      contests: {
        key: string; edition: { slug: string; name: S['TextDto']; isDemo?: boolean }; name?: S['TextDto'];
        entries: number; countries: number; transformations: number | null; problemsSolved: number | null;
        technicalProblemsSolved: number | null; landingIntents: number | null; investmentYuan: string | null;
      }[];
      total: { entries: number; countries: number };
    };
    EditionRefDto: { slug: string; name: S['TextDto']; isDemo: boolean };
    PublicAwardListsDto: {
      lists: { publicId: string; edition: S['EditionRefDto']; contest: S['NamedDto']; number: number; publishedAt: string; occurredOn: string | null; hash: string; items: number; supersededBy: string | null }[];
    };
    PublicAwardListDto: {
      publicId: string; edition: S['EditionRefDto']; contest: S['NamedDto']; number: number; hash: string;
      items: number; frozenAt: string; publishedAt: string; reasonCode: string | null; canonical: string; supersededBy: string | null; occurredOn: string | null; twoPersons: boolean;
      runs: { stage: S['NamedDto']; fence: number; outputsHash: string; inputsHash: string; rulesHash: string }[];
      sections: { stage: S['NamedDto']; tiers: { key: string; name: S['TextDto']; quota: number; items: S['AwardItemDto'][] }[] }[];
    };
    AwardItemDto: {
      position: number; entryNumber: number | null; title: string | null; country: null | { code: string; name: S['TextDto'] };
      lead: string | null; nominatingBody: string | null; track: null | { name: S['TextDto'] }; fieldGroup: null | S['TextDto'];
      rank: number | null; score: string | null; vacant: boolean;
    };
    PublicEditionsDto: {
      contests: {
        key: string; name: S['TextDto'];
        editions: {
          slug: string; name: S['TextDto']; isDemo: boolean; year: number;
          entryWindow: null | S['WindowDto'];
          tracks: S['TrackDto'][]; fieldGroups: S['NamedDto'][]; divisions: S['NamedDto'][];
        }[];
      }[];
    };
    TrackDto: { key: string; name: S['TextDto']; requiresProblem: boolean; parentKey: string | null };
    CountriesDto: { countries: { code: string; name: S['TextDto'] }[] };
    WindowDto: { plannedOpensAt: string; plannedClosesAt: string; deadlineAt: string | null; isOpen: boolean; openedAt?: string | null; closedAt?: string | null };
    WriteEntryDto: {
      trackKey: string; fieldGroupKey?: string; divisionKey?: string; enterpriseProblemNumber?: number; countryCode: string;
      title: string; summary?: string; language: 'zh' | 'en'; nominatingBody?: string;
      members: { role: 'lead' | 'member' | 'adviser'; name: string; organisation?: string }[];
      landing?: S['LandingDeclarationDto'];
    };
    LandingDeclarationDto: { way: string; districts: string[]; investmentYuan?: string; timetableMonths?: number; needs: string[]; localPartner: boolean };
    MyEntriesDto: { entries: { publicId: string; number: number | null; title: string; state: 'draft' | 'submitted' | 'withdrawn'; edition: S['EditionRefDto']; submittedAt: string | null; receipt: string | null }[] };
    EntryDto: S['WriteEntryDto'] & { publicId: string; number: number | null; state: 'draft' | 'submitted' | 'withdrawn'; edition: S['EditionRefDto']; submittedAt: string | null; receipt: string | null; version: number };
    EntryReceiptDto: { number: string; receipt: string; submittedAt: string; version: number };
    MyAssignmentsDto: {
      serverTime: string;
      stages: {
        edition: S['EditionRefDto']; stage: S['NamedDto']; window: S['WindowDto'];
        counts: { total: number; drafts: number; submitted: number };
        assignments: { publicId: string; position: number; title: string; track: { name: S['TextDto'] }; state: 'untouched' | 'draft' | 'submitted'; total: string | null; revision: number }[];
      }[];
    };
    AssignmentDto: {
      publicId: string; position: number; stage: S['NamedDto']; edition: S['EditionRefDto']; window: S['WindowDto'];
      entry: { title: string; summary: string | null; language: string; track: { name: S['TextDto'] }; fieldGroup: null | S['TextDto'] };
      rules: unknown; rulesHash: string;
      draft: null | { version: number; scores: Record<string, string>; updatedAt: string };
      submitted: null | { revision: number; scores: Record<string, string>; total: string; receipt: string; receiptNumber?: string; submittedAt: string };
      next: string | null; previous: string | null; serverTime?: string;
    };
    ReceiptDto: { revision: number; receipt: string; receiptNumber: string; submittedAt: string; total: string };
    EditionsDto: { editions: (S['EditionRefDto'] & { contest: S['NamedDto']; year: number; roles: string[] })[] };
    StagesDto: { edition: S['EditionRefDto']; stages: { id: string; key: string; name: S['TextDto']; kind: string; position: number; track: { name: S['TextDto'] }; window: S['WindowDto']; entries: number; assignments: number; submitted: number }[] };
    WallDto: {
      stage: S['NamedDto'] & { id: string }; edition: S['EditionRefDto']; window: S['WindowDto'];
      totals: { entries: number; assignments: number; submitted: number; drafts: number; judges: number };
      judges: { id: string; name: string; assigned: number; submitted: number; drafts: number; lastSubmittedAt: string | null }[];
      tracks: { name: S['TextDto']; assignments: number; submitted: number }[];
      coverage: { floor: number; below: number; complete: number };
      pending: number;
      run: null | { fence: number; finishedAt: string | null; outputsHash: string | null; shadow: string; sheets: number };
    };
    RankingDto: {
      stage: S['NamedDto']; edition: S['EditionRefDto']; nextCursor: string | null;
      rows: { rank: number | null; entryNumber: string; title: string; sheets: number; score: string | null; tie: string | null; criteria: Record<string, string> }[];
    };
    AdvancementDto: {
      rule: unknown; target: null | S['NamedDto']; applied: boolean; blockers: S['BlockerDto'][];
      rows: { rank: number | null; entryNumber: string; title: string; score: string | null; advances: boolean; reason: string | null }[];
    };
    AwardListsDto: {
      blockers: (S['BlockerDto'] & { stageKey: string | null; entries: number[]; rank: number | null })[];
      versions: { publicId: string; number: number; state: 'frozen' | 'requested' | 'published'; hash: string; frozenAt: string; requestedAt: string | null; requestedByMe: boolean; publishedAt: string | null; items: number; vacant: number; reasonCode: string | null }[];
    };
    LandingIntentsDto: {
      edition: S['EditionRefDto']; nextCursor: string | null;
      intents: {
        entryPublicId: string; entryNumber: string; title: string;
        declared: null | { way: string | null; districts: string[]; investmentYuan: string | null; timetableMonths: number | null; needs: string[]; localPartner: boolean };
        suggested: null | { isSuggested: boolean; signals: string[] };
        confirmed: null | { outcome: 'confirmed' | 'revoked'; investmentYuan: string; occurredOn: string };
      }[];
    };
  };
}
