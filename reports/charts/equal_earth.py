"""The Equal Earth projection: areas true, the whole world in one outline.

Bojan Šavrič, Tom Patterson, Bernhard Jenny: The Equal Earth map projection. International Journal
of Geographical Information Science 33 (2019), 454-465.
"""

from math import asin, cos, pi, radians, sin, sqrt

A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
M = sqrt(3) / 2
WIDTH = 5000  # of the whole world, in the units of the drawing
UNIT = WIDTH * 3 * A1 / (4 * sqrt(3) * pi)


def projected(longitude: float, latitude: float) -> tuple[float, float]:
    """Across and down from the middle of the drawing; ``longitude`` counts from its meridian.

    Degrees in. A longitude beyond 180 lies outside the outline, on the next turn of the world.
    """
    theta = asin(M * sin(radians(latitude)))
    square = theta * theta
    sixth = square**3
    slope = 9 * A4 * square * sixth + 7 * A3 * sixth + 3 * A2 * square + A1
    x = 2 * sqrt(3) * radians(longitude) * cos(theta) / (3 * slope)
    y = theta * (A4 * square * sixth + A3 * sixth + A2 * square + A1)
    return UNIT * x, -UNIT * y
