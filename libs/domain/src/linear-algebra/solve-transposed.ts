/**
 * Overwrites b with the solution of Lᵀ x = b: of independent standard normal b, x has covariance (L Lᵀ)⁻¹.
 *
 * @param l the factor of `choleskyInPlace`, row-major n × n
 * @param b n values
 */
export function solveTransposed(l: Float64Array, n: number, b: Float64Array): void {
  for (let i = n - 1; i >= 0; i -= 1) {
    const row = i * n;
    const value = b[i]! / l[row + i]!;
    b[i] = value;
    for (let k = 0; k < i; k += 1) b[k]! -= value * l[row + k]!;
  }
}
