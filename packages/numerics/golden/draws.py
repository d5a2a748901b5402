"""The draw layer written a second time, in Python integers: key from (seed, purpose), words, uniforms, normals, permutation.

Run: python3 draws.py > draws.json
"""

import json
import math

MASK = 0xFFFFFFFF


def philox(counter, key):
    c0, c1, c2, c3 = counter
    k0, k1 = key
    for _ in range(10):
        p0, p1 = 0xD2511F53 * c0, 0xCD9E8D57 * c2
        c0, c1, c2, c3 = (p1 >> 32) ^ c1 ^ k0, p1 & MASK, (p0 >> 32) ^ c3 ^ k1, p0 & MASK
        k0, k1 = (k0 + 0x9E3779B9) & MASK, (k1 + 0xBB67AE85) & MASK
    return [c0, c1, c2, c3]


def draw_key(seed, purpose):
    data = purpose.encode()
    seed_words = (seed & MASK, seed >> 32)
    state = philox([len(data), 0, 0, 0], seed_words)
    for i in range(0, len(data), 16):
        chunk = data[i:i + 16].ljust(16, b"\0")
        state = philox([s ^ int.from_bytes(chunk[4 * j:4 * j + 4], "little") for j, s in enumerate(state)], seed_words)
    return tuple(state[:2])


def words(key, a, b, c, n):
    out = []
    while len(out) < n:
        out += philox([a, b, c, len(out) // 4], key)
    return out[:n]


def uniforms(key, a, b, c, n):
    w = words(key, a, b, c, 2 * n)
    return [((w[2 * i] >> 6) * 2**26 + (w[2 * i + 1] >> 6) + 0.5) / 2**52 for i in range(n)]


def pairs(key, a, b, c, n, scale):
    w = words(key, a, b, c, 2 * n)
    for i in range(n):
        r = math.sqrt(-scale * math.log((w[2 * i] + 0.5) / 2**32))
        t = 2 * math.pi * (w[2 * i + 1] + 0.5) / 2**32
        yield r * math.cos(t), r * math.sin(t)


def permutation(key, a, b, c, n):
    u, out = uniforms(key, a, b, c, n), list(range(n))
    for i in range(n - 1, 0, -1):
        j = int(u[i] * (i + 1))
        out[i], out[j] = out[j], out[i]
    return out


def case(seed, purpose, a, b, c):
    key = draw_key(seed, purpose)
    complex_pairs = list(pairs(key, a, b, c, 5, 1))
    return {
        "seed": seed, "purpose": purpose, "address": [a, b, c],
        "words": words(key, a, b, c, 7),
        "uniforms": uniforms(key, a, b, c, 5),
        "normals": [v for p in pairs(key, a, b, c, 4, 2) for v in p][:7],
        "complexNormals": {"re": [p[0] for p in complex_pairs], "im": [p[1] for p in complex_pairs]},
        "permutation": permutation(key, a, b, c, 12),
    }


if __name__ == "__main__":
    print(json.dumps([
        case(0, "", 0, 0, 0),
        case(1, "rcs", 7, 2, 3 * 65536 + 11),
        case(2**53 - 1, "a purpose of more than sixteen bytes: αβγ", 2**32 - 1, 2**31, 5),
    ]))
