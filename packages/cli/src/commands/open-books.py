"""A printed `glrt` case computed again by somebody with NumPy, the way the paper writes (35): the inverse square root of the dense
covariance and a singular value decomposition. Reads the case on standard input, prints {"statistic", "rank", "condition"}."""

import json
import sys

import numpy as np


def array(value):
    return np.array(value["re"]) + 1j * np.array(value["im"])


case = json.load(sys.stdin)
echo, y = array(case["echo"]), array(case["observation"])
psi = case["covariance"]["noiseVariance"] * np.eye(y.size, dtype=complex)
for term in case["covariance"]["terms"]:
    signal, transmit, receive = (array(term[key]) for key in ("signal", "transmitCorrelation", "receiveCorrelation"))
    psi += term["power"] * np.kron(signal @ transmit.T @ signal.conj().T, receive)
values, vectors = np.linalg.eigh(psi)
root = (vectors / np.sqrt(values)) @ vectors.conj().T
u, s, _ = np.linalg.svd(root @ echo, full_matrices=False)
u = u[:, s > 1e-9 * s[0]]
statistic = float(np.linalg.norm(u.conj().T @ (root @ y)) ** 2)
json.dump({"statistic": statistic, "rank": u.shape[1], "condition": float(values[-1] / values[0])}, sys.stdout)
