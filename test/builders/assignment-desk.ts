import { v7 as uuidv7 } from 'uuid';
import { compareCodePoints } from '#domain';
import { AssignmentRunService } from '#judging';
import type { Asker, TestApi } from './api.js';
import { createStage, type JudgingStage, type StageOptions } from './judging-stage.js';

interface Finding {
  readonly code: string;
  readonly entries: readonly { readonly number: number }[];
  readonly judges: readonly (string | null)[];
  readonly numbers: Readonly<Record<string, number>>;
}

export interface Preview {
  readonly run: { readonly state: string; readonly fault: string | null; readonly planHash: string | null };
  readonly quality: { readonly gap: number; readonly parts: number } | null;
  readonly figures: { readonly places: number; readonly noTopic: number } | null;
  readonly findings: readonly Finding[];
  readonly relaxations: readonly Finding[];
  readonly changes: { readonly kept: number; readonly added: number; readonly removed: number };
  readonly leastLoad: number;
  readonly mostLoad: number;
}

export interface PlannedEntry {
  readonly id: string;
  readonly number: number;
  readonly judges: readonly {
    readonly id: string;
    readonly assignmentId: string | null;
    readonly isBegun: boolean;
    readonly change: string | null;
    readonly knowsTopic: boolean;
  }[];
}

/** What a plan is asked for, unless a test says otherwise. */
export const asked = {
  ...{ judgesWanted: 2, kindsWanted: [], mostPerEmployer: null, existing: 'keep', withSubstitutes: false },
  weights: { expertise: 100, preference: 120, ownLanguage: 20, kept: 400 },
  seed: 'a public seed',
};

/** A stage, an organiser who assigns its judges, and the worker's half of the work. */
export class AssignmentDesk {
  constructor(
    readonly api: TestApi,
    readonly stage: JudgingStage,
    readonly office: Asker,
  ) {}

  /** @param options of the stage; nobody is assigned yet */
  static async open(api: TestApi, options: StageOptions = {}): Promise<AssignmentDesk> {
    const stage = await createStage(api.dataSource, { assigned: false, ...options });
    const office = await api.person({ role: 'organiser', editionId: stage.editionId });
    return new AssignmentDesk(api, stage, office);
  }

  get base(): string {
    return `/api/v1/stages/${this.stage.stageId}`;
  }

  get runs(): AssignmentRunService {
    return this.api.app.get(AssignmentRunService, { strict: false });
  }

  /** @returns id of the run */
  async request(changes: object = {}): Promise<string> {
    const { status, body } = await this.office.post<{ id: string }>(`${this.base}/assignment-runs`, {
      ...asked,
      ...changes,
    });
    if (status !== 201) throw new Error(`${status}: ${JSON.stringify(body)}`);
    return body.id;
  }

  async plan(changes: object = {}): Promise<{ id: string; preview: Preview }> {
    const id = await this.request(changes);
    await this.runs.run(id);
    return { id, preview: await this.preview(id) };
  }

  async preview(id: string): Promise<Preview> {
    return (await this.office.get<Preview>(`${this.base}/assignment-runs/${id}/preview`)).body;
  }

  /** @param run of a plan; none: what stands */
  async entries(run?: string): Promise<readonly PlannedEntry[]> {
    const path = run === undefined ? 'assigned-entries' : `assignment-runs/${run}/entries`;
    return (await this.office.get<{ entries: PlannedEntry[] }>(`${this.base}/${path}?limit=500`)).body.entries;
  }

  apply(id: string, planHash: string | null, who = this.office, key: string = uuidv7()) {
    const headers = { 'idempotency-key': key };
    return who.post<{ code?: string }>(`${this.base}/assignment-runs/${id}/application`, { planHash }, headers);
  }

  /** Plans and applies. */
  async assign(changes: object = {}): Promise<Preview> {
    const { id, preview } = await this.plan(changes);
    const { status, body } = await this.apply(id, preview.run.planHash);
    if (status !== 204) throw new Error(`${status}: ${JSON.stringify(body)}`);
    return preview;
  }

  /** Pairs that stand, as `number of the entry` and `place of the judge in the stage`, in order. */
  async standing(): Promise<string[]> {
    const entries = await this.entries();
    return entries
      .flatMap(({ number, judges }) => judges.map(({ id }) => `${number} ${this.stage.judgeIds.indexOf(id)}`))
      .sort(compareCodePoints);
  }

  async query<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.api.dataSource.query<Row[]>(sql, [...values]);
  }
}
