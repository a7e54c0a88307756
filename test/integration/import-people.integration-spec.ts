import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { WindowService } from '#contest';
import { startApi, type TestApi } from '../builders/api.js';
import { ImportDesk } from '../builders/import-desk.js';
import { officeList, officeRows } from '../builders/office-list.js';

let api: TestApi;
let desk: ImportDesk;

beforeAll(async () => {
  api = await startApi();
  desk = await ImportDesk.open(api);
  const { publicId, preview } = await desk.read(officeList(officeRows(2)));
  await desk.apply(publicId, preview.digest);
});
afterAll(() => api.close());

const count = async (sql: string) =>
  (await api.dataSource.query<{ n: number }[]>(`select count(*)::int as n ${sql}`))[0]?.n;
const csv = (rows: readonly (readonly string[])[]) =>
  Buffer.from(rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'));
const header = ['外部编号', '项目名称', '赛道', '国家（地区）', '专业组', '负责人', '团队成员'];
const row = (key: string, title = key) => [key, title, '创新挑战赛', '中国', '先进材料', '王明', '李娜'];

describe('what is known of people and of landing', () => {
  const own = [
    ...['负责人拉丁字母姓名', '负责人电话', '负责人邮箱', '落地方式', '意向落地区县', '意向投资额（元）'],
    ...['计划落地时间（月）', '落地需求'],
  ];
  const person = '李娜 | 重庆大学 | Li Na | +65 6123 4567 | li@example.test';
  const answers = ['Wang Ming', '138 0000 1111', 'wang@example.test', 'New company'];
  const landing = ['两江新区、璧山区', '12,000,000 元', '18个月', '场地\n中试线'];
  const good = [...row('D-1').slice(0, 6), person, ...answers, ...landing];
  const file = (cells: readonly string[]) => csv([[...header, ...own], cells]);

  it('comes in with the entry, and a second time changes nothing', async () => {
    const { publicId, preview } = await desk.read(file(good), 'entries', 'a.csv');
    expect(preview).toMatchObject({ counts: { new: 1 }, badCells: [] });
    expect((await desk.apply(publicId, preview.digest)).status).toBe(200);
    expect(
      await api.dataSource.query<object[]>(
        `select m.role, m.name, m.latin_name as latin, m.sort_key as sorted, c.phone, c.email from entries e
         join team_members m on m.entry_id = e.id join member_contacts c on c.member_id = m.public_id
         where e.external_key = 'D-1' order by m.position`,
      ),
    ).toEqual([
      {
        ...{ role: 'lead', name: '王明', latin: 'Wang Ming', sorted: 'wang2 ming2' },
        ...{ phone: '+8613800001111', email: 'wang@example.test' },
      },
      {
        ...{ role: 'member', name: '李娜', latin: 'Li Na', sorted: 'li3 na4' },
        ...{ phone: '+6561234567', email: 'li@example.test' },
      },
    ]);
    expect(
      await api.dataSource.query<object[]>(
        `select i.way, i.districts, i.investment_yuan::text as yuan, i.timetable_months as months, i.needs
         from landing_intents i join entries e on e.id = i.entry_id where e.external_key = 'D-1'`,
      ),
    ).toEqual([
      {
        ...{ way: 'new-company', districts: ['两江新区', '璧山区'], yuan: '12000000', months: 18 },
        needs: ['floor-space', '中试线'],
      },
    ]);
    const again = await desk.read(file(good), 'entries', 'a.csv');
    expect(again.preview.counts).toEqual({ new: 0, changed: 0, unchanged: 1 });
  });

  it('changes without a further version, and stays where a cell does not name it', async () => {
    const versions = await count(
      `from entry_versions v join entries e on e.id = v.entry_id where external_key = 'D-1'`,
    );
    const changed = [...good.slice(0, 6), '李娜 | 重庆大学', 'Wang Ming', '13900002222', '', ...good.slice(10)];
    const { publicId, preview } = await desk.read(file(changed), 'entries', 'a.csv');
    expect(preview.lines[0]?.changes).toEqual([
      {
        target: 'lead-phone',
        from: { zh: '+8613800001111', en: '+8613800001111' },
        to: { zh: '+8613900002222', en: '+8613900002222' },
      },
      { target: 'lead-email', from: { zh: 'wang@example.test', en: 'wang@example.test' }, to: { zh: '', en: '' } },
    ]);
    const events = `from ledger_events where kind = 'member-details-set'`;
    const before = await count(events);
    expect((await desk.apply(publicId, preview.digest)).status).toBe(200);
    expect(await count(events)).toBe((before ?? 0) + 1);
    expect(await count(`from entry_versions v join entries e on e.id = v.entry_id where external_key = 'D-1'`)).toBe(
      versions,
    );
  });

  it('is refused cell by cell', async () => {
    const bad = [
      ...[...row('D-2').slice(0, 6), '李娜 | 重庆大学 | 李娜 | 12 | nobody'],
      ...['王明', '12', 'nobody', '搬家', '一、二、三、四', '很多', '200'],
    ];
    const { preview } = await desk.read(file(bad), 'entries', 'a.csv');
    expect(preview.badCells.map(({ column, code }) => [column, code])).toEqual([
      ['K', 'name-unknown'],
      ['L', 'too-many-items'],
      ['M', 'decimal-expected'],
      ['N', 'count-expected'],
      ['H', 'latin-letters-expected'],
      ['J', 'email-invalid'],
      ['I', 'phone-invalid'],
      ['G', 'latin-letters-expected'],
      ['G', 'email-invalid'],
      ['G', 'phone-invalid'],
    ]);
  });
});

describe('intents to land', () => {
  it('are taken back for many entries at once, each with an event', async () => {
    const file = (...rows: string[][]) => csv([['外部编号', '有落地意向'], ...rows]);
    for (const rows of [
      [['HB-0001', '是']],
      [
        ['D-1', '否'],
        ['HB-0001', '否'],
        ['HB-0002', '否'],
      ],
    ]) {
      const { publicId, preview } = await desk.read(file(...rows), 'entries', 'a.csv');
      expect((await desk.apply(publicId, preview.digest)).status).toBe(200);
    }
    expect(await count('from landing_intents where withdrawn_at is null')).toBe(0);
    expect(await count(`from ledger_events where kind = 'landing-intent-retracted'`)).toBe(2);
  });
});

describe('people of teams', () => {
  const own = ['外部编号', '角色', '姓名', '单位', '拉丁字母姓名', '电话', '邮箱'];
  const people = [
    ['D-1', '', '李娜', '清华大学', '', '', 'na@example.test'],
    ['D-1', 'Adviser', '周老师', '重庆大学', 'Zhou', '', ''],
    ['HB-0001', '负责人', '负责人1', '第 1 研究所', '', '13700001111', ''],
  ];

  it('are updated where they are in the team, added where they are not, and the others stay', async () => {
    const { publicId, preview } = await desk.read(csv([own, ...people]), 'teams', 'a.csv');
    expect(preview).toMatchObject({
      ...{ badCells: [], counts: { new: 1, changed: 2, unchanged: 0 }, absent: 5 },
      lines: [
        {
          key: 'D-1',
          changes: [
            { target: 'organisation', from: { zh: '重庆大学' }, to: { zh: '清华大学' } },
            { target: 'latin-name', to: { zh: '' } },
            { target: 'phone', to: { zh: '' } },
            { target: 'email', to: { zh: 'na@example.test' } },
          ],
        },
        { outcome: 'new' },
        { changes: [{ target: 'phone', to: { zh: '+8613700001111' } }] },
      ],
    });
    const versions = await count('from entry_versions');
    expect((await desk.apply(publicId, preview.digest)).status).toBe(200);
    // A phone number alone makes no further version.
    expect(await count('from entry_versions')).toBe((versions ?? 0) + 1);
    expect(
      await api.dataSource.query<object[]>(
        `select concat_ws(' ', m.role, m.name, m.organisation, m.latin_name, c.phone, c.email) as person
         from entries e join team_members m on m.entry_id = e.id left join member_contacts c on c.member_id = m.public_id
         where e.external_key = 'D-1' order by m.position`,
      ),
    ).toEqual([
      { person: 'lead 王明 Wang Ming +8613900002222' },
      { person: 'member 李娜 清华大学 na@example.test' },
      { person: 'adviser 周老师 重庆大学 Zhou' },
    ]);
    const again = await desk.read(csv([own, ...people]), 'teams', 'a.csv');
    expect(again.preview.counts).toEqual({ new: 0, changed: 0, unchanged: 3 });
  });

  it('are refused where the entry is unknown, the lead would change, or a person comes twice', async () => {
    const bad = [
      ['X-9', '', '某人', '', '', '', ''],
      ['D-1', '负责人', '李娜', '', '', '', ''],
      ['D-1', '负责人', '新人', '', '', '', ''],
      ['D-1', '厨师', '甲', '', '', '12', ''],
      ['D-1', '', '乙', '', '', '', ''],
      ['D-1', '', '乙', '', '', '', ''],
      ['D-1', '', '', '', '', '', 'x@example.test'],
    ];
    const { preview } = await desk.read(csv([own, ...bad]), 'teams', 'a.csv');
    expect(preview.badCells.map(({ row: at, column, code }) => [at, column, code])).toEqual([
      [2, 'A', 'entry-unknown'],
      [3, 'B', 'lead-fixed'],
      [4, 'B', 'lead-fixed'],
      [5, 'B', 'name-unknown'],
      [5, 'F', 'phone-invalid'],
      [7, 'C', 'row-duplicated'],
      [8, 'C', 'field-missing'],
    ]);
  });
});

describe('whoever has withdrawn the consent to storage', () => {
  const contacts = () =>
    api.dataSource.query<object[]>(
      `select m.latin_name as latin, m.organisation, c.phone from entries e
       join team_members m on m.entry_id = e.id and m.role = 'lead' join member_contacts c on c.member_id = m.public_id
       where e.external_key = 'D-1'`,
    );

  beforeAll(async () => {
    const lead = await api.person();
    await api.dataSource.query(`update entries set lead_user_id = $1 where external_key = 'D-1'`, [lead.userId]);
    await api.dataSource.query(
      `insert into consents (id, user_id, purpose, basis, version, withdrawn_at)
       values ($1, $2, 'storage-in-china', 'separate-consent', '2026-11-27', now())`,
      [uuidv7(), lead.userId],
    );
  });

  it('keeps what is stored when an import changes something else', async () => {
    const file = csv([
      ['外部编号', '负责人', '负责人单位', '负责人电话'],
      ['D-1', '王明', '重庆大学', ''],
    ]);
    const { publicId, preview } = await desk.read(file, 'entries', 'a.csv');
    expect(preview).toMatchObject({ badCells: [], lines: [{ changes: [{ target: 'lead-organisation' }] }] });
    expect((await desk.apply(publicId, preview.digest)).status).toBe(200);
    expect(await contacts()).toEqual([{ latin: 'Wang Ming', organisation: '重庆大学', phone: '+8613900002222' }]);
  });

  it('is given no contacts by an import, and the cells that bring them are named', async () => {
    const entries = csv([
      ['外部编号', '负责人', '负责人拉丁字母姓名', '负责人电话'],
      ['D-1', '王明', 'Wang M.', '13900002222'],
    ]);
    const teams = csv([
      ['外部编号', '姓名', '电话'],
      ['D-1', '王明', '13900002222'],
    ]);
    const refused = async (bytes: Buffer, kind: string) =>
      (await desk.read(bytes, kind, 'a.csv')).preview.badCells.map(({ column, code }) => `${column} ${code}`);
    expect(await refused(entries, 'entries')).toEqual(['C contacts-withheld', 'D contacts-withheld']);
    expect(await refused(teams, 'teams')).toEqual(['C contacts-withheld']);
  });
});

describe('an extension', () => {
  it('is known: what a team could change itself needs no reason of the office', async () => {
    await api.app.get(WindowService, { strict: false }).close({ editionId: desk.editionId }, { actor: uuidv7() });
    // What the office lets in after the deadline, its teams could change themselves.
    await api.dataSource.query(
      `insert into entry_extensions (id, entry_id, until, reason, granted_by)
       select gen_random_uuid(), id, now() + interval '1 day', 'Accepted', gen_random_uuid() from entries
       where external_key = 'HB-0002'`,
    );
    const extended = await desk.read(csv([header, row('HB-0002', 'Mended')]), 'entries', 'a.csv');
    expect(extended.preview).toMatchObject({ window: 'open', counts: { changed: 1 } });
    expect((await desk.apply(extended.publicId, extended.preview.digest)).status).toBe(200);
    const both = await desk.read(csv([header, row('HB-0002', 'Again'), row('D-1', 'Again')]), 'entries', 'a.csv');
    expect(both.preview.window).toBe('closed');
  });
});
