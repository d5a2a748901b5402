import type { CaseKind } from '../case-kind.ts';
import { fractionalPowerKind } from './fractional-power.ts';
import { glrtKind } from './glrt.ts';
import { maxMinPowerKind } from './max-min-power.ts';
import { pathLossKind } from './path-loss.ts';
import { spatialCorrelationKind } from './spatial-correlation.ts';
import { spectralEfficiencyKind } from './spectral-efficiency.ts';
import { steeringVectorKind } from './steering-vector.ts';

/** By the name a case gives in `kind`. */
export const kinds: Readonly<Record<string, CaseKind>> = {
  glrt: glrtKind,
  'steering-vector': steeringVectorKind,
  'path-loss': pathLossKind,
  'spatial-correlation': spatialCorrelationKind,
  'fractional-power': fractionalPowerKind,
  'max-min-power': maxMinPowerKind,
  'spectral-efficiency': spectralEfficiencyKind,
};
