import { v7 as uuidv7 } from 'uuid';
import { compareCodePoints } from '#domain';
import type { Answer, Asker, TestApi } from './api.js';
import { seedIsKnown } from './later-seed.js';
import { createStage, type JudgingStage, type StageOptions } from './judging-stage.js';

interface Made {
  readonly id: string;
  readonly code?: string;
  readonly errors?: readonly { readonly path: string; readonly code: string; readonly detail: string }[];
}

export interface ReadMinute {
  readonly draw: { readonly hash: string; readonly state: string; readonly replacedAt: string | null };
  readonly canonical: string;
  readonly lines: readonly {
    readonly member: string;
    readonly ticket: string | null;
    readonly outcome: string;
    readonly place: number | null;
  }[];
  readonly calls: readonly object[];
  readonly files: readonly { readonly id: string }[];
}

/** The draws of one stage with its panels, by one who draws and another who confirms. */
export class StageDraws {
  private constructor(
    readonly api: TestApi,
    readonly stage: JudgingStage,
    readonly panelIds: readonly string[],
    readonly persons: readonly [Asker, Asker],
  ) {}

  static async open(api: TestApi, panels: number, options: StageOptions): Promise<StageDraws> {
    const stage = await createStage(api.dataSource, { assigned: false, ...options });
    const panelIds = Array.from({ length: panels }, () => uuidv7());
    await api.dataSource.query(
      `insert into panels (id, stage_id, key, name_zh, name_en, position)
       select id, $1, 'panel-' || place, '第' || place || '组', 'Panel ' || place, place
         from unnest($2::uuid[]) with ordinality as g (id, place)`,
      [stage.stageId, panelIds],
    );
    const { editionId } = stage;
    const person = () => api.person({ role: 'organiser', editionId, mayApprove: true });
    const [office, second] = [await person(), await person()];
    return new StageDraws(api, stage, panelIds, [office, second]);
  }

  get base(): string {
    return `/api/v1/stages/${this.stage.stageId}`;
  }

  get office(): Asker {
    return this.persons[0];
  }

  get second(): Asker {
    return this.persons[1];
  }

  /** A draw by a seed that is known in a quarter of an hour. */
  asked(changes: object): object {
    return {
      ...{ passesConflicted: true, byPanel: false, seedSource: '上证指数当日收盘点位' },
      ...{ seedKnownFrom: new Date(Date.now() + 900_000), ...changes },
    };
  }

  /** @returns id of the draw */
  async commit(changes: object): Promise<string> {
    const { status, body } = await this.office.post<Made>(`${this.base}/draws`, this.asked(changes));
    if (status !== 201) throw new Error(`${status}: ${JSON.stringify(body)}`);
    return body.id;
  }

  /** Once it may be known. */
  async seed(id: string, seed: string): Promise<void> {
    await seedIsKnown(this.api.database, id);
    const outcome = await this.outcome(this.office, `${id}/seed`, { seed });
    if (outcome !== '204') throw new Error(outcome);
  }

  /** From the commitment to the confirmation. */
  async drawn(changes: object): Promise<string> {
    const id = await this.commit(changes);
    await this.seed(id, 'a public seed');
    const { status, body } = await this.second.post(`${this.base}/draws/${id}/confirmation`);
    if (status !== 204) throw new Error(`${status}: ${JSON.stringify(body)}`);
    return id;
  }

  byHand(changes: object, lines: readonly object[]): Promise<Answer<Made>> {
    const drawnAt = new Date(Date.now() - 60_000);
    const given = { passesConflicted: true, byPanel: false, drawnAt, lines, ...changes };
    return this.office.post<Made>(`${this.base}/draws/by-hand`, given);
  }

  file(id: string, name: string, bytes: Buffer): Promise<Answer> {
    const headers = { 'content-type': 'application/octet-stream', 'idempotency-key': uuidv7() };
    const url = `${this.base}/draws/${id}/files?name=${encodeURIComponent(name)}`;
    return this.office.sendBytes('POST', url, headers, bytes);
  }

  /** @returns status, and the code of a refusal */
  async outcome(who: Asker, path: string, body?: object): Promise<string> {
    const answer = await who.post<Made | ''>(`${this.base}/draws${path === '' ? '' : `/${path}`}`, body);
    const code = answer.body === '' ? undefined : answer.body.code;
    return code === undefined ? String(answer.status) : `${answer.status} ${code}`;
  }

  async minute(id: string): Promise<ReadMinute> {
    return (await this.office.get<ReadMinute>(`${this.base}/draws/${id}`)).body;
  }

  /** Ids of the judges of a panel. */
  async seats(panelId: string | undefined): Promise<string[]> {
    const rows = await this.query<{ id: string }>('select judge_id as id from panel_judges where panel_id = $1', [
      panelId,
    ]);
    return rows.map(({ id }) => id).sort(compareCodePoints);
  }

  /** Entries in their order of appearance. */
  order(): Promise<{ number: number; panel: string | null; place: number | null }[]> {
    return this.query(
      `select e.number, x.panel_id as panel, x.appearance_order as place from stage_entries x
         join entries e on e.id = x.entry_id where x.stage_id = $1 order by x.appearance_order, e.number`,
      [this.stage.stageId],
    );
  }

  /** A judge has typed a score of an entry. */
  async begin(judge: number, entry: number): Promise<void> {
    const id = uuidv7();
    const { stageId, stageEntryIds, judgeIds } = this.stage;
    await this.query(
      `insert into assignments (id, public_id, stage_id, stage_entry_id, judge_id, position)
       values ($1, gen_random_uuid(), $2, $3, $4, 1)`,
      [id, stageId, stageEntryIds[entry], judgeIds[judge]],
    );
    await this.query(`insert into drafts (assignment_id, scores, version) values ($1, '{"novelty":"5"}', 1)`, [id]);
  }

  /** Kinds of the events of this stage's draws, in order. */
  async ledger(): Promise<string[]> {
    const rows = await this.query<{ kind: string }>(
      `select kind from ledger_events where kind like 'draw-%' and canonical::jsonb #>> '{subject,stage}' = $1 order by id`,
      [this.stage.stageId],
    );
    return rows.map(({ kind }) => kind);
  }

  async query<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.api.dataSource.query<Row[]>(sql, [...values]);
  }
}
