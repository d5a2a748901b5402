const required = 24;

/**
 * Ends the process with a clear message when it runs on another Node than the pinned one, as happens when a file is
 * started past npm, or when npm was told not to run install scripts.
 */
export function nodeVersionGuard(version: string = process.versions.node): void {
  const problem = nodeVersionProblem(version);
  if (problem === null) return;
  process.stderr.write(`${problem}\n`);
  process.exit(2);
}

/** null when this version will do. */
export function nodeVersionProblem(version: string): string | null {
  if (Number.parseInt(version, 10) >= required) return null;
  return (
    `Vedetta needs Node ${required}; this is Node ${version}. Start it through npm, which brings the right Node along: ` +
    'npm ci && npm start, or npm run -s vedetta -- <command>. If that fails too, npm ran with --ignore-scripts: npm rebuild node'
  );
}
