/** What the eligibility check may find, in words; a code without words stands as it is. */
const reasons: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'documents-incomplete': { zh: '材料不完整', en: 'the documents are incomplete' },
  'correction-overdue': { zh: '未在规定时间内补正', en: 'no correction came in time' },
};

/** Of checks that name no reason in words. */
export const reasonText = (code: string) => reasons[code] ?? { zh: code, en: code };
