/** A progress line on standard error, only when that is a terminal. */
export function startProgress(what: string, total: number): { at(value: number): void; close(): void } {
  const output = process.stderr;
  if (output.isTTY !== true) return { at() {}, close() {} };
  let shownAt = 0;
  return {
    at(value) {
      const now = performance.now();
      if (now - shownAt < 100) return;
      shownAt = now;
      const share = total > 0 ? ` (${Math.round((100 * value) / total)} %)` : '';
      output.write(`\r\x1b[2K${what} ${value} of ${total}${share}`);
    },
    close() {
      output.write('\r\x1b[2K');
    },
  };
}
