CREATE TABLE `turns` (
	`turn_number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`turn_id` text NOT NULL,
	`actor` text NOT NULL,
	`client_id` integer NOT NULL,
	`question` text NOT NULL,
	`asked_at` text NOT NULL,
	`events` text NOT NULL,
	`answer` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `turns_turn_id_unique` ON `turns` (`turn_id`);--> statement-breakpoint
CREATE INDEX `turns_by_client` ON `turns` (`actor`,`client_id`,`turn_number`);