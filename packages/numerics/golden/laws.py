"""Tails of the Gamma, exponential-sum and noncentral chi-square laws to 17 digits, from decimal arithmetic of 400 digits.

Independent of the package's methods: power series and closed forms at a precision that makes cancellation harmless.
Run: python3 laws.py > laws.json
"""

import json
import math
from decimal import Decimal as D, getcontext

getcontext().prec = 400
PI = D(0)
for k in range(500):  # Machin: pi = 16 arctan(1/5) - 4 arctan(1/239)
    s = -1 if k % 2 else 1
    PI += s * (D(16) / (D(2 * k + 1) * D(5) ** (2 * k + 1)) - D(4) / (D(2 * k + 1) * D(239) ** (2 * k + 1)))


def gamma_function(a):
    """Gamma(a) of an integer or half-integer a > 0."""
    g, b = (D(1), D(1)) if a == int(a) else (PI.sqrt(), D(1) / 2)
    while b < a:
        g *= b
        b += 1
    return g


def gamma_tail(a, x):
    """1 - x^a e^-x / Gamma(a+1) * sum_j x^j / ((a+1)...(a+j))."""
    a, x = D(a), D(x)
    term, total, j = D(1), D(1), 0
    while term > D(10) ** -390 * total:
        j += 1
        term *= x / (a + j)
        total += term
    power = x ** int(a) * (x.sqrt() if a != int(a) else 1)
    return 1 - power * (-x).exp() / gamma_function(a + 1) * total


def exponential_sum_tail(means, x):
    """Partial fractions; equal means are taken apart by 1e-25, an error below 1e-22, and cost 25 digits each of the 400."""
    seen, apart = {}, []
    for m in means:
        seen[m] = seen.get(m, 0) + 1
        apart.append(D(m) * (1 + (seen[m] - 1) * D(10) ** -25))
    total = D(0)
    for i, mi in enumerate(apart):
        factor = (-D(x) / mi).exp()
        for j, mj in enumerate(apart):
            if j != i:
                factor *= mi / (mi - mj)
        total += factor
    return total


def noncentral_tail(degrees, noncentrality, x):
    a, half = D(degrees) / 2, D(noncentrality) / 2
    weight, point = (-half).exp(), D(x) / 2
    tail = gamma_tail(a, point)
    power = point ** int(a) * (point.sqrt() if a != int(a) else 1)
    step = power * (-point).exp() / gamma_function(a + 1)
    total, j = D(0), 0
    while j < half or weight > D(10) ** -60 * total:
        total += weight * tail
        tail += step
        j += 1
        step *= point / (a + j)
        weight *= half / j
    return total


def noncentral_tail_one_or_three(degrees, noncentrality, x):
    """One degree is a shifted normal; three add sqrt(2 / (pi lambda)) sinh(sqrt(lambda x)) e^(-(x + lambda)/2)."""
    r, s = math.sqrt(x), math.sqrt(noncentrality)
    one = 0.5 * (math.erfc((r - s) / math.sqrt(2)) + math.erfc((r + s) / math.sqrt(2)))
    if degrees == 1:
        return one
    e = 0.5 * (math.exp(r * s - (x + noncentrality) / 2) - math.exp(-r * s - (x + noncentrality) / 2))
    return one + math.sqrt(2 / (math.pi * noncentrality)) * e


def number(d):
    return float(d)


GAMMA = [(s, x) for s in (1, 2, 3, 7.5, 10, 14, 15, 16, 40, 50.5, 112, 300, 450)
         for x in (0.01 * s, 0.5 * s, 0.97 * s, s, s + 0.5, 1.2 * s, 2 * s, s + 12 * math.sqrt(s) + 30)] + [(0.5, 0.25), (0.5, 9.0), (1.5, 1e-6)]
NEAR = [1, 1 + 1e-3, 1 + 1e-6, 1 + 1e-9, 1.001]
SPREAD = [1, 10, 100, 1e3, 1e4, 1e5, 1e6]
SUMS = [
    ([1], 3), ([2, 2, 2], 5), ([1] * 6, 40), ([3] * 5 + [4] * 4, 20), ([3] * 5 + [4] * 4, 170),
    (NEAR, 0.01), (NEAR, 5), (NEAR, 45), (SPREAD, 1), (SPREAD, 30), (SPREAD, 1e4), (SPREAD, 3e6), (SPREAD, 3e7),
    ([1, 1e5], 30), ([1, 1e5], 3e6), ([1, 1.5, 40, 2e3], 300), ([1, 1.5, 40, 2e3], 5e4),
    ([1 + 0.37 * k for k in range(12)], 10), ([1 + 0.37 * k for k in range(12)], 190),
    ([1e-9, 1, 2], 55), ([0.25, 1e-3, 1e-3, 7], 150), ([1, 1, 1, 1e6, 1e6], 3e7), ([1] * 4 + [50] * 4, 1700),
]
NONCENTRAL = [(2, 5, 8), (2, 5, 90), (8, 20, 10), (8, 20, 150), (30, 300, 330), (30, 300, 700), (100, 2000, 1800), (15, 0.5, 70), (4, 0, 9)]

if __name__ == "__main__":
    print(json.dumps({
        "gamma": [[s, x, number(gamma_tail(s, x))] for s, x in GAMMA],
        "exponentialSum": [[m, x, number(exponential_sum_tail(m, x))] for m, x in SUMS],
        "noncentral": [[k, l, x, number(noncentral_tail(k, l, x))] for k, l, x in NONCENTRAL],
        "noncentralOdd": [[k, l, x, noncentral_tail_one_or_three(k, l, x)] for k in (1, 3)
                          for l, x in ((1, 4), (9, 4), (30, 100), (400, 500), (2500, 2400))],
    }, indent=0))
