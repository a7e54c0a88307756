import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#domain';

export interface Name {
  readonly zh: string;
  readonly en: string;
}

export interface Label {
  readonly key: string;
  readonly name: Name;
}

export interface TrackView extends Label {
  readonly parentKey: string | null;
  readonly requiresProblem: boolean;
}

export interface WindowView {
  readonly plannedOpensAt: Date;
  readonly plannedClosesAt: Date;
  readonly deadlineAt: Date | null;
  readonly isOpen: boolean;
}

export interface EntryWindowView extends WindowView {
  /** For how many hours after the deadline drafts are still taken, marked as late; 0: none. */
  readonly lateHours: number;
  /** Whether they are taken so now. */
  readonly takesLate: boolean;
}

export interface EditionView {
  readonly id: string;
  readonly slug: string;
  readonly name: Name;
  readonly year: number;
  readonly isDemo: boolean;
  readonly contest: Label;
  readonly entryWindow: EntryWindowView;
  /** Parents before children. */
  readonly tracks: readonly TrackView[];
  readonly fieldGroups: readonly Label[];
  readonly divisions: readonly Label[];
}

export interface StageView {
  readonly id: string;
  readonly editionId: string;
  readonly key: string;
  readonly name: Name;
  readonly kind: string;
  readonly position: number;
  readonly track: Label;
  readonly previousStageId: string | null;
  readonly window: WindowView & { readonly openedAt: Date | null; readonly closedAt: Date | null };
  readonly entries: number;
}

type JsonWindow = Readonly<Record<string, string | number | boolean | null>>;
type EditionRow = Omit<EditionView, 'entryWindow'> & { readonly entryWindow: JsonWindow };
type StageRow = Omit<StageView, 'window'> & { readonly window: JsonWindow };

const name = (table: string) => `json_build_object('zh', ${table}.name_zh, 'en', ${table}.name_en)`;
const windowFields = `'plannedOpensAt', w.planned_opens_at, 'plannedClosesAt', w.planned_closes_at,
  'deadlineAt', w.deadline_at, 'isOpen', window_is_open(w, now()), 'openedAt', w.opened_at, 'closedAt', w.closed_at`;
const entryWindowFields = `${windowFields}, 'lateHours', late_entry_hours(e.id),
  'takesLate', coalesce(entry_phase(e.id, null, now()) = 'late', false)`;
const labels = (table: 'field_groups' | 'divisions') => `(select coalesce(json_agg(
  json_build_object('key', l.key, 'name', ${name('l')}) order by l.position), '[]') from ${table} l where l.edition_id = e.id)`;

/** Editions and stages as pages and forms need them. */
@Injectable()
export class EditionQueryService {
  constructor(private readonly dataSource: DataSource) {}

  /** All editions, newest year first within each contest, contests by key. */
  async all(): Promise<EditionView[]> {
    return this.editions('true', []);
  }

  /** @throws DomainError `not-found` */
  async bySlug(slug: string): Promise<EditionView> {
    const [edition] = await this.editions('e.slug = $1', [slug]);
    if (!edition) throw new DomainError('not-found', { edition: slug });
    return edition;
  }

  /** An edition's stages in their order, with the number of entries that stand in each. */
  async stages(editionId: string): Promise<StageView[]> {
    return this.stagesWhere('s.edition_id = $1', editionId);
  }

  /** @throws DomainError `not-found` */
  async stage(stageId: string): Promise<StageView> {
    const [stage] = await this.stagesWhere('s.id = $1', stageId);
    if (!stage) throw new DomainError('not-found', { stage: stageId });
    return stage;
  }

  private async editions(where: string, parameters: unknown[]): Promise<EditionView[]> {
    const rows = await this.dataSource.query<EditionRow[]>(
      `select e.id, e.slug, ${name('e')} as name, e.year, e.is_demo as "isDemo",
         json_build_object('key', c.key, 'name', ${name('c')}) as contest,
         json_build_object(${entryWindowFields}) as "entryWindow",
         (select json_agg(json_build_object('key', t.key, 'name', ${name('t')}, 'parentKey', p.key,
            'requiresProblem', t.requires_problem) order by t.position)
          from tracks t left join tracks p on p.id = t.parent_id where t.edition_id = e.id) as tracks,
         ${labels('field_groups')} as "fieldGroups", ${labels('divisions')} as divisions
       from editions e join contests c on c.id = e.contest_id
       join windows w on w.edition_id = e.id and w.kind = 'entry'
       where ${where} order by c.key collate "C", e.year desc, e.slug collate "C"`,
      parameters,
    );
    return rows.map((row) => ({ ...row, entryWindow: datesOf<EntryWindowView>(row.entryWindow) }));
  }

  private async stagesWhere(where: string, id: string): Promise<StageView[]> {
    const rows = await this.dataSource.query<StageRow[]>(
      `select s.id, s.edition_id as "editionId", s.key, ${name('s')} as name, s.kind, s.position,
         json_build_object('key', t.key, 'name', ${name('t')}) as track, s.previous_stage_id as "previousStageId",
         json_build_object(${windowFields}) as window,
         (select count(*)::int from stage_entries x where x.stage_id = s.id) as entries
       from stages s join tracks t on t.id = s.track_id join windows w on w.stage_id = s.id
       where ${where} order by s.position`,
      [id],
    );
    return rows.map((row) => ({ ...row, window: datesOf<StageView['window']>(row.window) }));
  }
}

/** JSON from the database holds instants as texts. */
function datesOf<Times>(window: JsonWindow): Times {
  const entries = Object.entries(window).map(([key, value]) => [
    key,
    typeof value === 'string' ? new Date(value) : value,
  ]);
  return Object.fromEntries(entries) as Times;
}
