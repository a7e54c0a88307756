import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import { hashJson } from '#domain';
import { LedgerService } from '#ledger';
import type { EntryAct } from './entry.service.js';

export interface NewEnterpriseProblem {
  /** Within the edition, from 1. */
  readonly number: number;
  readonly title: { readonly zh: string; readonly en: string };
  /** What the public may read of the owner: often «a carmaker in the city», not a name. */
  readonly ownerLabel: { readonly zh: string; readonly en: string };
}

interface ChangedProblem {
  readonly id: string;
  readonly number: number;
  readonly before: Pick<NewEnterpriseProblem, 'title' | 'ownerLabel'>;
  readonly after: Pick<NewEnterpriseProblem, 'title' | 'ownerLabel'>;
}

/** SQL: what a problem says, as JSON. */
const texts = (alias: string) =>
  `json_build_object('title', json_build_object('zh', ${alias}.title_zh, 'en', ${alias}.title_en),
     'ownerLabel', json_build_object('zh', ${alias}.owner_label_zh, 'en', ${alias}.owner_label_en))`;

/** Enterprise problems (企业难题) as they are published (发榜) for the entries of an Open Challenge. */
@Injectable()
export class EnterpriseProblemService {
  constructor(private readonly ledger: LedgerService) {}

  /** @returns ids in the order given */
  async publish(
    manager: EntityManager,
    editionId: string,
    problems: readonly NewEnterpriseProblem[],
    act: EntryAct,
  ): Promise<string[]> {
    const ids = problems.map(() => uuidv7());
    await manager.query(
      `insert into enterprise_problems
         (id, edition_id, public_id, number, title_zh, title_en, owner_label_zh, owner_label_en)
       select id, $1, public_id, number, title_zh, title_en, owner_zh, owner_en
       from unnest($2::uuid[], $3::uuid[], $4::integer[], $5::text[], $6::text[], $7::text[], $8::text[])
         as given (id, public_id, number, title_zh, title_en, owner_zh, owner_en)`,
      [
        ...[editionId, ids, ids.map(() => uuidv4()), problems.map(({ number }) => number)],
        ...[problems.map(({ title }) => title.zh), problems.map(({ title }) => title.en)],
        ...[problems.map(({ ownerLabel }) => ownerLabel.zh), problems.map(({ ownerLabel }) => ownerLabel.en)],
      ],
    );
    await this.ledger.recordMany(
      manager,
      problems.map(({ number }, index) => ({
        kind: 'problem-published',
        subject: { edition: editionId, problem: ids[index] ?? '' },
        body: { actor: act.actor, number },
        ...(act.occurredOn === undefined ? {} : { occurredOn: act.occurredOn }),
      })),
    );
    return ids;
  }

  /** Gives problems that are here other texts, each found by its number; the ledger keeps the hashes of both texts. */
  async change(
    manager: EntityManager,
    editionId: string,
    problems: readonly NewEnterpriseProblem[],
    act: EntryAct,
  ): Promise<void> {
    const rows = await manager.query<[ChangedProblem[], number]>(
      `with was as (select * from enterprise_problems where edition_id = $1 and number = any ($2) for update)
       update enterprise_problems p set title_zh = g.title_zh, title_en = g.title_en, owner_label_zh = g.owner_zh,
         owner_label_en = g.owner_en
       from unnest($2::integer[], $3::text[], $4::text[], $5::text[], $6::text[])
         as g (number, title_zh, title_en, owner_zh, owner_en) join was w on w.number = g.number
       where p.id = w.id returning p.id, p.number, ${texts('w')} as before, ${texts('p')} as after`,
      [
        ...[editionId, problems.map(({ number }) => number)],
        ...[problems.map(({ title }) => title.zh), problems.map(({ title }) => title.en)],
        ...[problems.map(({ ownerLabel }) => ownerLabel.zh), problems.map(({ ownerLabel }) => ownerLabel.en)],
      ],
    );
    await this.ledger.recordMany(
      manager,
      rows[0].map(({ id, number, before, after }) => ({
        kind: 'problem-changed',
        subject: { edition: editionId, problem: id },
        body: { actor: act.actor, number, before: hashJson(before), after: hashJson(after) },
      })),
    );
  }
}
