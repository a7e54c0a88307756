import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { startApi, type TestApi } from '../builders/api.js';
import { ImportDesk } from '../builders/import-desk.js';

let api: TestApi;
let desk: ImportDesk;

const csv = (...rows: readonly (readonly string[])[]) =>
  Buffer.from(rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'));
const rows = <T = object>(sql: string) => api.dataSource.query<T[]>(sql);

async function bringIn(kind: string, file: Buffer, counts: object): Promise<void> {
  const { publicId, preview } = await desk.read(file, kind, 'list.csv');
  expect({ badCells: preview.badCells, counts: preview.counts }).toEqual({ badCells: [], counts });
  expect(await desk.apply(publicId, preview.digest)).toMatchObject({ status: 200 });
}

beforeAll(async () => {
  api = await startApi();
  desk = await ImportDesk.open(api);
  const file = csv(
    ['外部编号', '中文名称', '英文名称', '上级单位', '其他名称'],
    ['O-1', '清华大学', '', '', ''],
    ['O-2', '清华大学深圳国际研究生院', 'Tsinghua SIGS', 'O-1', ''],
    ['O-3', '', 'Tsinghua University', '', 'Tsinghua Univercity | misspelling'],
  );
  await bringIn('organisations', file, { new: 3, changed: 0, unchanged: 0 });
});
afterAll(() => api.close());

describe('an employer', () => {
  const judgesPage = (q = '') =>
    desk.office.get<{ judges: { name: string; employer: string; organisation: { zh: string; en: string } | null }[] }>(
      `/api/v1/editions/${desk.slug}/judges?q=${encodeURIComponent(q)}`,
    );

  it('is one organisation with its other languages, branches and misspellings after the merge, also of judges', async () => {
    const people = [
      ['评委甲', 'a1@example.test', '清华大学'],
      ['评委乙', 'a2@example.test', 'TSINGHUA University'],
      ['评委丙', 'a3@example.test', 'Tsinghua Univercity'],
      ['评委丁', 'a4@example.test', 'Tsinghua SIGS'],
    ];
    await bringIn('judges', csv(['姓名', '邮箱', '单位'], ...people), { new: 4, changed: 0, unchanged: 0 });
    const ids = await rows<{ key: string; id: string; version: number }>(
      `select external_key as key, id, version from organisations`,
    );
    const [into, merged] = ['O-1', 'O-3'].map((key) => ids.find((one) => one.key === key));
    const before = (await judgesPage('评委乙')).body.judges[0]?.organisation;
    expect(before).toEqual({ zh: 'Tsinghua University', en: 'Tsinghua University' });
    const merge = { into: into?.id, version: merged?.version, intoVersion: into?.version };
    expect(await desk.office.post(`/api/v1/organisations/${merged?.id}/merge`, merge)).toMatchObject({ status: 204 });
    const { judges } = (await judgesPage('评委')).body;
    const one = { zh: '清华大学', en: '清华大学' };
    expect(judges.map(({ name, organisation }) => [name, organisation])).toEqual([
      ['评委丙', one],
      ['评委丁', { zh: '清华大学深圳国际研究生院', en: 'Tsinghua SIGS' }],
      ['评委甲', one],
      ['评委乙', one],
    ]);
    expect((await desk.office.get(`/api/v1/organisations/${into?.id}`)).body).toMatchObject({ use: { judges: 3 } });
    // A file that was brought in before the merge still changes nothing.
    const again = csv(['外部编号', '英文名称'], ['O-3', 'Tsinghua University']);
    expect((await desk.read(again, 'organisations')).preview).toMatchObject({ badCells: [], counts: { unchanged: 1 } });
    const renamed = csv(['外部编号', '英文名称'], ['O-3', 'Tsing Hua']);
    expect((await desk.read(renamed, 'organisations')).preview.badCells).toMatchObject([
      { row: 2, column: 'B', code: 'organisation-merged' },
    ]);
    const judge = await api.person({ role: 'judge', editionId: desk.editionId });
    expect((await judge.get(`/api/v1/editions/${desk.slug}/judges`)).status).toBe(403);
  });

  it('of a name that two organisations have is told apart by hand, place by place, and stays so', async () => {
    const header = ['外部编号', '中文名称', '国家（地区）', '可同名'];
    await bringIn(
      'organisations',
      csv(header, ['H-1', '第一人民医院', '中国', '是'], ['H-2', '第一人民医院', '日本', '是']),
      {
        ...{ new: 2, changed: 0, unchanged: 0 },
      },
    );
    const people = [
      ['院长一', 'h1@example.test', '第一人民医院'],
      ['院长二', 'h2@example.test', '第一人民医院'],
    ];
    await bringIn('judges', csv(['姓名', '邮箱', '单位'], ...people), { new: 2, changed: 0, unchanged: 0 });
    const base = `/api/v1/editions/${desk.slug}/unrecognised-organisations`;
    const name = encodeURIComponent('第一人民医院');
    const { names } = (await desk.office.get<{ names: { text: string; matches: object[] }[] }>(base)).body;
    expect(names.find(({ text }) => text === '第一人民医院')).toMatchObject({
      ...{ entries: 0, judges: 2 },
      matches: [{ evidence: 'shared-name' }, { evidence: 'shared-name' }],
    });
    const { body } = await desk.office.get<{ namings: { id: string; place: string; person: string }[] }>(
      `${base}/namings?name=${name}`,
    );
    expect(body.namings.map(({ place, person }) => [place, person])).toEqual([
      ['employer', '院长一'],
      ['employer', '院长二'],
    ]);
    const hospitals = await rows<{ id: string }>(
      `select id from organisations where external_key in ('H-1', 'H-2') order by external_key`,
    );
    const places = (index: number) => [{ place: 'employer', id: body.namings[index]?.id ?? '' }];
    for (const index of [0, 1]) {
      const given = { organisationId: hospitals[index]?.id ?? '', places: places(index) };
      expect((await desk.office.post(`${base}/assignments`, given)).status).toBe(204);
    }
    const known = `select u.display_name as name, o.external_key as key from judges j join users u on u.id = j.user_id
      join organisations o on o.id = j.employer_id where j.employer = '第一人民医院' order by 1`;
    const apart = [
      { name: '院长一', key: 'H-1' },
      { name: '院长二', key: 'H-2' },
    ];
    expect(await rows(known)).toEqual(apart);
    // The register may change, and the file may come again: what a person said stays.
    await bringIn('organisations', csv(['中文名称'], ['别的单位']), { new: 1, changed: 0, unchanged: 0 });
    const file = csv(['姓名', '邮箱', '单位', '类别'], ...people.map((cells) => [...cells, '管理']));
    await bringIn('judges', file, { new: 0, changed: 2, unchanged: 0 });
    expect(await rows(known)).toEqual(apart);
    expect((await desk.office.get<{ namings: object[] }>(`${base}/namings`)).body.namings).toHaveLength(2);
    expect((await desk.office.post(`${base}/assignments`, { organisationId: null, places: places(0) })).status).toBe(
      204,
    );
    expect(await rows(known)).toEqual([apart[1]]);
    const nowhere = { organisationId: hospitals[0]?.id, places: [{ place: 'member', id: uuidv7() }] };
    expect((await desk.office.post(`${base}/assignments`, nowhere)).status).toBe(404);
    const secretary = await api.person({ role: 'panel-secretary', editionId: desk.editionId });
    expect((await secretary.post(`${base}/assignments`, nowhere)).status).toBe(403);
  });
});
