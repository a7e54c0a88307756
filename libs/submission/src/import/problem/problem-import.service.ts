import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  columnsOfTargets,
  earlierRows,
  type ImportedProblem,
  importLine,
  type ImportRow,
  type ImportTarget,
  problemCells,
  problemTargets,
  RowCells,
} from '#domain';
import { EnterpriseProblemService } from '../../enterprise-problem.service.js';
import { badCell } from '../bad-cell.js';
import { type ImportPlan, type ImportSource, ImportSources, type MappedFile, type PlanTerms } from '../import-kind.js';

interface StandingProblem extends ImportedProblem {
  readonly id: string;
  /** Whether judging of an entry that answers it has begun. */
  readonly isJudged: boolean;
}

const limits = { title: 300, owner: 200 } as const;
const none: ImportedProblem = { number: 0, titleZh: '', titleEn: '', ownerZh: '', ownerEn: '' };

/** Enterprise problems (企业难题) from an office's file, found again by their numbers. */
@Injectable()
export class ProblemImportService implements ImportSource, OnModuleInit {
  readonly kind = 'problems';

  constructor(
    private readonly sources: ImportSources,
    private readonly problems: EnterpriseProblemService,
  ) {}

  onModuleInit(): void {
    this.sources.add(this);
  }

  targets(): Promise<ImportTarget[]> {
    return Promise.resolve([...problemTargets]);
  }

  async plan(manager: EntityManager, editionId: string, file: MappedFile, { holds }: PlanTerms): Promise<ImportPlan> {
    const standing = new Map((await standingProblems(manager, editionId, holds)).map((one) => [one.number, one]));
    const planned = file.rows.map((row) => planProblem(row, standing));
    const columns = columnsOfTargets(file.columns);
    const earlier = earlierRows(planned.map(({ row, problem }) => ({ row: row.row, names: [String(problem.number)] })));
    const badCells = planned.flatMap(({ row, reader, problem }, index) => {
      if (earlier[index] !== undefined && problem.number > 0) {
        reader.refuse('number', 'number', 'row-duplicated', { row: earlier[index] });
      }
      return reader.problems.map((found) => badCell(found, row, columns));
    });
    const lines = planned.map(({ line }) => line);
    const met = new Set(planned.map(({ problem }) => problem.number));
    const writes = planned.filter(({ line }) => line.outcome !== 'unchanged');
    return {
      targets: [...problemTargets],
      window: 'open',
      outline: { lines, badCells, absent: [...standing.keys()].filter((one) => !met.has(one)).length, incomplete: 0 },
      fingerprint: writes.map(({ before, problem }) => ({ from: before && { ...before }, to: { ...problem } })),
      apply: async (actor) => {
        const given = (isNew: boolean) =>
          writes.filter(({ before }) => (before === null) === isNew).map(({ problem }) => newProblem(problem));
        if (given(true).length > 0) await this.problems.publish(manager, editionId, given(true), { actor });
        if (given(false).length > 0) await this.problems.change(manager, editionId, given(false), { actor });
      },
    };
  }
}

const newProblem = ({ number, titleZh, titleEn, ownerZh, ownerEn }: ImportedProblem) => ({
  number,
  title: { zh: titleZh, en: titleEn },
  ownerLabel: { zh: ownerZh, en: ownerEn },
});

function planProblem(row: ImportRow, standing: ReadonlyMap<number, StandingProblem>) {
  const reader = new RowCells(row.cells);
  const written = (reader.cell('number') ?? '').normalize('NFKC').replace(/[#№号\s]/gu, '');
  const number = /^[1-9]\d{0,5}$/.test(written) ? Number(written) : 0;
  if (number === 0) reader.refuse('number', 'number', written === '' ? 'field-missing' : 'count-expected');
  const before = standing.get(number) ?? null;
  const was = before ?? none;
  const text = (target: string, path: string, from: string, maximum: number) =>
    reader.needed(target, path, from || null, maximum);
  const problem: ImportedProblem = {
    number,
    titleZh: text('title-zh', 'title.zh', was.titleZh, limits.title),
    titleEn: text('title-en', 'title.en', was.titleEn, limits.title),
    ownerZh: text('owner-zh', 'ownerLabel.zh', was.ownerZh, limits.owner),
    ownerEn: text('owner-en', 'ownerLabel.en', was.ownerEn, limits.owner),
  };
  const cells = before === null ? null : problemCells(before);
  const line = importLine(row, { key: String(number || ''), title: problem.titleZh }, cells, problemCells(problem));
  // What judges read with a score already given does not change below it.
  if (line.outcome === 'changed' && before?.isJudged) {
    reader.refuse(line.changes[0]?.target ?? 'number', 'title', 'problem-judged');
  }
  return { row, reader, before, problem, line };
}

function standingProblems(manager: EntityManager, editionId: string, holds: boolean): Promise<StandingProblem[]> {
  return manager.query<StandingProblem[]>(
    `select p.id, p.number, p.title_zh as "titleZh", p.title_en as "titleEn", p.owner_label_zh as "ownerZh",
       p.owner_label_en as "ownerEn", exists (select from entries e join stage_entries x on x.entry_id = e.id
         join windows w on w.stage_id = x.stage_id where e.enterprise_problem_id = p.id and w.opened_at is not null)
         as "isJudged"
     from enterprise_problems p where p.edition_id = $1 order by p.number ${holds ? 'for update of p' : ''}`,
    [editionId],
  );
}
