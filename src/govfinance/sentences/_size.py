"""How large a sentence becomes when the phrases in it are written out, and how large it may be."""

from __future__ import annotations

from typing import Final

from govfinance.sentences._nodes import ChoiceNode, GroupNode, Node, Seq, VariantNode

__all__ = ["MOST_OF_GRAMMAR", "MOST_OF_VARIANT", "size"]

MOST_OF_VARIANT: Final = 1_000
"""Parts of one variant, a hundred of which are many: reading becomes one regular expression of all of them."""
MOST_OF_GRAMMAR: Final = 50_000


def size(node: Node, most: int = MOST_OF_VARIANT) -> int:
    """The number of parts of a node, those of its phrases too; what is more than ``most`` is not counted to its end."""
    if isinstance(node, Seq):
        inner: tuple[Node, ...] = node.nodes
    elif isinstance(node, ChoiceNode):
        inner = node.variants
    else:
        inner = (node.body,) if isinstance(node, GroupNode | VariantNode) else ()
    count = 1
    for one in inner:
        count += size(one, most - count)
        if count > most:
            break
    return count
