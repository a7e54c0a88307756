import { describe, expect, it } from '@jest/globals';
import { coreBlocks, entryProblems, keptAnswers } from '#domain';
import { demoEditions, type EditionSpecification } from './edition-specification.js';
import { editionTemplate } from './edition-template.js';
import { inventedTitles } from './invented-names.js';
import { planAssignments } from './plan-assignments.js';
import { planEntries } from './plan-entries.js';
import { judgeFactProblems } from '#domain/roster/judge-facts';
import { planJudgeFacts } from './plan-judge-facts.js';
import { planJudges } from './plan-judges.js';
import { splitSum } from './plan-landing.js';
import { Random } from './random.js';

const goe = demoEditions[0] as EditionSpecification;
const template = editionTemplate(goe, new Date(0));

describe('seeded randomness', () => {
  it('gives the same stream for the same seed and another for another', () => {
    const draw = (seed: string) => {
      const random = new Random(seed);
      return Array.from({ length: 5 }, () => random.next());
    };
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
    expect(draw('a').every((value) => value >= 0 && value < 1)).toBe(true);
  });

  it('keeps within its cut and has the mean of a normal', () => {
    const random = new Random('normal');
    const values = Array.from({ length: 20_000 }, () => random.normal(2));
    expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(2);
    expect(Math.abs(values.reduce((sum, value) => sum + value, 0) / values.length)).toBeLessThan(0.03);
  });
});

describe('the plan of a demo edition', () => {
  const entries = planEntries('seed', goe, template);

  it('follows from its seed alone', () => {
    expect(planEntries('seed', goe, template)).toEqual(entries);
    expect(planJudges('seed', goe, template, entries)).toEqual(planJudges('seed', goe, template, entries));
    expect(planEntries('another', goe, template)).not.toEqual(entries);
  });

  it('holds the entries and countries of its specification, and the withdrawn ones beyond', () => {
    const counted = entries.filter(({ fate }) => fate === 'counted');
    expect([counted.length, entries.length - counted.length]).toEqual([1075, 38]);
    expect(new Set(counted.map(({ answers }) => answers.countryCode))).toEqual(new Set(goe.countries));
    expect(entries.every(({ answers }) => goe.countries.includes(answers.countryCode))).toBe(true);
  });

  it('names an enterprise problem for every entry of the Open Challenge and for no other', () => {
    for (const { answers } of entries) {
      expect(typeof answers.enterpriseProblemNumber === 'number').toBe(answers.trackKey === 'open-challenge');
    }
  });

  it.each(demoEditions.map((edition) => [edition.slug, edition] as const))(
    'answers all that the form of %s requires, and nothing that it hides',
    (_, edition) => {
      const demo = editionTemplate(edition, new Date(0));
      const form = demo.forms[demo.tracks.key];
      if (form === undefined) return;
      const filledBlocks = new Set<string>(coreBlocks);
      for (const { answers } of planEntries('seed', edition, demo)) {
        const given = { core: answers, answers: answers.formAnswers ?? {} };
        expect(entryProblems(form, { ...given, files: {}, filledBlocks })).toEqual([]);
        expect(keptAnswers(form, given)).toEqual(answers.formAnswers);
      }
    },
  );

  it('centres the severities of each stage', () => {
    const panels = planJudges('seed', goe, template, entries);
    for (const { key } of template.stages) {
      const severities = panels.filter(({ stageKey }) => stageKey === key).flatMap(({ judges }) => judges);
      const mean = severities.reduce((sum, { severity }) => sum + severity, 0) / severities.length;
      expect(Math.abs(mean)).toBeLessThan(0.01);
    }
  });

  it.each(demoEditions.map((edition) => [edition.slug, edition] as const))(
    'knows of every judge of %s languages, limits, an employer and the field groups that there are',
    (_, edition) => {
      const demo = editionTemplate(edition, new Date(0));
      const panels = planJudges('seed', edition, demo, planEntries('seed', edition, demo));
      const keys = new Set(demo.fieldGroups.map(({ key }) => key));
      const judges = planJudgeFacts('seed', edition, demo, panels);
      expect(new Set(judges.map(({ email }) => email)).size).toBe(judges.length);
      for (const { facts } of judges) {
        expect(judgeFactProblems(facts, keys)).toEqual([]);
        expect(facts.languages).toContain('zh');
        expect(facts.fieldGroups.length > 0).toBe(keys.size > 0);
        expect(facts.mostEntries).toBeGreaterThan(facts.leastEntries);
        expect(facts.employer).toMatch(/（虚构）$/);
      }
    },
  );

  it('gives every title once and marks it as fictitious', () => {
    const titles = inventedTitles(new Random('titles'), 1500).map(({ zh, en }) => `${zh} ${en}`);
    expect(new Set(titles).size).toBe(1500);
    expect(titles.every((title) => title.includes('（虚构）') && title.includes('(fictitious)'))).toBe(true);
  });
});

describe('the landing intents of the demo', () => {
  const xingyu = demoEditions[1] as EditionSpecification;
  const entries = planEntries('seed', xingyu, editionTemplate(xingyu, new Date(0)));
  const confirmed = entries.filter(({ confirmation }) => confirmation?.isRevoked === false);

  it('confirm the number and the sum of the specification, to the yuan', () => {
    expect(confirmed).toHaveLength(67);
    const sum = confirmed.reduce((yuan, { confirmation }) => yuan + BigInt(confirmation?.investmentYuan ?? 0), 0n);
    expect(sum).toBe(5_972_000_000n);
    expect(entries.filter(({ confirmation }) => confirmation?.isRevoked)).toHaveLength(3);
    expect(confirmed.every(({ fate }) => fate === 'counted')).toBe(true);
  });

  it('confirm what was declared, with a few differences', () => {
    expect(confirmed.every(({ landing }) => landing?.way && landing.districts?.length)).toBe(true);
    const differing = confirmed.filter(
      ({ landing, confirmation }) => landing?.investmentYuan !== confirmation?.investmentYuan,
    );
    expect(differing.length).toBeGreaterThan(0);
    expect(differing.length).toBeLessThanOrEqual(5);
  });
});

describe('the names of the demo', () => {
  it('all carry the mark of the invented', () => {
    const named = planEntries('seed', goe, template).flatMap(({ answers: { title, members, nominatingBody } }) => [
      title,
      ...(nominatingBody === null || nominatingBody === undefined ? [] : [nominatingBody]),
      ...members.flatMap(({ name, organisation }) => [name, organisation ?? '']),
    ]);
    expect(named.filter((name) => !/（虚构）$| \(fictitious\)$/.test(name))).toEqual([]);
  });
});

describe('drawing judges for entries', () => {
  it('gives each entry its panel of different judges, with loads that differ by one at most', () => {
    const load = Array.from({ length: 7 }, () => 0);
    const pairs = planAssignments(new Random('draw'), 58, load, 5);
    for (let entry = 0; entry < 58; entry += 1) {
      const judges = pairs.filter((pair) => pair.entry === entry).map(({ judge }) => judge);
      expect(new Set(judges).size).toBe(5);
      expect(judges).toHaveLength(5);
    }
    expect(Math.max(...load) - Math.min(...load)).toBeLessThanOrEqual(1);
  });
});

describe('splitting a sum of money', () => {
  it.each([1, 2, 67])('into %i parts leaves nothing over', (parts) => {
    const sums = splitSum(new Random(`sum ${parts}`), 5_972_000_000n, parts);
    expect(sums).toHaveLength(parts);
    expect(sums.reduce((sum, part) => sum + part, 0n)).toBe(5_972_000_000n);
    expect(sums.every((part) => part >= 5_000_000n)).toBe(true);
  });
});
