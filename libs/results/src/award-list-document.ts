import { canonicalJson } from '#domain';
import type { AwardSource, AwardTierRow, RankedRow } from './award-sources.query.js';

/** A place on the list; a vacant place has no entry. */
export interface ListItem {
  readonly position: number;
  readonly stageKey: string;
  readonly tierId: string;
  readonly tierKey: string;
  readonly row: RankedRow | null;
}

/** Salted commitments (SHA-256 of salt and text, 64 hex digits) to what persons typed; null where there is nothing. */
export interface ItemCommitments {
  readonly title: string | null;
  readonly lead: string | null;
}

export interface AwardListDocument {
  readonly edition: string;
  readonly number: number;
  readonly reasonCode: string | null;
  /** Hash of the version before; null for the first. */
  readonly previousHash: string | null;
  readonly sources: readonly AwardSource[];
  readonly tiers: readonly AwardTierRow[];
  readonly items: readonly ListItem[];
  /** By position, from 1. */
  readonly commitments: ReadonlyMap<number, ItemCommitments>;
}

/**
 * The canonical JSON that outsiders hash: every place of every tier, what it rests on and what it corrects. Texts that
 * persons typed, a name among them, stand in it as commitments only: the list survives their erasure.
 */
export function awardListDocument(list: AwardListDocument): string {
  return canonicalJson({
    schema: 1,
    algorithms: { canonical: 'RFC8785', hash: 'SHA-256' },
    edition: list.edition,
    number: list.number,
    reason: list.reasonCode,
    previous: list.previousHash,
    runs: list.sources.map((source) => ({
      stage: source.stageKey,
      fence: source.fence,
      rules: source.rulesHash,
      inputs: source.inputsHash,
      outputs: source.outputsHash,
      tiers: list.tiers
        .filter(({ stageId }) => stageId === source.stageId)
        .map(({ key, quota, minimumScore }) => ({ tier: key, quota, minimumScore })),
    })),
    items: list.items.map(({ position, stageKey, tierKey, row }) => ({
      position,
      stage: stageKey,
      tier: tierKey,
      entry: row?.entryPublicId ?? null,
      number: row?.entryNumber ?? null,
      track: row?.trackKey ?? null,
      country: row?.countryCode ?? null,
      rank: row?.rank ?? null,
      score: row?.score ?? null,
      title: list.commitments.get(position)?.title ?? null,
      lead: list.commitments.get(position)?.lead ?? null,
    })),
  });
}
