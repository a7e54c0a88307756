import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Asker, startApi, type TestApi } from '../builders/api.js';
import { ImportDesk, type Preview } from '../builders/import-desk.js';

let api: TestApi;
let desk: ImportDesk;
let tied: Asker;

beforeAll(async () => {
  api = await startApi();
  desk = await ImportDesk.open(api);
  tied = await api.person({ role: 'organiser', editionId: desk.editionId });
});
afterAll(() => api?.close());

const csv = (rows: readonly (readonly string[])[]) => Buffer.from(rows.map((cells) => cells.join(',')).join('\r\n'));
const header = ['外部编号', '项目名称', '赛道', '国家（地区）', '专业组', '负责人', '团队成员'];
const row = (key: string, title: string) => [key, title, '创新挑战赛', '中国', '先进材料', '王明', '李娜'];

describe('an import by somebody whom an entry concerns', () => {
  it('is told nothing of that entry, and changes it by no file, whoever brought the file', async () => {
    const first = await desk.read(csv([header, row('A', '甲项目'), row('B', '乙项目')]), 'entries', 'list.csv');
    expect(await desk.apply(first.publicId, first.preview.digest)).toMatchObject({ status: 200 });
    await api.dataSource.query(
      `insert into team_ties (entry_id, user_id) select id, $1 from entries where external_key = 'B'`,
      [tied.userId],
    );
    const { publicId, preview } = await desk.read(csv([header, row('B', '新名称')]), 'entries', 'list.csv');
    expect(preview).toMatchObject({ badCells: [], counts: { changed: 1 }, absent: 1 });
    expect(JSON.stringify(preview)).toContain('乙项目');
    const { body } = await tied.get<Preview>(`${desk.base}/${publicId}/preview`);
    expect(body).toMatchObject({ badCells: [{ row: 2, code: 'organiser-conflicted' }], absent: 1 });
    expect(body.lines.flatMap(({ changes }) => changes)).toEqual([]);
    expect(JSON.stringify(body)).not.toContain('乙项目');
    const taken = { 'if-match': `"${body.digest}"` };
    const applied = await tied.post(`${desk.base}/${publicId}/application`, {}, taken);
    expect(applied).toMatchObject({ body: { code: 'import-invalid' } });
  });
});
