import { readFileSync } from 'node:fs';
import { deployNetwork } from '@vedetta/deployment';
import { connectAccessPoint } from '@vedetta/fronthaul';
import { readNetwork } from '@vedetta/scenario';
import { recordBytes } from './recorded-reports.ts';

/**
 * All access points of a network in one process that computes nothing: every command is answered from a recording. Started by the
 * benchmark of the fusion workers; ends with its parent.
 *
 *   node replayer.ts SCENARIO RUN RECORDING HOST:PORT[,HOST:PORT…]
 */
const [scenario, run, recording, addresses] = process.argv.slice(2);
process.on('disconnect', () => process.exit(0));

const { network, hash } = await readNetwork(scenario);
const deployment = deployNetwork(network);
const samples = readFileSync(recording);
const size = recordBytes(deployment);
const receivers = deployment.receiveAccessPoints;
const { sampleFormat } = network.fronthaul;
const mantissaBits = sampleFormat === 'float64' ? 0 : sampleFormat.mantissaBits;

for (const address of addresses.split(',')) {
  for (const { id: accessPoint } of deployment.accessPoints) {
    const place = receivers.indexOf(accessPoint);
    const link = connectAccessPoint({
      address,
      accessPoint,
      epoch: 1,
      scenarioHash: hash,
      run: Number(run),
      onCommand({ slot, receive }) {
        const from = (slot * receivers.length + place) * size;
        for (const { inspection } of receive) {
          const raw = { mantissaBits, samples: samples.subarray(from, from + size) };
          link.sendReport({ slot, inspection, raw });
        }
      },
      onDrain() {},
      onRefused() {},
      onConnection() {},
    });
  }
}
