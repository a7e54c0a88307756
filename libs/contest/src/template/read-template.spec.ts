import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { entryProblems, visibleSections } from '#domain';
import { readTemplate } from './read-template.js';
import { problemLine } from './template-problem.js';

const folder = new URL('../../../../contests/', import.meta.url);
const file = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const small = file('small-contest.yaml');

/** Problems as `line path code`. */
function problemsOf(text: string): string[] {
  return readTemplate(text).problems.map(({ line, path, code }) => `${line} ${path} ${code}`);
}

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}

describe('the contest templates of this repository', () => {
  it.each(['goe-2024.yaml', 'xingyu-cup-2024.yaml', 'small-contest.yaml'])('%s has no problem', (name) => {
    expect(readTemplate(file(name)).problems).toEqual([]);
  });

  it('give the GOE three stages a track, eight finalists and eight awards each', () => {
    const { template } = readTemplate(file('goe-2024.yaml'));
    const finals = template?.stages.filter((stage) => stage.kind === 'final') ?? [];
    expect(template?.stages.map((stage) => stage.track)).toEqual([
      ...['open-challenge', 'open-challenge', 'open-challenge'],
      ...['innovation-challenge', 'innovation-challenge', 'innovation-challenge'],
    ]);
    expect(finals.map((stage) => stage.awards.map((tier) => tier.quota))).toEqual([
      [1, 2, 3, 2],
      [1, 2, 3, 2],
    ]);
    expect(template?.stages.flatMap((stage) => stage.rules.advancement?.value ?? [])).toEqual(['40', '8', '40', '8']);
    expect(template?.stages[0]?.rules.method).toEqual({
      key: 'trimmed-mean',
      options: { trim: 1, trimBy: 'sheet', trimMinimum: 5, trimFallback: 'mean', missing: 'exclude-sheet' },
    });
  });

  it.each(['goe-2024.yaml', 'xingyu-cup-2024.yaml'])('%s asks for a word in its online reviews alone', (name) => {
    const { template } = readTemplate(file(name));
    for (const { kind, rules } of template?.stages ?? []) {
      expect(rules.comments).toEqual(kind === 'online-review' ? { overall: 'optional' } : undefined);
    }
  });

  it('put the Xingyu final at the root, with all thirty finalists awarded', () => {
    const { template } = readTemplate(file('xingyu-cup-2024.yaml'));
    const final = template?.stages.at(-1);
    expect(final?.track).toBe('all');
    expect(final?.awards.reduce((places, tier) => places + tier.quota, 0)).toBe(30);
    expect(template?.edition.entryWindow.closesAt).toBe('2024-07-31T15:59:00.000Z');
  });
});

describe('reading a contest template', () => {
  it('lists every mistake at once, each with its own line', () => {
    const text = small
      .replace('key: small-contest', 'key: Small Contest')
      .replace('year: 2024', 'year: soon')
      .replace('maximumTotal: 100', 'maximumTotal: 90')
      .replace('after: first-round', 'after: zeroth-round')
      .replace('rankOn: rounded', 'rankOn: rounded\n      tiebreak: coin');
    expect(problemsOf(text)).toEqual([
      `${lineOf(text, 'Small Contest')} contest.key key-expected`,
      `${lineOf(text, 'year: soon')} edition.year count-expected`,
      `${lineOf(text, 'maximumTotal')} rubrics.evening.maximumTotal maximum-total-differs`,
      `${lineOf(text, 'tiebreak')} stages[0].rules.tiebreak field-unknown`,
      `${lineOf(text, 'after: zeroth')} stages[1].after stage-not-earlier`,
    ]);
  });

  it('says the line, the column, the path and the reason in either language', () => {
    const text = small.replace('year: 2024', 'year: 二〇二四');
    const [problem] = readTemplate(text).problems;
    const line = lineOf(text, 'year: 二');
    expect(problem && problemLine('small.yaml', problem, 'zh')).toBe(
      `small.yaml:${line}:9 edition.year: 应为整数，如 5`,
    );
    expect(problem && problemLine('small.yaml', problem, 'en')).toBe(
      `small.yaml:${line}:9 edition.year: expected a whole number, such as 5`,
    );
  });

  it.each([
    ['kind: final', 'kind: playoff', '应为其中之一：online-review、second-round、final'],
    ['quota: 2 }', 'quota: 0 }', '至少 1'],
    ['leitai-contest/1', 'leitai-contest/2', '应为其中之一：leitai-contest/1'],
    ['tieLadder: [', 'tieLadder: [] #', '至少 1 项'],
  ])('tells the reader of %s written as %s what is allowed', (from, to, reason) => {
    expect(readTemplate(small.replace(from, to)).problems[0]?.reason.zh).toBe(reason);
  });

  it('names every unknown field of a group, at its own line', () => {
    const text = small.replace('rankOn: rounded', 'coin: 1\n      dice: 2');
    expect(problemsOf(text)).toEqual([
      `${lineOf(text, 'coin: 1')} stages[0].rules.coin field-unknown`,
      `${lineOf(text, 'dice: 2')} stages[0].rules.dice field-unknown`,
    ]);
  });

  it('says within which bounds a number of a criterion has to lie, as the domain keeps it', () => {
    const [problem] = readTemplate(small.replace('step: 0.5', 'step: 0.00005')).problems;
    expect(problem?.reason).toEqual({
      zh: '须在 0 至 1000000 之间，最多 4 位小数',
      en: 'A number from 0 to 1000000 with at most 4 decimals is expected',
    });
  });

  it('names a field that is missing at its parent', () => {
    const text = small.replace(/\n {2}slug: small-2024/, '');
    expect(problemsOf(text)).toEqual(
      [`${lineOf(text, 'edition:')} edition.slug field-missing`].map((line) => {
        // The parent's own value begins on the line below its key.
        const [number, ...rest] = line.split(' ');
        return [Number(number) + 1, ...rest].join(' ');
      }),
    );
  });

  it.each([
    ['step: 0.5', 'step: .5', 'rubrics.evening.criteria[0].step decimal-expected'],
    ['step: 0.5', 'step: 0.3', 'rubrics.evening.criteria[0].step step-does-not-fit-range'],
    ['step: 0.5', 'step: 0.00005', 'rubrics.evening.criteria[0].step decimal-out-of-bounds'],
    ['factor: 4', 'factor: ４', 'rubrics.evening.criteria[0].factor decimal-expected'],
    ['factor: 4', 'factor: 1e1', 'rubrics.evening.criteria[0].factor decimal-expected'],
    ['floor: 2', 'floor: 4', 'stages[0].rules.panel.floor panel-floor-above-size'],
    ['2024-03-15T24:00:00+08:00', '2024-02-30T09:00:00+08:00', 'edition.entryWindow.closesAt instant-expected'],
    ['2024-03-15T24:00:00+08:00', '2024-02-15T09:00:00+08:00', 'edition.entryWindow.closesAt window-order'],
    ['track: all', 'track: none', 'stages[0].track reference-unknown'],
    ['rubric: evening', 'rubric: morning', 'stages[0].rubric reference-unknown'],
    ['key: second,', 'key: first,', 'stages[1].awards[1].key key-duplicated'],
    ['quota: 2 }', 'quota: 0 }', 'stages[1].awards[1].quota too-small'],
    ['kind: final', 'kind: playoff', 'stages[1].kind value-not-allowed'],
  ])('refuses %s written as %s', (from, to, problem) => {
    expect(problemsOf(small.replace(from, to)).map((line) => line.replace(/^\d+ /, ''))).toContain(problem);
  });

  it.each([
    ['standardised, options: { ddof: 0, rescale: true, missing: exclude-sheet }', { ddof: 0, rescale: true }],
    ['severity-adjusted, options: { effects: fixed, missing: exclude-sheet }', { effects: 'fixed' }],
    ['positional, options: { points: [5, 2.5, 1], missing: exclude-sheet }', { points: ['5', '2.5', '1'] }],
    ['borda, options: { missing: renormalise }', { missing: 'renormalise' }],
    ['copeland, options: { missing: renormalise }', { missing: 'renormalise' }],
  ])('takes the method %s', (method, options) => {
    const { template, problems } = readTemplate(small.replace('mean, options: { missing: per-criterion }', method));
    expect(problems).toEqual([]);
    expect(template?.stages[0]?.rules.method.options).toMatchObject(options);
  });

  it('refuses a method that reads comparisons, and points that rise', () => {
    const written = (method: string) => problemsOf(small.replace('mean, options: { missing: per-criterion }', method));
    expect(written('bradley-terry')).toEqual([expect.stringMatching(/method\.key value-not-allowed$/)]);
    expect(written('positional, options: { points: [1, 2] }')).toEqual([
      expect.stringMatching(/method\.options\.points points-not-descending$/),
    ]);
  });

  it('takes the score of the stage before as a component of a later stage, and no score that nothing records', () => {
    const withShare = (key: string) => (stage: string) =>
      stage.replace(
        '      rankOn: rounded',
        `      components: [{ key: experts, share: 0.8 }, { key: ${key}, share: 0.2 }]\n$&`,
      );
    const [first = '', final = ''] = small.split(/(?=\n {2}- key: final)/);
    const codes = (text: string) => problemsOf(text).map((line) => line.replace(/^\d+ /, ''));
    expect(codes(first + withShare('previous-stage')(final))).toEqual([]);
    expect(codes(withShare('previous-stage')(first) + final)).toEqual([
      'stages[0].rules.components previous-stage-missing',
    ]);
    expect(codes(first + withShare('public')(final))).toEqual([
      'stages[1].rules.components public-scores-not-recorded',
    ]);
  });

  it('lets one stage follow a stage, as those who advance go on to one', () => {
    const final = small.slice(small.indexOf('  - key: final'));
    const text = `${small.trimEnd()}\n${final.replace('key: final', 'key: other-final')}`;
    expect(problemsOf(text)).toEqual([
      `${text.split('\n').findLastIndex((line) => line.includes('after: first-round')) + 1} stages[2].after stage-followed-twice`,
    ]);
  });

  it('refuses what is no YAML with the place of the fault', () => {
    const [problem] = readTemplate('template: leitai-contest/1\ncontest: [').problems;
    expect(problem).toMatchObject({ code: 'yaml-syntax', line: 2 });
  });

  it('refuses a key given twice', () => {
    expect(problemsOf(`${small}\nrubrics: {}\n`)[0]).toContain('yaml-syntax');
  });

  it('reads a weight as the text that was typed', () => {
    const text = small.replace('maximumTotal: 100', 'maximumTotal: 61.0').replace('factor: 4', 'factor: 0.10');
    expect(readTemplate(text).template?.rubrics['evening']?.criteria[0]?.factor).toBe('0.10');
  });
});

describe('forms in a contest template', () => {
  const xingyu = file('xingyu-cup-2024.yaml');

  it('are typed: limits are numbers, switches booleans, values and bounds stay texts', () => {
    const sections = readTemplate(xingyu).template?.forms['all']?.sections ?? [];
    const field = (key: string) => sections.flatMap(({ fields }) => [...fields]).find((one) => one.key === key);
    expect(field('innovation')).toMatchObject({ maximumLength: 1500 });
    expect(field('has-company')).toMatchObject({ isRequired: true, options: [{ value: 'yes' }, { value: 'no' }] });
    expect(field('land-area')).toMatchObject({ minimum: '0', decimals: 1, besideUnit: { factor: '666.6667' } });
  });

  it('of the GOE ask a team from abroad for nothing that only the mainland has, and the reverse', () => {
    const form = readTemplate(file('goe-2024.yaml')).template?.forms['all'] ?? { sections: [] };
    const asked = (countryCode: string, answers: Record<string, string>) => {
      const given = { core: { countryCode, trackKey: 'innovation-challenge' }, answers };
      const shown = visibleSections(form, given).flatMap(({ fields }) => fields.map(({ key }) => key));
      const filledBlocks = new Set(['classification', 'description', 'team']);
      const open = entryProblems(form, { ...given, files: {}, filledBlocks }).map(({ path }) => path.split('.').at(-1));
      return { shown, open };
    };
    const domestic = ['credit-code', 'nominating-body'];
    const foreign = ['registration-number', 'passport-name', 'permit-name', 'pitch', 'visa-letter', 'travellers'];
    const company = { 'applicant-kind': 'company', pitch: 'on-site', 'visa-letter': 'yes' };
    const [abroad, home] = [asked('DE', company), asked('CN', company)];
    expect(abroad.shown.filter((key) => domestic.includes(key))).toEqual([]);
    expect(abroad.open).toEqual(['innovation', 'registration-number', 'phone', 'travellers']);
    expect(home.shown.filter((key) => foreign.includes(key))).toEqual([]);
    expect(home.open).toEqual(['innovation', 'credit-code', 'phone']);
    expect(home.shown).toContain('nominating-body');
    // Without an organisation it is the passport that tells who is entering; at home nothing stands in its place.
    const individuals = { 'applicant-kind': 'individuals', pitch: 'online' };
    expect(asked('DE', individuals).open).toEqual(['innovation', 'passport-name', 'phone']);
    expect(asked('CN', individuals).open).toEqual(['innovation', 'phone']);
    // From Hong Kong, Macao and Taiwan one comes without a visa, and with a travel permit instead of a passport.
    for (const countryCode of ['HK', 'MO', 'TW']) {
      const { shown, open } = asked(countryCode, { ...individuals, pitch: 'on-site' });
      expect(shown.filter((key) => ['visa-letter', 'passport-name'].includes(key))).toEqual([]);
      expect(open).toEqual(['innovation', 'permit-name', 'phone']);
    }
    for (const { shown } of [abroad, home]) {
      expect(shown).toEqual(expect.arrayContaining(['districts-wanted', 'land-area']));
    }
  });

  it('of the Xingyu Cup offer a letter for the visa to those who need one', () => {
    const form = readTemplate(xingyu).template?.forms['all'] ?? { sections: [] };
    const offered = ['DE', 'CN', 'HK', 'MO', 'TW'].filter((countryCode) =>
      visibleSections(form, { core: { countryCode, trackKey: '' }, answers: { pitch: 'on-site' } }).some(({ fields }) =>
        fields.some(({ key }) => key === 'visa-letter'),
      ),
    );
    expect(offered).toEqual(['DE']);
  });

  it('of the GOE ask each track for its own text', () => {
    const form = readTemplate(file('goe-2024.yaml')).template?.forms['all'] ?? { sections: [] };
    const texts = (trackKey: string) =>
      visibleSections(form, { core: { countryCode: 'DE', trackKey }, answers: {} })
        .flatMap(({ fields }) => fields.map(({ key }) => key))
        .filter((key) => ['solution', 'innovation', 'capability'].includes(key));
    // Only the rubric of the Open Challenge scores the team.
    expect(texts('open-challenge')).toEqual(['solution', 'capability']);
    expect(texts('innovation-challenge')).toEqual(['innovation']);
  });

  it('are checked with the rest of the file: limits, conditions, tracks and stages, each with its line', () => {
    const text = xingyu
      .replace('maximumLength: 1500', 'maximumLength: many')
      .replace('readers: [{ role: district-officer }]', 'readers: [{ role: district-officer, stages: [no-stage] }]')
      .replace('forms:\n  all:', 'forms:\n  nowhere:');
    expect(problemsOf(text)).toEqual([
      `${lineOf(text, '\n  nowhere:') + 1} forms.nowhere reference-unknown`,
      `${lineOf(text, 'maximumLength: many')} forms.nowhere.sections[1].fields[1].maximumLength decimal-out-of-bounds`,
      `${lineOf(text, 'no-stage')} forms.nowhere.sections[5].fields[1].readers[0].stages[0] reference-unknown`,
    ]);
  });

  it('hold the field in which teams of a blind stage describe themselves, which must not tell who they are', () => {
    const blind = (field: string) =>
      xingyu.replace('    rules:\n', `    rules:\n      blind: 'true'\n      teamField: ${field}\n`);
    expect(problemsOf(blind('innovation'))).toEqual([]);
    for (const field of ['no-field', 'credit-code']) {
      const text = blind(field);
      expect(problemsOf(text)).toEqual([
        `${lineOf(text, `teamField: ${field}`)} stages[0].rules.teamField reference-unknown`,
      ]);
    }
  });
});
