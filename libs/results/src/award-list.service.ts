import { createHash } from 'node:crypto';
import { type AllocatedTier, DomainError, allocateAwards } from '#domain';
import { LedgerService } from '#ledger';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import { type EditionListVersion, editionLists } from './edition-lists.query.js';
import { type AwardListBlocker, insufficientBlockers, sourceBlockers, tieBlockers } from './award-blockers.js';
import { awardListDocument, type ItemCommitments, type ListItem } from './award-list-document.js';
import {
  type AwardSource,
  type AwardTierRow,
  type RankedRow,
  awardSources,
  awardTiers,
  heldSources,
  holdAwardLists,
  rankedRows,
  sharedRanks,
} from './award-sources.query.js';

interface Proposal {
  sources: AwardSource[];
  tiers: AwardTierRow[];
  items: ListItem[];
  blockers: AwardListBlocker[];
}

export interface FrozenAwardList {
  readonly id: string;
  readonly publicId: string;
  readonly number: number;
  /** SHA-256 of the list's canonical JSON, hex. */
  readonly hash: string;
}

/** Makes a list version: an immutable, hashed snapshot of the awards that the newest tallies give (冻结). */
@Injectable()
export class AwardListService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: LedgerService,
  ) {}

  /** Everything that keeps the edition's list from being frozen; empty when nothing does. */
  async blockers(editionId: string): Promise<AwardListBlocker[]> {
    const { manager } = this.dataSource;
    return (await this.propose(manager, editionId, await awardSources(manager, editionId))).blockers;
  }

  /**
   * Freezes the next version in the caller's transaction.
   *
   * @param reasonCode required from the second version on: a correction states why.
   * @param occurredOn YYYY-MM-DD, where the act lies in the past.
   * @throws DomainError `award-list-blocked` with the blockers, `award-list-reason-missing`.
   */
  async freeze(
    manager: EntityManager,
    edition: { id: string; slug: string },
    userId: string,
    reasonCode: string | null = null,
    occurredOn?: string,
  ): Promise<FrozenAwardList> {
    await holdAwardLists(manager, edition.id);
    const held = await heldSources(manager, () => awardSources(manager, edition.id));
    const { sources, tiers, items, blockers } = await this.propose(manager, edition.id, held);
    if (blockers.length > 0) throw new DomainError('award-list-blocked', { blockers });
    const before = await this.newest(manager, edition.id);
    const number = (before?.number ?? 0) + 1;
    if (number > 1 && reasonCode === null) throw new DomainError('award-list-reason-missing', {});
    const commitments = await this.commitments(manager, items);
    const canonical = awardListDocument({
      ...{ edition: edition.slug, number, reasonCode, previousHash: before?.hash ?? null },
      ...{ sources, tiers, items, commitments },
    });
    const hash = createHash('sha256').update(canonical, 'utf8').digest('hex');
    const list = { id: uuidv7(), publicId: uuidv4(), number, hash };
    await manager.query(
      `insert into award_list_versions (id, public_id, edition_id, number, canonical, hash, reason_code, frozen_by)
       values ($1, $2, $3, $4, $5, decode($6, 'hex'), $7, $8)`,
      [list.id, list.publicId, edition.id, number, canonical, hash, reasonCode, userId],
    );
    await this.insertRuns(manager, list.id, sources);
    await this.insertItems(manager, list.id, items, commitments);
    await this.ledger.record(manager, {
      kind: 'award-list-frozen',
      subject: { list: list.id, edition: edition.id, actor: userId },
      body: { number, hash, runs: sources.map((source) => ({ run: source.runId, outputs: source.outputsHash })) },
      ...(occurredOn === undefined ? {} : { occurredOn }),
    });
    return list;
  }

  /** A frozen version by its id. @throws DomainError `not-found` */
  async frozen(manager: EntityManager, id: string): Promise<FrozenAwardList> {
    const rows = await manager.query<FrozenAwardList[]>(
      `select id, public_id as "publicId", number, encode(hash, 'hex') as hash from award_list_versions where id = $1`,
      [id],
    );
    if (rows[0] === undefined) throw new DomainError('not-found');
    return rows[0];
  }

  /** Versions and blockers as the office sees them. @throws DomainError `not-found` for an unknown edition */
  async overview(
    slug: string,
    userId: string,
  ): Promise<{ versions: EditionListVersion[]; blockers: AwardListBlocker[] }> {
    const rows = await this.dataSource.query<{ id: string }[]>('select id from editions where slug = $1', [slug]);
    if (rows[0] === undefined) throw new DomainError('not-found');
    const editionId = rows[0].id;
    return {
      versions: await editionLists(this.dataSource, editionId, userId),
      blockers: await this.blockers(editionId),
    };
  }

  private async newest(
    manager: EntityManager,
    editionId: string,
  ): Promise<{ number: number; hash: string } | undefined> {
    const rows = await manager.query<{ number: number; hash: string }[]>(
      `select number, encode(hash, 'hex') as hash from award_list_versions
        where edition_id = $1 order by number desc limit 1`,
      [editionId],
    );
    return rows[0];
  }

  private async propose(manager: EntityManager, editionId: string, sources: AwardSource[]): Promise<Proposal> {
    const runIds = sources.flatMap((source) => (source.runId === null ? [] : [source.runId]));
    const rows = await rankedRows(manager, runIds);
    const shared = await sharedRanks(manager, runIds);
    const tiers = await awardTiers(manager, editionId);
    const proposal: Proposal = { sources, tiers, items: [], blockers: sourceBlockers(sources) };
    for (const source of sources) {
      // Ranks of a stage still being judged are nobody's to see, not even as the place of a tie.
      if (!source.windowClosed) continue;
      const stageRows = rows.filter((row) => row.stageId === source.stageId);
      const stageTiers = tiers.filter((tier) => tier.stageId === source.stageId);
      const allocation = allocateAwards({
        ranked: stageRows.map(({ entryId, rank, score }) => ({ entry: entryId, rank, score })),
        tiers: stageTiers.map(({ key, quota, minimumScore }) => ({
          key,
          quota,
          ...(minimumScore && { minimumScore }),
        })),
        shared: sharedGroups(source, stageRows, shared),
      });
      proposal.blockers.push(...insufficientBlockers(source, stageRows), ...tieBlockers(source, allocation, stageRows));
      for (const tier of allocation.tiers) {
        proposal.items.push(...listItems(source, tier, stageTiers, stageRows, proposal.items.length));
      }
    }
    return proposal;
  }

  private async commitments(
    manager: EntityManager,
    items: readonly ListItem[],
  ): Promise<ReadonlyMap<number, ItemCommitments>> {
    const commitments = new Map<number, ItemCommitments>();
    for (const { position, row } of items) {
      if (row === null) continue;
      const { entryId, title, lead } = row;
      commitments.set(position, {
        title: await this.ledger.commitment(manager, 'entry-title', entryId, title),
        lead: lead === null ? null : await this.ledger.commitment(manager, 'entry-lead', entryId, lead),
      });
    }
    return commitments;
  }

  private async insertRuns(manager: EntityManager, versionId: string, sources: readonly AwardSource[]): Promise<void> {
    await manager.query(`insert into award_list_runs (version_id, run_id) select $1, unnest($2::uuid[])`, [
      versionId,
      sources.map((source) => source.runId),
    ]);
  }

  private async insertItems(
    manager: EntityManager,
    versionId: string,
    items: readonly ListItem[],
    commitments: ReadonlyMap<number, ItemCommitments>,
  ): Promise<void> {
    await manager.query(
      `insert into award_list_items (version_id, position, tier_id, entry_id, rank, score, name_commitment)
       select $1, i.position, i.tier, i.entry, i.rank, i.score, decode(i.commitment, 'hex')
         from jsonb_to_recordset($2::jsonb)
           as i(position int, tier uuid, entry uuid, rank int, score numeric, commitment text)`,
      [
        versionId,
        JSON.stringify(
          items.map(({ position, tierId, row }) => ({
            position,
            tier: tierId,
            entry: row?.entryId ?? null,
            rank: row?.rank ?? null,
            score: row?.score ?? null,
            commitment: commitments.get(position)?.lead ?? null,
          })),
        ),
      ],
    );
  }
}

function listItems(
  source: AwardSource,
  allocated: AllocatedTier,
  tiers: readonly AwardTierRow[],
  rows: readonly RankedRow[],
  before: number,
): ListItem[] {
  const tier = tiers.find((candidate) => candidate.key === allocated.tier);
  if (tier === undefined) throw new RangeError(`no tier ${allocated.tier}`);
  const given = allocated.entries.map(({ entry }) => rows.find((row) => row.entryId === entry) ?? null);
  const vacant = Array.from({ length: allocated.vacant }, () => null);
  return [...given, ...vacant].map((row, index) => ({
    position: before + index + 1,
    stageKey: source.stageKey,
    tierId: tier.id,
    tierKey: tier.key,
    row,
  }));
}

/** Entries of each rank that the ladder's last step or two persons left shared. */
function sharedGroups(source: AwardSource, rows: readonly RankedRow[], shared: ReadonlySet<string>): string[][] {
  const byRank = new Map<number, string[]>();
  for (const row of rows) {
    if (row.rank === null) continue;
    if (row.resolvedBy !== 'shared' && !shared.has(`${source.stageId}:${row.rank}`)) continue;
    byRank.set(row.rank, [...(byRank.get(row.rank) ?? []), row.entryId]);
  }
  return [...byRank.values()];
}
