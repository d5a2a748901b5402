import { type ArrivalNodes, type ArrivalSplit, arrivalNodes, interpolated } from '@vedetta/channel';
import type { Deployment } from '@vedetta/deployment';
import { type ComplexMatrix, createComplexMatrix, identityMatrix } from '@vedetta/numerics';
import { directionCosine, type TransmitBlock, type UserSymbols } from '@vedetta/signal';
import type { ClutterPartition } from './clutter-sets.ts';
import { DetectionError } from './errors.ts';
import type { LongTermRest } from './long-term/long-term-rest.ts';
import type { ClutterTerm, StructuredCovariance } from './types.ts';

/** What one transmit AP, known by its block, adds to Ψ̂. */
export interface DesignTerm {
  readonly accessPoint: number;
  /** ςκ², W; times c_B where R_rx is interpolated. */
  readonly power: number;
  readonly transmitCorrelation: ComplexMatrix;
  readonly receiveCorrelation: ComplexMatrix;
  /** The nodes it lies between; null where R_rx is its own. */
  readonly split: ArrivalSplit | null;
}

/**
 * The covariance a receiver designs with,
 *
 *   Ψ̂ = Σ_exact ςκ² (S R_txᵀ Sᴴ) ⊗ R_rx + c_B Σ_far ςκ² (S R_txᵀ Sᴴ) ⊗ [(1 − f) R_a + f R_b] + Σ_k x_k x_kᴴ ⊗ R_k + I ⊗ R_u + σ_z² I
 *
 * The first two sums alone satisfy Ψ ⪯ Ψ̂, so the statistic is stochastically below Gamma(r, 1) in every realisation. c_B stands at the
 * interpolated terms rather than at the whole: noise and exact terms need no margin (docs/decisions/0012).
 */
export interface ClutterDesign {
  /** One per block at hand, in their order. */
  readonly terms: readonly DesignTerm[];
  /** R at the nodes, N × N; empty without interpolation. */
  readonly nodes: readonly ComplexMatrix[];
  readonly rest: LongTermRest | null;
}

/** Ψ̂ = σ_z² I. */
export const NO_CLUTTER: ClutterDesign = { terms: [], nodes: [], rest: null };

/** @param ids  transmit APs whose blocks are at hand, ascending. */
export function clutterDesign(
  deployment: Deployment,
  receiver: number,
  ids: readonly number[],
  partition: ClutterPartition,
  rest: LongTermRest | null,
): ClutterDesign {
  const nodes = partition.interpolated.length > 0 ? nodesOf(deployment) : null;
  const far = new Set(partition.interpolated);
  return {
    terms: ids.map((id) =>
      nodes && far.has(id) ? farTerm(deployment, receiver, id, nodes) : exactTerm(deployment, receiver, id),
    ),
    nodes: nodes?.correlations ?? [],
    rest,
  };
}

/** The truth: every transmit AP with its own correlations. */
export function exactDesign(deployment: Deployment, receiver: number, ids: readonly number[]): ClutterDesign {
  return { terms: ids.map((id) => exactTerm(deployment, receiver, id)), nodes: [], rest: null };
}

function exactTerm(deployment: Deployment, receiver: number, accessPoint: number): DesignTerm {
  const { power, transmitCorrelation, receiveCorrelation } = deployment.clutterLink(receiver, accessPoint);
  return { accessPoint, power, transmitCorrelation, receiveCorrelation, split: null };
}

function farTerm(deployment: Deployment, receiver: number, accessPoint: number, nodes: ArrivalNodes): DesignTerm {
  const { power, transmitCorrelation } = deployment.clutterLink(receiver, accessPoint);
  const { axis, position } = deployment.accessPoints[receiver];
  const split = nodes.split(directionCosine(axis, position, deployment.accessPoints[accessPoint].position));
  const { lower, fraction } = split;
  return {
    accessPoint,
    power: nodes.bound * power,
    transmitCorrelation,
    receiveCorrelation: interpolated(nodes.correlations[lower], nodes.correlations[lower + 1], fraction),
    split,
  };
}

const nodeMemory = new WeakMap<Deployment, ArrivalNodes>();

/** The arrival nodes of a network's arrays; all receivers have the same. */
export function nodesOf(deployment: Deployment): ArrivalNodes {
  const known = nodeMemory.get(deployment);
  if (known !== undefined) return known;
  const { propagation, accessPoints, sensing } = deployment.network;
  const { clutterSet } = sensing;
  if (clutterSet === 'all' || !('azimuthNodes' in clutterSet))
    throw new DetectionError('clutterSet', 'has no azimuth nodes');
  const { antennaCount, spacingWavelengths: spacing } = accessPoints;
  const nodes = arrivalNodes(propagation, { antennaCount, spacing }, clutterSet.azimuthNodes);
  nodeMemory.set(deployment, nodes);
  return nodes;
}

/**
 * Ψ̂ as anyone can take it home: every sum as terms p (S R_txᵀ Sᴴ) ⊗ R_rx, c_B in the powers.
 *
 * @param rounding  of the samples, N τ variances in W; null: they were not rounded.
 */
export function writtenOut(
  deployment: Deployment,
  design: ClutterDesign,
  blocks: readonly TransmitBlock[],
  symbols: readonly UserSymbols[],
  rounding: Float64Array | null,
): StructuredCovariance {
  const terms: ClutterTerm[] = design.terms.map(({ power, transmitCorrelation, receiveCorrelation }, i) => ({
    power,
    signal: blocks[i].samples,
    transmitCorrelation,
    receiveCorrelation,
  }));
  const one = identityMatrix(1);
  design.rest?.streams.forEach(({ user, power, receiveCorrelation }) => {
    const signal = symbolsOf(symbols, user);
    terms.push({ power, signal, transmitCorrelation: one, receiveCorrelation });
  });
  const white = design.rest?.white;
  if (white && white.power > 0) {
    const samples = identityMatrix(deployment.network.block.sensingSamples);
    terms.push({
      power: white.power,
      signal: samples,
      transmitCorrelation: samples,
      receiveCorrelation: white.receiveCorrelation,
    });
  }
  if (rounding) terms.push(...roundingTerms(rounding, deployment.network.accessPoints.antennaCount));
  return { noiseVariance: deployment.noiseVariance, terms };
}

/** diag(d) as terms: one for each antenna, (s sᴴ for each time) ⊗ e_n e_nᵀ, or one for all where they share their units. */
function roundingTerms(rounding: Float64Array, antennas: number): ClutterTerm[] {
  const samples = rounding.length / antennas;
  const power = rounding.reduce((most, variance) => Math.max(most, variance), 0);
  if (power === 0) return [];
  const transmitCorrelation = identityMatrix(samples);
  const term = (antenna: number, receiveCorrelation: ComplexMatrix): ClutterTerm => {
    const signal = createComplexMatrix(samples, samples);
    for (let t = 0; t < samples; t++) signal.re[t * samples + t] = Math.sqrt(rounding[t * antennas + antenna] / power);
    return { power, signal, transmitCorrelation, receiveCorrelation };
  };
  const isShared = rounding.every((variance, i) => variance === rounding[i - (i % antennas)]);
  if (isShared) return [term(0, identityMatrix(antennas))];
  return Array.from({ length: antennas }, (_, antenna) => {
    const own = createComplexMatrix(antennas, antennas);
    own.re[antenna * antennas + antenna] = 1;
    return term(antenna, own);
  });
}

/** x_k of one UE. @throws {DetectionError} if it is missing. */
export function symbolsOf(symbols: readonly UserSymbols[], user: number): ComplexMatrix {
  const found = symbols.find((entry) => entry.user === user);
  if (!found) throw new DetectionError('symbols', `of user ${user} are needed`);
  return found.symbols;
}
