import { createLogger, exitWhenParentGone, nodeVersionGuard } from '@vedetta/service-kit';
import { createApNode } from './app.ts';
import { readConfig } from './config.ts';

nodeVersionGuard();
try {
  const config = readConfig(process.argv.slice(2), process.env);
  const logger = createLogger({ name: config.processName, level: config.logLevel });
  const node = await createApNode(config, logger);
  const stop = async () => {
    await node.close();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  if (config.exitWithParent) {
    process.on('SIGINT', () => {});
    exitWhenParentGone(stop);
  } else process.once('SIGINT', stop);
  await node.refused;
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(2);
}
