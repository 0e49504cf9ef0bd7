CREATE TABLE `audit_entries` (
	`entry_id` integer PRIMARY KEY NOT NULL,
	`recorded_at` text NOT NULL,
	`actor` text NOT NULL,
	`door` text NOT NULL,
	`kind` text NOT NULL,
	`client_id` integer,
	`input` text NOT NULL,
	`model_version` text NOT NULL,
	`bundle_sha256` text NOT NULL,
	`model_sha256` text NOT NULL,
	`data_version` text NOT NULL,
	`features_sha256` text,
	`answer` text NOT NULL,
	`previous_hash` text NOT NULL,
	`entry_hash` text NOT NULL
);
--> statement-breakpoint
CREATE TRIGGER `audit_entries_never_change` BEFORE UPDATE ON `audit_entries` BEGIN
	SELECT raise(ABORT, 'an entry of the audit log is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_never_leave` BEFORE DELETE ON `audit_entries` BEGIN
	SELECT raise(ABORT, 'an entry of the audit log is never removed');
END;
