/** What scs-solver 1.0.2 offers of SCS; it ships no types. */
declare module 'scs-solver' {
  export interface ScsData {
    m: number;
    n: number;
    A_x: number[];
    A_i: number[];
    A_p: number[];
    b: number[];
    c: number[];
  }
  export interface ScsCone {
    z: number;
    l: number;
    q: number[];
    qsize: number;
  }
  export interface ScsSettings {
    maxIters: number;
    epsAbs: number;
    epsRel: number;
    verbose: number;
    warmStart: number;
    delete(): void;
  }
  export interface ScsSolution {
    x: number[];
    y: number[];
    s: number[];
    info: { iter: number; pobj: number; dobj: number; resPri: number };
    statusVal: number;
  }
  export interface Scs {
    ScsSettings: new () => ScsSettings;
    setDefaultSettings(settings: ScsSettings): void;
    solve(data: ScsData, cone: ScsCone, settings: ScsSettings, warmStart?: ScsSolution): ScsSolution;
  }
  export default function createScs(module?: object): Promise<Scs>;
}
