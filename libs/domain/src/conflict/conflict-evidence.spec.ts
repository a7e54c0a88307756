import { describe, expect, it } from '@jest/globals';
import {
  candidateState,
  conflictCandidates,
  type EntryTies,
  type Evidence,
  type EvidenceCode,
  evidenceHash,
  evidenceVersion,
  evidenceWeights,
  type JudgeTies,
} from './conflict-evidence.js';

const judge = (changes: Partial<JudgeTies> = {}): JudgeTies => ({
  ...{ id: 'judge', name: '王小明', employers: [], people: [], investments: [], ...changes },
});
const entry = (changes: Partial<EntryTies> = {}): EntryTies => ({
  ...{ id: 'entry', people: [], avoidedPeople: [], avoidedEmployers: [], rivals: [], competitors: [], ...changes },
});
const house = (name: string, ...signs: string[]) => ({ name, signs: [`k:${name}`, ...signs] });
const rival = (name: string, first: number, ...signs: string[]) => ({
  ...house(`${name} · #${first}`, ...signs),
  proposals: { house: name, entries: ['another'] },
});
const member = (name: string, organisation: ReturnType<typeof house> | null = null) => ({ name, organisation });
const codes = (one: JudgeTies, other: EntryTies) =>
  conflictCandidates([one], [other]).flatMap(({ evidence }) => evidence.map(({ code }) => code));

describe('evidence of a conflict of interest', () => {
  it('is an employer in common, told apart by whether the judge is still there, with both sides shown', () => {
    const team = entry({ people: [member('Ann', house('Institute', 'o:1'))] });
    const employed = judge({ employers: [{ ...house('学院', 'o:1'), isPresent: true }] });
    expect(conflictCandidates([employed], [team])).toEqual([
      {
        ...{ entry: 'entry', judge: 'judge' },
        evidence: [{ code: 'same-employer', ofJudge: '学院', ofTeam: 'Ann · Institute' }],
      },
    ]);
    expect(codes(judge({ employers: [{ ...house('Institute'), isPresent: false }] }), team)).toEqual([
      'earlier-employer',
    ]);
    expect(codes(judge({ employers: [{ ...house('Elsewhere', 'o:2'), isPresent: true }] }), team)).toEqual([]);
  });

  it('is a person whom the judge advised or wrote with, however the name is written', () => {
    const team = entry({ people: [member('李华 Li Hua')] });
    expect(codes(judge({ people: [{ kind: 'advisee', name: '李华', unit: null }] }), team)).toEqual(['advisee']);
    expect(codes(judge({ people: [{ kind: 'co-author', name: 'li hua', unit: 'X' }] }), team)).toEqual(['co-author']);
  });

  it('is the judge’s own name among the team, and a company in which the judge has invested', () => {
    expect(codes(judge(), entry({ people: [member('王小明')] }))).toEqual(['named-in-team', 'family-name']);
    const team = entry({ people: [member('Ann', house('Acme'))] });
    expect(codes(judge({ investments: [house('Acme')] }), team)).toEqual(['investment']);
  });

  it('is whom the team asks to be kept away, by name or employer, and no company in which somebody has invested', () => {
    expect(codes(judge(), entry({ avoidedPeople: ['王小明'] }))).toEqual(['avoided-person']);
    const avoiding = entry({ avoidedEmployers: [house('Acme')] });
    expect(codes(judge({ employers: [{ ...house('Acme'), isPresent: false }] }), avoiding)).toEqual([
      'avoided-employer',
    ]);
    expect(codes(judge({ investments: [house('Acme')] }), avoiding)).toEqual([]);
  });

  it('is an employer that proposes something else to the same problem: now by rule, and to be asked once left', () => {
    const rivalled = entry({ rivals: [rival('Acme', 2, 'o:1')] });
    const at = (isPresent: boolean) => judge({ employers: [{ ...house('艾克米', 'o:1'), isPresent }] });
    expect(conflictCandidates([at(true)], [rivalled])).toMatchObject([
      {
        evidence: [{ code: 'rival-employer', ofJudge: '艾克米', ofTeam: 'Acme · #2', rival: { entries: ['another'] } }],
      },
    ]);
    expect(codes(at(false), rivalled)).toEqual(['earlier-rival-employer']);
    expect(codes(judge({ investments: [house('Acme', 'o:1')] }), rivalled)).toEqual([]);
    expect(evidenceWeights['rival-employer']).toBe('blocks');
    expect(evidenceWeights['earlier-rival-employer']).toBe('asks');
  });

  it('is an employer that competes with the owner of the problem: now by rule, and to be asked once left', () => {
    const rivalled = entry({ competitors: [house('Acme', 'o:1')] });
    const at = (isPresent: boolean) => judge({ employers: [{ ...house('艾克米', 'o:1'), isPresent }] });
    expect(codes(at(true), rivalled)).toEqual(['competitor-employer']);
    expect(codes(at(false), rivalled)).toEqual(['earlier-competitor-employer']);
    expect([evidenceWeights['competitor-employer'], evidenceWeights['earlier-competitor-employer']]).toEqual([
      ...['blocks', 'asks'],
    ]);
  });

  it('is the same of a rival whichever of its proposals is told', () => {
    const told = (first: number) =>
      conflictCandidates(
        [judge({ employers: [{ ...house('艾克米', 'o:1'), isPresent: false }] })],
        [entry({ rivals: [rival('Acme', first, 'o:1')] })],
      ).map(({ evidence }) => evidenceVersion(evidence));
    expect(told(2)).toEqual(told(7));
    expect(told(2)).toHaveLength(1);
  });

  it('is no family name by itself, and told beside what else there is', () => {
    const team = entry({ people: [member('王芳'), member('李华')] });
    expect(codes(judge(), team)).toEqual([]);
    expect(codes(judge({ people: [{ kind: 'advisee', name: '李华', unit: null }] }), team)).toEqual([
      ...['advisee', 'family-name'],
    ]);
    expect(codes(judge({ name: '欧阳明' }), entry({ people: [member('欧明'), member('欧阳明')] }))).toEqual([
      ...['named-in-team', 'family-name'],
    ]);
  });

  it('is told once, however many ways lead to it', () => {
    const team = entry({ people: [member('Ann', house('Institute', 'o:1'))] });
    expect(codes(judge({ employers: [{ ...house('Institute', 'o:1'), isPresent: true }] }), team)).toEqual([
      'same-employer',
    ]);
  });
});

describe('a candidate', () => {
  const line = (code: EvidenceCode, ofTeam = 'Ann'): Evidence => ({ code, ofJudge: 'Judge', ofTeam });
  const [advisee, family, house] = [line('advisee'), line('family-name'), line('same-employer')];
  const unsettled = { hasConflict: false, isOrdered: false, dismissed: null };
  const dismissing = (...lines: Evidence[]) => ({ ...unsettled, dismissed: lines.map(evidenceHash) });

  it('is open until somebody has dismissed all that asks, line by line', () => {
    expect(candidateState([advisee, family], unsettled)).toBe('open');
    expect(candidateState([advisee, family], dismissing(advisee))).toBe('dismissed');
    expect(candidateState([advisee, line('investment')], dismissing(advisee))).toBe('open');
    expect(candidateState([advisee, line('advisee', 'Bea')], dismissing(advisee))).toBe('open');
    expect(candidateState([line('advisee', 'Bea')], dismissing(advisee))).toBe('open');
  });

  it('is blocking by a rule whatever was dismissed, and confirmed by a declared conflict', () => {
    expect(candidateState([advisee, house], dismissing(advisee, house))).toBe('blocking');
    expect(candidateState([advisee, house], { ...unsettled, hasConflict: true })).toBe('confirmed');
  });

  it('is ordered while an order awaits its second person, whatever else is known, until a conflict is declared', () => {
    expect(candidateState([advisee], { ...dismissing(advisee), isOrdered: true })).toBe('ordered');
    expect(candidateState([house], { ...unsettled, isOrdered: true })).toBe('ordered');
    expect(candidateState([house], { ...unsettled, isOrdered: true, hasConflict: true })).toBe('confirmed');
  });

  it('has a version of its evidence, which is another one where either side of a line is', () => {
    expect(evidenceVersion([advisee, family])).toBe(evidenceVersion([family, advisee]));
    expect(evidenceVersion([advisee])).toMatch(/^[0-9a-f]{64}$/);
    expect(evidenceVersion([advisee])).not.toBe(evidenceVersion([line('advisee', 'Bea')]));
    expect(evidenceVersion([advisee])).not.toBe(evidenceVersion([advisee, family]));
  });
});
