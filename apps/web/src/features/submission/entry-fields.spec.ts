import { describe, expect, it } from '@jest/globals';
import { emptyFields, trimmedAnswers } from './entry-fields.js';

describe('what a draft keeps', () => {
  it('keeps what is ticked and leaves out what is blank, empty or not ticked', () => {
    const fields = { ...emptyFields(), title: ' A pump ', declares: true, needs: [], localPartner: false };
    expect(trimmedAnswers({ ...fields, investmentYuan: '８９', summary: ' ' })).toEqual({
      ...{ title: 'A pump', declares: true, investmentYuan: '89' },
      ...{ language: 'zh', members: [{ role: 'lead' }] },
    });
  });
});
