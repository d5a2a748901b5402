"""Products, factorisation, solution and eigenvalues of small complex matrices by NumPy.

Run: python3 linear_algebra.py > linear-algebra.json
"""

import json

import numpy as np

rng = np.random.default_rng(20)


def normal(rows, columns):
    return rng.normal(size=(rows, columns)) + 1j * rng.normal(size=(rows, columns))


def parts(a):
    a = np.atleast_2d(a)
    return {"re": a.real.tolist(), "im": a.imag.tolist()}


def case(n, rank, columns):
    factor = normal(n, rank)
    low = factor @ factor.conj().T
    definite = low + 0.5 * np.eye(n)
    b = normal(n, columns)
    lower = np.linalg.cholesky(definite)
    values, vectors = np.linalg.eigh(low)
    root = vectors @ np.diag(np.sqrt(np.maximum(values, 0))) @ vectors.conj().T
    return {
        "definite": parts(definite),
        "b": parts(b),
        "low": parts(low),
        "cholesky": parts(lower),
        "forward": parts(np.linalg.solve(lower, b)),
        "backward": parts(np.linalg.solve(lower.conj().T, b)),
        "product": parts(definite @ b),
        "gram": parts(b.conj().T @ b),
        "kronecker": parts(np.kron(b, factor[:2])),
        "values": values.tolist(),
        "root": parts(root),
    }


if __name__ == "__main__":
    print(json.dumps([case(1, 1, 1), case(4, 2, 3), case(7, 5, 2)]))
