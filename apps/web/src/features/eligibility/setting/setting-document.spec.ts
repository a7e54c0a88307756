import { describe, expect, it } from '@jest/globals';
import { isComplete, keyed, moved, withItem, withLabel, withoutItem } from './setting-document.js';

const item = (key: string, en = key) => ({ key, label: { zh: en, en } });
const setting = {
  checklist: [item('complete')],
  reasons: [item('file-missing'), item('late')],
  ...{ needsSecondReader: false, correctionDays: 7 },
};

describe('the setting of the eligibility check', () => {
  it('gives a new item a key from its English words, apart from those that are taken', () => {
    const added = withLabel(withItem(setting, 'reasons'), 'reasons', 2, { zh: '缺文件', en: 'File missing!' });
    expect(keyed(added).reasons.map(({ key }) => key)).toEqual(['file-missing', 'late', 'file-missing-2']);
    expect(keyed(withItem(setting, 'checklist')).checklist.map(({ key }) => key)).toEqual(['complete', 'point']);
  });

  it('keeps the key of an item that is worded anew', () => {
    expect(keyed(withLabel(setting, 'reasons', 1, { zh: '迟交', en: 'Too late' })).reasons[1]).toEqual({
      ...{ key: 'late', label: { zh: '迟交', en: 'Too late' } },
    });
  });

  it('moves an item, and not beyond the ends', () => {
    expect(moved(setting, 'reasons', 0, 1).reasons.map(({ key }) => key)).toEqual(['late', 'file-missing']);
    expect(moved(setting, 'reasons', 0, -1)).toBe(setting);
    expect(moved(setting, 'reasons', 1, 1)).toBe(setting);
  });

  it('is complete only where every item says something in both languages', () => {
    expect(isComplete(setting)).toBe(true);
    expect(isComplete(withItem(setting, 'checklist'))).toBe(false);
    expect(isComplete(withoutItem(setting, 'checklist', 0))).toBe(false);
  });
});
