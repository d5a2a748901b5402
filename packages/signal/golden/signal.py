"""Golden numbers for @vedetta/signal, from the equations in NumPy alone (explicit inverses, no factorisation).

    python3 golden/signal.py > golden/signal.json
"""

import json

import numpy as np

rng = np.random.default_rng(20)


def matrix(a):
    a = np.atleast_2d(a)
    return dict(re=a.real.tolist(), im=a.imag.tolist())


def vector(a):
    return matrix(np.reshape(a, (-1, 1)))


def normal(*shape):
    return (rng.standard_normal(shape) + 1j * rng.standard_normal(shape)) / np.sqrt(2)


def steering():
    rows = []
    for n, d, az, el in ((4, 0.5, 0.3, 0.2), (1, 0.5, 1.0, 0.0), (8, 0.4, -2.2, 1.1), (64, 0.5, 1.5, -0.3)):
        nu = np.sin(az) * np.cos(el)
        rows.append(
            dict(antennaCount=n, spacing=d, directionCosine=nu, vector=vector(np.exp(2j * np.pi * d * np.arange(n) * nu)))
        )
    return rows


def directions():
    """Rotate the world until the axis lies along +y, then read the angles off."""
    rows = []
    for alpha in (np.pi / 2, 0.3, -2.0, np.pi):
        axis = np.array([np.cos(alpha), np.sin(alpha), 0.0])
        turn = np.pi / 2 - alpha
        rotation = np.array([[np.cos(turn), -np.sin(turn), 0], [np.sin(turn), np.cos(turn), 0], [0, 0, 1]])
        for _ in range(4):
            start, end = rng.uniform(0, 700, 3), rng.uniform(0, 700, 3)
            e = rotation @ (end - start) / np.linalg.norm(end - start)
            rows.append(
                {
                    "axis": axis.tolist(),
                    "from": start.tolist(),
                    "to": end.tolist(),
                    "directionCosine": e[1],
                    "azimuth": np.arctan2(e[1], e[0]),
                    "elevation": np.arcsin(e[2]),
                }
            )
    return rows


def estimation():
    n, pilot_length, noise = 4, 10, 7.9e-14
    rows = []
    for count in (1, 2, 3):
        users = []
        for _ in range(count):
            half = normal(n, n)
            c = half @ half.conj().T
            c *= n / np.trace(c).real
            users.append((c, 10 ** rng.uniform(-12, -8), 1e-4 * rng.uniform(0.5, 1.5)))
        gamma = noise * np.eye(n) + sum(pilot_length * p * g * c for c, g, p in users)
        phi = np.linalg.cholesky(gamma) @ normal(n, 1)
        expected = []
        for c, g, p in users:
            lam = pilot_length * p * g * c @ np.linalg.inv(gamma)
            big_phi = lam @ (g * c)
            estimate = lam @ phi / np.sqrt(pilot_length * p)
            expected.append(
                dict(
                    estimationMatrix=matrix(lam),
                    estimateCovariance=matrix(big_phi),
                    estimate=vector(estimate),
                    beam=vector(estimate / np.sqrt(np.trace(big_phi).real)),
                )
            )
        rows.append(
            dict(
                pilotLength=pilot_length,
                noiseVariance=noise,
                users=[dict(correlation=matrix(c), gain=g, pilotPower=p) for c, g, p in users],
                observationCovariance=matrix(gamma),
                observation=vector(phi),
                expected=expected,
            )
        )
    return rows


def block():
    n, tau = 4, 7
    streams = [(rng.uniform(0.1, 1), normal(n, 1), normal(tau, 1)) for _ in range(5)]
    s = sum(np.sqrt(p) * x @ w.T for p, w, x in streams)
    return dict(
        antennaCount=n,
        sampleCount=tau,
        streams=[dict(power=p, beam=matrix(w), symbols=matrix(x)) for p, w, x in streams],
        samples=matrix(s),
    )


print(
    json.dumps(
        dict(
            generator="golden/signal.py",
            steering=steering(),
            directions=directions(),
            estimation=estimation(),
            block=block(),
        ),
        separators=(",", ":"),
    )
)
