"""Golden numbers for (23), from the equations in NumPy alone: the inverse of Gamma is explicit, and each moment of (18) is taken of the
joint covariance of all APs' channels and beams by (19), term by term, never summed per AP as the code does.

    python3 golden/sinr.py > golden/sinr.json
"""

import json

import numpy as np

rng = np.random.default_rng(23)


def matrix(a):
    return dict(re=a.real.tolist(), im=a.imag.tolist())


def semidefinite(n, rank, trace):
    half = rng.standard_normal((n, rank)) + 1j * rng.standard_normal((n, rank))
    c = half @ half.conj().T
    return trace * c / np.trace(c).real


def block_diagonal(blocks):
    n = blocks[0].shape[0]
    out = np.zeros((n * len(blocks), n * len(blocks)), complex)
    for i, block in enumerate(blocks):
        out[i * n : (i + 1) * n, i * n : (i + 1) * n] = block
    return out


def sinr_terms(c, pilot, pilot_power, tau, noise, eta, sensing):
    users, aps = len(c), len(c[0])
    n = c[0][0].shape[0]
    lam = [[None] * aps for _ in range(users)]
    phi = [[None] * aps for _ in range(users)]
    for k in range(users):
        for m in range(aps):
            gamma = noise * np.eye(n) + sum(
                tau * pilot_power[j] * c[j][m] for j in range(users) if pilot[j] == pilot[k]
            )  # (7)
            lam[k][m] = tau * pilot_power[k] * c[k][m] @ np.linalg.inv(gamma)
            phi[k][m] = lam[k][m] @ c[k][m]
    scale = [[np.sqrt(eta[j][m] / np.trace(phi[j][m]).real) for m in range(aps)] for j in range(users)]
    out = []
    for k in range(users):
        cx = block_diagonal(c[k])  # E[x x^H], x = (h_{k,m})_m
        interference = contamination = 0.0
        for j in range(users):
            cy = block_diagonal([scale[j][m] ** 2 * phi[j][m] for m in range(aps)])  # E[y y^H], y = (sqrt(eta) w_{j,m})_m
            interference += np.trace(cx @ cy).real  # (19), first part
            if pilot[j] == pilot[k]:
                cyx = block_diagonal(
                    [scale[j][m] * np.sqrt(pilot_power[k] / pilot_power[j]) * lam[j][m] @ c[k][m] for m in range(aps)]
                )  # E[y x^H]
                coherent = abs(np.trace(cyx)) ** 2  # (19), second part
                if j == k:
                    signal = coherent
                else:
                    contamination += coherent
        sense = sum(mu * np.trace(c[k][m] @ w).real for m, mu, w in sensing)
        sinr = signal / (interference + contamination + sense + noise)
        out.append((sinr, signal, interference, contamination, sense))
    return out


cases = []
for users, aps, n, tau, ranks in ((2, 1, 2, 1, (2,)), (5, 3, 3, 2, (1, 3)), (6, 4, 4, 3, (2, 4)), (4, 2, 1, 4, (1,))):
    noise = 10 ** rng.uniform(-14, -12)
    c = [[semidefinite(n, rng.choice(ranks), n * 10 ** rng.uniform(-12, -9)) for _ in range(aps)] for _ in range(users)]
    pilot = [k % tau for k in range(users)]
    pilot_power = [1e-4 * 10 ** rng.uniform(-1, 1) for _ in range(users)]
    eta = [[float(rng.uniform(0, 1)) if rng.uniform() < 0.7 or m == k % aps else 0.0 for m in range(aps)] for k in range(users)]
    sensing = [(int(rng.integers(aps)), float(rng.uniform(0, 1)), semidefinite(n, min(n, 1 + i), 1.0)) for i in range(3)]
    terms = sinr_terms(c, pilot, pilot_power, tau, noise, eta, sensing)
    cases.append(
        {
            "case": {
                "kind": "spectral-efficiency",
                "correlation": [[matrix(x) for x in row] for row in c],
                "pilotIndex": pilot,
                "pilotPower": pilot_power,
                "pilotLength": tau,
                "noiseVariance": noise,
                "power": eta,
                "sensing": [dict(accessPoint=m, power=mu, beamCovariance=matrix(w)) for m, mu, w in sensing],
            },
            "result": {
                name: [row[i] for row in terms]
                for i, name in enumerate(("sinr", "signal", "interference", "contamination", "sensing"))
            },
        }
    )
print(json.dumps(cases, separators=(",", ":")))
