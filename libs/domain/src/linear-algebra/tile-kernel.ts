import { moduleBytes } from './tile-kernel-module.js';

/**
 * Subtracts the products of four rows at i and four at j from the tile at `target`, over `count` columns; all but the
 * count are byte addresses in the memory of the square, `stride` the length of a row.
 */
type SubtractTile = (i: number, j: number, stride: number, target: number, count: number) => void;

/** What is used of WebAssembly, of which neither the language nor Node has types. */
interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Record<string, unknown> };
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
}
const api = (globalThis as unknown as { readonly WebAssembly?: WebAssemblyApi }).WebAssembly;

const pageBytes = 65_536;
/** Rows below which a memory of its own costs more than it spares. */
const worthwhile = 128;

const kernels = new WeakMap<ArrayBufferLike, SubtractTile>();
let compiled: object | null | undefined;

/** Null where WebAssembly or its vectors are missing, or a page's policy forbids them. */
function tileModule(): object | null {
  if (compiled !== undefined) return compiled;
  try {
    compiled = api ? new api.Module(moduleBytes()) : null;
  } catch {
    compiled = null;
  }
  return compiled;
}

/**
 * n × n zeros, where it pays in a memory that vector instructions can work on: factors and inverses there take about half
 * the time and have the same bits.
 */
export function squareOfZeros(n: number): Float64Array {
  const module = n < worthwhile ? null : tileModule();
  if (api === undefined || module === null) return new Float64Array(n * n);
  try {
    const memory = new api.Memory({ initial: Math.ceil((n * n * 8) / pageBytes) });
    const { exports } = new api.Instance(module, { square: { memory } });
    kernels.set(memory.buffer, exports.subtractTile as SubtractTile);
    return new Float64Array(memory.buffer, 0, n * n);
  } catch {
    // Address space for such a memory is scarce on some systems.
    return new Float64Array(n * n);
  }
}

/** Null for a square that lies elsewhere. */
export function tileKernelOf({ buffer }: Float64Array): SubtractTile | null {
  return kernels.get(buffer) ?? null;
}
