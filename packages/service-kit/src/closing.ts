/**
 * Waits for `closing`, but not longer than `ms`. Its failure counts as closed: at the end of a process nobody can do
 * better than to go on with the rest.
 *
 * @returns whether it closed in time and without an error, and that error.
 */
export async function closeWithin(
  ms: number,
  closing: Promise<unknown>,
): Promise<{ closed: boolean; error?: unknown }> {
  const { promise: expired, resolve } = Promise.withResolvers<{ closed: boolean }>();
  const timer = setTimeout(() => resolve({ closed: false }), ms);
  try {
    return await Promise.race([
      closing.then(
        () => ({ closed: true }),
        (error: unknown) => ({ closed: false, error }),
      ),
      expired,
    ]);
  } finally {
    clearTimeout(timer);
  }
}

/** Makes anything that closes usable with `await using` and `AsyncDisposableStack.use`, with a time limit. */
export function disposable<T extends { close(): Promise<unknown> }>(resource: T, limitMs: number): T & AsyncDisposable {
  return Object.assign(resource, {
    async [Symbol.asyncDispose]() {
      await closeWithin(limitMs, resource.close());
    },
  });
}
