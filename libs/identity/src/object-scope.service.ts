import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** For each noun of a route that is followed by an identifier: how the object's edition is found. */
const scopes = {
  editions: { form: slug, sql: 'select id as edition_id from editions where slug = $1' },
  stages: { form: uuid, sql: 'select edition_id from stages where id = $1' },
  entries: { form: uuid, sql: 'select edition_id from entries where public_id = $1' },
  'award-lists': { form: uuid, sql: 'select edition_id from award_list_versions where public_id = $1' },
} as const;

/** For each noun: which stages `s` the object has, by its identifier in $4. */
const stageOf = {
  editions: 's.edition_id = (select d.id from editions d where d.slug = $4)',
  stages: 's.id::text = $4',
  entries: 's.edition_id = (select n.edition_id from entries n where n.public_id::text = $4)',
  'award-lists': 's.edition_id = (select l.edition_id from award_list_versions l where l.public_id::text = $4)',
} as const satisfies Record<keyof typeof scopes, string>;

export type ScopedNoun = keyof typeof scopes;

export function isScopedNoun(noun: string): noun is ScopedNoun {
  return Object.hasOwn(scopes, noun);
}

/**
 * Finds the edition of the object a request names. It reads other features' tables because the guard has to know
 * before any feature's service is reached.
 */
@Injectable()
export class ObjectScopeService {
  constructor(private readonly dataSource: DataSource) {}

  /** The edition's uuid; null when there is no such object. */
  async editionOf(noun: ScopedNoun, identifier: string): Promise<string | null> {
    const { form, sql } = scopes[noun];
    if (!form.test(identifier) || identifier.length > 100) return null;
    const rows = await this.dataSource.query<{ edition_id: string }[]>(sql, [identifier]);
    return rows[0]?.edition_id ?? null;
  }

  /**
   * Whether what an address names concerns a person by a tie to an entry: the entry itself or, where a permission is
   * `withoutTies`, any entry in the stages of the object.
   */
  async concerns(
    userId: string,
    { noun, identifier, entry }: { noun: ScopedNoun; identifier: string; entry: string | null },
    isWhole: boolean,
  ): Promise<boolean> {
    const rows = await this.dataSource.query<{ concerns: boolean }[]>(
      `select exists (select from conflicted_entries($1) c (id) join entries e on e.id = c.id
         where e.public_id::text = $2 or $3 and exists (select from stage_entries x
           join stages s on s.id = x.stage_id where x.entry_id = e.id and (${stageOf[noun]}))) as concerns`,
      [userId, entry, isWhole, identifier],
    );
    return rows[0]?.concerns !== false;
  }
}
