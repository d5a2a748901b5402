import { nodeVersionGuard } from '@vedetta/service-kit';

nodeVersionGuard();
const { runCli } = await import('./cli.ts');
process.exitCode = await runCli(process.argv);
