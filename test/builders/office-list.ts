import { xlsx, type XlsxCell } from './xlsx.js';

/** Both contests' entries of 2024 together: the list that an import is measured by. */
export const officeListSize = 1763;

export const officeHeader = [
  ...['项目编号', '项目名称（必填）', '参赛赛道', '技术领域', '国家/地区', '项目简介', '推荐单位'],
  ...['项目负责人', '工作单位', '团队成员', '指导教师'],
];

const countries = ['中国', 'Singapore', '德国', 'JP', 'France', '中国香港', 'Brazil'];
const fields = ['先进材料', 'Biomedicine and health', '绿色环保', '综合领域'];

/** An office's list of the innovation challenge of goe-2024, as offices write it: names in either language, codes. */
export function officeRows(size = officeListSize): XlsxCell[][] {
  return Array.from({ length: size }, (_, index) => {
    const number = index + 1;
    return [
      ...[`HB-${String(number).padStart(4, '0')}`, `低温储能系统第 ${number} 号`],
      ...[number % 3 === 0 ? 'Innovation Challenge' : '创新挑战赛', fields[number % 4] ?? ''],
      ...[
        countries[number % 7] ?? '',
        `第 ${number} 个项目的简介：面向高寒地区的储能系统，循环寿命与成本均有测试数据。`.repeat(3),
      ],
      ...[number % 5 === 0 ? '' : `推荐单位 ${number % 40}`, `负责人${number}`, `第 ${number % 300} 研究所`],
      ...[`成员甲${number}（第一大学）、成员乙${number}、成员丙${number}（第二大学）`, `导师${number} | 第三大学`],
    ];
  });
}

/** With two rows of titles above its header, as such lists have. */
export function officeList(rows: readonly XlsxCell[][] = officeRows()): Buffer {
  const title = [['参赛项目汇总表'], ['填表单位：', '大赛办公室']];
  return Buffer.from(
    xlsx({ name: '说明', rows: [['请勿修改表头']] }, { name: '汇总', rows: [...title, officeHeader, ...rows] }),
  );
}
