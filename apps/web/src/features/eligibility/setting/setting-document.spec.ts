import { describe, expect, it } from '@jest/globals';
import { isComplete, keyed, moved, withItem, withLabel } from './setting-document.js';

const item = (key: string, en = key) => ({ key, label: { zh: en, en } });
const items = [item('file-missing'), item('late')];
const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key);

describe('points and reasons of a check', () => {
  it('get keys from their English words, apart from those that are taken', () => {
    const added = withLabel(withItem(items), 2, { zh: '缺文件', en: 'File missing!' });
    expect(keys(keyed(added))).toEqual(['file-missing', 'late', 'file-missing-2']);
    expect(keys(keyed(withItem(items)))).toEqual(['file-missing', 'late', 'point']);
  });

  it('keep their key when they are worded anew', () => {
    expect(keyed(withLabel(items, 1, { zh: '迟交', en: 'Too late' }))[1]).toEqual({
      ...{ key: 'late', label: { zh: '迟交', en: 'Too late' } },
    });
  });

  it('move by one place, and not beyond the ends', () => {
    expect(keys(moved(items, 0, 1))).toEqual(['late', 'file-missing']);
    expect(keys(moved(items, 0, -1))).toEqual(keys(items));
    expect(keys(moved(items, 1, 1))).toEqual(keys(items));
  });

  it('are complete only where each says something in both languages', () => {
    expect(isComplete(items)).toBe(true);
    expect(isComplete(withItem(items))).toBe(false);
    expect(isComplete([])).toBe(false);
  });
});
