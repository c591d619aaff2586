"""goedgesprek: hold, record and sum up a good conversation with parents, offline and in Dutch."""

__version__ = "0.1.0"
