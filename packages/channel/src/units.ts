/**
 * Speed of light as TR 36.814 rounds it, 3.0·10⁸ m/s. One constant for breakpoint and wavelength, so that 2 GHz is a
 * wavelength of exactly 0.15 m.
 */
export const speedOfLight = 3e8;

/** 10^(dB/10). */
export function dbToLinear(valueDb: number): number {
  return 10 ** (valueDb / 10);
}

/** 10 log₁₀; −Infinity at 0, NaN below. */
export function linearToDb(value: number): number {
  return 10 * Math.log10(value);
}

/** dBm → W. */
export function dbmToWatts(valueDbm: number): number {
  return 10 ** ((valueDbm - 30) / 10);
}

/** Degrees → radians. */
export function degToRad(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/** Carrier wavelength in metres. */
export function wavelength(frequencyGhz: number): number {
  return speedOfLight / (frequencyGhz * 1e9);
}
