/** Fails to compile unless its argument is `true`. */
export type Holds<T extends true> = T;

/** Whether two types can be assigned to each other. */
export type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** A type read-only all the way down, every key present. */
export type Whole<T> = T extends object ? { readonly [K in keyof T]-?: Whole<Exclude<T[K], undefined>> } : T;
