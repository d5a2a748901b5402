"""Golden numbers of tracking, computed the way the paper writes (44)–(46): for each receive AP a matrix square root of the dense
covariance and singular value decompositions of the whitened echoes. Receivers are designed at estimated positions, echoes come from the
true ones. NumPy only. Run: python3 tracking.py > tracking.json"""

import json

import numpy as np

from glrt import correlation, covariance, inverse_root, left_singular, matrix, vector

rng = np.random.default_rng(20261126)


def normal(*shape):
    return (rng.standard_normal(shape) + 1j * rng.standard_normal(shape)) / np.sqrt(2)


def steering(n, azimuth, elevation):
    return np.exp(1j * np.pi * np.arange(n) * np.sin(azimuth) * np.cos(elevation))


def echo(signals, gains, departures, arrival, error):
    """D of (27), rows time-major; each AP's angles with the error of (12)."""
    n = signals[0].shape[1]
    profiles = [
        gain * (s @ steering(n, azimuth + error[0], elevation + error[1]).conj())
        for s, gain, (azimuth, elevation) in zip(signals, gains, departures)
    ]
    a = steering(n, arrival[0] + error[0], arrival[1] + error[1])
    return np.kron(np.stack(profiles, axis=1), a[:, None])


def case(name, n, tau, count, targets, receivers, clutter, deviation, streams=None):
    shared = normal(tau, streams) if streams else None
    signals = [shared @ normal(streams, n) if streams else normal(tau, n) for _ in range(count)]
    errors = deviation * rng.standard_normal((targets, 2))
    departures = rng.uniform(-1.2, 1.2, (targets, count, 2))
    noise = 0.4
    parts = []
    numerator = np.zeros(targets)
    denominator = np.zeros(targets)
    for _ in range(receivers):
        terms = [
            {"power": clutter * 10.0 ** rng.uniform(-1, 0), "signal": s, "transmit": correlation(n), "receive": correlation(n)}
            for s in signals
        ]
        psi = covariance(noise, terms)
        half = inverse_root(psi)
        arrivals = rng.uniform(-1.2, 1.2, (targets, 2))
        gains = 10.0 ** rng.uniform(-1, 0.5, (targets, count))
        arguments = [(signals, gains[l], departures[l], arrivals[l]) for l in range(targets)]
        true = [echo(*arguments[l], (0.0, 0.0)) for l in range(targets)]
        estimated = [echo(*arguments[l], errors[l]) for l in range(targets)]
        rcs = [correlation(count) * 3 for _ in range(targets)]
        y = np.linalg.cholesky(psi) @ normal(n * tau)
        for d in true:
            y = y + d @ normal(count)
        results = []
        for l in range(targets):
            u = left_singular(half @ estimated[l])
            xi = u.conj().T @ half
            energy = [np.trace(xi @ d @ r @ d.conj().T @ xi.conj().T).real for d, r in zip(true, rcs)]
            numerator[l] += energy[l]
            denominator[l] += u.shape[1] + sum(e for k, e in enumerate(energy) if k != l)
            result = {"rank": u.shape[1], "statistic": float(np.linalg.norm(xi @ y) ** 2)}
            others = [estimated[k] for k in range(targets) if k != l]
            if others:
                wo = half @ np.concatenate(others, axis=1)
                uo = left_singular(wo)
                ua = left_singular(np.concatenate([wo, half @ estimated[l]], axis=1))
                v, s, _ = np.linalg.svd(ua - uo @ (uo.conj().T @ ua), full_matrices=False)
                v = v[:, s > 0.5]
                result["jointRank"] = v.shape[1]
                result["jointStatistic"] = float(np.linalg.norm(v.conj().T @ half @ y) ** 2)
            results.append(result)
        parts.append(
            {
                "covariance": {
                    "noiseVariance": noise,
                    "terms": [
                        {
                            "power": t["power"],
                            "signal": matrix(t["signal"]),
                            "transmitCorrelation": matrix(t["transmit"]),
                            "receiveCorrelation": matrix(t["receive"]),
                        }
                        for t in terms
                    ],
                },
                "observation": vector(y),
                "targets": [
                    {"estimated": matrix(e), "true": matrix(d), "rcsCovariance": matrix(r), **result}
                    for e, d, r, result in zip(estimated, true, rcs, results)
                ],
            }
        )
    return {"name": name, "receivers": parts, "sicnr": (numerator / denominator).tolist()}


if __name__ == "__main__":
    print(
        json.dumps(
            [
                case("two targets, two receive APs", 2, 6, 2, 2, 2, 0.5, 1e-2),
                case("three targets, angle errors of 0.1 rad", 3, 8, 3, 3, 1, 1.0, 0.1),
                case("streams shared by all transmitters", 3, 7, 4, 2, 1, 0.3, 1e-2, streams=2),
                case("one target, known position", 2, 6, 2, 1, 2, 0.5, 0.0),
            ]
        )
    )
