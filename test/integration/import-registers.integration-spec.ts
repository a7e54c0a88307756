import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { WindowService } from '#contest';
import { hashJson } from '#domain';
import { UserService } from '#identity';
import { actsWithoutEvents } from '../builders/acts-and-events.js';
import { startApi, type TestApi } from '../builders/api.js';
import { ImportDesk } from '../builders/import-desk.js';

let api: TestApi;
let desk: ImportDesk;

beforeAll(async () => {
  api = await startApi();
  desk = await ImportDesk.open(api);
});
afterAll(() => api.close());

const csv = (...rows: readonly (readonly string[])[]) =>
  Buffer.from(rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'));
const codes = (cells: readonly { row: number; column: string | null; code: string }[]) =>
  cells.map(({ row, column, code }) => [row, column, code]);
const rows = <T = object>(sql: string) => api.dataSource.query<T[]>(sql);

/** Brought in whole, and a second time, when nothing changes. */
async function bringIn(kind: string, file: Buffer, counts: object): Promise<void> {
  const { publicId, preview } = await desk.read(file, kind, 'list.csv');
  expect({ badCells: preview.badCells, counts: preview.counts }).toEqual({ badCells: [], counts });
  const events = await rows<{ n: number }>('select count(*)::int as n from ledger_events');
  expect(await desk.apply(publicId, preview.digest)).toMatchObject({ status: 200 });
  expect((await rows<{ n: number }>('select count(*)::int as n from ledger_events'))[0]?.n).toBeGreaterThan(
    events[0]?.n ?? 0,
  );
  const again = await desk.read(file, kind, 'list.csv');
  expect(again.preview).toMatchObject({ badCells: [], counts: { new: 0, changed: 0 } });
  expect(await desk.apply(again.publicId, again.preview.digest)).toMatchObject({ status: 200, body: { new: 0 } });
}

describe('enterprise problems', () => {
  const header = ['难题编号', '中文名称', '英文名称', '发榜单位中文名', '发榜单位英文名'];
  const first = ['9', '低温电池', 'Cold batteries', '某汽车企业', 'A carmaker'];

  it('come in by their numbers, change by them, and come in twice without a change', async () => {
    await bringIn('problems', csv(header, first, ['10', '轻量车身', 'Light bodies', '某汽车企业', 'A carmaker']), {
      ...{ new: 2, changed: 0, unchanged: 0 },
    });
    const renamed = await desk.read(csv(header, [...first.slice(0, 2), 'Batteries', ...first.slice(3)]), 'problems');
    expect(renamed.preview).toMatchObject({
      counts: { new: 0, changed: 1, unchanged: 0 },
      lines: [{ changes: [{ target: 'title-en', from: { en: 'Cold batteries' }, to: { en: 'Batteries' } }] }],
    });
    await desk.apply(renamed.publicId, renamed.preview.digest);
    expect(await rows(`select title_en from enterprise_problems where number = 9`)).toEqual([
      { title_en: 'Batteries' },
    ]);
    const told = await rows<{ body: { before: string; after: string } }>(
      `select canonical::jsonb -> 'body' as body from ledger_events where kind = 'problem-changed'`,
    );
    const hash = (en: string) =>
      hashJson({ title: { zh: '低温电池', en }, ownerLabel: { zh: '某汽车企业', en: 'A carmaker' } });
    expect(told).toMatchObject([{ body: { before: hash('Cold batteries'), after: hash('Batteries') } }]);
  });

  it('are refused cell by cell, in the reader’s language', async () => {
    const file = csv(header, ['零', 'a', 'b', 'c', 'd'], ['11', '', 'b', 'c', 'd'], ['11', 'a', 'b', 'c', 'd']);
    const { publicId, preview } = await desk.read(file, 'problems');
    expect(codes(preview.badCells)).toEqual([
      [2, 'A', 'count-expected'],
      [3, 'B', 'field-missing'],
      [4, 'A', 'row-duplicated'],
    ]);
    expect(preview.badCells[0]?.detail).toBe('此处须为整数。');
    expect(await desk.apply(publicId, preview.digest)).toMatchObject({ status: 400, body: { code: 'import-invalid' } });
    expect(await rows('select 1 from enterprise_problems where number = 11')).toEqual([]);
  });
});

describe('organisations', () => {
  const header = ['外部编号', '中文名称', '英文名称', '统一社会信用代码', '国家（地区）', '上级单位', '其他名称'];

  it('come in with their branches and other names, found again by key, code or name', async () => {
    const file = csv(
      header,
      ['O-2', '清华大学深圳国际研究生院', 'Tsinghua SIGS', '', '中国', 'O-1', ''],
      ['O-1', '清华大学', '', '12100000400000624D', '中国', '', '清华 | 简称\nTsinghua Univercity | 误写'],
      ['O-3', '', 'Tsinghua University', '', '', '', ''],
    );
    await bringIn('organisations', file, { new: 3, changed: 0, unchanged: 0 });
    expect(
      await rows(
        `select l.name_zh as name, p.name_zh as parent, (select array_agg(n.text || ' ' || n.kind order by n.text collate "C")
           from organisation_names n where n.organisation_id = o.id and n.kind <> 'canonical') as names
         from organisations o join organisation_labels l on l.id = o.id left join organisation_labels p on p.id = o.parent_id
         order by o.external_key`,
      ),
    ).toEqual([
      {
        ...{ name: '清华大学', parent: null },
        names: ['Tsinghua Univercity misspelling', '清华 abbreviation'],
      },
      { name: '清华大学深圳国际研究生院', parent: '清华大学', names: null },
      { name: 'Tsinghua University', parent: null, names: null },
    ]);
    const byCode = csv(
      ['中文名称', '统一社会信用代码', '国家（地区）'],
      ['清华大学（北京）', '12100000400000624d', ''],
    );
    const renamed = await desk.read(byCode, 'organisations');
    expect(renamed.preview).toMatchObject({
      counts: { changed: 1 },
      lines: [{ changes: [{ target: 'name-zh', to: { zh: '清华大学（北京）' } }, { target: 'aliases' }] }],
    });
    const byName = csv(['中文名称', '国家（地区）'], ['清华', '中国']);
    expect((await desk.read(byName, 'organisations')).preview.counts).toEqual({ new: 0, changed: 0, unchanged: 1 });
  });

  it('are refused where a name, code or parent is another’s or nobody’s', async () => {
    const file = csv(
      header,
      ['', '新单位', '', '12100000400000624D', '', '', ''],
      ['X-1', '新单位', 'Tsinghua University', '911100001000000001', '火星', '没有这个单位', '某名 | 绰号'],
      ['X-2', '清华大学', '', '91110000100000000X', '', '', ''],
      ['O-1', '', '', '', '', 'O-2', ''],
      ['', '', '', '', '中国', '', ''],
    );
    const { preview } = await desk.read(file, 'organisations');
    expect(codes(preview.badCells)).toEqual(
      expect.arrayContaining([
        [3, 'D', 'credit-code-invalid'],
        [3, 'C', 'organisation-name-held'],
        [3, 'E', 'name-unknown'],
        [3, 'G', 'value-not-allowed'],
        [3, 'F', 'organisation-unknown'],
        [4, 'B', 'organisation-name-held'],
        [6, 'B', 'field-missing'],
      ]),
    );
    const otherOffice = csv(header, ['O-1', '另一家医院', '', '', '', '', '']);
    expect(codes((await desk.read(otherOffice, 'organisations')).preview.badCells)).toEqual([[2, 'A', 'key-taken']]);
    const circle = csv(['外部编号', '上级单位'], ['O-1', 'O-2']);
    expect(codes((await desk.read(circle, 'organisations')).preview.badCells)).toEqual([
      [2, 'B', 'organisation-cycle'],
    ]);
  });
});

describe('judges', () => {
  const header = ['姓名', '邮箱', '单位', '类别', '编号'];

  it('come in with accounts that nobody can sign in to yet, the role, and employers of the register', async () => {
    const outbox = await rows('select 1 from outbox_messages');
    await bringIn(
      'judges',
      csv(
        header,
        ['王评委', 'Wang@Example.test', '清华大学', '技术', 'J-1'],
        ['Ann Lee', 'ann@example.test', 'MIT', '', 'J-2'],
      ),
      { new: 2, changed: 0, unchanged: 0 },
    );
    expect(
      await rows(
        `select u.email, u.display_name as name, j.kind, j.employer, l.name_zh as known, c.user_id as credentials,
           (select array_agg(g.role) from role_grants g where g.user_id = u.id and g.edition_id = j.edition_id) as roles
         from judges j join users u on u.id = j.user_id left join organisation_labels l on l.id = j.employer_id
         left join credentials c on c.user_id = u.id order by j.external_key`,
      ),
    ).toEqual([
      {
        ...{ email: 'wang@example.test', name: '王评委', kind: 'technology', employer: '清华大学', known: '清华大学' },
        ...{ credentials: null, roles: ['judge'] },
      },
      {
        ...{ email: 'ann@example.test', name: 'Ann Lee', kind: null, employer: 'MIT', known: null },
        ...{ credentials: null, roles: ['judge'] },
      },
    ]);
    expect(await rows('select 1 from outbox_messages')).toHaveLength(outbox.length);
    const moved = await desk.read(csv(header, ['另名', 'wang@example.test', '北京大学', '', 'J-1']), 'judges');
    expect(moved.preview.lines[0]?.changes).toMatchObject([{ target: 'employer', from: { zh: '清华大学' } }]);
  });

  it('are refused where the account cannot judge, or the row is wrong', async () => {
    const member = await api.person();
    await api.dataSource.query(
      `insert into entries (id, edition_id, public_id, track_id, track_requires_problem, country_code, title, summary,
         language, lead_user_id) select gen_random_uuid(), t.edition_id, gen_random_uuid(), t.id, t.requires_problem, 'CN',
         'A draft', '', 'zh', $1 from tracks t where t.key = 'innovation-challenge'`,
      [member.userId],
    );
    const [lead] = await rows<{ email: string }>(`select email from users where id = '${member.userId}'`);
    const administrator = await api.person({ role: 'system-administrator', editionId: null as unknown as string });
    const [admin] = await rows<{ email: string }>(`select email from users where id = '${administrator.userId}'`);
    await rows(
      `insert into users (id, email, display_name, is_demo) values (gen_random_uuid(), 'demo@example.test', 'Demo', true)`,
    );
    const file = csv(
      header,
      ['A', lead?.email ?? '', '', '', ''],
      ['B', admin?.email ?? '', '', '', ''],
      ['', 'new@example.test', '', '占星', ''],
      ['C', 'not an address', '', '', ''],
      ['D', 'other@example.test', '', '', 'J-1'],
      ['D', 'OTHER@example.test', '', '', ''],
      ['E', 'demo@example.test', '', '', ''],
    );
    const { publicId, preview } = await desk.read(file, 'judges');
    expect(codes(preview.badCells)).toEqual([
      [2, 'B', 'judge-in-team'],
      [3, 'B', 'account-is-administrator'],
      [4, 'A', 'field-missing'],
      [4, 'D', 'name-unknown'],
      [5, 'B', 'email-invalid'],
      [6, 'E', 'key-taken'],
      [7, 'B', 'row-duplicated'],
      [8, 'B', 'account-demo-mismatch'],
    ]);
    expect((await desk.apply(publicId, preview.digest)).status).toBe(400);
    expect(await rows('select 1 from judges')).toHaveLength(2);
  });

  it('make no account where one has come about since the list was read', async () => {
    const made = api.app
      .get(UserService, { strict: false })
      .createMany(api.dataSource.manager, [{ email: 'ann@example.test', displayName: 'Ann' }], uuidv7());
    await expect(made).rejects.toMatchObject({ code: 'revision-stale' });
  });

  it('are not given back a role that was taken from them', async () => {
    await api.dataSource.query(
      `update role_grants set revoked_at = now() where user_id = (select id from users where email = 'ann@example.test')`,
    );
    const { preview } = await desk.read(csv(header, ['Ann Lee', 'ann@example.test', 'MIT', '', 'J-2']), 'judges');
    expect(codes(preview.badCells)).toEqual([[2, 'B', 'judge-role-ended']]);
    await api.dataSource.query(
      `update role_grants set revoked_at = null where user_id = (select id from users where email = 'ann@example.test')`,
    );
  });
});

describe('every kind', () => {
  it('goes out under headers that come back in without a change', async () => {
    for (const kind of ['problems', 'organisations', 'judges']) {
      for (const format of ['csv', 'xlsx']) {
        const headers = { cookie: desk.office.cookie ?? '', origin: api.config.publicOrigin };
        const url = `${api.address}/api/v1/editions/${desk.slug}/exports/${kind}?format=${format}`;
        const bytes = Buffer.from(await (await fetch(url, { headers })).arrayBuffer());
        const { preview } = await desk.read(bytes, kind, `back.${format}`);
        expect({ kind, format, badCells: preview.badCells, ...preview.counts, absent: preview.absent }).toMatchObject({
          ...{ badCells: [], new: 0, changed: 0, absent: 0 },
        });
        expect(preview.counts.unchanged).toBeGreaterThan(0);
      }
    }
  });

  it('needs no reason while the entry window is shut, and leaves an event behind each act', async () => {
    await api.app.get(WindowService, { strict: false }).close({ editionId: desk.editionId }, { actor: uuidv7() });
    await bringIn('judges', csv(['姓名', '邮箱'], ['Late', 'late@example.test']), { new: 1, changed: 0, unchanged: 0 });
    const silent = await actsWithoutEvents(api.dataSource);
    const tables = ['organisation_acts', 'judges', 'enterprise_problems', 'imports'];
    expect(silent.filter((found) => tables.some((table) => JSON.stringify(found).includes(`"${table}"`)))).toEqual([]);
  });
});
