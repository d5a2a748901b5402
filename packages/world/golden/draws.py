"""Draws of the air by name, from an independent Philox4x32-10 in plain Python.

python3 golden/draws.py > golden/draws.json

key(seed, purpose): the UTF-8 bytes of the purpose, chained through Philox keyed by the seed, the length first.
A draw at (a, b, c): counter (a, b, c, block), Box-Muller for CN(0, 1), two numbers per block.
"""
import json
import math

MASK = 0xFFFFFFFF


def philox(counter, key):
    c, k = list(counter), list(key)
    for _ in range(10):
        p0, p1 = 0xD2511F53 * c[0], 0xCD9E8D57 * c[2]
        c = [(p1 >> 32) ^ c[1] ^ k[0], p1 & MASK, (p0 >> 32) ^ c[3] ^ k[1], p0 & MASK]
        k = [(k[0] + 0x9E3779B9) & MASK, (k[1] + 0xBB67AE85) & MASK]
    return c


def draw_key(seed, purpose):
    seed_key = (seed & MASK, seed >> 32)
    data = purpose.encode()
    state = philox((len(data), 0, 0, 0), seed_key)
    for start in range(0, len(data), 16):
        chunk = data[start : start + 16].ljust(16, b"\0")
        words = [int.from_bytes(chunk[4 * i : 4 * i + 4], "little") for i in range(4)]
        state = philox([s ^ w for s, w in zip(state, words)], seed_key)
    return state[0], state[1]


def complex_normal(key, a, b, c, count):
    values = []
    for block in range((count + 1) // 2):
        w = philox((a, b, c, block), key)
        for u, v in ((w[0], w[1]), (w[2], w[3])):
            radius = math.sqrt(-math.log((u + 0.5) / 2**32))
            angle = 2 * math.pi * (v + 0.5) / 2**32
            values.append([radius * math.cos(angle), radius * math.sin(angle)])
    return values[:count]


def uniform(key, a, b, c, count):
    values = []
    for block in range((count + 1) // 2):
        w = philox((a, b, c, block), key)
        for high, low in ((w[0], w[1]), (w[2], w[3])):
            values.append(((high >> 6) * 2**26 + (low >> 6) + 0.5) / 2**52)
    return values[:count]


SEED, SLOT, RECEIVE, TRANSMIT, TARGET, USER, PILOT, REGION = 7, 811, 3, 1, 2, 1, 1, 0
print(
    json.dumps(
        {
            "seed": SEED,
            "slot": SLOT,
            "receive": RECEIVE,
            "transmit": TRANSMIT,
            "target": TARGET,
            "user": USER,
            "receiverNoise": complex_normal(draw_key(SEED, "air/receiver-noise"), SLOT, RECEIVE, 0, 32),
            "clutter": complex_normal(draw_key(SEED, "air/clutter"), SLOT, TRANSMIT, RECEIVE, 4),
            "reflectivity": complex_normal(draw_key(SEED, "air/reflectivity"), SLOT, TARGET, RECEIVE, 1),
            "userSymbols": complex_normal(draw_key(SEED, "air/user-symbols"), SLOT, USER, 0, 16),
            "sensingSymbols": complex_normal(draw_key(SEED, "air/sensing-symbols"), SLOT, TRANSMIT, REGION, 16),
            "userChannel": complex_normal(draw_key(SEED, "air/user-channel"), SLOT, USER, TRANSMIT, 2),
            "pilotNoise": complex_normal(draw_key(SEED, "air/pilot-noise"), SLOT, TRANSMIT, PILOT, 2),
            "targetPlace": uniform(draw_key(5, "world/target-place"), TARGET, 0, 0, 3),
        }
    )
)
