const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/**
 * Whether a text is a 统一社会信用代码: 18 characters of which the last is 31 − (Σ weightᵢ·valueᵢ mod 31), over the
 * alphabet without I, O, S, V and Z, with weightᵢ = 3ⁱ mod 31 (GB 32100-2015).
 */
export function isUnifiedSocialCreditCode(code: string): boolean {
  const values = [...code].map((character) => alphabet.indexOf(character));
  if (values.length !== 18 || values.includes(-1)) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * (values[index] as number), 0);
  return values[17] === (31 - (sum % 31)) % 31;
}
