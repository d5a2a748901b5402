import { runService } from '@vedetta/service-kit';
import { withArguments } from './config.ts';
import { apNodeService } from './service.ts';

const argv = process.argv.slice(2);
await runService(apNodeService(argv), withArguments(argv, process.env));
