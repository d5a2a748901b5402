/** What nodes and registry say to each other, as plain objects. */

export interface AssignedAccessPoint {
  readonly id: number;
  /** A later assignment of the access point has a higher one. */
  readonly epoch: number;
}

export interface JoinHello {
  /** Unique in the network. */
  readonly node: string;
  readonly scenarioHash: string;
  readonly protocolVersion: number;
  /** What the node hosts already, ascending. */
  readonly held: readonly AssignedAccessPoint[];
}

export interface Assignment {
  readonly generation: number;
  /** Ascending ids. */
  readonly accessPoints: readonly AssignedAccessPoint[];
  /** host:port of every fusion worker, ascending. */
  readonly fusionEndpoints: readonly string[];
}

export const joinRefusalCodes = ['NOT_LEADER', 'SCENARIO_MISMATCH', 'PROTOCOL_MISMATCH', 'NAME_TAKEN'] as const;
export type JoinRefusalCode = (typeof joinRefusalCodes)[number];

export interface JoinRefusal {
  readonly code: JoinRefusalCode;
  readonly reason: string;
  /** host:port; null when unknown. */
  readonly leader: string | null;
}

export type JoinUpMessage = { readonly kind: 'hello'; readonly hello: JoinHello } | { readonly kind: 'heartbeat' };
export type JoinDownMessage =
  | { readonly kind: 'assignment'; readonly assignment: Assignment }
  | { readonly kind: 'refusal'; readonly refusal: JoinRefusal };
