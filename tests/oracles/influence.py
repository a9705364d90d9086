"""Who sees whom, as a matrix that the engine never forms."""

import numpy as np

from engine.rules.fields import Field, FloatArray
from engine.rules.geography import influence


def influence_matrix(
    near: FloatArray, media_weight: FloatArray, outside_share: Field, openness: Field
) -> FloatArray:
    """W of models.md 2.2, row i the weights that place i gives; its rows sum to 1."""
    # Unit vectors as rows: what varies by place that looks stays on the last axis.
    rows = influence(np.eye(near.shape[-1]), near, media_weight, outside_share, openness)
    return rows.T
