import { runService } from '@vedetta/service-kit';
import { fusionService } from './service.ts';

await runService(fusionService);
