"""Golden numbers for (57)-(59), computed with 60 decimal digits as the paper writes them.

python3 golden/fractional-power.py > golden/fractional-power.json
"""
import json
import random
from decimal import Decimal, getcontext

getcontext().prec = 60
random.seed(2026)


def power(base, exponent):
    return (Decimal(exponent) * Decimal(base).ln()).exp()


def split(budget, rho, lam, kc, ks):
    w = [power(g, kc) for g in rho]
    v = [power(g, ks) for g in lam]
    c = 1 / max(w) if w else Decimal(0)  # (58)
    s = 1 / max(v) if v else Decimal(0)
    p = Decimal(budget) / (c * sum(w) + s * sum(v))  # (59)
    return [float(p * c * x) for x in w], [float(p * s * x) for x in v]  # (57)


cases = []
for kc, ks in [(0, 0), (0, 1), (1, 0), (0.5, 1), (-1, 1), (-0.7, -2), (2, -1.5)]:
    gains = [[10 ** random.uniform(-14, -6) for _ in range(6)] for _ in range(4)]
    target_gains = [[10 ** random.uniform(-11, -7) for _ in range(5)] for _ in range(4)]
    budget = [2.0, 0.5, 1.0, 3.0]
    users = [[0, 2, 5], [1], [], [0, 1, 2, 3, 4, 5]]
    targets = [[1, 4], [], [0, 3], [2]]
    eta = [[0.0] * 6 for _ in range(4)]
    mu = [[0.0] * 5 for _ in range(4)]
    for m in range(4):
        a, b = split(budget[m], [gains[m][k] for k in users[m]], [target_gains[m][l] for l in targets[m]], kc, ks)
        for k, value in zip(users[m], a):
            eta[m][k] = value
        for l, value in zip(targets[m], b):
            mu[m][l] = value
    cases.append(
        {
            "input": {
                "userGain": gains,
                "targetGain": target_gains,
                "powerBudget": budget,
                "usersOf": users,
                "targetsOf": targets,
                "kappaCommunication": kc,
                "kappaSensing": ks,
            },
            "userPower": eta,
            "targetPower": mu,
        }
    )
print(json.dumps(cases))
