import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DataSource, EntityMetadata } from 'typeorm';
import { createDataSource, entities } from '#database';
import { createTestDatabase, type TestDatabase } from '../builders/postgres.js';

jest.setTimeout(60_000);

interface Column {
  readonly name: string;
  readonly type: string;
  readonly isNullable: boolean;
  readonly isPrimary: boolean;
}

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.ownerUrl, { poolSize: 2 }).initialize();
}, 60_000);
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

/** TypeORM's names of types, as PostgreSQL writes them. */
const sqlTypes: Readonly<Record<string, string>> = {
  timestamptz: 'timestamp with time zone',
  char: 'character',
  int: 'integer',
  bool: 'boolean',
  varchar: 'character varying',
};

const byName = (left: Column, right: Column) => (left.name < right.name ? -1 : 1);

function columnsOfEntity(metadata: EntityMetadata): Column[] {
  return metadata.columns
    .map((column) => {
      const type = dataSource.driver.normalizeType(column);
      return {
        name: column.databaseName,
        type: `${sqlTypes[type] ?? type}${column.isArray ? '[]' : ''}`,
        isNullable: column.isNullable,
        isPrimary: column.isPrimary,
      };
    })
    .sort(byName);
}

async function columnsOfTable(table: string): Promise<Column[]> {
  const rows = await dataSource.query<Column[]>(
    `select a.attname as name, regexp_replace(format_type(a.atttypid, null), '^"?char"?$', 'character') as type,
            not a.attnotnull as "isNullable",
            coalesce(a.attnum = any (i.indkey), false) as "isPrimary"
       from pg_attribute a left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
      where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped`,
    [`public.${table}`],
  );
  return rows.map((row) => ({ ...row, type: row.type === 'bpchar' ? 'character' : row.type })).sort(byName);
}

describe('entities and migrations', () => {
  it('know the same tables', async () => {
    const rows = await dataSource.query<{ table_name: string }[]>(
      `select table_name from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'migrations'`,
    );
    const tables = new Set(rows.map(({ table_name }) => table_name));
    expect(new Set(dataSource.entityMetadatas.map(({ tableName }) => tableName))).toEqual(tables);
  });

  it.each(entities.map((entity) => [entity.name, entity] as const))(
    '%s has the columns, types, nullability and primary key of its table',
    async (_, entity) => {
      const metadata = dataSource.getMetadata(entity);
      expect(columnsOfEntity(metadata)).toEqual(await columnsOfTable(metadata.tableName));
    },
  );

  it('hold no relation that could load by itself, and no inverse side', () => {
    const relations = dataSource.entityMetadatas.flatMap(({ relations: own }) => own);
    expect(relations.filter((relation) => relation.isEager || relation.isOneToMany || relation.isLazy)).toEqual([]);
  });
});
