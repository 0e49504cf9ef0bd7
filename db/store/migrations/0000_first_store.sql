CREATE TABLE `categories` (
	`source_field` text NOT NULL,
	`category` text NOT NULL,
	`code` integer NOT NULL,
	`label_fr` text NOT NULL,
	`label_en` text NOT NULL,
	PRIMARY KEY(`source_field`, `category`)
);
--> statement-breakpoint
CREATE TABLE `client_columns` (
	`name` text PRIMARY KEY NOT NULL,
	`array_type` text NOT NULL,
	`categories` text,
	`data` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `client_features` (
	`client_id` integer PRIMARY KEY NOT NULL,
	`feature_values` blob NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`client_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `client_scores` (
	`client_id` integer PRIMARY KEY NOT NULL,
	`model_sha256` text NOT NULL,
	`probability_of_default` real NOT NULL,
	`advice` text NOT NULL,
	`risk_class` text NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`client_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`model_sha256`) REFERENCES `model_versions`(`model_sha256`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `clients` (
	`client_id` integer PRIMARY KEY NOT NULL,
	`window` text NOT NULL,
	`target` integer,
	`age_years` real,
	`employment_years` real,
	`annual_income_amount` real,
	`credit_amount` real,
	`annuity_amount` real,
	`goods_price_amount` real,
	`contract_type` text,
	`income_type` text,
	`occupation_type` text,
	`organization_type` text,
	`education_type` text,
	`family_status` text,
	`housing_type` text,
	`children_count` real,
	`family_member_count` real,
	`owns_car` integer,
	`owns_realty` integer,
	`region_rating` real,
	`external_score1` real,
	`external_score2` real,
	`external_score3` real,
	FOREIGN KEY (`window`) REFERENCES `windows`(`name`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `datasets` (
	`data_version` text PRIMARY KEY NOT NULL,
	`origin` text NOT NULL,
	`name` text NOT NULL,
	`feature_count` integer NOT NULL,
	`client_count` integer NOT NULL,
	`features_sql_sha256` text NOT NULL,
	`warnings` text NOT NULL,
	`loaded_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `features` (
	`position` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`label_fr` text NOT NULL,
	`label_en` text NOT NULL,
	`unit` text NOT NULL,
	`theme` text NOT NULL,
	`theme_label_fr` text NOT NULL,
	`theme_label_en` text NOT NULL,
	`sources` text NOT NULL,
	`null_meaning_fr` text NOT NULL,
	`null_meaning_en` text NOT NULL,
	`range_min` real,
	`range_max` real,
	`actionable` integer NOT NULL,
	`sensitive` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `features_name_unique` ON `features` (`name`);--> statement-breakpoint
CREATE TABLE `model_versions` (
	`model_sha256` text PRIMARY KEY NOT NULL,
	`model_version` text NOT NULL,
	`training_data_version` text NOT NULL,
	`scored_at` text
);
--> statement-breakpoint
CREATE TABLE `windows` (
	`name` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`clients` integer NOT NULL,
	`labelled` integer NOT NULL
);
