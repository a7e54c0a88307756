import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { templateKeys } from '#mail';
import { permission, type PermissionName } from '../permission-matrix.js';
import { roles, type Role } from '../role.js';
import { answeredObjects, type AnsweringDocument } from './answered-object.js';
import { answerFields, plainAnswers } from './answers.js';
import { identityFields, type IdentityField } from './identity-field.js';
import { letterFields } from './letters.js';
import { maySee, type Viewer, viewers, visibilityMatrix } from './visibility-matrix.js';

type PermittingDocument = AnsweringDocument & {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly 'x-permission'?: PermissionName }>>>>;
};
const document = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', '..', '..', 'apps', 'api', 'openapi.json'), 'utf8'),
) as PermittingDocument;
const objects = answeredObjects(document);

const everything = { isOpenStage: true, isReleased: true };

describe('the visibility matrix', () => {
  it('knows what every route answers with: name its object in answers.ts, as is said there', () => {
    const missing = objects.filter(
      ({ object }) => object !== null && !(object in answerFields) && !plainAnswers.includes(object),
    );
    expect(missing.map(({ route, object }) => `${route} answers with ${object}`)).toEqual([]);
  });

  it('names no object twice, and none with which no route answers', () => {
    const named = [...Object.keys(answerFields), ...plainAnswers];
    expect(named.filter((name, at) => named.indexOf(name) !== at)).toEqual([]);
    const known = new Set(objects.map(({ object }) => object));
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it('knows every letter that is written: name its template in letters.ts', () => {
    expect(new Set(Object.keys(letterFields))).toEqual(new Set(templateKeys));
  });

  it('speaks of every field, and says why', () => {
    expect(Object.keys(visibilityMatrix)).toEqual(Object.keys(identityFields));
    expect(Object.values(visibilityMatrix).filter(({ why }) => why.length < 10)).toEqual([]);
  });

  it('has every role as a viewer', () => {
    expect(roles.filter((role) => !(role in viewers))).toEqual([]);
  });
});

/** Those to whom the permission of a route is given by their role; of their own every one else is answered. */
function answeredRoles(route: string): readonly Role[] {
  const [method = '', path = ''] = route.split(' ');
  const operation = Object.entries(document.paths).find(([known]) => matches(known, path))?.[1];
  const name = operation?.[method.toLowerCase()]?.['x-permission'];
  return name === undefined || permission(name).scope === 'own' ? [] : permission(name).roles;
}

const matches = (known: string, path: string) =>
  known === path || (known.endsWith('/{what}') && path.startsWith(known.slice(0, -'{what}'.length)));

describe('who may ask a route of the office', () => {
  it('may see every field of its answer, at some time', () => {
    const wrong = objects.flatMap(({ route, object }) =>
      (answerFields[object ?? ''] ?? []).flatMap((field) =>
        answeredRoles(route)
          .filter((role) => !maySee(field, role, everything))
          .map((role) => `${route}: ${role}, ${field}`),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe('a judge', () => {
  const fields = Object.keys(identityFields) as IdentityField[];
  const seen = (viewer: Viewer, moment: Parameters<typeof maySee>[2]) =>
    fields.filter((field) => maySee(field, viewer, moment));

  it('of a blind stage sees nothing of anybody before the release', () => {
    const moment = { isOpenStage: false, isReleased: false };
    for (const viewer of ['judge', 'panel-chair', 'other-judge'] as const) expect(seen(viewer, moment)).toEqual([]);
  });

  it('never sees of other judges who they are, nor what they scored', () => {
    const forbidden = fields.filter((field) => /judge/.test(field) || ['avoidance', 'entry-number'].includes(field));
    for (const viewer of ['judge', 'panel-chair', 'other-judge'] as const) {
      expect(forbidden.filter((field) => maySee(field, viewer, { isOpenStage: true, isReleased: false }))).toEqual([]);
    }
  });

  it('is told by its own routes nothing that an open stage does not show', () => {
    const own = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item)
        .filter(([, operation]) => operation['x-permission'] === 'assignment.judge')
        .map(([method]) => `${method.toUpperCase()} ${path}`),
    );
    expect(own.length).toBeGreaterThan(5);
    const carried = objects
      .filter(({ route }) => own.includes(route))
      .flatMap(({ object }) => answerFields[object ?? ''] ?? []);
    // What the judge scored, and what the office answered to it, are the judge's own.
    const ofJudge: readonly string[] = ['score-of-judge', 'judge-answer', 'calibration-reference'];
    const others = carried.filter((field) => !ofJudge.includes(field));
    expect(others.filter((field) => !maySee(field, 'judge', { isOpenStage: true, isReleased: false }))).toEqual([]);
  });
});

describe('a team', () => {
  it('never sees who judges, nor what is known of a judge, released or not', () => {
    const ofJudges = (Object.keys(identityFields) as IdentityField[]).filter((field) => field.startsWith('judge-'));
    for (const viewer of ['team-lead', 'team-member', 'other-team', 'public', 'person'] as const) {
      expect(ofJudges.filter((field) => maySee(field, viewer, everything))).toEqual([]);
    }
  });
});
