import type { Inspection } from '@vedetta/deployment';
import { vedetta } from '../generated/messages.js';
import { type AirDownMessage, type AirHello, type AirRun, type AirSlot, protocolVersion } from '../messages.ts';
import { checkAscendingIds, checkFinite, checkLength, checkText, checkUint32 } from './checks.ts';
import { checkPowerPlan, powerPlanFromWire, powerPlanToWire } from './power-plan.ts';
import { type Decoded, decoded, InvalidMessageError } from './result.ts';
import { type Bodies, finish, type Received, readerOf } from './wire.ts';

const { AirDown, AirUp } = vedetta.v1;

/** Inspection phases by their number on the wire. */
const phases = ['detection', 'tracking'] as const;

/** @throws {InvalidMessageError} if a field is outside its range. */
export function encodeAirHello(hello: AirHello): Buffer {
  checkAirHello(hello);
  const { processName, scenarioHash, protocolVersion, accessPoints } = hello;
  return finish(
    AirUp.encode({
      hello: { process: processName, scenarioHash, protocolVersion, accessPoints: [...accessPoints] },
    }),
  );
}

/** What an access-point process sent on its air feed, checked. */
export function decodeAirUp(bytes: Uint8Array): Decoded<AirHello> {
  return decoded(() => {
    checkLength(bytes);
    const { hello } = AirUp.decode(readerOf(bytes)) as Bodies<vedetta.v1.AirUp>;
    if (!hello) throw new InvalidMessageError('not a hello');
    const { process: processName, scenarioHash, protocolVersion, accessPoints } = hello;
    const value = { processName, scenarioHash, protocolVersion, accessPoints };
    checkAirHello(value);
    return value;
  });
}

export function encodeAirWelcome(): Buffer {
  return finish(AirDown.encode({ welcome: { protocolVersion } }));
}

/** @throws {InvalidMessageError} if run, seed or a power is outside its range. */
export function encodeAirRun(run: AirRun): Buffer {
  checkRun(run);
  return finish(AirDown.encode({ run: { run: run.run, seed: run.seed, power: powerPlanToWire(run.powerPlan ?? []) } }));
}

export function encodeAirRunEnd(): Buffer {
  return finish(AirDown.encode({ runEnd: {} }));
}

/** @throws {InvalidMessageError} if a field is outside its range. */
export function encodeAirSlot({ plan, onAir }: AirSlot): Buffer {
  checkSlot({ plan, onAir });
  const inspections = plan.inspections.map(({ index, region, cell, position: [x, y, z], transmit, receive, phase }) => {
    return {
      index,
      region,
      cell,
      x,
      y,
      z,
      transmit: [...transmit],
      receive: [...receive],
      phase: phases.indexOf(phase),
    };
  });
  return finish(AirDown.encode({ slot: { slot: plan.slot, inspections, onAir: [...onAir] } }));
}

/** What the fusion worker sent on the air feed, checked. */
export function decodeAirDown(bytes: Uint8Array): Decoded<AirDownMessage> {
  return decoded((): AirDownMessage => {
    const { welcome, run, runEnd, slot } = AirDown.decode(readerOf(bytes)) as Bodies<vedetta.v1.AirDown>;
    if (welcome) return { kind: 'welcome', protocolVersion: welcome.protocolVersion };
    if (runEnd) return { kind: 'runEnd' };
    if (run) {
      const powerPlan = run.power.length > 0 ? { powerPlan: powerPlanFromWire(run.power) } : {};
      const value = { run: run.run, seed: run.seed, ...powerPlan };
      checkRun(value);
      return { kind: 'run', run: value };
    }
    if (!slot) throw new InvalidMessageError('neither a welcome, a run, its end nor a slot');
    const value = { plan: { slot: slot.slot, inspections: slot.inspections.map(inspection) }, onAir: slot.onAir };
    checkSlot(value);
    return { kind: 'slot', slot: value };
  });
}

function inspection(wire: Received<vedetta.v1.AirInspection>): Inspection {
  const { index, region, cell, x, y, z, transmit, receive } = wire;
  const phase = phases[wire.phase];
  if (phase === undefined) throw new InvalidMessageError(`phase ${wire.phase} is unknown`);
  return { index, phase, region, cell, position: [x, y, z], transmit, receive };
}

function checkAirHello(hello: AirHello): void {
  checkText(hello.processName, 'process name');
  checkText(hello.scenarioHash, 'scenario hash');
  checkUint32(hello.protocolVersion, 'protocol version');
  checkAscendingIds(hello.accessPoints, 'access points');
}

function checkRun({ run, seed, powerPlan }: AirRun): void {
  checkUint32(run, 'run');
  if (!(Number.isSafeInteger(seed) && seed >= 0)) {
    throw new InvalidMessageError(`seed ${seed} is not a whole number from 0 to 9007199254740991`);
  }
  checkPowerPlan(powerPlan ?? []);
}

function checkSlot({ plan, onAir }: AirSlot): void {
  checkUint32(plan.slot, 'slot');
  plan.inspections.forEach((inspection, index) => {
    if (inspection.index !== index) {
      throw new InvalidMessageError(`inspection ${index} carries index ${inspection.index}`);
    }
    checkUint32(inspection.region, 'region');
    checkUint32(inspection.cell, 'cell');
    for (const coordinate of inspection.position) checkFinite(coordinate, 'coordinate');
    checkAscendingIds(inspection.transmit, 'transmit access points');
    checkAscendingIds(inspection.receive, 'receive access points');
  });
  checkAscendingIds(onAir, 'access points on air');
}
