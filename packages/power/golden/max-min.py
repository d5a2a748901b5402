"""Golden file for max-min power control: small problems by their coefficients, optima by SciPy's SLSQP from many starts, and the
largest SIR floor by bisection over linear programs (HiGHS).

Variables are the amplitudes and the epigraph variable; nothing of the repository's method (cones, bisection, tangents) is used.
Run with NumPy 2.4 and SciPy 1.17: python3 max-min.py > max-min.json
"""
import json
import numpy as np
from scipy.optimize import linprog, minimize

rng = np.random.default_rng(59)


def problem(K, M, L, shared, floor):
    users = []
    for k in range(K):
        users.append({
            "servingAccessPoints": list(range(M)),
            "signal": rng.uniform(0.5, 3, M).tolist(),
            "interference": rng.uniform(0.05, 0.6, (K, M)).tolist(),
            "contamination": [
                {"re": rng.normal(0, 0.5, M).tolist(), "im": rng.normal(0, 0.3, M).tolist()}
                if shared and j != k and (j + k) % 2 == 0 or shared and K == 2 and j != k else None
                for j in range(K)
            ],
            "fixedInterference": float(rng.uniform(0, 0.2)),
        })
    case = {"noiseVariance": 0.3, "powerBudget": rng.uniform(0.5, 2, M).tolist(), "users": users}
    if L:
        beams = [{"accessPoint": m, "interference": rng.uniform(0.1, 0.5, K).tolist()} for _ in range(L) for m in range(M)]
        gains = lambda own, l: {
            "users": rng.uniform(0.02, 0.3, (K, M)).tolist(),
            "beams": [float(rng.uniform(0.5, 2) if (b // M == l) == own else rng.uniform(0, 0.2)) for b in range(L * M)],
        }
        targets = [{"own": gains(True, l), "others": gains(False, l)} for l in range(L)]
        case["sensing"] = {"sirFloor": floor, "beams": beams, "targets": targets}
    return case


def solve(case, starts):
    K, M = len(case["users"]), len(case["powerBudget"])
    sensing = case.get("sensing")
    B = len(sensing["beams"]) if sensing else 0
    P = np.array(case["powerBudget"])
    a = np.array([u["signal"] for u in case["users"]])
    b = np.array([u["interference"] for u in case["users"]])
    fixed = np.array([u["fixedInterference"] for u in case["users"]]) + case["noiseVariance"]
    d = np.array([x["interference"] for x in sensing["beams"]]) if B else np.zeros((0, K))
    owner = np.array([x["accessPoint"] for x in sensing["beams"]]) if B else np.zeros(0, int)

    def sinr(x):
        z, nu = x[: K * M].reshape(K, M), x[K * M : K * M + B]
        out = []
        for k, u in enumerate(case["users"]):
            total = fixed[k] + np.sum(b[k] * z**2) + (d[:, k] @ nu**2 if B else 0)
            for j, row in enumerate(u["contamination"]):
                if row:
                    total += abs(np.sum((np.array(row["re"]) + 1j * np.array(row["im"])) * z[j])) ** 2
            out.append((a[k] @ z[k]) ** 2 / total)
        return np.array(out)

    def constraints(x):
        z, nu, t = x[: K * M].reshape(K, M), x[K * M : K * M + B], x[-1]
        rows = [sinr(x) - t, P - np.sum(z**2, 0) - np.bincount(owner, nu**2, M) if B else P - np.sum(z**2, 0)]
        if B:
            for target in sensing["targets"]:
                echo = lambda g: np.sum(np.array(g["users"]) * z**2) + np.array(g["beams"]) @ nu**2
                rows.append(np.atleast_1d(echo(target["own"]) - sensing["sirFloor"] * echo(target["others"])))
        return np.concatenate(rows)

    best = 0
    for _ in range(starts):
        x = np.concatenate([rng.uniform(0.05, 0.6, K * M), rng.uniform(0.05, 0.6, B), [0]])
        x[-1] = sinr(x).min()
        r = minimize(lambda x: -x[-1], x, method="SLSQP", bounds=[(0, None)] * len(x),
                     constraints=[{"type": "ineq", "fun": constraints}], options={"maxiter": 1000, "ftol": 1e-13})
        if constraints(r.x).min() > -1e-9:
            best = max(best, r.x[-1])
    return best


def attainable(case):
    """Largest floor with powers p ≥ 0 such that own · p ≥ floor · others · p for every target."""
    flat = lambda g: np.concatenate([np.ravel(g["users"]), g["beams"]])
    own = np.array([flat(t["own"]) for t in case["sensing"]["targets"]])
    others = np.array([flat(t["others"]) for t in case["sensing"]["targets"]])
    low, high = 1e-6, 1e6
    while high / low > 1 + 1e-10:
        floor = np.sqrt(low * high)
        n = own.shape[1]
        h = np.hstack([floor * others - own, np.ones((len(own), 1))])
        r = linprog(np.append(np.zeros(n), -1), A_ub=h, b_ub=np.zeros(len(own)), A_eq=[np.append(np.ones(n), 0)],
                    b_eq=[1], bounds=[(0, None)] * n + [(None, None)], method="highs")
        low, high = (floor, high) if -r.fun > 0 else (low, floor)
    return low


cases = []
for K, M, L, shared, floor in [(2, 2, 0, False, 0), (3, 3, 0, True, 0), (4, 3, 0, True, 0), (2, 2, 2, False, 1.5),
                               (3, 2, 2, False, 1.7), (3, 3, 2, True, 1.6), (2, 3, 3, True, 0.8), (2, 2, 2, False, 30)]:
    case = problem(K, M, L, shared, floor)
    cases.append({"problem": case, "minSinr": solve(case, 40), "attainableSir": attainable(case) if L else None})
print(json.dumps(cases, indent=1))
