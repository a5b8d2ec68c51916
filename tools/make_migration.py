"""Write the next step of the record's tables from its models: `tools/make_migration.py NAME`.

Give the file a first line that says what the step is for. With --check nothing is written, and the
exit code is 1 where the models have changed and no step says so.
"""

from __future__ import annotations

import sys

from django.core.management import call_command

from ostraka.casework.opening import register_models


def main(arguments: list[str]) -> None:
    """A new file in casework/migrations, or with --check none and an answer."""
    register_models()
    if arguments == ["--check"]:
        call_command("makemigrations", "casework", "--check", "--dry-run")
    else:
        call_command("makemigrations", "casework", "--name", arguments[0])


if __name__ == "__main__":
    main(sys.argv[1:])
