import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { WindowService } from '#contest';
import { FormService } from '#submission';
import { actsWithoutEvents } from '../builders/acts-and-events.js';
import { startApi, type TestApi } from '../builders/api.js';
import { ImportDesk } from '../builders/import-desk.js';
import { officeList, officeListSize, officeRows } from '../builders/office-list.js';
import { richForm } from '../builders/rich-form.js';
import { xlsx, type XlsxCell } from '../builders/xlsx.js';

let api: TestApi;
let desk: ImportDesk;

beforeAll(async () => {
  api = await startApi();
  desk = await ImportDesk.open(api);
});
afterAll(() => api.close());

const count = async (sql: string) =>
  (await api.dataSource.query<{ n: number }[]>(`select count(*)::int as n ${sql}`))[0]?.n;
const csv = (rows: readonly (readonly string[])[]) =>
  Buffer.from(rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'));
const header = ['外部编号', '项目名称', '赛道', '国家（地区）', '专业组', '负责人', '团队成员'];
const row = (key: string, title = key) => [key, title, '创新挑战赛', '中国', '先进材料', '王明', '李娜'];

describe('the list of both contests', () => {
  it('comes in whole with its teams, numbered in its order, each entry with a version and an event', async () => {
    const { publicId, preview } = await desk.read(officeList());
    expect(preview).toMatchObject({
      counts: { new: officeListSize, changed: 0, unchanged: 0 },
      badCells: [],
      absent: 0,
    });
    expect(await desk.apply(publicId, preview.digest)).toMatchObject({ status: 200, body: { new: officeListSize } });
    expect(await count(`from entries where state = 'submitted' and number is not null`)).toBe(officeListSize);
    expect(await count('from team_members')).toBe(officeListSize * 5);
    expect(await count('from entry_versions')).toBe(officeListSize);
    const [first] = await api.dataSource.query<object[]>(
      `select e.number, e.title, e.external_key, e.country_code, t.key as track, f.key as field,
         (select json_agg(concat_ws(' ', m.role, m.name, m.organisation) order by m.position) from team_members m
           where m.entry_id = e.id) as team
       from entries e join tracks t on t.id = e.track_id join field_groups f on f.id = e.field_group_id
       where e.external_key = 'HB-0003'`,
    );
    expect(first).toEqual({
      ...{ number: 3, title: '低温储能系统第 3 号', external_key: 'HB-0003', country_code: 'JP' },
      ...{ track: 'innovation-challenge', field: 'general' },
      team: [
        'lead 负责人3 第 3 研究所',
        'member 成员甲3 第一大学',
        'member 成员乙3',
        'member 成员丙3 第二大学',
        'adviser 导师3 第三大学',
      ],
    });
  });

  it('changes nothing when it comes again, and says so', async () => {
    const before = await count('from ledger_events');
    const { publicId, preview } = await desk.read(officeList());
    expect(preview).toMatchObject({ counts: { new: 0, changed: 0, unchanged: officeListSize }, absent: 0 });
    expect(await desk.apply(publicId, preview.digest)).toMatchObject({ status: 200, body: { new: 0, changed: 0 } });
    expect(await count('from entry_versions')).toBe(officeListSize);
    // The preview was read and the file taken over.
    expect(await count('from ledger_events')).toBe((before ?? 0) + 2);
    const [kept] = await api.dataSource.query<object[]>(`select sheets from imports where public_id = $1`, [publicId]);
    expect(kept).toEqual({ sheets: null });
  });

  it('is refused with each of its 40 bad cells named by row and column, and nothing of it comes in', async () => {
    const faults: readonly [column: number, cell: string, code: string][] = [
      [1, '', 'field-missing'],
      [2, '不存在的赛道', 'name-unknown'],
      [3, '炼金术', 'name-unknown'],
      [4, 'Atlantis', 'name-unknown'],
      [0, 'HB-0001', 'row-duplicated'],
    ];
    const rows = officeRows(60).map((cells) => [...cells]);
    const planted = Array.from({ length: 40 }, (_, index) => {
      const [column, cell, code] = faults[index % 5] as (typeof faults)[number];
      const at = index + 10;
      (rows[at] as XlsxCell[])[column] = cell;
      return { row: at + 4, column: 'ABCDE'[column], code, value: cell };
    });
    const { publicId, preview } = await desk.read(officeList(rows));
    expect(preview.badCells).toHaveLength(40);
    expect(preview.badCells.map(({ row: at, column, code, value }) => ({ row: at, column, code, value }))).toEqual(
      planted,
    );
    expect(preview.badCells[1]).toMatchObject({
      path: 'trackKey',
      detail: '没有“不存在的赛道”。可填：揭榜攻坚赛 / 创新挑战赛',
    });
    const english = await api.signedIn(desk.office.userId ?? '');
    await english.put('/api/v1/session/locale', { locale: 'en' });
    expect((await desk.preview(publicId)).badCells[3]?.detail).toContain('There is no “Atlantis”');
    await english.put('/api/v1/session/locale', { locale: 'zh' });
    const before = await count('from entry_versions');
    const answer = await desk.apply(publicId, preview.digest);
    expect(answer).toMatchObject({ status: 400, body: { code: 'import-invalid' } });
    expect(answer.body['errors']).toHaveLength(40);
    expect(await count('from entry_versions')).toBe(before);
  });
});

describe('a list that has changed', () => {
  it('shows what each cell was and will be, and leaves alone what it does not name', async () => {
    const rows = officeRows(3).map((cells) => [...cells]);
    (rows[0] as XlsxCell[])[1] = '=HYPERLINK("http://x")';
    (rows[1] as XlsxCell[])[9] = '成员甲2（第一大学）、新成员';
    const { publicId, preview } = await desk.read(officeList(rows));
    expect(preview).toMatchObject({ counts: { new: 0, changed: 2, unchanged: 1 }, absent: officeListSize - 3 });
    expect(preview.lines[0]?.changes).toEqual([
      {
        target: 'title',
        from: { zh: '低温储能系统第 1 号', en: '低温储能系统第 1 号' },
        to: { zh: '=HYPERLINK("http://x")', en: '=HYPERLINK("http://x")' },
      },
    ]);
    expect(preview.lines[1]?.changes).toMatchObject([{ target: 'members' }]);
    const kept = `select id from team_members where name in ('成员甲2', '负责人2') order by id`;
    const people = await api.dataSource.query<object[]>(kept);
    expect((await desk.apply(publicId, preview.digest)).status).toBe(200);
    expect(await api.dataSource.query(kept)).toEqual(people);
    const events = `from ledger_events where kind = 'entry-revised'`;
    expect(await count(events)).toBe(2);
    expect(await desk.apply(publicId, preview.digest)).toMatchObject({ status: 409, body: { code: 'import-applied' } });
  });

  it('is not taken over where an entry has changed since the preview', async () => {
    const rows = officeRows(1).map((cells) => [...cells]);
    const { publicId, preview } = await desk.read(officeList(rows));
    expect(preview.counts.changed).toBe(1);
    await api.dataSource.query(`update entries set summary = 'changed meanwhile' where external_key = 'HB-0001'`);
    expect(await desk.apply(publicId, preview.digest)).toMatchObject({ status: 412, body: { code: 'revision-stale' } });
    expect((await desk.preview(publicId)).lines[0]?.changes).toHaveLength(2);
  });

  it('finds an entry by the number that was given, and gives it a key of the office’s own', async () => {
    const file = csv([
      ['Entry number', 'External key', 'Title'],
      ['5', 'HB-0005', 'Renamed'],
      ['9999', '', 'Nobody'],
      ['6', 'HB-0007', 'x'],
    ]);
    const { preview } = await desk.read(file, 'entries', 'list.csv');
    expect(preview.lines[0]).toMatchObject({ outcome: 'changed', changes: [{ target: 'title' }] });
    expect(preview.badCells.map(({ row: at, column, code }) => [at, column, code])).toEqual([
      [3, 'A', 'number-unknown'],
      [3, null, 'field-missing'],
      [3, null, 'field-missing'],
      [4, 'B', 'key-differs'],
    ]);
  });

  it('does not touch what has been withdrawn or stands before its judges', async () => {
    await api.dataSource.query(
      `update entries set state = 'withdrawn', withdrawn_at = now() where external_key = 'HB-0010'`,
    );
    const file = csv([header, row('HB-0010', 'Another title')]);
    const { preview } = await desk.read(file, 'entries', 'a.csv');
    expect(preview.badCells).toMatchObject([{ row: 2, column: 'B', code: 'entry-withdrawn' }]);
    await api.dataSource.query(
      `update entries set state = 'submitted', withdrawn_at = null where external_key = 'HB-0010'`,
    );
  });
});

describe('files as offices save them', () => {
  it.each([
    ['utf-8', (text: string) => Buffer.from(text)],
    ['utf-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    // "外部编号" and its row in GB18030, as an office's Excel writes it.
    ['gb18030', () => Buffer.from('cde2b2bfb1e0bac52ccfeec4bfc3fbb3c60d0a47422d312cb4a2c4dc0d0a', 'hex')],
  ])('are read in %s', async (encoding, write) => {
    const { status, body } = await desk.upload(
      write('外部编号,项目名称\r\nGB-1,储能\r\n'),
      'entries',
      `${encoding}.csv`,
    );
    expect([status, body.columns]).toEqual([201, { sheet: 0, headerRow: 1, targets: ['external-key', 'title'] }]);
  });

  it.each([
    ['sheet-empty', Buffer.from('')],
    ['sheet-old', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['sheet-damaged', Buffer.from('PK\u0003\u0004 cut off')],
    ['sheet-unknown', Buffer.from('<!doctype html><table></table>')],
    ['sheet-too-large', csv(Array.from({ length: 5200 }, (_, index) => [String(index)]))],
    ['sheet-swells', Buffer.from(xlsx({ name: 'a', rows: [['a'.repeat(12_000_000)]] }))],
  ])('are refused with the reason: %s', async (fault, bytes) => {
    const answer = await desk.upload(bytes, 'entries', 'file.xlsx');
    expect(answer).toMatchObject({ status: 400, body: { code: 'import-unreadable', details: { fault } } });
  });

  it('keep the columns that were chosen for the next one of the edition', async () => {
    const file = csv([
      ['外部编号', '备注甲'],
      ['HB-0011', '标题'],
    ]);
    const { body } = await desk.upload(file, 'entries', 'a.csv');
    expect(body.columns.targets).toEqual(['external-key', '']);
    const twice = await desk.map(body.publicId, { ...body.columns, targets: ['title', 'title'] });
    expect(twice).toMatchObject({ status: 400, body: { errors: [{ path: 'targets[1]', code: 'column-duplicated' }] } });
    const none = await desk.map(body.publicId, { ...body.columns, targets: ['', 'title'] });
    expect(none).toMatchObject({ status: 400, body: { errors: [{ path: 'targets', code: 'column-missing' }] } });
    expect((await desk.map(body.publicId, { ...body.columns, targets: ['external-key', 'summary'] })).status).toBe(200);
    expect((await desk.upload(file, 'entries', 'b.csv')).body.columns.targets).toEqual(['external-key', 'summary']);
  });

  it('are read by the office of their edition alone', async () => {
    const [stranger, secretary] = [
      await api.person(),
      await api.person({ role: 'panel-secretary', editionId: desk.editionId }),
    ];
    for (const by of [stranger, secretary]) {
      expect((await desk.upload(csv([header]), 'entries', 'a.csv', by)).status).toBe(403);
    }
    expect((await api.anonymous().get(desk.base)).status).toBe(401);
    const past = await desk.office.get<{ imports: object[] }>(desk.base);
    expect(past.body.imports[0]).toMatchObject({ kind: 'entries', counts: { changed: 2 } });
  });
});

describe('questions of the edition’s form', () => {
  it('are columns too, and their answers are checked as a team’s are', async () => {
    const forms = api.app.get(FormService, { strict: false });
    const [track] = await api.dataSource.query<{ id: string }[]>(
      `select id from tracks where key = 'innovation-challenge'`,
    );
    const at = { editionId: desk.editionId, trackId: track?.id ?? '' };
    await api.dataSource.transaction((manager) => forms.publish(manager, at, richForm, uuidv7()));
    const own = ['联系电话', 'Revenue of last year', '成立日期', '意向区县', '产地', '知识产权', 'Registration number'];
    const answers = [
      '138 0000 1111',
      '12,000 元',
      '2020年5月1日',
      '璧山区、Liangjiang New Area',
      '新加坡',
      '一种泵 | 2021-01-02\n另一种泵',
      'X',
    ];
    const good = [...row('F-1'), ...answers];
    const { publicId, preview } = await desk.read(csv([[...header, ...own], good]), 'entries', 'a.csv');
    expect(preview).toMatchObject({ counts: { new: 1 }, badCells: [], incomplete: 1 });
    expect((await desk.apply(publicId, preview.digest)).status).toBe(200);
    const [entry] = await api.dataSource.query<{ form_answers: object }[]>(
      `select form_answers from entries where external_key = 'F-1'`,
    );
    // The registration number is asked of teams from abroad alone: for this one it is dropped.
    expect(entry?.form_answers).toEqual({
      ...{ phone: '+8613800001111', revenue: { amount: '12000', currency: 'CNY' }, founded: '2020-05-01' },
      ...{ 'districts-wanted': ['bishan', 'liangjiang'], 'made-in': 'SG' },
      patents: [{ title: '一种泵', granted: '2021-01-02' }, { title: '另一种泵' }],
    });
    expect((await desk.read(csv([[...header, ...own], good]), 'entries', 'a.csv')).preview.counts.unchanged).toBe(1);
    const bad = [...row('F-2'), ...['12', '12 贝壳', '昨天', '火星', '火星', '泵 | 昨天', 'X']];
    const refused = await desk.read(csv([[...header, ...own], bad]), 'entries', 'a.csv');
    expect(refused.preview.badCells.map(({ column, code, path }) => [column, code, path])).toEqual([
      ['H', 'phone-invalid', 'formAnswers.phone'],
      ['I', 'value-not-allowed', 'formAnswers.revenue.currency'],
      ['J', 'date-invalid', 'formAnswers.founded'],
      ['K', 'name-unknown', 'formAnswers.districts-wanted'],
      ['L', 'name-unknown', 'formAnswers.made-in'],
      ['M', 'date-invalid', 'formAnswers.patents[0].granted'],
    ]);
  });
});

describe('while the entry window is shut', () => {
  it('entries come in with a reason, which the ledger is told of by its commitment', async () => {
    await api.app.get(WindowService, { strict: false }).close({ editionId: desk.editionId }, { actor: uuidv7() });
    const { publicId, preview } = await desk.read(csv([header, row('L-1')]), 'entries', 'a.csv');
    expect(preview).toMatchObject({ window: 'closed', counts: { new: 1 } });
    expect(await desk.apply(publicId, preview.digest)).toMatchObject({
      status: 400,
      body: { code: 'import-reason-missing' },
    });
    const reason = '组委会第 12 号会议纪要同意补录';
    expect((await desk.apply(publicId, preview.digest, { reason })).status).toBe(200);
    const [event] = await api.dataSource.query<{ canonical: string }[]>(
      `select canonical from ledger_events where kind = 'data-imported' order by id desc limit 1`,
    );
    expect(JSON.parse(event?.canonical ?? '{}')).toMatchObject({ body: { window: 'closed', counts: { new: 1 } } });
    expect(event?.canonical).not.toContain('纪要');
    const silent = await actsWithoutEvents(api.dataSource);
    expect(silent.filter((found) => !JSON.stringify(found).match(/user-created|role-granted/))).toEqual([]);
  });
});
