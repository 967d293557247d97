from core.jobs import job_kind
from organizations.notifying import email_messages

EMAIL = "organizations.email"

job_kind(EMAIL, max_attempts=5)(email_messages)
