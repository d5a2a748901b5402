import { commonSettings, portSetting } from '@vedetta/service-kit';

export const gatewaySettings = {
  VEDETTA_SCENARIO: commonSettings.VEDETTA_SCENARIO,
  VEDETTA_STORE: commonSettings.VEDETTA_STORE,
  VEDETTA_PORT: portSetting('Port of the REST API; 0: any free one.', 8080),
  VEDETTA_NODE_NAME: commonSettings.VEDETTA_NODE_NAME,
  VEDETTA_HOST: commonSettings.VEDETTA_HOST,
  VEDETTA_METRICS_PORT: commonSettings.VEDETTA_METRICS_PORT,
  VEDETTA_LOG_LEVEL: commonSettings.VEDETTA_LOG_LEVEL,
};
