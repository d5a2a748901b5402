"""Golden numbers for @vedetta/channel, from the formulas in NumPy alone.

    python3 golden/channel.py > golden/channel.json

The Gaussian spatial correlation is integrated another way than in the package: analytically over the azimuth by the
Jacobi-Anger expansion, exp(jz sin x) = sum_n J_n(z) exp(jnx), with J_n(z) by FFT, and by composite Gauss-Legendre
over the elevation.
"""

import json

import numpy as np

C = 3.0e8


def los_db(f, d, h1, h2):
    d = max(d, 10.0)
    g1, g2 = h1 - 1.0, h2 - 1.0
    if d < 4 * g1 * g2 * f * 1e9 / C:
        return 22 * np.log10(d) + 28 + 20 * np.log10(f)
    return 40 * np.log10(d) + 7.8 - 18 * np.log10(g1) - 18 * np.log10(g2) + 2 * np.log10(f)


def nlos_db(f, d):
    return 36.7 * np.log10(max(d, 10.0)) + 22.7 + 26 * np.log10(f)


def los_probability(d):
    return min(18 / d, 1) * (1 - np.exp(-d / 36)) + np.exp(-d / 36)


def path_losses():
    rows = []
    for f in (0.9, 2.0, 3.5, 28.0):
        for d in (1.0, 9.99, 10.0, 17.5, 18.5, 75.3, 320.0, 1234.5, 6000.0):
            for h in ((10.0, 1.65), (10.0, 10.0), (100.0, 10.0)):
                rows.append(
                    dict(
                        frequencyGhz=f,
                        distance=d,
                        heights=h,
                        losDb=los_db(f, d, *h),
                        nlosDb=nlos_db(f, d),
                        losProbability=los_probability(d),
                        breakpointDistance=4 * (h[0] - 1) * (h[1] - 1) * f * 1e9 / C,
                    )
                )
    return rows


def gains():
    rows = []
    for tx, target, rx in (
        ([10, 20, 10], [120, 80, 35], [300, 150, 10]),
        ([0, 0, 10], [700, 700, 100], [400, 10, 10]),
        ([5, 5, 10], [6, 6, 12], [500, 5, 10]),
    ):
        d = [float(np.linalg.norm(np.subtract(target, p))) for p in (tx, rx)]
        lam = [10 ** (-los_db(2.0, x, 10, target[2]) / 10) for x in d]
        between = float(np.linalg.norm(np.subtract(tx, rx)))
        p = los_probability(between)
        b = 10 ** (-los_db(2.0, between, 10, 10) / 10)
        rows.append(
            dict(
                transmit=tx,
                target=target,
                receive=rx,
                transmitGain=lam[0],
                receiveGain=lam[1],
                product=lam[0] * lam[1],
                radarEquation=lam[0] * lam[1] * 4 * np.pi / (C / 2e9) ** 2,
                apToApLos=b,
                ricianFactor=p / (1 - p),
                clutterPower=1e-2 * b * (1 - p),
            )
        )
    return rows


def bessel_row(z, length):
    """J_n(z) for n = 0 .. length-1 in FFT order (negative orders at the end)."""
    x = 2 * np.pi * np.arange(length) / length
    return np.fft.fft(np.exp(1j * z[..., None] * np.sin(x)), axis=-1) / length


def moments(n, spacing, azimuth, elevation, spread_az, spread_el):
    length = 64
    while length < 2 * (2 * np.pi * spacing * n) + 120:
        length *= 2
    order = np.fft.fftfreq(length, 1 / length)
    characteristic = np.exp(1j * order * azimuth - order**2 * spread_az**2 / 2)
    if spread_el > 0:
        panels, degree = max(8, int(np.ceil(2 * np.pi * spacing * n * spread_el))), 24
        x, w = np.polynomial.legendre.leggauss(degree)
        edges = np.linspace(-9.5 * spread_el, 9.5 * spread_el, panels + 1)
        half = np.diff(edges) / 2
        nodes = ((edges[:-1] + edges[1:]) / 2)[:, None] + half[:, None] * x
        weights = half[:, None] * w * np.exp(-(nodes**2) / (2 * spread_el**2)) / np.sqrt(2 * np.pi) / spread_el
        nodes, weights = nodes.ravel(), weights.ravel()
    else:
        nodes, weights = np.zeros(1), np.ones(1)
    out = []
    for k in range(n):
        z = 2 * np.pi * spacing * k * np.cos(elevation + nodes)
        total = 0j
        for part in np.array_split(np.arange(nodes.size), max(1, nodes.size // 256)):
            total += weights[part] @ (bessel_row(z[part], length) @ characteristic)
        out.append(total)
    return np.array(out)


def correlations():
    deg = np.pi / 180
    rows = []
    for n, spacing, az, el, saz, sel in (
        (4, 0.5, 0.0, 0.0, 15, 15),
        (4, 0.5, 0.7, -0.1, 15, 15),
        (4, 0.5, -2.9, 1.2, 15, 15),
        (4, 0.5, 1.5, 0.05, 5, 10),
        (4, 0.7, 0.4, 0.3, 15, 0),
        (4, 0.5, 0.4, 0.3, 0, 15),
        (8, 0.5, -0.6, 0.2, 15, 15),
        (16, 0.5, 1.1, -0.4, 2, 20),
        (32, 0.5, 0.9, 0.1, 30, 30),
        (64, 0.5, 0.3, 0.2, 30, 30),
        (64, 0.5, -1.2, 0.5, 10, 3),
        (4, 0.5, 0.7, -0.1, 60, 60),
        (4, 0.25, -1.2, 0.3, 170, 0),
        (2, 0.05, 0.4, 0.9, 0, 150),
        (16, 0.5, 0.7, 0.4, 90, 90),
        (8, 2.0, 0.7, 0.4, 340, 340),
    ):
        r = moments(n, spacing, az, el, saz * deg, sel * deg)
        rows.append(
            dict(
                antennaCount=n,
                spacing=spacing,
                azimuth=az,
                elevation=el,
                azimuthSpread=saz * deg,
                elevationSpread=sel * deg,
                firstColumn=dict(re=r.real.tolist(), im=r.imag.tolist()),
            )
        )
    return rows


def reflectivities():
    target = np.array([350.0, 300.0, 60.0])
    transmit = np.array([[10, 20, 10], [600, 40, 10], [330, 690, 10], [352, 310, 10], [11, 25, 10]], float)
    unit = (transmit - target) / np.linalg.norm(transmit - target, axis=1)[:, None]
    chord2 = ((unit[:, None] - unit[None]) ** 2).sum(-1)
    return [
        dict(
            target=target.tolist(),
            transmit=transmit.tolist(),
            variance=10.0,
            correlationAngle=psi,
            matrix=(10 * np.exp(-chord2 / (2 * psi**2))).tolist(),
        )
        for psi in (15 * np.pi / 180, 0.05, 2.5)
    ]


print(
    json.dumps(
        dict(
            generator="golden/channel.py",
            pathLoss=path_losses(),
            gains=gains(),
            correlation=correlations(),
            rcs=reflectivities(),
            noise=[
                dict(density=-174, figure=nf, bandwidthMhz=b, watts=10 ** (-20.4 + nf / 10) * b * 1e6)
                for nf, b in ((0, 20), (9, 20), (5, 100))
            ],
        ),
        separators=(",", ":"),
    )
)
