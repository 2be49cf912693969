"""The place where requests come in and are led to their answers: the inbox, the intake, the case."""
