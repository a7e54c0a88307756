import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type JudgeFacts, unknownJudge } from '#domain/roster/judge-facts';
import { actsWithoutEvents } from '../builders/acts-and-events.js';
import { startApi, type TestApi } from '../builders/api.js';
import { ImportDesk } from '../builders/import-desk.js';

let api: TestApi;
let desk: ImportDesk;

interface Listed extends JudgeFacts {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly earlierEmployers: readonly { name: string; fromYear: number | null; untilYear: number | null }[];
}

const csv = (...rows: readonly (readonly string[])[]) =>
  Buffer.from(rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'));
const rows = <T = object>(sql: string, values: unknown[] = []) => api.dataSource.query<T[]>(sql, values);

const header = [
  ...[
    '姓名',
    '邮箱',
    '单位',
    '专业组',
    '关键词',
    '评审语言',
    '最少项数',
    '最多项数',
    '备选评委',
    '可评起日',
    '可评止日',
  ],
  '曾任职单位',
];
const ann = [
  ...[
    'Ann Pool',
    'ann.pool@example.test',
    'MIT',
    '先进材料；综合领域',
    '电池；储能',
    '中文；英文',
    '2',
    '8',
    '',
    '2026-12-01',
  ],
  ...['2026-12-31', '清华大学 2019-2023；Tsinghua Univercity 2001-2009'],
];

async function bringIn(kind: string, file: Buffer, counts: object): Promise<void> {
  const { publicId, preview } = await desk.read(file, kind, 'list.csv');
  expect({ badCells: preview.badCells, counts: preview.counts }).toEqual({ badCells: [], counts });
  expect(await desk.apply(publicId, preview.digest)).toMatchObject({ status: 200 });
}

const judgesUrl = (q = '') => `/api/v1/editions/${desk.slug}/judges?q=${encodeURIComponent(q)}`;
const listed = async (q: string) => (await desk.office.get<{ judges: Listed[] }>(judgesUrl(q))).body.judges;
const factsOf = ({ earlierEmployers, ...judge }: Listed): JudgeFacts => ({
  ...(Object.fromEntries(
    Object.keys(unknownJudge).map((key) => [key, judge[key as keyof typeof judge]]),
  ) as unknown as JudgeFacts),
  earlierEmployers: earlierEmployers.map(({ name, fromYear, untilYear }) => ({ name, fromYear, untilYear })),
});
const change = (judge: Listed, facts: Partial<JudgeFacts>, seen = judge.version) =>
  desk.office.put<{ code?: string; errors?: { path: string; code: string }[] }>(
    `/api/v1/editions/${desk.slug}/judges/${judge.id}`,
    { ...factsOf(judge), ...facts },
    { 'if-match': `"${seen}"` },
  );
const changesTold = (judge: string) =>
  rows<{ version: number; changed: string[] }>(
    `select (canonical::jsonb #>> '{body,version}')::int as version, canonical::jsonb #> '{body,changed}' as changed
     from ledger_events where kind = 'judge-changed' and canonical::jsonb #>> '{subject,judge}' = $1 order by id`,
    [judge],
  );

beforeAll(async () => {
  api = await startApi();
  desk = await ImportDesk.open(api);
  const register = csv(
    ['外部编号', '中文名称', '英文名称', '其他名称'],
    ['O-1', '清华大学', '', ''],
    ['O-2', '', 'Tsinghua University', 'Tsinghua Univercity | misspelling'],
  );
  await bringIn('organisations', register, { new: 2, changed: 0, unchanged: 0 });
});
afterAll(() => api.close());

describe('a list of judges with all that the office knows of them', () => {
  it('comes in whole, and a second time changes nothing', async () => {
    await bringIn('judges', csv(header, ann), { new: 1, changed: 0, unchanged: 0 });
    const [judge] = await listed('Ann Pool');
    expect(judge).toMatchObject({
      ...{ version: 1, employer: 'MIT', fieldGroups: ['general', 'materials'], keywords: ['电池', '储能'] },
      ...{ languages: ['zh', 'en'], leastEntries: 2, mostEntries: 8, isSubstitute: false },
      ...{ availableFrom: '2026-12-01', availableUntil: '2026-12-31' },
      earlierEmployers: [
        { name: '清华大学', fromYear: 2019, untilYear: 2023, organisation: { zh: '清华大学' } },
        { name: 'Tsinghua Univercity', fromYear: 2001, organisation: { en: 'Tsinghua University' } },
      ],
    });
    await bringIn('judges', csv(header, ann), { new: 0, changed: 0, unchanged: 1 });
    expect(await changesTold(judge?.id ?? '')).toEqual([]);
  });

  it('comes in under English headings too, and says which cells change', async () => {
    const english = csv(
      ['E-mail', 'Field groups', 'Languages read', 'Most entries', 'Substitute', 'Earlier employers'],
      ['ann.pool@example.test', 'General; Advanced materials', 'Chinese; English', '9', 'Yes', 'MIT 1999-'],
    );
    const { publicId, preview } = await desk.read(english, 'judges', 'list.csv');
    expect(preview).toMatchObject({
      badCells: [],
      lines: [{ changes: [{ target: 'most-entries' }, { target: 'substitute' }, { target: 'earlier-employers' }] }],
    });
    await desk.apply(publicId, preview.digest);
    const [judge] = await listed('Ann Pool');
    expect(judge).toMatchObject({ version: 2, mostEntries: 9, isSubstitute: true, keywords: ['电池', '储能'] });
    expect(judge?.earlierEmployers).toMatchObject([{ name: 'MIT', fromYear: 1999, untilYear: null }]);
    expect(await changesTold(judge?.id ?? '')).toEqual([
      { version: 2, changed: ['most-entries', 'substitute', 'earlier-employers'] },
    ]);
    const back = await desk.read(csv(header, ann), 'judges', 'list.csv');
    await desk.apply(back.publicId, back.preview.digest);
  });

  it('is refused cell by cell, and nothing of it is stored', async () => {
    const wrong = [
      'Ben',
      'ben.pool@example.test',
      '',
      '占星',
      '',
      '法文',
      '九',
      '',
      '',
      '5/7/2026',
      '',
      '某大学（19-23）',
    ];
    const { publicId, preview } = await desk.read(csv(header, ann, wrong), 'judges', 'list.csv');
    expect(preview.badCells).toMatchObject([
      { row: 3, column: 'D', code: 'name-unknown' },
      { row: 3, column: 'F', code: 'name-unknown' },
      { row: 3, column: 'G', code: 'count-expected' },
      { row: 3, column: 'J', code: 'date-invalid' },
      { row: 3, column: 'L', code: 'years-invalid', detail: '年份须写作 2019-2023。' },
    ]);
    expect((await desk.apply(publicId, preview.digest)).status).toBe(400);
    expect(await listed('Ben')).toEqual([]);
  });

  it.each(['csv', 'xlsx'])('goes out as %s and comes back without a change', async (format) => {
    const headers = { cookie: desk.office.cookie ?? '', origin: api.config.publicOrigin };
    const url = `${api.address}/api/v1/editions/${desk.slug}/exports/judges?format=${format}`;
    const bytes = Buffer.from(await (await fetch(url, { headers })).arrayBuffer());
    if (format === 'csv') {
      expect(bytes.toString()).toContain('清华大学（2019-2023）；Tsinghua Univercity（2001-2009）');
    }
    const { preview } = await desk.read(bytes, 'judges', `back.${format}`);
    expect(preview).toMatchObject({ badCells: [], counts: { new: 0, changed: 0, unchanged: 1 } });
  });
});

describe('an earlier employer of a judge', () => {
  it('is unrecognised, counted, told apart by hand and merged as a present one is', async () => {
    const base = `/api/v1/editions/${desk.slug}/unrecognised-organisations`;
    const [judge] = await listed('Tsinghua Univercity');
    if (judge === undefined) throw new Error('not found by the earlier employer');
    const earlier = [...factsOf(judge).earlierEmployers, { name: '无名研究所', fromYear: null, untilYear: 1999 }];
    expect((await change(judge, { earlierEmployers: earlier })).status).toBe(204);
    const { names } = (await desk.office.get<{ names: { text: string; judges: number }[] }>(base)).body;
    expect(names.find(({ text }) => text === '无名研究所')).toMatchObject({ judges: 1 });
    const name = encodeURIComponent('无名研究所');
    const { namings } = (await desk.office.get<{ namings: { id: string }[] }>(`${base}/namings?name=${name}`)).body;
    expect(namings).toMatchObject([{ place: 'earlier-employer', person: 'Ann Pool', role: 'judge' }]);

    const ids = await rows<{ key: string; id: string; version: number }>(
      'select external_key as key, id, version from organisations',
    );
    const [into, merged] = ['O-1', 'O-2'].map((key) => ids.find((one) => one.key === key));
    const used = async () =>
      (await desk.office.get<{ use: { judges: number } }>(`/api/v1/organisations/${into?.id}`)).body.use.judges;
    expect(await used()).toBe(1);
    const places = [{ place: 'earlier-employer', id: namings[0]?.id ?? '' }];
    const given = { organisationId: into?.id, places };
    expect((await desk.office.post(`${base}/assignments`, given)).status).toBe(204);
    const merge = { into: into?.id, version: merged?.version, intoVersion: into?.version };
    expect((await desk.office.post(`/api/v1/organisations/${merged?.id}/merge`, merge)).status).toBe(204);
    const [after] = await listed('Ann Pool');
    const one = { zh: '清华大学', en: '清华大学' };
    expect(after?.earlierEmployers).toMatchObject([
      { name: '清华大学', organisation: one },
      { name: 'Tsinghua Univercity', organisation: one },
      { name: '无名研究所', organisation: one },
    ]);
    // What a person said stays, also where the judge's years change.
    const years = factsOf(after as Listed).earlierEmployers.map((employer) => ({ ...employer, fromYear: 1990 }));
    expect((await change(after as Listed, { earlierEmployers: years })).status).toBe(204);
    expect((await listed('Ann Pool'))[0]?.earlierEmployers[2]).toMatchObject({ fromYear: 1990, organisation: one });
  });
});

describe('a judge whom the office changes', () => {
  it('is changed over the version that was seen, once for a key, and the ledger is told what without the words', async () => {
    const [judge] = await listed('Ann Pool');
    if (judge === undefined) throw new Error('no judge');
    const told = (await changesTold(judge.id)).length;
    expect(await change(judge, { keywords: ['x'] }, judge.version - 1)).toMatchObject({
      ...{ status: 412, body: { code: 'revision-stale' } },
    });
    expect((await change(judge, { keywords: ['锂电池', '锂电池', ' '], kind: 'management' })).status).toBe(204);
    const [after] = await listed('锂电池');
    expect(after).toMatchObject({ version: judge.version + 1, keywords: ['锂电池'], kind: 'management' });
    expect((await changesTold(judge.id)).slice(told)).toEqual([
      { version: judge.version + 1, changed: ['kind', 'keywords'] },
    ]);
    // The same again is no change, and so no version.
    expect((await change(after as Listed, {})).status).toBe(204);
    expect((await listed('锂电池'))[0]?.version).toBe(judge.version + 1);
    const words = await rows(`select 1 from ledger_events where canonical like '%锂电池%' or canonical like '%无名%'`);
    expect(words).toEqual([]);
  });

  it('is refused field by field', async () => {
    await bringIn('judges', csv(['姓名', '邮箱', '编号'], ['Key', 'key@example.test', 'K-1']), {
      ...{ new: 1, changed: 0, unchanged: 0 },
    });
    const [judge] = await listed('Ann Pool');
    if (judge === undefined) throw new Error('no judge');
    const refused = async (facts: Partial<JudgeFacts>) => {
      const { status, body } = await change(judge, facts);
      return { status, errors: body.errors?.map(({ path, code }) => [path, code]) };
    };
    expect(await refused({ leastEntries: 9, mostEntries: 3, keywords: ['a；b'], fieldGroups: ['none'] })).toEqual({
      status: 400,
      errors: [
        ['fieldGroups', 'option-unknown'],
        ['keywords[0]', 'field-invalid'],
        ['mostEntries', 'decimal-out-of-bounds'],
      ],
    });
    const employer = { name: '某大学 2019-2023', fromYear: null, untilYear: null };
    expect(await refused({ earlierEmployers: [employer], availableFrom: '2026-02-30' })).toEqual({
      status: 400,
      errors: [
        ['availableFrom', 'date-invalid'],
        ['earlierEmployers[0].name', 'field-invalid'],
      ],
    });
    expect(await refused({ externalKey: 'K-1' })).toEqual({ status: 400, errors: [['externalKey', 'key-taken']] });
    expect(await refused({ kind: 'astrology' as never })).toEqual({ status: 400, errors: [['kind', 'field-invalid']] });
    expect((await listed('Ann Pool'))[0]?.version).toBe(judge.version);
  });

  it('is changed by the office of the edition alone', async () => {
    const [judge] = await listed('Ann Pool');
    const url = `/api/v1/editions/${desk.slug}/judges/${judge?.id}`;
    for (const role of ['panel-secretary', 'judge', 'team-lead'] as const) {
      const person = await api.person({ role, editionId: desk.editionId });
      const answer = await person.put(url, factsOf(judge as Listed), { 'if-match': `"${judge?.version}"` });
      expect({ role, status: answer.status }).toEqual({ role, status: 403 });
    }
  });

  it('leaves an event behind each change', async () => {
    const silent = await actsWithoutEvents(api.dataSource);
    expect(silent.filter((found) => JSON.stringify(found).includes('"judges"'))).toEqual([]);
  });
});
