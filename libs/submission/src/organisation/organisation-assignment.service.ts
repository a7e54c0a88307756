import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError, organisationKey } from '#domain';
import {
  holdOrganisationRegister,
  IdempotencyService,
  type IdempotentRequest,
  type NamedOrganisation,
} from '#identity';
import { LedgerService } from '#ledger';
import { editionBySlug } from '../import/import-rows.js';
import { type NamedPlace, namedPlaces, typedNames } from './named-places.js';
import { relinkOrganisations } from './relink-organisations.js';

/** One place where an organisation is named as typed. */
export interface OrganisationPlace {
  readonly place: NamedPlace;
  /** uuid of the entry, of the person in the team, or of the judge. */
  readonly id: string;
}

export interface OrganisationNaming extends OrganisationPlace {
  readonly text: string;
  /** Null at a judge, as `title`. */
  readonly number: number | null;
  readonly title: string | null;
  /** Whose organisation it is; null of a nominating body. */
  readonly person: string | null;
  readonly role: 'lead' | 'member' | 'adviser' | 'judge' | null;
  /** What a person has said is meant; null where nobody has. */
  readonly organisation: NamedOrganisation | null;
}

const most = 500;

/** Two organisations of one name are told apart by hand, place by place; what was typed stays. */
@Injectable()
export class OrganisationAssignmentService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Places of an edition where a name stands that the register does not know; without a name, those that were told apart
   * by hand. At most 500. The ledger is told.
   *
   * @throws DomainError `not-found`
   */
  async namings(slug: string, name: string | null, reader: string): Promise<OrganisationNaming[]> {
    return this.dataSource.transaction(async (manager) => {
      const editionId = await editionBySlug(manager, slug);
      const found = await namingsOf(manager, editionId, name, reader);
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: reader, edition: editionId },
        body: { what: 'organisation-namings', isSearch: name !== null, rows: found.length },
      });
      return found;
    });
  }

  /**
   * Says which organisation is meant in some places; null: they are recognised by their names again.
   *
   * @throws DomainError `not-found` where a place is none of the edition's; `organisation-merged`
   */
  async assign(
    request: IdempotentRequest,
    slug: string,
    { organisationId, places }: { organisationId: string | null; places: readonly OrganisationPlace[] },
  ): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        await holdOrganisationRegister(manager);
        const editionId = await editionBySlug(manager, slug);
        if (organisationId !== null) await assertStanding(manager, organisationId);
        await write(manager, editionId, organisationId, places);
        if (organisationId === null) await relinkOrganisations(manager);
        await this.ledger.record(manager, {
          kind: 'organisation-assigned',
          subject: { edition: editionId, ...(organisationId === null ? {} : { organisation: organisationId }) },
          body: { actor: request.userId, places: places.map(({ place, id }) => ({ place, id })) },
        });
        return { status: 204, resultId: null };
      }),
    );
  }
}

async function namingsOf(
  manager: EntityManager,
  editionId: string,
  name: string | null,
  reader: string,
): Promise<OrganisationNaming[]> {
  const rows = await manager.query<OrganisationNaming[]>(
    `select x.place, x.id, x.text, x.number, x.title, x.person, x.role,
         case when x.by_hand then json_build_object('id', l.survivor_id,
           'name', json_build_object('zh', l.name_zh, 'en', l.name_en)) end as organisation
       from ${typedNames} x left join organisation_labels l on l.id = x.organisation_id
       where case when $3 then x.by_hand else x.organisation_id is null end
       order by x.number nulls last, x.position, x.person collate "C", x.id`,
    [editionId, reader, name === null],
  );
  const key = name === null ? null : keyOf(name);
  return rows.filter(({ text }) => key === null || keyOf(text) === key).slice(0, most);
}

const keyOf = (text: string) => organisationKey(text) || text;

async function assertStanding(manager: EntityManager, id: string): Promise<void> {
  const rows = await manager.query<{ isMerged: boolean }[]>(
    'select merged_into is not null as "isMerged" from organisations where id = $1',
    [id],
  );
  if (rows[0] === undefined) throw new DomainError('not-found');
  if (rows[0].isMerged) throw new DomainError('organisation-merged');
}

async function write(
  manager: EntityManager,
  editionId: string,
  organisationId: string | null,
  places: readonly OrganisationPlace[],
): Promise<void> {
  let found = 0;
  for (const { place, table, text, id, hand, key, edition } of namedPlaces) {
    const ids = places.filter((one) => one.place === place).map((one) => one.id);
    if (ids.length === 0) continue;
    const [rows] = await manager.query<[unknown[], number]>(
      `update ${table} x set ${id} = $3, ${hand} = $3::uuid is not null
       where x.${key} = any ($2) and ${edition} and x.${text} is not null returning 1`,
      [editionId, ids, organisationId],
    );
    found += rows.length;
  }
  if (found !== new Set(places.map(({ place, id }) => `${place} ${id}`)).size) throw new DomainError('not-found');
}
