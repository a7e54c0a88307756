import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { LedgerService } from '#ledger';

export interface TechnicalProblemSolution {
  readonly entryId: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** YYYY-MM-DD. */
  readonly occurredOn: string;
}

/** Key technical problems (关键技术难题) that entries solved: not enterprise problems, and never added to them. */
@Injectable()
export class TechnicalProblemService {
  constructor(private readonly ledger: LedgerService) {}

  async record(manager: EntityManager, given: readonly TechnicalProblemSolution[], actor: string): Promise<void> {
    const rows = given.map(({ entryId, title, occurredOn }) => ({
      ...{ id: uuidv7(), entry_id: entryId },
      ...{ title_zh: title.zh, title_en: title.en, day: occurredOn },
    }));
    await manager.query(
      `insert into technical_problem_solutions (id, entry_id, number, title_zh, title_en, confirmed_by, occurred_on)
       select g.id, g.entry_id, (select count(*) from technical_problem_solutions s where s.entry_id = g.entry_id)
         + row_number() over (partition by g.entry_id order by g.id), g.title_zh, g.title_en, $2, g.day
       from jsonb_to_recordset($1::jsonb) as g (id uuid, entry_id uuid, title_zh text, title_en text, day date)`,
      [JSON.stringify(rows), actor],
    );
    await this.ledger.recordMany(
      manager,
      rows.map((row) => ({
        kind: 'technical-problem-solved',
        subject: { entry: row.entry_id, solution: row.id },
        body: { actor },
        occurredOn: row.day,
      })),
    );
  }
}
