import { commonSettings, portSetting } from '@vedetta/service-kit';

export const fusionSettings = {
  VEDETTA_SCENARIO: commonSettings.VEDETTA_SCENARIO,
  VEDETTA_STORE: commonSettings.VEDETTA_STORE,
  VEDETTA_QUEUE: commonSettings.VEDETTA_QUEUE,
  VEDETTA_PORT: portSetting('Port of the fronthaul and the air feed (gRPC, with health); 0: any free one.', 7400),
  VEDETTA_ADVERTISE: commonSettings.VEDETTA_ADVERTISE,
  VEDETTA_NODE_NAME: commonSettings.VEDETTA_NODE_NAME,
  VEDETTA_HOST: commonSettings.VEDETTA_HOST,
  VEDETTA_METRICS_PORT: commonSettings.VEDETTA_METRICS_PORT,
  VEDETTA_LOG_LEVEL: commonSettings.VEDETTA_LOG_LEVEL,
};
