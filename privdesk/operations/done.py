"""What an operation answers when it has done something: the sentence for the bar, and the way back, if any."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from privdesk.operations.desk import Desk

Value = TypeVar("Value", covariant=True)


@dataclass(frozen=True)
class Done(Generic[Value]):
    """`said` is a marked sentence with `values`; `undo` is the counter-operation, itself logged."""

    value: Value
    said: str
    values: Mapping[str, str | int] = field(default_factory=dict)
    undo: "Callable[[Desk], Done[Any]] | None" = None
