/** What the type tests state with: types only, because `expectTypeOf` of vitest needs a newer compiler than 5.0. */

/** True only for the very same type: unlike mutual assignability, tells `unknown` and optional members apart. */
export type Equal<A, B> =
  (<T>(value: T) => T extends A ? 1 : 2) extends <T>(value: T) => T extends B ? 1 : 2 ? true : false;

/** True where either goes for the other. */
export type Mutual<A, B> = [A, B] extends [B, A] ? true : false;

/** A row of a table of types that must be equal. */
export type Expect<T extends true> = T;

/** `exactly<Wanted>()(value, true)`: the value has that very type; `true` is an error where it has another. */
export declare function exactly<Wanted>(): <Got>(value: Got, proof: Equal<Got, Wanted>) => void;

/** Reads its arguments, so that a mere access is a statement. */
export declare function read(...values: unknown[]): void;

/** A body as it comes from the wire. */
export declare const body: unknown;
