import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { defaultForm, DomainError, type FieldProblem, type FormDefinition, validateForm } from '#domain';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { FormService, formTrack } from './form.service.js';

/** A node of the track tree, and how its form stands. */
export interface FormNode {
  readonly trackKey: string;
  readonly parentKey: string | null;
  readonly name: { readonly zh: string; readonly en: string };
  readonly published: { readonly number: number; readonly at: Date } | null;
  /** Null where nobody has begun one. */
  readonly draftChangedAt: Date | null;
  /** Entries that are filled in on some version of this node. */
  readonly entries: number;
}

/** What an organiser works on at one node. */
export interface FormDesk {
  /** Of the draft: 0 where there is none yet. */
  readonly version: number;
  /** The draft; else the form in force; else the one of an edition without any. It may be wrong. */
  readonly document: unknown;
  readonly changedAt: Date | null;
  readonly problems: readonly FieldProblem[];
  /** Of the latest version published here: 0 where there is none. */
  readonly publishedNumber: number;
  /** What entries of this node are asked today: its own latest version, or that of a node above. */
  readonly inForce: FormDefinition;
}

interface DraftRow {
  readonly version: number;
  readonly document: unknown;
  readonly recorded_at: Date;
}

/** Longest draft kept, in characters of its JSON. */
const draftLimit = 400_000;

/** Drafts of forms, as the contest's office works on them, and their publication. */
@Injectable()
export class FormEditService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly forms: FormService,
  ) {}

  /** The track tree in its order, the root first. */
  async nodes(slug: string): Promise<FormNode[]> {
    return this.dataSource.query<FormNode[]>(
      `select t.key as "trackKey", p.key as "parentKey", json_build_object('zh', t.name_zh, 'en', t.name_en) as name,
         (select case when v.number is not null then json_build_object('number', v.number, 'at', v.recorded_at) end
          from form_versions v where v.track_id = t.id order by v.number desc limit 1) as published,
         d.recorded_at as "draftChangedAt",
         (select count(*)::int from entries x join form_versions v on v.id = x.form_version_id where v.track_id = t.id) as entries
       from tracks t join editions e on e.id = t.edition_id left join tracks p on p.id = t.parent_id
       left join form_drafts d on d.track_id = t.id
       where e.slug = $1 order by t.parent_id is not null, t.position, t.key`,
      [slug],
    );
  }

  /** @throws DomainError `not-found` */
  async desk(slug: string, trackKey: string): Promise<FormDesk> {
    const { manager } = this.dataSource;
    const track = await formTrack(manager, slug, trackKey);
    const draft = await draftOf(manager, track.id);
    const inForce = await this.forms.inForce(manager, track.id);
    const document = draft?.document ?? inForce?.definition ?? defaultForm;
    const [last] = await manager.query<{ number: number }[]>(
      'select max(number) as number from form_versions where track_id = $1 having max(number) is not null',
      [track.id],
    );
    return {
      version: draft?.version ?? 0,
      document,
      changedAt: draft?.recorded_at ?? null,
      problems: await this.forms.problems(manager, track.id, document),
      publishedNumber: last?.number ?? 0,
      inForce: inForce?.definition ?? defaultForm,
    };
  }

  /**
   * Keeps a draft, right or wrong.
   *
   * @param seen version of the draft that this one is made from; 0 for the first
   * @throws DomainError `not-found`, `revision-stale` with the stored version, `form-invalid` where it is too long
   */
  async saveDraft(
    slug: string,
    trackKey: string,
    document: unknown,
    by: { readonly userId: string; readonly seen: number },
  ): Promise<{ readonly version: number; readonly problems: FieldProblem[] }> {
    const text = JSON.stringify(document);
    if (text.length > draftLimit) throw new DomainError('form-invalid', { problems: validateForm(document) });
    const { manager } = this.dataSource;
    const track = await formTrack(manager, slug, trackKey);
    const problems = await this.forms.problems(manager, track.id, document);
    const rows = await manager.query<{ version: number }[]>(
      `insert into form_drafts as d (track_id, edition_id, version, document, updated_by)
       select $1, $2, 1, $3, $4 where $5 = 0 or exists (select from form_drafts where track_id = $1)
       on conflict (track_id) do update set version = d.version + 1, document = excluded.document,
         updated_by = excluded.updated_by, recorded_at = now() where d.version = $5
       returning version`,
      [track.id, track.editionId, text, by.userId, by.seen],
    );
    if (!rows[0]) throw await stale(manager, track.id);
    return { version: rows[0].version, problems };
  }

  /** Forgets a draft. @throws DomainError `not-found`, `revision-stale` */
  async discardDraft(request: IdempotentRequest, slug: string, trackKey: string, seen: number): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        const track = await formTrack(manager, slug, trackKey);
        const [, count] = await manager.query<[unknown, number]>(
          'delete from form_drafts where track_id = $1 and version = $2',
          [track.id, seen],
        );
        if (count === 0) throw await stale(manager, track.id);
        return { status: 204, resultId: null };
      }),
    );
  }

  /**
   * Publishes the draft, which is then gone. Entries begun before keep the version that they were begun with.
   *
   * @returns the number of the version
   * @throws DomainError `not-found`, `revision-stale`, `form-invalid`, `form-unchanged`
   */
  async publish(request: IdempotentRequest, slug: string, trackKey: string, seen: number): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const { resultId } = await this.idempotency.run(manager, request, async () => {
        const track = await formTrack(manager, slug, trackKey);
        const draft = await draftOf(manager, track.id, 'for update');
        if (draft?.version !== seen) throw await stale(manager, track.id);
        const at = { editionId: track.editionId, trackId: track.id };
        const version = await this.forms.publish(manager, at, draft.document, request.userId);
        await manager.query('delete from form_drafts where track_id = $1', [track.id]);
        return { status: 201, resultId: version.id };
      });
      return (await this.forms.version(resultId as string, manager)).number;
    });
  }
}

async function draftOf(
  manager: EntityManager,
  trackId: string,
  lock: '' | 'for update' = '',
): Promise<DraftRow | undefined> {
  const rows = await manager.query<DraftRow[]>(
    `select version, document, recorded_at from form_drafts where track_id = $1 ${lock}`,
    [trackId],
  );
  return rows[0];
}

async function stale(manager: EntityManager, trackId: string): Promise<DomainError> {
  const draft = await draftOf(manager, trackId);
  return new DomainError('revision-stale', { revision: draft?.version ?? 0 });
}
