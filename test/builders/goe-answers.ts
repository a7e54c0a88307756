/** What a team without an organisation answers of the GOE's form in the Innovation Challenge, at home or from abroad. */
export function goeAnswers(countryCode: string): Readonly<Record<string, string>> {
  return {
    ...{ innovation: '泵体采用仿生叶轮（虚构）。', 'applicant-kind': 'individuals', phone: '+12025550100' },
    ...(countryCode === 'CN' ? {} : { pitch: 'online', [nameKey(countryCode)]: 'FICTITIOUS PERSON' }),
  };
}

const nameKey = (countryCode: string) => (['HK', 'MO', 'TW'].includes(countryCode) ? 'permit-name' : 'passport-name');
