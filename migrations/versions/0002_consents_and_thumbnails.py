"""Consents as rows of a person, restricted and deleted persons, thumbnails of pictures.

A consent that stood as one date in the staff file becomes its first row, so that nobody has to type it again.
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

UP = (
    """CREATE TABLE consent (
	person_id INTEGER NOT NULL, 
	category VARCHAR(20) NOT NULL, 
	given_on DATE NOT NULL, 
	withdrawn_on DATE, 
	note VARCHAR(400) NOT NULL, 
	id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_consent PRIMARY KEY (id), 
	CONSTRAINT ck_consent_category CHECK (category IN ('general', 'sensitive', 'health', 'bank', 'photo')), 
	CONSTRAINT fk_consent_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
)""",
    "CREATE INDEX ix_consent_person_id ON consent (person_id)",
    """CREATE TABLE thumbnail (
	blob_id VARCHAR(64) NOT NULL, 
	data BLOB NOT NULL, 
	CONSTRAINT pk_thumbnail PRIMARY KEY (blob_id), 
	CONSTRAINT fk_thumbnail_blob_id FOREIGN KEY(blob_id) REFERENCES blob (id) ON DELETE CASCADE
)""",
    "ALTER TABLE person ADD COLUMN frozen_on DATE",
    "ALTER TABLE person ADD COLUMN purged_on DATE",
    "INSERT INTO consent (person_id, category, given_on, note, position) "
    "SELECT id, 'general', consent_on, '', 0 FROM person WHERE consent_on IS NOT NULL",
)
DOWN = (
    "ALTER TABLE person DROP COLUMN purged_on",
    "ALTER TABLE person DROP COLUMN frozen_on",
    "DROP TABLE thumbnail",
    "DROP TABLE consent",
)


def upgrade() -> None:
    for statement in UP:
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    for statement in DOWN:
        op.get_bind().exec_driver_sql(statement)
