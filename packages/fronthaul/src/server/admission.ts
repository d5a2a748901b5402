import { type AirHello, type Hello, protocolVersion } from '../messages.ts';
import type { Refusal } from '../refusal.ts';

/** What a hello is held against. */
export interface AdmissionRules {
  readonly scenarioHash: string;
  /** Ids the network has. */
  readonly accessPoints: ReadonlySet<number>;
}

/** null when the stream may start. `attachedEpoch` is that of the stream the access point has already, if any. */
export function refuseHello(
  hello: Hello,
  rules: AdmissionRules,
  run: number | null,
  attachedEpoch: number | null,
): Refusal | null {
  const mismatch = refusePeer(hello, rules, [hello.accessPoint]);
  if (mismatch !== null) return mismatch;
  if (hello.run !== run) {
    const current = run === null ? 'no run is on' : `run ${run} is on`;
    return { code: 'STALE_RUN', reason: `access point ${hello.accessPoint} is of run ${hello.run}, but ${current}` };
  }
  if (attachedEpoch === null || hello.epoch > attachedEpoch) return null;
  const reason = `access point ${hello.accessPoint} is attached with epoch ${attachedEpoch}; this is epoch ${hello.epoch}`;
  return { code: hello.epoch < attachedEpoch ? 'SUPERSEDED' : 'EPOCH_IN_USE', reason };
}

/** null when the air feed may start. */
export function refuseAirHello(hello: AirHello, rules: AdmissionRules): Refusal | null {
  return refusePeer(hello, rules, hello.accessPoints);
}

function refusePeer(
  hello: { readonly scenarioHash: string; readonly protocolVersion: number },
  rules: AdmissionRules,
  accessPoints: readonly number[],
): Refusal | null {
  if (hello.protocolVersion !== protocolVersion) {
    const reason = `protocol version ${hello.protocolVersion} here meets version ${protocolVersion} at the fusion worker`;
    return { code: 'PROTOCOL_MISMATCH', reason };
  }
  if (hello.scenarioHash !== rules.scenarioHash) {
    const reason = `scenario hash ${hello.scenarioHash} here meets ${rules.scenarioHash} at the fusion worker`;
    return { code: 'SCENARIO_MISMATCH', reason };
  }
  const unknown = accessPoints.filter((id) => !rules.accessPoints.has(id));
  if (unknown.length === 0) return null;
  const named = unknown.length > 5 ? `${unknown.slice(0, 5).join(', ')} …` : unknown.join(', ');
  const reason = `access point ${named} is not in the network, which has ${rules.accessPoints.size}: ${idRange(rules.accessPoints)}`;
  return { code: 'UNKNOWN_ACCESS_POINT', reason };
}

function idRange(ids: ReadonlySet<number>): string {
  return ids.size === 0 ? 'none' : `${Math.min(...ids)} to ${Math.max(...ids)}`;
}
