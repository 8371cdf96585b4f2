"""The name of an attached file belongs to the record it is attached to.

A content is stored once; attached a second time under another name, it was shown under the first one. What is attached
already has no name of its own and goes on being called as its content was called first.
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.get_bind().exec_driver_sql("ALTER TABLE attachment_link ADD COLUMN name VARCHAR(255)")


def downgrade() -> None:
    op.get_bind().exec_driver_sql("ALTER TABLE attachment_link DROP COLUMN name")
