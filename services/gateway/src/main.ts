import { runService } from '@vedetta/service-kit';
import { gatewayService } from './service.ts';

await runService(gatewayService);
