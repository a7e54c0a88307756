import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../../api/client.js';
import { recusalOrderKeys } from '../recusal/queries.js';
import { pageSize } from '../wall/page-within.js';

export type CandidatePage = Schemas['CandidatePageDto'];
export type Candidate = Schemas['CandidateDto'];
export type Evidence = Schemas['EvidenceDto'];
export type CandidateState = Candidate['state'];

export const candidateStates = ['open', 'ordered', 'blocking', 'confirmed', 'dismissed'] as const;

/** What settling a candidate makes to be read anew. */
export const candidateKeys = ['conflict-candidates', 'assignment', 'stage-recusals', 'substitutes'] as const;

/** What ordering a recusal makes to be read anew. */
export const orderedCandidateKeys = [...candidateKeys, ...recusalOrderKeys] as const;

/** The team has asked for the recusal: one person confirms it. Any other is ordered, which takes two. */
export const isAsked = ({ evidence }: Candidate) =>
  evidence.some(({ code }) => code === 'avoided-person' || code === 'avoided-employer');

/** Rows a file asks for at once: the most there are. */
const filed = 200;

interface Part {
  after: number;
  limit: number;
  state?: CandidateState;
}

const readCandidates = (stageId: string, query: Part) =>
  answer(api.GET('/api/v1/stages/{stageId}/conflict-candidates', { params: { path: { stageId }, query } }));

const ofState = (state: CandidateState | '') => (state === '' ? {} : { state });

/** @param page from 1 @param state of one alone; empty: all */
export const candidatesQuery = (stageId: string, page: number, state: CandidateState | '') =>
  queryOptions({
    queryKey: ['conflict-candidates', stageId, page, state],
    queryFn: () => readCandidates(stageId, { after: (page - 1) * pageSize, limit: pageSize, ...ofState(state) }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

/** How many are open, for a page that leads here. */
export const candidateCountsQuery = (stageId: string) =>
  queryOptions({
    queryKey: ['conflict-candidates', stageId, 'counts'],
    queryFn: () => readCandidates(stageId, { after: 0, limit: 1, state: 'open' }),
    retry: false,
  });

/** Every candidate, for a file. */
export async function wholeCandidates(stageId: string, state: CandidateState | ''): Promise<Candidate[]> {
  const rows: Candidate[] = [];
  for (;;) {
    const part = await readCandidates(stageId, { after: rows.length, limit: filed, ...ofState(state) });
    rows.push(...part.candidates);
    if (part.candidates.length < filed) return rows;
  }
}
