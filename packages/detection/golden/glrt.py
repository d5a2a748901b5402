"""Golden numbers of the GLRT, computed the way the paper writes (35): a matrix square root of the dense covariance and a singular
value decomposition of the whitened echo. NumPy only. Run: python3 glrt.py > glrt.json"""

import json

import numpy as np

rng = np.random.default_rng(20261123)


def normal(*shape):
    return (rng.standard_normal(shape) + 1j * rng.standard_normal(shape)) / np.sqrt(2)


def correlation(n):
    a = normal(n, n + 2)
    r = a @ a.conj().T
    return r * (n / np.trace(r).real)


def covariance(noise, terms):
    rows = terms[0]["signal"].shape[0] * terms[0]["receive"].shape[0]
    psi = noise * np.eye(rows, dtype=complex)
    for t in terms:
        psi += t["power"] * np.kron(t["signal"] @ t["transmit"].T @ t["signal"].conj().T, t["receive"])
    return psi


def inverse_root(psi):
    values, vectors = np.linalg.eigh(psi)
    return (vectors / np.sqrt(values)) @ vectors.conj().T


def left_singular(whitened, tolerance=1e-7):
    norms = np.linalg.norm(whitened, axis=0)
    kept = whitened[:, norms > 0] / norms[norms > 0]
    u, s, _ = np.linalg.svd(kept, full_matrices=False)
    return u[:, s > tolerance * s[0]]


def exponential_sum_tail(means, x):
    """Phase-type law: the chance that a chain through the exponential stages has not ended at x, by a matrix exponential."""
    n = len(means)
    step = np.zeros((n, n))
    for i, mean in enumerate(means):
        step[i, i] = -1 / mean
        if i + 1 < n:
            step[i, i + 1] = 1 / mean
    halvings = 20
    step *= x / 2**halvings
    power = np.eye(n)
    total = np.eye(n)
    for k in range(1, 20):
        power = power @ step / k
        total += power
    for _ in range(halvings):
        total = total @ total
    return total[0].sum()


def gamma_tail(rank, x):
    term, total = 1.0, 1.0
    for k in range(1, rank):
        term *= x / k
        total += term
    return total * np.exp(-x)


def gamma_threshold(rank, probability):
    low, high = 0.0, 1000.0
    for _ in range(200):
        mid = (low + high) / 2
        low, high = (mid, high) if gamma_tail(rank, mid) > probability else (low, mid)
    return low


def matrix(m):
    m = np.atleast_2d(m)
    return {"re": m.real.tolist(), "im": m.imag.tolist()}


def vector(v):
    return {"re": v.real.tolist(), "im": v.imag.tolist()}


def case(name, n, tau, count, clutter, streams=None, idle=(), free_echo=False, interferers=0, silent_term=False):
    shared = normal(tau, streams) if streams else None
    signals = [shared @ normal(streams, n) if streams else normal(tau, n) for _ in range(count)]
    for m in idle:
        signals[m] = np.zeros((tau, n), complex)
    terms = [
        {"power": clutter * 10.0 ** rng.uniform(-1, 0), "signal": s, "transmit": correlation(n), "receive": correlation(n)}
        for s in signals
    ]
    if silent_term:
        terms[0]["power"] = 0.0
    noise = 0.3

    def echo():
        a = np.exp(1j * np.pi * np.arange(n) * rng.uniform(-1, 1))
        columns = []
        for m, s in enumerate(signals):
            b = np.exp(1j * np.pi * np.arange(n) * rng.uniform(-1, 1))
            columns.append(10.0 ** rng.uniform(-4, 0) * (s @ b.conj()))
        return np.kron(np.stack(columns, axis=1), a[:, None])

    d = normal(n * tau, count) if free_echo else echo()
    others = [echo() for _ in range(interferers)]
    psi = covariance(noise, terms)
    root = np.linalg.cholesky(psi)
    y = root @ normal(n * tau) + d @ normal(count)
    for o in others:
        y = y + 30 * (o @ normal(count))
    r = correlation(count) * 4

    half = inverse_root(psi)
    whitened = half @ d
    u = left_singular(whitened)
    rank = u.shape[1]
    statistic = float(np.linalg.norm(u.conj().T @ half @ y) ** 2)
    threshold = gamma_threshold(rank, 0.01)
    response = u.conj().T @ whitened
    gains = np.linalg.eigvalsh(response @ r @ response.conj().T)
    result = {
        "statistic": statistic,
        "rank": rank,
        "threshold": threshold,
        "pValue": gamma_tail(rank, statistic),
        "scnr": float(np.sum(gains) / rank),
        "detectionProbability": float(exponential_sum_tail(1 + gains, threshold)),
        "conditionNumber": float(np.linalg.cond(psi)),
    }
    if rank == count:
        estimate = np.linalg.solve(whitened.conj().T @ whitened, whitened.conj().T @ half @ y)
        result["rcsEstimate"] = vector(estimate)
    if others:
        wo = half @ np.concatenate(others, axis=1)
        uo = left_singular(wo)
        ua = left_singular(np.concatenate([wo, whitened], axis=1))
        # the part of span[D_l D_o] orthogonal to span D_o, by a second SVD
        rest = ua - uo @ (uo.conj().T @ ua)
        v, s, _ = np.linalg.svd(rest, full_matrices=False)
        v = v[:, s > 0.5]
        result["jointRank"] = v.shape[1]
        result["jointStatistic"] = float(np.linalg.norm(v.conj().T @ half @ y) ** 2)
    return {
        "name": name,
        "case": {
            "kind": "glrt",
            "echo": matrix(d),
            "observation": vector(y),
            "falseAlarmProbability": 0.01,
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
            "rcsCovariance": matrix(r),
            **({"interferers": [matrix(o) for o in others]} if others else {}),
        },
        "result": result,
    }


if __name__ == "__main__":
    cases = [
        case("two transmitters, weak clutter", 2, 8, 2, 1e-3),
        case("three transmitters, clutter above noise", 3, 12, 3, 1.0),
        case("clutter 60 dB above noise", 2, 9, 3, 1e6),
        case("streams shared by all transmitters", 3, 10, 5, 0.5, streams=3),
        case("an idle transmitter and a term without power", 2, 8, 4, 0.5, idle=(1,), silent_term=True),
        case("transmit antennas exceed the samples", 4, 5, 3, 0.2),
        case("echo outside the span of the signals", 2, 8, 2, 1.0, free_echo=True),
        case("one transmitter", 4, 6, 1, 0.1),
        case("two interferers", 3, 12, 2, 0.3, interferers=2),
        case("interferers that share streams with the cell", 4, 9, 4, 0.3, streams=3, interferers=1),
    ]
    print(json.dumps(cases))
