"""A value for every parameter of an operation, so that each can be called without saying how."""

import dataclasses
import inspect
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any, Literal, Union

import msgspec

from privdesk.domain import event
from privdesk.domain.errors import DeskError
from tests.office import NOW

WORDS = "asked by telephone"
_PLAIN: dict[object, object] = {int: 1, str: WORDS, bytes: b"x", bool: True, date: NOW.date(), datetime: NOW}
_PLAIN |= {event.Detail: event.Note(text=WORDS), DeskError: DeskError(), Any: WORDS}
_NAMED: dict[str, object] = {"language": "ja", "template": "acknowledgement", "year": 2026, "number": 1, "file": b"x"}


def arguments(operation: Callable[..., Any], folder: Path) -> dict[str, Any]:
    """What an operation needs beside the desk; files are in `folder`."""
    hints = typing.get_type_hints(operation)
    parameters = list(inspect.signature(operation).parameters.values())[1:]
    return {
        one.name: sample(hints[one.name], folder, one.name)
        for one in parameters
        if one.default is inspect.Parameter.empty
    }


def sample(kind: Any, folder: Path, name: str = "") -> Any:
    """A value of a type, the simplest that can be had; of classes with every field that has no default."""
    if kind is Path:
        return folder / "out"
    if name in _NAMED and (not isinstance(kind, type) or isinstance(_NAMED[name], kind)):
        return _NAMED[name]
    if kind in _PLAIN:
        return _PLAIN[kind]
    if typing.get_origin(kind) is not None or isinstance(kind, types.UnionType):
        return _composed(kind, folder)
    if issubclass(kind, Enum):
        return next(iter(kind))
    return _built(kind, folder)


def _composed(kind: Any, folder: Path) -> Any:
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (Union, types.UnionType):
        return None if type(None) in inner else sample(inner[0], folder)
    if origin is Literal:
        return inner[0]
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {}
    if isinstance(origin, type) and issubclass(origin, Callable):
        return lambda *_progress: None
    return (sample(inner[0], folder),) if inner and inner[0] is not Ellipsis else ()


def _built(kind: Any, folder: Path) -> Any:
    hints = typing.get_type_hints(kind)
    if issubclass(kind, msgspec.Struct):
        needed = [field.name for field in msgspec.structs.fields(kind) if field.required]
    else:
        missing = dataclasses.MISSING
        fields = dataclasses.fields(kind)
        needed = [one.name for one in fields if one.default is missing and one.default_factory is missing]
    return kind(**{name: sample(hints[name], folder, name) for name in needed})
