/** Digits that a double holds whatever they are. */
const safeDigits = 15;

/** Reads a plain decimal from its bytes, without a string. */
export class DecimalBytes {
  units = 0;
  places = 0;

  /**
   * @returns whether the bytes are a plain decimal of at most 15 digits, which is then in `units` and `places`; others
   *   need a closer look
   */
  read(bytes: Uint8Array, from: number, to: number): boolean {
    const isNegative = bytes[from] === 0x2d;
    const start = isNegative ? from + 1 : from;
    let units = 0;
    let point = -1;
    for (let at = start; at < to; at += 1) {
      const digit = bytes[at]! - 0x30;
      if (digit >= 0 && digit <= 9) units = units * 10 + digit;
      else if (digit === -2 && point < 0 && at > start) point = at;
      else return false;
    }
    const whole = (point < 0 ? to : point) - start;
    const places = point < 0 ? 0 : to - point - 1;
    const isWellFormed = whole > 0 && (whole === 1 || bytes[start] !== 0x30) && (point < 0 || places > 0);
    if (!isWellFormed || whole + places > safeDigits || (isNegative && units === 0)) return false;
    this.units = isNegative ? -units : units;
    this.places = places;
    return true;
  }
}
