import { runService } from '@vedetta/service-kit';
import { evaluatorService } from './service.ts';

await runService(evaluatorService);
