import { describe, expect, it } from '@jest/globals';
import { matchMembers } from './member-rows.js';

const row = (publicId: string, name: string, role: 'lead' | 'member' = 'member') => ({
  ...{ publicId, name, role, hasJoined: false },
});
const ids = (stored: Parameters<typeof matchMembers>[0], given: Parameters<typeof matchMembers>[1]) =>
  matchMembers(stored, given).map((match) => match?.publicId);

describe('matchMembers', () => {
  const stored = [row('a', '王芳', 'lead'), row('b', '李伟'), row('c', '李伟')];

  it('knows people by their ids, whatever they are called now', () => {
    expect(ids(stored, [{ id: 'b', role: 'member', name: '李玮' }])).toEqual(['b']);
  });

  it('knows people without ids by their names, namesakes by their places first', () => {
    const given = ['王芳', '新人', '李伟'].map((name) => ({ role: 'member' as const, name }));
    expect(ids(stored, given)).toEqual(['a', undefined, 'c']);
    expect(ids(stored, [{ role: 'member', name: '李伟' }])).toEqual(['b']);
  });

  it('takes a lead of another name for the same lead, and a member of another name for somebody else', () => {
    expect(
      ids(stored, [
        { role: 'lead', name: '王方' },
        { role: 'member', name: '李维' },
      ]),
    ).toEqual(['a', undefined]);
  });

  it('takes an id that is not the entry’s for somebody new, and nobody twice', () => {
    expect(
      ids(stored, [
        { id: 'x', role: 'member', name: '李伟' },
        { id: 'a', role: 'lead', name: '王芳' },
        { role: 'member', name: '王芳' },
      ]),
    ).toEqual([undefined, 'a', undefined]);
  });
});
