#!/usr/bin/env node
// Plain JavaScript, so that an old Node can still say what is wrong.
const [major] = process.versions.node.split('.').map(Number);
if (major < 24) {
  process.stderr.write(
    `vedetta: this is Node ${process.versions.node}, but Vedetta runs on Node 24, which \`npm ci\` brings along.\n` +
      'Start it through npm (`npm start`, `npm run -s vedetta -- …`). If it still says so, npm was told not to run\n' +
      'install scripts: run `npm ci --ignore-scripts=false`.\n',
  );
  process.exit(2);
}
// Modules compiled once are read back by later starts and by the AP processes.
const { enableCompileCache } = await import('node:module');
enableCompileCache();
const { runCli } = await import('../src/cli.ts');
process.exitCode = await runCli(process.argv);
