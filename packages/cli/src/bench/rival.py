"""The local statistic as somebody with NumPy would compute it, timed on request.

Protocol on standard input, one JSON object a line: a case {"name", "noiseVariance", "terms": [{"power", "signal", "transmitCorrelation",
"receiveCorrelation"}], "echo", "observation"} (complex matrices as {"rows", "columns", "re", "im"}, row-major and flat), then any number of
{"name", "repeat"}; each is answered with {"assembly", "paper", "cholesky", "solve": seconds each, "statistic": [paper, cholesky, solve]}.
"""

import json
import sys
import time

import numpy as np


def matrix(m):
    return (np.array(m["re"]) + 1j * np.array(m["im"])).reshape(m["rows"], m["columns"])


def assemble(case):
    """Psi of model section 3, by Kronecker products."""
    psi = None
    for power, signal, transmit, receive in case["terms"]:
        term = np.kron(power * (signal @ transmit.T @ signal.conj().T), receive)
        psi = term if psi is None else psi + term
    psi[np.diag_indices_from(psi)] += case["noiseVariance"]
    return psi


def paper(psi, echo, y):
    """(35) to the letter: inverse square root, SVD, projection."""
    values, vectors = np.linalg.eigh(psi)
    root = (vectors / np.sqrt(values)) @ vectors.conj().T
    u, s, _ = np.linalg.svd(root @ echo, full_matrices=False)
    u = u[:, s > 1e-9 * s[0]]
    return float(np.linalg.norm(u.conj().T @ (root @ y)) ** 2)


def from_gram(gram, z):
    return float(np.real(z.conj() @ np.linalg.lstsq(gram, z, rcond=1e-12)[0]))


def cholesky(psi, echo, y):
    """Dense Cholesky; NumPy has no triangular solver."""
    lower = np.linalg.cholesky(psi)
    white = np.linalg.solve(lower, np.column_stack([echo, y]))
    d, w = white[:, :-1], white[:, -1]
    return from_gram(d.conj().T @ d, d.conj().T @ w)


def solve(psi, echo, y):
    x = np.linalg.solve(psi, np.column_stack([echo, y]))
    return from_gram(echo.conj().T @ x[:, :-1], echo.conj().T @ x[:, -1])


def timed(repeat, function, *arguments):
    best = float("inf")
    result = None
    for _ in range(repeat):
        start = time.perf_counter()
        result = function(*arguments)
        best = min(best, time.perf_counter() - start)
    return best, result


def main():
    cases = {}
    print(json.dumps({"numpy": np.__version__}), flush=True)
    for line in sys.stdin:
        message = json.loads(line)
        if "terms" in message:
            cases[message["name"]] = {
                "noiseVariance": message["noiseVariance"],
                "terms": [
                    (t["power"], matrix(t["signal"]), matrix(t["transmitCorrelation"]), matrix(t["receiveCorrelation"]))
                    for t in message["terms"]
                ],
                "echo": matrix(message["echo"]),
                "y": matrix(message["observation"])[:, 0],
            }
            continue
        case = cases[message["name"]]
        repeat = message["repeat"]
        assembly, psi = timed(repeat, assemble, case)
        results = [timed(repeat, f, psi, case["echo"], case["y"]) for f in (paper, cholesky, solve)]
        print(
            json.dumps(
                {
                    "assembly": assembly,
                    "paper": results[0][0],
                    "cholesky": results[1][0],
                    "solve": results[2][0],
                    "statistic": [r[1] for r in results],
                }
            ),
            flush=True,
        )


main()
