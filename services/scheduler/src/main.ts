import { runService } from '@vedetta/service-kit';
import { schedulerService } from './service.ts';

await runService(schedulerService);
