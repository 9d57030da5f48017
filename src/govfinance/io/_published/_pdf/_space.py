"""The coordinates in which a page is read: points from its top left corner, as a reader holds it."""

from __future__ import annotations

from attrs import frozen

__all__ = ["Box", "Space"]

Box = tuple[float, float, float, float]
"""Left, top, right, bottom; downwards is more."""


@frozen
class Space:
    """The way from the user space of a PDF page to what is seen, for a page turned clockwise by quarter turns."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0

    @property
    def width(self) -> float:
        """The width of the page as it is held."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """The height of the page as it is held."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def matrix(self) -> tuple[float, float, float, float, float, float]:
        """The numbers a ... f with x' = ax + cy + e and y' = bx + dy + f.

        >>> Space(5.0, 0.0, 205.0, 100.0).matrix()
        (1.0, 0.0, 0.0, -1.0, -5.0, 100.0)
        """
        match self.turns % 4:
            case 1:
                return 0.0, 1.0, 1.0, 0.0, -self.bottom, -self.left
            case 2:
                return -1.0, 0.0, 0.0, 1.0, self.right, -self.bottom
            case 3:
                return 0.0, -1.0, -1.0, 0.0, self.top, self.right
            case _:
                return 1.0, 0.0, 0.0, -1.0, -self.left, self.top

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """Where a rectangle of the user space is seen."""
        a, b, c, d, e, f = self.matrix()
        xs = (a * x0 + c * y0 + e, a * x1 + c * y1 + e)
        ys = (b * x0 + d * y0 + f, b * x1 + d * y1 + f)
        return min(xs), min(ys), max(xs), max(ys)

    def back(self, box: Box) -> Box:
        """The rectangle of the user space (left, bottom, right, top) that is seen at ``box``.

        >>> space = Space(0.0, 0.0, 200.0, 100.0, turns=1)
        >>> space.back(space.box(10.0, 20.0, 30.0, 60.0))
        (10.0, 20.0, 30.0, 60.0)
        """
        x0, y0, x1, y1 = box
        match self.turns % 4:
            case 1:
                return y0 + self.left, x0 + self.bottom, y1 + self.left, x1 + self.bottom
            case 2:
                return self.right - x1, y0 + self.bottom, self.right - x0, y1 + self.bottom
            case 3:
                return self.right - y1, self.top - x1, self.right - y0, self.top - x0
            case _:
                return x0 + self.left, self.top - y1, x1 + self.left, self.top - y0
